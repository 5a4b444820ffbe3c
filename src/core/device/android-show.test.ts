import { describe, expect, it } from 'vitest';
import type { AcceptedPush, ChannelId } from '../channels/types.ts';
import { makeDevice, TEST_TIME } from '../testing/fixtures.ts';
import { act } from './actions.ts';
import { type AndroidNotification, showNotification } from './android-show.ts';
import { arrive } from './arrival.ts';
import { recount } from './badge.ts';
import type { Device, Importance, Presentation } from './types.ts';

const ids = { next: (prefix: string) => prefix, bytes: (length: number) => new Uint8Array(length) };
const raw = (name: string) => `android.resource://com.example.app/raw/${name}`;

function pushOf(device: Device, id = 'p1'): AcceptedPush {
  return {
    id,
    channel: device.channel,
    deviceId: device.id,
    token: 't',
    app: device.app.name,
    payload: {},
    title: 'T',
    body: 'B',
    expiresAt: null,
    acceptedAt: TEST_TIME,
  };
}

/** Through a channel of importance 4 with the default sound and vibration, unless said otherwise. */
function wanted(
  rest: Partial<AndroidNotification> = {},
  channel: Partial<AndroidNotification['channel']> = {},
): AndroidNotification {
  return {
    title: 'T',
    body: 'B',
    ext: null,
    tap: { kind: 'open-app', target: null, data: {} },
    replaceKey: 'k1',
    channel: { id: 'c', name: 'Channel', importance: 4, sound: 'default', vibrate: true, ...channel },
    legacy: { sound: 'default', vibrate: true },
    ...rest,
  };
}

const phone = (overrides: Partial<Device> = {}, channel: ChannelId = 'fcm') => makeDevice(channel, overrides);
const system = (name: string, android = '15') => ({ ...phone().system, name, android });
const show = (device: Device, ...args: Parameters<typeof wanted>) =>
  showNotification(pushOf(device), device, TEST_TIME, [], wanted(...args));
const rulesOf = ({ trace }: Presentation) => trace.map((step) => `${step.rule}:${step.verdict}`);

/** Before what is looked at, by more than what limits alerts and updates. */
const EARLIER = TEST_TIME - 5000;

/** The phone after these notifications, one after another. */
function arriving(device: Device, ...all: readonly AndroidNotification[]): Device {
  return all.reduce((current, one, index) => {
    const push = pushOf(current, `p${index}`);
    const presentation = showNotification(push, current, EARLIER, [], one);
    const facts = { push, exchangeId: 'x', outcomeId: null, now: EARLIER, ids, notificationId: `n${index}` };
    return arrive(current, presentation, facts).device;
  }, device);
}

describe('permission', () => {
  it.each([
    ['granted', '15', 'shown'],
    ['denied', '15', 'suppressed'],
    ['denied', '7.1', 'suppressed'],
    ['notDetermined', '13', 'suppressed'],
    ['notDetermined', '12', 'shown'],
  ] as const)('%s on Android %s: %s', (permission, android, result) => {
    const shown = show(phone({ permission, system: system('Android', android) }));
    expect(shown.result).toBe(result);
    expect(shown.cause).toBe(result === 'shown' ? null : 'android-permission');
    expect(rulesOf(shown)[0]).toBe(`android-permission:${result === 'shown' ? 'pass' : 'stop'}`);
  });

  it('creates no channel when it is missing, and keeps what the vendor remembers', () => {
    const memory = { seenKeys: ['k'], lastAlertAt: null, channels: {} };
    const stopped = show(phone({ permission: 'denied' }), { memory, callbacks: [{ name: 'arrived', data: {} }] });
    expect(stopped).toMatchObject({ android: memory, notification: null, sound: null, callbacks: [] });
    expect(show(phone({ permission: 'denied' }))).not.toHaveProperty('android');
  });
});

describe('a sound that is not heard', () => {
  it.each<[string, Partial<Device>]>([
    ['Do not disturb', { conditions: { dnd: 'total' } }],
    ['the ringer', { ringer: 'silent' }],
  ])('tells of its file even when %s has the last word', (_name, state) => {
    const { sound } = show(phone(state), {}, { sound: raw('missing') });
    expect(sound).toMatchObject({ played: null, file: { name: 'missing', exists: false, playable: false } });
  });
});

