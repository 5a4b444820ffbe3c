import type { DeviceView, NotificationView, ScreenView } from '../../../core/views.ts';

/** An iPhone that is ready, changed by `patch`. */
export function deviceView(patch: Partial<DeviceView>): DeviceView {
  return {
    id: 'iphone',
    name: 'iPhone',
    channel: 'apns',
    platform: 'ios',
    model: 'iPhone 15',
    phone: null,
    system: {
      name: 'iOS',
      version: '17.5',
      android: null,
      hmsVersion: null,
      playServices: null,
      mainlandChina: true,
      modelSupported: null,
      sdkVersion: null,
    },
    online: true,
    locked: false,
    token: 'a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90',
    app: {
      name: 'com.example.app',
      label: 'Demo',
      installed: true,
      process: 'background',
      killedBy: null,
      backgroundMode: false,
    },
    session: { state: 'loggedIn', userId: 'user-apns' },
    permission: 'granted',
    ringer: 'normal',
    conditions: {},
    settings: { popUps: true },
    badge: 0,
    environment: 'production',
    aliases: [],
    userAccounts: [],
    topics: [],
    sounds: [],
    notificationChannels: [],
    stored: 0,
    ...patch,
  };
}

/** A notification on that iPhone. */
export function notificationView(patch: Partial<NotificationView>): NotificationView {
  return {
    id: 'n1',
    deviceId: 'iphone',
    channel: 'apns',
    app: 'com.example.app',
    title: 'Title',
    subtitle: null,
    body: 'Body',
    sound: 'default',
    vibrated: true,
    badge: 1,
    ext: null,
    at: 0,
    quiet: false,
    headsUp: true,
    replaceKey: 'n1',
    pushId: 'p1',
    exchangeId: 'e1',
    outcomeId: null,
    tap: { kind: 'open-app', target: null, data: {} },
    onLockScreen: 'full',
    statusBar: true,
    heldBack: null,
    image: null,
    groupKey: null,
    channelName: null,
    ...patch,
  };
}

/** A screen with these notifications, each by itself unless `groups` says how they stand together. */
export function screenView(patch: Partial<ScreenView>): ScreenView {
  const groups = patch.groups ?? (patch.notifications ?? []).map(({ id }) => alone(id));
  return {
    badge: 0,
    badgeStyle: 'number',
    badgeText: null,
    notifications: [],
    groups,
    lockScreen: groups,
    apps: [{ name: 'com.example.app', label: 'Demo' }],
    statusIcon: false,
    sounds: [],
    badgeLog: [],
    ...patch,
  };
}

/** A notification that stands by itself. */
export function alone(id: string): ScreenView['groups'][number] {
  return { key: id, by: 'alone', section: 'alerting', notifications: [id] };
}
