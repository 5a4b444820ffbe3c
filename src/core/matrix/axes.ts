import { activeTarget } from '../device/tokens.ts';
import type { AppSound, Device, KilledBy, Permission, Ringer } from '../device/types.ts';
import { NO_SOUND_NO_VIBRATION, type ReceiveOption, type SessionState } from '../im/types.ts';
import type { LocalText } from '../trace/types.ts';
import { derivedAxes } from './derived-axes.ts';
import type { Axis, AxisValue, Impossible, NamedValue, PhoneSituation } from './types.ts';

const named = (value: AxisValue, en: string, zh: string): NamedValue => ({ value, text: { en, zh } });
const ON_OFF: readonly NamedValue[] = [named(true, 'on', '开'), named(false, 'off', '关')];
const not = (en: string, zh: string): Impossible => ({ impossible: { en, zh } });

const withDevice = (situation: PhoneSituation, change: Partial<Device>): PhoneSituation => ({
  ...situation,
  device: { ...situation.device, ...change },
});

const DAY = 24 * 60 * 60 * 1000;
/** Longer than a login instance outlives its connection. */
const LONG_AGO = 8 * DAY;

const login: Axis = {
  id: 'login',
  group: 'account',
  text: { en: 'Login', zh: '登录状态' },
  values: [
    named('loggedIn', 'logged in', '已登录'),
    named('loggedOut', 'logged out', '已登出'),
    named('kicked', 'forced offline', '被踢下线'),
    named('never', 'never logged in', '从未登录'),
    named('expired', 'not connected for 8 days', '8 天未连接'),
  ],
  apply(situation, value) {
    const { device, recipient, message } = situation;
    if (value === 'expired' && device.online && device.app.process !== 'killed') {
      return not(
        'An app that runs on a phone with network is connected.',
        '手机在线且应用在运行时，必然处于连接状态。',
      );
    }
    const state = value === 'expired' ? 'loggedIn' : (value as SessionState);
    const since = value === 'expired' ? message.at - LONG_AGO : message.at;
    const session = { state, userId: recipient.userId, since };
    const changed = withDevice(situation, { session, badgeBase: state === 'loggedIn' ? device.badgeBase : 0 });
    return { ...changed, recipient: { ...recipient, session: state } };
  },
};

const PROCESSES: Readonly<Record<string, readonly ['foreground' | 'background' | 'killed', KilledBy | null]>> = {
  foreground: ['foreground', null],
  background: ['background', null],
  backgroundReported: ['background', null],
  killedByUser: ['killed', 'user'],
  killedBySystem: ['killed', 'system'],
  forceStopped: ['killed', 'forceStop'],
};

const process: Axis = {
  id: 'process',
  group: 'app',
  text: { en: 'App', zh: '应用状态' },
  values: [
    named('foreground', 'foreground', '前台'),
    named('background', 'background', '后台'),
    named('backgroundReported', 'background, reported', '后台且已上报'),
    named('killedByUser', 'closed by the user', '被用户关闭'),
    named('killedBySystem', 'ended by the system', '被系统结束'),
    named('forceStopped', 'force-stopped', '被强行停止'),
  ],
  apply(situation, value) {
    const { device } = situation;
    if (value === 'forceStopped' && device.platform === 'ios')
      return not('iOS has no force stop.', 'iOS 没有“强行停止”。');
    const [state, killedBy] = PROCESSES[String(value)] ?? ['killed', 'user'];
    const backgroundReported = value === 'backgroundReported';
    const conditions = { ...device.conditions, screenOn: true, doze: 'awake' } as const;
    const front = state === 'foreground' ? { locked: false, conditions } : {};
    return withDevice(situation, { ...front, app: { ...device.app, process: state, killedBy, backgroundReported } });
  },
};

