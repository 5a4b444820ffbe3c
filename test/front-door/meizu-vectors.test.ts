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
