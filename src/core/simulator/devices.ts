import { act } from '../device/actions.ts';
import { setBadge } from '../device/badge.ts';
import { createDevice, createTarget } from '../device/create.ts';
import { withoutPassed } from '../device/passing.ts';
import { withNetwork, withSettings } from '../device/set.ts';
import { activeTarget, newToken } from '../device/tokens.ts';
import type { AppSound, Device } from '../device/types.ts';
import { fail, ok, type Result } from '../result.ts';
import type { DeviceAction, DevicePatch, NewDevice } from '../simulator-types.ts';
import { stated } from '../stated.ts';
import { announceAccount, kickElsewhere, leavePhone } from './accounts.ts';
import { flushHeld, flushStored, tellVendor } from './delivery.ts';
import { loseHeld } from './held.ts';
import { revealHidden } from './hidden.ts';
import { tapped } from './outcomes.ts';
import { appsBeside, onPhone, ownerOf, passOn, shareHardware } from './shared-phone.ts';
import { emit, indexTargets, now, type State, setDevice } from './state.ts';

const missing = (state: State, id: string) =>
  fail('not_found', {
    en: `There is no device "${id}". Devices: ${[...state.devices.keys()].join(', ') || 'none'}.`,
    zh: `没有设备“${id}”。现有设备：${[...state.devices.keys()].join('、') || '无'}。`,
  });

const noAccount = (state: State, userId: string) =>
  fail('unknown_account', {
    en: `There is no account "${userId}". Accounts: ${[...state.accounts.keys()].join(', ')}. Create it first: PUT /accounts/${userId}.`,
    zh: `没有账号“${userId}”。现有账号：${[...state.accounts.keys()].join('、')}。请先创建：PUT /accounts/${userId}。`,
  });

/** Adds a phone to the fleet. Failures: `channel_not_available`, `already_exists`, `unknown_account`, `not_found` (`onPhoneOf`), `token_in_use`. */
export function addDevice(state: State, spec: NewDevice): Result<Device> {
  if (!state.channels.has(spec.channel)) {
    return fail('channel_not_available', {
      en: `There is no channel "${spec.channel}" here. Available: ${[...state.channels.keys()].join(', ')}.`,
      zh: `这里没有通道“${spec.channel}”。可用的通道：${[...state.channels.keys()].join('、')}。`,
    });
  }
  const id = spec.id ?? freeId(state, spec.channel);
  if (state.devices.has(id)) {
    return fail('already_exists', {
      en: `There is a device "${id}" already. Choose another id or PATCH it.`,
      zh: `已经有设备“${id}”。请换一个 id，或用 PATCH 修改它。`,
    });
  }
  if (spec.userId !== undefined && !state.accounts.has(spec.userId)) return noAccount(state, spec.userId);
  const at = now(state);
  const host = spec.onPhoneOf === undefined ? undefined : state.devices.get(spec.onPhoneOf);
  if (spec.onPhoneOf !== undefined && host === undefined) return missing(state, spec.onPhoneOf);
  const fresh = createDevice(id, host === undefined ? spec : { ...spec, platform: host.platform }, at);
  const created = host === undefined ? fresh : onPhone(fresh, host);
  const token = spec.token === undefined ? newToken(spec.channel, state.ports.ids) : spec.token;
  const registered = { ...created, targets: token === null ? [] : [createTarget(token, created.app.name, at)] };
  const { token: _token, ...rest } = spec;
  const patched = applyPatch(state, registered, rest);
  if (!patched.ok) return patched;
  const clash = tokenClash(state, patched.value);
  if (clash !== undefined) return clash;
  setDevice(state, patched.value);
  return spec.userId === undefined ? ok(patched.value) : loginKilled(state, patched.value, spec.userId);
}

/** What follows from a change of the phone, for each app on it. */
function phoneChanged(state: State, before: Device, after: Device): void {
  for (const id of [after.id, ...shareHardware(state, before, after)]) {
    revealHidden(state, id);
    flushStored(state, id);
  }
}

/** A restart of the phone ends every app on it. */
function rebootBeside(state: State, device: Device): void {
  const context = { now: now(state), ids: state.ports.ids };
  for (const other of appsBeside(state, device)) {
    const done = act(other, { action: 'reboot' }, context);
    if (done.ok) setDevice(state, done.value.device);
    loseHeld(state, other.id);
  }
}

/** A phone that comes with an account is logged in and its app killed, like the built-in ones. */
function loginKilled(state: State, device: Device, userId: string): Result<Device> {
  const login = actOn(state, device.id, { action: 'login', userId });
  return login.ok ? actOn(state, device.id, { action: 'kill', by: 'user' }) : login;
}

function freeId(state: State, channel: string): string {
  const base = channel === 'apns' ? 'iphone' : channel === 'fcm' ? 'pixel' : channel;
  let id = base;
  for (let n = 2; state.devices.has(id); n++) id = `${base}-${n}`;
  return id;
}

function tokenClash(state: State, device: Device) {
  for (const other of state.devices.values()) {
    if (other.id === device.id || other.channel !== device.channel) continue;
    const same = device.targets.find((target) => other.targets.some((one) => one.token === target.token));
    if (same !== undefined)
      return fail('token_in_use', {
        en: `The token ${same.token} belongs to "${other.id}". Each registration has a token of its own.`,
        zh: `令牌 ${same.token} 属于“${other.id}”。每个注册都有自己的令牌。`,
      });
  }
  return undefined;
}

