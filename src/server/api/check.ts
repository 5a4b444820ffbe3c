import type { z } from 'zod';
import { closest } from '../../core/present/closest.ts';
import { problem } from './problem.ts';

type Part = 'path' | 'query' | 'body';
export type Checked =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly answer: Response };

/** One thing that is wrong with a request. */
export interface Complaint {
  /** Where, e.g. `offlinePush.ios.badgeEnabled`; empty for the whole part. */
  readonly path: string;
  readonly code: 'unknown_field' | 'invalid_value' | 'missing';
  readonly received: string;
  readonly message: string;
  readonly fix: string;
}

/** Checks one part of a request; a refusal names every place, what came there and what would fix it. */
export function check(part: Part, schema: z.ZodType, value: unknown): Checked {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const complaints = result.error.issues.flatMap((issue) => complaintsOf(issue, value, schema));
  const onlyUnknown = complaints.every((one) => one.code === 'unknown_field');
  const text = complaints
    .slice(0, 3)
    .map((one) => `${one.message} ${one.fix}`)
    .join(' ');
  const more = complaints.length > 3 ? ` And ${complaints.length - 3} more.` : '';
  const code = onlyUnknown ? 'unknown_field' : 'invalid_request';
  return { ok: false, answer: problem(400, code, `${text}${more}`, { in: part, issues: complaints }) };
}

type Issue = z.core.$ZodIssue;

function complaintsOf(issue: Issue, root: unknown, schema: z.ZodType): Complaint[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownField([...issue.path, key], root, knownKeys(schema, issue.path)));
  }
  if (issue.code === 'invalid_union') {
    const branch = closestBranch(issue.errors);
    if (branch !== null) {
      return branch.flatMap((inner) =>
        complaintsOf({ ...inner, path: [...issue.path, ...inner.path] } as Issue, root, schema),
      );
    }
  }
  return [invalidValue(issue, root)];
}

// The alternative that came furthest is the one that the caller most likely meant.
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const depth = (issues: readonly Issue[]): number => Math.min(...issues.map((issue) => issue.path.length));
  const ranked = branches
    .filter((branch) => branch.length > 0)
    .toSorted((a, b) => depth(b) - depth(a) || a.length - b.length);
  return ranked[0] ?? null;
}

function unknownField(path: readonly PropertyKey[], root: unknown, known: readonly string[]): Complaint {
  const place = pathText(path);
  const key = String(path.at(-1));
  const near = closest(key, known);
  const list = known.length === 0 ? '' : ` Known here: ${known.join(', ')}.`;
  return {
    path: place,
    code: 'unknown_field',
    // A misspelt secret is a secret.
    received: received(near === null ? path : [near], root, valueAt(root, path)),
    message: `Unknown field "${place}".`,
    fix: near === null ? `Leave it out.${list}` : `Did you mean "${near}"?`,
  };
}

function invalidValue(issue: Issue, root: unknown): Complaint {
  const place = pathText(issue.path);
  const missing = valueAt(root, issue.path) === undefined;
  const came = received(issue.path, root);
  const where = place === '' ? 'The value' : `"${place}"`;
  return {
    path: place,
    code: missing ? 'missing' : 'invalid_value',
    received: came,
    message: missing ? `${where} is missing.` : `${where} is ${came}.`,
    fix: `${expectation(issue)}.`,
  };
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Give ${article(issue.expected)}`;
    case 'invalid_value':
      return `Give ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map((one) => JSON.stringify(one)).join(', ')}`;
    case 'too_small':
      return `Give ${measure(issue.origin)} of at least ${String(issue.minimum)}`;
    case 'too_big':
      return `Give ${measure(issue.origin)} of at most ${String(issue.maximum)}`;
    case 'invalid_union':
      return issue.discriminator === undefined || !('options' in issue) || !Array.isArray(issue.options)
        ? issue.message
        : `Give one of ${issue.options.map((one) => JSON.stringify(one)).join(', ')}`;
    default:
      return issue.message.replace(/\.$/, '');
  }
}

const article = (type: string): string => (/^[aeio]/.test(type) ? `an ${type}` : `a ${type}`);
const measure = (origin: string): string =>
  origin === 'string' ? 'a length' : origin === 'array' ? 'a count' : 'a number';

/** `elements[0].type` for `['elements', 0, 'type']`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    root,
  );
}

/** Members whose values are not repeated in a refusal: refusals end up in logs. */
const SECRETS: ReadonlySet<string> = new Set([
  'appKey',
  'appSecret',
  'certificate',
  'file',
  'key',
  'masterSecret',
  'password',
  'secret',
  'serverKey',
]);

/** What was received at a place, or of secrets what kind of thing it was. */
function received(path: readonly PropertyKey[], root: unknown, value = valueAt(root, path)): string {
  if (value === undefined || !SECRETS.has(String(path.at(-1)))) return describe(withoutSecrets(value));
  return typeof value === 'string' ? `a text of ${value.length} characters` : `a value of type ${typeof value}`;
}

/** A value that stands at the wrong place may have secrets inside. */
function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, SECRETS.has(name) ? '••••' : withoutSecrets(member)]),
  );
}

/** What was received, short enough for one line. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Names of the fields that the schema knows at `path`; empty where they cannot be told. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let current: unknown = schema;
  for (const key of path) current = step(unwrap(current), key);
  const shape = shapeOf(unwrap(current));
  return shape === null ? [] : Object.keys(shape);
}

function step(schema: unknown, key: PropertyKey): unknown {
  const shape = shapeOf(schema);
  if (shape !== null) return shape[String(key)];
  return defOf(schema).element;
}

function unwrap(schema: unknown): unknown {
  let current = schema;
  for (let depth = 0; depth < 8; depth++) {
    const def = defOf(current);
    const inner = def.innerType ?? def.in;
    if (inner === undefined) return current;
    current = inner;
  }
  return current;
}

function shapeOf(schema: unknown): Readonly<Record<string, unknown>> | null {
  const shape = defOf(schema).shape;
  return typeof shape === 'object' && shape !== null ? (shape as Readonly<Record<string, unknown>>) : null;
}

function defOf(schema: unknown): Readonly<Record<string, unknown>> {
  if (typeof schema !== 'object' || schema === null || !('def' in schema)) return {};
  return typeof schema.def === 'object' && schema.def !== null ? (schema.def as Readonly<Record<string, unknown>>) : {};
}
