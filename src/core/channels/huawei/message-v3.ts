import type { RuleProfile } from '../../profile.ts';
import type { JsonObject } from '../kit/json.ts';
import { classOf } from './categories.ts';
import type { CheckedV3 } from './check-v3.ts';
import { flag, has, number, object, text } from './fields.ts';
import { notifyIdOf } from './message-v1.ts';
import type { BadgeWish, ClickAction, HuaweiMessage, HuaweiNotification } from './payload.ts';

function clickOf(click: JsonObject): ClickAction {
  return number(click, 'actionType') === 1
    ? { kind: 'page', target: text(click, 'uri') || text(click, 'action') || null }
    : { kind: 'app', target: null };
}

/** Unlike in v1, a badge without numbers changes nothing, and no class is asked for. */
const badgeOf = (badge: JsonObject): BadgeWish => ({
  className: null,
  needsClass: false,
  add: number(badge, 'addNum') ?? null,
  set: number(badge, 'setNum') ?? null,
  whenEmpty: 0,
});

function notificationOf(own: JsonObject): HuaweiNotification {
  const extras = object(object(own, 'clickAction'), 'data');
  return {
    title: text(own, 'title') ?? '',
    body: text(own, 'body') ?? '',
    click: clickOf(object(own, 'clickAction')),
    extras,
    ext: text(extras, 'ext') ?? (Object.keys(extras).length === 0 ? null : JSON.stringify(extras)),
    channelId: null,
    importance: 'NORMAL',
    sound: text(own, 'sound') ?? null,
    vibrate: true,
    notifyId: notifyIdOf(own, 'notifyId'),
    tag: null,
    appMessageId: text(own, 'appMessageId') ?? null,
    badge: has(own, 'badge') ? badgeOf(object(own, 'badge')) : null,
    foregroundShow: flag(own, 'foregroundShow') !== false,
    when: null,
    profileId: text(own, 'profileId') || null,
    image: text(own, 'image') || null,
    group: null,
    visibility: 'private',
    autoClear: null,
  };
}

/** What the app gets of a message that is no notification: a form's id, or the extra data. */
function dataOf({ payload, pushType }: CheckedV3): string | null {
  if (pushType === 1) return String(number(payload, 'formId') ?? 0);
  return text(payload, 'extraData') ?? null;
}

/** A checked message in the form that its pushes carry. */
export function messageV3(checked: CheckedV3, appId: string, requestId: string, profile: RuleProfile): HuaweiMessage {
  const { payload, options, pushType } = checked;
  const hasNotification = pushType === 0 || pushType === 2;
  const own = object(payload, 'notification');
  return {
    generation: 'v3',
    requestId,
    appId,
    pushType,
    notification: hasNotification ? notificationOf(own) : null,
    data: dataOf(checked),
    messageClass: hasNotification ? classOf(text(own, 'category') ?? null, profile) : classOf('VOIP', profile),
    // A call rings also when the app does not run; background messages wait for it.
    startsProcess: pushType === 10,
    collapseKey: hasNotification ? (number(options, 'collapseKey') ?? -1) : -1,
    biTag: text(options, 'biTag') ?? '',
    receiptId: text(options, 'receiptId') || null,
  };
}