describe('importance', () => {
  it.each<[Importance, object]>([
    [1, { sound: null, quiet: true, headsUp: false }],
    [2, { sound: null, quiet: true, headsUp: false }],
    [3, { sound: 'default', quiet: false, headsUp: false }],
    [4, { sound: 'default', quiet: false, headsUp: true }],
  ])('%i decides on sound, list and pop-up', (importance, expected) => {
    expect(show(phone(), {}, { importance }).notification).toMatchObject(expected);
  });

  it('0 drops it, and the channel stays as it was made', () => {
    const dropped = show(phone(), {}, { importance: 0 });
    expect(dropped).toMatchObject({ result: 'suppressed', cause: 'android-channel-off', sound: null });
    expect(dropped.android?.channels.c?.importance).toBe(0);
  });

  it('does not ring for what the vendor ranks as quiet', () => {
    const quiet = show(phone(), { quiet: true });
    expect(quiet).toMatchObject({ result: 'shown', sound: null, notification: { quiet: true, headsUp: false } });
  });
});

describe('channel', () => {
  it('is fixed by the push that made it', () => {
    const first = arriving(phone(), wanted({}, { sound: raw('dudulu'), importance: 3, vibrate: false }));
    expect(first.android?.channels.c).toEqual({
      name: 'Channel',
      importance: 3,
      sound: raw('dudulu'),
      vibrate: false,
    });
    const second = show(first, { replaceKey: 'k2' }, { sound: raw('hualala') });
    expect(second.sound).toMatchObject({ requested: raw('dudulu'), played: 'dudulu', vibrated: false });
    expect(second.notification?.headsUp).toBe(false);
    expect(rulesOf(second)).toContain('android-channel-kept:note');
    expect(rulesOf(show(first, {}, { sound: raw('dudulu'), importance: 3, vibrate: false }))).toContain(
      'android-channel-kept:pass',
    );
    expect(show(first, {}, { id: 'other', sound: raw('hualala') }).sound?.played).toBe('hualala');
  });

  it('of a workspace that was stored without importance has the default one', () => {
    const channels = { c: { name: 'old', sound: 'default', vibrate: false } };
    const device = phone({ android: { seenKeys: [], lastAlertAt: null, channels } });
    expect(show(device).notification).toMatchObject({ quiet: false, headsUp: false, sound: 'default' });
  });

  it('takes names of objects as ids like any other', () => {
    const shown = show(phone(), {}, { id: '__proto__' });
    expect(shown.result).toBe('shown');
    expect(rulesOf(show(phone(), {}, { id: 'constructor' }))).toContain('android-channel-made:note');
  });

  it('does not exist up to Android 7.1, where the push decides', () => {
    const old = phone({ system: system('Android', '7.1') });
    const shown = show(old, { legacy: { sound: raw('dudulu'), vibrate: false } });
    expect(shown.sound).toMatchObject({ played: 'dudulu', vibrated: false });
    expect(shown.android?.channels).toEqual({});
    expect(rulesOf(shown)).toContain('android-legacy:note');
    expect(show(old, { legacy: { sound: null, vibrate: false } }).sound).toBeNull();
  });
});

