import { shorten } from '../channels/kit/steps.ts';
import type { TraceStep } from '../trace/types.ts';
import { androidStep } from './android-rules.ts';
import type { Device, Presentation } from './types.ts';

/** Id of the system's own notification tone. */
export const DEFAULT_SOUND_ID = 'default-android';

/**
 * What a notification, or its channel, asks for. `sound`: `default`, the name or uri of a raw resource
 * (`android.resource://<package>/raw/<name>`, `/raw/<name>`, `<name>`, with or without extension), or null for none.
 */
export interface SoundWish {
  readonly sound: string | null;
  readonly vibrate: boolean;
}

/** What is heard when the app lacks the sound file. */
export type MissingSound = 'silent' | 'default';

export interface Heard {
  readonly played: string | null;
  readonly soundId: string | null;
}

const NOTHING: Heard = { played: null, soundId: null };
const SYSTEM_TONE: Heard = { played: 'default', soundId: DEFAULT_SOUND_ID };
const PLAYABLE: ReadonlySet<string> = new Set(['wav', 'mp3', 'ogg', 'm4a']);

const withoutExtension = (name: string): string => name.replace(/\.[^.]*$/, '');
const fileOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);

/** The app's own sound that a name or uri stands for; undefined when there is none that Android plays. */
export function findSound(uri: string, device: Device): Heard | undefined {
  const foreign = uri.startsWith('android.resource://') && !uri.startsWith(`android.resource://${device.app.name}/`);
  if (foreign) return undefined;
  const name = withoutExtension(fileOf(uri));
  const sound = device.sounds.find((item) => withoutExtension(item.name) === name && PLAYABLE.has(item.container));
  return sound && { played: sound.name, soundId: sound.soundId };
}

function loud(sound: string | null, device: Device, missing: MissingSound, steps: TraceStep[]): Heard {
  if (sound === null) return NOTHING;
  if (sound === 'default') return SYSTEM_TONE;
  const found = findSound(sound, device);
  if (found) return found;
  const rule = missing === 'default' ? 'android-sound-default' : 'android-sound-missing';
  steps.push(androidStep(rule, 'note', { received: shorten(fileOf(sound)) }));
  return missing === 'default' ? SYSTEM_TONE : NOTHING;
}

/**
 * What the phone does for a wish: plays and shakes with the ringer on normal; shakes only, for whatever would ring or
 * shake, on vibrate; neither on silent. Null when nothing was wished. Adds to `steps` what is worth saying.
 */
export function hear(
  wish: SoundWish,
  device: Device,
  missing: MissingSound,
  steps: TraceStep[],
): Presentation['sound'] {
  const { sound, vibrate } = wish;
  if (sound === null && !vibrate) return null;
  const heard = loud(sound, device, missing, steps);
  if (device.ringer === 'normal') return { requested: sound, ...heard, vibrated: vibrate };
  const vibrated = device.ringer === 'vibrate';
  steps.push(androidStep(vibrated ? 'android-ringer-vibrate' : 'android-ringer-silent', 'note'));
  return { requested: sound, ...NOTHING, vibrated };
}
