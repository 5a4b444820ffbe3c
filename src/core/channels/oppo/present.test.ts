import { describe, expect, it } from 'vitest';
import type { Device } from '../../device/types.ts';
import { type RequestParts, VendorWorld } from '../../testing/vendor-world.ts';
import { createOppo } from './channel.ts';
import { withParameters } from './present-tap.ts';
import { R1, signOf, single } from './testing/scene.ts';

/** The phone's view of one unicast: what it made of the push, and its trace. */
function show(notification: object = {}, device: Partial<Device> = {}, message: object = {}, world = worldWith()) {
  world.change(device);
  const text = JSON.stringify(single({ ...notification }, { ...message }));
  const result = world.send(form('/message/notification/unicast', { auth_token: tokenOf(world), message: text }));
  expect(JSON.parse(result.response.body).code).toBe(0);
  const presentation = world.presentations.at(-1);
  if (presentation === undefined) throw new Error('nothing reached the phone');
  return { ...presentation, rules: presentation.trace.map(({ rule }) => rule) };
}

const worldWith = (oppo: Partial<VendorWorld['profile']['oppo']> = {}): VendorWorld => {
  const world = new VendorWorld(createOppo(), [R1]);
  world.profile = { ...world.profile, oppo: { ...world.profile.oppo, ...oppo } };
  return world;
};

const form = (path: string, fields: Record<string, string>): RequestParts => ({
  path: `/server/v1${path}`,
  headers: [['content-type', 'application/x-www-form-urlencoded']],
  body: new URLSearchParams(fields).toString(),
});

function tokenOf(world: VendorWorld): string {
  const timestamp = String(world.now);
  const sign = signOf('demo-key', timestamp, 'demo-master');
  const { response } = world.send(form('/auth', { app_key: 'demo-key', timestamp, sign }));
  return JSON.parse(response.body).data.auth_token;
}

const phone = (): Device => new VendorWorld(createOppo(), [R1]).device();

describe('what is kept from the shade', () => {
  it.each<[string, Partial<Device>, string]>([
    ['a dead registration', { targets: phone().targets.map((one) => ({ ...one, state: 'expired' as const })) }, ''],
    ['nobody has allowed notifications', { permission: 'notDetermined' }, 'oppo-device-off-by-default'],
    ['notifications are forbidden', { permission: 'denied' }, 'android-permission'],
  ])('%s', (_name, device, cause) => {
    if (cause === '') {
      const world = worldWith();
      show({}, {}, {}, world);
      const [push] = world.pushes;
      if (push === undefined) throw new Error('no push');
      world.change(device);
      expect(world.deliver(push)).toMatchObject({ result: 'suppressed', cause: 'oppo-device-registered' });
      return;
    }
    const shown = show({}, device);
    expect(shown).toMatchObject({ result: 'suppressed', cause, notification: null, callbacks: [] });
    expect(shown.rules.at(-1)).toBe(cause);
  });

  it('the app gone, and another id with verify_registration_id', () => {
    const world = worldWith();
    show({ title: 'first' }, {}, { verify_registration_id: true }, world);
    const [push] = world.pushes;
    if (push === undefined) throw new Error('no push');
    const device = world.device();
    world.change({ app: { ...device.app, installed: false } });
    expect(world.deliver(push).cause).toBe('oppo-device-installed');
    const newer = device.targets.map((one) => ({ ...one, token: `CN_${'9'.repeat(32)}` }));
    world.change({ app: device.app, targets: [...device.targets, ...newer] });
    expect(world.deliver(push).cause).toBe('oppo-device-verify');
  });

  it('a channel that nobody made, from Android 8 on', () => {
    const system = { ...phone().system, android: '7.1' };
    expect(show({ channel_id: 'chat' })).toMatchObject({ result: 'suppressed', cause: 'oppo-device-channel' });
    expect(show({ channel_id: 'chat' }, { system }).result).toBe('shown');
    const world = worldWith();
    const apps = world.credentials.oppo.apps.map((app) => ({
      ...app,
      channels: [{ id: 'chat', kind: 'private' as const }],
    }));
    world.credentials = { ...world.credentials, oppo: { apps } };
    expect(show({ channel_id: 'chat' }, {}, {}, world).result).toBe('shown');
    const own = { chat: { name: 'Chat', sound: 'dudulu', vibrate: true, importance: 4 as const } };
    const android = { seenKeys: [], lastAlertAt: null, channels: own };
    const loud = show({ channel_id: 'chat' }, { android });
    expect(loud).toMatchObject({ result: 'shown', sound: { played: 'dudulu', vibrated: true } });
  });
});

