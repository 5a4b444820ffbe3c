import { decodeUtf8 } from '../kit/bytes.ts';
import { type BodyFault, isObject, type JsonObject, member, parseBody } from '../kit/json.ts';

/**
 * Values are taken whatever JSON type they come in, since clients send numbers as texts and the other way round.
 * `undefined` = absent, null or empty; `null` = there, but of no use.
 */
export type Read<T> = T | undefined | null;

const INTEGER = /^[+-]?\d{1,19}$/;

/** A number too long for a double somewhere in the text. */
const LONG_NUMBER = /[:,[]\s*-?\d{16,}\s*[,}\]]/;
/** A string, or such a number after what may precede a value. */
const STRING_OR_LONG = /"(?:[^"\\]|\\.)*"|([:,[]\s*)(-?\d{16,})(?=\s*[,}\]])/g;

/** Parses a body. Long numbers, such as taskIds that a client sends as numbers, become texts so that no digit is lost. */
export function readJson(body: Uint8Array): JsonObject | BodyFault {
  const plain = parseBody(body);
  if (!isObject(plain)) return plain;
  const text = decodeUtf8(body) ?? '';
  if (!LONG_NUMBER.test(text)) return plain;
  const quoted = text.replace(STRING_OR_LONG, (all, before: string | undefined, digits: string | undefined) =>
    before === undefined || digits === undefined ? all : `${before}"${digits}"`,
  );
  try {
    const value: unknown = JSON.parse(quoted);
    return isObject(value) ? value : plain;
  } catch {
    return plain;
  }
}

export function textOf(body: JsonObject, name: string): Read<string> {
  const value = member(body, name);
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** Text without blanks around it; only blanks count as empty. */
export function trimmedOf(body: JsonObject, name: string): Read<string> {
  const text = textOf(body, name);
  return typeof text === 'string' ? text.trim() || undefined : text;
}

export function integerOf(body: JsonObject, name: string): Read<number> {
  const value = member(body, name);
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return Number.isInteger(value) ? value : null;
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (text === '') return undefined;
  return INTEGER.test(text) ? Number(text) : null;
}

/** Anything but a clear yes or no is the default. */
export function flagOf(body: JsonObject, name: string, otherwise: boolean): boolean {
  const value = member(body, name);
  if (value === true || value === 'true' || value === 1 || value === '1') return true;
  return value === false || value === 'false' || value === 0 || value === '0' ? false : otherwise;
}

/** A map of texts; members that are null are left out. */
export function mapOf(body: JsonObject, name: string): Read<Readonly<Record<string, string>>> {
  const value = member(body, name);
  if (value === undefined || value === null || value === '') return undefined;
  if (!isObject(value)) return null;
  const pairs: [string, string][] = [];
  for (const key of Object.keys(value)) {
    const text = member(value, key) === '' ? '' : textOf(value, key);
    if (text === null) return null;
    if (text !== undefined) pairs.push([key, text]);
  }
  return Object.fromEntries(pairs);
}

/** A list of texts, without empty ones. */
export function listOf(body: JsonObject, name: string): Read<readonly string[]> {
  const value = member(body, name);
  if (value === undefined || value === null || value === '') return undefined;
  if (!Array.isArray(value)) return null;
  const texts: string[] = [];
  for (const item of value as readonly unknown[]) {
    if (typeof item === 'number') texts.push(String(item));
    else if (typeof item !== 'string') return null;
    else if (item.trim() !== '') texts.push(item.trim());
  }
  return texts.length === 0 ? undefined : texts;
}

/** How an unusable or odd value is shown in a trace. */
export function shownOf(body: JsonObject, name: string): string {
  const value = member(body, name);
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'string') return value;
  if (typeof value === 'object') return Array.isArray(value) ? '[…]' : '{…}';
  return String(value);
}
