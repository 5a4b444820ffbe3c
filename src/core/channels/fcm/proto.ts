import { isObject } from '../kit/json.ts';

/** Where a value stands in the request; the root has no parent and no name. */
export interface Place {
  readonly parent: Place | null;
  /** Name in the schema, with `[i]` inside a list or map. */
  readonly name: string;
}

/** Why a value does not fit the schema. */
export type ProblemKind = 'unknown' | 'value' | 'oneof' | 'query';

/** One fault of the mapping as Google's JSON front end reports it. */
export interface Problem {
  readonly kind: ProblemKind;
  /** Path of schema names; empty at the root, where the answer leaves it out. */
  readonly field: string;
  /** The offending name or value as it was sent. */
  readonly received: string;
  readonly text: string;
}

/** Reads values of one type. Undefined: not set, or a problem was added. */
export interface Kind<T> {
  read(value: unknown, place: Place, into: Problem[]): T | undefined;
}

export type ValueOf<K> = K extends Kind<infer T> ? T : never;
type Fields = Readonly<Record<string, Kind<unknown>>>;
export type Values<F extends Fields> = { readonly [K in keyof F]?: ValueOf<F[K]> };

export const ROOT: Place = { parent: null, name: '' };

export function pathOf(place: Place): string {
  const names: string[] = [];
  for (let at: Place | null = place; at !== null; at = at.parent) if (at.name !== '') names.unshift(at.name);
  return names.join('.');
}

const INVALID = 'Invalid JSON payload received. ';

/** `Unknown name "x" at 'place': reason`; the place is left out at the root. */
export function unknownName(name: string, parent: Place | null, reason: string): Problem {
  const field = parent === null ? '' : pathOf(parent);
  const at = field === '' ? '' : ` at '${field}'`;
  return { kind: 'unknown', field, received: name, text: `${INVALID}Unknown name "${name}"${at}: ${reason}` };
}

const literal = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : String(value));

function badValue(place: Place, type: string, said: string, received: unknown): Problem {
  const field = pathOf(place);
  return { kind: 'value', field, received: String(received), text: `Invalid value at '${field}' (${type}), ${said}` };
}

const isRecord = (value: unknown): boolean => value instanceof Map || isObject(value);

/** Members in order; `null` is left to the reader. */
const members = (value: unknown): Iterable<readonly [string, unknown]> =>
  value instanceof Map ? (value as ReadonlyMap<string, unknown>) : Object.entries(value as object);

const NO_LIST = 'Proto field is not repeating, cannot start list.';
const NO_OBJECT = 'Starting an object on a scalar field.';
const bare = (name: string): string => name.replace(/\[\d+\]$/, '');

/** Lists and objects in the place of a scalar; true when there was one. */
function misshapen(value: unknown, place: Place, into: Problem[]): boolean {
  const reason = Array.isArray(value) ? NO_LIST : isRecord(value) ? NO_OBJECT : null;
  if (reason !== null) into.push(unknownName(bare(place.name), place.parent, reason));
  return reason !== null;
}

/** A scalar; `parse` gives undefined for what does not fit. */
function scalar<T>(type: string, parse: (value: unknown) => T | undefined): Kind<T> {
  return {
    read(value, place, into) {
      if (value === null || misshapen(value, place, into)) return undefined;
      const read = parse(value);
      if (read === undefined) into.push(badValue(place, type, literal(value), value));
      return read;
    },
  };
}

const INT32_MAX = 2 ** 31 - 1;
const isInt32 = (value: number): boolean => Number.isInteger(value) && value >= -INT32_MAX - 1 && value <= INT32_MAX;

export const text: Kind<string> = scalar('TYPE_STRING', (value) => (typeof value === 'string' ? value : undefined));

export const int32: Kind<number> = scalar('TYPE_INT32', (value) => {
  const number = typeof value === 'string' && /^-?\d{1,11}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && isInt32(number) ? number : undefined;
});

const FLOAT = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

export const float: Kind<number> = scalar('TYPE_FLOAT', (value) => {
  const number = typeof value === 'string' && FLOAT.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
});

export const bool: Kind<boolean> = scalar('TYPE_BOOL', (value) =>
  typeof value === 'boolean' ? value : value === 'true' ? true : value === 'false' ? false : undefined,
);

/** An enum: a name in any letter case, or its number (unknown numbers are kept as text, as proto3 does). */
export const enumeration = <const N extends string>(type: string, names: readonly N[]): Kind<N | `${number}`> =>
  scalar(type, (value) => {
    if (typeof value === 'number' && isInt32(value)) return names[value] ?? (`${value}` as const);
    if (typeof value !== 'string') return undefined;
    const upper = value.toUpperCase();
    return names.find((name) => name === upper);
  });

type Parsed<T> = { readonly value: T } | { readonly fault: string };

/** A well-known type written as a string, whose parser says what is wrong. */
function wellKnown<T>(type: string, parse: (value: unknown) => Parsed<T>): Kind<T> {
  return {
    read(value, place, into) {
      if (value === null || misshapen(value, place, into)) return undefined;
      const parsed = parse(value);
      if ('value' in parsed) return parsed.value;
      const said = `Field '${bare(place.name)}', ${parsed.fault}`;
      into.push(badValue(place, `type.googleapis.com/google.protobuf.${type}`, said, value));
      return undefined;
    },
  };
}

