import { decodeUtf8 } from '../kit/bytes.ts';

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const UPPER_HEX: readonly string[] = HEX.map((digits) => digits.toUpperCase());

function uuid(b: Uint8Array, digits: readonly string[]): string {
  const hex = (bytes: Uint8Array, index: number): string => digits[bytes[index] ?? 0] ?? '00';
  return (
    `${hex(b, 0)}${hex(b, 1)}${hex(b, 2)}${hex(b, 3)}-${hex(b, 4)}${hex(b, 5)}-${hex(b, 6)}${hex(b, 7)}-` +
    `${hex(b, 8)}${hex(b, 9)}-${hex(b, 10)}${hex(b, 11)}${hex(b, 12)}${hex(b, 13)}${hex(b, 14)}${hex(b, 15)}`
  );
}

/** An `apns-unique-id`: lower case. Takes 16 random bytes. */
export const uniqueUuid = (bytes: Uint8Array): string => uuid(bytes, HEX);

/** An `apns-id` as Apple makes one: upper case, no version bits. Takes 16 random bytes. */
export const serverUuid = (bytes: Uint8Array): string => uuid(bytes, UPPER_HEX);

/** A version 4 UUID in lower case, as senders make them. Takes 16 random bytes. */
export function clientUuid(bytes: Uint8Array): string {
  const marked = Uint8Array.from(bytes);
  marked[6] = ((marked[6] ?? 0) & 0x0f) | 0x40;
  marked[8] = ((marked[8] ?? 0) & 0x3f) | 0x80;
  return uuid(marked, HEX);
}

const UUID = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;

/** Canonical 8-4-4-4-12 form in any letter case; braces and bare digits are not one. */
export const isUuid = (value: string): boolean => value.length === 36 && UUID.test(value);

/** Reads a header value (Latin-1, one char per byte) as the UTF-8 text that its sender meant. */
export function headerText(value: string): string {
  let ascii = true;
  for (let i = 0; ascii && i < value.length; i += 1) ascii = value.charCodeAt(i) < 0x80;
  if (ascii) return value;
  return decodeUtf8(Uint8Array.from(value, (char) => char.charCodeAt(0) & 0xff)) ?? value;
}

const SHOWN = 80;

/** A received value as a sentence can hold it: readable, and never longer than a line. */
export function shown(value: string): string {
  const text = headerText(value);
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}

/** A time in ms as ISO 8601; numbers that no date can hold are written as they are. */
export function isoTime(time: number): string {
  return Math.abs(time) <= 8.64e15 ? new Date(Math.trunc(time)).toISOString() : String(time);
}
