import { describe, expect, it } from 'vitest';
import { pageOf } from './pages.ts';

describe('the page of an address', () => {
  it.each([
    ['', 'simulate'],
    ['#', 'simulate'],
    ['#connect', 'connect'],
    ['#workspace', 'workspace'],
    ['#main', undefined],
    ['#__proto__', undefined],
  ])('%s', (hash, page) => {
    expect(pageOf(hash)).toBe(page);
  });
});
