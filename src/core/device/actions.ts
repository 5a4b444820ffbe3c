import type { Ids } from '../ports.ts';
import { fail, ok, type Result } from '../result.ts';
import type { DeviceAction } from '../simulator-types.ts';
import type { LocalText } from '../trace/types.ts';
import { permissionWhenNew } from './android.ts';
import { skinOf } from './android-skins.ts';
import { recount, setBadge } from './badge.ts';
import { changeChannel } from './channel-actions.ts';
import { createTarget } from './create.ts';
import { withoutPassed } from './passing.ts';
import { withNetwork } from './set.ts';
import { activeTarget, newToken } from './tokens.ts';
import type { Device, KilledBy, ProcessState, ShadeNotification } from './types.ts';

export interface ActionContext {
  readonly now: number;
  readonly ids: Ids;
}

export interface ActionResult {
  readonly device: Device;
  /** The notification that was tapped, for the vendor's receipt and the app's callback. */
  readonly tapped?: ShadeNotification;
}

/**
 * What one user or system action does to a phone. Failures: `app_not_installed`, `app_not_running`,
 * `not_on_this_system`, `no_token`, `notification_not_found`, `sound_not_found`. Logging in elsewhere and unknown accounts are the simulator's to check.
 */
export function act(device: Device, action: DeviceAction, context: ActionContext): Result<ActionResult> {
  const { now } = context;
  const done = (next: Device): Result<ActionResult> => ok({ device: next });
  switch (action.action) {
    case 'login':
      return device.app.installed ? done(login(device, action.userId, context)) : notInstalled(device);
    case 'logout':
      return done({ ...device, session: { ...device.session, state: 'loggedOut', since: now }, badgeBase: 0 });
    case 'kick':
      return done({ ...device, session: { ...device.session, state: 'kicked', since: now }, badgeBase: 0 });
    case 'launch':
    case 'foreground':
      return device.app.installed ? done(toForeground(device, now)) : notInstalled(device);
    case 'background':
      return toBackground(device, action.unread);
    case 'kill':
      return action.by === 'forceStop' ? forceStop(device, now) : done(killed(device, action.by, now));
    case 'clearData':
      return device.platform === 'ios'
        ? notOnIos(device, { en: 'way to clear the data of an app', zh: '清除应用数据的操作' })
        : done(clearData(device, now));
    case 'hideBanner':
      return done(device.android === null ? device : { ...device, android: { ...device.android, snoozedAt: now } });
    case 'reboot':
      return done(reboot(device, now));
    case 'wakeUp':
      return done({ ...device, conditions: { ...device.conditions, doze: 'awake', screenOn: true } });
    case 'clear':
      return done(recount({ ...device, shade: [] }, now));
    case 'tap':
    case 'dismiss':
      return takeOff(device, action.notificationId, action.action === 'tap', now);
    case 'lock':
    case 'unlock':
      return done({ ...withoutPassed(device), locked: action.action === 'lock' });
    case 'online':
    case 'offline':
      return done(withNetwork(device, action.action === 'online', now));
    case 'install':
      return done(install(device, context));
    case 'uninstall':
      return done(uninstall(device, now));
    case 'unregister':
      return done(retire(device, now));
    case 'renewToken':
      return device.app.installed ? done(register(retire(device, now), context)) : notInstalled(device);
    case 'expireToken':
      return activeTarget(device) === undefined ? noToken(device) : done(retire(device, now, 'expired'));
    case 'createChannel':
    case 'rankChannel':
      return changeChannel(device, action);
    case 'removeSound':
      return device.sounds.some((sound) => sound.name === action.name)
        ? done({ ...device, sounds: device.sounds.filter((sound) => sound.name !== action.name) })
        : noSound(device, action.name);
  }
}

const notInstalled = (device: Device) =>
  fail('app_not_installed', {
    en: `${device.app.name} is not installed on "${device.id}". Install it first: {"action":"install"}.`,
    zh: `“${device.id}”上没有安装 ${device.app.name}。请先安装：{"action":"install"}。`,
  });

function noSound(device: Device, name: string) {
  const sounds = device.sounds.map((sound) => sound.name);
  return fail('sound_not_found', {
    en: `The app on "${device.id}" has no sound "${name}". Its sounds: ${sounds.join(', ') || 'none'}.`,
    zh: `“${device.id}”上的应用没有声音“${name}”。现有声音：${sounds.join('、') || '无'}。`,
  });
}

const noToken = (device: Device) =>
  fail('no_token', {
    en: `The app on "${device.id}" has no registration in force that could run out. Register it first: {"action":"renewToken"}.`,
    zh: `“${device.id}”上的应用没有有效的推送注册，无法使其过期。请先注册：{"action":"renewToken"}。`,
  });

const IOS_HAS = '{"action":"kill","by":"user"}, {"action":"uninstall"}';

const notOnIos = ({ id, system }: Device, what: LocalText) =>
  fail('not_on_this_system', {
    en: `"${id}" runs ${system.name}, which has no ${what.en}. What it has: ${IOS_HAS}.`,
    zh: `“${id}”的系统是 ${system.name}，没有${what.zh}。可用的操作：${IOS_HAS}。`,
  });

function killed(device: Device, by: KilledBy, now: number): Device {
  const next = withProcess(device, 'killed', now);
  return { ...next, app: { ...next.app, killedBy: by } };
}

/** The app's notifications leave with its process, and nothing but its user starts it again. */
function forceStop(device: Device, now: number): Result<ActionResult> {
  if (device.platform === 'ios') return notOnIos(device, { en: 'force stop', zh: '“强行停止”' });
  return ok({ device: recount({ ...killed(device, 'forceStop', now), shade: [] }, now) });
}