describe('sound', () => {
  it.each([
    [raw('dudulu'), 'dudulu'],
    ['/raw/hualala', 'hualala'],
    ['hualala', 'hualala'],
    ['hualala.mp3', 'hualala'],
    ['default', 'default'],
    [null, null],
    ['nope', null],
    ['android.resource://com.other/raw/dudulu', null],
    ['android.resource://com.example.app/2131689472', null],
  ])('%s plays %s', (sound, played) => {
    expect(show(phone(), {}, { sound }).sound).toMatchObject({ requested: sound, played, vibrated: true });
  });

  it.each([
    ['15', undefined, null, 'android-sound-missing:note'],
    ['15', 'default', 'default', 'android-sound-default:note'],
    ['7.1', undefined, 'default', 'android-sound-default:note'],
    ['7.1', 'silent', null, 'android-sound-missing:note'],
  ] as const)('a missing file on Android %s with the rule %s plays %s', (android, missingSound, played, rule) => {
    const device = phone({ system: system('Android', android) });
    const legacy = { sound: 'nope', vibrate: false };
    const shown = show(device, { legacy, ...(missingSound && { missingSound }) }, { sound: 'nope' });
    expect(shown.sound?.played).toBe(played);
    expect(rulesOf(shown)).toContain(rule);
  });

  it('does not play a file in a format that Android lacks', () => {
    const sounds = [{ name: 'x.aiff', soundId: 'x', container: 'aiff', codec: 'pcm', duration: 1 } as const];
    expect(show(phone({ sounds }), {}, { sound: 'x' }).sound?.played).toBeNull();
  });

  it.each([
    ['normal', 'default', true, { played: 'default', soundId: 'default-android', vibrated: true }],
    ['normal', 'default', false, { played: 'default', vibrated: false }],
    ['vibrate', 'default', false, { played: null, soundId: null, vibrated: true }],
    ['vibrate', null, true, { played: null, vibrated: true }],
    ['silent', 'default', true, { played: null, soundId: null, vibrated: false }],
  ] as const)('ringer %s, sound %s, vibration %s', (ringer, sound, vibrate, expected) => {
    const shown = show(phone({ ringer }), {}, { sound, vibrate });
    expect(shown.sound).toMatchObject(expected);
    expect(shown.notification).toMatchObject({ headsUp: true, vibrated: expected.vibrated });
  });

  it('is none for a channel without sound and vibration', () => {
    expect(show(phone(), {}, { sound: null, vibrate: false })).toMatchObject({ sound: null, result: 'shown' });
  });
});

describe('pop-up', () => {
  const hour = 3_600_000;
  it.each<[string, Partial<Device>, Partial<AndroidNotification>, boolean, string]>([
    ['stock', {}, {}, true, 'android-heads-up:pass'],
    ['locked', { locked: true }, {}, false, 'android-heads-up-locked:note'],
    ['25 h old', {}, { when: TEST_TIME - 25 * hour }, false, 'android-heads-up-old:note'],
    ['23 h old', {}, { when: TEST_TIME - 23 * hour }, true, 'android-heads-up:pass'],
    ['no time stamp', {}, { when: 0 }, true, 'android-heads-up:pass'],
    ['skin', { system: system('ColorOS') }, {}, false, 'android-heads-up-skin:note'],
    ['skin, allowed', { system: system('ColorOS'), settings: { popUps: true } }, {}, true, 'android-heads-up:pass'],
    ['switched off', { settings: { popUps: false } }, {}, false, 'android-heads-up-off:note'],
    ['silent ringer', { ringer: 'silent' }, {}, true, 'android-heads-up:pass'],
    ['Android 7', { system: system('Android', '7.1') }, {}, true, 'android-heads-up:pass'],
    [
      'Android 7 without alert',
      { system: system('Android', '7.1') },
      { legacy: { sound: null, vibrate: false } },
      false,
      'android-heads-up-alert:note',
    ],
  ])('%s', (_name, overrides, rest, headsUp, rule) => {
    const shown = show(phone(overrides), rest);
    expect(shown.notification).toMatchObject({ headsUp, quiet: false });
    expect(rulesOf(shown)).toContain(rule);
  });
});

describe('place in the shade', () => {
  it('replaces what stands under the same key, and alerts again', () => {
    const device = arriving(phone(), wanted(), wanted({ title: 'new' }));
    expect(device.shade.map((one) => one.title)).toEqual(['new']);
    expect(device.soundLog).toHaveLength(2);
    expect(rulesOf(show(device))).toContain('android-identity:note');
    expect(rulesOf(show(device, { replaceKey: 'k2' }))).toContain('android-identity:pass');
  });

  it('refuses the fifty-first of one app, but not an update', () => {
    const many = Array.from({ length: 50 }, (_, index) => wanted({ replaceKey: `k${index}` }));
    const full = arriving(phone(), ...many);
    expect(full.shade).toHaveLength(50);
    expect(show(full, { replaceKey: 'k7' }).result).toBe('shown');
    expect(show(full, { replaceKey: 'fresh' })).toMatchObject({ result: 'suppressed', cause: 'android-shade-full' });
    expect(show(full, { replaceKey: 'fresh', shadeLimit: 10 })).toMatchObject({ result: 'shown', shadeLimit: 10 });
  });
});

