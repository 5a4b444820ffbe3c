import { describe, expect, it } from 'vitest';
import type { AndroidChannel, Device } from '../../device/types.ts';
import type { VendorWorld } from '../../testing/vendor-world.ts';
import type { AcceptedPush } from '../types.ts';
import { fcmWorld, PROJECT_NUMBER, sendParts, T } from './testing/world.ts';

const notification = { title: 'Order shipped', body: 'Parcel 42' };

function sent(world: VendorWorld, message: Readonly<Record<string, unknown>>) {
  world.send(sendParts({ token: T, ...message }));
  const presentation = world.presentations.at(-1);
  if (presentation === undefined) throw new Error('nothing reached the phone');
  return presentation;
}

const rulesOf = ({ trace }: ReturnType<typeof sent>): readonly string[] => trace.map(({ rule }) => rule);
const android = (world: VendorWorld, version: string): void =>
  world.change({ system: { ...world.device().system, android: version } });

function withChannel(world: VendorWorld, id: string, channel: AndroidChannel): void {
  world.change({ android: { seenKeys: [], lastAlertAt: null, channels: { [id]: channel } } });
}

const channel = (importance: AndroidChannel['importance'], sound: string | null = 'default'): AndroidChannel => ({
  name: 'Messages',
  sound,
  vibrate: true,
  ...(importance !== undefined && { importance }),
});

/** Longer than Android's pause between two alerts of an app. */
const LATER = 2000;

describe('a notification on the Pixel', () => {
  it('goes to the fall-back channel, sounds, and does not pop up whatever its priority', () => {
    const world = fcmWorld();
    const shown = sent(world, {
      notification,
      android: { priority: 'HIGH', notification: { notification_priority: 'PRIORITY_MAX' } },
    });
    expect(shown).toMatchObject({
      result: 'shown',
      sound: { played: 'default' },
      notification: { title: 'Order shipped', body: 'Parcel 42', headsUp: false, quiet: false, badge: null },
    });
    expect(world.device().android?.channels).toHaveProperty('fcm_fallback_notification_channel.importance', 3);
    expect(rulesOf(shown)).toContain('fcm-device-priority-ignored');
  });

  it('uses the channel that the app has made, with its sound and its pop-up', () => {
    const world = fcmWorld();
    withChannel(world, 'm', channel(4, 'dudulu'));
    const shown = sent(world, { notification, android: { notification: { channel_id: 'm', sound: 'hualala' } } });
    expect(shown).toMatchObject({ sound: { played: 'dudulu', vibrated: true }, notification: { headsUp: true } });
    expect(rulesOf(shown)).toContain('fcm-device-sound-ignored');
  });

  it('falls back from a channel that does not exist', () => {
    const world = fcmWorld();
    withChannel(world, 'm', channel(4));
    const shown = sent(world, { notification, android: { notification: { channel_id: 'typo' } } });
    expect(shown.notification).toMatchObject({ headsUp: false });
    expect(rulesOf(shown)).toContain('fcm-device-channel');
  });

  it('is handed to the app in front, and shown when the phone is locked', () => {
    const world = fcmWorld();
    world.process('foreground');
    expect(sent(world, { notification, data: { a: '1', 'gcm.x': '2' } })).toMatchObject({
      result: 'silent',
      callbacks: [{ name: 'onMessageReceived', data: { from: PROJECT_NUMBER, data: { a: '1' }, notification } }],
    });
    world.change({ locked: true });
    const shown = sent(world, { notification });
    expect(shown).toMatchObject({ result: 'shown', callbacks: [] });
    expect(rulesOf(shown)).toContain('fcm-device-locked');
  });

  it('does not show without the permission', () => {
    const world = fcmWorld();
    world.change({ permission: 'denied' });
    expect(sent(world, { notification })).toMatchObject({ result: 'suppressed', cause: 'android-permission' });
  });

  it('stacks without tag and replaces with one, and sounds again', () => {
    const world = fcmWorld();
    for (const body of ['a', 'b', 'c']) sent(world, { notification: { body } });
    expect(world.device().shade).toHaveLength(3);
    const tagged = (body: string) => sent(world, { notification: { body }, android: { notification: { tag: 'x' } } });
    tagged('d');
    world.now += LATER;
    expect(tagged('e').sound).toMatchObject({ played: 'default' });
    expect(world.device().shade.map(({ body }) => body)).toEqual(['e', 'c', 'b', 'a']);
  });

  it('adds its count to the dot, the last one of a tag only', () => {
    const world = fcmWorld();
    const counted = (notification_count: number, tag: string) =>
      sent(world, { notification, android: { notification: { notification_count, tag } } });
    for (const [count, tag] of [
      [3, 'a'],
      [4, 'b'],
      [5, 'c'],
    ] as const)
      counted(count, tag);
    expect(world.device().badge).toBe(12);
    counted(1, 'c');
    expect(world.device().badge).toBe(8);
  });

  it('with an old time does not pop up, yet sounds', () => {
    const world = fcmWorld();
    withChannel(world, 'm', channel(4));
    const event_time = new Date(world.now - 25 * 3_600_000).toISOString();
    const shown = sent(world, { notification, android: { notification: { channel_id: 'm', event_time } } });
    expect(shown).toMatchObject({ notification: { headsUp: false }, sound: { played: 'default' } });
  });

  it('shakes only while the ringer is on vibrate', () => {
    const world = fcmWorld();
    world.change({ ringer: 'vibrate' });
    expect(sent(world, { notification }).sound).toMatchObject({ played: null, vibrated: true });
  });

  it('tells the app on a tap where it came from, and what its data says', () => {
    const world = fcmWorld();
    const { notification: shown } = sent(world, { notification, data: { ext: '{"a":1}', b: '2' } });
    expect(shown).toMatchObject({
      ext: '{"a":1}',
      tap: {
        kind: 'open-app',
        target: 'com.example.app',
        data: {
          from: PROJECT_NUMBER,
          ext: '{"a":1}',
          b: '2',
          collapse_key: 'com.example.app',
          'google.ttl': 2_419_200,
        },
      },
    });
    const { notification: opened } = sent(world, { notification, android: { notification: { click_action: 'OPEN' } } });
    expect(opened?.tap).toMatchObject({ kind: 'open-page', target: 'OPEN' });
  });

  it('lets android override field by field, and ignores empty texts', () => {
    const shown = sent(fcmWorld(), { notification, android: { notification: { title: '', body: 'other' } } });
    expect(shown.notification).toMatchObject({ title: 'Order shipped', body: 'other' });
  });

  it('shows nothing in the place of a string of the app', () => {
    const shown = sent(fcmWorld(), {
      android: { notification: { title_loc_key: 'k', body: 'b', image: 'https://a/b.png' } },
    });
    expect(shown.notification).toMatchObject({ image: 'https://a/b.png' });
    expect(shown.notification).toMatchObject({ title: null, body: 'b' });
    expect(rulesOf(shown)).toEqual(
      expect.arrayContaining(['fcm-device-loc-key', 'fcm-device-no-title', 'fcm-device-image']),
    );
  });

  it('of the preview kind is translated', () => {
    const world = fcmWorld();
    const android_v2 = { remote_notification: { notification: { title: 'v2' } } };
    expect(sent(world, { android_v2 }).notification).toMatchObject({ title: 'v2' });
    expect(sent(world, { notification, android_v2: { background_sync: {} } })).toMatchObject({ result: 'silent' });
  });
});

