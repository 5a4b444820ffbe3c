import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../channels/types.ts';
import type { DeviceAction } from '../simulator-types.ts';
import { act } from './actions.ts';
import { notificationsAllowed } from './android.ts';
import { createDevice, createTarget, DEFAULT_APP } from './create.ts';
import { activeTarget } from './tokens.ts';
import type { Device, ShadeNotification } from './types.ts';

const NOW = 1_764_000_000_000;
const ids = { next: (prefix: string) => `${prefix}-1`, bytes: (count: number) => new Uint8Array(count).fill(0xab) };

function phone(channel: ChannelId, overrides: Partial<Device> = {}): Device {
  const device = createDevice('phone', { channel }, NOW - 1000);
  return {
    ...device,
    settings: { badges: true },
    targets: [createTarget('aa11', DEFAULT_APP, NOW - 1000)],
    session: { state: 'loggedIn', userId: 'bob', since: NOW - 1000 },
    ...overrides,
  };
}

function once(device: Device, ...actions: DeviceAction[]): Device {
  return actions.reduce((current, action) => {
    const result = act(current, action, { now: NOW, ids });
    if (!result.ok) throw new Error(result.error.message);
    return result.value.device;
  }, device);
}

function refusal(device: Device, action: DeviceAction): string {
  const result = act(device, action, { now: NOW, ids });
  return result.ok ? 'accepted' : result.error.code;
}

const notification = (id: string, kind: ShadeNotification['tap']['kind'] = 'open-app'): ShadeNotification => ({
  id,
  deviceId: 'phone',
  channel: 'apns',
  app: DEFAULT_APP,
  title: 't',
  subtitle: null,
  body: 'b',
  sound: null,
  vibrated: false,
  badge: 1,
  ext: null,
  replaceKey: id,
  pushId: id,
  exchangeId: 'x',
  outcomeId: null,
  at: NOW,
  quiet: false,
  tap: { kind, target: null, data: {} },
});

describe('process', () => {
  it('goes to the front, to the back and is killed by user or system', () => {
    expect(once(phone('apns'), { action: 'launch' }).app).toMatchObject({ process: 'foreground', killedBy: null });
    expect(once(phone('apns'), { action: 'launch' }, { action: 'background' }).app.process).toBe('background');
    const killed = once(phone('apns'), { action: 'launch' }, { action: 'kill', by: 'system' });
    expect(killed.app).toMatchObject({ process: 'killed', killedBy: 'system' });
    expect(killed.session.since).toBe(NOW);
  });

  it('keeps the time of the lost link when a dead app is killed once more', () => {
    expect(once(phone('apns'), { action: 'kill', by: 'user' }).session.since).toBe(NOW - 1000);
  });

  it('cannot go to the background without running', () => {
    expect(refusal(phone('apns'), { action: 'background' })).toBe('app_not_running');
  });

  it('clears the icon and the counter when it comes to the front', () => {
    const device = once(phone('apns', { badge: 4, badgeBase: 4 }), { action: 'foreground' });
    expect([device.badge, device.badgeBase]).toEqual([0, 0]);
    expect(device.badgeLog[0]).toEqual({
      at: NOW,
      from: 4,
      to: 0,
      by: 'app',
      how: 'absolute',
      on: 'opened',
      pushId: null,
    });
  });

  it('reports the unread count with doBackground; a negative one counts as 0', () => {
    const running = once(phone('apns'), { action: 'launch' });
    expect(once(running, { action: 'background', unread: 5 }).badgeBase).toBe(5);
    expect(once(running, { action: 'background', unread: -3 }).badgeBase).toBe(0);
    expect(once({ ...running, badgeBase: 2 }, { action: 'background' }).badgeBase).toBe(2);
  });
});

describe('doBackground', () => {
  const launched = () => once(phone('xiaomi'), { action: 'launch' });
  const report = { action: 'background', unread: 0 } as const;

  it.each<[string, DeviceAction[], boolean]>([
    ['Home was pressed', [{ action: 'background' }], false],
    ['the app reported', [report], true],
    ['the app reported later', [{ action: 'background' }, report], true],
    ['Home was pressed again', [report, { action: 'background' }], true],
    ['it came to the front', [report, { action: 'foreground' }], false],
    ['it left the front again', [report, { action: 'foreground' }, { action: 'background' }], false],
    ['it was killed', [report, { action: 'kill', by: 'system' }], false],
    ['it was removed', [report, { action: 'uninstall' }], false],
  ])('%s', (_what, actions, reported) => {
    expect(once(launched(), ...actions).app.backgroundReported).toBe(reported);
  });
});

describe('session', () => {
  it('logs in inside the running app and registers when there was no token', () => {
    const device = once(phone('apns', { targets: [] }), { action: 'login', userId: 'carol' });
    expect(device.session).toEqual({ state: 'loggedIn', userId: 'carol', since: NOW });
    expect(device.app.process).toBe('foreground');
    expect(activeTarget(device)?.token).toBe('ab'.repeat(32));
  });

  it('remembers who has logged out or was kicked', () => {
    expect(once(phone('apns'), { action: 'logout' }).session).toMatchObject({ state: 'loggedOut', userId: 'bob' });
    expect(once(phone('apns'), { action: 'kick' }).session).toMatchObject({ state: 'kicked', userId: 'bob' });
  });
});

