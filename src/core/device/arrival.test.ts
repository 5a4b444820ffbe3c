import { describe, expect, it } from 'vitest';
import type { AcceptedPush } from '../channels/types.ts';
import { arrive } from './arrival.ts';
import { createDevice } from './create.ts';
import type { Device, Presentation } from './types.ts';

let count = 0;
const ids = { next: (prefix: string) => `${prefix}-${++count}`, bytes: (length: number) => new Uint8Array(length) };
const push: AcceptedPush = {
  id: 'p',
  channel: 'apns',
  deviceId: 'phone',
  token: 'aa',
  app: 'com.example.app',
  payload: {},
  title: 't',
  body: 'b',
  expiresAt: null,
  acceptedAt: 0,
};
const facts = { push, exchangeId: 'x', outcomeId: 'o', now: 7, ids, notificationId: 'n-1' };

function shown(replaceKey: string, rest: Partial<Presentation> = {}): Presentation {
  return {
    result: 'shown',
    cause: null,
    notification: {
      channel: 'apns',
      app: 'com.example.app',
      title: replaceKey,
      subtitle: null,
      body: 'b',
      sound: 'default',
      vibrated: true,
      badge: null,
      ext: null,
      replaceKey,
      pushId: 'p',
      quiet: false,
      tap: { kind: 'open-app', target: null, data: {} },
    },
    sound: { requested: 'default', played: 'default', soundId: 'default-ios', vibrated: true },
    callbacks: [],
    trace: [],
    ...rest,
  };
}

const land = (device: Device, ...presentations: Presentation[]) =>
  presentations.reduce((current, one) => arrive(current, one, facts).device, device);

describe('arrive', () => {
  it('puts the newest on top and lets one key hold one place', () => {
    const device = land(createDevice('phone', { channel: 'apns' }, 0), shown('a'), shown('b'), shown('a'));
    expect(device.shade.map((one) => one.title)).toEqual(['a', 'b']);
    expect(device.soundLog).toHaveLength(3);
  });

  it('sets an absolute badge on iOS and says that a push did it', () => {
    const arrival = arrive(createDevice('phone', { channel: 'apns' }, 0), shown('a', { badge: 5 }), facts);
    expect(arrival.device.badge).toBe(5);
    expect(arrival.notification?.badge).toBe(5);
    expect(arrival.device.shade[0]).toBe(arrival.notification);
    expect(arrival.device.badgeLog).toMatchObject([{ at: 7, from: 0, to: 5, by: 'push', how: 'absolute', on: 'push' }]);
  });

  it("lets the launcher count what stands in an Android phone's shade", () => {
    const device = land(
      { ...createDevice('phone', { channel: 'xiaomi' }, 0), settings: { badges: true } },
      shown('1', { badge: 'count' }),
      shown('2', { badge: 'count' }),
      shown('1', { badge: 'count' }),
    );
    expect(device.badge).toBe(2);
    expect(device.badgeLog[0]?.by).toBe('launcher');
  });

  it('lets the oldest of that app leave beyond the limit of the system, and counts what remains', () => {
    const limited = (key: string): Presentation => shown(key, { badge: 'count', shadeLimit: 2 });
    const titles = (device: Device) => device.shade.map((one) => one.title);
    const full = land(
      { ...createDevice('phone', { channel: 'xiaomi' }, 0), settings: { badges: true } },
      ...['1', '2', '3'].map(limited),
    );
    expect([titles(full), full.badge]).toEqual([['3', '2'], 2]);
    const replaced = land(full, limited('2'));
    expect([titles(replaced), replaced.badge]).toEqual([['2', '3'], 2]);
    const [stranger] = replaced.shade.map((one) => ({ ...one, app: 'com.other', title: 'other' }));
    const mixed = land({ ...replaced, shade: [...replaced.shade, ...(stranger ? [stranger] : [])] }, limited('4'));
    expect(titles(mixed)).toEqual(['4', '2', 'other']);
    expect(titles(land(full, shown('4')))).toEqual(['4', '3', '2']);
  });

  it('leaves shade, badge and sounds alone when nothing is shown', () => {
    const device = createDevice('phone', { channel: 'apns' }, 0);
    const arrival = arrive(
      device,
      { result: 'suppressed', cause: 'r', notification: null, sound: null, callbacks: [], trace: [] },
      facts,
    );
    expect(arrival).toEqual({ device, notification: null });
  });

  it('keeps what the phone has to remember', () => {
    const android = { seenKeys: ['k'], lastAlertAt: 3, channels: {} };
    expect(
      land({ ...createDevice('phone', { channel: 'xiaomi' }, 0), settings: { badges: true } }, shown('a', { android }))
        .android,
    ).toBe(android);
  });
});
