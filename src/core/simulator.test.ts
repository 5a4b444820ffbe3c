import { describe, expect, it } from 'vitest';
import { createChannels } from './channels/registry.ts';
import type { Channel } from './channels/types.ts';
import { createRules } from './rules.ts';
import type { Outcome } from './simulator-types.ts';
import { act, device, first, makeSimulator, type TestBench } from './testing/simulator.ts';

const DAY = 24 * 3600_000;
const to = { c2c: 'user-apns' } as const;
const make = (options = {}): TestBench => makeSimulator(createChannels(), options);

describe('from a message to a notification', () => {
  it('reaches the iPhone through the endpoint, with badge and trace', () => {
    const bench = make();
    const outcome = first(bench.send({ to, offlinePush: { title: 'T', descr: 'D', ext: '{"a":1}' } }));
    expect(outcome).toMatchObject({
      delivered: true,
      via: 'push',
      reason: 'delivered',
      badge: 1,
      exchangeId: expect.any(String),
    });
    expect(outcome.notification).toMatchObject({ title: 'T', body: 'D', ext: '{"a":1}', sound: 'default', badge: 1 });
    expect(device(bench, 'iphone')).toMatchObject({ badge: 1, badgeBase: 1 });
    expect(device(bench, 'iphone').shade).toHaveLength(1);
    const stages = [...new Set(outcome.trace.map((step) => step.stage))];
    expect(stages).toEqual(['commit', 'offline', 'channel', 'device', 'user']);
  });

  it('reaches every phone of the group, each through its own vendor', () => {
    const outcomes = make().send({ to: { group: 'demo-group' } });
    expect(outcomes.map((one) => [one.deviceId, one.delivered])).toEqual([
      ['iphone', true],
      ['xiaomi', true],
      ['huawei', true],
      ['pixel', true],
      ['meizu', true],
      ['oppo', true],
      ['vivo', true],
    ]);
  });

  it('names only registered rules in any trace', () => {
    const bench = make();
    const known = createRules(createChannels());
    const outcomes = [
      ...bench.send({ to: { group: 'demo-group' } }),
      ...bench.send({ to, offlinePush: { enabled: false } }),
    ];
    const unknown = outcomes
      .flatMap((one) => one.trace)
      .filter((step) => known.get(step.rule)?.text[step.verdict] === undefined && step.verdict !== 'skip');
    expect(unknown).toEqual([]);
  });

  it('counts the badge on from what the app reported', () => {
    const bench = make();
    act(bench, 'iphone', { action: 'launch' }, { action: 'background', unread: 5 }, { action: 'kill', by: 'user' });
    expect([first(bench.send({ to })).badge, first(bench.send({ to })).badge]).toEqual([6, 7]);
    expect(device(bench, 'iphone').badge).toBe(7);
    act(bench, 'iphone', { action: 'launch' });
    expect(device(bench, 'iphone')).toMatchObject({ badge: 0, badgeBase: 0 });
  });

  it('refuses a message to nobody', () => {
    const planned = make().simulator.planMessage({
      from: 'alice',
      to: { c2c: 'nobody' },
      kind: 'chat',
      elements: [{ type: 'text', text: 'x' }],
    });
    expect(planned).toMatchObject({ ok: false, error: { message: expect.stringContaining('nobody') } });
  });
});

describe('dry run', () => {
  it('foresees what sending does and leaves nothing behind', () => {
    const bench = make();
    const plan = bench.simulator.planMessage(
      { from: 'alice', to, kind: 'chat', elements: [{ type: 'text', text: 'hi' }] },
      { dryRun: true },
    );
    const foreseen = first(plan.ok ? plan.value.outcomes : []);
    expect(bench.events).toEqual([]);
    expect([
      bench.simulator.exchanges().length,
      bench.simulator.outcomes().length,
      device(bench, 'iphone').badgeBase,
    ]).toEqual([0, 0, 0]);
    const sent = first(bench.send({ to }));
    const essence = (one: Outcome) => ({
      delivered: one.delivered,
      reason: one.reason,
      badge: one.badge,
      title: one.notification?.title,
      body: one.notification?.body,
      steps: one.trace.map((step) => [step.rule, step.verdict]),
    });
    expect(essence(foreseen)).toEqual(essence(sent));
  });

  it('foresees an offline phone', () => {
    const bench = make();
    act(bench, 'iphone', { action: 'offline' });
    const plan = bench.simulator.planMessage(
      { from: 'alice', to, kind: 'chat', elements: [{ type: 'text', text: 'hi' }] },
      { dryRun: true },
    );
    expect(first(plan.ok ? plan.value.outcomes : [])).toMatchObject({
      delivered: false,
      reason: 'device-offline',
      cause: 'device-stored',
    });
  });
});

