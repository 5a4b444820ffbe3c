import { describe, expect, it } from 'vitest';
import { Scene } from './testing/scene.ts';
import { oppoVectors } from './testing/vectors.ts';

describe('vectors of the server API', () => {
  it.each(oppoVectors)('row $row', async ({ check }) => {
    await expect(check(await Scene.open())).resolves.toBeUndefined();
  });

  it('has a row for every number', () => {
    const numbers = new Set(oppoVectors.map(({ row }) => Number.parseInt(row, 10)));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 36 }, (_, index) => index + 1));
  });
});
