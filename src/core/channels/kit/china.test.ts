import { expect, it } from 'vitest';
import { chinaDate, chinaDayNumber, chinaTime, dayText } from './china.ts';

it('counts days from midnight in China', () => {
  const midnight = Date.parse('2026-11-23T00:00:00+08:00');
  const day = chinaDayNumber(midnight);
  expect(chinaDayNumber(midnight - 1)).toBe(day - 1);
  expect(chinaDayNumber(midnight + 86_399_999)).toBe(day);
  expect(chinaDayNumber(Date.parse('1970-01-01T08:00:00+08:00'))).toBe(0);
});

it('writes days and moments as China does', () => {
  const midnight = Date.parse('2026-11-23T00:00:00+08:00');
  expect([midnight - 1, midnight, midnight - 1].map(chinaDate)).toEqual(['2026-11-22', '2026-11-23', '2026-11-22']);
  expect(dayText(chinaDayNumber(midnight))).toBe('2026-11-23');
  expect([midnight - 1, midnight].map(chinaTime)).toEqual(['2026-11-22 23:59:59', '2026-11-23 00:00:00']);
});
