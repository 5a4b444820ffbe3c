import { describe, expect, it } from 'vitest';
import type { Presentation } from '../../device/types.ts';
import { WORLD_TIME } from '../../testing/vendor-world.ts';
import { entries } from '../kit/log.ts';
import { androidId, javaHash } from './identity.ts';
import { form, R1, receiptData, SEND, World } from './testing/world.ts';

function last(world: World): Presentation {
  const presentation = world.presentations.at(-1);
  if (!presentation) throw new Error('nothing was delivered');
  return presentation;
}

function send(world: World, fields: Parameters<typeof form>[0] = {}): Presentation {
  const answer = world.post(SEND, form(fields));
  expect(answer.body.code).toBe(0);
  return last(world);
}

const rulesOf = (presentation: Presentation): string[] => presentation.trace.map((step) => step.rule);
const callbackNames = (presentation: Presentation): string[] => presentation.callbacks.map(({ name }) => name);
const ofAndroid = (world: World, android: string): void =>
  world.change({ system: { ...world.device().system, android } });

describe('identity', () => {
  it('hashes like Java and builds the Android id that was measured', () => {
    expect(javaHash('hello')).toBe(99_162_322);
    expect(androidId('com.example.app', 7)).toBe(718_974_647);
  });

  it('divides negative hashes toward zero and wraps at 32 bits', () => {
    expect(javaHash('com.tencent.mm')).toBeLessThan(2 ** 31);
    const name = ['com.a', 'com.b', 'com.c', 'org.zzzzzz', 'net.demo.app'].find((item) => javaHash(item) < 0);
    expect(name).toBeDefined();
    const hash = javaHash(name ?? '');
    expect(androidId(name ?? '', 0)).toBe(Math.ceil(hash / 10) * 10);
    expect(androidId('com.example.app', 2 ** 31 - 1)).toBeLessThan(0);
  });
});

describe('a notification on the phone', () => {
  it('is drawn by the system service while the app is dead, without callbacks', () => {
    const world = new World();
    const shown = send(world, { payload: 'p', 'extra.notify_effect': '1' });
    expect(shown).toMatchObject({ result: 'shown', cause: null, badge: 'count', callbacks: [] });
    expect(shown.notification).toMatchObject({ title: 't', body: 'd', badge: 1, ext: 'p', quiet: false });
    expect(shown.sound).toMatchObject({
      requested: 'default',
      played: 'default',
      soundId: 'default-android',
      vibrated: true,
    });
  });

  it('calls onNotificationMessageArrived when a process lives', () => {
    const world = new World();
    world.process('background');
    expect(callbackNames(send(world))).toEqual(['onNotificationMessageArrived']);
  });

  it('takes ext from extra.ext before the payload', () => {
    const shown = send(new World(), { payload: 'p', 'extra.ext': 'e' });
    expect(shown.notification?.ext).toBe('e');
    expect(send(new World()).notification?.ext).toBeNull();
  });

  it('stays away in front of the app with notify_foreground=0, and shows otherwise (row 30)', () => {
    const world = new World();
    world.process('foreground');
    const handed = send(world, { 'extra.notify_foreground': '0' });
    expect(handed.result).toBe('silent');
    expect(callbackNames(handed)).toEqual(['onNotificationMessageArrived']);
    world.process('background');
    expect(send(world, { 'extra.notify_foreground': '0' }).result).toBe('shown');
    world.process('foreground');
    expect(send(world).result).toBe('shown');
  });

  it('is acknowledged but not shown when the user forbids notifications (row 32)', () => {
    const world = new World();
    world.change({ permission: 'denied' });
    const hidden = send(world, { 'extra.callback': 'http://127.0.0.1:9/cb', 'extra.callback.type': '3' });
    expect(hidden).toMatchObject({ result: 'suppressed', cause: 'android-permission', notification: null });
    const [entry] = Object.values(receiptData(world.callbacks[0]));
    expect(entry).toMatchObject({ type: 1, targets: R1, barStatus: 'Disable' });
  });

  it('asks for the permission only from Android 13 on', () => {
    const world = new World();
    world.change({ permission: 'notDetermined' });
    expect(send(world).cause).toBe('android-permission');
    ofAndroid(world, '12');
    expect(send(world).result).toBe('shown');
  });

  it('shows one of several messages with a job key and acknowledges both (row 28)', () => {
    const world = new World();
    expect(send(world, { 'extra.jobkey': 'j1' }).result).toBe('shown');
    const repeat = send(world, { 'extra.jobkey': 'j1' });
    expect(repeat).toMatchObject({ result: 'suppressed', cause: 'xiaomi-device-repeat' });
    expect(entries(world.kept.messages).map(({ delivered }) => delivered)).toEqual([1, 1]);
  });

  it('remembers exactly 25 keys', () => {
    const world = new World();
    send(world, { 'extra.jobkey': 'j0' });
    for (let index = 1; index <= 24; index += 1) send(world, { 'extra.jobkey': `j${index}`, notify_id: index });
    expect(send(world, { 'extra.jobkey': 'j0' }).cause).toBe('xiaomi-device-repeat');
    send(world, { 'extra.jobkey': 'j25' });
    expect(send(world, { 'extra.jobkey': 'j0', notify_id: 99 }).result).toBe('shown');
  });

  it('does nothing but acknowledge with extra.hide', () => {
    const world = new World();
    world.process('foreground');
    const hidden = send(world, { 'extra.hide': 'TRUE', 'extra.callback': 'http://127.0.0.1:9/' });
    expect(hidden).toMatchObject({ result: 'silent', notification: null, callbacks: [] });
    expect(world.callbacks).toHaveLength(1);
  });

  it('is dropped when the app is gone or the registration ended on the way', () => {
    const world = new World();
    send(world);
    const [push] = world.pushes;
    if (!push) throw new Error('no push');
    const device = world.device();
    world.change({ app: { ...device.app, installed: false } });
    expect(world.deliver(push)).toMatchObject({ result: 'suppressed', cause: 'xiaomi-device-installed' });
    expect(world.kept.invalidRegids).toEqual({ '2882303761517000001': [R1] });
    world.change({ ...device, targets: device.targets.map((item) => ({ ...item, state: 'unregistered' })) });
    expect(world.deliver(push)).toMatchObject({ result: 'suppressed', cause: 'xiaomi-device-registered' });
  });
});

