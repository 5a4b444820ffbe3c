import type { ChannelId } from './channels/types.ts';
import { createDevice, createTarget, DEFAULT_APP } from './device/create.ts';
import type { Device } from './device/types.ts';
import type { Account, OfflinePushSettings } from './im/types.ts';
import { defaultProfile } from './profile.ts';
import type { Workspace } from './simulator-types.ts';

/** A new account's global settings: on, both sounds the system's. */
export const defaultOfflinePushSettings: OfflinePushSettings = { enabled: true, c2cSound: null, groupSound: null };

export function createAccount(userId: string, nickName: string | null, session: Account['session']): Account {
  return { userId, nickName, session, settings: defaultOfflinePushSettings, receiveOptions: {} };
}

interface BuiltIn {
  readonly id: string;
  readonly channel: ChannelId;
  /** Registrations are fixed so that examples, scripts and documents can name them. */
  readonly token: string;
}

const BUILT_IN: readonly BuiltIn[] = [
  { id: 'iphone', channel: 'apns', token: '6b1f0c5ae2d94c7788a3b1d05f9e3c4276d8e0a9b2c14f35d6e7f8091a2b3c4d' },
  { id: 'xiaomi', channel: 'xiaomi', token: 'Pz3kQ7vN1xW8aR5tY2uI9oL6mB4cD0eF+gH/jK1sT7w=' },
  {
    id: 'huawei',
    channel: 'huawei',
    token:
      'IQAAAACy0kYwAADWsJ-UTq3c9mEl2rXbVh7ZpOd5yLfNgK8vA1iMt4QoRzSuPxHe6GnBwCjD_Vb0Iq2TmXk7YsLr9FaEoUhJ3pWcZgN5dKtvR8iQ1eA',
  },
  {
    id: 'pixel',
    channel: 'fcm',
    token:
      'cR3x0Zq8TkWm1yVb4nPaQe:APA91bE7uKp2LdJx9RfTq0YwHsVm4CzNgB6oXi1AjDl8eKr5tQyWcUv3FbMhSnGpZa7E-kLxR2dTfJ9qYoHw0VsCm4NzBgXi6oDj1AlKe8r5QtWyUc3vbFMhnSGpaZ7E-kLxR2dTfJ9qYoHw0V',
  },
  { id: 'meizu', channel: 'meizu', token: 'S5Q4a0c6348036344485d01776773577c64740465480a6' },
  { id: 'oppo', channel: 'oppo', token: 'OPPO_CN_5f0c2a7d91e84b63a8d4f71e02c96b35' },
  { id: 'vivo', channel: 'vivo', token: 'v2-CRV0nVx3Qm8LkT1pZsYw5RdHaJ7uFbGcE2iKoN9MtXeS4qUvB6y' },
];

/**
 * Each phone has its account logged in and its app killed by its user, who allowed it banners and
 * badges, which most makers' systems do not give of themselves. Only channels that exist are there.
 */
export function defaultWorkspace(now: number, channels: readonly ChannelId[]): Workspace {
  const builtIn = BUILT_IN.filter((one) => channels.includes(one.channel));
  const members = builtIn.map((one) => ({ userId: `user-${one.channel}`, nameCard: null }));
  return {
    accounts: [
      createAccount('alice', 'Alice', 'loggedIn'),
      ...members.map((member) => createAccount(member.userId, null, 'loggedIn')),
    ],
    groups: [{ groupId: 'demo-group', name: 'Demo group', members: [{ userId: 'alice', nameCard: null }, ...members] }],
    devices: builtIn.map((one): Device => {
      const device = createDevice(one.id, { channel: one.channel }, now);
      return {
        ...device,
        session: { state: 'loggedIn', userId: `user-${one.channel}`, since: now },
        targets: [createTarget(one.token, DEFAULT_APP, now)],
        ...(device.platform === 'android' ? { settings: { popUps: true, badges: true } } : {}),
      };
    }),
    profile: defaultProfile,
    clock: { offsetMs: 0, stoppedAt: null },
  };
}

/** Nothing but the sender. */
export function emptyWorkspace(): Workspace {
  return {
    accounts: [createAccount('alice', 'Alice', 'loggedIn')],
    groups: [],
    devices: [],
    profile: defaultProfile,
    clock: { offsetMs: 0, stoppedAt: null },
  };
}
