import { describe, expect, it } from 'vitest';
import { makeWorld, push } from '../channels/meizu/testing/world.ts';
import { Scene } from '../channels/oppo/testing/scene.ts';
import { createChannels } from '../channels/registry.ts';
import { asRequest, device, makeSimulator, type TestBench } from '../testing/simulator.ts';

const START = Date.parse('2026-11-02T10:00:00+08:00');
const HOUR = 3_600_000;

const start = (): TestBench => makeSimulator(createChannels(), { startAt: START });
const FORM = 'application/x-www-form-urlencoded';

interface Parts {
  readonly host: string;
  readonly path: string;
  readonly type?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body: string;
}

function post(bench: TestBench, channel: 'xiaomi' | 'huawei' | 'oppo', parts: Parts): Record<string, unknown> {
  const { host, path, type = FORM, headers = [], body } = parts;
  const given = [['content-type', type] as const, ...headers];
  const call = { protocol: 'http/1.1', method: 'POST', host, path, headers: given, body } as const;
  const { response } = bench.simulator.receive(channel, asRequest(call), null);
  expect(response.status).toBe(200);
  return JSON.parse(response.body) as Record<string, unknown>;
}

const query = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString();
const tokenOf = (bench: TestBench, id: string): string => device(bench, id).targets[0]?.token ?? '';

/** The phone's shade and badge just before and at the moment when its only notification shall leave. */
function around(bench: TestBench, id: string, ms: number): readonly (readonly [number, number])[] {
  const look = () => [device(bench, id).shade.length, device(bench, id).badge] as const;
  expect(bench.simulator.nextDue()).toBe(START + ms);
  bench.advance(ms - 1);
  bench.simulator.tick();
  const before = look();
  bench.advance(1);
  bench.simulator.tick();
  expect(bench.simulator.nextDue()).toBeNull();
  return [before, look()];
}

describe('a notification that stands for a limited time', () => {
  it.each([
    ['2001', 24],
    ['1001', 48],
  ])('leaves the shade of MIUI by its class: channel %s after %i hours', (channel, hours) => {
    const bench = start();
    bench.simulator.setProfile({ xiaomi: { messageClasses: true } });
    bench.simulator.patchDevice('xiaomi', { settings: { badges: true } });
    const credentials = bench.simulator.credentials();
    const [app] = credentials.xiaomi.apps;
    if (app === undefined) throw new Error('no app');
    const channels = [
      { id: '2001', name: 'News', kind: 'public' },
      { id: '1001', name: 'Orders', kind: 'private' },
    ] as const;
    bench.simulator.setCredentials({
      ...credentials,
      xiaomi: { apps: [{ ...app, channels, templates: [{ id: '1', title: 't', description: 'd' }] }] },
    });
    const fields = {
      restricted_package_name: 'com.example.app',
      title: 't',
      description: 'd',
      'extra.channel_id': channel,
    };
    const template = channel === '1001' ? { 'extra.template_id': '1', 'extra.template_param': '{}' } : {};
    const answer = post(bench, 'xiaomi', {
      host: 'api.xmpush.xiaomi.com',
      path: '/v3/message/regid',
      headers: [['authorization', `key=${app.appSecret}`]],
      body: query({ registration_id: tokenOf(bench, 'xiaomi'), ...fields, ...template }),
    });
    expect(answer).toMatchObject({ code: 0 });
    expect(around(bench, 'xiaomi', hours * HOUR)).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });

  it('stays where no classes are in force', () => {
    const bench = start();
    expect(bench.send({ to: { c2c: 'user-xiaomi' } })[0]?.delivered).toBe(true);
    expect(bench.simulator.nextDue()).toBeNull();
  });

  it('leaves the shade of EMUI after auto_clear', () => {
    const bench = start();
    const [app] = bench.simulator.credentials().huawei.apps;
    const login = {
      grant_type: 'client_credentials',
      client_id: app?.appId ?? '',
      client_secret: app?.appSecret ?? '',
    };
    const host = 'push-api.cloud.huawei.com';
    const { access_token: token } = post(bench, 'huawei', { host, path: '/oauth2/v3/token', body: query(login) });
    const notification = { title: 't', body: 'b', click_action: { type: 3 }, auto_clear: 60_000 };
    post(bench, 'huawei', {
      host,
      path: `/v1/${app?.appId}/messages:send`,
      type: 'application/json',
      headers: [['authorization', `Bearer ${token}`]],
      body: JSON.stringify({ message: { token: [tokenOf(bench, 'huawei')], android: { notification } } }),
    });
    expect(around(bench, 'huawei', 60_000).map(([length]) => length)).toEqual([1, 0]);
  });

  it('leaves the shade of ColorOS after show_ttl, and that of Flyme at the end of its display span', async () => {
    const scene = await Scene.open();
    await scene.unicast({ show_ttl: 60 });
    scene.advance(59_999);
    expect(scene.shade()).toHaveLength(1);
    scene.advance(1);
    expect(scene.shade()).toEqual([]);
    const world = makeWorld();
    const span = {
      fixDisplay: 1,
      fixStartDisplayTime: '2026-11-01 09:00:00',
      fixEndDisplayTime: '2026-11-01 10:00:00',
    };
    world.send(push({ advanceInfo: span }));
    expect(world.device().shade[0]?.leavesAt).toBe(Date.parse('2026-11-01T10:00:00+08:00'));
    world.send(push());
    expect(world.device().shade[0]).not.toHaveProperty('leavesAt');
  });
});
