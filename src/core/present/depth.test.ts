import { describe, expect, it } from 'vitest';
import { DEEPEST, isTooDeep } from './depth.ts';

const lists = (depth: number, inside = ''): string => `${'['.repeat(depth)}${inside}${']'.repeat(depth)}`;

describe('text that is nested too deep', () => {
  it.each<[string, string, boolean]>([
    ['as deep as may be', lists(DEEPEST, '1'), false],
    ['one level more', lists(DEEPEST + 1), true],
    ['objects', `${'{"a":'.repeat(DEEPEST + 1)}1${'}'.repeat(DEEPEST + 1)}`, true],
    ['brackets side by side', `[${'[],'.repeat(5000)}[]]`, false],
    ['brackets in a text', `["${'['.repeat(5000)}"]`, false],
    ['brackets behind a quote in a text', `["\\"${'['.repeat(5000)}"]`, false],
    ['brackets behind a text that ends with a backslash', `["\\\\",${lists(DEEPEST)}]`, true],
  ])('%s', (_name, text, expected) => {
    expect(isTooDeep(text)).toBe(expected);
    expect(JSON.parse(text)).toBeDefined();
  });
});
