import { expect, it } from 'vitest';
import { createChannels } from '../channels/registry.ts';
import { testCredentials } from '../testing/credentials.ts';
import { asRequest, makeSimulator } from '../testing/simulator.ts';

it('tells every message that was thrown away why, and the newer ones that they wait', () => {
  const { simulator } = makeSimulator(createChannels());
  const { profile, ...rest } = simulator.workspace();
  simulator.load({ ...rest, profile: { ...profile, fcm: { ...profile.fcm, legacy: 'before' } } });
  simulator.act('pixel', { action: 'offline' });
  const to = rest.devices.find(({ id }) => id === 'pixel')?.targets[0]?.token;
  const call = {
    protocol: 'http/1.1',
    method: 'POST',
    host: 'fcm.googleapis.com',
    path: '/fcm/send',
    headers: [
      ['authorization', `key=${testCredentials.fcm.projects[0]?.serverKey}`],
      ['content-type', 'application/json'],
    ],
    body: JSON.stringify({ to, data: { n: '1' } }),
  } as const;
  const ids = Array.from({ length: 102 }, () => simulator.receive('fcm', asRequest(call), null).exchangeId);
  const causes = ids.map((id) => simulator.exchange(id)?.deliveries[0]?.cause);
  expect(causes.slice(0, 101)).toEqual(Array.from({ length: 101 }, () => 'fcm-device-too-many'));
  expect(causes[101]).toBe('device-stored');
});
