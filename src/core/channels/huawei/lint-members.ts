import type { TraceStep } from '../../trace/types.ts';
import { isObject, type JsonObject, member } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import type { CheckedV3 } from './check-v3.ts';
import { type Field, flag, has, number, object } from './fields.ts';
import { ANDROID, COMMON_NOTIFICATION, NOTIFICATION } from './fields-v1.ts';
import { OPTIONS, PAYLOADS } from './fields-v3.ts';
import { channelStep } from './steps.ts';

const any = (...names: readonly string[]): readonly Field[] => names.map((name) => ({ name, kind: 'text' }));
const part = (name: string, ...fields: readonly Field[]): Field => ({ name, kind: 'object', fields });

/** Everything that a body of v1 or v2 may hold; `clazz` has a note of its own. */
const V1: readonly Field[] = [
  ...any('validate_only', 'review'),
  part(
    'message',
    ...any('token', 'topic', 'condition', 'data', 'apns', 'webpush'),
    part('notification', ...COMMON_NOTIFICATION),
    part(
      'android',
      ...any('collapse_key', 'ttl'),
      ...ANDROID,
      part('notification', ...COMMON_NOTIFICATION, ...NOTIFICATION, part('badge', ...any('clazz'))),
    ),
  ),
];

const V3_OPTIONS = part('pushOptions', ...any('ttl', 'collapseKey'), ...OPTIONS);
/** A member of a card's pictures whose values no public text gives. */
const V3_UNCHECKED = part('payload', part('images', ...any('require')));
const LIVE_VIEW = 7;

/** The fields of one member by all that describe it; null when nothing does. */
function describing(fields: readonly Field[], name: string): readonly Field[] | null {
  const all = fields.filter((field) => field.name === name);
  if (all.length === 0) return null;
  return all.flatMap((field) => (field.kind === 'object' || field.kind === 'objects' ? (field.fields ?? []) : []));
}

/** Paths of the members that no field describes. What is described without fields of its own may hold anything. */
function unknown(from: JsonObject, fields: readonly Field[], path: string): readonly string[] {
  return Object.keys(from).flatMap((name) => {
    const inner = describing(fields, name);
    const place = path === '' ? name : `${path}.${name}`;
    if (inner === null) return [place];
    const value = member(from, name);
    const items: readonly unknown[] = inner.length === 0 ? [] : Array.isArray(value) ? value : [value];
    return items.flatMap((item) => (isObject(item) ? unknown(item, inner, place) : []));
  });
}

const SHOWN = 5;

function unknownStep(places: readonly string[]): readonly TraceStep[] {
  if (places.length === 0) return [];
  const shown = places.slice(0, SHOWN).map((place) => shorten(place));
  const received = places.length > SHOWN ? `${shown.join(', ')}, … (${places.length})` : shown.join(', ');
  return [channelStep('huawei-lint-unknown', 'note', { received })];
}

function notDrawnStep(own: JsonObject, names: readonly string[]): readonly TraceStep[] {
  const style = number(own, 'style') ?? 0;
  const shown = names.flatMap((name) => {
    if (name === 'style') return style === 1 || style === 3 ? [`style ${style}`] : [];
    if (name === 'auto_cancel') return flag(own, name) === false ? [name] : [];
    return has(own, name) ? [name] : [];
  });
  return shown.length === 0 ? [] : [channelStep('huawei-lint-not-drawn', 'note', { received: shown.join(', ') })];
}

const NOT_DRAWN_V1 = [
  'title_loc_key',
  'body_loc_key',
  'multi_lang_key',
  'style',
  'notify_summary',
  'image',
  'group',
  'buttons',
  'visibility',
  'auto_cancel',
];
const NOT_DRAWN_V3 = ['image', 'style', 'soundDuration'];

/** Members of a v1 or v2 body that are ignored, and those that the phones here do not draw. */
export function lintMembersV1(body: JsonObject): readonly TraceStep[] {
  const message = object(body, 'message');
  const own = { ...object(message, 'notification'), ...object(object(message, 'android'), 'notification') };
  return [...unknownStep(unknown(body, V1, '')), ...notDrawnStep(own, NOT_DRAWN_V1)];
}

/** The same for v3. Live views may hold anything. */
export function lintMembersV3({ pushType, payload, options }: CheckedV3): readonly TraceStep[] {
  const field = PAYLOADS[pushType];
  const known = field === undefined || pushType === LIVE_VIEW ? [] : [field, V3_UNCHECKED, V3_OPTIONS];
  const found = known.length === 0 ? [] : unknown({ payload, pushOptions: options }, known, '');
  return [...unknownStep(found), ...notDrawnStep(object(payload, 'notification'), NOT_DRAWN_V3)];
}
