import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMeizu } from '../../src/core/channels/meizu/channel.ts';
import { VECTORS } from '../../src/core/channels/meizu/testing/vectors.ts';
import { type Answer, BY_PUSH_ID, makeWorld, push } from '../../src/core/channels/meizu/testing/world.ts';
import { openVendorDoor, TRANSPORTS, type VendorDoor } from './vendor-door.ts';

let door: VendorDoor;
beforeAll(async () => {
  door = await openVendorDoor(createMeizu());
});
afterAll(() => door.close());

describe.each(TRANSPORTS)('vectors of the server API over %s', (transport) => {
  it.each(VECTORS)('row $row', async ({ steps, profile, shade }) => {
    const world = makeWorld();
    world.profile = { ...world.profile, meizu: { ...world.profile.meizu, ...profile } };
    const simulator = door.begin(world);
    const earlier: Answer[] = [];
    for (const { request, answer } of steps) {
      const got = await door.send(transport, request(earlier));
      expect(got).toMatchObject({ status: 200, headers: { 'content-type': 'application/json; charset=UTF-8' } });
      const body = JSON.parse(got.body) as Answer;
      const { keys, value, ...members } = answer;
      expect(body).toMatchObject(members);
      if (value !== undefined) expect(body.value).toEqual(value);
      if (keys) expect(Object.keys(body)).toEqual(keys);
      earlier.push(body);
    }
    if (shade === undefined) return;
    const { shade: shown = [] } = simulator.device('phone-1') ?? {};
    expect(shown).toHaveLength(shade.count);
    if (shade.title !== undefined) expect(shown[0]?.title).toBe(shade.title);
    if (shade.body !== undefined) expect(shown[0]?.body).toBe(shade.body);
  });
});

describe('vectors of the phone', () => {
  const receipt = { callback: 'http://127.0.0.1:9/mz', 'callback.param': 'o7' };

  it('row 33: receipts after delivery and tap', async () => {
    const simulator = door.begin(makeWorld());
    const bodies: URLSearchParams[] = [];
    simulator.subscribe(({ event }) => {
      if (event.type === 'callback') bodies.push(new URLSearchParams(event.callback.body));
    });
    const { msgId } = JSON.parse((await door.send('HTTP/1.1 over TLS', push({ extra: receipt }))).body) as Answer;
    const [shown] = simulator.device('phone-1')?.shade ?? [];
    simulator.act('phone-1', { action: 'tap', notificationId: shown?.id ?? '' });
    const entry = (type: number) => ({ [`${String(msgId)}-${type}`]: { param: 'o7', type, targets: ['PID0001'] } });
    expect(bodies.map((body) => JSON.parse(body.get('cb') ?? '') as unknown)).toEqual([entry(1), entry(2)]);
    expect(bodies.map((body) => body.has('access_token'))).toEqual([true, true]);
  });

  it('row 34: silence, no badge of the push, the default tone only', async () => {
    const world = makeWorld();
    const simulator = door.begin(world);
    await door.send('HTTP/1.1', push({ advanceInfo: { notificationType: { sound: 0 } } }));
    // Android lets an app ring or shake the phone once a second.
    world.now += 2000;
    await door.send('HTTP/1.1', push({ advanceInfo: { badge: 7, notificationType: { sound: 'ding' } } }));
    const phone = simulator.device('phone-1');
    expect(phone?.shade.map(({ sound }) => sound)).toEqual(['default', null]);
    expect(phone?.badge).toBe(2);
  });

  it('row 35: a phone that is away', async () => {
    const world = makeWorld();
    const simulator = door.begin(world);
    simulator.patchDevice('phone-1', { online: false });
    await door.send('HTTP/1.1', push({ pushTimeInfo: { offLine: 0 } }));
    await door.send('HTTP/1.1', push({ pushTimeInfo: { offLine: 1, validTime: 1 } }));
    await door.send('HTTP/1.1', push({ pushTimeInfo: { validTime: 3 } }, { title: 'late' }));
    world.now += 2 * 3_600_000;
    simulator.tick();
    simulator.patchDevice('phone-1', { online: true });
    expect(simulator.device('phone-1')?.shade.map(({ title }) => title)).toEqual(['late']);
  });
});

describe('hosts and headers', () => {
  it('every host takes every path, and the headers are those of the real server', async () => {
    for (const host of createMeizu().definition.hosts) {
      const simulator = door.begin(makeWorld());
      const answer = await door.send('HTTP/1.1 over TLS', { ...push(), host });
      expect(answer).toMatchObject({
        status: 200,
        headers: { server: 'nginx', 'content-language': 'zh-CN', expires: 'Thu, 01 Jan 1970 00:00:00 GMT' },
      });
      expect(answer.headers['set-cookie']).toMatch(/^JSESSIONID=[0-9A-F]{32};Path=\/$/);
      expect(simulator.device('phone-1')?.shade).toHaveLength(1);
    }
  });

  it('an address alone is enough: the path says which vendor is meant', async () => {
    const simulator = door.begin(makeWorld());
    const answer = await door.send('HTTP/1.1', { ...push(), host: '127.0.0.1' });
    expect(JSON.parse(answer.body)).toMatchObject({ code: '200' });
    expect(simulator.device('phone-1')?.shade).toHaveLength(1);
  });

  it('an unknown path gets 404 without a body', async () => {
    door.begin(makeWorld());
    const answer = await door.send('HTTP/1.1', { ...push(), path: `${BY_PUSH_ID}/` });
    expect(answer).toMatchObject({ status: 404, body: '' });
  });
});
