import { describe, expect, it } from 'vitest';
import { createChannels } from '../channels/registry.ts';
import { CHANNEL_IDS } from '../channels/types.ts';
import type { DevicePatch } from '../simulator-types.ts';
import { act, first, makeSimulator, type TestBench } from '../testing/simulator.ts';
import { findRemedies } from './search.ts';
import type { Remedy } from './types.ts';

const channels = createChannels();

function prepared(id: string, change: DevicePatch): TestBench {
  const bench = makeSimulator(channels);
  const done = bench.simulator.patchDevice(id, change);
  if (!done.ok) throw new Error(done.error.message);
  return bench;
}

const changes = (remedies: readonly Remedy[]) =>
  remedies.map((one) => one.changes.map(({ text }) => text.en).join(' + '));

describe('remedies', () => {
  it('are none for what lacks nothing', () => {
    const bench = makeSimulator(channels);
    const outcome = first(bench.send({ to: { c2c: 'user-apns' } }));
    expect(findRemedies(outcome, bench.simulator)).toMatchObject({ goals: [], remedies: [] });
  });

  it('begin with what everybody can do, and leave out what asks for more than another', () => {
    const bench = makeSimulator(channels);
    act(bench, 'iphone', { action: 'launch' });
    const outcome = first(bench.send({ to: { c2c: 'user-apns' } }));
    expect(changes(findRemedies(outcome, bench.simulator).remedies)).toEqual(['Close the app']);
  });

  it('are pairs only where no single change is enough', () => {
    const both = prepared('iphone', { permission: 'denied', online: false });
    const lost = first(both.send({ to: { c2c: 'user-apns' } }));
    const found = findRemedies(lost, both.simulator).remedies;
    expect(changes(found)).toEqual(['Allow notifications + Bring the phone online']);
    expect(found[0]?.next).toBe('arrives');
  });

  it('say so when things have been put right since', () => {
    const bench = prepared('iphone', { permission: 'denied' });
    const outcome = first(bench.send({ to: { c2c: 'user-apns' } }));
    bench.simulator.patchDevice('iphone', { permission: 'granted' });
    expect(findRemedies(outcome, bench.simulator).remedies).toEqual([{ goal: 'appear', changes: [], next: 'resend' }]);
  });

  it('name a phone to log in on, or a new one', () => {
    const bench = makeSimulator(channels);
    bench.simulator.putAccount('bob', {});
    const outcome = first(bench.send({ to: { c2c: 'bob' } }));
    expect(changes(findRemedies(outcome, bench.simulator).remedies)).toEqual(['Add a phone on which bob is logged in']);
    act(bench, 'iphone', { action: 'logout' });
    expect(changes(findRemedies(outcome, bench.simulator).remedies)[0]).toBe('Log in as bob on iPhone + Close the app');
  });

  it('let time pass where that helps', () => {
    const bench = makeSimulator(channels);
    bench.simulator.setProfile({ fcm: { deviceMessagesPerMinute: 1 } });
    bench.send({ to: { c2c: 'user-fcm' } });
    const outcome = first(bench.send({ to: { c2c: 'user-fcm' } }));
    expect(outcome.delivered).toBe(false);
    const found = changes(findRemedies(outcome, bench.simulator).remedies);
    expect(found).toContain('Let a minute pass');
    expect(found.some((one) => one.startsWith('Set to “0”'))).toBe(true);
  });

  it('leave everything as it was', () => {
    const bench = prepared('pixel', { permission: 'denied' });
    const outcome = first(bench.send({ to: { c2c: 'user-fcm' } }));
    const before = structuredClone(bench.simulator.workspace());
    const events = bench.events.length;
    findRemedies(outcome, bench.simulator);
    expect(bench.simulator.workspace()).toEqual(before);
    expect(bench.events).toHaveLength(events);
  });

  it.each(CHANNEL_IDS)('take little time, also where pairs are tried: %s', (channel) => {
    const id = { apns: 'iphone', fcm: 'pixel' }[channel as string] ?? channel;
    const bench = prepared(id, { permission: 'denied', system: { name: 'BeOS' } });
    const outcome = first(bench.send({ to: { c2c: `user-${channel}` } }));
    const times = Array.from({ length: 4 }, () => {
      const before = process.cpuUsage();
      findRemedies(outcome, bench.simulator);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    // 50 ms is the aim, and what the bench holds it to; keys are checked more slowly here, and machines are shared.
    expect(Math.min(...times)).toBeLessThan(150);
  });
});

describe('what to do', () => {
  it('is said by the name of a switch, or by what it decides', () => {
    const bench = prepared('iphone', { conditions: { focus: true } });
    const silent = first(bench.send({ to: { c2c: 'user-apns' } }));
    const texts = findRemedies(silent, bench.simulator).remedies.flatMap((one) => one.changes.map(({ text }) => text));
    expect(texts).toContainEqual({ en: 'Switch “Focus” off', zh: '关闭“专注模式”' });
    const quiet = prepared('xiaomi', { conditions: { dnd: 'total' } });
    const unheard = first(quiet.send({ to: { c2c: 'user-xiaomi' } }));
    expect(findRemedies(unheard, quiet.simulator).remedies[0]?.changes[0]?.text).toEqual({
      en: 'Set “Do not disturb” to “Off”',
      zh: '将“勿扰模式”设为“关闭”',
    });
  });
});
