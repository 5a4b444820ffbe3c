import { keepsNumber, shadeCount } from './android-skins.ts';
import type { BadgeChange, Device } from './types.ts';

const LOG_LENGTH = 20;

/** Sets the number on the icon and writes down who did it. Unchanged numbers leave no entry. */
export function setBadge(device: Device, to: number, by: BadgeChange['by'], at: number): Device {
  if (device.badge === to) return device;
  const change: BadgeChange = { at, from: device.badge, to, by };
  return { ...device, badge: to, badgeLog: [change, ...device.badgeLog.slice(0, LOG_LENGTH - 1)] };
}

/** Most Android launchers count the app's notifications in the shade; iOS, and what keeps a written number, never do. */
export function recount(device: Device, at: number): Device {
  if (device.platform === 'ios' || keepsNumber(device)) return device;
  return setBadge(device, shadeCount(device), 'launcher', at);
}
