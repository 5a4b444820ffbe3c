import { condition } from './phone-settings.ts';
import type { Device } from './types.ts';

const MINUTE = 60_000;

/**
 * Pauses between maintenance windows: the first, how it grows, and where it stops growing. The values are those of
 * AOSP's DeviceIdleController; makers change them.
 */
const PAUSES = {
  light: { first: 5 * MINUTE, longest: 15 * MINUTE },
  deep: { first: 60 * MINUTE, longest: 360 * MINUTE },
} as const;

/** The first maintenance window after `after`, ms; null when the phone is awake. A window is an instant here. */
export function nextWindow(device: Device, after: number): number | null {
  const depth = condition(device, 'doze');
  if (device.platform !== 'android' || depth === 'awake') return null;
  const { first, longest } = PAUSES[depth];
  let at = (device.dozeSince ?? after) + first;
  let pause: number = first;
  while (at <= after && pause < longest) {
    pause = Math.min(longest, pause * 2);
    at += pause;
  }
  return at > after ? at : at + Math.ceil((after - at + 1) / longest) * longest;
}

/** Does Doze keep back what was sent at `since`: the phone sleeps, and no maintenance window has come by yet? */
export function dozesSince(device: Device, since: number, now: number): boolean {
  const window = nextWindow(device, since);
  return window !== null && window > now;
}
