import { fail, ok, type Result } from '../result.ts';
import type { DevicePatch } from '../simulator-types.ts';
import { stated } from '../stated.ts';
import type { LocalText } from '../trace/types.ts';
import { recount, setBadge } from './badge.ts';
import {
  type AppSettings,
  appSettings,
  type PhoneConditions,
  phoneConditions,
  type SystemSwitches,
  setting,
} from './phone-settings.ts';
import type { Device } from './types.ts';

/** The first name that this phone's system does not know. */
const foreign = (table: SystemSwitches, patch: object, device: Device): string | undefined =>
  Object.keys(patch).find((name) => (table[name]?.on ?? device.platform) !== device.platform);

function known(table: SystemSwitches, device: Device): string {
  const names = Object.keys(table).filter((name) => (table[name]?.on ?? device.platform) === device.platform);
  return names.join(', ');
}

const unknown = (what: LocalText, name: string, table: SystemSwitches, device: Device) =>
  fail('not_on_this_system', {
    en: `"${device.id}" runs ${device.system.name}, which has no ${what.en} "${name}". It has: ${known(table, device)}.`,
    zh: `“${device.id}”的系统是 ${device.system.name}，没有${what.zh}“${name}”。现有：${known(table, device)}。`,
  });

const CONDITION: LocalText = { en: 'condition', zh: '状态' };
const SETTING: LocalText = { en: 'setting', zh: '开关' };

/** The phone gets or loses its network; with it the app's link to the IM server ends. */
export function withNetwork(device: Device, online: boolean, at: number): Device {
  if (device.online === online) return device;
  if (online) return { ...device, online };
  return { ...device, online, offlineSince: at, session: { ...device.session, since: at } };
}

/** Sets conditions of the phone and switches of the app. Failure: `not_on_this_system`. */
export function withSettings(device: Device, patch: DevicePatch, at: number): Result<Device> {
  if (patch.conditions === undefined && patch.settings === undefined) return ok(device);
  const conditions: Partial<PhoneConditions> = stated(patch.conditions);
  const settings: Partial<AppSettings> = stated(patch.settings);
  const condition = foreign(phoneConditions, conditions, device);
  if (condition !== undefined) return unknown(CONDITION, condition, phoneConditions, device);
  const name = foreign(appSettings, settings, device);
  if (name !== undefined) return unknown(SETTING, name, appSettings, device);
  const next: Device = {
    ...device,
    ...(patch.conditions === undefined ? {} : { conditions: { ...device.conditions, ...conditions } }),
    ...(conditions.doze === undefined || conditions.doze === device.conditions?.doze ? {} : { dozeSince: at }),
    ...(patch.settings === undefined ? {} : { settings: { ...device.settings, ...settings } }),
  };
  return ok(settings.badges === undefined ? next : badgeSwitched(device, next, at));
}

/** The number leaves the icon with the switch; a launcher that counts shows it again at once. */
function badgeSwitched(before: Device, after: Device, at: number): Device {
  if (setting(before, 'badges') === setting(after, 'badges')) return after;
  if (setting(after, 'badges')) return recount(after, at, 'settings');
  return setBadge(after, 0, { by: 'user', on: 'settings' }, at);
}
