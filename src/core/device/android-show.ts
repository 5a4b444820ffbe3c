import type { AcceptedPush } from '../channels/types.ts';
import type { TraceStep } from '../trace/types.ts';
import { androidVersion, notificationsAllowed } from './android.ts';
import { bannerObstacle } from './android-banner.ts';
import { type ChannelWish, channelFor, memoryOf } from './android-channel.ts';
import { androidStep } from './android-rules.ts';
import { keepsNumber, shadeCount, skinOf } from './android-skins.ts';
import { hear, type MissingSound, type SoundWish } from './android-sound.ts';
import { suppressed } from './presentations.ts';
import type { AndroidMemory, Device, Importance, Presentation, TapAction } from './types.ts';

/** Notifications of one app that Android keeps at most. */
const SHADE_MAX = 50;
const OLD_MS = 24 * 60 * 60 * 1000;
const DEFAULT: Importance = 3;
const HIGH: Importance = 4;

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
  /** What the notification counts for where the launcher counts; 1 when absent. */
  readonly count?: number;
  /** Time stamp of the notification, ms; absent = now. */
  readonly when?: number;
  /** Notifications of one app that this system keeps at most, the oldest leaving; absent = Android's 50, the newest refused. */
  readonly shadeLimit?: number;
  /** What the app's process gets now. */
  readonly callbacks?: Presentation['callbacks'];
  /** The phone's memory when the vendor's part has changed it already, e.g. its `seenKeys`. */
  readonly memory?: AndroidMemory;
}

interface Decider extends SoundWish {
  readonly importance: Importance;
  readonly memory: AndroidMemory;
}

/** Who decides on sound and importance: the channel, or up to Android 7.1 the notification itself. */
function decider(wanted: AndroidNotification, device: Device, steps: TraceStep[]): Decider {
  const memory = wanted.memory ?? memoryOf(device);
  if (androidVersion(device) < 8) {
    steps.push(androidStep('android-legacy', 'note', { version: device.system.android }));
    return { ...wanted.legacy, importance: wanted.channel.importance, memory };
  }
  const used = channelFor(wanted.channel, memory);
  steps.push(used.step);
  return { ...used.channel, memory: used.memory };
}

/** Does it pop up over the screen? Says which condition kept it from that. */
function popsUp(
  wanted: AndroidNotification,
  { importance, sound, vibrate }: Decider,
  device: Device,
  now: number,
): { readonly up: boolean; readonly step: TraceStep } {
  const no = (step: TraceStep) => ({ up: false, step });
  if (importance < HIGH) return no(androidStep('android-heads-up', 'note', { importance }));
  if (androidVersion(device) < 8 && sound === null && !vibrate)
    return no(androidStep('android-heads-up-alert', 'note'));
  if (wanted.when !== undefined && wanted.when > 0 && now - wanted.when >= OLD_MS)
    return no(androidStep('android-heads-up-old', 'note'));
  const obstacle = bannerObstacle(device);
  if (obstacle !== null) return no(obstacle);
  return { up: true, step: androidStep('android-heads-up', 'pass', { importance }) };
}

interface Icon {
  readonly badge: Presentation['badge'];
  /** Number on the icon afterwards; null where the system shows a dot. */
  readonly total: number | null;
  readonly step: TraceStep;
}

/** Number or dot on the icon: what the push writes, what the launcher counts, or what stood there. */
function iconOf({ badge, replaceKey, count = 1 }: AndroidNotification, device: Device): Icon {
  const { icon } = skinOf(device);
  if (typeof badge === 'number') {
    return { badge, total: badge, step: androidStep('android-badge-set', 'note', { total: badge }) };
  }
  if (badge === undefined && keepsNumber(device)) {
    const params = { system: device.system.name, total: device.badge };
    return { badge: undefined, total: device.badge, step: androidStep('android-badge-kept', 'note', params) };
  }
  const total = shadeCount(device, replaceKey) + count;
  if (icon === 'dot') return { badge: 'count', total: null, step: androidStep('android-badge-dot', 'note', { total }) };
  return { badge: 'count', total, step: androidStep('android-badge-count', 'note', { total }) };
}

interface Alert {
  readonly sound: Presentation['sound'];
  readonly quiet: boolean;
  readonly headsUp: boolean;
}

function alertOf(wanted: AndroidNotification, ruling: Decider, device: Device, now: number, steps: TraceStep[]): Alert {
  const low = ruling.importance < DEFAULT;
  if (low) steps.push(androidStep('android-importance-low', 'note', { importance: ruling.importance }));
  if (low || wanted.quiet === true) return { sound: null, quiet: true, headsUp: false };
  const missing = wanted.missingSound ?? (androidVersion(device) < 8 ? 'default' : 'silent');
  const sound = hear(ruling, device, missing, steps);
  const { up, step } = popsUp(wanted, ruling, device, now);
  steps.push(step);
  return { sound, quiet: false, headsUp: up };
}

/** Whom it replaces; how many others of the app stand there. */
function placeOf(wanted: AndroidNotification, push: AcceptedPush, device: Device) {
  const replaces = device.shade.some((one) => one.replaceKey === wanted.replaceKey && one.app === push.app);
  const full =
    !replaces &&
    wanted.shadeLimit === undefined &&
    device.shade.filter((one) => one.app === push.app).length >= SHADE_MAX;
  return { full, step: androidStep('android-identity', replaces ? 'note' : 'pass', { key: wanted.replaceKey }) };
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
  const alert = alertOf(wanted, ruling, device, now, steps);
  const icon = iconOf(wanted, device);
  steps.push(icon.step);
  return {
    result: 'shown',
    cause: null,
    notification: draftOf(wanted, push, alert, icon.total),
    sound: alert.sound,
    ...(icon.badge === undefined ? {} : { badge: icon.badge }),
    ...(wanted.shadeLimit === undefined ? {} : { shadeLimit: wanted.shadeLimit }),
    callbacks: wanted.callbacks ?? [],
    android: ruling.memory,
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
    ext: wanted.ext,
    replaceKey: wanted.replaceKey,
    pushId: wanted.pushId ?? push.id,
    quiet,
    headsUp,
    tap: wanted.tap,
  };
}
