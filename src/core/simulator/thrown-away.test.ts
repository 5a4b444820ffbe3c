import { expect, it } from 'vitest';
import { createChannels } from '../channels/registry.ts';
import { testCredentials } from '../testing/credentials.ts';
import { asRequest, makeSimulator, type TestBench } from '../testing/simulator.ts';

/** FCM's old interface, and a Pixel that is offline; `push` takes what the message holds beside its target. */
function offline(): TestBench & { push(message: object): string } {
  const bench = makeSimulator(createChannels());
  const { simulator } = bench;
  const { profile, ...rest } = simulator.workspace();
  simulator.load({ ...rest, profile: { ...profile, fcm: { ...profile.fcm, legacy: 'before' } } });
  simulator.act('pixel', { action: 'offline' });
  const to = rest.devices.find(({ id }) => id === 'pixel')?.targets[0]?.token;
  const push = (message: object): string => {
    const call = {
      protocol: 'http/1.1',
      method: 'POST',
      host: 'fcm.googleapis.com',
      path: '/fcm/send',
      headers: [
        ['authorization', `key=${testCredentials.fcm.projects[0]?.serverKey}`],
        ['content-type', 'application/json'],
      ],
      body: JSON.stringify({ to, ...message }),
    } as const;
    return simulator.receive('fcm', asRequest(call), null).exchangeId;
  };
  return { ...bench, push };
}

const causeOf = ({ simulator }: TestBench, id: string) => simulator.exchange(id)?.deliveries[0]?.cause;

it('tells every message that was thrown away why, and the newer ones that they wait', () => {
  const bench = offline();
  const ids = Array.from({ length: 102 }, () => bench.push({ data: { n: '1' } }));
  const causes = ids.map((id) => causeOf(bench, id));
  expect(causes.slice(0, 101)).toEqual(Array.from({ length: 101 }, () => 'fcm-device-too-many'));
  expect(causes[101]).toBe('device-stored');
});

it('tells what had expired by the time a newer push came so, and not that the newer one took its place', () => {
  const bench = offline();
  const notification = { title: 't', body: 'b' };
  const first = bench.push({ notification, time_to_live: 60 });
  bench.advance(60_000);
  const second = bench.push({ notification, time_to_live: 61 });
  expect([first, second].map((id) => causeOf(bench, id))).toEqual(['device-expired', 'device-stored']);
  bench.advance(60_000);
  const third = bench.push({ notification, time_to_live: 60 });
  expect([second, third].map((id) => causeOf(bench, id))).toEqual(['device-superseded', 'device-stored']);
});
