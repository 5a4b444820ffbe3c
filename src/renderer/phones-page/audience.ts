/** What an audience must not read: addresses, host names with a port, and long runs that only ids, tokens and keys have. */
const PRIVATE = [
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'“”，。；、）)]+/giu,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/gu,
  /\b(?:[a-z0-9-]+\.)+[a-z]{2,}:\d+\b/giu,
  /[A-Za-z0-9_\-+/=:]{20,}/gu,
];
const HIDDEN = '•••';

/** A sentence for a screen that others look at: `known` ids (tokens, accounts) and what looks like one are covered. */
export function forAudience(text: string, known: readonly string[]): string {
  const named = known
    .filter((one) => one !== '')
    .toSorted((a, b) => b.length - a.length)
    .reduce((said, one) => said.replaceAll(one, HIDDEN), text);
  return PRIVATE.reduce((said, pattern) => said.replaceAll(pattern, HIDDEN), named);
}

export interface Room {
  /** px */
  readonly width: number;
  readonly height: number;
}

/** Height of a phone that is 1 wide, and what stands under it, px. */
const SHAPE = 2.16;
const CAPTION = 92;
const GAP = 28;

/** In how many columns this many phones are largest, and how wide each is then, px. */
export function largestFit(
  count: number,
  { width, height }: Room,
): { readonly columns: number; readonly width: number } {
  const fits = Array.from({ length: Math.max(1, count) }, (_, index) => {
    const columns = index + 1;
    const rows = Math.ceil(count / columns);
    const across = (width - GAP * (columns + 1)) / columns;
    const down = ((height - GAP) / rows - CAPTION - GAP) / SHAPE;
    return { columns, width: Math.floor(Math.min(across, down)) };
  });
  return fits.reduce((best, one) => (one.width > best.width ? one : best));
}
