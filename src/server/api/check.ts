import type { z } from 'zod';
import { closest } from '../../core/present/closest.ts';
import type { LocalText } from '../../core/trace/types.ts';
import { expectation } from './expectation.ts';
import { knownKeys } from './known-keys.ts';
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

/** A complaint with its Chinese, which the whole of the refusal says. */
interface Found {
  readonly complaint: Complaint;
  readonly zh: string;
}

/** Checks one part of a request; a refusal names every place, what came there and what would fix it. */
export function check(part: Part, schema: z.ZodType, value: unknown): Checked {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const found = result.error.issues.flatMap((issue) => complaintsOf(issue, value, schema));
  const issues = found.map(({ complaint }) => complaint);
  const onlyUnknown = issues.every((one) => one.code === 'unknown_field');
  const code = onlyUnknown ? 'unknown_field' : 'invalid_request';
  return { ok: false, answer: problem(400, code, summary(found), { in: part, issues }) };
}

/** The first three in words, and how many more there are. */
function summary(found: readonly Found[]): LocalText {
  const shown = found.slice(0, 3);
  const more = found.length - shown.length;
  const en = shown.map(({ complaint }) => `${complaint.message} ${complaint.fix}`).join(' ');
  const zh = shown.map((one) => one.zh).join('');
  return more === 0 ? { en, zh } : { en: `${en} And ${more} more.`, zh: `${zh}另有 ${more} 处。` };
}

type Issue = z.core.$ZodIssue;

function complaintsOf(issue: Issue, root: unknown, schema: z.ZodType): Found[] {
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

function unknownField(path: readonly PropertyKey[], root: unknown, known: readonly string[]): Found {
  const place = pathText(path);
  const key = String(path.at(-1));
  const near = closest(key, known);
  const list =
    known.length === 0
      ? { en: '', zh: '' }
      : { en: ` Known here: ${known.join(', ')}.`, zh: `这里可用的有：${known.join('、')}。` };
  const fix =
    near === null
      ? { en: `Leave it out.${list.en}`, zh: `请去掉它。${list.zh}` }
      : { en: `Did you mean "${near}"?`, zh: `是不是想写“${near}”？` };
  return {
    complaint: {
      path: place,
      code: 'unknown_field',
      received: received(meant(path, near, known), root, valueAt(root, path)).en,
      message: `Unknown field "${place}".`,
      fix: fix.en,
    },
    zh: `没有“${place}”这个字段。${fix.zh}`,
  };
}

/** A misspelt secret is a secret; so may be whatever comes where secrets belong, such as a key under a name of its own. */
function meant(path: readonly PropertyKey[], near: string | null, known: readonly string[]): readonly PropertyKey[] {
  if (near !== null) return [near];
  return known.some((name) => SECRETS.has(name)) ? ['secret'] : path;
}

function invalidValue(issue: Issue, root: unknown): Found {
  const place = pathText(issue.path);
  const missing = valueAt(root, issue.path) === undefined;
  const came = received(issue.path, root);
  const where = place === '' ? { en: 'The value', zh: '内容' } : { en: `"${place}"`, zh: `“${place}”` };
  const fix = expectation(issue);
  return {
    complaint: {
      path: place,
      code: missing ? 'missing' : 'invalid_value',
      received: came.en,
      message: missing ? `${where.en} is missing.` : `${where.en} is ${came.en}.`,
      fix: `${fix.en}.`,
    },
    zh: `${missing ? `缺少${where.zh}` : `${where.zh}是 ${came.zh}`}。${fix.zh}。`,
  };
}

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
function received(path: readonly PropertyKey[], root: unknown, value = valueAt(root, path)): LocalText {
  if (value === undefined || !SECRETS.has(String(path.at(-1)))) {
    const text = describe(withoutSecrets(value));
    return { en: text, zh: text };
  }
  return typeof value === 'string'
    ? { en: `a text of ${value.length} characters`, zh: `长度为 ${value.length} 个字符的文本` }
    : { en: `a value of type ${typeof value}`, zh: `${typeof value} 类型的值` };
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
