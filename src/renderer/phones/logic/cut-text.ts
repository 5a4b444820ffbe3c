/** Width of a text in px, for the font that the caller has in mind. */
export type Measure = (text: string) => number;

export interface CutText {
  /** What fits: one string that the browser wraps at the same places, with `…` at its end when something was left out. */
  readonly text: string;
  readonly cut: boolean;
  /** The lines as they were laid out here. */
  readonly lines: readonly string[];
}

export const ELLIPSIS = '…';

// Chinese and Japanese may break between any two characters, except around these.
const NEVER_STARTS_A_LINE = /^[\p{Pe}\p{Pf}，。、；：！？…‥·～％,.;:!?%]/u;
const NEVER_ENDS_A_LINE = /[\p{Ps}\p{Pi}]$/u;
const BREAKS_ANYWHERE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff01-\uff60]|\p{Emoji_Presentation}/u;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Lays `text` out in lines of at most `width` px, greedily, as a phone does, and cuts it after `maxLines`.
 * A line feed ends a line (for `maxLines` 1 it is a blank); other runs of white space become one blank. A grapheme is
 * never split. Work is bounded by what fits: the rest of a long text is not looked at.
 */
export function cutText(text: string, width: number, maxLines: number, measure: Measure): CutText {
  const source = normalise(text, maxLines);
  const lines: string[] = [];
  let at = 0;
  while (lines.length < maxLines - 1 && at < source.length) {
    const line = takeLine(source, at, width, measure);
    lines.push(line.trimEnd());
    at = skipBreak(source, at + line.length);
  }
  if (at >= source.length && lines.length > 0) return { text: source, cut: false, lines };
  const last = takeWhole(source, at, width, measure);
  if (at + last.length >= source.length) return { text: source, cut: false, lines: [...lines, last] };
  const line = withEllipsis(last, width, measure);
  return { text: source.slice(0, at) + line, cut: true, lines: [...lines, line] };
}

function normalise(text: string, maxLines: number): string {
  if (maxLines === 1) return text.replace(/\s+/gu, ' ').trim();
  return text
    .replace(/\r\n?|\u2028|\u2029/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim();
}

/** After a line: one line feed or the blanks at which it was broken are used up. */
function skipBreak(source: string, at: number): number {
  let next = at;
  while (source[next] === ' ') next += 1;
  return source[next] === '\n' ? next + 1 : next;
}

function takeLine(source: string, start: number, width: number, measure: Measure): string {
  let line = '';
  let upToBreak = '';
  let previous = '';
  for (const { segment } of graphemes.segment(source.slice(start))) {
    if (segment === '\n') return line;
    if (line !== '' && mayBreakBetween(previous, segment)) upToBreak = line;
    if (segment !== ' ' && line !== '' && measure(line + segment) > width) return upToBreak === '' ? line : upToBreak;
    line += segment;
    previous = segment;
  }
  return line;
}

function mayBreakBetween(before: string, after: string): boolean {
  if (after === ' ' || NEVER_STARTS_A_LINE.test(after) || NEVER_ENDS_A_LINE.test(before)) return false;
  return before === ' ' || before === '-' || BREAKS_ANYWHERE.test(before) || BREAKS_ANYWHERE.test(after);
}

function takeWhole(source: string, start: number, width: number, measure: Measure): string {
  let line = '';
  for (const { segment } of graphemes.segment(source.slice(start))) {
    if (segment === '\n' || measure(line + segment) > width) return line;
    line += segment;
  }
  return line;
}

function withEllipsis(line: string, width: number, measure: Measure): string {
  const parts = Array.from(graphemes.segment(line), (part) => part.segment);
  while (parts.length > 0 && measure(parts.join('').trimEnd() + ELLIPSIS) > width) parts.pop();
  return parts.join('').trimEnd() + ELLIPSIS;
}