const registration: Axis = {
  id: 'registration',
  group: 'app',
  text: { en: 'Push registration', zh: '推送注册' },
  values: [
    named('active', 'in force', '有效'),
    named('dead', 'no longer known', '已失效'),
    named('none', 'never uploaded', '未上报'),
  ],
  apply(situation, value) {
    const { device, message } = situation;
    if (value === 'none') return withDevice(situation, { targets: [] });
    const target = activeTarget(device) ?? device.targets.at(-1);
    if (target === undefined) return not('The phone has no registration.', '这台手机没有推送注册。');
    const dead = { ...target, state: 'unregistered', since: message.at - DAY } as const;
    return withDevice(situation, { targets: [value === 'dead' ? dead : { ...target, state: 'active' }] });
  },
};

const permission: Axis = {
  id: 'permission',
  group: 'settings',
  text: { en: 'Permission', zh: '通知权限' },
  values: [
    named('granted', 'granted', '允许'),
    named('denied', 'denied', '拒绝'),
    named('notDetermined', 'never asked', '未询问'),
    named('provisional', 'provisional', '临时授权'),
  ],
  apply: (situation, value) =>
    value === 'provisional' && situation.device.platform !== 'ios'
      ? not('Only iOS knows provisional permission.', '只有 iOS 有临时授权。')
      : withDevice(situation, { permission: value as Permission }),
};

const ringer: Axis = {
  id: 'ringer',
  group: 'phone',
  text: { en: 'Ringer', zh: '铃声模式' },
  values: [named('normal', 'normal', '响铃'), named('vibrate', 'vibrate', '振动'), named('silent', 'silent', '静音')],
  apply: (situation, value) => withDevice(situation, { ringer: value as Ringer }),
};

const online: Axis = {
  id: 'online',
  group: 'phone',
  text: { en: 'Network', zh: '网络' },
  values: [named(true, 'online', '在线'), named(false, 'offline', '离线')],
  apply: (situation, value) => withDevice(situation, { online: value === true }),
};

const locked: Axis = {
  id: 'locked',
  group: 'phone',
  text: { en: 'Lock', zh: '锁屏' },
  values: [named(false, 'unlocked', '未锁屏'), named(true, 'locked', '已锁屏')],
  apply: (situation, value) => withDevice(situation, { locked: value === true }),
};

const global: Axis = {
  id: 'global',
  group: 'account',
  text: { en: 'Global switch', zh: '全局推送开关' },
  values: ON_OFF,
  apply: (situation, value) => withSettings(situation, { enabled: value === true }),
};

const withSettings = (
  situation: PhoneSituation,
  change: Partial<PhoneSituation['recipient']['settings']>,
): PhoneSituation => ({
  ...situation,
  recipient: { ...situation.recipient, settings: { ...situation.recipient.settings, ...change } },
});

const receiveOption: Axis = {
  id: 'receiveOption',
  group: 'account',
  text: { en: 'Option for the group', zh: '群消息接收选项' },
  values: [
    named('receiveAndNotify', 'receive and notify', '接收并提醒'),
    named('receiveNotNotify', 'receive, do not notify', '接收不提醒'),
    named('notReceive', 'do not receive', '不接收'),
  ],
  apply(situation, value) {
    const { message, recipient } = situation;
    if ('c2c' in message.to) return not('The message goes to no group.', '消息不是群消息。');
    const receiveOptions = { ...recipient.receiveOptions, [message.to.group]: value as ReceiveOption };
    return { ...situation, recipient: { ...recipient, receiveOptions } };
  },
};

const kind: Axis = {
  id: 'kind',
  group: 'message',
  text: { en: 'Kind', zh: '消息种类' },
  values: [named('chat', 'chat', '普通消息'), named('system', 'system', '系统消息')],
  apply: (situation, value) => ({
    ...situation,
    message: { ...situation.message, kind: value === 'system' ? 'system' : 'chat' },
  }),
};

const message: Axis = {
  id: 'message',
  group: 'message',
  text: { en: 'Message settings', zh: '消息推送设置' },
  values: [named('absent', 'absent', '未设置'), named('on', 'on', '开'), named('off', 'off', '关')],
  apply(situation, value) {
    const offlinePush = value === 'absent' ? undefined : { ...situation.message.offlinePush, enabled: value === 'on' };
    return { ...situation, message: { ...situation.message, offlinePush } };
  },
};

const NO_SETTINGS = not('A message without settings has no sound of its own.', '未带推送设置的消息没有自己的提示音。');

