import { describe, expect, it } from 'vitest';
import type { Device, Presentation } from '../../device/types.ts';
import type { VendorWorld } from '../../testing/vendor-world.ts';
import { hps, huaweiWorld, notification, sendLegacy, sendV1, setHuawei, T1 } from './testing/world.ts';

const last = (world: VendorWorld): Presentation => {
  const presentation = world.presentations.at(-1);
  if (presentation === undefined) throw new Error('nothing reached a phone');
  return presentation;
};

const data = (world: VendorWorld, android: object = {}): Presentation => {
  world.send(sendV1(world, { token: [T1], data: 'sync', android }));
  return last(world);
};

const statuses = (world: VendorWorld): readonly unknown[] =>
  world.callbacks.flatMap(({ body }) =>
    (JSON.parse(body) as { statuses: readonly { status?: unknown }[] }).statuses.map(({ status }) => status),
  );

const settings = (world: VendorWorld, patch: NonNullable<Device['settings']>): void =>
  world.change({ settings: { ...world.device().settings, ...patch } });

const forceStop = (world: VendorWorld): void =>
  world.change({ app: { ...world.device().app, process: 'killed', killedBy: 'forceStop' } });

describe('a data message for an app that does not run', () => {
  it('starts its process where auto-start is allowed', () => {
    const world = huaweiWorld();
    settings(world, { autoStart: true });
    const given = data(world);
    expect(given).toMatchObject({ result: 'silent', callbacks: [{ name: 'onMessageReceived' }] });
    expect(given.trace.at(-1)).toMatchObject({ rule: 'huawei-device-auto-start', verdict: 'note' });
    expect(statuses(world)).toEqual([0]);
  });

  it('is kept for its next start where it is not', () => {
    const world = huaweiWorld();
    expect(data(world)).toMatchObject({ result: 'suppressed', cause: 'huawei-device-process', held: true });
    expect(statuses(world)).toEqual([27]);
  });

  it('is lost when the app was force-stopped, whatever its urgency', () => {
    const world = huaweiWorld();
    settings(world, { autoStart: true });
    setHuawei(world, { highDataRight: true });
    forceStop(world);
    const lost = data(world, { urgency: 'HIGH' });
    expect(lost).toMatchObject({ result: 'suppressed', cause: 'huawei-device-data-stopped', callbacks: [] });
    expect(lost.held).toBeUndefined();
    expect(statuses(world)).toEqual([27]);
  });
});

describe('what a notification brings with it', () => {
  const v1 = (world: VendorWorld, own: Readonly<Record<string, unknown>>): Presentation => {
    world.send(sendV1(world, notification(own, { category: 'IM' })));
    return last(world);
  };

  it('is its picture, its group, and what the lock screen may show', () => {
    const world = huaweiWorld();
    world.change({ locked: true });
    const shown = v1(world, { image: 'https://a.example/b.png', group: 'orders', visibility: 'SECRET' });
    expect(shown.notification).toMatchObject({
      image: 'https://a.example/b.png',
      groupKey: 'orders',
      onLockScreen: 'none',
    });
    expect(v1(world, { visibility: 'PUBLIC' }).notification).not.toHaveProperty('image');
  });

  it('is a badge that was added to or set, as the ledger tells', () => {
    const world = huaweiWorld();
    const badge = { class: 'com.example.app.MainActivity' };
    expect(v1(world, { badge: { ...badge, add_num: 2 } })).toMatchObject({ badge: 2, badgeHow: 'increment' });
    expect(v1(world, { badge })).toMatchObject({ badge: 3, badgeHow: 'increment' });
    expect(v1(world, { badge: { ...badge, set_num: 7 } })).toMatchObject({ badge: 7, badgeHow: 'absolute' });
    expect(world.device().badgeLog).toMatchObject([
      { from: 3, to: 7, how: 'absolute', by: 'push', on: 'push' },
      { from: 2, to: 3, how: 'increment' },
      { from: 0, to: 2, how: 'increment' },
    ]);
  });

  it('is a group in the old interface too', () => {
    const world = huaweiWorld();
    world.send(sendLegacy(world, { payload: hps({}, { msgGrp: 'g1' }) }));
    expect(last(world).notification).toMatchObject({ groupKey: 'g1' });
  });
});
