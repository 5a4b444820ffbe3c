import type { CellState } from '../../core/matrix/types.ts';

/** A sign beside the colour: short, so that thousands can be drawn. */
export const GLYPHS: Readonly<Record<CellState, string>> = {
  delivered: '✓',
  silent: '–',
  waiting: '◷',
  'not-delivered': '✕',
  impossible: '·',
};

/** Names of the page's colours: of the sign, and of the ground under it. */
export const COLOURS: Readonly<Record<CellState, { readonly ink: string; readonly ground: string }>> = {
  delivered: { ink: '--ok', ground: '--ok-soft' },
  silent: { ink: '--ink-2', ground: '--press' },
  waiting: { ink: '--warn', ground: '--warn-soft' },
  'not-delivered': { ink: '--bad', ground: '--bad-soft' },
  impossible: { ink: '--ink-3', ground: '--surface' },
};
