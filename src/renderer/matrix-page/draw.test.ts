import { describe, expect, it } from 'vitest';
import type { MatrixAxisView } from '../../core/matrix/types.ts';
import { pictureSize } from './draw.ts';
import { layoutOf } from './layout.ts';

const axis = (count: number): MatrixAxisView => ({
  axis: `a${count}`,
  text: { en: '', zh: '' },
  values: Array.from({ length: count }, (_, value) => ({ value, text: { en: '', zh: '' } })),
});

describe('the picture of a matrix', () => {
  it('has room for every cell', () => {
    const layout = layoutOf([axis(7), axis(4), axis(24)]);
    const size = pictureSize(layout);
    expect(size).not.toBe(null);
    expect((size?.width ?? 0) - (size?.side ?? 0)).toBeGreaterThanOrEqual(24 * 22);
    expect((size?.height ?? 0) - (size?.top ?? 0)).toBeGreaterThanOrEqual(28 * 22);
  });

  it('is refused when no browser would draw it', () => {
    expect(pictureSize(layoutOf([axis(1000), axis(2)]))).toBe(null);
  });
});
