import { asksFirst } from './android-skins.ts';
import { setting } from './phone-settings.ts';
import type { Device, Permission } from './types.ts';

/** Installed and running, in front or behind. */
export const isAlive = (device: Device): boolean => device.app.installed && device.app.process !== 'killed';

/** Its user stopped the app in the phone's settings: until he opens it, Android keeps it from everything. */
export const isForceStopped = ({ app }: Device): boolean => app.process === 'killed' && app.killedBy === 'forceStop';

/** May the app's process be started for a message? Not while it is force-stopped, nor without auto-start. */
export const mayStart = (device: Device): boolean =>
  device.app.installed && !isForceStopped(device) && setting(device, 'autoStart');

const MODERN = 99;

/** Major Android version; a phone that does not state one counts as a modern one. */
export function androidVersion(device: Device): number {
  const major = Number.parseInt(device.system.android ?? '', 10);
  return Number.isNaN(major) ? MODERN : major;
}

/** The user must be asked before an app may notify: since Android 13, and where the maker wants it so. */
const mustAsk = (device: Device): boolean => androidVersion(device) >= 13 || asksFirst(device);

/** The permission of an app fresh from the store. */
export const permissionWhenNew = (device: Device): Permission =>
  device.platform === 'ios' || mustAsk(device) ? 'notDetermined' : 'granted';

/** Where the user must be asked they are off until then; elsewhere they are on unless he switched them off. */
export function notificationsAllowed(device: Device): boolean {
  if (device.permission === 'notDetermined') return !mustAsk(device);
  return device.permission !== 'denied';
}
