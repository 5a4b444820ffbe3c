import { createAccount } from '../default-workspace.ts';
import type { Device } from '../device/types.ts';
import type { Account, Group, OfflinePushSettings, SessionState } from '../im/types.ts';
import { fail, ok, type Result } from '../result.ts';
import type { AccountPatch } from '../simulator-types.ts';
import { emit, now, type State, setDevice } from './state.ts';

const BEST_FIRST: readonly SessionState[] = ['loggedIn', 'kicked', 'loggedOut', 'never'];

/** The account as its login instances make it: the best of their sessions, its own when it is on no phone. */
export function accountOf(state: State, userId: string): Account | undefined {
  const account = state.accounts.get(userId);
  if (account === undefined) return undefined;
  const sessions = [...state.devices.values()].flatMap((device) =>
    device.session.userId === userId ? [device.session.state] : [],
  );
  const best = BEST_FIRST.find((one) => sessions.includes(one));
  return best === undefined || best === account.session ? account : { ...account, session: best };
}

export function announceAccount(state: State, userId: string | null): void {
  const account = userId === null ? undefined : accountOf(state, userId);
  if (account !== undefined) emit(state, { type: 'account', account });
}

/** May both be logged in with one account at once? */
function bothStay({ profile }: State, one: Device, other: Device): boolean {
  if (profile.loginPolicy === 'several') return true;
  return profile.loginPolicy === 'perPlatform' && one.platform !== other.platform;
}

/**
 * In the days of SDK 4.7 a second login anywhere ends the first; later plans let more of them stay.
 * Source: Tencent Cloud IM, login policies (https://cloud.tencent.com/document/product/269/3665).
 */
export function kickElsewhere(state: State, userId: string, phone: Device): void {
  for (const device of state.devices.values()) {
    const other = device.id !== phone.id && device.session.userId === userId;
    if (other && device.session.state === 'loggedIn' && !bothStay(state, phone, device)) {
      setDevice(state, { ...device, session: { ...device.session, state: 'kicked', since: now(state) }, badgeBase: 0 });
    }
  }
}

/** The phone has one registration: whoever was logged in on it before gets nothing there from now on. */
export function leavePhone(state: State, device: Device, userId: string): void {
  const { userId: before, state: session } = device.session;
  const account = before === null || before === userId ? undefined : state.accounts.get(before);
  if (account === undefined || session === 'never') return;
  state.accounts.set(account.userId, { ...account, session: session === 'loggedIn' ? 'loggedOut' : session });
}

/** Creates or changes an account. A session set here is set on its phones as well. */
export function putAccount(state: State, userId: string, patch: AccountPatch): Result<Account> {
  const before = state.accounts.get(userId) ?? createAccount(userId, null, 'never');
  const unknown = Object.keys(patch.receiveOptions ?? {}).find((groupId) => !state.groups.has(groupId));
  if (unknown !== undefined) {
    const groups = [...state.groups.keys()];
    return fail('unknown_group', {
      en: `receiveOptions names the group "${unknown}", which does not exist. Groups: ${groups.join(', ') || 'none'}.`,
      zh: `receiveOptions 里的群组“${unknown}”不存在。现有群组：${groups.join('、') || '无'}。`,
    });
  }
  state.accounts.set(userId, {
    ...before,
    nickName: patch.nickName === undefined ? before.nickName : patch.nickName,
    session: patch.session ?? before.session,
    receiveOptions: { ...before.receiveOptions, ...patch.receiveOptions },
  });
  if (patch.session !== undefined) setSessions(state, userId, patch.session);
  announceAccount(state, userId);
  return ok(accountOf(state, userId) ?? before);
}

/** Of instances that exclude one another the first phone is logged in, the others are kicked. */
function setSessions(state: State, userId: string, session: SessionState): void {
  const taken: Device[] = [];
  for (const device of state.devices.values()) {
    if (device.session.userId !== userId) continue;
    const stays = taken.every((one) => bothStay(state, one, device));
    const next = session === 'loggedIn' && !stays ? 'kicked' : session;
    if (stays) taken.push(device);
    if (device.session.state !== next)
      setDevice(state, { ...device, session: { ...device.session, state: next, since: now(state) } });
  }
}

/** `setOfflinePushSettings` and `getOfflinePushSettings` work only after login (IM error 6014). */
export function settingsOf(state: State, userId: string): Result<OfflinePushSettings> {
  const account = accountOf(state, userId);
  if (account === undefined) {
    return fail('not_found', { en: `There is no account "${userId}".`, zh: `没有账号“${userId}”。` });
  }
  if (account.session !== 'loggedIn') {
    return fail(
      'not_logged_in',
      {
        en: `"${userId}" is not logged in (session: ${account.session}), so its offline-push settings can be neither read nor changed: IM error 6014. Log in first.`,
        zh: `“${userId}”没有登录（会话状态：${account.session}），因此既读不到也改不了它的离线推送设置：IM 错误码 6014。请先登录。`,
      },
      { imErrorCode: 6014, session: account.session },
    );
  }
  return ok(account.settings);
}

export function setSettings(
  state: State,
  userId: string,
  patch: Partial<OfflinePushSettings>,
): Result<OfflinePushSettings> {
  const current = settingsOf(state, userId);
  const account = state.accounts.get(userId);
  if (!current.ok || account === undefined) return current;
  const settings: OfflinePushSettings = {
    enabled: patch.enabled ?? current.value.enabled,
    c2cSound: sound(patch.c2cSound, current.value.c2cSound),
    groupSound: sound(patch.groupSound, current.value.groupSound),
  };
  state.accounts.set(userId, { ...account, settings });
  announceAccount(state, userId);
  return ok(settings);
}

/** `null` and an empty text both restore the system's sound. */
const sound = (given: string | null | undefined, before: string | null) =>
  given === undefined ? before : given === '' ? null : given;

export function putGroup(state: State, group: Group): Result<Group> {
  const unknown = group.members.find((member) => !state.accounts.has(member.userId));
  if (unknown !== undefined) {
    return fail('unknown_account', {
      en: `The member "${unknown.userId}" has no account. Create it first: PUT /accounts/${unknown.userId}.`,
      zh: `成员“${unknown.userId}”没有账号。请先创建：PUT /accounts/${unknown.userId}。`,
    });
  }
  state.groups.set(group.groupId, group);
  emit(state, { type: 'workspace' });
  return ok(group);
}
