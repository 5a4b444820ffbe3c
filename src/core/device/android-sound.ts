import { shorten } from '../channels/kit/steps.ts';
import type { TraceStep } from '../trace/types.ts';
import { androidStep } from './android-rules.ts';
import { condition, setting } from './phone-settings.ts';
import type { Device, Presentation, SoundFile, SoundLayer } from './types.ts';

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

/** A wish with whoever speaks it. */
export interface LayeredWish extends SoundWish {
  readonly layer: SoundLayer;
}

/** What is heard when the app lacks the sound file. */
export type MissingSound = 'silent' | 'default';

export interface Heard {
  readonly played: string | null;
  readonly soundId: string | null;
}

type Audible = NonNullable<Presentation['sound']>;

const NOTHING: Heard = { played: null, soundId: null };
const SYSTEM_TONE: Heard = { played: 'default', soundId: DEFAULT_SOUND_ID };
const PLAYABLE: ReadonlySet<string> = new Set(['wav', 'mp3', 'ogg', 'm4a']);

const withoutExtension = (name: string): string => name.replace(/\.[^.]*$/, '');
const fileOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);

function fileIn(device: Device, uri: string) {
  const foreign = uri.startsWith('android.resource://') && !uri.startsWith(`android.resource://${device.app.name}/`);
  if (foreign) return undefined;
  const name = withoutExtension(fileOf(uri));
  const named = device.sounds.filter((item) => withoutExtension(item.name) === name);
  return named.find(({ container }) => PLAYABLE.has(container)) ?? named[0];
}

/** The app's own sound that a name or uri stands for; undefined when there is none that Android plays. */
export function findSound(uri: string, device: Device): Heard | undefined {
  const sound = fileIn(device, uri);
  return sound !== undefined && PLAYABLE.has(sound.container)
    ? { played: sound.name, soundId: sound.soundId }
    : undefined;
}

/** What the phone found of the file that was asked for; null when none was. */
function fileFacts(sound: string | null, device: Device): SoundFile | null {
  if (sound === null || sound === 'default') return null;
  const found = fileIn(device, sound);
  return {
    name: shorten(fileOf(sound)),
    exists: found !== undefined,
    playable: found !== undefined && PLAYABLE.has(found.container),
  };
}

interface Loud extends Heard {
  readonly decidedBy: SoundLayer;
}

function loud({ sound, layer }: LayeredWish, device: Device, missing: MissingSound, steps: TraceStep[]): Loud {
  if (sound === null) return { ...NOTHING, decidedBy: layer };
  if (sound === 'default') return { ...SYSTEM_TONE, decidedBy: layer };
  const found = findSound(sound, device);
  if (found) return { ...found, decidedBy: layer };
  const rule = missing === 'default' ? 'android-sound-default' : 'android-sound-missing';
  steps.push(androidStep(rule, 'note', { received: shorten(fileOf(sound)) }));
  return { ...(missing === 'default' ? SYSTEM_TONE : NOTHING), decidedBy: 'system' };
}

/** Nothing is heard or felt of the wish, and who had the last word. */
export const mute = ({ sound }: SoundWish, device: Device, decidedBy: SoundLayer, vibrated = false): Audible => ({
  requested: sound,
  ...NOTHING,
  vibrated,
  decidedBy,
  file: fileFacts(sound, device),
});

/**
 * What the phone does for a wish: plays and shakes with the ringer on normal; shakes only, for whatever would ring or
 * shake, on vibrate; neither on silent; no sound where its user switched the app's sounds off or the volume is 0. Null
 * when nothing was wished. Adds to `steps` what is worth saying.
 */
export function hear(wish: LayeredWish, device: Device, missing: MissingSound, steps: TraceStep[]): Audible | null {
  const { sound, vibrate } = wish;
  if (sound === null && !vibrate) return null;
  const { decidedBy, ...heard } = loud(wish, device, missing, steps);
  if (device.ringer !== 'normal') {
    const vibrated = device.ringer === 'vibrate';
    steps.push(androidStep(vibrated ? 'android-ringer-vibrate' : 'android-ringer-silent', 'note'));
    return mute(wish, device, 'ringer', vibrated);
  }
  if (heard.played !== null && !setting(device, 'sounds')) {
    steps.push(androidStep('android-sounds-off', 'note'));
    return mute(wish, device, 'settings', vibrate);
  }
  if (heard.played !== null && condition(device, 'volume') === 0) {
    steps.push(androidStep('android-volume', 'note'));
    return mute(wish, device, 'volume', vibrate);
  }
  return { requested: sound, ...heard, vibrated: vibrate, decidedBy, file: fileFacts(sound, device) };
}
