import { describe, expect, it } from 'vitest';
import { act, device, first, makeSimulator, type TestBench } from '../testing/simulator.ts';
import { createChannels } from './registry.ts';

const DRAWN_BY_SYSTEM = ['xiaomi', 'huawei', 'meizu', 'oppo', 'vivo'] as const;

const sendTo = (bench: TestBench, channel: string) => first(bench.send({ to: { c2c: `user-${channel}` } }));

function switchTo(bench: TestBench, channel: (typeof DRAWN_BY_SYSTEM)[number], shownWhileStopped: boolean): void {
  const workspace = bench.simulator.workspace();
  const profile = { ...workspace.profile, [channel]: { ...workspace.profile[channel], shownWhileStopped } };
  bench.simulator.load({ ...workspace, profile });
}

describe.each(DRAWN_BY_SYSTEM)('a notification of %s for an app that was force-stopped', (channel) => {
  it('33: is drawn by the system, and a tap starts the app, which then is an ordinary one again', () => {
    const bench = makeSimulator(createChannels());
    act(bench, channel, { action: 'kill', by: 'forceStop' });
    const outcome = sendTo(bench, channel);
    expect(outcome).toMatchObject({ delivered: true, reason: 'delivered' });
    expect(outcome.trace).toContainEqual({ stage: 'device', rule: `${channel}-device-stopped`, verdict: 'note' });
    expect(bench.events.filter(({ type }) => type === 'app-callback')).toEqual([]);
    act(bench, channel, { action: 'tap', notificationId: outcome.notification?.id ?? '' });
    expect(device(bench, channel).app).toMatchObject({ killedBy: null });
    act(bench, channel, { action: 'kill', by: 'user' });
    expect(sendTo(bench, channel).trace.map(({ rule }) => rule)).not.toContain(`${channel}-device-stopped`);
  });

  it('is not shown where the workspace takes it so, and opening the app does not bring it', () => {
    const bench = makeSimulator(createChannels());
    switchTo(bench, channel, false);
    act(bench, channel, { action: 'kill', by: 'forceStop' });
    expect(sendTo(bench, channel)).toMatchObject({ delivered: false, reason: 'device-suppressed' });
    act(bench, channel, { action: 'launch' }, { action: 'kill', by: 'user' });
    expect(device(bench, channel).shade).toEqual([]);
    expect(sendTo(bench, channel)).toMatchObject({ delivered: true });
  });
});

describe.each(DRAWN_BY_SYSTEM)('a notification of %s', (channel) => {
  it('30: needs neither auto-start nor a process', () => {
    const bench = makeSimulator(createChannels());
    const { settings } = device(bench, channel);
    expect(settings?.autoStart).toBeUndefined();
    expect(sendTo(bench, channel)).toMatchObject({ delivered: true });
  });
});
