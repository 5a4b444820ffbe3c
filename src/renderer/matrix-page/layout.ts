import type { MatrixAxisView, NamedValue } from '../../core/matrix/types.ts';

/** Columns that a table has at most; further axes go down. */
const WIDEST = 48;

/** How a matrix is laid out: its last axes go across, the others down, so that a cell's index is row × columns + column. */
export interface Layout {
  readonly down: readonly MatrixAxisView[];
  readonly across: readonly MatrixAxisView[];
  readonly rows: number;
  readonly columns: number;
}

const product = (axes: readonly MatrixAxisView[]): number =>
  axes.reduce((count, { values }) => count * values.length, 1);

/** At least the phones go down, and at least one axis goes across where there is one. */
export function layoutOf(axes: readonly MatrixAxisView[]): Layout {
  let split = axes.length;
  let columns = 1;
  for (let at = axes.length - 1; at > 0; at--) {
    const wider = columns * (axes[at]?.values.length ?? 1);
    if (wider > WIDEST && split < axes.length) break;
    columns = wider;
    split = at;
  }
  const down = axes.slice(0, split);
  return { down, across: axes.slice(split), rows: product(down), columns };
}

/** The value of each axis at a place, the last axis varying fastest. */
export function valuesAt(axes: readonly MatrixAxisView[], place: number): readonly NamedValue[] {
  const values: NamedValue[] = [];
  let rest = place;
  for (const axis of axes.toReversed()) {
    const value = axis.values[rest % axis.values.length];
    if (value !== undefined) values.unshift(value);
    rest = Math.floor(rest / axis.values.length);
  }
  return values;
}

/** From which axis on a row differs from the one before: what stands left of it need not be repeated. */
export function firstChange(axes: readonly MatrixAxisView[], place: number): number {
  if (place === 0) return 0;
  const before = valuesAt(axes, place - 1);
  return valuesAt(axes, place).findIndex((value, at) => value !== before[at]);
}

export interface HeadCell {
  readonly key: string;
  readonly value: NamedValue;
  /** Columns below it. */
  readonly span: number;
}

/** One line of heads for each axis that goes across, from the slowest to the fastest. */
export function headLines(across: readonly MatrixAxisView[]): readonly (readonly HeadCell[])[] {
  return across.map((axis, level) => {
    const repeats = product(across.slice(0, level));
    const span = product(across.slice(level + 1));
    return Array.from({ length: repeats }, (_, repeat) =>
      axis.values.map((value) => ({ key: `${repeat} ${String(value.value)}`, value, span })),
    ).flat();
  });
}