describe('what is shown', () => {
  it('without channel or category: the SDK’s channel, its sound, no banner, in front as well', () => {
    for (const process of ['killed', 'background', 'foreground'] as const) {
      const shown = show({}, { app: { ...phone().app, process } });
      expect(shown).toMatchObject({
        result: 'shown',
        sound: { played: 'default', vibrated: false },
        notification: { title: 't', body: 'c', quiet: false, headsUp: false, tap: { kind: 'open-app' } },
        callbacks: [],
      });
      expect(Object.keys(shown.android?.channels ?? {})).toEqual(['Heytap PUSH']);
    }
  });

  it.each<[string, object, string, object]>([
    ['level 1', { category: 'IM', notify_level: 1 }, 'oppo-device-level-shade', { quiet: true, headsUp: false }],
    ['a category alone', { category: 'IM' }, 'oppo-device-level-lock', { quiet: true, headsUp: false }],
    ['level 16', { category: 'IM', notify_level: 16 }, 'oppo-device-level-strong', { quiet: false, headsUp: true }],
    ['marketing', { category: 'MARKETING', notify_level: 16 }, 'oppo-device-content-class', { quiet: true }],
  ])('%s', (_name, notification, rule, expected) => {
    const shown = show(notification);
    expect(shown.notification).toMatchObject(expected);
    expect(shown.rules).toContain(rule);
    const loud = rule === 'oppo-device-level-strong';
    if (loud) expect(shown.sound).toMatchObject({ played: 'default', vibrated: true });
    else expect(shown.sound).toBeNull();
    expect(shown.rules.includes('oppo-device-banner')).toBe(loud);
  });

  it('no banner of level 16 against the lock screen or the user', () => {
    const strong = { category: 'IM', notify_level: 16 };
    expect(show(strong, { locked: true }).notification?.headsUp).toBe(false);
    const world = worldWith();
    world.change({ settings: { popUps: true } });
    expect(show(strong, {}, {}, world).notification?.headsUp).toBe(true);
  });

  it('on the new scheme, a message without category is content', () => {
    const shown = show({}, {}, {}, worldWith({ messageClasses: 'new' }));
    expect(shown.notification?.quiet).toBe(true);
    expect(Object.keys(shown.android?.channels ?? {})).toEqual(['push_oplus_category_content']);
  });

  it('50 characters of one line, 128 of long text, an emoji being one', () => {
    const cut = show({ content: '😀'.repeat(60) });
    expect(cut.notification?.body).toBe('😀'.repeat(50));
    expect(cut.rules).toContain('oppo-device-content-cut');
    const full = show({ style: 2, content: '字'.repeat(128), sub_title: 'sub' });
    expect(full.notification).toMatchObject({ body: '字'.repeat(128), subtitle: 'sub' });
    expect(full.rules).toContain('oppo-device-style');
  });

  it.each<[object, object]>([
    [{ action_parameters: '{"a":1}' }, { kind: 'open-app', target: 'com.example.app', data: { a: 1 } }],
    [
      { click_action_type: 1, click_action_activity: 'act.ion', action_parameters: '{"a":1}' },
      { kind: 'open-page', target: 'act.ion', data: { a: 1 } },
    ],
    [
      { click_action_type: 4, click_action_activity: 'com.example.Page' },
      { kind: 'open-page', target: 'com.example.Page', data: {} },
    ],
    [
      {
        click_action_type: 2,
        click_action_url: 'https://example.com/?x=1#y',
        action_parameters: '{"a b":"c&d","n":{"k":1}}',
      },
      { kind: 'open-web', target: 'https://example.com/?x=1&a%20b=c%26d&n=%7B%22k%22%3A1%7D#y', data: {} },
    ],
    [
      { click_action_type: 5, click_action_url: 'intent://x#Intent;end', action_parameters: '{"a":1}' },
      { kind: 'open-page', target: 'intent://x#Intent;end', data: { a: 1 } },
    ],
  ])('a tap on %o', (notification, expected) => {
    expect(show(notification).notification?.tap).toEqual(expected);
  });

  it('parameters join whatever query there is', () => {
    expect(withParameters('https://e.com', { a: 1 })).toBe('https://e.com?a=1');
    expect(withParameters('https://e.com?', { a: 1 })).toBe('https://e.com?a=1');
    expect(withParameters('https://e.com#f', {})).toBe('https://e.com#f');
    expect(() => withParameters('x', { '\uD800': '\uD800' })).not.toThrow();
  });
});

describe('the icon', () => {
  const number = (oppo: object, notification: object, device: Partial<Device> = {}) =>
    show(notification, device, {}, worldWith(oppo)).badge;

  it('shows a dot unless the app is approved for numbers', () => {
    expect(number({}, { badge_operation_type: 0, badge_message_count: 5 })).toBe('count');
    expect(number({ badgeNumbers: true }, {})).toBe('count');
  });

  it('is set by operation 0, and raised by 1 from Android 11 on', () => {
    const on = { badgeNumbers: true };
    expect(number(on, { badge_operation_type: 0, badge_message_count: 5 })).toBe(5);
    expect(number(on, { badge_operation_type: 0 })).toBe(0);
    expect(number(on, { badge_operation_type: 1 }, { badge: 4 })).toBe(5);
    const system = { ...phone().system, android: '10' };
    expect(number(on, { badge_operation_type: 1 }, { badge: 4, system })).toBe('count');
  });
});
