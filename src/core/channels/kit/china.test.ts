import { expect, it } from 'vitest';
import { chinaDayNumber } from './china.ts';

it('counts days from midnight in China', () => {
  const midnight = Date.parse('2026-11-23T00:00:00+08:00');
  const day = chinaDayNumber(midnight);
  expect(chinaDayNumber(midnight - 1)).toBe(day - 1);
  expect(chinaDayNumber(midnight + 86_399_999)).toBe(day);
  expect(chinaDayNumber(Date.parse('1970-01-01T08:00:00+08:00'))).toBe(0);
});
