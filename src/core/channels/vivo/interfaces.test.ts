import { describe, expect, it } from 'vitest';
import { notesOf, stopOf } from '../../testing/vendor-world.ts';
import {
  ALIAS,
  authBody,
  bodyOf,
  login,
  message,
  post,
  R1,
  R2,
  RO,
  RX,
  resultOf,
  send,
  setVivo,
  statisticsOf,
  vivoWorld,
} from './testing/world.ts';

const HOUR = 3_600_000;
describe('tokens', () => {
  it('look like UUIDs, are all different, and end after a day on the simulated clock', () => {
    const world = vivoWorld();
    const first = login(world);
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    world.now += 23 * HOUR;
    const second = login(world);
    expect(second).not.toBe(first);
    const use = (token: string): unknown =>
      resultOf(world.send({ path: '/message/send', headers: [['authtoken', token]], body: JSON.stringify(message()) }));
    expect([use(first), use(second)]).toEqual([0, 0]);
    world.now += HOUR;
    expect([use(first), use(second)]).toEqual([10000, 0]);
  });

  it('end with their app', () => {
    const world = vivoWorld();
    const headers = [['authtoken', login(world)]] as const;
    world.credentials = { ...world.credentials, vivo: { apps: [] } };
    const result = world.send({ path: '/message/send', headers, body: JSON.stringify(message()) });
    expect(resultOf(result)).toBe(10000);
    expect(stopOf(result)).toBe('vivo-token');
  });

  it('are given to 10 calls a second and no more, and to any number where the limit is off', () => {
    const world = vivoWorld();
    const ask = (): unknown => resultOf(world.send({ path: '/message/auth', body: authBody(world) }));
    expect(Array.from({ length: 11 }, ask)).toEqual([...Array.from({ length: 10 }, () => 0), 10093]);
    setVivo(world, { authPerSecond: 0 });
    expect(ask()).toBe(0);
  });

  it('show neither token nor secret in a trace', () => {
    const world = vivoWorld();
    const wrong = 'f'.repeat(32);
    const { trace } = world.send({ path: '/message/auth', body: authBody(world, { sign: wrong }) });
    expect(JSON.stringify(trace)).not.toContain('demo-secret');
    expect(JSON.stringify(trace)).not.toContain(wrong);
  });
});

describe('bodies', () => {
  it('lose no digit of ids that are sent as numbers', () => {
    const world = vivoWorld();
    const saved = bodyOf(post(world, '/message/saveListPayload', message({ regId: undefined })));
    const list = `{"regIds":["${R1}","${R2}"],"taskId":${saved.taskId},"requestId":98765432109876543210}`;
    const answer = bodyOf(post(world, '/message/pushToList', list));
    expect(answer).toMatchObject({ result: 0, requestId: '98765432109876543210' });
    const text = post(
      world,
      '/message/send',
      `{"regId":"${R1}","notifyType":4,"skipType":1,"requestId":"n",
      "title":"order: 1234567890123456789, done","content":"c \\" [1234567890123456789]","classification":1}`,
    );
    expect(resultOf(text)).toBe(0);
    expect(world.device().shade[0]).toMatchObject({
      title: 'order: 1234567890123456789, done',
      body: 'c " [1234567890123456789]',
    });
  });

  it('of more than 1 MiB are server faults', () => {
    const world = vivoWorld();
    const headers = [['authtoken', login(world)] as const];
    const request = {
      method: 'POST',
      path: '/message/send',
      host: null,
      headers,
      body: new Uint8Array(0),
      bodyTooLarge: true,
    };
    const connection = {
      id: 'c',
      protocol: 'http/1.1',
      tls: true,
      serverName: null,
      remote: '',
      clientCertificate: null,
    } as const;
    const result = world.channel.receive({ ...request, connection }, world.context);
    expect(result.response).toMatchObject({ status: 500, body: 'Internet server error!' });
    expect(stopOf(result)).toBe('vivo-body-size');
  });

  it('are told what was odd about them', () => {
    const notes = notesOf(send(vivoWorld(), { notifyType: '4', notifyTypo: 1, sendOnline: 'true', pushMode: 7 }));
    expect(notes).toEqual(
      expect.arrayContaining(['vivo-coerced', 'vivo-unknown-field', 'vivo-send-online', 'vivo-push-mode']),
    );
  });

  it('of the official SDK leave nothing to tell but the class', () => {
    const tags = { orTags: [], andTags: [], notTags: [] };
    const result = send(vivoWorld(), {
      title: 'Parcel 7',
      content: 'It is here',
      clientCustomMap: {},
      extra: {},
      tagExpression: tags,
    });
    expect(notesOf(result)).toEqual(['vivo-default-class']);
  });
});