const LONGEST = 315_576_000_000;

/** Seconds, possibly with a fraction. */
export const duration: Kind<number> = wellKnown('Duration', (value) => {
  if (typeof value !== 'string') return { fault: `Invalid data type for duration, value is ${String(value)}` };
  if (!value.endsWith('s')) return { fault: "Illegal duration format; duration must end with 's'" };
  if (!/^-?\d+(?:\.\d{1,9})?s$/.test(value)) return { fault: 'Invalid duration format, failed to parse seconds' };
  const seconds = Number(value.slice(0, -1));
  return Math.abs(seconds) > LONGEST ? { fault: 'Duration value exceeds limits' } : { value: seconds };
});

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/;

/** ms since 1970. */
export const timestamp: Kind<number> = wellKnown('Timestamp', (value) => {
  if (typeof value !== 'string') return { fault: `Invalid data type for timestamp, value is ${String(value)}` };
  const match = RFC3339.exec(value);
  if (match && match[1] === undefined)
    return { fault: "Illegal timestamp format; timestamps must end with 'Z' or have a valid timezone offset." };
  const at = match ? new Date(value).getTime() : Number.NaN;
  return Number.isNaN(at) ? { fault: `Invalid time format: ${value}` } : { value: at };
});

/** A free JSON object. */
export const struct: Kind<Readonly<Record<string, unknown>>> = {
  read(value, place, into) {
    if (value === null) return undefined;
    if (value instanceof Map) return Object.fromEntries(value) as Record<string, unknown>;
    if (isObject(value)) return value;
    if (Array.isArray(value)) into.push(unknownName(place.name, place.parent, NO_LIST));
    else into.push(badValue(place, 'type.googleapis.com/google.protobuf.Struct', literal(value), value));
    return undefined;
  },
};

/** A list; one scalar stands for a list of one. */
export const repeated = <T>(kind: Kind<T>): Kind<readonly T[]> => ({
  read(value, place, into) {
    if (value === null) return undefined;
    const items = Array.isArray(value) ? (value as readonly unknown[]) : [value];
    return items.flatMap((item, index) => {
      const read = kind.read(item, { parent: place.parent, name: `${place.name}[${index}]` }, into);
      return read === undefined ? [] : [read];
    });
  },
});

/** `map<string, string>`. */
export const textMap: Kind<Readonly<Record<string, string>>> = {
  read(value, place, into) {
    if (value === null) return undefined;
    if (!isRecord(value)) {
      into.push(
        Array.isArray(value)
          ? badValue(place, 'Map', `Cannot bind a list to map for field '${place.name}'.`, '[]')
          : badValue(place, 'Map', literal(value), value),
      );
      return undefined;
    }
    const entries: [string, string][] = [];
    let index = 0;
    for (const [key, item] of members(value)) {
      const entry = { parent: place.parent, name: `${place.name}[${index}]` };
      const read = text.read(item, { parent: entry, name: 'value' }, into);
      if (read !== undefined) entries.push([key, read]);
      index += 1;
    }
    return Object.fromEntries(entries);
  },
};

const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/**
 * A message: members by their proto or JSON name, mixed as one likes; of each union at most one member, where even an
 * empty text counts.
 */
export function message<F extends Fields>(
  type: string,
  fields: F,
  unions: Readonly<Record<string, readonly (keyof F & string)[]>> = {},
): Kind<Values<F>> {
  const byName = new Map<string, readonly [string, Kind<unknown>]>();
  for (const [name, kind] of Object.entries(fields)) byName.set(name, [name, kind]).set(camel(name), [name, kind]);
  const unionOf = new Map(Object.entries(unions).flatMap(([union, names]) => names.map((name) => [name, union])));
  return {
    read(value, place, into) {
      if (value === null) return undefined;
      if (!isRecord(value)) {
        into.push(notMessage(value, place, type));
        return undefined;
      }
      const read: Record<string, unknown> = {};
      const taken = new Map<string, string>();
      for (const [sent, item] of members(value)) {
        const known = byName.get(sent);
        if (known === undefined) {
          into.push(unknownName(sent, place, 'Cannot find field.'));
          continue;
        }
        const [name, kind] = known;
        if (item === null || !takes(unionOf.get(name), name, sent, taken, place, into)) continue;
        const one = kind.read(item, { parent: place, name }, into);
        if (one !== undefined) read[name] = one;
      }
      return read as Values<F>;
    },
  };
}

function notMessage(value: unknown, place: Place, type: string): Problem {
  if (place.parent === null) return unknownName('', null, 'Root element must be a message.');
  if (Array.isArray(value)) return unknownName(place.name, place.parent, NO_LIST);
  return badValue(place, `type.googleapis.com/google.firebase.fcm.v1.${type}`, literal(value), value);
}

/** May this member be set, given what of its union is set already? */
function takes(
  union: string | undefined,
  name: string,
  sent: string,
  taken: Map<string, string>,
  place: Place,
  into: Problem[],
): boolean {
  if (union === undefined) return true;
  const before = taken.get(union);
  taken.set(union, before ?? name);
  if (before === undefined || before === name) return true;
  const field = pathOf(place);
  const said = `oneof field '${union}' is already set. Cannot set '${sent}'`;
  into.push({ kind: 'oneof', field, received: sent, text: `Invalid value at '${field}' (oneof), ${said}` });
  return false;
}