describe('icon', () => {
  const three = [3, 4, 5].map((count) => wanted({ replaceKey: `k${count}`, count }));

  it.each<[string, number, string]>([
    ['Android', 12, 'android-badge-dot:note'],
    ['One UI', 12, 'android-badge-count:note'],
    ['MIUI', 12, 'android-badge-count:note'],
    ['HyperOS', 12, 'android-badge-count:note'],
    ['Flyme', 12, 'android-badge-dot:note'],
    ['ColorOS', 12, 'android-badge-dot:note'],
    ['EMUI', 0, 'android-badge-kept:note'],
    ['HarmonyOS', 0, 'android-badge-kept:note'],
    ['FuntouchOS', 0, 'android-badge-kept:note'],
    ['OriginOS', 0, 'android-badge-kept:note'],
    ['Something new', 12, 'android-badge-dot:note'],
  ])('%s counts three notifications of 3, 4 and 5 as %i', (name, badge, rule) => {
    const device = arriving(phone({ system: system(name) }), ...three);
    expect(device.badge).toBe(badge);
    const again = show(device, { replaceKey: 'k5', count: 5 });
    expect(rulesOf(again)).toContain(rule);
    expect(again.notification?.badge).toBe(rule.startsWith('android-badge-dot') ? null : badge);
    const rest = recount({ ...device, shade: device.shade.slice(1) }, TEST_TIME);
    expect(rest.badge).toBe(badge === 0 ? 0 : 7);
  });

  it.each([
    ['EMUI', [5, 5, 5]],
    ['FuntouchOS', [5, 5, 5]],
    ['ColorOS', [5, 5, 5]],
    ['Android', [5, 1, 0]],
    ['MIUI', [5, 1, 0]],
  ] as const)('on %s a number from a push: written, after another push, after clearing', (name, expected) => {
    const set = arriving(phone({ system: system(name) }), wanted({ badge: 5 }));
    expect(set.badgeLog[0]?.by).toBe('push');
    const next = arriving(set, wanted());
    const cleared = act(next, { action: 'clear' }, { now: TEST_TIME, ids });
    expect([set.badge, next.badge, cleared.ok && cleared.value.device.badge]).toEqual(expected);
  });

  it.each([
    ['MIUI', 0],
    ['Android', 1],
    ['EMUI', 4],
  ] as const)('%s after the app was opened: %i', (name, badge) => {
    const device = arriving({ ...phone({ system: system(name), badge: 4 }) }, wanted());
    const opened = act(device, { action: 'launch' }, { now: TEST_TIME, ids });
    expect(opened.ok && opened.value.device.badge).toBe(badge);
  });

  it('is cleared by a push that writes 0', () => {
    const device = arriving(phone({ system: system('EMUI') }), wanted({ badge: 5 }), wanted({ badge: 0 }));
    expect(device.badge).toBe(0);
  });
});

it('carries what the vendor gave, after the steps that came before', () => {
  const device = phone();
  const before = [{ stage: 'device', rule: 'x', verdict: 'pass' }] as const;
  const callbacks = [{ name: 'arrived', data: {} }];
  const given = wanted({ pushId: 'own', ext: 'e', title: null, subtitle: 's', callbacks });
  const shown = showNotification(pushOf(device), device, TEST_TIME, before, given);
  expect(shown.trace[0]).toBe(before[0]);
  expect(shown.callbacks).toBe(callbacks);
  expect(shown.notification).toMatchObject({
    channel: 'fcm',
    app: 'com.example.app',
    pushId: 'own',
    ext: 'e',
    title: null,
    subtitle: 's',
    body: 'B',
    replaceKey: 'k1',
  });
  expect(show(device).notification?.pushId).toBe('p1');
});
