import { describe, expect, it } from 'vitest';
import type { DeviceAction } from '../simulator-types.ts';
import { makeDevice, TEST_TIME } from '../testing/fixtures.ts';
import { act } from './actions.ts';
import type { Device } from './types.ts';

const context = { now: TEST_TIME, ids: { next: (prefix: string) => prefix, bytes: (n: number) => new Uint8Array(n) } };

function through(device: Device, ...actions: readonly DeviceAction[]): Device {
  return actions.reduce((current, action) => {
    const done = act(current, action, context);
    if (!done.ok) throw new Error(done.error.message);
    return done.value.device;
  }, device);
}

const channelOf = (device: Device) => device.android?.channels.m;
const create = (rest: Partial<Extract<DeviceAction, { action: 'createChannel' }>> = {}): DeviceAction => ({
  action: 'createChannel',
  id: 'm',
  ...rest,
});

describe('notification channels', () => {
  it('are created by the app as Android would without further words', () => {
    expect(channelOf(through(makeDevice('fcm'), create()))).toEqual({
      name: 'm',
      importance: 3,
      sound: 'default',
      vibrate: false,
    });
  });

  it.each<[string, DeviceAction[], object]>([
    ['may be renamed', [create({ name: 'Chat' })], { name: 'Chat', importance: 4, sound: 'dudulu' }],
    ['may be ranked lower by the app', [create({ importance: 2 })], { importance: 2 }],
    [
      'keep their sound and vibration',
      [create({ sound: 'hualala', vibrate: true })],
      { sound: 'dudulu', vibrate: false },
    ],
    [
      'are ranked by the user at will',
      [{ action: 'rankChannel', id: 'm', importance: 1 }],
      { importance: 1, sound: 'dudulu' },
    ],
    [
      'are not ranked higher by the app',
      [{ action: 'rankChannel', id: 'm', importance: 1 }, create({ importance: 4 })],
      { importance: 1 },
    ],
  ])('%s', (_name, actions, expected) => {
    const device = through(makeDevice('fcm'), create({ importance: 4, sound: 'dudulu' }), ...actions);
    expect(channelOf(device)).toMatchObject(expected);
  });

  it('that do not exist cannot be ranked, and an iPhone has none', () => {
    const rank = { action: 'rankChannel', id: 'x', importance: 4 } as const;
    expect(act(makeDevice('fcm'), rank, context)).toMatchObject({ ok: false, error: { code: 'channel_not_found' } });
    expect(act(makeDevice('apns'), create(), context)).toMatchObject({
      ok: false,
      error: { code: 'not_on_this_system' },
    });
  });
});
