import type { BadgeChange, Device } from './types.ts';

const LOG_LENGTH = 20;

/** Sets the number on the icon and writes down who did it. Unchanged numbers leave no entry. */
export function setBadge(device: Device, to: number, by: BadgeChange['by'], at: number): Device {
  if (device.badge === to) return device;
  const change: BadgeChange = { at, from: device.badge, to, by };
  return { ...device, badge: to, badgeLog: [change, ...device.badgeLog.slice(0, LOG_LENGTH - 1)] };
}

/** MIUI's launcher counts the app's notifications in the shade; iOS never counts by itself. */
export function recount(device: Device, at: number): Device {
  return device.platform === 'android' ? setBadge(device, device.shade.length, 'launcher', at) : device;
}
