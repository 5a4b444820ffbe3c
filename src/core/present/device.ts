import { DEFAULT_IMPORTANCE } from '../device/android-channel.ts';
import { groupsOf, inShade } from '../device/grouping.ts';
import { iconBadge } from '../device/icon.ts';
import { conditionsOf, settingsOf } from '../device/phone-settings.ts';
import type { Device, PushTarget } from '../device/types.ts';
import type { DeviceView, ScreenView } from '../views.ts';
import { presentNotification } from './notification.ts';

/** A phone's state; `stored` is the number of pushes that its vendor keeps for it. */
export function presentDevice(device: Device, stored: number): DeviceView {
  const target = activeTarget(device);
  return {
    id: device.id,
    name: device.name,
    channel: device.channel,
    platform: device.platform,
    model: device.model,
    phone: device.phone ?? null,
    system: device.system,
    online: device.online,
    locked: device.locked,
    token: target?.token ?? null,
    app: device.app,
    session: { state: device.session.state, userId: device.session.userId },
    permission: device.permission,
    ringer: device.ringer,
    conditions: conditionsOf(device),
    settings: settingsOf(device),
    badge: device.badge,
    environment: target !== undefined && device.channel === 'apns' ? target.environment : null,
    aliases: target?.aliases ?? [],
    userAccounts: target?.userAccounts ?? [],
    topics: target?.topics ?? [],
    sounds: device.sounds,
    notificationChannels: channelsOf(device),
    stored,
  };
}

/** What the phone shows and what was heard, newest first; `beside`: the other apps on it, whose notifications it shows too. */
export function presentScreen(device: Device, beside: readonly Device[] = []): ScreenView {
  const { style, text } = iconBadge(device);
  const all = beside.length === 0 ? device.shade : [device, ...beside].flatMap(({ shade }) => shade);
  const seen = (beside.length === 0 ? all : all.toSorted((one, other) => other.at - one.at)).filter(inShade);
  const listed = seen.filter((one) => one.listed !== false);
  const groups = groupsOf(device, listed);
  const onLock = seen.filter((one) => one.onLockScreen !== 'none');
  return {
    badge: device.badge,
    badgeStyle: style,
    badgeText: text,
    notifications: seen.map(presentNotification),
    groups,
    // The same list twice is grouped once: this runs for every push that arrives.
    lockScreen:
      onLock.length === listed.length && onLock.every((one) => one.listed !== false)
        ? groups
        : groupsOf(device, onLock),
    apps: [device, ...beside].map(({ app: { name, label } }) => ({ name, label })),
    statusIcon: device.platform === 'android' && seen.some((one) => one.statusBar !== false),
    sounds: device.soundLog,
    badgeLog: device.badgeLog,
  };
}

// A phone may have registered several times; only one of its registrations is in force.
const activeTarget = (device: Device): PushTarget | undefined =>
  device.targets.find((target) => target.state === 'active');

const channelsOf = ({ android }: Device): DeviceView['notificationChannels'] =>
  Object.entries(android?.channels ?? {}).map(([id, channel]) => ({
    id,
    name: channel.name,
    importance: channel.importance ?? DEFAULT_IMPORTANCE,
    sound: channel.sound,
    vibrate: channel.vibrate,
  }));
