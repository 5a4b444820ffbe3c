import type { TraceStep } from '../trace/types.ts';
import { androidVersion } from './android.ts';
import { bannerObstacle, bannersOff } from './android-banner.ts';
import { type Interception, interceptionOf } from './android-dnd.ts';
import { androidStep } from './android-rules.ts';
import { skinOf } from './android-skins.ts';
import { hear, type MissingSound, mute, type SoundWish } from './android-sound.ts';
import { condition } from './phone-settings.ts';
import type { AndroidMemory, Device, Importance, Presentation, SoundLayer } from './types.ts';

const DEFAULT: Importance = 3;
const HIGH: Importance = 4;
const OLD_MS = 24 * 60 * 60 * 1000;
/** At most one alert of an app that can be heard or felt in this time. */
const ALERT_PAUSE_MS = 1000;

/** What a notification asks of sound, vibration and screen. */
export interface AlertWish extends SoundWish {
  readonly importance: Importance;
  /** Who says so: the channel, or up to Android 7.1 the push itself. */
  readonly layer: Extract<SoundLayer, 'channel' | 'payload'>;
  /** The vendor ranks it as quiet: listed only. */
  readonly quiet: boolean;
  /** By default the system's tone up to Android 7.1 and silence from 8 on. */
  readonly missingSound?: MissingSound;
  /** Time stamp of the notification, ms; absent = now. */
  readonly when?: number;
}

export interface Alert {
  readonly sound: Presentation['sound'];
  readonly quiet: boolean;
  readonly headsUp: boolean;
  /** What Do not disturb does to it; null = nothing. */
  readonly interception: Interception | null;
  readonly memory: AndroidMemory;
}

/** Rings or shakes: what the limit of one alert a second counts. */
const isAudible = (sound: Presentation['sound']): boolean =>
  sound !== null && (sound.played !== null || sound.vibrated);

const isTooSoon = ({ lastAudibleAt }: AndroidMemory, now: number): boolean =>
  lastAudibleAt !== undefined && now >= lastAudibleAt && now - lastAudibleAt < ALERT_PAUSE_MS;

/** Sound and vibration: under Do not disturb and in too quick a succession none. */
function heard(
  wish: AlertWish,
  device: Device,
  memory: AndroidMemory,
  now: number,
  interception: Interception | null,
  steps: TraceStep[],
): Presentation['sound'] {
  if (wish.sound === null && !wish.vibrate) return null;
  if (interception !== null) {
    steps.push(interception.step);
    return mute(wish, device, 'dnd');
  }
  if (isTooSoon(memory, now)) {
    steps.push(androidStep('android-alert-limit', 'note'));
    return mute(wish, device, 'limit');
  }
  const missing = wish.missingSound ?? (androidVersion(device) < 8 ? 'default' : 'silent');
  return hear(wish, device, missing, steps);
}

/** A maker's switch that its user turned on lets everything pop up that is not ranked low. */
const isRaised = (device: Device): boolean => device.settings?.popUps === true && skinOf(device).ships.popUps === false;

/** Does it pop up over the screen? Says which condition kept it from that. */
function popsUp(
  wish: AlertWish,
  device: Device,
  memory: AndroidMemory,
  now: number,
  interception: Interception | null,
): { readonly up: boolean; readonly step: TraceStep } {
  const { importance, sound, vibrate, when } = wish;
  const no = (step: TraceStep) => ({ up: false, step });
  const off = bannersOff(device);
  if (off !== null) return no(off);
  const raised = importance < HIGH && isRaised(device);
  if (importance < HIGH && !raised) return no(androidStep('android-heads-up', 'note', { importance }));
  if (androidVersion(device) < 8 && sound === null && !vibrate)
    return no(androidStep('android-heads-up-alert', 'note'));
  if (when !== undefined && when > 0 && now - when >= OLD_MS) return no(androidStep('android-heads-up-old', 'note'));
  if (interception?.hidesBanner === true) return no(androidStep('android-heads-up-dnd', 'note'));
  const obstacle = bannerObstacle(device, memory, now);
  if (obstacle !== null) return no(obstacle);
  const rule = raised ? 'android-heads-up-allowed' : 'android-heads-up';
  return { up: true, step: androidStep(rule, 'pass', { importance, system: device.system.name }) };
}

/**
 * Sound, vibration and banner of a notification that is shown, in the order of AOSP: rank, Do not disturb, one alert a
 * second, ringer and volume, banner. Adds to `steps` what is worth saying.
 */
export function alertFor(
  wish: AlertWish,
  device: Device,
  memory: AndroidMemory,
  now: number,
  steps: TraceStep[],
): Alert {
  const interception = interceptionOf(device);
  const low = wish.importance < DEFAULT;
  if (low) steps.push(androidStep('android-importance-low', 'note', { importance: wish.importance }));
  if (low || wish.quiet) return { sound: null, quiet: true, headsUp: false, interception, memory };
  const sound = heard(wish, device, memory, now, interception, steps);
  const { up, step } = popsUp(wish, device, memory, now, interception);
  steps.push(step);
  const audible = isAudible(sound);
  if (audible && !condition(device, 'screenOn') && skinOf(device).lightsUp)
    steps.push(androidStep('android-screen-lights', 'note', { system: device.system.name }));
  return {
    sound,
    quiet: false,
    headsUp: up,
    interception,
    memory: audible ? { ...memory, lastAudibleAt: now } : memory,
  };
}
