const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** UTF-8 text of a body; null when the bytes are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

export const encodeUtf8 = (text: string): Uint8Array => encoder.encode(text);

/** Length of a text in UTF-8. */
export const utf8Length = (text: string): number => encoder.encode(text).length;

/** Characters as people count them: code points, so that an emoji is one and not two. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

const URL_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const ALPHABET = `${URL_ALPHABET.slice(0, 62)}+/`;

const codesOf = (alphabet: string): readonly number[] =>
  Array.from({ length: 128 }, (_, code) => alphabet.indexOf(String.fromCharCode(code)));
const URL_CODES = codesOf(URL_ALPHABET);
const CODES = codesOf(ALPHABET);

function encode(bytes: Uint8Array, alphabet: string): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] ?? 0;
    const b = bytes[i + 1];
    const c = bytes[i + 2];
    text += alphabet.charAt(a >> 2) + alphabet.charAt(((a & 3) << 4) | ((b ?? 0) >> 4));
    if (b !== undefined) text += alphabet.charAt(((b & 15) << 2) | ((c ?? 0) >> 6));
    if (c !== undefined) text += alphabet.charAt(c & 63);
  }
  return text;
}

function decode(text: string, codes: readonly number[]): Uint8Array | null {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 61) end -= 1;
  if (end % 4 === 1) return null;
  const bytes = new Uint8Array((end * 3) >> 2);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < end; i += 1) {
    const value = codes[text.charCodeAt(i)] ?? -1;
    if (value < 0) return null;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 0xff;
      at += 1;
    }
  }
  return bytes;
}

/** base64url without padding (RFC 7515, appendix C). */
export const encodeBase64Url = (bytes: Uint8Array): string => encode(bytes, URL_ALPHABET);

/** base64 with padding (RFC 4648, section 4). */
export function encodeBase64(bytes: Uint8Array): string {
  const text = encode(bytes, ALPHABET);
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** Bytes of base64url text; `=` at the end is overlooked. null for any other character or an impossible length. */
export const decodeBase64Url = (text: string): Uint8Array | null => decode(text, URL_CODES);

/** Bytes of base64 text; `=` at the end is overlooked. null for any other character or an impossible length. */
export const decodeBase64 = (text: string): Uint8Array | null => decode(text, CODES);

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hex digits, two for each byte. */
export function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte] ?? '';
  return text;
}
