import { describe, expect, it } from 'vitest';
import type { Device, Presentation } from '../../device/types.ts';
import type { VendorWorld } from '../../testing/vendor-world.ts';
import { form, liveView } from './testing/case.ts';
import { revoke, topic } from './testing/vectors.ts';
import {
  APP_ID,
  alert,
  hps,
  huaweiWorld,
  jwt,
  N1,
  notification,
  PROJECT,
  RECEIPT_URL,
  sendLegacy,
  sendV1,
  sendV3,
  setHuawei,
  T1,
  T2,
} from './testing/world.ts';

const IM = { category: 'IM' };
const LAUNCHER = 'com.example.app.MainActivity';

const v1 = (world: VendorWorld, own: object = {}, android: object = IM): Presentation => {
  world.send(sendV1(world, notification({ ...own }, android)));
  return last(world);
};
const last = (world: VendorWorld): Presentation => {
  const presentation = world.presentations.at(-1);
  if (presentation === undefined) throw new Error('nothing reached a phone');
  return presentation;
};
const system = (world: VendorWorld, patch: Partial<Device['system']>): void =>
  world.change({ system: { ...world.device().system, ...patch } });
const rulesOf = ({ trace }: Presentation): readonly string[] => trace.map(({ rule }) => rule);
const statuses = (world: VendorWorld): readonly unknown[] =>
  world.callbacks.flatMap(({ body }) =>
    (JSON.parse(body) as { statuses: readonly { status?: unknown }[] }).statuses.map(({ status }) => status),
  );

/** Longer than Android's pause between two alerts of an app. */
const LATER = 2000;

