import type { VendorRequest } from '../types.ts';

/** What was odd about the form; the parameters were read all the same. */
export interface FormProblem {
  readonly kind: 'encoding' | 'percent' | 'content-type';
  /** Parameter name, or the content type. */
  readonly name: string;
}

/** Parameters of query and body together, in order: query first, as servlets do. */
export interface Form {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly FormProblem[];
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

const hexValue = (code: number): number => {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
};

interface Decoded {
  readonly text: string;
  readonly badPercent: boolean;
  readonly badEncoding: boolean;
}

function percentBytes(bytes: Uint8Array): { readonly raw: Uint8Array; readonly badPercent: boolean } {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  let badPercent = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    const high = byte === 0x25 ? hexValue(bytes[index + 1] ?? 0) : -1;
    const low = high >= 0 ? hexValue(bytes[index + 2] ?? 0) : -1;
    if (low >= 0) {
      out[length] = high * 16 + low;
      index += 2;
    } else {
      if (byte === 0x25) badPercent = true;
      out[length] = byte === 0x2b ? 0x20 : byte;
    }
    length += 1;
  }
  return { raw: out.subarray(0, length), badPercent };
}

function decodeBytes(bytes: Uint8Array): Decoded {
  const { raw, badPercent } = percentBytes(bytes);
  try {
    return { text: strictUtf8.decode(raw), badPercent, badEncoding: false };
  } catch {
    return { text: utf8.decode(raw), badPercent, badEncoding: true };
  }
}

/** Characters up to U+00FF stand for bytes of the wire, others for themselves. */
function wireBytes(text: string): Uint8Array {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0xff) return encoder.encode(text);
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

interface Collector {
  readonly values: Map<string, string[]>;
  readonly problems: FormProblem[];
}

// By index: a callback or an iterator for each byte of the body costs several times as much.
function isAscii(bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length; index += 1) if ((bytes[index] ?? 0) >= 0x80) return false;
  return true;
}

/** The usual case: nothing but ASCII on the wire, well-formed percent codes of UTF-8. Null when it is not. */
function decodeText(text: string): string | null {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  if (!text.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return null;
  }
}

function add(into: Collector, name: string, value: string): void {
  const list = into.values.get(name);
  if (list) list.push(value);
  else into.values.set(name, [value]);
}

function addRaw(into: Collector, rawName: Uint8Array, rawValue: Uint8Array): void {
  const name = decodeBytes(rawName);
  const value = decodeBytes(rawValue);
  if (name.badPercent || value.badPercent) into.problems.push({ kind: 'percent', name: name.text });
  if (name.badEncoding || value.badEncoding) into.problems.push({ kind: 'encoding', name: name.text });
  add(into, name.text, value.text);
}

function addText(into: Collector, text: string): void {
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const rawName = equals < 0 ? pair : pair.slice(0, equals);
    const rawValue = equals < 0 ? '' : pair.slice(equals + 1);
    const name = decodeText(rawName);
    const value = decodeText(rawValue);
    if (name !== null && value !== null) add(into, name, value);
    else addRaw(into, encoder.encode(rawName), encoder.encode(rawValue));
  }
}

const NOTHING = new Uint8Array(0);

function addBytes(into: Collector, bytes: Uint8Array): void {
  let start = 0;
  while (start <= bytes.length) {
    const next = bytes.indexOf(0x26, start);
    const pair = bytes.subarray(start, next < 0 ? bytes.length : next);
    start += pair.length + 1;
    if (pair.length === 0) continue;
    const equals = pair.indexOf(0x3d);
    if (equals < 0) addRaw(into, pair, NOTHING);
    else addRaw(into, pair.subarray(0, equals), pair.subarray(equals + 1));
  }
}

function addForm(into: Collector, bytes: Uint8Array): void {
  if (isAscii(bytes)) addText(into, utf8.decode(bytes));
  else addBytes(into, bytes);
}

/** First value of a header; names are lower case. */
export function header(request: VendorRequest, name: string): string | undefined {
  for (const pair of request.headers) if (pair[0] === name) return pair[1];
  return undefined;
}

/** What nearly every client sends: nothing odd about it, so nothing to take apart. */
const USUAL_TYPES: ReadonlySet<string> = new Set([
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded;charset=UTF-8',
  'application/x-www-form-urlencoded; charset=UTF-8',
]);

/** Writes down what is odd about a content type; false when the body cannot be a form. */
function isForm(into: Collector, given: string): boolean {
  if (USUAL_TYPES.has(given)) return true;
  const type = given.toLowerCase();
  const essence = (type.split(';')[0] ?? '').trim();
  if (essence === 'application/json' || essence.startsWith('multipart/')) {
    into.problems.push({ kind: 'content-type', name: essence });
    return false;
  }
  const charset = /charset="?([a-z0-9_-]+)/.exec(type)?.[1];
  if (charset && charset !== 'utf-8' && charset !== 'utf8' && charset !== 'us-ascii')
    into.problems.push({ kind: 'encoding', name: `charset=${charset}` });
  return true;
}

function readBody(into: Collector, request: VendorRequest): void {
  if (request.body.length === 0) return;
  if (isForm(into, header(request, 'content-type') ?? '')) addForm(into, request.body);
}

/**
 * Reads the parameters of query and body as `application/x-www-form-urlencoded`: `+` is a space, values are decoded
 * exactly once, a stray `%` stays, bytes that are not UTF-8 become U+FFFD. Never throws; what was odd is listed.
 */
export function readForm(request: VendorRequest): Form {
  const into: Collector = { values: new Map(), problems: [] };
  const mark = request.path.indexOf('?');
  if (mark >= 0) addForm(into, wireBytes(request.path.slice(mark + 1)));
  readBody(into, request);
  return into;
}

/** Path without query, exactly as sent. */
export function pathOf(request: VendorRequest): string {
  const mark = request.path.indexOf('?');
  return mark < 0 ? request.path : request.path.slice(0, mark);
}

/** First value, `''` when the parameter is absent: absent and empty mean the same here. */
export const field = (form: Form, name: string): string => form.values.get(name)?.[0] ?? '';

/** Values of a list parameter: repeated keys and comma lists together, trimmed of empty parts and repeats. */
export function listField(form: Form, name: string, separator = ','): string[] {
  const all = form.values.get(name);
  if (all === undefined) return [];
  const [only] = all;
  if (all.length === 1 && only !== undefined && only !== '' && !only.includes(separator)) return [only];
  const parts = all.flatMap((value) => value.split(separator)).filter((part) => part !== '');
  return [...new Set(parts)];
}
