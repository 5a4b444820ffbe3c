import { keepsNumber, shadeCount } from './android-skins.ts';
import { setting } from './phone-settings.ts';
import type { BadgeChange, BadgeOccasion, Device } from './types.ts';

const LOG_LENGTH = 20;

/** Who changes the number on the icon, how and why: what the ledger keeps of it. */
export interface BadgeWriter {
  readonly by: BadgeChange['by'];
  readonly on: BadgeOccasion;
  /** `absolute` when absent. */
  readonly how?: BadgeChange['how'];
  readonly pushId?: string;
}

/**
 * Sets the number on the icon and writes down who did it. Unchanged numbers leave no entry; while the user has the
 * badge of the app switched off there is no number to change.
 */
export function setBadge(device: Device, to: number, writer: BadgeWriter, at: number): Device {
  if (device.badge === to || (to !== 0 && !setting(device, 'badges'))) return device;
  const { by, on, how = 'absolute', pushId = null } = writer;
  const change: BadgeChange = { at, from: device.badge, to, by, how, on, pushId };
  return { ...device, badge: to, badgeLog: [change, ...device.badgeLog.slice(0, LOG_LENGTH - 1)] };
}

/** Most Android launchers count the app's notifications in the shade; iOS, and what keeps a written number, never do. */
export function recount(device: Device, at: number, on: BadgeOccasion = 'shade'): Device {
  if (device.platform === 'ios' || keepsNumber(device)) return device;
  return setBadge(device, shadeCount(device), { by: 'launcher', how: 'count', on }, at);
}
