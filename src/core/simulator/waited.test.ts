import { describe, expect, it } from 'vitest';
import { createFcm } from '../channels/fcm/channel.ts';
import { act, first, makeSimulator, type TestBench } from '../testing/simulator.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;
const to = { c2c: 'user-fcm' };

/** A phone whose maker does not let the app start by itself. */
function kept(): TestBench {
  const bench = makeSimulator([createFcm()]);
  bench.simulator.patchDevice('pixel', { settings: { autoStart: false } });
  return bench;
}

describe('a message that waits for a phone that is online', () => {
  it('says so, also when a newer one has taken its place, and until it is over', () => {
    const bench = kept();
    const [older, newer] = [first(bench.send({ to })), first(bench.send({ to }))];
    const told = (id: string) => bench.simulator.outcome(id);
    expect(newer).toMatchObject({ delivered: false, reason: 'device-waiting', cause: 'fcm-device-autostart' });
    expect(told(older.id)).toMatchObject({ reason: 'device-waiting', cause: 'device-replaced' });
    bench.advance(WEEK);
    bench.simulator.tick();
    expect(told(newer.id)).toMatchObject({ delivered: false, reason: 'device-waiting', cause: 'device-waited' });
  });

  it('is delivered when the app is opened', () => {
    const bench = kept();
    const { id } = first(bench.send({ to }));
    act(bench, 'pixel', { action: 'launch' });
    expect(bench.simulator.outcome(id)).toMatchObject({ reason: 'device-suppressed', cause: 'device-suppressed' });
    expect(bench.events).toContainEqual(expect.objectContaining({ type: 'app-callback', name: 'onMessageReceived' }));
  });
});

it('a message that expired while the phone was offline says that, although it is looked at when the phone is back', () => {
  const bench = makeSimulator([createFcm()]);
  act(bench, 'pixel', { action: 'offline' });
  const { id } = first(bench.send({ to }));
  bench.advance(WEEK);
  act(bench, 'pixel', { action: 'online' });
  expect(bench.simulator.outcome(id)).toMatchObject({ reason: 'device-offline', cause: 'device-expired' });
});
