import { describe, expect, it } from 'vitest';
import { asRequest, device, makeSimulator, type TestBench } from '../../testing/simulator.ts';
import { createHuawei } from './channel.ts';

/** 2026-11-02, midnight in China. */
const MIDNIGHT = Date.parse('2026-11-02T00:00:00+08:00');
const HOUR = 3_600_000;

function night(nightHold = true): TestBench {
  const bench = makeSimulator([createHuawei()], { startAt: MIDNIGHT });
  bench.simulator.setProfile({ huawei: { nightHold } });
  bench.simulator.patchDevice('huawei', { conditions: { screenOn: false } });
  return bench;
}

function post(bench: TestBench, path: string, type: string, body: string, token = '') {
  const headers = [['content-type', type] as const, ['authorization', `Bearer ${token}`] as const];
  const call = {
    protocol: 'http/1.1',
    method: 'POST',
    host: 'push-api.cloud.huawei.com',
    path,
    headers,
    body,
  } as const;
  return bench.simulator.receive('huawei', asRequest(call), null);
}

function send(bench: TestBench, android: object = {}): string {
  const [app] = bench.simulator.credentials().huawei.apps;
  const login = `grant_type=client_credentials&client_id=${app?.appId}&client_secret=${app?.appSecret}`;
  const { response } = post(bench, '/oauth2/v3/token', 'application/x-www-form-urlencoded', login);
  const { access_token: token } = JSON.parse(response.body) as { access_token: string };
  const message = {
    token: [device(bench, 'huawei').targets[0]?.token],
    android: { notification: { title: 't', body: 'b', click_action: { type: 3 } }, ...android },
  };
  return post(bench, `/v1/${app?.appId}/messages:send`, 'application/json', JSON.stringify({ message }), token)
    .exchangeId;
}

const fate = (bench: TestBench, id: string) => bench.simulator.exchange(id)?.deliveries[0];

describe('news and marketing at night', () => {
  it('wait for the morning', () => {
    const bench = night();
    const sent = send(bench);
    expect(fate(bench, sent)).toMatchObject({
      result: 'waiting',
      cause: 'huawei-device-night',
      trace: [{ params: { until: '2026-11-02 06:00:00' } }],
    });
    expect(bench.simulator.nextDue()).toBe(MIDNIGHT + 6 * HOUR);
    bench.advance(6 * HOUR - 1);
    bench.simulator.tick();
    expect(fate(bench, sent)?.result).toBe('waiting');
    bench.advance(1);
    bench.simulator.tick();
    expect(fate(bench, sent)).toMatchObject({ result: 'shown' });
    expect(fate(bench, send(bench))).toMatchObject({ result: 'shown' });
  });

  it('wait until somebody lights the screen', () => {
    const bench = night();
    const sent = send(bench);
    bench.simulator.act('huawei', { action: 'wakeUp' });
    expect(fate(bench, sent)).toMatchObject({ result: 'shown' });
    expect(fate(bench, send(bench))).toMatchObject({ result: 'shown' });
  });

  it('are lost with a ttl of 0, while service messages and workspaces without the rule know no night', () => {
    const bench = night();
    expect(fate(bench, send(bench, { ttl: '0s' }))).toMatchObject({ result: 'dropped', cause: 'huawei-device-night' });
    expect(fate(bench, send(bench, { category: 'IM' }))).toMatchObject({ result: 'shown' });
    const usual = night(false);
    expect(fate(usual, send(usual))).toMatchObject({ result: 'shown' });
  });
});