describe('a notification of v1', () => {
  it('rings as service, and is quiet as news and marketing or with low importance', () => {
    expect(v1(huaweiWorld())).toMatchObject({ result: 'shown', sound: { played: 'default', vibrated: true } });
    const marketing = v1(huaweiWorld(), {}, {});
    expect(marketing).toMatchObject({ result: 'shown', sound: null, notification: { quiet: true } });
    expect(rulesOf(marketing)).toContain('huawei-device-marketing');
    expect(v1(huaweiWorld(), { importance: 'LOW' })).toMatchObject({ sound: null, notification: { quiet: true } });
  });

  it('is not ranked on EMUI 9, with classes off, nor without the right as service', () => {
    const old = huaweiWorld();
    system(old, { version: '9.1', android: '9' });
    expect(v1(old, {}, {})).toMatchObject({ sound: { played: 'default' } });
    const off = huaweiWorld();
    setHuawei(off, { messageClasses: false });
    expect(v1(off, {}, {})).toMatchObject({ sound: { played: 'default' } });
    const without = huaweiWorld();
    setHuawei(without, { categoryRight: false });
    expect(v1(without)).toMatchObject({ sound: null });
  });

  it('counts the icon by the badge, never by itself', () => {
    const world = huaweiWorld();
    for (const expected of [1, 2, 3]) {
      v1(world, { badge: { class: LAUNCHER, add_num: 1 } });
      expect(world.device().badge).toBe(expected);
    }
    v1(world);
    v1(world, { badge: { add_num: 5 } });
    v1(world, { badge: { clazz: LAUNCHER, add_num: 5 } });
    expect(world.device().badge).toBe(3);
    v1(world, { badge: { class: LAUNCHER, set_num: 99 } });
    v1(world, { badge: { class: LAUNCHER } });
    expect(world.device().badge).toBe(100);
  });

  it('plays the sound of the first message only, and the default one for a missing file', () => {
    const own = (sound: string) => ({ default_sound: false, sound });
    const world = huaweiWorld();
    expect(v1(world, own('/raw/dudulu')).sound).toMatchObject({ played: 'dudulu' });
    world.now += LATER;
    expect(v1(world, own('/raw/hualala')).sound).toMatchObject({ played: 'dudulu' });
    world.now += LATER;
    expect(v1(world, { sound: '/raw/hualala' }).sound).toMatchObject({ played: 'default' });
    expect(v1(huaweiWorld(), own('/raw/nothing')).sound).toMatchObject({ played: 'default' });
  });

  it('uses a channel of the app only where its data is kept elsewhere', () => {
    const world = huaweiWorld();
    v1(world, { channel_id: 'orders' });
    expect(Object.keys(world.device().android?.channels ?? {})).toEqual(['hwpush_com.example.app_normal']);
    setHuawei(world, { dataLocation: 'elsewhere' });
    v1(world, { channel_id: 'orders' });
    expect(Object.keys(world.device().android?.channels ?? {})).toContain('orders');
  });

  it('takes the place of the same id or tag', () => {
    const world = huaweiWorld();
    v1(world, { notify_id: 7, title: 'first' });
    v1(world, { notify_id: 7, tag: 'x', title: 'second' });
    v1(world, { notify_id: 8, tag: 'y', title: 'third' });
    v1(world, { tag: 'y', title: 'fourth' });
    v1(world, { title: 'fifth' });
    v1(world, { title: 'sixth' });
    expect(world.device().shade.map(({ title }) => title)).toEqual(['sixth', 'fifth', 'fourth', 'second']);
  });

  it('goes to the app in front when it asks for it, from EMUI 9.1 on', () => {
    const world = huaweiWorld();
    world.process('foreground');
    expect(v1(world, { foreground_show: true }).result).toBe('shown');
    const kept = v1(world, { foreground_show: false });
    expect(kept).toMatchObject({ result: 'silent', callbacks: [{ name: 'onMessageReceived', data: { title: 't' } }] });
    system(world, { version: '9.0' });
    expect(v1(world, { foreground_show: false }).result).toBe('shown');
    system(world, { version: '10' });
    world.process('background');
    expect(v1(world, { foreground_show: false }).result).toBe('shown');
  });

  it('hands flat data to the page that a tap opens', () => {
    const world = huaweiWorld();
    const intent = 'intent://com.example.app/room#Intent;scheme=push;S.room=42;end';
    const android = { ...IM, data: '{"id":17}' };
    expect(v1(world, { click_action: { type: 1, intent } }, android).notification?.tap).toEqual({
      kind: 'open-page',
      target: intent,
      data: { room: '42', id: 17 },
    });
    expect(v1(world, {}, android).notification?.tap).toEqual({ kind: 'open-app', target: null, data: { id: 17 } });
    expect(v1(world, { click_action: { type: 2, url: 'https://example.com' } }, android).notification?.tap).toEqual({
      kind: 'open-web',
      target: 'https://example.com',
      data: {},
    });
    const nested = v1(world, {}, { ...IM, data: '{"a":{}}' });
    expect(nested.notification?.tap.data).toEqual({});
  });

  it('needs the profile to be bound', () => {
    const world = huaweiWorld();
    expect(v1(world, { profile_id: 'p' })).toMatchObject({ cause: 'huawei-device-profile' });
    setHuawei(world, { profilesBound: true });
    expect(v1(world, { profile_id: 'p' }).result).toBe('shown');
    expect(statuses(world)).toEqual([144, 0]);
  });

  it('is limited per day in China, and test messages are not', () => {
    const world = huaweiWorld();
    for (let index = 0; index < 3; index += 1) v1(world, {}, {});
    expect(last(world).cause).toBe('huawei-device-quota');
    expect(v1(world, {}, { target_user_type: 1 }).result).toBe('shown');
    world.now += 24 * 3_600_000;
    expect(v1(world, {}, {}).result).toBe('shown');
    setHuawei(world, { messagesPerDay: 1 });
    expect(v1(world).cause).toBe('huawei-device-daily');
    expect(statuses(world)).toEqual([0, 0, 102, 0, 0, 102]);
  });

  it('is acknowledged as not shown while notifications are off', () => {
    const world = huaweiWorld();
    world.change({ permission: 'denied' });
    expect(v1(world).cause).toBe('android-permission');
    expect(statuses(world)).toEqual([6]);
  });
});

describe('a data message', () => {
  const send = (world: VendorWorld, android: object = {}): Presentation => {
    world.send(sendV1(world, { token: [T1], data: 'sync', android }));
    return last(world);
  };

  it('needs the process, or the right to start it, and no notifications', () => {
    const world = huaweiWorld();
    world.change({ permission: 'denied' });
    expect(send(world)).toMatchObject({ result: 'suppressed', cause: 'huawei-device-process' });
    world.process('background');
    expect(send(world)).toMatchObject({
      result: 'silent',
      callbacks: [{ name: 'onMessageReceived', data: { data: 'sync' } }],
    });
    world.process('killed');
    setHuawei(world, { highDataRight: true });
    expect(send(world, { urgency: 'HIGH' })).toMatchObject({
      result: 'silent',
      callbacks: [{ name: 'onMessageReceived' }],
    });
    expect(statuses(world)).toEqual([27, 0, 0]);
  });
});