describe('Android 7', () => {
  it.each([
    [{ sound: 'dudulu' }, 'dudulu'],
    [{ sound: 'missing' }, 'default'],
    [{ default_sound: true }, 'default'],
  ])('plays what %j asks for', (fields, played) => {
    const world = fcmWorld();
    android(world, '7.1');
    expect(sent(world, { notification, android: { notification: fields } }).sound).toMatchObject({ played });
  });

  it('is silent without a sound, and shakes when asked', () => {
    const world = fcmWorld();
    android(world, '7.1');
    expect(sent(world, { notification }).sound).toBeNull();
    const vibrate_timings = ['0s', '0.2s'];
    expect(sent(world, { notification, android: { notification: { vibrate_timings } } }).sound).toMatchObject({
      played: null,
      vibrated: true,
    });
  });
});

describe('what reaches the app or nobody', () => {
  it('data goes to the app, which is started for it', () => {
    expect(
      sent(fcmWorld(), { data: { a: '1' }, android: { collapse_key: 'k', priority: 'high', ttl: '60s' } }),
    ).toMatchObject({
      result: 'silent',
      callbacks: [
        {
          name: 'onMessageReceived',
          data: { data: { a: '1' }, collapseKey: 'k', priority: 'high', ttl: 60, notification: null },
        },
      ],
    });
  });

  it.each([
    ['fcm-device-services', { playServices: false }],
    ['fcm-device-region', { mainlandChina: true }],
  ])('%s', (cause, facts) => {
    const world = fcmWorld();
    world.change({ system: { ...world.device().system, ...facts } });
    expect(sent(world, { notification })).toMatchObject({ result: 'suppressed', cause });
  });

  it('passes in mainland China when the workspace says so', () => {
    const world = fcmWorld();
    world.profile = { ...world.profile, fcm: { ...world.profile.fcm, deliversInMainlandChina: true } };
    world.change({ system: { ...world.device().system, mainlandChina: true } });
    expect(sent(world, { notification }).result).toBe('shown');
  });

  it('is swallowed by gcm.n.noui', () => {
    const quiet = sent(fcmWorld(), { notification, data: { 'gcm.n.noui': '1' } });
    expect(quiet).toMatchObject({ result: 'silent', callbacks: [] });
  });

  const later = (change: (device: Device) => Partial<Device>) => {
    const world = fcmWorld();
    sent(world, { notification });
    const push = world.pushes[0] as AcceptedPush;
    world.change(change(world.device()));
    return world.deliver(push);
  };

  it('is dropped when the registration or the app is gone by then', () => {
    const gone = later(({ targets }) => ({ targets: targets.map((one) => ({ ...one, state: 'unregistered' })) }));
    expect(gone.cause).toBe('fcm-device-registered');
    expect(later(({ app }) => ({ app: { ...app, installed: false } })).cause).toBe('fcm-device-installed');
  });

  it('of a topic is dropped by an app with another package', () => {
    const world = fcmWorld();
    world.change({ targets: world.device().targets.map((target) => ({ ...target, topics: ['news'] })) });
    world.send(sendParts({ topic: 'news', notification, android: { restricted_package_name: 'com.other' } }));
    expect(world.presentations).toMatchObject([{ cause: 'fcm-device-package' }]);
  });

  it('has the priority that the workspace takes as default', () => {
    const world = fcmWorld();
    const priority = () => sent(world, { notification }).notification?.tap.data['google.original_priority'];
    expect(priority()).toBe('normal');
    world.profile = { ...world.profile, fcm: { ...world.profile.fcm, defaultPriority: 'high' } };
    expect(priority()).toBe('high');
  });
});
