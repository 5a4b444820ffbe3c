import type { Ids } from '../ports.ts';
import { fail, ok, type Result } from '../result.ts';
import type { DeviceAction } from '../simulator-types.ts';
import { skinOf } from './android-skins.ts';
import { recount, setBadge } from './badge.ts';
import { createTarget } from './create.ts';
import { activeTarget, newToken } from './tokens.ts';
import type { Device, ProcessState, ShadeNotification } from './types.ts';

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
 * `notification_not_found`, `sound_not_found`. Logging in elsewhere and unknown accounts are the simulator's to check.
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
    case 'kill': {
      const killed = withProcess(device, 'killed', now);
      return done({ ...killed, app: { ...killed.app, killedBy: action.by } });
    }
    case 'clear':
      return done(recount({ ...device, shade: [] }, now));
    case 'tap':
    case 'dismiss':
      return takeOff(device, action.notificationId, action.action === 'tap', now);
    case 'lock':
    case 'unlock':
      return done({ ...device, locked: action.action === 'lock' });
    case 'online':
    case 'offline':
      return done(setOnline(device, action.action === 'online', now));
    case 'install':
      return done(install(device, context));
    case 'uninstall':
      return done(uninstall(device, now));
    case 'unregister':
      return done(retire(device, now));
    case 'removeSound':
      return device.sounds.some((sound) => sound.name === action.name)
        ? done({ ...device, sounds: device.sounds.filter((sound) => sound.name !== action.name) })
        : fail(
            'sound_not_found',
            `The app on "${device.id}" has no sound "${action.name}". Its sounds: ${device.sounds.map((sound) => sound.name).join(', ') || 'none'}.`,
          );
  }
}

const notInstalled = (device: Device) =>
  fail(
    'app_not_installed',
    `${device.app.name} is not installed on "${device.id}". Install it first: {"action":"install"}.`,
  );

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
  const running = { ...withProcess(device, 'foreground', now), badgeBase: 0, locked: false };
  if (device.platform === 'ios') return setBadge(running, 0, 'app', now);
  return skinOf(device).clearsOnOpen ? setBadge(running, 0, 'launcher', now) : running;
}

/** `doBackground` carries the unread count; without one the app has only left the front, and reported nothing. */
function toBackground(device: Device, unread: number | undefined): Result<ActionResult> {
  if (device.app.process === 'killed') {
    return fail(
      'app_not_running',
      `The app on "${device.id}" is not running, so it cannot go to the background. Launch it first: {"action":"launch"}.`,
    );
  }
  const base = unread === undefined ? device.badgeBase : Math.max(0, unread);
  const backgroundReported = unread !== undefined || device.app.backgroundReported === true;
  const app = { ...device.app, process: 'background', killedBy: null, backgroundReported } as const;
  return ok({ device: { ...device, badgeBase: base, app } });
}

function takeOff(device: Device, notificationId: string, tapped: boolean, now: number): Result<ActionResult> {
  const found = device.shade.find((one) => one.id === notificationId);
  if (found === undefined) {
    return fail(
      'notification_not_found',
      `"${device.id}" shows no notification "${notificationId}". It may have been replaced, cleared or tapped already.`,
    );
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

function setOnline(device: Device, online: boolean, now: number): Device {
  if (device.online === online) return device;
  const session = online ? device.session : { ...device.session, since: now };
  return { ...device, online, session };
}

function install(device: Device, context: ActionContext): Device {
  if (device.app.installed) return device;
  const fresh = {
    ...device,
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
      android: device.android === null ? null : { seenKeys: [], lastAlertAt: null, channels: {} },
    },
    0,
    'user',
    now,
  );
}

/** The registration dies; the vendor knows it as unregistered from now on. */
function retire(device: Device, now: number): Device {
  return {
    ...device,
    targets: device.targets.map((target) =>
      target.state === 'active' ? { ...target, state: 'unregistered' as const, since: now } : target,
    ),
  };
}
