import type { AppSound, Device, Presentation } from '../../device/types.ts';
import type { TraceParams, TraceStep } from '../../trace/types.ts';
import { isObject } from '../kit/json.ts';
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
  /** What was found out, in order. */
  readonly steps: readonly TraceStep[];
}

const step = (rule: string, verdict: 'pass' | 'note', params?: TraceParams): TraceStep => ({
  stage: 'device',
  rule,
  verdict,
  ...(params && { params }),
});

const SILENT: Heard = { requested: null, played: null, soundId: null, steps: [step('apns-sound-none', 'pass')] };
const SYSTEM_TONE: Heard = {
  requested: 'default',
  played: 'default',
  soundId: DEFAULT_SOUND_ID,
  steps: [step('apns-sound-default', 'pass')],
};

/** The sound that the value of `aps.sound` stands for on this phone, before permission and ringer have their say. */
export function findSound(value: unknown, device: Device): Heard {
  if (value === undefined) return SILENT;
  if (typeof value === 'string') return named(value, device);
  if (isObject(value)) return critical(value, device);
  return { ...SILENT, steps: [step('apns-sound-type', 'note', { received: valueText(value), type: typeName(value) })] };
}

function named(name: string, device: Device): Heard {
  if (name === 'default') return SYSTEM_TONE;
  const file = device.sounds.find((sound) => sound.name === name);
  if (file === undefined) {
    const has = device.sounds.map((sound) => sound.name).join(', ') || '–';
    return fallback(name, 'apns-sound-missing', { name: shown(name), has });
  }
  if (!CONTAINERS.has(file.container) || !CODECS.has(file.codec)) {
    return fallback(name, 'apns-sound-format', { name, container: file.container, codec: file.codec });
  }
  if (file.duration >= SOUND_SECONDS) return fallback(name, 'apns-sound-long', { name, seconds: file.duration });
  return {
    requested: name,
    played: name,
    soundId: file.soundId,
    steps: [step('apns-sound-file', 'pass', fileParams(file))],
  };
}

const fileParams = (file: AppSound): TraceParams => ({ name: file.name, codec: file.codec, seconds: file.duration });

/** Whatever is wrong with a file, the phone plays its own tone instead. */
function fallback(requested: string, rule: string, params: TraceParams): Heard {
  return { requested, played: 'default', soundId: DEFAULT_SOUND_ID, steps: [step(rule, 'note', params)] };
}

/** A critical alert needs an entitlement that no simulated app has, so its file plays like any other. */
function critical(value: Readonly<Record<string, unknown>>, device: Device): Heard {
  const { name, critical } = value as { readonly name?: unknown; readonly critical?: unknown };
  const heard = named(typeof name === 'string' && name !== '' ? name : 'default', device);
  if (critical !== 1) return heard;
  const params = { name: heard.requested ?? 'default', played: heard.played ?? '–' };
  return { ...heard, steps: [...heard.steps, step('apns-sound-critical', 'note', params)] };
}

/** What reaches the ear: with the ringer off the phone only vibrates. */
export function audible(heard: Heard, device: Device): Presentation['sound'] {
  if (heard.played === null) return null;
  const { requested } = heard;
  if (device.ringer !== 'normal') return { requested, played: null, soundId: null, vibrated: true };
  return { requested, played: heard.played, soundId: heard.soundId, vibrated: true };
}
