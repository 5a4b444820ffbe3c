import { describe, expect, it } from 'vitest';
import { createChannels } from '../channels/registry.ts';
import { presentScreen } from '../present/device.ts';
import { XIAOMI_SECRET } from '../testing/credentials.ts';
import { asRequest, makeSimulator, type TestBench } from '../testing/simulator.ts';

/** A Pixel whose Do not disturb hides everything, and what was sent to it. */
function silenced(count: number): TestBench {
  const bench = makeSimulator(createChannels());
  bench.simulator.patchDevice('pixel', { conditions: { dnd: 'priority', dndHides: 'everything' } });
  for (let n = 0; n < count; n++) {
    bench.send({ to: { c2c: 'user-fcm' } });
    bench.advance(2000);
  }
  return bench;
}

function pixel({ simulator }: TestBench) {
  const device = simulator.device('pixel');
  if (device === undefined) throw new Error('no pixel');
  return { device, screen: presentScreen(device) };
}

const shownIds = ({ simulator }: TestBench) => simulator.notifications().map(({ id }) => id);

describe('what Do not disturb hides altogether', () => {
  it('is not to be seen anywhere until it ends, and then stands in the shade without an alert', () => {
    const bench = silenced(2);
    expect([pixel(bench).screen.notifications, pixel(bench).device.badge, shownIds(bench)]).toEqual([[], 0, []]);
    const [newest] = bench.simulator.outcomes();
    expect(newest).toMatchObject({ delivered: false, cause: 'android-dnd-hidden', notification: null });
    const sounds = pixel(bench).device.soundLog.length;
    bench.simulator.patchDevice('pixel', { conditions: { dnd: 'off' } });
    expect(pixel(bench).screen.notifications).toHaveLength(2);
    expect(pixel(bench).device).toMatchObject({ badge: 2, soundLog: { length: sounds } });
    expect(bench.simulator.outcomes()[0]).toMatchObject({ delivered: true, reason: 'delivered' });
  });

  it('has the trace of its own phone when one push went to several', () => {
    const bench = makeSimulator(createChannels());
    bench.simulator.addDevice({ id: 'other', channel: 'xiaomi', token: 'other-regid' });
    bench.simulator.patchDevice('other', { permission: 'denied' });
    bench.simulator.patchDevice('xiaomi', { conditions: { dnd: 'total', dndHides: 'everything' } });
    const own = bench.simulator.device('xiaomi')?.targets[0]?.token ?? '';
    const body = new URLSearchParams({
      registration_id: `other-regid,${own}`,
      restricted_package_name: 'com.example.app',
      title: 't',
      description: 'd',
    });
    const headers = [
      ['authorization', `key=${XIAOMI_SECRET}`],
      ['content-type', 'application/x-www-form-urlencoded'],
    ] as const;
    const call = {
      protocol: 'http/1.1',
      method: 'POST',
      host: 'api.xmpush.xiaomi.com',
      path: '/v3/message/regid',
    } as const;
    const { exchangeId } = bench.simulator.receive(
      'xiaomi',
      asRequest({ ...call, headers, body: body.toString() }),
      null,
    );
    bench.simulator.patchDevice('xiaomi', { conditions: { dnd: 'off' } });
    const deliveries = bench.simulator.exchange(exchangeId)?.deliveries ?? [];
    const shown = deliveries.find(({ deviceId }) => deviceId === 'xiaomi');
    expect(shown?.result).toBe('shown');
    expect(shown?.trace.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['android-dnd', 'android-dnd-over']));
    expect(deliveries.find(({ deviceId }) => deviceId === 'other')).toMatchObject({ cause: 'android-permission' });
  });

  it('never shares an id with what is shown, before or after, on any phone', () => {
    const bench = silenced(2);
    bench.send({ to: { c2c: 'user-xiaomi' } });
    bench.simulator.patchDevice('pixel', { conditions: { dnd: 'off' } });
    bench.send({ to: { c2c: 'user-xiaomi' } });
    const ids = shownIds(bench);
    expect(new Set(ids).size).toBe(4);
    const inShades = ['pixel', 'xiaomi'].flatMap((id) => bench.simulator.device(id)?.shade.map((one) => one.id) ?? []);
    expect(inShades.toSorted()).toEqual(ids.toSorted());
    for (const [deviceId, notificationId] of [
      ['pixel', pixel(bench).device.shade[0]?.id],
      ['xiaomi', bench.simulator.device('xiaomi')?.shade[0]?.id],
    ]) {
      const tapped = bench.simulator.act(deviceId ?? '', { action: 'tap', notificationId: notificationId ?? '' });
      expect(tapped.ok).toBe(true);
    }
  });
});
