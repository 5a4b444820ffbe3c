import type { TraceStep } from '../trace/types.ts';
import { androidStep } from './android-rules.ts';
import { skinOf } from './android-skins.ts';
import { condition, setting } from './phone-settings.ts';
import type { AndroidMemory, Device } from './types.ts';

/** After the user pushed a banner of the app away, it shows none for this long. */
const SNOOZE_MS = 60_000;

/** The user's or the maker's switch keeps the app from popping up; null = it may. */
export function bannersOff(device: Device): TraceStep | null {
  if (setting(device, 'popUps')) return null;
  const rule = skinOf(device).ships.popUps === false ? 'android-heads-up-skin' : 'android-heads-up-off';
  return androidStep(rule, 'note', { system: device.system.name });
}

/** What about the phone just now keeps a notification from popping up; null = nothing does. */
export function bannerObstacle(device: Device, memory: AndroidMemory, now: number): TraceStep | null {
  if (!condition(device, 'screenOn')) return androidStep('android-heads-up-screen', 'note');
  if (device.locked) return androidStep('android-heads-up-locked', 'note');
  const { snoozedAt } = memory;
  if (snoozedAt !== undefined && now >= snoozedAt && now - snoozedAt < SNOOZE_MS)
    return androidStep('android-heads-up-snoozed', 'note');
  return null;
}
