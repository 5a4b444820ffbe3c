import type { Switch } from '../channels/kit/switches.ts';
import { act } from '../device/actions.ts';
import { createDevice, createTarget, MODELS } from '../device/create.ts';
import {
  type AppSettings,
  appSettings,
  condition,
  type PhoneConditions,
  phoneConditions,
  type SystemSwitches,
  setting,
} from '../device/phone-settings.ts';
import { withSettings } from '../device/set.ts';
import { newToken } from '../device/tokens.ts';
import type { Device } from '../device/types.ts';
import { valuesOf } from '../matrix/derived-axes.ts';
import type { Ids } from '../ports.ts';
import type { DeviceAction, DevicePatch } from '../simulator-types.ts';
import type { LocalText } from '../trace/types.ts';
import type { Candidate, Change, Scene } from './types.ts';

// What the user of a phone can do. Ranks: everyday first, then what takes a walk through the settings.
const EVERYDAY = 10;
const IN_SETTINGS = 20;
const DEEP_IN_SETTINGS = 30;
const ANOTHER_PHONE = 70;

/** Nothing here is recorded, so ids need not be unique in the world. */
const IDS: Ids = { next: (prefix) => `${prefix}-preview`, bytes: (count) => new Uint8Array(count).fill(0xa5) };

const at = (id: string): string => `/devices/${encodeURIComponent(id)}`;

const changed = (scene: Scene, device: Device): Scene => ({ ...scene, situation: { ...scene.situation, device } });

const LABEL = /[^.?]$/;

/** An order to set something. Switches of the phone have names, those of the workspace whole sentences. */
export function orderOf(one: Switch, { en, zh }: LocalText, value: unknown): LocalText {
  const isLabel = LABEL.test(en);
  if (one.kind === 'flag') {
    const on = value === true;
    if (isLabel) return { en: `Switch “${en}” ${on ? 'on' : 'off'}`, zh: `${on ? '打开' : '关闭'}“${zh}”` };
    return { en: `Switch ${on ? 'on' : 'off'}: ${en}`, zh: `${on ? '打开' : '关闭'}：${zh}` };
  }
  const named = valuesOf(one).find((each) => each.value === value)?.text;
  const shown = named ?? { en: String(value), zh: String(value) };
  if (isLabel) return { en: `Set “${en}” to “${shown.en}”`, zh: `将“${zh}”设为“${shown.zh}”` };
  return { en: `Set to “${shown.en}”: ${en}`, zh: `设为“${shown.zh}”：${zh}` };
}

function patching(id: string, text: LocalText, rank: number, device: Device, patch: DevicePatch): Candidate {
  const command = { method: 'PATCH', path: at(device.id), body: patch } as const;
  return {
    changes: [{ id, text, by: 'user', command }],
    rank,
    apply(scene) {
      const { device: now, message } = scene.situation;
      if (now === null) return null;
      const { permission, ringer, online } = patch;
      const plain = {
        ...now,
        permission: permission ?? now.permission,
        ringer: ringer ?? now.ringer,
        online: online ?? now.online,
      };
      const set = withSettings(plain, patch, message.at);
      return set.ok ? changed(scene, set.value) : null;
    },
  };
}

function fromTable<T extends 'conditions' | 'settings'>(
  table: SystemSwitches,
  member: T,
  device: Device,
  valueNow: (name: string) => unknown,
  rankOf: (name: string) => number,
): Candidate[] {
  return Object.entries(table)
    .filter(([, { on }]) => on === undefined || on === device.platform)
    .flatMap(([name, one]) =>
      valuesOf(one)
        .filter(({ value }) => value !== valueNow(name))
        .map(({ value }) => {
          const patch: DevicePatch = { [member]: { [name]: value } };
          return patching(`${member}.${name}`, orderOf(one, one.text, value), rankOf(name), device, patch);
        }),
    );
}

const DEEP: ReadonlySet<string> = new Set(['autoStart', 'battery', 'standby', 'critical', 'overridesDnd']);

const settingCandidates = (device: Device): Candidate[] => [
  ...fromTable(
    phoneConditions,
    'conditions',
    device,
    (name) => condition(device, name as keyof PhoneConditions),
    () => EVERYDAY + 2,
  ),
  ...fromTable(
    appSettings,
    'settings',
    device,
    (name) => setting(device, name as keyof AppSettings),
    (name) => (DEEP.has(name) ? DEEP_IN_SETTINGS : IN_SETTINGS),
  ),
];

const plainCandidates = (device: Device): Candidate[] => [
  patching('online', { en: 'Bring the phone online', zh: '让手机联网' }, EVERYDAY, device, { online: true }),
  patching('permission', { en: 'Allow notifications', zh: '允许通知' }, EVERYDAY + 1, device, {
    permission: 'granted',
  }),
  patching('ringer', { en: 'Set the ringer to sound', zh: '铃声模式设为响铃' }, EVERYDAY, device, { ringer: 'normal' }),
  patching('ringer', { en: 'Set the ringer to vibrate', zh: '铃声模式设为振动' }, EVERYDAY + 1, device, {
    ringer: 'vibrate',
  }),
];

interface Doing {
  readonly id: string;
  readonly text: LocalText;
  readonly action: DeviceAction;
}