describe('pass-through', () => {
  const fields = { pass_through: 1, payload: 'x', 'extra.callback': 'http://127.0.0.1:9/' };

  it('reaches a living app and shows nothing', () => {
    const world = new World();
    world.process('background');
    const handed = send(world, fields);
    expect(handed).toMatchObject({ result: 'silent', notification: null, sound: null });
    expect(callbackNames(handed)).toEqual(['onReceivePassThroughMessage']);
    expect(handed.callbacks[0]?.data).toMatchObject({ content: 'x', passThrough: 1 });
    expect(world.callbacks).toHaveLength(1);
  });

  it('is lost without receipt when the app does not run', () => {
    const world = new World();
    expect(send(world, fields)).toMatchObject({ result: 'suppressed', cause: 'xiaomi-device-process', callbacks: [] });
    expect(world.callbacks).toEqual([]);
    expect(entries(world.kept.messages)[0]?.delivered).toBe(0);
  });

  it('is not handed over twice under one job key', () => {
    const world = new World();
    world.process('foreground');
    send(world, { ...fields, 'extra.jobkey': 'j' });
    expect(send(world, { ...fields, 'extra.jobkey': 'j' }).cause).toBe('xiaomi-device-repeat');
  });
});

describe('sound and vibration', () => {
  it('is silent inside ten seconds up to Android 7, and rings from Android 8 on (row 33)', () => {
    const old = new World();
    ofAndroid(old, '7.1');
    expect(send(old, { notify_type: 1 }).sound?.played).toBe('default');
    old.now += 9_000;
    const second = send(old, { notify_type: 1 });
    expect(second.sound).toBeNull();
    expect(rulesOf(second)).toContain('xiaomi-device-window');
    old.now += 10_001;
    expect(send(old, { notify_type: 1 }).sound?.played).toBe('default');

    const modern = new World();
    send(modern, { notify_type: 1, 'extra.channel_id': '1001' });
    modern.now += 1_000;
    expect(send(modern, { notify_type: 1, 'extra.channel_id': '1001' }).sound?.played).toBe('default');
  });

  it('keeps the sound that the channel was made with (row 34)', () => {
    const world = new World();
    const uri = (name: string): string => `android.resource://com.example.app/raw/${name}`;
    const first = send(world, { 'extra.channel_id': '1001', 'extra.sound_uri': uri('dudulu') });
    expect(first.sound).toMatchObject({ requested: uri('dudulu'), played: 'dudulu', soundId: 'dudulu-wav' });
    world.now += 60_000;
    const second = send(world, { 'extra.channel_id': '1001', 'extra.sound_uri': uri('hualala') });
    expect(second.sound?.played).toBe('dudulu');
    expect(world.device().android?.channels['mipush_com.example.app_1001']).toMatchObject({ sound: uri('dudulu') });
  });

  it('names channels by notify_type without channel_id, and uses -100 inside the window', () => {
    const world = new World();
    send(world, { notify_type: 2 });
    world.now += 5_000;
    const second = send(world, { notify_type: 2 });
    expect(Object.keys(world.device().android?.channels ?? {})).toEqual([
      'mipush_com.example.app_2',
      'mipush_com.example.app_-100',
    ]);
    expect(second.sound).toMatchObject({ played: 'default', vibrated: false });
  });

  it.each([
    [0, null, false],
    [1, 'default', false],
    [2, null, true],
    [4, null, false],
    [3, 'default', true],
    [-1, 'default', true],
  ] as const)('reads notify_type %i', (notify_type, played, vibrated) => {
    const { sound } = send(new World(), { notify_type });
    expect({ played: sound?.played ?? null, vibrated: sound?.vibrated ?? false }).toEqual({ played, vibrated });
  });

  it('plays the default for a foreign sound uri and nothing for a missing file', () => {
    const foreign = send(new World(), { 'extra.sound_uri': 'android.resource://com.other/raw/dudulu' });
    expect(foreign.sound?.played).toBe('default');
    expect(rulesOf(foreign)).toContain('xiaomi-device-sound-foreign');
    const missing = send(new World(), { 'extra.sound_uri': 'android.resource://com.example.app/raw/nope' });
    expect(missing.sound).toMatchObject({ played: null, soundId: null, vibrated: true });
    expect(rulesOf(missing)).toContain('android-sound-missing');
  });

  it('obeys the ringer', () => {
    const world = new World();
    world.change({ ringer: 'vibrate' });
    expect(send(world, { notify_type: 1 }).sound).toMatchObject({ played: null, soundId: null, vibrated: true });
    world.change({ ringer: 'silent' });
    expect(send(world, { notify_type: 3 }).sound).toMatchObject({ played: null, soundId: null, vibrated: false });
  });

  it('is quiet for default and public messages once classes are on', () => {
    const world = new World();
    world.profile = { ...world.profile, xiaomi: { ...world.profile.xiaomi, messageClasses: true } };
    const shown = send(world);
    expect(shown).toMatchObject({ result: 'shown', sound: null });
    expect(shown.notification?.quiet).toBe(true);
  });

  it('does not call the past a window after the clock was set back', () => {
    const world = new World();
    ofAndroid(world, '7');
    send(world);
    world.now = WORLD_TIME - 3_600_000;
    expect(send(world).sound?.played).toBe('default');
  });
});

