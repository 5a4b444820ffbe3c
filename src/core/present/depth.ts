/** Levels of lists and objects inside each other: more than fit into the 4 KiB of a push, few enough to go down into. */
export const DEEPEST = 2500;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Is JSON text nested deeper than whoever goes down into it can bear? `JSON.parse` takes any depth, `JSON.stringify` and
 * every function that calls itself do not. Text that is no JSON gives any answer.
 */
export function isTooDeep(text: string): boolean {
  // Each level needs a bracket at both ends.
  if (text.length <= 2 * DEEPEST) return false;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}
