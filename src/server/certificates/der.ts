/** One DER element. `content` is a view, nothing is copied. */
export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
}

export const DER_TAG = { oid: 0x06, octetString: 0x04, sequence: 0x30, set: 0x31, extensions: 0xa3 } as const;

/**
 * Reads the elements that lie one after another in `bytes` (DER, short and long lengths).
 * Undefined when a length runs past the end: the bytes are no DER.
 */
export function readElements(bytes: Uint8Array): readonly DerElement[] | undefined {
  const elements: DerElement[] = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes[at] ?? 0;
    const first = bytes[at + 1];
    if (first === undefined) return undefined;
    at += 2;
    let length = first;
    if (first & 0x80) {
      const count = first & 0x7f;
      if (count === 0 || count > 4 || at + count > bytes.length) return undefined;
      length = 0;
      for (let i = 0; i < count; i++) length = length * 256 + (bytes[at + i] ?? 0);
      at += count;
    }
    if (at + length > bytes.length) return undefined;
    elements.push({ tag, content: bytes.subarray(at, at + length) });
    at += length;
  }
  return elements;
}

/** Elements inside a constructed element; empty when there are none or they are damaged. */
export const children = (element: DerElement | undefined): readonly DerElement[] =>
  element === undefined ? [] : (readElements(element.content) ?? []);

/** Text of any of the string types that appear in names and topic lists; UTF-8. */
export const textOf = (element: DerElement): string => Buffer.from(element.content).toString('utf8');

/** Dotted form of an OBJECT IDENTIFIER. */
export function oidOf(element: DerElement): string {
  const parts: number[] = [];
  let value = 0;
  for (const byte of element.content) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    parts.push(value);
    value = 0;
  }
  const first = parts[0] ?? 0;
  const top = Math.min(Math.floor(first / 40), 2);
  return [top, first - top * 40, ...parts.slice(1)].join('.');
}
