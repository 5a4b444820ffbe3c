import { decodeUtf8 } from '../kit/bytes.ts';
import { header } from '../kit/form.ts';
import type { VendorRequest } from '../types.ts';

/** One part of a `multipart/form-data` body. */
export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const PARTS_MAX = 50;
const CR = 13;
const LF = 10;

const asciiBytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff);

function indexOfBytes(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  const [first = 0] = wanted;
  let at = bytes.indexOf(first, from);
  while (at >= 0 && at + wanted.length <= bytes.length) {
    let same = 1;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same += 1;
    if (same === wanted.length) return at;
    at = bytes.indexOf(first, at + 1);
  }
  return -1;
}

/** The boundary that a content type names; null when it is no multipart form. */
function boundaryOf(contentType: string): string | null {
  if (!/^multipart\/form-data\b/i.test(contentType)) return null;
  const found = /;\s*boundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(contentType);
  return found?.[1] ?? found?.[2] ?? null;
}

const BLANK_LINE = asciiBytes('\r\n\r\n');

function readPart(bytes: Uint8Array): Part | null {
  const end = indexOfBytes(bytes, BLANK_LINE, 0);
  if (end < 0) return null;
  const head = decodeUtf8(bytes.subarray(0, end)) ?? '';
  const name = /(?:^|\r\n)content-disposition:[^\r\n]*?[;\s]name="?([^";\r\n]*)/i.exec(head)?.[1];
  return name === undefined ? null : { name, bytes: bytes.subarray(end + BLANK_LINE.length) };
}

/** Parts of a multipart body (RFC 7578), in order; none when the body is not one or breaks off. Never throws. */
export function readMultipart(request: VendorRequest): readonly Part[] {
  const boundary = boundaryOf(header(request, 'content-type') ?? '');
  if (boundary === null) return [];
  const { body } = request;
  const delimiter = asciiBytes(`\r\n--${boundary}`);
  // The first delimiter has no line break before it unless a preamble stands there.
  let at = indexOfBytes(body, delimiter.subarray(2), 0);
  if (at < 0) return [];
  at += delimiter.length - 2;
  const parts: Part[] = [];
  while (parts.length < PARTS_MAX && body[at] === CR && body[at + 1] === LF) {
    const next = indexOfBytes(body, delimiter, at);
    if (next < 0) break;
    const part = readPart(body.subarray(at, next));
    if (part !== null) parts.push(part);
    at = next + delimiter.length;
  }
  return parts;
}
