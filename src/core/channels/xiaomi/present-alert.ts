import { androidVersion } from '../../device/android.ts';
import { bannerObstacle } from '../../device/android-banner.ts';
import { findChannel, memoryOf } from '../../device/android-channel.ts';
import { androidStep } from '../../device/android-rules.ts';
import { skinOf } from '../../device/android-skins.ts';
import { hear, type SoundWish } from '../../device/android-sound.ts';
import type { AndroidMemory, Device, Presentation } from '../../device/types.ts';
import type { TraceParams, TraceStep } from '../../trace/types.ts';
import { shorten } from '../kit/steps.ts';
import type { XiaomiMessage } from './payload.ts';
import { deviceStep } from './steps.ts';

/** After an alert of any app, `notify_type` is ignored for this long. */
const WINDOW_MS = 10_000;
/** Of the channel that the SDK makes. */
const IMPORTANCE = 3;
const SOUND_BIT = 1;
const VIBRATE_BIT = 2;

export interface Alert {
  readonly sound: Presentation['sound'];
  readonly memory: AndroidMemory;
  readonly steps: readonly TraceStep[];
  /** Only listed: the message class is a quiet one. */
  readonly quiet: boolean;
  readonly headsUp: boolean;
}

const resourcePrefix = (app: string): string => `android.resource://${app}`;

/** The sound that bit 1 asks for: `sound_uri` of this app, else the sound of the registered channel, else default. */
function wishedSound(message: XiaomiMessage, app: string, type: number, steps: TraceStep[]): string | null {
  const own = Object.hasOwn(message.extra, 'sound_uri') ? message.extra.sound_uri : undefined;
  const uri = own ?? message.channelSound ?? undefined;
  const received = shorten(uri ?? '');
  if ((type & SOUND_BIT) === 0) {
    if (uri !== undefined) steps.push(deviceStep('xiaomi-device-sound-bit', 'note', { received }));
    return null;
  }
  if (uri === undefined) return 'default';
  const expected = resourcePrefix(app);
  if (uri.startsWith(expected)) return uri;
  steps.push(deviceStep('xiaomi-device-sound-foreign', 'note', { received, expected }));
  return 'default';
}

function wishOf(message: XiaomiMessage, app: string, type: number, steps: TraceStep[]): SoundWish {
  return { sound: wishedSound(message, app, type, steps), vibrate: (type & VIBRATE_BIT) !== 0 };
}

const channelParams = (channel: string, wish: SoundWish): TraceParams => ({
  channel,
  sound: wish.sound ?? '–',
  vibrate: wish.vibrate ? '✓' : '–',
});

interface ChannelWish {
  readonly wish: SoundWish;
  readonly memory: AndroidMemory;
}

/** Android 8 and later: the channel decides, and the first message made it. */
function channelWish(
  message: XiaomiMessage,
  device: Device,
  memory: AndroidMemory,
  inWindow: boolean,
  steps: TraceStep[],
): ChannelWish {
  const app = device.app.name;
  const named = Object.hasOwn(message.extra, 'channel_id') ? message.extra.channel_id : undefined;
  const suffix = named ?? (inWindow ? '-100' : String(message.notifyType));
  const id = `mipush_${app}_${suffix}`;
  const known = findChannel(memory, id);
  if (known) {
    steps.push(deviceStep('xiaomi-device-channel-kept', 'note', channelParams(id, known)));
    return { wish: known, memory };
  }
  // Inside the window notify_type does not count, and a new channel has what importance 3 gives: the default sound.
  const wish = inWindow ? { sound: 'default', vibrate: false } : wishOf(message, app, message.notifyType, steps);
  const name = message.extra.channel_name ?? device.app.label;
  steps.push(deviceStep('xiaomi-device-channel-made', 'note', channelParams(id, wish)));
  return { wish, memory: { ...memory, channels: { ...memory.channels, [id]: { name, ...wish } } } };
}

/**
 * What keeps it from popping up; null = nothing. MIUI has a switch of its own for each app; elsewhere the importance of
 * the SDK's channel is too low for it.
 */
function bannerObstacleOf({ sound, vibrate }: SoundWish, device: Device): TraceStep | null {
  const obstacle = bannerObstacle(device);
  if (obstacle !== null) return obstacle;
  if (skinOf(device).ships.popUps !== false) return androidStep('android-heads-up', 'note', { importance: IMPORTANCE });
  const isMute = androidVersion(device) < 8 && sound === null && !vibrate;
  return isMute ? androidStep('android-heads-up-alert', 'note') : null;
}

const BANNER = deviceStep('xiaomi-device-banner', 'pass');
const IN_WINDOW = deviceStep('xiaomi-device-window', 'note');

/**
 * Sound and vibration of a shown notification, and what the phone remembers of it. Up to Android 7.1 the bits of
 * `notify_type` decide, from Android 8 the channel does.
 */
export function alertOf(message: XiaomiMessage, device: Device, now: number): Alert {
  const steps: TraceStep[] = [];
  const before = memoryOf(device);
  const inWindow = before.lastAlertAt !== null && now - before.lastAlertAt <= WINDOW_MS && now >= before.lastAlertAt;
  if (inWindow) steps.push(IN_WINDOW);
  const timed = inWindow ? before : { ...before, lastAlertAt: now };
  const modern = androidVersion(device) >= 8;
  const type = inWindow ? 0 : message.notifyType;
  const { wish, memory } = modern
    ? channelWish(message, device, timed, inWindow, steps)
    : { wish: wishOf(message, device.app.name, type, steps), memory: timed };
  if (message.messageClass === 'default' || message.messageClass === 'public') {
    steps.push(deviceStep('xiaomi-device-class', 'note', { class: message.messageClass }));
    return { sound: null, memory, steps, quiet: true, headsUp: false };
  }
  const sound = hear(wish, device, 'silent', steps);
  const obstacle = bannerObstacleOf(wish, device);
  steps.push(obstacle ?? BANNER);
  return { sound, memory, steps, quiet: false, headsUp: obstacle === null };
}
