import { describe, expect, it } from 'vitest';
import { createRuleRegistry, placesOf } from './registry.ts';
import type { Rule } from './types.ts';

const rule = (overrides: Partial<Rule> = {}): Rule => ({
  id: 'some-rule',
  stage: 'offline',
  text: { stop: { en: 'No {thing}.', zh: '没有{thing}。' } },
  sources: [{ title: 'Specification' }],
  certainty: 'stated',
  ...overrides,
});

describe('createRuleRegistry', () => {
  it('finds rules of all lists by id and keeps their order', () => {
    const [a, b] = [rule({ id: 'a' }), rule({ id: 'b-2' })];
    const registry = createRuleRegistry([[a], [], [b]]);
    expect(registry.get('b-2')).toBe(b);
    expect(registry.get('c')).toBeUndefined();
    expect(registry.all()).toEqual([a, b]);
  });

  it.each<[string, Rule, RegExp]>([
    ['an id that is not kebab case', rule({ id: 'someRule' }), /"someRule" is not kebab case/],
    ['no source', rule({ sources: [] }), /"some-rule" names no source/],
    ['no sentence', rule({ text: {} }), /"some-rule" has no sentence/],
    [
      'an empty language',
      rule({ text: { pass: { en: 'Yes.', zh: ' ' } } }),
      /some-rule, pass: a language has no sentence/,
    ],
    [
      'places that differ between the languages',
      rule({ text: { stop: { en: 'No {thing}.', zh: '没有。' } } }),
      /some-rule, stop: places differ, English has \{thing\}, Chinese has \{\}/,
    ],
    [
      'places of a fix that differ',
      rule({ fix: { en: 'Do it.', zh: '请设置 {thing}。' } }),
      /some-rule, fix: places differ/,
    ],
  ])('refuses %s', (_what, broken, message) => {
    expect(() => createRuleRegistry([[broken]])).toThrow(message);
  });

  it('refuses an id twice, also across lists', () => {
    expect(() => createRuleRegistry([[rule()], [rule()]])).toThrow(/"some-rule" is registered twice/);
  });
});

describe('placesOf', () => {
  it('names each place once and leaves quoted JSON alone', () => {
    expect(placesOf('{b} and {a}, again {b}; {"level":15} {} {a b}')).toEqual(['a', 'b']);
  });
});