describe('the old interface', () => {
  it('shows with the system sound and hands customize over, unlimited and unranked', () => {
    const world = huaweiWorld();
    const ext = { customize: [{ ext: 'E' }, { room: '42' }], badgeAddNum: '2', badgeClass: LAUNCHER };
    for (let index = 0; index < 3; index += 1) {
      world.now += LATER;
      world.send(sendLegacy(world, { payload: hps({}, ext) }));
    }
    expect(world.device()).toMatchObject({ badge: 6 });
    expect(world.device().shade).toHaveLength(3);
    expect(last(world)).toMatchObject({ sound: { played: 'default', vibrated: true } });
    expect(last(world).notification).toMatchObject({
      ext: 'E',
      tap: {
        kind: 'open-app',
        target: 'com.example.app',
        data: { ext: 'E', room: '42', onEvent: [{ ext: 'E' }, { room: '42' }] },
      },
    });
  });

  it('gives transparent messages to the running app', () => {
    const world = huaweiWorld();
    world.process('background');
    world.send(sendLegacy(world, { payload: hps({ type: 1, body: { a: 1 } }) }));
    expect(last(world)).toMatchObject({
      result: 'silent',
      callbacks: [{ name: 'onPushMsg', data: { data: '{"a":1}' } }],
    });
  });

  it('can be ranked as news and marketing', () => {
    const world = huaweiWorld();
    setHuawei(world, { legacyClass: 'marketing' });
    world.send(sendLegacy(world));
    expect(last(world).sound).toBeNull();
  });
});

describe('v3', () => {
  it('leaves the icon alone without numbers, and asks for no class', () => {
    const world = huaweiWorld();
    world.change({ badge: 4 }, 'phone-3');
    for (const [badge, total] of [
      [{}, 4],
      [{ addNum: 2 }, 6],
      [{ addNum: 2, setNum: 0 }, 0],
    ] as const) {
      world.send(sendV3(world, alert({ badge })));
      expect(world.device('phone-3').badge).toBe(total);
    }
  });

  it('keeps the first of two messages with the same appMessageId within a day', () => {
    const world = huaweiWorld();
    const send = () => {
      world.send(sendV3(world, alert({ appMessageId: 'm 1' })));
      return last(world).cause;
    };
    expect([send(), send()]).toEqual([null, 'huawei-device-repeat']);
    world.now += 24 * 3_600_000;
    expect(send()).toBeNull();
  });

  it('revokes what stands under an id', () => {
    const world = huaweiWorld();
    for (const notifyId of [42, 43]) world.send(sendV3(world, alert({ notifyId })));
    world.send(revoke(world, { notifyId: 42, token: [N1] }));
    expect(world.device('phone-3').shade.map(({ replaceKey }) => replaceKey)).toEqual(['com.example.app#id=43#tag=']);
  });

  it('updates forms and live views without the shade, and rings the app for calls', () => {
    const world = huaweiWorld();
    world.send(sendV3(world, form(), { pushType: '1' }));
    expect(last(world)).toMatchObject({ result: 'silent', callbacks: [] });
    world.send(sendV3(world, form({ version: 0 }), { pushType: '1' }));
    world.send(sendV3(world, liveView(), { pushType: '7' }));
    world.send(sendV3(world, { extraData: 'ring' }, { pushType: '10' }));
    expect(last(world)).toMatchObject({
      result: 'silent',
      callbacks: [{ name: 'receiveMessage', data: { data: 'ring' } }],
    });
    world.send(sendV3(world, { extraData: 'later' }, { pushType: '6' }));
    expect(last(world).cause).toBe('huawei-device-process');
    const kinds = world.callbacks.map(({ body }) =>
      Object.keys((JSON.parse(body) as { statuses: [object] }).statuses[0]),
    );
    expect(kinds[0]).toEqual(['token', 'formStatus', 'pushType', 'appPackageName', 'biTag', 'requestId']);
    expect(kinds[2]).toEqual(['token', 'deliveryStatus', 'pushType', 'appPackageName', 'biTag', 'requestId']);
  });
});

