import { describe, expect, it } from 'vitest';
import type { Device } from '../../device/types.ts';
import type { VendorWorld } from '../../testing/vendor-world.ts';
import { keepAll } from '../kit/keep-all.ts';
import type { AcceptedPush } from '../types.ts';
import { message, post, R1, setVivo, vivoWorld } from './testing/world.ts';

/** Sends a system message to `phone-1` and gives what the phone made of it. */
function show(world: VendorWorld, change: Readonly<Record<string, unknown>> = {}) {
  post(world, '/message/send', message({ classification: 1, title: 'Parcel', content: 'It is here', ...change }));
  const presentation = world.presentations.at(-1);
  if (presentation === undefined) throw new Error('nothing was sent');
  return presentation;
}

const android = (world: VendorWorld, version: string): void =>
  world.change({ system: { ...world.device().system, android: version } });
const rulesOf = ({ trace }: ReturnType<typeof show>): readonly string[] => trace.map(({ rule }) => rule);

describe('a vivo phone', () => {
  it('shows title, content, ext, default sound and vibration through the one channel', () => {
    const world = vivoWorld();
    const shown = show(world, { clientCustomMap: { ext: '{"a":1}' } });
    expect(shown.notification).toMatchObject({
      title: 'Parcel',
      body: 'It is here',
      ext: '{"a":1}',
      sound: 'default',
      vibrated: true,
      badge: 0,
      quiet: false,
    });
    expect(Object.keys(world.device().android?.channels ?? {})).toEqual(['vivo_push_channel']);
    expect(shown.callbacks).toEqual([]);
  });

  it('replaces by notifyId only', () => {
    const world = vivoWorld();
    show(world, { notifyId: 3 });
    show(world, { notifyId: 3, title: 'Again' });
    show(world);
    show(world);
    expect(world.device().shade.map(({ title }) => title)).toEqual(['Parcel', 'Parcel', 'Again']);
  });

  it.each<[string, Partial<Device>, string]>([
    ['registered', { targets: [] }, 'vivo-device-registered'],
    ['permission', { permission: 'denied' }, 'android-permission'],
  ])('needs: %s', (_name, change, cause) => {
    const world = vivoWorld();
    show(world);
    const [push] = world.pushes;
    world.change(change);
    const presentation =
      push && world.channel.present(push, world.device(), { now: world.now, profile: world.profile });
    expect(presentation).toMatchObject({ result: 'suppressed', cause });
  });

  it('drops what waited for an app that is gone', () => {
    const world = vivoWorld();
    show(world);
    const [push] = world.pushes;
    world.change({ app: { ...world.device().app, installed: false } });
    const context = { now: world.now, profile: world.profile };
    expect(push && world.channel.present(push, world.device(), context)).toMatchObject({
      cause: 'vivo-device-installed',
    });
  });

  it('in front shows as always, or hands over with foregroundShow false', () => {
    const world = vivoWorld();
    world.process('foreground');
    expect(show(world)).toMatchObject({ result: 'shown', callbacks: [{ name: 'onNotificationMessageArrived' }] });
    const handed = show(world, { foregroundShow: false, clientCustomMap: { k: 'v' } });
    expect(handed).toMatchObject({
      result: 'silent',
      cause: null,
      callbacks: [{ name: 'onForegroundMessageArrived', data: { title: 'Parcel', params: { k: 'v' } } }],
    });
    world.process('background');
    expect(show(world, { foregroundShow: false }).result).toBe('shown');
  });

  it('compares profileId with the user who is logged in', () => {
    const world = vivoWorld();
    world.change({ session: { state: 'loggedIn', userId: 'bob', since: 0 } });
    expect(show(world, { profileId: 'bob' }).result).toBe('shown');
    expect(show(world, { profileId: 'eve' })).toMatchObject({ result: 'suppressed', cause: 'vivo-device-profile' });
    world.change({ session: { state: 'loggedOut', userId: 'bob', since: 0 } });
    expect(show(world, { profileId: 'bob' }).cause).toBe('vivo-device-profile');
  });

  it.each([
    [1, 'normal', null, false],
    [2, 'normal', 'default', false],
    [3, 'normal', null, true],
    [4, 'normal', 'default', true],
    [2, 'vibrate', null, false],
    [3, 'vibrate', null, false],
    [4, 'vibrate', null, true],
    [4, 'silent', null, false],
  ] as const)(
    'with Android 7 and notifyType %i, ringer %s: sound %s, vibration %s',
    (notifyType, ringer, sound, vibrated) => {
      const world = vivoWorld();
      android(world, '7.1');
      world.change({ ringer });
      const shown = show(world, { notifyType });
      expect(shown.notification).toMatchObject({ sound, vibrated });
      expect(rulesOf(shown)).toContain('vivo-device-notify-legacy');
      expect(rulesOf(shown).includes('vivo-device-notify-ringer')).toBe(ringer !== 'normal');
    },
  );

  it('follows notifyType on Android 8.0, and no longer on 8.1', () => {
    const world = vivoWorld();
    android(world, '8.0');
    expect(show(world, { notifyType: 1 }).notification).toMatchObject({ sound: null, vibrated: false });
    expect(show(world, { notifyType: 2 }).notification).toMatchObject({ sound: 'default', vibrated: false });
    android(world, '8.1');
    world.now += 2000;
    const shown = show(world, { notifyType: 1 });
    expect(shown.notification).toMatchObject({ sound: 'default', vibrated: true });
    expect(rulesOf(shown)).toContain('vivo-device-notify-type');
  });

  it('lists operational messages quietly while message classes are on, in the box when the app is dead', () => {
    const world = vivoWorld();
    setVivo(world, { messageClasses: true });
    const boxed = show(world, { classification: 0 });
    expect(boxed.notification).toMatchObject({ quiet: true, sound: null, vibrated: false });
    expect(rulesOf(boxed)).toEqual(expect.arrayContaining(['vivo-device-quiet', 'vivo-device-box']));
    world.process('background');
    expect(rulesOf(show(world, { classification: 0, title: 'Second' }))).not.toContain('vivo-device-box');
    expect(show(world).notification?.quiet).toBe(false);
  });

  it('counts on the icon with addBadge only, and only if approved', () => {
    const world = vivoWorld();
    show(world);
    expect(world.device().badge).toBe(0);
    show(world, { addBadge: true });
    show(world, { addBadge: true, notifyId: 5 });
    expect(world.device().badge).toBe(2);
    setVivo(world, { addBadge: false });
    show(world, { addBadge: true });
    expect(world.device().badge).toBe(2);
  });
});

