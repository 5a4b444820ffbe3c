import { codePoints, utf8Length } from '../kit/bytes.ts';
import { isObject, type JsonObject, member } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import { badValue, type Refusal } from './refusal.ts';

const EMPTY: JsonObject = {};

/** What a value looked like, bounded. */
export const shown = (value: unknown): string =>
  shorten(typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value)));

/** Not there, `null`, or an empty text: all mean that the default holds. */
const unset = (value: unknown): boolean => value === undefined || value === null || value === '';

const ON: ReadonlySet<unknown> = new Set([1, true, '1', 'true']);
const OFF: ReadonlySet<unknown> = new Set([0, false, '0', 'false']);

/** A part of `messageJson`, read member by member. */
export interface Part {
  readonly path: string;
  readonly object: JsonObject;
}

/**
 * Reads `messageJson` as tolerantly as its clients need: flags as numbers, booleans or texts, numbers as texts, empty
 * texts and `null` for "not set". Keeps the first value that is not allowed.
 */
export class JsonReader {
  refusal: Refusal | null = null;
  private readonly utf16: boolean;

  constructor(unit: 'codePoints' | 'utf16') {
    this.utf16 = unit === 'utf16';
  }

  refuse(refusal: Refusal): void {
    this.refusal ??= refusal;
  }

  private bad(path: string, value: unknown, expected: string): void {
    this.refuse(badValue('meizu-json-value', { path, received: shown(value), expected }));
  }

  part(parent: Part, name: string): Part {
    const path = parent.path === '' ? name : `${parent.path}.${name}`;
    const value = member(parent.object, name);
    if (isObject(value)) return { path, object: value };
    if (!unset(value)) this.bad(path, value, '{…}');
    return { path, object: EMPTY };
  }

  /** A text; numbers and booleans count as their text. `''` when it is not set. */
  text({ path, object }: Part, name: string): string {
    const value = member(object, name);
    if (typeof value === 'string') return value;
    if (unset(value)) return '';
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    this.bad(`${path}.${name}`, value, '"…"');
    return '';
  }

  flag({ path, object }: Part, name: string, otherwise: boolean): boolean {
    const value = member(object, name);
    if (unset(value)) return otherwise;
    if (ON.has(value)) return true;
    if (!OFF.has(value)) this.bad(`${path}.${name}`, value, '0, 1');
    return false;
  }

  /** A whole number, given as one or as its digits; null when it is not set or not one. */
  whole({ path, object }: Part, name: string): number | null {
    const value = member(object, name);
    if (unset(value)) return null;
    const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
    if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
    this.bad(`${path}.${name}`, value, '0, 1, 2, …');
    return null;
  }

  /** One of these numbers. */
  oneOf<N extends number>(part: Part, name: string, allowed: readonly N[], otherwise: N): N {
    const value = this.whole(part, name);
    if (value === null) return otherwise;
    const found = allowed.find((one) => one === value);
    if (found === undefined) this.bad(`${part.path}.${name}`, value, allowed.join(', '));
    return found ?? otherwise;
  }

  /** A whole number within limits. */
  within(part: Part, name: string, least: number, most: number, otherwise: number): number {
    const value = this.whole(part, name);
    if (value === null) return otherwise;
    if (value < least || value > most) this.bad(`${part.path}.${name}`, value, `${least}–${most}`);
    return value;
  }

  length(path: string, text: string, limit: number, unit: 'characters' | 'bytes'): void {
    const received = unit === 'bytes' ? utf8Length(text) : this.characters(text);
    const rule = unit === 'bytes' ? 'meizu-text-bytes' : 'meizu-text-length';
    if (received > limit) this.refuse(badValue(rule, { path, received, limit }));
  }

  private characters(text: string): number {
    return this.utf16 ? text.length : codePoints(text);
  }

  needed(path: string, value: string, cause: string): void {
    if (value === '') this.refuse(badValue('meizu-needed', { path, cause }));
  }

  matches(path: string, value: string, pattern: RegExp, expected: string): void {
    if (value !== '' && !pattern.test(value)) this.bad(path, value, expected);
  }
}
