import type { CellState, MatrixView } from '../../core/matrix/types.ts';
import type { Language } from '../../core/trace/types.ts';
import { headLines, type Layout, layoutOf, valuesAt } from './layout.ts';
import { COLOURS, GLYPHS } from './looks.ts';

/** px */
const CELL = 22;
const LABEL = 108;
const MARGIN = 16;
const LEGEND = 34;
/** Browsers draw no higher or wider canvas. */
const LONGEST = 16_000;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
  /** Width of the columns with the values of the rows, px. */
  readonly side: number;
  /** Where the cells begin, px from the top. */
  readonly top: number;
}

/** How large a picture of the matrix is; null when no browser would draw it. */
export function pictureSize({ down, across, rows, columns }: Layout): PictureSize | null {
  const side = MARGIN + down.length * LABEL;
  const top = MARGIN + LEGEND + across.length * CELL;
  const width = Math.max(side + columns * CELL + MARGIN, 640);
  const height = top + rows * CELL + MARGIN;
  return width > LONGEST || height > LONGEST ? null : { width, height, side, top };
}

interface Pen {
  readonly to: CanvasRenderingContext2D;
  readonly size: PictureSize;
  readonly layout: Layout;
  readonly view: MatrixView;
  readonly language: Language;
  /** The page's colour of this name. */
  colour(name: string): string;
}

/** The matrix as a PNG in the colours of the page, drawn from its data; null when it is too large for a picture. */
export async function drawMatrix(
  view: MatrixView,
  language: Language,
  nameOf: (state: CellState) => string,
): Promise<Blob | null> {
  const layout = layoutOf(view.axes);
  const size = pictureSize(layout);
  const canvas = document.createElement('canvas');
  const to = canvas.getContext('2d');
  if (size === null || to === null) return null;
  canvas.width = size.width;
  canvas.height = size.height;
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  to.fillStyle = colour('--surface');
  to.fillRect(0, 0, size.width, size.height);
  to.textBaseline = 'middle';
  to.font = `12px ${getComputedStyle(document.body).fontFamily}`;
  const pen: Pen = { to, size, layout, view, language, colour };
  drawLegend(pen, nameOf);
  drawHeads(pen);
  drawRows(pen);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function drawCell({ to, colour }: Pen, state: CellState, x: number, y: number): void {
  const { ink, ground } = COLOURS[state];
  to.fillStyle = colour(ground);
  to.fillRect(x + 1, y + 1, CELL - 2, CELL - 2);
  to.fillStyle = colour(ink);
  to.textAlign = 'center';
  to.fillText(GLYPHS[state], x + CELL / 2, y + CELL / 2 + 1);
}

function drawText({ to, colour }: Pen, text: string, x: number, y: number, width: number, ink = '--ink'): void {
  to.fillStyle = colour(ink);
  to.textAlign = 'left';
  to.fillText(cut(to, text, width - 6), x, y + CELL / 2 + 1);
}

/** As much of a text as fits, whole characters only. */
function cut(to: CanvasRenderingContext2D, text: string, width: number): string {
  if (to.measureText(text).width <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && to.measureText(`${letters.join('')}…`).width > width) letters.pop();
  return `${letters.join('')}…`;
}

function drawLegend(pen: Pen, nameOf: (state: CellState) => string): void {
  let x = MARGIN;
  for (const state of ['delivered', 'silent', 'waiting', 'not-delivered', 'impossible'] as const) {
    const count = pen.view.counts[state];
    if (count === 0) continue;
    const text = `${nameOf(state)} ${count}`;
    drawCell(pen, state, x, MARGIN - 4);
    drawText(pen, text, x + CELL + 4, MARGIN - 4, 200);
    x += CELL + 24 + pen.to.measureText(text).width;
  }
}

function drawHeads(pen: Pen): void {
  const { size, layout, language } = pen;
  for (const [level, cells] of headLines(layout.across).entries()) {
    const y = MARGIN + LEGEND + level * CELL;
    drawText(pen, layout.across[level]?.text[language] ?? '', MARGIN, y, size.side - MARGIN, '--ink-3');
    let x = size.side;
    for (const { value, span } of cells) {
      drawText(pen, value.text[language], x + 3, y, span * CELL);
      x += span * CELL;
    }
  }
}

function drawRows(pen: Pen): void {
  const { size, layout, view, language } = pen;
  for (let row = 0; row < layout.rows; row++) {
    const y = size.top + row * CELL;
    for (const [at, value] of valuesAt(layout.down, row).entries()) {
      drawText(pen, value.text[language], MARGIN + at * LABEL, y, LABEL, at === 0 ? '--ink' : '--ink-2');
    }
    for (let column = 0; column < layout.columns; column++) {
      const answer = view.answers[view.cells[row * layout.columns + column] ?? -1];
      if (answer !== undefined) drawCell(pen, answer.state, size.side + column * CELL, y);
    }
  }
}