describe('a single push', () => {
  it('names the app that an id belongs to', () => {
    const result = send(vivoWorld(), { regId: RO });
    expect(bodyOf(result)).toMatchObject({ result: 10302, invalidUser: { status: 1, userid: RO } });
    expect(notesOf(result)).toContain('vivo-other-app');
  });

  it('goes to the phone that set the alias last, and prefers the regId', () => {
    const world = vivoWorld();
    world.change(
      { targets: world.device('phone-2').targets.map((target) => ({ ...target, aliases: [ALIAS] })) },
      'phone-2',
    );
    expect(resultOf(send(world, { regId: undefined, alias: ALIAS }))).toBe(0);
    expect(world.pushes.map(({ deviceId }) => deviceId)).toEqual(['phone-2']);
    expect(notesOf(send(world, { alias: 'unknown' }))).toContain('vivo-alias-ignored');
    expect(bodyOf(send(world, { regId: undefined, alias: 'al3' }))).toEqual({ result: 10303, desc: 'alias 不合法' });
  });

  it('tests on test devices', () => {
    const world = vivoWorld();
    setVivo(world, { testDevices: 'all' });
    expect(resultOf(send(world, { pushMode: 1 }))).toBe(0);
    expect(world.device().shade).toHaveLength(1);
  });

  it('with a wrong target is remembered under no requestId', () => {
    const world = vivoWorld();
    expect(resultOf(send(world, { regId: RX, requestId: 'again' }))).toBe(10302);
    expect(resultOf(send(world, { requestId: 'again' }))).toBe(0);
  });

  it('has its life cut or set by the edition and the class', () => {
    const lives = (['tolerant', 'new'] as const).flatMap((era) =>
      [{ timeToLive: 999_999 }, {}, { classification: 1 }].map((change) => {
        const world = vivoWorld();
        setVivo(world, { era });
        send(world, change);
        return ((world.pushes[0]?.expiresAt ?? 0) - world.now) / 1000;
      }),
    );
    expect(lives).toEqual([604_800, 86_400, 86_400, 86_400, 28_800, 86_400]);
  });

  it.each([
    ['old', { title: '包'.repeat(21) }, 10056],
    ['old', { title: `${'包'.repeat(19)}🙂a` }, 0],
    ['old', { timeToLive: 604_801 }, 10059],
    ['mid', { timeToLive: 86_401 }, 10059],
    ['old', { regId: undefined, alias: 'a'.repeat(41) }, 10301],
    ['mid', { regId: undefined, alias: 'a'.repeat(41) }, 10303],
    ['old', { skipType: 2, skipContent: `http://${'a'.repeat(994)}` }, 10062],
    ['mid', { skipType: 2, skipContent: `http://${'a'.repeat(994)}` }, 0],
    ['mid', { skipType: 4, skipContent: 'a'.repeat(1025) }, 10069],
    ['new', { skipType: 4, skipContent: 'a'.repeat(1025) }, 0],
    ['old', { extra: { 'callback.param': 'a'.repeat(65) } }, 10306],
    ['new', { extra: { 'callback.param': 'a'.repeat(65) } }, 0],
  ] as const)('in the %s edition: %o gives %i', (era, change, code) => {
    const world = vivoWorld();
    setVivo(world, { era });
    expect(resultOf(send(world, change))).toBe(code);
  });

  it('in the old edition waits 900 seconds at least when it goes to many', () => {
    const world = vivoWorld();
    setVivo(world, { era: 'old' });
    expect(resultOf(post(world, '/message/all', message({ timeToLive: 899 })))).toBe(10059);
    expect(resultOf(send(world, { timeToLive: 899 }))).toBe(0);
  });

  it('is shown later with timedDisplay, and on arrival with a wrong one', () => {
    const world = vivoWorld();
    const showStartTime = world.now + HOUR;
    const due = send(world, { timedDisplay: { showStartTime, showEndTime: showStartTime + HOUR } });
    expect(notesOf(due)).toContain('vivo-timed-display-due');
    expect(due.effects.at(-1)).toMatchObject({ type: 'schedule', dueAt: showStartTime });
    expect(world.device().shade).toEqual([]);
    for (const showEndTime of [showStartTime - 1, showStartTime + 2 * HOUR, world.now + 25 * HOUR])
      expect(
        notesOf(send(world, { title: `${showEndTime}x`, timedDisplay: { showStartTime, showEndTime } })),
      ).toContain('vivo-timed-display');
    expect(world.device().shade).toHaveLength(3);
  });
});

