import { isObject, type JsonObject, parseJson } from '../kit/json.ts';
import type { ReceiveContext } from '../types.ts';
import { classOf } from './categories.ts';
import { type CheckedV1, mergedText } from './check-v1.ts';
import { timeOf } from './duration.ts';
import { flag, has, number, object, text } from './fields.ts';
import type { BadgeWish, ClickAction, HuaweiMessage, HuaweiNotification } from './payload.ts';

/** A flat JSON object becomes intent extras; anything else is not handed over. */
export function flatObject(data: string | undefined): Readonly<Record<string, unknown>> | null {
  const value = data === undefined ? undefined : parseJson(data);
  return isObject(value) && Object.values(value).every((one) => typeof one !== 'object') ? value : null;
}

function clickOf(click: JsonObject): ClickAction {
  const type = number(click, 'type');
  if (type === 1) return { kind: 'page', target: text(click, 'intent') || text(click, 'action') || null };
  if (type === 2) return { kind: 'web', target: text(click, 'url') ?? null };
  return type === 4 ? { kind: 'page', target: text(click, 'rich_resource') ?? null } : { kind: 'app', target: null };
}

const badgeOf = (badge: JsonObject): BadgeWish => ({
  className: text(badge, 'class') || null,
  needsClass: true,
  add: number(badge, 'add_num') ?? null,
  set: number(badge, 'set_num') ?? null,
  whenEmpty: 1,
});

function importanceOf(own: JsonObject): HuaweiNotification['importance'] {
  const importance = text(own, 'importance');
  return importance === 'LOW' || importance === 'HIGH' ? importance : 'NORMAL';
}

const visibilityOf = (own: JsonObject): HuaweiNotification['visibility'] => {
  const visibility = text(own, 'visibility');
  return visibility === 'PUBLIC' ? 'public' : visibility === 'SECRET' ? 'secret' : 'private';
};

/** An id of the sender; -1 and none at all mean a new one each time. */
export function notifyIdOf(own: JsonObject, name: string): number | null {
  const id = number(own, name);
  return id === undefined || id < 0 ? null : id;
}

export const dataOf = (message: JsonObject): string | undefined =>
  text(object(message, 'android'), 'data') ?? text(message, 'data');

function notificationOf(message: JsonObject, senderTime: ReceiveContext['senderTime']): HuaweiNotification {
  const own = object(object(message, 'android'), 'notification');
  const data = dataOf(message);
  const extras = flatObject(data) ?? {};
  const when = timeOf(text(own, 'when') ?? '');
  return {
    title: mergedText(message, 'title'),
    body: mergedText(message, 'body'),
    click: clickOf(object(own, 'click_action')),
    extras,
    ext: typeof extras.ext === 'string' ? extras.ext : (data ?? null),
    channelId: text(own, 'channel_id') || null,
    importance: importanceOf(own),
    sound: flag(own, 'default_sound') === false ? (text(own, 'sound') ?? null) : null,
    vibrate: flag(own, 'use_default_vibrate') !== false || has(own, 'vibrate_config'),
    notifyId: notifyIdOf(own, 'notify_id'),
    tag: text(own, 'tag') || null,
    appMessageId: null,
    badge: has(own, 'badge') ? badgeOf(object(own, 'badge')) : null,
    foregroundShow: flag(own, 'foreground_show') !== false,
    // Android takes 0 for "none".
    when: when === null || when <= 0 ? when : senderTime(when),
    profileId: text(own, 'profile_id') || null,
    image: text(own, 'image') || text(object(message, 'notification'), 'image') || null,
    group: text(own, 'group') || null,
    visibility: visibilityOf(own),
    autoClear: number(own, 'auto_clear') ?? null,
  };
}

/** A checked message in the form that its pushes carry. */
export function messageV1(
  checked: CheckedV1,
  appId: string,
  requestId: string,
  { profile, senderTime }: Pick<ReceiveContext, 'profile' | 'senderTime'>,
): HuaweiMessage {
  const { message, isData } = checked;
  const android = object(message, 'android');
  return {
    generation: 'v1',
    requestId,
    appId,
    pushType: 0,
    notification: isData ? null : notificationOf(message, senderTime),
    data: dataOf(message) ?? null,
    messageClass: classOf(text(android, 'category') || null, profile),
    startsProcess: isData && text(android, 'urgency') === 'HIGH',
    collapseKey: number(android, 'collapse_key') ?? -1,
    biTag: text(android, 'bi_tag') ?? '',
    receiptId: text(android, 'receipt_id') || null,
  };
}
