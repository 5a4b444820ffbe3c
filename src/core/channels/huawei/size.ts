import { decodeUtf8, utf8Length } from '../kit/bytes.ts';
import { SIZE_LIMIT } from './definition.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text.charAt(at)) && at < text.length) at += 1;
  return at;
}

function skipString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}

/** End of the JSON value that begins at `from`; the text is known to be JSON. */
function skipValue(text: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"') {
      at = skipString(text, at);
      if (depth === 0) return at;
      continue;
    }
    if (char === '{' || char === '[') depth += 1;
    if (char === '}' || char === ']') {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    }
    if (char === ',' && depth === 0) return at;
    at += 1;
  }
  return at;
}

/** Where the value of a member of the object at `from` stands; the last one when it is repeated, as parsers take it. */
function memberSpan(text: string, from: number, name: string): Span | null {
  let found: Span | null = null;
  let at = skipSpace(text, from + 1);
  while (at < text.length && text.charAt(at) === '"') {
    const keyEnd = skipString(text, at);
    const key: unknown = JSON.parse(text.slice(at, keyEnd));
    const start = skipSpace(text, skipSpace(text, keyEnd) + 1);
    const end = skipValue(text, start);
    if (key === name) found = { start, end: start + text.slice(start, end).trimEnd().length };
    at = skipSpace(text, end);
    if (text.charAt(at) !== ',') break;
    at = skipSpace(text, at + 1);
  }
  return found;
}

/** UTF-8 bytes of a JSON object as received, less those of the value at `path`. */
export function sizeWithout(body: Uint8Array, path: readonly string[]): number {
  const text = decodeUtf8(body) ?? '';
  let at = skipSpace(text, 0);
  let span: Span | null = null;
  for (const name of path) {
    span = text.charAt(at) === '{' ? memberSpan(text, at, name) : null;
    if (span === null) return body.length;
    at = span.start;
  }
  return span === null ? body.length : body.length - utf8Length(text.slice(span.start, span.end));
}

/** Bytes of a message without its tokens when they are too many; null when it fits. */
export function tooLong(body: Uint8Array, tokens: readonly string[], limit = SIZE_LIMIT): number | null {
  if (body.length <= limit) return null;
  const size = sizeWithout(body, tokens);
  return size > limit ? size : null;
}