describe('the same operational text', () => {
  it('reaches a phone once a day; system and test messages always', () => {
    const world = vivoWorld();
    setVivo(world, { testDevices: 'all' });
    send(world);
    const again = send(world);
    expect(resultOf(again)).toBe(0);
    expect(notesOf(again)).toContain('vivo-controlled');
    expect(world.presentations.map(({ cause }) => cause)).toEqual([null, 'vivo-device-repeat']);
    expect(statisticsOf(world, bodyOf(again).taskId)).toMatchObject([
      { target: 1, send: 0, receive: 0, controlled: 1 },
    ]);
    send(world, { classification: 1 });
    send(world, { classification: 1 });
    send(world, { pushMode: 1 });
    send(world, { regId: R2 });
    expect(world.device().shade).toHaveLength(4);
    expect(world.device('phone-2').shade).toHaveLength(1);
    world.now += 24 * HOUR;
    send(world);
    expect(world.device().shade).toHaveLength(5);
  });

  it('is sent again where the switch says so', () => {
    const world = vivoWorld();
    setVivo(world, { dropRepeatedText: false });
    send(world);
    send(world);
    expect(world.device().shade).toHaveLength(2);
  });
});

describe('message classes', () => {
  it('let the third operational message of the day, and any at night, be counted only', () => {
    const world = vivoWorld();
    setVivo(world, { messageClasses: true });
    for (const title of ['Parcel A1', 'Parcel A2', 'Parcel A3']) send(world, { title });
    expect(world.presentations.map(({ cause }) => cause)).toEqual([null, null, 'vivo-device-frequency']);
    world.now += 14 * HOUR;
    send(world, { title: 'Parcel A4' });
    send(world, { title: 'Parcel A5', classification: 1 });
    expect(world.presentations.slice(3).map(({ cause }) => cause)).toEqual(['vivo-device-night', null]);
  });

  it('stop within a send when the total is reached', () => {
    const world = vivoWorld();
    setVivo(world, { messageClasses: true, systemPerDay: 1 });
    expect(resultOf(post(world, '/message/all', message({ classification: 1 })))).toBe(0);
    expect(world.presentations.map(({ cause }) => cause)).toEqual([null, 'vivo-device-total']);
  });

  it('are decided by the category where the class is missing', () => {
    const world = vivoWorld();
    setVivo(world, { messageClasses: true });
    send(world, { category: 'IM', title: 'a1' });
    send(world, { category: 'MARKETING', title: 'b2' });
    expect(world.device().shade.map(({ quiet }) => quiet)).toEqual([true, false]);
  });

  it('let everybody be pushed to again on the next day in China', () => {
    const world = vivoWorld();
    setVivo(world, { messageClasses: true });
    const all = (): unknown => resultOf(post(world, '/message/all', message({ classification: 1 })));
    expect([all(), all()]).toEqual([0, 10254]);
    world.now += 24 * HOUR;
    expect(all()).toBe(0);
  });
});
