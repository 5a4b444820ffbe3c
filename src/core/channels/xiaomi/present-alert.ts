import { androidVersion } from '../../device/android.ts';
import type { AndroidMemory, Device, Presentation } from '../../device/types.ts';
import type { TraceParams, TraceStep } from '../../trace/types.ts';
import { shorten } from '../kit/steps.ts';
import type { XiaomiMessage } from './payload.ts';
import { deviceStep } from './steps.ts';

/** After an alert of any app, `notify_type` is ignored for this long. */
const WINDOW_MS = 10_000;
const SOUND_BIT = 1;
const VIBRATE_BIT = 2;
export const DEFAULT_SOUND_ID = 'default-android';

/** What a notification or channel asks for. `sound`: `default`, a resource uri, or null. */
interface Wish {
  readonly sound: string | null;
  readonly vibrate: boolean;
}

export interface Alert {
  readonly sound: Presentation['sound'];
  readonly memory: AndroidMemory;
  readonly steps: readonly TraceStep[];
  /** Only listed: the message class is a quiet one. */
  readonly quiet: boolean;
}

const EMPTY: AndroidMemory = { seenKeys: [], lastAlertAt: null, channels: {} };

export const memoryOf = (device: Device): AndroidMemory => device.android ?? EMPTY;

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

function wishOf(message: XiaomiMessage, app: string, type: number, steps: TraceStep[]): Wish {
  return { sound: wishedSound(message, app, type, steps), vibrate: (type & VIBRATE_BIT) !== 0 };
}

const channelParams = (channel: string, wish: Wish): TraceParams => ({
  channel,
  sound: wish.sound ?? '–',
  vibrate: wish.vibrate ? '✓' : '–',
});

interface ChannelWish {
  readonly wish: Wish;
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
  const known = Object.hasOwn(memory.channels, id) ? memory.channels[id] : undefined;
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

const PLAYABLE: ReadonlySet<string> = new Set(['wav', 'mp3', 'ogg', 'm4a']);

interface Heard {
  readonly played: string | null;
  readonly soundId: string | null;
}

const SILENCE: Heard = { played: null, soundId: null };

/** Finds the raw resource that a uri names among the app's sounds. */
function soundFile(uri: string, device: Device, steps: TraceStep[]): Heard {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  const name = last.replace(/\.[^.]*$/, '');
  const sound = device.sounds.find(
    (item) => item.name.replace(/\.[^.]*$/, '') === name && PLAYABLE.has(item.container),
  );
  if (sound) return { played: sound.name, soundId: sound.soundId };
  steps.push(deviceStep('xiaomi-device-sound-missing', 'note', { received: shorten(last) }));
  return SILENCE;
}

function heard(wish: Wish, device: Device, steps: TraceStep[]): Presentation['sound'] {
  const { sound, vibrate } = wish;
  if (sound === null && !vibrate) return null;
  const loud =
    sound === null
      ? SILENCE
      : sound === 'default'
        ? { played: 'default', soundId: DEFAULT_SOUND_ID }
        : soundFile(sound, device, steps);
  if (device.ringer === 'normal') return { requested: sound, ...loud, vibrated: vibrate };
  // On vibrate, whatever would ring shakes instead; on silent neither happens.
  const vibrated = device.ringer === 'vibrate';
  steps.push(deviceStep(vibrated ? 'xiaomi-device-ringer-vibrate' : 'xiaomi-device-ringer-silent', 'note'));
  return { requested: sound, ...SILENCE, vibrated };
}

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
    return { sound: null, memory, steps, quiet: true };
  }
  return { sound: heard(wish, device, steps), memory, steps, quiet: false };
}