const CLOSE: Doing = {
  id: 'process',
  text: { en: 'Close the app', zh: '关闭应用' },
  action: { action: 'kill', by: 'user' },
};
const OPEN: Doing = { id: 'process', text: { en: 'Open the app', zh: '打开应用' }, action: { action: 'launch' } };
const INSTALL: Doing = {
  id: 'installed',
  text: { en: 'Install the app', zh: '安装应用' },
  action: { action: 'install' },
};
const UNLOCK: Doing = { id: 'locked', text: { en: 'Unlock the phone', zh: '解锁手机' }, action: { action: 'unlock' } };
const CLEAR: Doing = {
  id: 'shade',
  text: { en: 'Clear the notifications', zh: '清空通知栏' },
  action: { action: 'clear' },
};
const LEAVE: Doing = {
  id: 'process',
  text: { en: 'Leave the app, which reports it', zh: '退到后台，由应用上报' },
  action: { action: 'background', unread: 0 },
};
const loginAs = (userId: string): Doing => ({
  id: 'login',
  text: { en: `Log in as ${userId}`, zh: `登录账号 ${userId}` },
  action: { action: 'login', userId },
});

/** One action after the other. */
function doing(rank: number, device: Device, ...steps: readonly Doing[]): Candidate {
  const changes = steps.map(
    ({ id, text, action }): Change => ({
      id,
      text,
      by: 'user',
      command: { method: 'POST', path: `${at(device.id)}/actions`, body: action },
    }),
  );
  return { changes, rank, apply: (scene) => afterAll(scene, device, steps) };
}

function afterAll(scene: Scene, start: Device, steps: readonly Doing[]): Scene | null {
  const { situation } = scene;
  let device = situation.device ?? start;
  for (const { action } of steps) {
    if (isDone(action, device)) return null;
    const done = act(device, action, { now: situation.message.at, ids: IDS });
    if (!done.ok) return null;
    device = done.value.device;
  }
  const loggedIn = steps.some(({ action }) => action.action === 'login');
  const recipient = loggedIn ? { ...situation.recipient, session: 'loggedIn' as const } : situation.recipient;
  return { ...scene, situation: { ...situation, recipient, device } };
}

/** Nobody closes what is not open. */
function isDone({ action }: DeviceAction, { app, locked, shade }: Device): boolean {
  if (action === 'kill') return app.process === 'killed';
  if (action === 'launch') return app.process !== 'killed';
  if (action === 'install') return app.installed;
  if (action === 'unlock') return !locked;
  return action === 'clear' && shade.length === 0;
}

function actionCandidates(device: Device, userId: string): Candidate[] {
  const login = loginAs(userId);
  return [
    doing(EVERYDAY + 3, device, CLOSE),
    doing(EVERYDAY + 4, device, OPEN, CLOSE),
    doing(EVERYDAY + 5, device, LEAVE),
    doing(EVERYDAY, device, UNLOCK),
    doing(EVERYDAY + 4, device, CLEAR),
    // A login happens in the open app, which gets messages without a push.
    doing(IN_SETTINGS, device, login, CLOSE),
    doing(IN_SETTINGS + 1, device, INSTALL, login, CLOSE),
  ];
}

/** A phone with the system that the channel asks for. */
function otherSystem(device: Device): Candidate {
  const { system } = MODELS[device.channel];
  const text = {
    en: `Use a phone that the channel supports: ${system.name} ${system.version ?? ''}`.trim(),
    zh: `换用通道支持的手机：${system.name} ${system.version ?? ''}`.trim(),
  };
  const command = { method: 'PATCH', path: at(device.id), body: { system } } as const;
  return {
    changes: [{ id: 'system', text, by: 'user', command }],
    rank: ANOTHER_PHONE,
    apply: (scene) => (scene.situation.device === null ? null : changed(scene, { ...scene.situation.device, system })),
  };
}

/** Everything about this phone that could be otherwise. */
export const phoneCandidates = (device: Device, userId: string): readonly Candidate[] => [
  ...plainCandidates(device),
  ...settingCandidates(device),
  ...actionCandidates(device, userId),
  otherSystem(device),
];

/** Phones that nobody is logged in on come first; with none at all, a new one. */
export function phonesFor(fleet: readonly Device[], userId: string): readonly Candidate[] {
  const free = fleet.filter(({ app, session }) => app.installed && session.state !== 'loggedIn');
  const chosen = free.slice(0, 3).map((device) => {
    const login = loginAs(userId);
    const named = { en: `${login.text.en} on ${device.name}`, zh: `在 ${device.name} 上${login.text.zh}` };
    return doing(IN_SETTINGS, device, { ...login, text: named }, CLOSE);
  });
  return [...chosen, newPhone(userId)];
}

function newPhone(userId: string): Candidate {
  const command = { method: 'POST', path: '/devices', body: { channel: 'apns', userId } } as const;
  const text = { en: `Add a phone on which ${userId} is logged in`, zh: `添加一台已登录 ${userId} 的手机` };
  return {
    changes: [{ id: 'device', text, by: 'simulator', command }],
    rank: ANOTHER_PHONE,
    apply(scene) {
      const { message } = scene.situation;
      const fresh = createDevice('preview', { channel: 'apns' }, message.at);
      const targets = [createTarget(newToken('apns', IDS), fresh.app.name, message.at)];
      return changed(scene, { ...fresh, targets, session: { state: 'loggedIn', userId, since: message.at } });
    },
  };
}
