import type { AcceptedPush } from '../channels/types.ts';
import type { TraceStep } from '../trace/types.ts';
import { androidVersion, notificationsAllowed } from './android.ts';
import { type Alert, alertFor } from './android-alert.ts';
import { type ChannelWish, channelFor, memoryOf } from './android-channel.ts';
import { lockStep, onLockScreen, type Visibility } from './android-lock.ts';
import { androidStep } from './android-rules.ts';
import { keepsNumber, shadeCount, skinOf } from './android-skins.ts';
import type { LayeredWish, MissingSound, SoundWish } from './android-sound.ts';
import { condition, setting } from './phone-settings.ts';
import { suppressed } from './presentations.ts';
import type { AndroidMemory, BadgeChange, Device, Importance, Presentation, TapAction } from './types.ts';

/** Notifications of one app that Android keeps at most. */
const SHADE_MAX = 50;
const MIN: Importance = 1;

/** A notification that a system service draws, as the vendor's part has worked it out. */
export interface AndroidNotification {
  readonly title: string | null;
  readonly subtitle?: string | null;
  readonly body: string | null;
  readonly ext: string | null;
  readonly tap: TapAction;
  /** Same key = same place in the shade. */
  readonly replaceKey: string;
  /** Vendor's message id; `push.id` when absent. */
  readonly pushId?: string;
  /** Decides from Android 8 on; up to 7.1 its importance stands for the notification's priority. */
  readonly channel: ChannelWish;
  /** What the push itself asks for: decides up to Android 7.1. */
  readonly legacy: SoundWish;
  /** When the sound file is missing: by default the system's tone up to Android 7.1 and silence from 8 on. */
  readonly missingSound?: MissingSound;
  /** The vendor ranks it as quiet: listed only. The vendor's part says why in its trace. */
  readonly quiet?: boolean;
  /** A number that the push writes onto the icon, or that the launcher shall count; absent = as the launcher does by itself. */
  readonly badge?: number | 'count';
  /** How that number came about; `absolute` when absent. */
  readonly badgeHow?: BadgeChange['how'];
  /** What the notification counts for where the launcher counts; 1 when absent. */
  readonly count?: number;
  /** Time stamp of the notification, ms; absent = now. */
  readonly when?: number;
  /** Notifications of one app that this system keeps at most, the oldest leaving; absent = Android's 50, the newest refused. */
  readonly shadeLimit?: number;
  /** `private` when absent. */
  readonly visibility?: Visibility;
  /** Address of a picture that the payload names. */
  readonly image?: string;
  /** What it is grouped by besides its app. */
  readonly groupKey?: string;
  /** When the phone takes it out of the shade by itself, ms. */
  readonly leavesAt?: number;
  /** What the app's process gets now. */
  readonly callbacks?: Presentation['callbacks'];
  /** The phone's memory when the vendor's part has changed it already, e.g. its `seenKeys`. */
  readonly memory?: AndroidMemory;
}

interface Decider extends LayeredWish {
  readonly layer: 'channel' | 'payload';
  readonly importance: Importance;
  readonly memory: AndroidMemory;
}

/** Who decides on sound and importance: the channel, or up to Android 7.1 the notification itself. */
function decider(wanted: AndroidNotification, device: Device, steps: TraceStep[]): Decider {
  const memory = wanted.memory ?? memoryOf(device);
  if (androidVersion(device) < 8) {
    steps.push(androidStep('android-legacy', 'note', { version: device.system.android }));
    return { ...wanted.legacy, layer: 'payload', importance: wanted.channel.importance, memory };
  }
  const used = channelFor(wanted.channel, memory);
  steps.push(used.step);
  return { ...used.channel, layer: 'channel', memory: used.memory };
}

interface Icon {
  readonly badge: Presentation['badge'];
  /** Number on the icon afterwards; null where the system shows a dot. */
  readonly total: number | null;
  readonly step: TraceStep;
}

/** Number or dot on the icon: what the push writes, what the launcher counts, or what stood there. */
function iconOf({ badge, replaceKey, count = 1, shadeLimit }: AndroidNotification, device: Device): Icon {
  const { icon } = skinOf(device);
  if (!setting(device, 'badges'))
    return { badge: undefined, total: null, step: androidStep('android-badge-off', 'note') };
  if (typeof badge === 'number') {
    return { badge, total: badge, step: androidStep('android-badge-set', 'note', { total: badge }) };
  }
  if (badge === undefined && keepsNumber(device)) {
    const params = { system: device.system.name, total: device.badge };
    return { badge: undefined, total: device.badge, step: androidStep('android-badge-kept', 'note', params) };
  }
  const total = shadeCount(device, replaceKey, shadeLimit === undefined ? undefined : shadeLimit - 1) + count;
  if (icon === 'dot') return { badge: 'count', total: null, step: androidStep('android-badge-dot', 'note', { total }) };
  return { badge: 'count', total, step: androidStep('android-badge-count', 'note', { total }) };
}

/** Whom it replaces; how many others of the app stand there. */
function placeOf(wanted: AndroidNotification, push: AcceptedPush, device: Device) {
  const replaces = device.shade.some((one) => one.replaceKey === wanted.replaceKey && one.app === push.app);
  const full =
    !replaces &&
    wanted.shadeLimit === undefined &&
    device.shade.filter((one) => one.app === push.app).length >= SHADE_MAX;
  return {
    replaces,
    full,
    step: androidStep('android-identity', replaces ? 'note' : 'pass', { key: wanted.replaceKey }),
  };
}

/** The moments of the last second's updates with this one; null when there are too many of them. */
function updatesWith({ updates = [] }: AndroidMemory, limit: number, now: number): readonly number[] | null {
  const recent = updates.filter((at) => at <= now && now - at < 1000);
  return recent.length >= limit ? null : [now, ...recent];
}