describe('installation', () => {
  it('kills the registration with the app and gives a new one on reinstall', () => {
    const gone = once(phone('xiaomi', { shade: [notification('n')], badge: 1 }), { action: 'uninstall' });
    expect(gone.targets[0]).toMatchObject({ token: 'aa11', state: 'unregistered', since: NOW });
    expect([gone.shade.length, gone.badge, gone.session.state]).toEqual([0, 0, 'loggedIn']);
    const back = once(gone, { action: 'install' });
    expect(back.session).toMatchObject({ state: 'never', userId: 'bob' });
    expect(activeTarget(back)?.token).toHaveLength(44);
    expect(back.targets).toHaveLength(2);
  });

  it.each([
    ['apns', '18', {}, 'notDetermined'],
    ['fcm', '15', {}, 'notDetermined'],
    ['fcm', '12', {}, 'granted'],
    ['fcm', null, {}, 'notDetermined'],
    ['huawei', '10', {}, 'granted'],
    ['oppo', '13', {}, 'notDetermined'],
    ['oppo', '11', {}, 'notDetermined'],
    ['oppo', '11', { mainlandChina: false }, 'granted'],
  ] as const)(
    'leaves the permission as the maker ships it: %s with Android %s %j',
    (channel, android, facts, permission) => {
      const { system } = phone(channel);
      const gone = once(
        phone(channel, { permission: 'denied', settings: { sounds: false }, system: { ...system, android, ...facts } }),
        {
          action: 'uninstall',
        },
      );
      const back = once(gone, { action: 'install' });
      expect(back.permission).toBe(permission);
      expect(back.settings).toBeUndefined();
      expect(notificationsAllowed(back)).toBe(permission === 'granted');
      expect(once(phone(channel, { permission: 'denied' }), { action: 'install' }).permission).toBe('denied');
    },
  );

  it('refuses to launch or log in what is not installed', () => {
    const gone = once(phone('apns'), { action: 'uninstall' });
    expect(refusal(gone, { action: 'launch' })).toBe('app_not_installed');
    expect(refusal(gone, { action: 'login', userId: 'bob' })).toBe('app_not_installed');
  });
});

describe('shade', () => {
  const full = (channel: 'apns' | 'xiaomi', kind?: ShadeNotification['tap']['kind']) =>
    phone(channel, { shade: [notification('n2', kind), notification('n1')], badge: 2 });

  it('loses a tapped notification and opens the app', () => {
    const result = act(full('apns'), { action: 'tap', notificationId: 'n2' }, { now: NOW, ids });
    expect(result.ok && result.value.tapped?.id).toBe('n2');
    expect(result.ok && result.value.device.app.process).toBe('foreground');
    expect(result.ok && result.value.device.shade.map((one) => one.id)).toEqual(['n1']);
  });

  it('only wakes the process when the tap is a callback, and opens nothing of the app for a web page', () => {
    expect(once(full('xiaomi', 'callback-only'), { action: 'tap', notificationId: 'n2' }).app.process).toBe(
      'background',
    );
    expect(once(full('xiaomi', 'open-web'), { action: 'tap', notificationId: 'n2' }).app.process).toBe('killed');
  });

  it('is counted by MIUI and left alone by iOS when something is dismissed or cleared', () => {
    expect(once(full('xiaomi'), { action: 'dismiss', notificationId: 'n1' }).badge).toBe(1);
    expect(once(full('apns'), { action: 'dismiss', notificationId: 'n1' }).badge).toBe(2);
    expect(once(full('xiaomi'), { action: 'clear' })).toMatchObject({ badge: 0, shade: [] });
    expect(once(full('apns'), { action: 'clear' })).toMatchObject({ badge: 2, shade: [] });
  });

  it('knows what is not there', () => {
    expect(refusal(full('apns'), { action: 'tap', notificationId: 'nope' })).toBe('notification_not_found');
    expect(refusal(full('apns'), { action: 'removeSound', name: 'nope.caf' })).toBe('sound_not_found');
  });
});

describe('network, lock and sounds', () => {
  it('notes when the link was lost', () => {
    const offline = once(phone('apns'), { action: 'offline' });
    expect([offline.online, offline.session.since]).toEqual([false, NOW]);
    expect(once(offline, { action: 'online' }).online).toBe(true);
  });

  it('locks, unlocks and drops a sound', () => {
    expect(once(phone('apns'), { action: 'lock' }).locked).toBe(true);
    expect(once(phone('apns', { locked: true }), { action: 'unlock' }).locked).toBe(false);
    const names = once(phone('apns'), { action: 'removeSound', name: 'dudulu.caf' }).sounds.map((sound) => sound.name);
    expect(names).not.toContain('dudulu.caf');
    expect(names).toContain('hualala.caf');
  });
});
