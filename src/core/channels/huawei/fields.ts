import { isObject, type JsonObject, member } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import { illegal, type Refusal, refuse } from './refusal.ts';

/** What a member must be. Numbers as text, text as numbers and "true"/"false" are taken; null counts as absent. */
interface Common {
  readonly name: string;
  readonly needed?: boolean;
  /** In signs that need no language, for the trace. */
  readonly expected?: string;
  /** The hint of the refusal; `<name> is invalid` when absent. */
  readonly hint?: string;
}
export type Field =
  | (Common & { readonly kind: 'text'; readonly ok?: (value: string) => boolean })
  | (Common & { readonly kind: 'number'; readonly ok?: (value: number) => boolean })
  | (Common & { readonly kind: 'flag' })
  | (Common & { readonly kind: 'object'; readonly fields?: readonly Field[]; readonly also?: Cross })
  | (Common & { readonly kind: 'texts'; readonly max?: number; readonly ok?: (value: string) => boolean })
  | (Common & {
      readonly kind: 'objects';
      readonly max?: number;
      readonly fields?: readonly Field[];
      readonly also?: Cross;
    });

/** A check over several members of one object; `path` names the object. */
export type Cross = (object: JsonObject, path: string) => Refusal | null;

const given = (value: unknown): boolean => value !== undefined && value !== null;

/** Is the member there with a value? */
export const has = (object: JsonObject, name: string): boolean => given(member(object, name));

export const asText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

export function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\s*[+-]?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
}

export function asFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  const lower = value.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : undefined;
}

export const text = (object: JsonObject, name: string): string | undefined => asText(member(object, name));
export const number = (object: JsonObject, name: string): number | undefined => asNumber(member(object, name));
export const flag = (object: JsonObject, name: string): boolean | undefined => asFlag(member(object, name));

const NOTHING: JsonObject = {};

/** An object member; an empty object when it is absent. */
export function object(from: JsonObject, name: string): JsonObject {
  const value = member(from, name);
  return isObject(value) ? value : NOTHING;
}

export function texts(from: JsonObject, name: string): readonly string[] {
  const value = member(from, name);
  return Array.isArray(value) ? value.flatMap((item: unknown) => asText(item) ?? []) : [];
}

export function objects(from: JsonObject, name: string): readonly JsonObject[] {
  const value = member(from, name);
  return Array.isArray(value) ? value.filter((item): item is JsonObject => isObject(item)) : [];
}

/** A received value as a trace shows it. */
export function seen(value: unknown): string {
  if (value === undefined) return '–';
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  return shorten(written ?? String(value));
}

/** Names of an object's members, for a trace that tells what stands there instead of what is missing. */
export const memberNames = (from: JsonObject): string => shorten(Object.keys(from).join(', ') || '–');

const TYPES = {
  text: 'string',
  number: 'number',
  flag: 'true | false',
  object: '{…}',
  texts: '["…"]',
  objects: '[{…}]',
} as const;

const wrongType = (path: string, field: Field, value: unknown): Refusal =>
  refuse('huawei-type', '80100001', { name: path, received: seen(value), expected: TYPES[field.kind] });

const wrongValue = (path: string, field: Field, value: unknown): Refusal =>
  illegal(
    'huawei-value',
    path,
    { received: seen(value), expected: field.expected ?? TYPES[field.kind] },
    field.hint ?? `${field.name} is invalid`,
  );

/** A needed member that is not there. */
export const missing = (path: string, name: string): Refusal =>
  illegal('huawei-required', path, { received: '–' }, `${name} is invalid`);

function checkObject(path: string, field: Field & { readonly kind: 'object' }, value: unknown): Refusal | null {
  if (!isObject(value)) return wrongType(path, field, value);
  return checkFields(value, field.fields ?? [], path) ?? field.also?.(value, path) ?? null;
}

function checkTexts(path: string, field: Field & { readonly kind: 'texts' }, value: unknown): Refusal | null {
  if (!Array.isArray(value)) return wrongType(path, field, value);
  if (value.length > (field.max ?? Number.POSITIVE_INFINITY)) return wrongValue(path, field, value);
  for (const item of value as readonly unknown[]) {
    const one = asText(item);
    if (one === undefined) return wrongType(path, field, item);
    if (field.ok && !field.ok(one)) return wrongValue(path, field, item);
  }
  return null;
}

function checkObjects(path: string, field: Field & { readonly kind: 'objects' }, value: unknown): Refusal | null {
  if (!Array.isArray(value)) return wrongType(path, field, value);
  if (value.length > (field.max ?? Number.POSITIVE_INFINITY)) return wrongValue(path, field, value);
  for (const item of value as readonly unknown[]) {
    if (!isObject(item)) return wrongType(path, field, item);
    const refusal = checkFields(item, field.fields ?? [], path) ?? field.also?.(item, path) ?? null;
    if (refusal) return refusal;
  }
  return null;
}

function checkScalar(
  path: string,
  field: Field & { readonly kind: 'text' | 'number' | 'flag' },
  value: unknown,
): Refusal | null {
  if (typeof value === 'object') return wrongType(path, field, value);
  if (field.kind === 'flag') return asFlag(value) === undefined ? wrongValue(path, field, value) : null;
  if (field.kind === 'number') {
    const one = asNumber(value);
    return one === undefined || field.ok?.(one) === false ? wrongValue(path, field, value) : null;
  }
  const one = asText(value);
  return one === undefined || field.ok?.(one) === false ? wrongValue(path, field, value) : null;
}

function checkField(path: string, field: Field, value: unknown): Refusal | null {
  switch (field.kind) {
    case 'object':
      return checkObject(path, field, value);
    case 'texts':
      return checkTexts(path, field, value);
    case 'objects':
      return checkObjects(path, field, value);
    case 'text':
    case 'number':
    case 'flag':
      return checkScalar(path, field, value);
  }
}

/** Checks the members of an object in the order of the fields; unknown members are ignored. */
export function checkFields(from: JsonObject, fields: readonly Field[], path = ''): Refusal | null {
  for (const field of fields) {
    const value = member(from, field.name);
    const name = path === '' ? field.name : `${path}.${field.name}`;
    const refusal = given(value) ? checkField(name, field, value) : field.needed ? missing(name, field.name) : null;
    if (refusal) return refusal;
  }
  return null;
}

// ── what values may be ───────────────────────────────────────────────────────────────────────

export const within =
  (low: number, high: number) =>
  (value: number): boolean =>
    Number.isInteger(value) && value >= low && value <= high;

export const oneOf =
  (...allowed: readonly (string | number)[]) =>
  (value: string | number): boolean =>
    allowed.includes(value);

export const filled = (value: string): boolean => value !== '';
export const isHttps = (value: string): boolean => /^https:\/\/\S+$/i.test(value);