/** What a replacement leaves in the memory; null when Android drops it. */
function withUpdate(memory: AndroidMemory, replaces: boolean, limit: number, now: number): AndroidMemory | null {
  if (!replaces || limit === 0) return memory;
  const updates = updatesWith(memory, limit, now);
  return updates === null ? null : { ...memory, updates };
}

const ALLOWED = androidStep('android-permission', 'pass');

/**
 * What an Android phone does with a notification that the vendor's system service draws: permission, channel,
 * full shade, place, sound and vibration under the ringer, pop-up, icon. The vendor's part first decides all that
 * is the vendor's own (registration, app installed, foreground, repeats, quotas), then calls this:
 *
 * ```ts
 * const steps = [REGISTERED, INSTALLED, DRAWN];                       // the vendor's own rules so far
 * return showNotification(push, device, context.now, steps, {
 *   title, body, ext, tap, replaceKey: `${push.app}#${notifyId}`,
 *   channel: { id: 'vendor_default', name: 'Push', importance: 3, sound: 'default', vibrate: true },
 *   legacy: { sound: 'default', vibrate: true },
 *   badge: device.badge + 1,                                          // only if the push itself says so
 *   callbacks: isAlive(device) ? [{ name: 'onNotificationArrived', data }] : [],
 * });
 * ```
 *
 * `before` begins the trace. A suppressed result has none of the `callbacks`, and names an `android-…` rule as cause;
 * a vendor that calls the app or remembers the key even then spreads that over the result.
 */
export function showNotification(
  push: AcceptedPush,
  device: Device,
  now: number,
  before: readonly TraceStep[],
  wanted: AndroidNotification,
): Presentation {
  const steps = [...before];
  const stop = (step: TraceStep, android = wanted.memory): Presentation =>
    suppressed(step.rule, [...steps, step], android === undefined ? {} : { android });
  if (!notificationsAllowed(device))
    return stop(androidStep('android-permission', 'stop', { permission: device.permission }));
  steps.push(ALLOWED);
  const ruling = decider(wanted, device, steps);
  if (ruling.importance === 0)
    return stop(androidStep('android-channel-off', 'stop', { id: wanted.channel.id }), ruling.memory);
  const place = placeOf(wanted, push, device);
  if (place.full) return stop(androidStep('android-shade-full', 'stop', { count: SHADE_MAX }), ruling.memory);
  steps.push(place.step);
  const limit = condition(device, 'updatesPerSecond');
  const memory = withUpdate(ruling.memory, place.replaces, limit, now);
  if (memory === null) return stop(androidStep('android-update-rate', 'stop', { limit }), ruling.memory);
  const wish = { ...ruling, quiet: wanted.quiet === true, ...timing(wanted) };
  const alert = alertFor(wish, device, memory, now, steps);
  return shown(push, device, steps, wanted, ruling.importance, alert);
}

const timing = ({ missingSound, when }: AndroidNotification) => ({
  ...(missingSound === undefined ? {} : { missingSound }),
  ...(when === undefined ? {} : { when }),
});

/** It stands in the shade; while Do not disturb hides everything it only waits there, unseen. */
function shown(
  push: AcceptedPush,
  device: Device,
  steps: TraceStep[],
  wanted: AndroidNotification,
  importance: Importance,
  alert: Alert,
): Presentation {
  const hidden = alert.interception?.hidesAll === true;
  const onLock = onLockScreen(device, importance, wanted.visibility ?? 'private');
  const locked = lockStep(device, onLock);
  if (locked !== null) steps.push(locked);
  const icon: Icon = hidden
    ? { badge: undefined, total: null, step: androidStep('android-dnd-hidden', 'stop') }
    : iconOf(wanted, device);
  steps.push(icon.step);
  return {
    result: hidden ? 'suppressed' : 'shown',
    cause: hidden ? icon.step.rule : null,
    notification: {
      ...draftOf(wanted, push, alert, icon.total),
      ...(onLock === 'full' ? {} : { onLockScreen: onLock }),
      ...(hidden ? { heldBack: 'dnd' } : {}),
      ...(hidden || importance <= MIN ? { statusBar: false } : {}),
    },
    sound: alert.sound,
    ...(icon.badge === undefined ? {} : { badge: icon.badge }),
    ...(wanted.badgeHow === undefined ? {} : { badgeHow: wanted.badgeHow }),
    ...(wanted.shadeLimit === undefined ? {} : { shadeLimit: wanted.shadeLimit }),
    callbacks: wanted.callbacks ?? [],
    android: alert.memory,
    trace: steps,
  };
}

function draftOf(
  wanted: AndroidNotification,
  push: AcceptedPush,
  { sound, quiet, headsUp }: Alert,
  badge: number | null,
): NonNullable<Presentation['notification']> {
  return {
    channel: push.channel,
    app: push.app,
    title: wanted.title,
    subtitle: wanted.subtitle ?? null,
    body: wanted.body,
    sound: sound?.played ?? null,
    vibrated: sound?.vibrated ?? false,
    badge,
    ...(wanted.count === undefined ? {} : { count: wanted.count }),
    ...(wanted.image === undefined ? {} : { image: wanted.image }),
    ...(wanted.groupKey === undefined ? {} : { groupKey: wanted.groupKey }),
    ...(wanted.leavesAt === undefined ? {} : { leavesAt: wanted.leavesAt }),
    channelName: wanted.channel.name,
    ext: wanted.ext,
    replaceKey: wanted.replaceKey,
    pushId: wanted.pushId ?? push.id,
    quiet,
    headsUp,
    tap: wanted.tap,
  };
}
