import { type CutText, cutText, type Measure } from '../logic/cut-text.ts';

/** A font of a phone's system, in its own points. */
export interface PhoneFont {
  readonly family: string;
  readonly size: number;
  readonly weight: number;
}

const MAX_CACHED = 2000;
const cuts = new Map<string, CutText>();
let canvas: CanvasRenderingContext2D | null = null;

function measureIn(font: PhoneFont): Measure {
  canvas ??= typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  const context = canvas;
  // Without a canvas (markup made outside a browser): half an em a character.
  if (context === null) return (text) => text.length * font.size * 0.5;
  const css = `${font.weight} ${font.size}px ${font.family}`;
  return (text) => {
    if (context.font !== css) context.font = css;
    // Advances in proportion at every size, as on the phone's own screen (the style sheet asks for the same).
    context.textRendering = 'geometricPrecision';
    return context.measureText(text).width;
  };
}

/** Width of a text in points. */
export function textWidth(text: string, font: PhoneFont): number {
  return measureIn(font)(text);
}

/** `cutText` by the fonts of this machine, remembered. `width` in points. */
export function cutToFit(text: string, font: PhoneFont, width: number, lines: number): CutText {
  const key = `${font.weight}/${font.size}/${font.family}/${Math.round(width)}/${lines}/${text}`;
  const known = cuts.get(key);
  if (known !== undefined) return known;
  const cut = cutText(text, width, lines, measureIn(font));
  const oldest = cuts.keys().next().value;
  if (cuts.size >= MAX_CACHED && oldest !== undefined) cuts.delete(oldest);
  cuts.set(key, cut);
  return cut;
}
