import { describe, expect, it } from 'vitest';
import { createChannels } from '../channels/registry.ts';
import type { Channel, Effect } from '../channels/types.ts';
import { XIAOMI_SECRET } from '../testing/credentials.ts';
import { asRequest, makeSimulator, type TestBench } from '../testing/simulator.ts';

function post(bench: TestBench, path: string, body: string) {
  const call = {
    protocol: 'http/1.1',
    method: 'POST',
    host: 'api.xmpush.xiaomi.com',
    path,
    headers: [
      ['authorization', `key=${XIAOMI_SECRET}`],
      ['content-type', 'application/x-www-form-urlencoded'],
    ],
    body,
  } as const;
  const { response, exchangeId } = bench.simulator.receive('xiaomi', asRequest(call), null);
  const answer = JSON.parse(response.body) as { readonly code: number; readonly data?: { readonly id: string } };
  return { exchangeId, code: answer.code, id: answer.data?.id ?? '' };
}

const phone = (bench: TestBench) => bench.simulator.workspace().devices.find((one) => one.id === 'xiaomi');
const send = (bench: TestBench, notifyId: number) =>
  post(
    bench,
    '/v3/message/all',
    `title=t${notifyId}&description=d&notify_id=${notifyId}&restricted_package_name=com.example.app`,
  );

describe('pushes kept for an offline phone', () => {
  it('are dropped as revoked when the sender withdraws them; the others still arrive', () => {
    const bench = makeSimulator(createChannels());
    const { simulator, events } = bench;
    simulator.act('xiaomi', { action: 'offline' });
    const [back, stays] = [send(bench, 1), send(bench, 2)];
    expect(simulator.exchange(back.exchangeId)?.deliveries).toMatchObject([{ result: 'stored' }]);
    events.length = 0;
    expect(post(bench, '/v2/message/delete', `id=${back.id}`).code).toBe(0);
    expect(simulator.exchange(back.exchangeId)?.deliveries).toMatchObject([
      { result: 'revoked', cause: 'device-revoked', notificationId: null },
    ]);
    expect(simulator.exchange(stays.exchangeId)?.deliveries).toMatchObject([{ result: 'stored' }]);
    expect(events).toContainEqual({ type: 'device', deviceId: 'xiaomi' });
    simulator.act('xiaomi', { action: 'online' });
    expect(phone(bench)?.shade.map((one) => one.title)).toEqual(['t2']);
    expect(simulator.exchange(back.exchangeId)?.deliveries).toMatchObject([{ result: 'revoked' }]);
  });

  it('tell the outcome of the IM message what became of it', () => {
    const bench = makeSimulator(createChannels());
    const { simulator } = bench;
    simulator.act('xiaomi', { action: 'offline' });
    const [outcome] = bench.send({ to: { c2c: 'user-xiaomi' } });
    expect(outcome?.cause).toBe('device-stored');
    const pushId = simulator.exchange(outcome?.exchangeId ?? '')?.deliveries[0]?.pushId;
    expect(post(bench, '/v2/message/revoke', `msg_id=${pushId}`).code).toBe(0);
    const revoked = simulator.outcome(outcome?.id ?? '');
    expect(revoked).toMatchObject({ delivered: false, reason: 'device-revoked', cause: 'device-revoked' });
    expect(revoked?.trace.find((step) => step.verdict === 'stop')?.rule).toBe('device-revoked');
  });

  it('stay when another vendor uses the same id', () => {
    let pushId = '';
    const channels = createChannels().map((channel): Channel => {
      if (channel.definition.id !== 'xiaomi') return channel;
      const withdraw: Effect = {
        type: 'withdraw',
        get pushIds() {
          return [pushId];
        },
      };
      const response = { status: 200, headers: [], body: '{"code":0}' };
      return { ...channel, receive: () => ({ response, effects: [withdraw], trace: [], target: null, title: null }) };
    });
    const bench = makeSimulator(channels);
    const { simulator } = bench;
    simulator.act('iphone', { action: 'offline' });
    const [outcome] = bench.send({ to: { c2c: 'user-apns' } });
    pushId = simulator.exchange(outcome?.exchangeId ?? '')?.deliveries[0]?.pushId ?? '';
    expect(pushId).not.toBe('');
    expect(post(bench, '/v2/message/revoke', '').code).toBe(0);
    expect(simulator.outcome(outcome?.id ?? '')?.cause).toBe('device-stored');
  });
});
