import { describe, expect, it } from 'vitest';
import { createChannels } from '../channels/registry.ts';
import { form, makeRequest } from '../channels/xiaomi/testing/world.ts';
import { testCredentials } from '../testing/credentials.ts';
import { makeSimulator, type TestBench } from '../testing/simulator.ts';

const channels = createChannels();
const MINUTE = 60_000;

const kept = ({ simulator }: TestBench, id: string) =>
  simulator.waitingFor(id).map(({ kind, step, nextAt }) => ({ kind, rule: step?.rule, nextAt }));

describe('what waits for a phone', () => {
  it('is kept by its vendor while the phone is offline, and told from what waits when it is back but asleep', () => {
    const bench = makeSimulator(channels);
    bench.simulator.patchDevice('pixel', { online: false, settings: { battery: 'restricted' } });
    bench.send({ to: { c2c: 'user-fcm' } });
    expect(kept(bench, 'pixel')).toEqual([{ kind: 'stored', rule: 'device-stored', nextAt: null }]);
    bench.simulator.patchDevice('pixel', { conditions: { doze: 'light' } });
    bench.simulator.patchDevice('pixel', { online: true });
    const window = bench.simulator.now() + 5 * MINUTE;
    expect(kept(bench, 'pixel')).toEqual([{ kind: 'waiting', rule: 'fcm-device-doze', nextAt: window }]);
    bench.advance(5 * MINUTE);
    bench.simulator.tick();
    expect(kept(bench, 'pixel')).toEqual([]);
  });

  it('stands in the shade unseen while Do not disturb hides everything', () => {
    const bench = makeSimulator(channels);
    bench.simulator.patchDevice('pixel', { conditions: { dnd: 'total', dndHides: 'everything' } });
    bench.send({ to: { c2c: 'user-fcm' } });
    expect(kept(bench, 'pixel')).toMatchObject([{ kind: 'hidden', nextAt: null }]);
    expect(kept(bench, 'pixel')[0]?.rule).toContain('dnd');
    bench.simulator.patchDevice('pixel', { conditions: { dnd: 'off' } });
    expect(kept(bench, 'pixel')).toEqual([]);
  });

  it('is held back by the vendor until the time that its sender named', () => {
    const bench = makeSimulator(channels);
    const token = bench.simulator.device('xiaomi')?.targets[0]?.token ?? '';
    const due = bench.simulator.now() + MINUTE;
    const key = `key=${testCredentials.xiaomi.apps[0]?.appSecret}`;
    const body = form({ registration_id: token, time_to_send: due });
    bench.simulator.receive('xiaomi', makeRequest('POST', '/v2/message/regid', { body, key }), null);
    expect(kept(bench, 'xiaomi')).toEqual([{ kind: 'scheduled', rule: 'device-scheduled', nextAt: due }]);
    bench.advance(MINUTE);
    bench.simulator.tick();
    expect(kept(bench, 'xiaomi')).toEqual([]);
  });

  it('changes nothing by being looked at, and is nobody else’s', () => {
    const bench = makeSimulator(channels);
    bench.simulator.patchDevice('iphone', { online: false });
    bench.send({ to: { c2c: 'user-apns' } });
    const before = bench.events.length;
    expect(bench.simulator.waitingFor('iphone')).toHaveLength(1);
    expect(bench.simulator.waitingFor('iphone')).toHaveLength(1);
    expect([bench.simulator.waitingFor('pixel'), bench.simulator.waitingFor('none')]).toEqual([[], []]);
    expect(bench.events.length).toBe(before);
    bench.simulator.patchDevice('iphone', { online: true });
    expect(bench.simulator.waitingFor('iphone')).toEqual([]);
  });
});