describe('a tap', () => {
  const tap = (change: Readonly<Record<string, unknown>>) => {
    const shown = show(vivoWorld(), { clientCustomMap: { k: 'v' }, ...change });
    return { ...shown.notification?.tap, rules: rulesOf(shown) };
  };

  it('opens the app, with the pairs as extras and the receiver called', () => {
    expect(tap({ skipType: 1 })).toMatchObject({
      kind: 'open-app',
      target: 'com.example.app',
      data: { k: 'v', onNotificationMessageClicked: { title: 'Parcel', params: { k: 'v' } } },
    });
  });

  it('opens web addresses and nothing else with skipType 2', () => {
    expect(tap({ skipType: 2, skipContent: 'https://a.example/x' })).toMatchObject({
      kind: 'open-web',
      target: 'https://a.example/x',
    });
    const nothing = tap({ skipType: 2, skipContent: 'app://x' });
    expect(nothing).toMatchObject({ kind: 'callback-only', target: null });
    expect(nothing.rules).toContain('vivo-device-tap-link');
  });

  it('only calls back with skipType 3', () => {
    expect(tap({ skipType: 3, skipContent: 'x' }).kind).toBe('callback-only');
  });

  it('opens a page of the app with skipType 4, and none of another app', () => {
    const uri = (owner: string): string => `intent://h/p#Intent;scheme=s;component=${owner}/${owner}.Detail;end`;
    const page = tap({ skipType: 4, skipContent: uri('com.example.app') });
    expect(page).toMatchObject({ kind: 'open-page', target: uri('com.example.app') });
    expect(page.rules).toContain('vivo-device-tap-exported');
    const foreign = tap({ skipType: 4, skipContent: uri('com.other') });
    expect(foreign).toMatchObject({ kind: 'callback-only', data: { unresolved: uri('com.other') } });
    expect(foreign.rules).toContain('vivo-device-tap-foreign');
  });
});

describe('an offline phone', () => {
  const pushOf = (world: VendorWorld, change: object = {}): AcceptedPush => {
    show(world, { ...change });
    const push = world.pushes.at(-1);
    if (push === undefined) throw new Error('no push');
    return push;
  };

  it('gets everything later that is not over, but nothing of sendOnline', () => {
    const world = vivoWorld();
    const short = pushOf(world, { timeToLive: 60 });
    const long = pushOf(world);
    world.now += 60_000;
    const once = pushOf(world, { sendOnline: true });
    expect(keepAll([short, long], once)).toEqual({ kept: [long], dropped: [short, once] });
    expect(keepAll([long], short)).toEqual({ kept: [long, short], dropped: [] });
    expect(world.device().id).toBe('phone-1');
    expect(short.token).toBe(R1);
  });
});
