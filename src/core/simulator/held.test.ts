import { describe, expect, it } from 'vitest';
import { createChannels } from '../channels/registry.ts';
import { testCredentials } from '../testing/credentials.ts';
import { asRequest, makeSimulator, type TestBench } from '../testing/simulator.ts';

const app = testCredentials.huawei.apps[0];
const FORM = ['content-type', 'application/x-www-form-urlencoded'] as const;

function post(bench: TestBench, path: string, headers: readonly (readonly [string, string])[], body: string) {
  const call = {
    protocol: 'http/1.1',
    method: 'POST',
    host: 'push-api.cloud.huawei.com',
    path,
    headers,
    body,
  } as const;
  const { response, exchangeId } = bench.simulator.receive('huawei', asRequest(call), null);
  return {
    exchangeId,
    answer: JSON.parse(response.body) as { readonly access_token?: string; readonly code?: string },
  };
}

const phone = (bench: TestBench) => bench.simulator.workspace().devices.find((one) => one.id === 'huawei');

/** A data message to the built-in phone, whose app has been swiped away. */
function sendData(bench: TestBench, data: string, android: object = {}): string {
  const form = `grant_type=client_credentials&client_id=${app?.appId}&client_secret=${app?.appSecret}`;
  const { access_token: token = '' } = post(bench, '/oauth2/v3/token', [FORM], form).answer;
  const message = { token: [phone(bench)?.targets[0]?.token], data, android };
  const headers = [['authorization', `Bearer ${token}`]] as const;
  const sent = post(bench, `/v1/${app?.appId}/messages:send`, headers, JSON.stringify({ message }));
  expect(sent.answer.code).toBe('80000000');
  return sent.exchangeId;
}

const deliveries = ({ simulator }: TestBench, exchangeId: string) => simulator.exchange(exchangeId)?.deliveries;
const handedOver = ({ events }: TestBench): readonly unknown[] =>
  events.flatMap((event) => (event.type === 'app-callback' ? [event.data.data] : []));

describe('messages that a phone keeps for an app that does not run', () => {
  it('are handed over in their order when the app starts, once', () => {
    const bench = makeSimulator(createChannels());
    const [first, second] = [sendData(bench, 'one'), sendData(bench, 'two', { ttl: '0s' })];
    expect(deliveries(bench, first)).toMatchObject([{ result: 'suppressed', cause: 'huawei-device-process' }]);
    expect(handedOver(bench)).toEqual([]);
    expect(bench.simulator.waitingFor('huawei')).toMatchObject([
      { kind: 'held', exchangeId: first, step: { rule: 'huawei-device-process' }, nextAt: null },
      { kind: 'held', exchangeId: second },
    ]);
    bench.simulator.act('huawei', { action: 'launch' });
    expect(bench.simulator.waitingFor('huawei')).toEqual([]);
    expect(handedOver(bench)).toEqual(['one', 'two']);
    expect(deliveries(bench, first)).toMatchObject([{ result: 'silent', cause: null }]);
    expect(deliveries(bench, first)?.[0]?.trace[0]).toMatchObject({ rule: 'device-held', verdict: 'note' });
    expect(deliveries(bench, second)).toMatchObject([{ result: 'silent', cause: null }]);
    bench.simulator.act('huawei', { action: 'kill', by: 'user' });
    bench.simulator.act('huawei', { action: 'launch' });
    expect(handedOver(bench)).toHaveLength(2);
  });

  it('are kept up to 200, are lost with the app, and forgotten by a reset', () => {
    const bench = makeSimulator(createChannels());
    for (let n = 0; n < 205; n++) sendData(bench, String(n));
    bench.simulator.act('huawei', { action: 'launch' });
    expect(handedOver(bench)).toEqual(Array.from({ length: 200 }, (_, n) => String(n + 5)));

    const gone = makeSimulator(createChannels());
    const lost = sendData(gone, 'x');
    gone.simulator.act('huawei', { action: 'uninstall' });
    gone.simulator.act('huawei', { action: 'install' });
    gone.simulator.act('huawei', { action: 'launch' });
    expect(handedOver(gone)).toEqual([]);
    expect(deliveries(gone, lost)).toMatchObject([{ result: 'suppressed' }]);

    const reset = makeSimulator(createChannels());
    sendData(reset, 'x');
    reset.simulator.load(reset.simulator.workspace());
    reset.simulator.act('huawei', { action: 'launch' });
    expect(handedOver(reset)).toEqual([]);
  });
});
