import { isTooDeep } from './depth.ts';

/** Parses a body for display: JSON, form fields, else the text itself; null when there is none. */
export function parseBody(text: string, contentType: string | null): unknown {
  if (text === '') return null;
  if (isForm(contentType)) return parseForm(text);
  if (isJson(contentType) || looksLikeJson(text)) return parseJson(text);
  return text;
}

const isForm = (type: string | null): boolean => type !== null && /^application\/x-www-form-urlencoded\b/i.test(type);
const isJson = (type: string | null): boolean => type !== null && /^application\/(?:[\w.-]+\+)?json\b/i.test(type);
// APNs clients send no content type, so the text itself has to tell.
const looksLikeJson = (text: string): boolean => /^\s*[{[]/.test(text);

function parseJson(text: string): unknown {
  // It could not be written into an answer.
  if (isTooDeep(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}

/** Form fields in order of first appearance; a field given several times becomes a list. */
export function parseForm(text: string): Record<string, string | string[]> {
  const fields = new Map<string, string[]>();
  for (const part of text.split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const name = decodeFormPart(at < 0 ? part : part.slice(0, at));
    const value = at < 0 ? '' : decodeFormPart(part.slice(at + 1));
    const values = fields.get(name);
    if (values === undefined) fields.set(name, [value]);
    else values.push(value);
  }
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length === 1 ? values.join('') : values]),
  );
}

function decodeFormPart(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** Header pairs as one record; repeated names are joined as RFC 9110 section 5.3 allows. */
export function headerRecord(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  const record = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = record.get(name);
    record.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(record);
}

/** Length of the text in UTF-8 bytes. */
export const utf8Length = (text: string): number => new TextEncoder().encode(text).length;

/** UTF-8 text of bytes; invalid sequences become U+FFFD. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
