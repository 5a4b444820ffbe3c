import { isTooDeep } from '../../present/depth.ts';
import { decodeUtf8 } from './bytes.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Why a body is no JSON object. */
export type BodyFault = 'not-utf8' | 'not-json' | 'not-object';

/** Parses JSON text: a value, or undefined when it is no JSON, or nested deeper than a vendor's parser goes. */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Parses a body: a JSON object in UTF-8, or the reason why not. */
export function parseBody(body: Uint8Array): JsonObject | BodyFault {
  const text = decodeUtf8(body);
  if (text === null) return 'not-utf8';
  const value = parseJson(text);
  if (value === undefined) return 'not-json';
  return isObject(value) ? value : 'not-object';
}

/** An own member, so that a body cannot reach what every object inherits. */
export const member = (object: JsonObject, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;
