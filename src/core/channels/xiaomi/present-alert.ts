import { androidVersion } from '../../device/android.ts';
import { type ChannelWish, findChannel, memoryOf } from '../../device/android-channel.ts';
import type { SoundWish } from '../../device/android-sound.ts';
import type { AndroidMemory, Device } from '../../device/types.ts';
import type { TraceStep } from '../../trace/types.ts';
import { shorten } from '../kit/steps.ts';
import type { XiaomiMessage } from './payload.ts';
import { deviceStep } from './steps.ts';

/** After an alert of any app, `notify_type` is ignored for this long. */
const WINDOW_MS = 10_000;
/** Of the channel that the SDK makes. */
const IMPORTANCE = 3;
const SOUND_BIT = 1;
const VIBRATE_BIT = 2;

/** What MIUI's push service asks of Android for one message. */
export interface AlertWish {
  /** Decides from Android 8 on. */
  readonly channel: ChannelWish;
  /** Up to Android 7.1 the bits of `notify_type` decide. */
  readonly legacy: SoundWish;
  /** Only listed: the message class is a quiet one. */
  readonly quiet: boolean;
  readonly memory: AndroidMemory;
  readonly steps: readonly TraceStep[];
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

/** Android 8 and later: the channel decides, and the first message made it. */
function channelOf(message: XiaomiMessage, device: Device, inWindow: boolean, steps: TraceStep[]): ChannelWish {
  const app = device.app.name;
  const named = Object.hasOwn(message.extra, 'channel_id') ? message.extra.channel_id : undefined;
  const suffix = named ?? (inWindow ? '-100' : String(message.notifyType));
  const id = `mipush_${app}_${suffix}`;
  // What is wrong with the sound matters only to a channel that is made now.
  const notes = findChannel(memoryOf(device), id) === undefined ? steps : [];
  // Inside the window notify_type does not count, and a new channel has what importance 3 gives: the default sound.
  const wish = inWindow ? { sound: 'default', vibrate: false } : wishOf(message, app, message.notifyType, notes);
  return { id, name: message.extra.channel_name ?? device.app.label, importance: IMPORTANCE, ...wish };
}

const IN_WINDOW = deviceStep('xiaomi-device-window', 'note');

/** Channel, sound and vibration of a message that is drawn, and what the phone remembers of it. */
export function alertOf(message: XiaomiMessage, device: Device, now: number): AlertWish {
  const steps: TraceStep[] = [];
  const before = memoryOf(device);
  const inWindow = before.lastAlertAt !== null && now - before.lastAlertAt <= WINDOW_MS && now >= before.lastAlertAt;
  if (inWindow) steps.push(IN_WINDOW);
  const modern = androidVersion(device) >= 8;
  const channel = channelOf(message, device, inWindow, modern ? steps : []);
  const legacy = modern ? channel : wishOf(message, device.app.name, inWindow ? 0 : message.notifyType, steps);
  const quiet = message.messageClass === 'default' || message.messageClass === 'public';
  if (quiet) steps.push(deviceStep('xiaomi-device-class', 'note', { class: message.messageClass ?? '' }));
  return { channel, legacy, quiet, memory: inWindow ? before : { ...before, lastAlertAt: now }, steps };
}
