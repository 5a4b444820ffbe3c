import { condition } from './phone-settings.ts';
import type { Device } from './types.ts';

/** Does the phone show its lock screen, or a dark one? */
export const atLockScreen = (device: Device): boolean => device.locked || !condition(device, 'screenOn');

/** What stands in no list is gone once the phone is locked, unlocked or used: a banner, or an entry of the lock screen. */
export function withoutPassed(device: Device): Device {
  return device.shade.some((one) => one.listed === false)
    ? { ...device, shade: device.shade.filter((one) => one.listed !== false) }
    : device;
}
