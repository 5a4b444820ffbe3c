import { condition, setting } from '../../device/phone-settings.ts';
import type { AppSound, Device, Presentation, SoundFile, SoundLayer } from '../../device/types.ts';
import type { TraceParams, TraceStep } from '../../trace/types.ts';
import { isObject } from '../kit/json.ts';
import { isCriticalSound, type Level } from './level.ts';
import { typeName, valueText } from './lint-note.ts';
import { shown } from './text.ts';

/** Id under which the host serves the iPhone's own tone. */
export const DEFAULT_SOUND_ID = 'default-ios';

/** Apple: UNNotificationSound. Custom sounds must be shorter than this. */
export const SOUND_SECONDS = 30;

const CONTAINERS: ReadonlySet<string> = new Set(['aiff', 'wav', 'caf']);
const CODECS: ReadonlySet<string> = new Set(['pcm', 'ima4', 'ulaw', 'alaw']);

export interface Heard {
  /** As the payload names it; null = it names none. */
  readonly requested: string | null;
  /** A file of the app, `default`, or null for silence. */
  readonly played: string | null;
  readonly soundId: string | null;
  /** Who chose what plays: the payload, or the system because the payload's file is no good. */
  readonly decidedBy: Extract<SoundLayer, 'payload' | 'system'>;
  /** The file that was asked for; null when none was. */
  readonly file: SoundFile | null;
  /** What was found out, in order. */
  readonly steps: readonly TraceStep[];
}

const step = (rule: string, verdict: 'pass' | 'note', params?: TraceParams): TraceStep => ({
  stage: 'device',
  rule,
  verdict,
  ...(params && { params }),
});

const SILENT: Heard = {
  requested: null,
  played: null,
  soundId: null,
  decidedBy: 'payload',
  file: null,
  steps: [step('apns-sound-none', 'pass')],
};
const SYSTEM_TONE: Heard = {
  requested: 'default',
  played: 'default',
  soundId: DEFAULT_SOUND_ID,
  decidedBy: 'payload',
  file: null,
  steps: [step('apns-sound-default', 'pass')],
};
const CRITICAL_TONE: Heard = {
  ...SYSTEM_TONE,
  requested: null,
  decidedBy: 'system',
  steps: [step('apns-critical-default', 'pass')],
};

/**
 * The sound that the value of `aps.sound` stands for on this phone, before permission and ringer have their say.
 * `level`: the one that counts; a critical alert without a sound of its own has the system's.
 */
export function findSound(value: unknown, device: Device, level: Level): Heard {
  if (value === undefined) return level === 'critical' ? CRITICAL_TONE : SILENT;
  if (typeof value === 'string') return named(value, device);
  if (isObject(value)) return inObject(value, device, level);
  return { ...SILENT, steps: [step('apns-sound-type', 'note', { received: valueText(value), type: typeName(value) })] };
}

/** Does the payload name anything that would be heard, whatever the phone has? */
export const asksForSound = (value: unknown): boolean => typeof value === 'string' || isObject(value);

function named(name: string, device: Device): Heard {
  if (name === 'default') return SYSTEM_TONE;
  const file = device.sounds.find((sound) => sound.name === name);
  if (file === undefined) {
    const has = device.sounds.map((sound) => sound.name).join(', ') || '–';
    return fallback(name, false, 'apns-sound-missing', { name: shown(name), has });
  }
  if (!CONTAINERS.has(file.container) || !CODECS.has(file.codec)) {
    return fallback(name, true, 'apns-sound-format', { name, container: file.container, codec: file.codec });
  }
  if (file.duration >= SOUND_SECONDS) return fallback(name, true, 'apns-sound-long', { name, seconds: file.duration });
  return {
    requested: name,
    played: name,
    soundId: file.soundId,
    decidedBy: 'payload',
    file: { name, exists: true, playable: true },
    steps: [step('apns-sound-file', 'pass', fileParams(file))],
  };
}

const fileParams = (file: AppSound): TraceParams => ({ name: file.name, codec: file.codec, seconds: file.duration });

/** Whatever is wrong with a file, the phone plays its own tone instead. */
function fallback(requested: string, exists: boolean, rule: string, params: TraceParams): Heard {
  return {
    requested,
    played: 'default',
    soundId: DEFAULT_SOUND_ID,
    decidedBy: 'system',
    file: { name: shown(requested), exists, playable: false },
    steps: [step(rule, 'note', params)],
  };
}

/** Without the user's leave for critical alerts the file of a critical sound plays like any other. */
function inObject(value: Readonly<Record<string, unknown>>, device: Device, level: Level): Heard {
  const { name } = value as { readonly name?: unknown };
  const heard = named(typeof name === 'string' && name !== '' ? name : 'default', device);
  if (!isCriticalSound(value) || level === 'critical') return heard;
  const params = { name: heard.requested ?? 'default', played: heard.played ?? '–' };
  return { ...heard, steps: [...heard.steps, step('apns-sound-critical', 'note', params)] };
}

type Audible = NonNullable<Presentation['sound']>;

/** Nothing plays, and who had the last word. */
export const muted = ({ requested, file }: Heard, decidedBy: SoundLayer, vibrated: boolean): Audible => ({
  requested,
  played: null,
  soundId: null,
  vibrated,
  decidedBy,
  file,
});

const playing = ({ requested, played, soundId, decidedBy, file }: Heard): Audible => ({
  requested,
  played,
  soundId,
  vibrated: true,
  decidedBy,
  file,
});

/** A critical sound brings its own volume, 0 to 1; full unless the payload says otherwise. */
function criticalVolume(value: unknown): number {
  const { volume } = (isObject(value) ? value : {}) as { readonly volume?: unknown };
  return typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : 1;
}

/**
 * What reaches ear and hand of a sound that is let through: a critical one at its own volume whatever the switches say;
 * any other after the app's switch, the silent switch (the phone vibrates only) and the volume. Adds to `trace`.
 */
export function audible(
  heard: Heard,
  value: unknown,
  level: Level,
  device: Device,
  trace: TraceStep[],
): Audible | null {
  trace.push(...heard.steps);
  if (heard.played === null) return null;
  if (level === 'critical') {
    const volume = criticalVolume(value);
    trace.push(step('apns-critical-sound', 'pass', { volume }));
    return volume === 0 ? muted(heard, 'payload', true) : playing(heard);
  }
  if (!setting(device, 'sounds')) {
    trace.push(step('apns-setting-sound', 'note'));
    return muted(heard, 'settings', false);
  }
  if (device.ringer !== 'normal') {
    trace.push(step(device.ringer === 'vibrate' ? 'apns-ringer-vibrate' : 'apns-ringer-silent', 'note'));
    return muted(heard, 'ringer', true);
  }
  if (condition(device, 'volume') === 0) {
    trace.push(step('apns-volume-zero', 'note'));
    return muted(heard, 'volume', true);
  }
  return playing(heard);
}