describe('topics', () => {
  it('reach those who subscribed, by name and by condition', () => {
    const world = huaweiWorld();
    world.send(topic(world, 'subscribe', { topic: 'news', tokenArray: [T1, T2] }));
    world.now += 24 * 3_600_000;
    world.send(topic(world, 'subscribe', { topic: '体育', tokenArray: [T1] }));
    const list = JSON.parse(world.send(topic(world, 'list', { token: T1 })).response.body);
    expect(list).toMatchObject({
      msg: 'success',
      topics: [
        { name: 'news', addDate: '2026-11-01' },
        { name: '体育', addDate: '2026-11-02' },
      ],
    });
    const to = (target: object) => {
      world.presentations.splice(0);
      const { response } = world.send(sendV1(world, { ...notification({}, IM), token: undefined, ...target }));
      return [JSON.parse(response.body).code, world.presentations.length];
    };
    expect(to({ topic: 'news' })).toEqual(['80000000', 2]);
    expect(to({ condition: "'news' in topics && !('体育' in topics)" })).toEqual(['80000000', 1]);
    expect(to({ condition: "('a' in topics || 'news' in topics) && '体育' in topics" })).toEqual(['80000000', 1]);
    expect(to({ topic: 'nobody' })).toEqual(['80000000', 0]);
    world.send(topic(world, 'unsubscribe', { topic: 'news', tokenArray: [T2] }));
    expect(to({ topic: 'news' })).toEqual(['80000000', 1]);
  });
});

describe('who may send', () => {
  it('lets a service account use v1 and v2, and v2 every app of the project', () => {
    const world = huaweiWorld();
    for (const path of [`/v1/${APP_ID}/messages:send`, `/v2/${PROJECT}/messages:send`]) {
      const { response } = world.send({ ...sendV1(world, notification({}, IM), {}, jwt(world)), path });
      expect(JSON.parse(response.body).code).toBe('80000000');
    }
    expect(world.device().shade).toHaveLength(2);
  });

  it('forgets no access token with its memory, and knows none of another secret', () => {
    const world = huaweiWorld();
    const request = sendV1(world, notification({}, IM));
    world.state = world.channel.initialState();
    expect(JSON.parse(world.send(request).response.body).code).toBe('80000000');
    const [app, ...others] = world.credentials.huawei.apps;
    if (app === undefined) throw new Error('no app');
    const apps = [{ ...app, appSecret: 'changed' }, ...others];
    world.credentials = { ...world.credentials, huawei: { ...world.credentials.huawei, apps } };
    expect(JSON.parse(world.send(request).response.body).code).toBe('80200001');
  });

  it('ends an access token when the clock passes its hour', () => {
    const world = huaweiWorld();
    const request = sendV1(world, notification({}, IM));
    world.now += 3_599_999;
    expect(JSON.parse(world.send(request).response.body).code).toBe('80000000');
    world.now += 1;
    expect(JSON.parse(world.send(request).response.body).code).toBe('80200003');
    expect(JSON.parse(world.send(sendV1(world, notification({}, IM))).response.body).code).toBe('80000000');
  });
});

describe('uninstalling', () => {
  it('is known at once when the workspace says so', () => {
    const world = huaweiWorld();
    setHuawei(world, { uninstallKnown: 'at-once' });
    const { targets } = world.device();
    world.change({ targets: targets.map((target) => ({ ...target, state: 'unregistered' })) });
    expect(JSON.parse(world.send(sendV1(world, notification())).response.body).code).toBe('80300007');
    setHuawei(world, { uninstallKnown: 'later' });
    world.send(sendV1(world, notification()));
    expect(statuses(world)).toEqual([5]);
  });
});

it('receipts go to the app address unless the message names another', () => {
  const world = huaweiWorld();
  v1(world, {}, { ...IM, bi_tag: 'ship-17' });
  v1(world, {}, { ...IM, receipt_id: 'RCP01' });
  expect(world.callbacks.map(({ url }) => url)).toEqual([RECEIPT_URL, `${RECEIPT_URL}/signed`]);
});
