import { codePoints } from '../kit/bytes.ts';
import { type Form, field } from '../kit/form.ts';
import { isObject, type JsonObject, member, parseJson } from '../kit/json.ts';
import { invalid, type Refusal } from './refusal.ts';

/** Looks a parameter up by its documented name; undefined = absent, null or empty. */
export type Source = (name: string) => unknown;

const camelNames = new Map<string, string>();

/** `off_line_ttl` in the spelling of the vendor's own sample: `offLineTtl`. */
export function camelCase(name: string): string {
  const known = camelNames.get(name);
  if (known !== undefined) return known;
  const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  // Only documented names get here, so the map stays small.
  camelNames.set(name, camel);
  return camel;
}

const given = (value: unknown): unknown => (value === null || value === '' ? undefined : value);

/** Fields of a JSON object in either spelling; the documented one wins. */
export const jsonSource =
  (object: JsonObject): Source =>
  (name) =>
    given(member(object, name)) ?? given(member(object, camelCase(name)));

/** Fields of a form in either spelling. */
export const formSource =
  (form: Form): Source =>
  (name) =>
    given(field(form, name)) ?? given(field(form, camelCase(name)));

const INTEGER = /^[+-]?\d{1,18}$/;

/** A whole number, also as text; null when it is none. */
export function toInteger(value: unknown): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null;
  if (typeof value !== 'string' || !INTEGER.test(value)) return null;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : null;
}

const TRUTHS: Readonly<Record<string, boolean>> = { true: true, false: false, '1': true, '0': false };

function toBoolean(value: unknown): boolean | null {
  if (typeof value !== 'boolean' && typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).toLowerCase();
  return Object.hasOwn(TRUTHS, text) ? (TRUTHS[text] ?? null) : null;
}

const toText = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
};

/** What was received, as a refusal shows it. */
export const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '–'));

/** Bounds of a whole number, or the values that are allowed. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
  readonly oneOf?: readonly number[];
}

const inRange = (value: number, { min, max, oneOf }: Range): boolean =>
  (min === undefined || value >= min) && (max === undefined || value <= max) && (oneOf?.includes(value) ?? true);

function describe({ min, max, oneOf }: Range): string {
  if (oneOf) return oneOf.join(', ');
  const first = min ?? 0;
  if (first < 0) return `${first}…${max ?? ''}`;
  const start = `${first}, ${first + 1}, ${first + 2}, …`;
  return max === undefined ? start : `${start} ${max}`;
}

/** Reads typed fields one after the other and keeps the first that is not as it must be. */
export class FieldReader {
  readonly #source: Source;
  readonly #prefix: string;
  #refusal: Refusal | null = null;

  /** `prefix`: how names are shown, e.g. `notification.`. */
  constructor(source: Source, prefix = '') {
    this.#source = source;
    this.#prefix = prefix;
  }

  get refusal(): Refusal | null {
    return this.#refusal;
  }

  refuse(name: string, value: unknown, expected: string): void {
    this.#refusal ??= invalid(`${this.#prefix}${name}`, shown(value), expected);
  }

  /** Text of at most `max` characters, an emoji being one. */
  text(name: string, max = Number.POSITIVE_INFINITY): string | null {
    const value = this.#source(name);
    if (value === undefined) return null;
    const text = toText(value);
    if (text === null) this.refuse(name, value, '"…"');
    else if (text.length > max && codePoints(text) > max) this.refuse(name, text, `≤ ${max}`);
    return text;
  }

  integer(name: string, range: Range = {}): number | null {
    const value = this.#source(name);
    if (value === undefined) return null;
    const number = toInteger(value);
    if (number === null || !inRange(number, range)) this.refuse(name, value, describe(range));
    return number;
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.#source(name);
    if (value === undefined) return fallback;
    const flag = toBoolean(value);
    if (flag === null) this.refuse(name, value, 'true, false');
    return flag ?? fallback;
  }

  /** A JSON object, itself or as text; the text is given back. */
  object(name: string, max = Number.POSITIVE_INFINITY): string | null {
    const value = this.#source(name);
    if (value === undefined) return null;
    const text = isObject(value) ? JSON.stringify(value) : toText(value);
    if (text === null || !isObject(parseJson(text))) this.refuse(name, value, '{…}');
    else if (text.length > max && codePoints(text) > max) this.refuse(name, text, `≤ ${max}`);
    return text;
  }
}