/** As fresh from the store: registration, channels and notifications are gone, and the IM server learns nothing of it. */
function clearData(device: Device, now: number): Device {
  const stopped = killed(retire(device, now), 'user', now);
  return setBadge({ ...stopped, shade: [], android: forgotten(device) }, 0, { by: 'user', on: 'settings' }, now);
}

const forgotten = ({ android }: Device): Device['android'] =>
  android === null ? null : { seenKeys: [], lastAlertAt: null, channels: {} };

/** Empties the shade and ends every process; what was force-stopped stays so, what its user swiped away may run again. */
function reboot(device: Device, now: number): Device {
  const by = device.app.killedBy === 'forceStop' ? 'forceStop' : 'system';
  const conditions = { ...device.conditions, doze: 'awake', screenOn: true } as const;
  return recount({ ...killed(device, by, now), conditions, locked: true, shade: [] }, now);
}

/** A login happens inside the running app and uploads its push registration. */
function login(device: Device, userId: string, context: ActionContext): Device {
  const registered = activeTarget(device) === undefined ? register(device, context) : device;
  const running = registered.app.process === 'killed' ? toForeground(registered, context.now) : registered;
  return {
    ...running,
    session: { state: 'loggedIn', userId, since: context.now },
    badgeBase: device.session.userId === userId ? running.badgeBase : 0,
  };
}

function register(device: Device, context: ActionContext): Device {
  const target = createTarget(newToken(device.channel, context.ids), device.app.name, context.now);
  return { ...device, targets: [...device.targets, target] };
}

function withProcess(device: Device, process: ProcessState, now: number): Device {
  const linkEnds = device.app.process !== 'killed' && process === 'killed';
  return {
    ...device,
    app: { ...device.app, process, killedBy: null, backgroundReported: false },
    session: linkEnds ? { ...device.session, since: now } : device.session,
  };
}

/** `doForeground`: the IM server's counter starts again at 0; the icon is cleared by the iOS app, or by the launcher if it does that. */
function toForeground(device: Device, now: number): Device {
  const awake = { ...device.conditions, doze: 'awake', screenOn: true } as const;
  const conditions = device.conditions === undefined ? {} : { conditions: awake };
  const running = {
    ...withProcess(withoutPassed(device), 'foreground', now),
    ...conditions,
    badgeBase: 0,
    locked: false,
  };
  if (device.platform === 'ios') return setBadge(running, 0, { by: 'app', on: 'opened' }, now);
  return skinOf(device).clearsOnOpen ? setBadge(running, 0, { by: 'launcher', on: 'opened' }, now) : running;
}

/** `doBackground` carries the unread count; without one the app has only left the front, and reported nothing. */
function toBackground(device: Device, unread: number | undefined): Result<ActionResult> {
  if (device.app.process === 'killed') {
    return fail('app_not_running', {
      en: `The app on "${device.id}" is not running, so it cannot go to the background. Launch it first: {"action":"launch"}.`,
      zh: `“${device.id}”上的应用没有运行，无法退到后台。请先启动它：{"action":"launch"}。`,
    });
  }
  const base = unread === undefined ? device.badgeBase : Math.max(0, unread);
  const backgroundReported = unread !== undefined || device.app.backgroundReported === true;
  const app = { ...device.app, process: 'background', killedBy: null, backgroundReported } as const;
  return ok({ device: { ...device, badgeBase: base, app } });
}

function takeOff(device: Device, notificationId: string, tapped: boolean, now: number): Result<ActionResult> {
  const found = device.shade.find((one) => one.id === notificationId);
  if (found === undefined) {
    return fail('notification_not_found', {
      en: `"${device.id}" shows no notification "${notificationId}". It may have been replaced, cleared or tapped already.`,
      zh: `“${device.id}”上没有通知“${notificationId}”。它可能已被替换、清除或点开。`,
    });
  }
  const without = recount({ ...device, shade: device.shade.filter((one) => one !== found) }, now);
  if (!tapped) return ok({ device: without });
  return ok({ device: afterTap(without, found, now), tapped: found });
}

/** "Callback only" starts the app's process without bringing it to the front; a web page opens elsewhere. */
function afterTap(device: Device, tapped: ShadeNotification, now: number): Device {
  switch (tapped.tap.kind) {
    case 'open-app':
    case 'open-page':
      return toForeground(device, now);
    case 'callback-only':
      return device.app.process === 'killed' ? withProcess(device, 'background', now) : device;
    case 'open-web':
      return device;
  }
}

/** As fresh from the store: what its user had allowed and switched before is forgotten. */
function install(device: Device, context: ActionContext): Device {
  if (device.app.installed) return device;
  const { settings: _gone, ...phone } = device;
  const fresh = {
    ...phone,
    permission: permissionWhenNew(device),
    app: { ...device.app, installed: true, process: 'killed' as const, killedBy: 'user' as const },
    session: { ...device.session, state: 'never' as const, since: context.now },
    badgeBase: 0,
  };
  return register(fresh, context);
}

function uninstall(device: Device, now: number): Device {
  const gone = retire(device, now);
  return setBadge(
    {
      ...gone,
      app: { ...gone.app, installed: false, process: 'killed', killedBy: 'user', backgroundReported: false },
      // The IM server learns nothing of it: the login instance stays, and the next push meets a dead registration.
      session: device.app.process === 'killed' ? device.session : { ...device.session, since: now },
      shade: [],
      android: forgotten(device),
    },
    0,
    { by: 'user', on: 'uninstalled' },
    now,
  );
}

/** The registration dies; the vendor knows it as `state` from now on. */
function retire(device: Device, now: number, state: 'unregistered' | 'expired' = 'unregistered'): Device {
  return {
    ...device,
    targets: device.targets.map((target) => (target.state === 'active' ? { ...target, state, since: now } : target)),
  };
}
