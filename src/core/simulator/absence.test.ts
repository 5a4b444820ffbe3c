import { describe, expect, it } from 'vitest';
import { createChannels } from '../channels/registry.ts';
import { act, device, first, makeSimulator, type TestBench } from '../testing/simulator.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = 1_764_000_000_000;

const stateOf = (bench: TestBench, id: string) => device(bench, id).targets[0]?.state;

describe.each([
  ['xiaomi', 'xiaomi', 90],
  ['vivo', 'vivo', 90],
  ['meizu', 'meizu', 30],
  ['fcm', 'pixel', 270],
] as const)('a phone of %s that stays offline', (channel, id, days) => {
  it(`loses its registration after ${days} days`, () => {
    const bench = makeSimulator(createChannels(), { startAt: START });
    act(bench, id, { action: 'offline' });
    expect(bench.simulator.nextDue()).toBe(START + days * DAY);
    bench.advance(days * DAY - 1);
    bench.simulator.tick();
    expect(stateOf(bench, id)).toBe('active');
    bench.advance(1);
    bench.simulator.tick();
    expect(device(bench, id).targets[0]).toMatchObject({ state: 'expired', since: START + days * DAY });
    expect(bench.simulator.nextDue()).toBeNull();
    act(
      bench,
      id,
      { action: 'online' },
      { action: 'login', userId: `user-${channel}` },
      { action: 'kill', by: 'user' },
    );
    expect(device(bench, id).targets.map(({ state }) => state)).toEqual(['expired', 'active']);
    expect(first(bench.send({ to: { c2c: `user-${channel}` } }))).toMatchObject({ delivered: true });
  });

  it('keeps it when it was online in between, and is refused with the old one', () => {
    const bench = makeSimulator(createChannels(), { startAt: START });
    expect(bench.simulator.patchDevice(id, { online: false })).toMatchObject({ ok: true });
    bench.advance((days - 1) * DAY);
    bench.simulator.patchDevice(id, { online: true });
    bench.simulator.patchDevice(id, { online: false });
    bench.advance((days - 1) * DAY);
    bench.simulator.tick();
    expect(stateOf(bench, id)).toBe('active');
    bench.advance(DAY);
    bench.simulator.tick();
    expect(stateOf(bench, id)).toBe('expired');
  });
});

it('an iPhone keeps its registration, however long it is away', () => {
  const bench = makeSimulator(createChannels(), { startAt: START });
  act(bench, 'iphone', { action: 'offline' });
  expect(bench.simulator.nextDue()).toBeNull();
  bench.advance(1000 * DAY);
  bench.simulator.tick();
  expect(stateOf(bench, 'iphone')).toBe('active');
});