describe('tap', () => {
  const tapOf = (fields: Parameters<typeof form>[0]) => send(new World(), fields).notification?.tap;

  it('only calls back without notify_effect', () => {
    expect(tapOf({ payload: 'p' })).toMatchObject({
      kind: 'callback-only',
      target: null,
      data: { callback: 'onNotificationMessageClicked', message: { content: 'p' } },
    });
  });

  it('opens the app, a page, or the web', () => {
    expect(tapOf({ 'extra.notify_effect': 1 })).toMatchObject({ kind: 'open-app', target: 'com.example.app' });
    const intent = 'intent:#Intent;component=com.example.app/.DetailActivity;end';
    const page = tapOf({ 'extra.notify_effect': 2, 'extra.intent_uri': intent });
    expect(page).toMatchObject({ kind: 'open-page', target: intent, data: { key_message: { title: 't' } } });
    expect(page?.data).not.toHaveProperty('callback');
    expect(tapOf({ 'extra.notify_effect': 2, 'extra.class_name': 'com.example.app.Detail' })?.target).toBe(
      'com.example.app.Detail',
    );
    expect(tapOf({ 'extra.notify_effect': 3, 'extra.web_uri': 'example.org/a' })).toEqual({
      kind: 'open-web',
      target: 'http://example.org/a',
      data: {},
    });
    expect(tapOf({ 'extra.notify_effect': 3, 'extra.web_uri': 'https://example.org' })?.target).toBe(
      'https://example.org',
    );
  });

  it('opens nothing for an intent of another package', () => {
    const shown = send(new World(), {
      'extra.notify_effect': 2,
      'extra.intent_uri': 'intent:#Intent;component=com.other/.A;end',
    });
    expect(shown.notification?.tap).toMatchObject({ kind: 'open-page', target: null });
    expect(rulesOf(shown)).toContain('xiaomi-device-tap-foreign');
  });
});

