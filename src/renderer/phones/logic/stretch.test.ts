import { describe, expect, it } from 'vitest';
import { stretch } from './stretch.ts';

describe('a path, stretched', () => {
  it.each([
    ['M2 20 26 2V98', 'M1 20 13 2V98'],
    ['M2 2.5H50L17 98', 'M1 2.5H25L8.5 98'],
    ['M28 2C44 2 54 21 54 50S44 98 28 98Z', 'M14 2C22 2 27 21 27 50S22 98 14 98Z'],
    ['M-4 10L8 -6', 'M-2 10L4 -6'],
  ])('%s', (path, half) => {
    expect(stretch(path, 0.5)).toBe(half);
    expect(stretch(path, 1)).toBe(path);
  });
});
