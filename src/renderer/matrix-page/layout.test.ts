import { describe, expect, it } from 'vitest';
import type { MatrixAxisView } from '../../core/matrix/types.ts';
import { firstChange, headLines, layoutOf, valuesAt } from './layout.ts';

const axis = (name: string, count: number): MatrixAxisView => ({
  axis: name,
  text: { en: name, zh: name },
  values: Array.from({ length: count }, (_, at) => ({ value: `${name}${at}`, text: { en: `${name}${at}`, zh: '' } })),
});
const names = (axes: readonly MatrixAxisView[]) => axes.map((one) => one.axis);

describe('the layout of a matrix', () => {
  it('lets the last axes go across as long as they fit', () => {
    const axes = [axis('d', 7), axis('a', 4), axis('b', 4), axis('c', 2), axis('e', 3), axis('f', 4)];
    const layout = layoutOf(axes);
    expect([names(layout.down), names(layout.across)]).toEqual([
      ['d', 'a', 'b'],
      ['c', 'e', 'f'],
    ]);
    expect([layout.rows, layout.columns]).toEqual([112, 24]);
  });

  it('keeps the phones down, and puts one axis across however long it is', () => {
    expect(layoutOf([axis('d', 3)])).toMatchObject({ rows: 3, columns: 1, across: [] });
    expect(layoutOf([axis('d', 3), axis('a', 100)])).toMatchObject({ rows: 3, columns: 100 });
    expect(names(layoutOf([axis('d', 3), axis('a', 2), axis('b', 40)]).down)).toEqual(['d', 'a']);
  });

  it('gives each place its values, the last axis fastest', () => {
    const axes = [axis('d', 2), axis('a', 3)];
    const all = Array.from({ length: 6 }, (_, place) =>
      valuesAt(axes, place)
        .map(({ value }) => value)
        .join(' '),
    );
    expect(all).toEqual(['d0 a0', 'd0 a1', 'd0 a2', 'd1 a0', 'd1 a1', 'd1 a2']);
    expect([0, 1, 2, 3].map((place) => firstChange(axes, place))).toEqual([0, 1, 1, 0]);
  });

  it('spans its heads over the columns below', () => {
    const [upper, lower] = headLines([axis('a', 2), axis('b', 3)]);
    expect(upper?.map(({ value, span }) => [value.value, span])).toEqual([
      ['a0', 3],
      ['a1', 3],
    ]);
    expect(lower?.map(({ value, span }) => [value.value, span])).toEqual(
      ['b0', 'b1', 'b2', 'b0', 'b1', 'b2'].map((value) => [value, 1]),
    );
    expect(new Set(lower?.map(({ key }) => key)).size).toBe(6);
  });
});
