import { describe, expect, it } from 'vitest';
import { closest } from './closest.ts';

describe('closest', () => {
  it.each([
    ['badgeEnable', ['sound', 'badgeEnabled'], 'badgeEnabled'],
    ['BADGEENABLED', ['badgeEnabled'], 'badgeEnabled'],
    ['description', ['descr', 'title'], 'descr'],
    ['elments', ['from', 'elements'], 'elements'],
    ['x', [], null],
    ['extra', ['sound', 'title'], null],
  ])('%s', (given, known, expected) => {
    expect(closest(given, known)).toBe(expected);
  });
});