/** The first sound in the app; on Android the address under which the app's resource is known. */
const customSound = ({ device }: PhoneSituation, sound: AppSound): string =>
  device.platform === 'ios' ? sound.name : `android.resource://${device.app.name}/raw/${sound.name}`;

const sound: Axis = {
  id: 'sound',
  group: 'message',
  text: { en: 'Sound', zh: '提示音' },
  values: [
    named('default', 'nobody sets one', '均未设置'),
    named('global', "the receiver's own", '接收方全局设置'),
    named('message', "the message's own", '消息自带'),
    named('none', 'the message wants silence', '消息要求静音'),
  ],
  apply(situation, value) {
    if (value === 'default') return withMessageSound(withSettings(situation, SILENT_SETTINGS), null);
    const file = situation.device.sounds[0];
    if (file === undefined && value !== 'none') return not('The app has no sound files.', '应用内没有声音文件。');
    const custom = file === undefined ? '' : customSound(situation, file);
    if (value === 'global') {
      return withMessageSound(withSettings(situation, { c2cSound: custom, groupSound: custom }), null);
    }
    if (!situation.message.offlinePush) return NO_SETTINGS;
    const own = value === 'none' ? NO_SOUND_NO_VIBRATION : custom;
    return withMessageSound(withSettings(situation, SILENT_SETTINGS), own);
  },
};

const SILENT_SETTINGS = { c2cSound: null, groupSound: null } as const;

function withMessageSound(situation: PhoneSituation, value: string | null): PhoneSituation {
  const { offlinePush } = situation.message;
  if (!offlinePush) return situation;
  const own = { sound: value };
  const changed = { ...offlinePush, ios: { ...offlinePush.ios, ...own }, android: { ...offlinePush.android, ...own } };
  return { ...situation, message: { ...situation.message, offlinePush: changed } };
}

const badge: Axis = {
  id: 'badge',
  group: 'message',
  text: { en: 'Counts on the badge', zh: '计入角标' },
  values: ON_OFF,
  apply(situation, value) {
    const { offlinePush } = situation.message;
    if (!offlinePush) {
      return value === true
        ? situation
        : not('A message without settings always counts.', '未带推送设置的消息总是计入角标。');
    }
    const ios = { ...offlinePush.ios, badgeEnabled: value === true };
    return { ...situation, message: { ...situation.message, offlinePush: { ...offlinePush, ios } } };
  },
};

/** Every axis, in the order in which they are applied: what others rest on comes first. */
export const AXES: readonly Axis[] = [
  ...derivedAxes('workspace'),
  kind,
  message,
  sound,
  badge,
  global,
  receiveOption,
  online,
  process,
  locked,
  login,
  registration,
  permission,
  ringer,
  ...derivedAxes('phone'),
  ...derivedAxes('settings'),
];

/** What no phone can be at once, whatever axes it comes from. */
const CONTRADICTIONS: readonly { readonly is: (device: Device) => boolean; readonly text: LocalText }[] = [
  {
    is: ({ app, conditions }) => app.process === 'foreground' && (conditions?.doze ?? 'awake') !== 'awake',
    text: {
      en: 'A phone whose user has the app in front is not in Doze.',
      zh: '应用在前台时，手机不会处于 Doze 休眠。',
    },
  },
  {
    is: ({ app, conditions }) => app.process === 'foreground' && conditions?.screenOn === false,
    text: { en: 'With the screen off no app is in front.', zh: '熄屏时没有应用处于前台。' },
  },
  {
    is: ({ app, locked: isLocked }) => app.process === 'foreground' && isLocked,
    text: { en: 'On a locked phone the app is not in front.', zh: '锁屏时应用不在前台。' },
  },
  {
    is: ({ conditions }) => conditions?.screenOn === true && conditions.doze === 'deep',
    text: { en: 'With the screen on a phone is not in deep Doze.', zh: '亮屏时手机不会进入深度休眠。' },
  },
];

/** Why this phone cannot be; null = it can. */
export const contradictionOf = (device: Device): LocalText | null =>
  CONTRADICTIONS.find((one) => one.is(device))?.text ?? null;
