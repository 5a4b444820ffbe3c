import type { RuleProfile } from '../../profile.ts';
import { isObject, type JsonObject, member, parseJson } from '../kit/json.ts';
import { asNumber, asText, has, number, object, objects, seen, text } from './fields.ts';
import type { BadgeWish, ClickAction, HuaweiMessage, HuaweiNotification } from './payload.ts';
import { illegal, type Refusal } from './refusal.ts';

/** A payload of the old interface whose members are in order. */
export interface CheckedLegacy {
  readonly msg: JsonObject;
  readonly ext: JsonObject;
  readonly isData: boolean;
}

const refused = (name: string, value: unknown, expected: string): Refusal =>
  illegal('huawei-legacy-payload', `hps.msg.${name}`, { received: seen(value), expected }, `${name} is invalid`);

function checkAction(msg: JsonObject): Refusal | null {
  const value = member(msg, 'action');
  if (value === undefined || value === null) return null;
  if (!isObject(value)) return refused('action', value, '{…}');
  const type = member(value, 'type');
  const kind = type === undefined || type === null ? 3 : asNumber(type);
  if (kind !== 1 && kind !== 2 && kind !== 3) return refused('action.type', type, '1 | 2 | 3');
  const param = object(value, 'param');
  if (kind === 1 && !text(param, 'intent')) return refused('action.param.intent', member(param, 'intent'), 'intent');
  if (kind === 2 && !text(param, 'url')) return refused('action.param.url', member(param, 'url'), 'url');
  const name = member(param, 'appPkgName');
  const long = typeof name === 'string' && name.length > 128;
  return long ? refused('action.param.appPkgName', name, '≤ 128') : null;
}

function checkBody(msg: JsonObject): Refusal | null {
  const body = member(msg, 'body');
  if (!isObject(body)) return refused('body', body, '{title, content}');
  for (const name of ['title', 'content'])
    if (!text(body, name)) return refused(`body.${name}`, member(body, name), 'string');
  return checkAction(msg);
}

/** `hps.msg` and what it needs; 80100003 for everything else. */
export function checkPayload(payload: string): CheckedLegacy | Refusal {
  const value = parseJson(payload);
  if (!isObject(value))
    return illegal('huawei-legacy-payload', 'payload', { received: seen(payload), expected: '{…}' });
  const hps = object(value, 'hps');
  const msg = member(hps, 'msg');
  if (!isObject(msg)) return illegal('huawei-legacy-payload', 'hps.msg', { received: seen(msg), expected: '{…}' });
  const type = asNumber(member(msg, 'type'));
  if (type !== 1 && type !== 3) return refused('type', member(msg, 'type'), '1 | 3');
  const refusal = type === 3 ? checkBody(msg) : null;
  return refusal ?? { msg, ext: object(hps, 'ext'), isData: type === 1 };
}

function clickOf(msg: JsonObject): ClickAction {
  const action = object(msg, 'action');
  const param = object(action, 'param');
  const type = number(action, 'type') ?? 3;
  if (type === 1) return { kind: 'page', target: text(param, 'intent') ?? null };
  if (type === 2) return { kind: 'web', target: text(param, 'url') ?? null };
  return { kind: 'app', target: text(param, 'appPkgName') ?? null };
}

/** The increment as text or number, 1 to 99; anything else is ignored. */
export function badgeAdd(ext: JsonObject): number | null {
  const value = number(ext, 'badgeAddNum');
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 99 ? value : null;
}

function badgeOf(ext: JsonObject): BadgeWish | null {
  const add = badgeAdd(ext);
  if (add === null) return null;
  return { className: text(ext, 'badgeClass') || null, needsClass: true, add, set: null, whenEmpty: 0 };
}

/** The single-key objects of `customize` as one. */
function extrasOf(ext: JsonObject): Readonly<Record<string, unknown>> {
  return Object.fromEntries(objects(ext, 'customize').flatMap((one) => Object.entries(one)));
}

function notificationOf({ msg, ext }: CheckedLegacy): HuaweiNotification {
  const body = object(msg, 'body');
  const extras = extrasOf(ext);
  return {
    title: text(body, 'title') ?? '',
    body: text(body, 'content') ?? '',
    click: clickOf(msg),
    extras,
    ext:
      asText(Object.hasOwn(extras, 'ext') ? extras.ext : undefined) ??
      (has(ext, 'customize') ? JSON.stringify(member(ext, 'customize')) : null),
    channelId: null,
    importance: 'NORMAL',
    sound: null,
    vibrate: true,
    notifyId: null,
    tag: null,
    appMessageId: null,
    badge: badgeOf(ext),
    foregroundShow: true,
    when: null,
    profileId: null,
    image: null,
    group: text(ext, 'msgGrp') || null,
    visibility: 'private',
    autoClear: null,
  };
}

/** A transparent message's body: text as it is, JSON written out. */
function dataOf(msg: JsonObject): string {
  const body = member(msg, 'body');
  return typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
}

/** A checked payload in the form that its pushes carry. */
export function legacyMessage(
  checked: CheckedLegacy,
  appId: string,
  requestId: string,
  { huawei }: RuleProfile,
): HuaweiMessage {
  return {
    generation: 'legacy',
    requestId,
    appId,
    pushType: 0,
    notification: checked.isData ? null : notificationOf(checked),
    data: checked.isData ? dataOf(checked.msg) : null,
    messageClass: huawei.messageClasses ? huawei.legacyClass : 'unclassified',
    startsProcess: false,
    collapseKey: -1,
    biTag: text(checked.ext, 'biTag') ?? '',
    receiptId: null,
  };
}