describe('receipts', () => {
  const url = 'http://127.0.0.1:9/mi';

  it('posts delivered and clicked, one event each (row 31)', () => {
    const world = new World();
    const answer = world.post(
      SEND,
      form({
        'extra.callback': url,
        'extra.callback.param': 'o7',
        'extra.callback.type': 3,
        'extra.jobkey': 'order_7',
      }),
    );
    const id = String(answer.data?.id);
    const [push] = world.pushes;
    if (!push) throw new Error('no push');
    world.now += 500;
    world.tap(push);
    expect(world.callbacks.map((callback) => callback.url)).toEqual([url, url]);
    expect(world.callbacks[0]).toMatchObject({
      headers: [['content-type', 'application/x-www-form-urlencoded']],
      timeoutMs: 5000,
    });
    const [arrived, tapped] = world.callbacks.map(receiptData);
    expect(arrived).toEqual({
      [id]: { param: 'o7', type: 1, targets: R1, jobkey: 'order_7', barStatus: 'Enable', timestamp: WORLD_TIME },
    });
    expect(tapped).toEqual({
      [id]: { param: 'o7', type: 2, targets: R1, jobkey: 'order_7', timestamp: WORLD_TIME + 500 },
    });
  });

  it.each(['246', '4', 'abc', '-1', '999'])('sends none for callback.type %s', (type) => {
    const world = new World();
    send(world, { 'extra.callback': url, 'extra.callback.type': type });
    expect(world.callbacks).toEqual([]);
    const [push] = world.pushes;
    if (push) world.tap(push);
    expect(world.callbacks).toEqual([]);
  });

  it('sends only what was asked for', () => {
    const world = new World();
    send(world, { 'extra.callback': url, 'extra.callback.type': 2 });
    expect(world.callbacks).toEqual([]);
    const [push] = world.pushes;
    if (push) world.tap(push);
    expect(world.callbacks).toHaveLength(1);
  });

  it('tells invalid targets at once, with the kind of target', () => {
    const world = new World();
    const fields = { 'extra.callback': url, 'extra.callback.type': 243 };
    world.post(SEND, form({ ...fields, registration_id: 'R1,RX,RY' }));
    world.post('/v3/message/alias', form({ ...fields, alias: 'al1,none' }));
    world.post('/v2/message/user_account', form({ ...fields, user_account: 'acc1,nobody' }));
    const invalid = world.callbacks
      .flatMap((callback) => Object.values(receiptData(callback)))
      .filter((e) => e.type === 16);
    expect(invalid.map(({ targets, errorCode }) => [targets, errorCode])).toEqual([
      ['RX,RY', 1],
      ['none', 2],
      ['nobody', 3],
    ]);
  });

  it('tells phones that a filter leaves out', () => {
    const world = new World();
    send(world);
    world.post(SEND, form({ 'extra.callback': url, 'extra.callback.type': 64, 'extra.model': 'Redmi Note' }));
    expect(Object.values(receiptData(world.callbacks[0]))[0]).toMatchObject({ type: 64, targets: R1 });
    expect(world.presentations).toHaveLength(1);
  });
});
