import type { Device } from '../../device/types.ts';
import type { AcceptedPush } from '../types.ts';
import { payloadOf } from './payload.ts';

/**
 * What happens to a push that reaches a phone, as far as the server hears of it. `acknowledged` counts as delivered,
 * shown or not. `lost`: nobody acknowledges it.
 */
export type Fate = 'acknowledged' | 'unregistered' | 'uninstalled' | 'lost';

export const isAlive = (device: Device): boolean => device.app.installed && device.app.process !== 'killed';

/** `extra.hide=true` in any letter case. */
export const isHidden = (extra: Readonly<Record<string, string>>): boolean =>
  Object.hasOwn(extra, 'hide') && extra.hide?.toLowerCase() === 'true';

/** Decides in the order of MIUI's push service. */
export function fateOf(push: AcceptedPush, device: Device): Fate {
  const target = device.targets.find((item) => item.token === push.token);
  if (target?.state !== 'active') return 'unregistered';
  const { message } = payloadOf(push);
  if (isHidden(message.extra)) return 'acknowledged';
  if (!device.app.installed) return 'uninstalled';
  return message.passThrough && !isAlive(device) ? 'lost' : 'acknowledged';
}

/** Android 13 and later ask for the permission; before, notifications are on unless the user switched them off. */
export function notificationsAllowed(device: Device): boolean {
  if (device.permission === 'notDetermined') return androidVersion(device) < 13;
  return device.permission !== 'denied';
}

const MODERN = 99;

/** Major Android version; a phone that does not state one counts as a modern one. */
export function androidVersion(device: Device): number {
  const major = Number.parseInt(device.system.android ?? '', 10);
  return Number.isNaN(major) ? MODERN : major;
}
