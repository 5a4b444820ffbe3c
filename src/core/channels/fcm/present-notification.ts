import { androidVersion } from '../../device/android.ts';
import { findChannel, memoryOf } from '../../device/android-channel.ts';
import type { Visibility } from '../../device/android-lock.ts';
import type { AndroidNotification } from '../../device/android-show.ts';
import type { Device, Importance, TapAction } from '../../device/types.ts';
import type { TraceStep } from '../../trace/types.ts';
import { shorten } from '../kit/steps.ts';
import type { MessagePayload } from './payload.ts';
import { extrasOf, type Sent } from './remote-message.ts';
import type { AndroidNotificationFields } from './schema.ts';
import { deviceStep } from './steps.ts';

/** The channel that the SDK makes when neither the message nor the app's manifest names one that exists. */
const FALLBACK = { id: 'fcm_fallback_notification_channel', name: 'Miscellaneous' } as const;

const IMPORTANCE: Readonly<Record<string, Importance>> = {
  PRIORITY_MIN: 1,
  PRIORITY_LOW: 2,
  PRIORITY_HIGH: 4,
  PRIORITY_MAX: 4,
};

type Wanted = Pick<AndroidNotification, 'channel' | 'legacy'>;

/** Up to Android 7.1 the message says it all; without a sound it is silent. */
function wishOf({ sound, default_sound, vibrate_timings, default_vibrate_timings }: AndroidNotificationFields) {
  const named = sound === undefined || sound === '' ? null : sound;
  const vibrates = default_vibrate_timings === true || (vibrate_timings?.length ?? 0) > 1;
  return { sound: named ?? (default_sound === true ? 'default' : null), vibrate: vibrates };
}

function channelOf(fields: AndroidNotificationFields, device: Device, steps: TraceStep[]): Wanted['channel'] {
  const asked = fields.channel_id;
  const memory = memoryOf(device);
  const known = asked === undefined ? undefined : findChannel(memory, asked);
  if (asked !== undefined && known !== undefined) return { id: asked, ...known };
  if (asked !== undefined && asked !== '')
    steps.push(deviceStep('fcm-device-channel', 'note', { received: shorten(asked), used: FALLBACK.id }));
  const made = findChannel(memory, FALLBACK.id);
  return made === undefined
    ? { ...FALLBACK, importance: 3, sound: 'default', vibrate: false }
    : { id: FALLBACK.id, ...made };
}

function wantedOf(fields: AndroidNotificationFields, device: Device, steps: TraceStep[]): Wanted {
  const legacy = wishOf(fields);
  const priority = fields.notification_priority ?? '';
  if (androidVersion(device) < 8)
    return { legacy, channel: { ...FALLBACK, importance: IMPORTANCE[priority] ?? 3, ...legacy } };
  const channel = channelOf(fields, device, steps);
  if (legacy.sound !== null && legacy.sound !== 'default')
    steps.push(deviceStep('fcm-device-sound-ignored', 'note', { received: shorten(legacy.sound) }));
  if (Object.hasOwn(IMPORTANCE, priority))
    steps.push(deviceStep('fcm-device-priority-ignored', 'note', { received: priority }));
  return { legacy, channel };
}

/** The plain text, or nothing where only a string of the app is named. */
function textOf(text: string | undefined, key: string | undefined, steps: TraceStep[]): string | null {
  if (text !== undefined) return text;
  if (key !== undefined) steps.push(deviceStep('fcm-device-loc-key', 'note', { received: shorten(key) }));
  return null;
}

function tapOf(payload: MessagePayload, app: string, extras: TapAction['data'], steps: TraceStep[]): TapAction {
  const { notification, link } = payload.message;
  const action = notification?.click_action;
  if (action !== undefined) {
    steps.push(deviceStep('fcm-device-tap-action', 'note', { received: shorten(action) }));
    return { kind: 'open-page', target: action, data: extras };
  }
  return link === null
    ? { kind: 'open-app', target: app, data: extras }
    : { kind: 'open-web', target: link, data: extras };
}

/** `ext` is where Tencent IM's apps read it; of other senders the whole data is shown. */
function extOf({ data }: MessagePayload['message']): string | null {
  if (Object.hasOwn(data, 'ext')) return data.ext ?? null;
  return Object.keys(data).length === 0 ? null : JSON.stringify(data);
}

/** Never the place of an earlier one unless the sender gave a tag. */
const tagOf = (fields: AndroidNotificationFields, messageId: string): string =>
  fields.tag ?? `FCM-Notification:${messageId}`;

const VISIBILITIES: Readonly<Record<string, Visibility>> = { PUBLIC: 'public', SECRET: 'secret' };

/** Its picture, and what the lock screen may show of it: as private unless the message says otherwise. */
const pictured = ({
  image,
  visibility,
}: AndroidNotificationFields): Pick<AndroidNotification, 'image' | 'visibility'> => ({
  ...(image !== undefined && { image }),
  visibility: VISIBILITIES[String(visibility)] ?? 'private',
});

/** What the Firebase SDK hands to the system for a notification, with what it makes of it told in `steps`. */
export function sdkNotification(
  payload: MessagePayload,
  fields: AndroidNotificationFields,
  app: string,
  device: Device,
  sent: Sent,
  steps: TraceStep[],
): AndroidNotification {
  const title = textOf(fields.title, fields.title_loc_key, steps);
  const body = textOf(fields.body, fields.body_loc_key, steps);
  if (title === null) steps.push(deviceStep('fcm-device-no-title', 'note'));
  if (fields.image !== undefined)
    steps.push(deviceStep('fcm-device-image', 'note', { received: shorten(fields.image) }));
  const tap = tapOf(payload, app, extrasOf(payload, app, sent), steps);
  const count = fields.notification_count ?? 0;
  return {
    title,
    body,
    ext: extOf(payload.message),
    tap,
    replaceKey: `${app}|${tagOf(fields, payload.messageId)}|0`,
    pushId: payload.messageId,
    ...wantedOf(fields, device, steps),
    ...pictured(fields),
    ...(count > 1 && { count }),
    ...(fields.event_time !== undefined && { when: fields.event_time }),
  };
}