describe('what the vendor or the phone refuses', () => {
  it('meets the dead registration of an uninstalled app', () => {
    const bench = make();
    act(bench, 'iphone', { action: 'uninstall' });
    expect(first(bench.send({ to }))).toMatchObject({
      delivered: false,
      reason: 'vendor-rejected',
      cause: 'apns-unregistered',
      answer: { status: 410 },
    });
  });

  it('is accepted and then suppressed without permission', () => {
    const bench = make();
    bench.simulator.patchDevice('iphone', { permission: 'denied' });
    expect(first(bench.send({ to }))).toMatchObject({
      delivered: false,
      via: 'push',
      reason: 'device-suppressed',
      answer: { status: 200 },
    });
  });

  it('says that the vendor could not be reached', () => {
    const bench = make();
    const plan = bench.simulator.planMessage({
      from: 'alice',
      to,
      kind: 'chat',
      elements: [{ type: 'text', text: 'hi' }],
    });
    const id = first(plan.ok ? plan.value.outcomes : []).id;
    expect(bench.simulator.completeOutcome(id, { error: 'connection refused' })).toMatchObject({
      ok: true,
      value: { reason: 'vendor-unreachable', delivered: false },
    });
  });

  it('reports an endpoint that fails instead of falling over', () => {
    const channels = createChannels().map(
      (channel): Channel => ({
        ...channel,
        receive: () => {
          throw new Error('boom');
        },
      }),
    );
    const bench = makeSimulator(channels);
    expect(first(bench.send({ to }))).toMatchObject({
      reason: 'vendor-rejected',
      cause: 'endpoint-failed',
      answer: { status: 500 },
    });
  });
});

describe('a phone that is offline', () => {
  it('gets the one push that APNs kept when it comes back; the others were superseded', () => {
    const bench = make();
    act(bench, 'iphone', { action: 'offline' });
    const sent = [1, 2, 3].map((n) => first(bench.send({ to, offlinePush: { descr: `d${n}` } })));
    expect(sent.map((one) => one.reason)).toEqual(['device-offline', 'device-offline', 'device-offline']);
    expect(bench.simulator.storedFor('iphone')).toBe(1);
    act(bench, 'iphone', { action: 'online' });
    expect(device(bench, 'iphone').shade.map((one) => one.body)).toEqual(['d3']);
    const now = sent.map((one) => bench.simulator.outcome(one.id));
    expect(now.map((one) => [one?.reason, one?.cause])).toEqual([
      ['device-offline', 'device-superseded'],
      ['device-offline', 'device-superseded'],
      ['delivered', 'delivered'],
    ]);
    expect(bench.simulator.storedFor('iphone')).toBe(0);
  });

  it('gets everything that Xiaomi kept, in order', () => {
    const bench = make();
    act(bench, 'xiaomi', { action: 'offline' });
    for (const n of [1, 2]) bench.send({ to: { c2c: 'user-xiaomi' }, offlinePush: { descr: `d${n}` } });
    act(bench, 'xiaomi', { action: 'online' });
    expect(device(bench, 'xiaomi').shade.map((one) => one.body)).toEqual(['d2', 'd1']);
    expect(device(bench, 'xiaomi').badge).toBe(2);
  });

  it('loses what expired meanwhile, at the moment it expires', () => {
    const bench = make();
    act(bench, 'iphone', { action: 'offline' });
    const id = first(bench.send({ to })).id;
    const due = bench.simulator.nextDue();
    expect(due).toBe(bench.simulator.now() + 7 * DAY);
    bench.advance(7 * DAY);
    bench.simulator.tick();
    expect(bench.simulator.outcome(id)).toMatchObject({ reason: 'device-offline', cause: 'device-expired' });
    expect(bench.simulator.nextDue()).toBeNull();
  });
});
