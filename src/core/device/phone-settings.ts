import { defaultsOf, type Switch, type SwitchValues } from '../channels/kit/switches.ts';
import { skinOf } from './android-skins.ts';
import type { Device, Platform } from './types.ts';

/** Which systems know it; absent = all. */
interface OnSystem {
  readonly on?: Platform;
}
/** A table of switches that may be known to one platform only. */
export type SystemSwitches = Readonly<Record<string, Switch & OnSystem>>;

const flag = (on: Platform | undefined, initial: boolean, en: string, zh: string) =>
  ({ kind: 'flag', default: initial, text: { en, zh }, ...(on === undefined ? {} : { on }) }) as const;

/** The state of the phone as a whole, apart from its ringer, lock and network: as data for core, API, storage and page. */
export const phoneConditions = {
  screenOn: flag(undefined, true, 'Screen', '屏幕'),
  doze: {
    kind: 'choice',
    on: 'android',
    default: 'awake',
    text: { en: 'Doze', zh: 'Doze 休眠' },
    options: [
      { value: 'awake', text: { en: 'Awake', zh: '未休眠' } },
      { value: 'light', text: { en: 'Light', zh: '浅度' } },
      { value: 'deep', text: { en: 'Deep', zh: '深度' } },
    ],
  },
  powerSaver: flag(undefined, false, 'Power saving', '省电模式'),
  dnd: {
    kind: 'choice',
    on: 'android',
    default: 'off',
    text: { en: 'Do not disturb', zh: '勿扰模式' },
    options: [
      { value: 'off', text: { en: 'Off', zh: '关闭' } },
      { value: 'priority', text: { en: 'Priority only', zh: '仅限优先' } },
      { value: 'alarms', text: { en: 'Alarms only', zh: '仅限闹钟' } },
      { value: 'total', text: { en: 'Total silence', zh: '完全静音' } },
    ],
  },
  dndHides: {
    kind: 'choice',
    on: 'android',
    default: 'asShipped',
    text: { en: 'What Do not disturb hides', zh: '勿扰时隐藏' },
    options: [
      { value: 'asShipped', text: { en: 'As the system ships it', zh: '系统默认' } },
      { value: 'alerts', text: { en: 'Sound, vibration and banners', zh: '声音、振动和横幅' } },
      { value: 'everything', text: { en: 'Everything', zh: '全部' } },
      { value: 'nothing', text: { en: 'Sound and vibration only', zh: '仅声音和振动' } },
    ],
  },
  focus: flag('ios', false, 'Focus', '专注模式'),
  volume: {
    kind: 'amount',
    default: 100,
    min: 0,
    max: 100,
    text: { en: 'Notification volume, percent', zh: '通知音量（百分比）' },
  },
  updatesPerSecond: {
    kind: 'amount',
    on: 'android',
    default: 5,
    min: 0,
    max: 1000,
    text: {
      en: 'Updates of notifications an app may make each second, builds differ; 0 = any number',
      zh: '应用每秒可更新通知的次数（各版本不同），0 表示不限',
    },
  },
  lockScreen: {
    kind: 'choice',
    default: 'all',
    text: { en: 'Notifications on the lock screen', zh: '锁屏通知' },
    options: [
      { value: 'all', text: { en: 'With contents', zh: '显示内容' } },
      { value: 'hidden', text: { en: 'Contents hidden', zh: '隐藏内容' } },
      { value: 'none', text: { en: 'None', zh: '不显示' } },
    ],
  },
  groupAt: {
    kind: 'amount',
    on: 'android',
    default: 0,
    min: 0,
    max: 50,
    text: {
      en: "Notifications from which an app's are grouped; 0 = as the system ships it",
      zh: '应用通知自动分组的条数，0 表示系统默认',
    },
  },
} as const satisfies SystemSwitches;

/** What the user has set for the app in the phone's settings, beyond the permission: as data like the conditions. */
export const appSettings = {
  popUps: flag(undefined, true, 'Banners', '横幅'),
  sounds: flag(undefined, true, 'Sounds', '声音'),
  badges: flag(undefined, true, 'Badge on the icon', '桌面角标'),
  lockScreen: flag(undefined, true, 'On the lock screen', '锁屏显示'),
  list: flag('ios', true, 'In Notification Centre', '通知中心'),
  timeSensitive: flag('ios', true, 'Time-sensitive notifications', '时效性通知'),
  critical: flag('ios', false, 'Critical alerts', '重要警告'),
  focusAllowed: flag('ios', false, 'Allowed in Focus', '专注模式下允许'),
  scheduledSummary: flag('ios', false, 'In the scheduled summary', '定时推送摘要'),
  backgroundRefresh: flag('ios', true, 'Background App Refresh', '后台 App 刷新'),
  overridesDnd: flag('android', false, 'Overrides Do not disturb', '勿扰时仍提醒'),
  autoStart: flag('android', true, 'Auto-start', '自启动'),
  battery: {
    kind: 'choice',
    on: 'android',
    default: 'optimized',
    text: { en: 'Battery use', zh: '电池使用' },
    options: [
      { value: 'unrestricted', text: { en: 'Unrestricted', zh: '无限制' } },
      { value: 'optimized', text: { en: 'Optimised', zh: '优化' } },
      { value: 'restricted', text: { en: 'Restricted', zh: '受限' } },
    ],
  },
  standby: {
    kind: 'choice',
    on: 'android',
    default: 'active',
    text: { en: 'Standby bucket', zh: '待机分组' },
    options: [
      { value: 'active', text: { en: 'Active', zh: '活跃' } },
      { value: 'workingSet', text: { en: 'Working set', zh: '工作集' } },
      { value: 'frequent', text: { en: 'Frequent', zh: '常用' } },
      { value: 'rare', text: { en: 'Rare', zh: '极少使用' } },
      { value: 'restricted', text: { en: 'Restricted', zh: '受限' } },
    ],
  },
} as const satisfies SystemSwitches;

export type PhoneConditions = SwitchValues<typeof phoneConditions>;
export type AppSettings = SwitchValues<typeof appSettings>;

const CONDITIONS = defaultsOf(phoneConditions);
const SETTINGS = defaultsOf(appSettings);

/** One condition of the phone; its default until somebody set it. */
export const condition = <K extends keyof PhoneConditions>(device: Device, name: K): PhoneConditions[K] =>
  device.conditions?.[name] ?? CONDITIONS[name];

/** Makers ship some switches of an app in another position than stock Android does. */
function shipped<K extends keyof AppSettings>(device: Device, name: K): AppSettings[K] {
  if (device.platform === 'ios') return SETTINGS[name];
  const skin: Partial<AppSettings> = skinOf(device).ships;
  return skin[name] ?? SETTINGS[name];
}

/** One of the app's switches on this phone: as its user set it, else as the maker ships it. */
export const setting = <K extends keyof AppSettings>(device: Device, name: K): AppSettings[K] =>
  device.settings?.[name] ?? shipped(device, name);

const valuesOn = (
  table: SystemSwitches,
  platform: Platform,
  value: (name: string) => unknown,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(table)
      .filter(([, { on }]) => on === undefined || on === platform)
      .map(([name]) => [name, value(name)]),
  );

/** Every condition that this phone's system knows, with its value. */
export const conditionsOf = (device: Device): Partial<PhoneConditions> =>
  valuesOn(phoneConditions, device.platform, (name) => condition(device, name as keyof PhoneConditions));

/** Every switch of the app that this phone's system knows, with its value. */
export const settingsOf = (device: Device): Partial<AppSettings> =>
  valuesOn(appSettings, device.platform, (name) => setting(device, name as keyof AppSettings));
