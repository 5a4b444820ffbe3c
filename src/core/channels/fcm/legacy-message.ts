import { decodeUtf8 } from '../kit/bytes.ts';
import { field, readForm } from '../kit/form.ts';
import { isObject, type JsonObject, member, parseJson } from '../kit/json.ts';
import type { VendorRequest } from '../types.ts';
import { mediaType } from './call.ts';
import { type AndroidMessage, LONGEST_TTL } from './payload.ts';
import type { AndroidNotificationFields } from './schema.ts';

/** A request to the legacy interface, before anything of it is checked. */
export interface LegacyRequest {
  /** Form-encoded requests get text instead of JSON, and know one registration only. */
  readonly form: boolean;
  readonly fields: JsonObject;
}

export interface LegacyFault {
  readonly text: string;
}

/** Members of a form as JSON has them: `data.k` below `data`, words and digits as what they stand for. */
function formFields(request: VendorRequest): JsonObject {
  const form = readForm(request);
  const fields: Record<string, unknown> = {};
  const data: Record<string, string> = {};
  for (const [name, [value = '']] of form.values) {
    if (name.startsWith('data.')) Object.defineProperty(data, name.slice(5), { value, enumerable: true });
    else if (name === 'registration_id') fields.to = value;
    else if (name === 'time_to_live') fields.time_to_live = /^-?\d{1,15}$/.test(value) ? Number(value) : value;
    else if (name === 'dry_run') fields.dry_run = value === 'true' || value === '1';
    else if (name === 'collapse_key' || name === 'restricted_package_name' || name === 'priority') fields[name] = value;
  }
  if (!form.values.has('registration_id')) fields.to = field(form, 'to');
  return { ...fields, data };
}

/** Reads the body: a form when the content type says so, else JSON. */
export function readLegacy(request: VendorRequest): LegacyRequest | LegacyFault {
  const type = mediaType(request);
  if (type === 'application/x-www-form-urlencoded' || type === 'text/plain')
    return { form: true, fields: formFields(request) };
  const text = decodeUtf8(request.body) ?? '\ufffd';
  const value = parseJson(text);
  if (isObject(value)) return { form: false, fields: value };
  if (text.trim() === '') return { text: 'JSON_PARSING_ERROR: Unexpected token END OF FILE at position 0.' };
  const at = Math.max(0, text.search(/\S/));
  return { text: `JSON_PARSING_ERROR: Unexpected character (${text.charAt(at)}) at position ${at}.` };
}

type Check = readonly [name: string, kind: string, fits: (value: unknown) => boolean];

const isText = (value: unknown): boolean => typeof value === 'string';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const PRIORITIES: readonly unknown[] = ['normal', 'high', 5, 10];

const CHECKS: readonly Check[] = [
  ['to', 'string', isText],
  ['condition', 'string', isText],
  ['collapse_key', 'string', isText],
  ['restricted_package_name', 'string', isText],
  ['registration_ids', 'array', (value) => Array.isArray(value) && value.every(isText)],
  ['time_to_live', 'number', (value) => Number.isInteger(value)],
  ['content_available', 'boolean', isFlag],
  ['mutable_content', 'boolean', isFlag],
  ['dry_run', 'boolean', isFlag],
  ['data', 'object', isObject],
  ['notification', 'object', isObject],
  [
    'priority',
    'value of normal or high',
    (value) => PRIORITIES.includes(isText(value) ? String(value).toLowerCase() : value),
  ],
];

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

/** The first member of a wrong type, in words; null when all fit. */
export function wrongField(fields: JsonObject): { readonly name: string; readonly text: string } | null {
  for (const [name, kind, fits] of CHECKS) {
    const value = member(fields, name);
    if (!isAbsent(value) && !fits(value))
      return { name, text: `InvalidParameters: Field "${name}" must be a JSON ${kind}` };
  }
  return null;
}

const textOf = (fields: JsonObject, name: string): string | undefined => {
  const value = member(fields, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Arguments come as a JSON array inside a text. */
function argumentsOf(fields: JsonObject, name: string): readonly string[] | undefined {
  const value = parseJson(textOf(fields, name) ?? '');
  return Array.isArray(value) ? value.map(String) : undefined;
}

const NAMES: readonly (readonly [string, keyof AndroidNotificationFields])[] = [
  ['title', 'title'],
  ['body', 'body'],
  ['icon', 'icon'],
  ['sound', 'sound'],
  ['tag', 'tag'],
  ['color', 'color'],
  ['click_action', 'click_action'],
  ['android_channel_id', 'channel_id'],
  ['body_loc_key', 'body_loc_key'],
  ['title_loc_key', 'title_loc_key'],
  ['image', 'image'],
];

function notificationOf(fields: JsonObject): AndroidNotificationFields | null {
  const sent = member(fields, 'notification');
  if (!isObject(sent)) return null;
  const named = NAMES.flatMap(([from, to]) => {
    const value = textOf(sent, from);
    return value === undefined ? [] : [[to, value] as const];
  });
  const titleArgs = argumentsOf(sent, 'title_loc_args');
  const bodyArgs = argumentsOf(sent, 'body_loc_args');
  return {
    ...(Object.fromEntries(named) as AndroidNotificationFields),
    ...(titleArgs && { title_loc_args: titleArgs }),
    ...(bodyArgs && { body_loc_args: bodyArgs }),
  };
}

function written(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value);
  } catch {
    // Nested deeper than the engine can write out again.
    return '[object]';
  }
}

/** Values that are no texts are written as their JSON. */
function dataOf(fields: JsonObject): Readonly<Record<string, string>> {
  const sent = member(fields, 'data');
  if (!isObject(sent)) return {};
  const entries = Object.entries(sent).filter(([, value]) => !isAbsent(value));
  return Object.fromEntries(entries.map(([key, value]) => [key, written(value)]));
}

/** A checked request as a message for an Android phone. */
export function legacyMessage(fields: JsonObject): AndroidMessage {
  const notification = notificationOf(fields);
  const priority = member(fields, 'priority');
  const high = isAbsent(priority)
    ? notification !== null
    : priority === 10 || String(priority).toLowerCase() === 'high';
  const ttl = member(fields, 'time_to_live');
  return {
    data: dataOf(fields),
    notification,
    priority: high ? 'HIGH' : 'NORMAL',
    ttl: typeof ttl === 'number' ? ttl : LONGEST_TTL,
    collapseKey: textOf(fields, 'collapse_key') ?? null,
    restrictedPackage: textOf(fields, 'restricted_package_name') ?? null,
    analyticsLabel: null,
    link: null,
  };
}