export function patchDevice(state: State, id: string, patch: DevicePatch): Result<Device> {
  const device = state.devices.get(id);
  if (device === undefined) return missing(state, id);
  const result = applyPatch(state, device, patch);
  if (!result.ok) return result;
  const clash = tokenClash(state, result.value);
  if (clash !== undefined) return clash;
  setDevice(state, result.value);
  phoneChanged(state, device, result.value);
  return ok(state.devices.get(id) ?? result.value);
}

function applyPatch(state: State, device: Device, patch: DevicePatch): Result<Device> {
  const at = now(state);
  let next: Device = {
    ...device,
    name: patch.name ?? device.name,
    model: patch.model ?? device.model,
    permission: patch.permission ?? device.permission,
    ringer: patch.ringer ?? device.ringer,
    locked: patch.locked ?? device.locked,
    system: { ...device.system, ...stated(patch.system) },
    app: { ...device.app, backgroundMode: patch.backgroundMode ?? device.app.backgroundMode },
  };
  next = withNetwork(next, patch.online ?? next.online, at);
  if (next.locked !== device.locked) next = withoutPassed(next);
  if (patch.badge !== undefined) next = setBadge(next, patch.badge, { by: 'user', on: 'patch' }, at);
  if (patch.token !== undefined) next = withToken(next, patch.token, at);
  const set = withSettings(next, patch, at);
  return set.ok ? withBindings(set.value, patch) : set;
}

function withToken(device: Device, token: string | null, at: number): Device {
  const active = activeTarget(device);
  if (active?.token === token) return device;
  const retired = device.targets.map((one) =>
    one === active ? { ...one, state: 'unregistered' as const, since: at } : one,
  );
  // Without a token the app never uploaded one, so no retired registration of it is left either.
  if (token === null) return { ...device, targets: device.targets.filter((one) => one.topic !== device.app.name) };
  return {
    ...device,
    targets: [...retired.filter((one) => one.token !== token), createTarget(token, device.app.name, at)],
  };
}

function withBindings(device: Device, patch: DevicePatch): Result<Device> {
  const { aliases, userAccounts, topics, environment } = patch;
  if ([aliases, userAccounts, topics, environment].every((one) => one === undefined)) return ok(device);
  const active = activeTarget(device);
  if (active === undefined) {
    return fail('no_token', {
      en: `"${device.id}" has no registration to bind aliases, accounts, topics or an environment to. Give it a token first.`,
      zh: `“${device.id}”没有推送注册，无法绑定别名、账号、主题或环境。请先给它一个令牌。`,
    });
  }
  const bound = {
    ...active,
    aliases: aliases ?? active.aliases,
    userAccounts: userAccounts ?? active.userAccounts,
    topics: topics ?? active.topics,
    environment: environment ?? active.environment,
  };
  return ok({ ...device, targets: device.targets.map((one) => (one === active ? bound : one)) });
}

export function removeDevice(state: State, id: string): Result<Device> {
  const device = state.devices.get(id);
  if (device === undefined) return missing(state, id);
  state.devices.delete(id);
  state.stored.delete(id);
  state.held.delete(id);
  passOn(state, device);
  indexTargets(state);
  emit(state, { type: 'device-removed', deviceId: id });
  return ok(device);
}

/** One action on one phone. Failures of `device/actions.ts`, and `not_found`, `unknown_account`. */
export function actOn(state: State, deviceId: string, action: DeviceAction): Result<Device> {
  const addressed = state.devices.get(deviceId);
  if (addressed === undefined) return missing(state, deviceId);
  const device = ownerOf(state, addressed, action);
  const { id } = device;
  if (action.action === 'login' && !state.accounts.has(action.userId)) return noAccount(state, action.userId);
  const done = act(device, action, { now: now(state), ids: state.ports.ids });
  if (!done.ok) return done;
  if (action.action === 'login') {
    kickElsewhere(state, action.userId, device);
    leavePhone(state, device, action.userId);
  }
  setDevice(state, done.value.device);
  if (done.value.tapped !== undefined) afterTap(state, done.value.device, done.value.tapped);
  if (action.action === 'reboot') rebootBeside(state, device);
  phoneChanged(state, device, done.value.device);
  if (ended(device, done.value.device)) loseHeld(state, id);
  else flushHeld(state, id);
  if (device.session !== done.value.device.session) {
    for (const userId of new Set([device.session.userId, done.value.device.session.userId]))
      announceAccount(state, userId);
  }
  return ok(state.devices.get(id) ?? done.value.device);
}

/** Was the app's process ended, be it once more? */
const ended = (before: Device, { app }: Device): boolean => app.process === 'killed' && app !== before.app;

function afterTap(state: State, device: Device, notification: Device['shade'][number]): void {
  emit(state, { type: 'app-callback', deviceId: device.id, name: notification.tap.kind, data: notification.tap.data });
  const push = state.notifications.get(notification.id)?.push;
  if (push !== undefined) tellVendor(state, push, 'tapped', device);
  if (notification.outcomeId !== null) tapped(state, notification.outcomeId);
}

export function addSound(state: State, id: string, sound: AppSound): Result<Device> {
  const device = state.devices.get(id);
  if (device === undefined) return missing(state, id);
  const next = { ...device, sounds: [...device.sounds.filter((one) => one.name !== sound.name), sound] };
  setDevice(state, next);
  return ok(next);
}
