import { describe, expect, it } from 'vitest';
import { createApns } from './channels/apns/channel.ts';
import { createChannels } from './channels/registry.ts';
import type { Channel } from './channels/types.ts';
import { createXiaomi } from './channels/xiaomi/channel.ts';
import { createRules } from './rules.ts';
import type { DeviceAction, Outcome } from './simulator-types.ts';
import { asRequest, makeSimulator, type TestBench } from './testing/simulator.ts';

const DAY = 24 * 3600_000;
const to = { c2c: 'user-apns' } as const;
const first = (outcomes: readonly Outcome[]): Outcome => {
  const [outcome] = outcomes;
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
};
const make = (options = {}): TestBench => makeSimulator(createChannels(), options);

function act(bench: TestBench, id: string, ...actions: DeviceAction[]): void {
  for (const action of actions) {
    const result = bench.simulator.act(id, action);
    if (!result.ok) throw new Error(result.error.message);
  }
}
const device = (bench: TestBench, id: string) => {
  const found = bench.simulator.workspace().devices.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

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

describe('accounts and sessions', () => {
  it('kicks the first phone when the account logs in on a second', () => {
    const bench = make();
    const added = bench.simulator.addDevice({ channel: 'apns', userId: 'user-apns' });
    expect(added).toMatchObject({ ok: true, value: { id: 'iphone-2', session: { state: 'loggedIn' } } });
    expect(device(bench, 'iphone').session.state).toBe('kicked');
    const outcomes = bench.send({ to });
    expect(outcomes.map((one) => [one.deviceId, one.reason])).toEqual([
      ['iphone', 'kicked'],
      ['iphone-2', 'delivered'],
    ]);
  });

  it('keeps global settings per account and only while logged in', () => {
    const bench = make();
    expect(bench.simulator.setOfflinePushSettings('user-apns', { c2cSound: 'dudulu.caf' })).toMatchObject({ ok: true });
    expect(first(bench.send({ to })).fields.sound).toMatchObject({ value: 'dudulu.caf', from: 'global' });
    expect(bench.simulator.setOfflinePushSettings('user-apns', { c2cSound: '' })).toMatchObject({
      ok: true,
      value: { c2cSound: null },
    });
    act(bench, 'iphone', { action: 'logout' });
    expect(bench.simulator.account('user-apns')?.session).toBe('loggedOut');
    expect(bench.simulator.offlinePushSettings('user-apns')).toMatchObject({
      ok: false,
      error: { code: 'not_logged_in' },
    });
    expect(bench.simulator.setOfflinePushSettings('user-apns', { enabled: false })).toMatchObject({ ok: false });
    act(bench, 'iphone', { action: 'login', userId: 'user-apns' });
    expect(bench.simulator.offlinePushSettings('user-apns')).toMatchObject({ ok: true, value: { enabled: true } });
  });

  it('sets the session of an account on its phones', () => {
    const bench = make();
    bench.simulator.putAccount('user-apns', { session: 'kicked' });
    expect(device(bench, 'iphone').session.state).toBe('kicked');
    expect(first(bench.send({ to })).reason).toBe('kicked');
  });

  it('refuses what names nobody', () => {
    const { simulator } = make();
    expect(simulator.act('iphone', { action: 'login', userId: 'nobody' })).toMatchObject({
      ok: false,
      error: { code: 'unknown_account' },
    });
    expect(simulator.act('nope', { action: 'launch' })).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect(simulator.putAccount('x', { receiveOptions: { nope: 'notReceive' } })).toMatchObject({
      ok: false,
      error: { code: 'unknown_group' },
    });
    expect(
      simulator.putGroup({ groupId: 'g', name: 'G', members: [{ userId: 'nobody', nameCard: null }] }),
    ).toMatchObject({ ok: false });
  });
});

describe('devices', () => {
  it('adds, changes and removes phones, telling everybody', () => {
    const bench = makeSimulator([createApns(), createXiaomi()]);
    const { simulator, events } = bench;
    expect(simulator.addDevice({ channel: 'huawei' })).toMatchObject({
      ok: false,
      error: { code: 'channel_not_available' },
    });
    expect(simulator.addDevice({ channel: 'apns', id: 'iphone' })).toMatchObject({
      ok: false,
      error: { code: 'already_exists' },
    });
    expect(
      simulator.addDevice({ channel: 'apns', token: device(bench, 'iphone').targets[0]?.token ?? '' }),
    ).toMatchObject({ ok: false, error: { code: 'token_in_use' } });
    const added = simulator.addDevice({ channel: 'xiaomi', token: 'R1', aliases: ['al1'], topics: ['news'] });
    expect(added).toMatchObject({
      ok: true,
      value: { targets: [{ token: 'R1', aliases: ['al1'], topics: ['news'] }] },
    });
    expect(simulator.removeDevice('xiaomi-2').ok).toBe(true);
    expect(events.map((event) => event.type)).toEqual(['device', 'device-removed']);
  });

  it('retires the old registration when the app gets a new token, and has never uploaded one after null', () => {
    const bench = make();
    bench.simulator.patchDevice('iphone', { token: 'ff'.repeat(32) });
    expect(device(bench, 'iphone').targets.map((one) => one.state)).toEqual(['unregistered', 'active']);
    bench.simulator.patchDevice('iphone', { token: null });
    expect(device(bench, 'iphone').targets.map((one) => one.state)).toEqual([]);
    expect(bench.simulator.patchDevice('iphone', { aliases: ['a'] })).toMatchObject({
      ok: false,
      error: { code: 'no_token' },
    });
  });

  it('has no token until one is uploaded', () => {
    const bench = make();
    bench.simulator.addDevice({ channel: 'apns', id: 'bare', token: null });
    bench.simulator.putAccount('carol', {});
    act(bench, 'bare', { action: 'login', userId: 'carol' }, { action: 'kill', by: 'user' });
    bench.simulator.patchDevice('bare', { token: null });
    expect(first(bench.send({ to: { c2c: 'carol' } })).reason).toBe('no-token');
  });
});

describe('records and events', () => {
  it('numbers events, replays those that were missed, and knows when it cannot', () => {
    const bench = make();
    bench.send({ to });
    const all = bench.simulator.eventsSince(0) ?? [];
    expect(all.map((one) => one.seq)).toEqual(all.map((_, i) => i + 1));
    expect(bench.simulator.eventsSince(all.length)).toEqual([]);
    expect(bench.simulator.eventsSince(all.length + 1)).toBeUndefined();
  });

  it('forgets the oldest beyond its length and says so', () => {
    const bench = make({ historyLength: 3 });
    for (let i = 0; i < 5; i++) bench.send({ to });
    expect(bench.simulator.exchanges()).toHaveLength(3);
    expect(bench.simulator.dropped().exchanges).toBe(2);
    expect(bench.events.filter((event) => event.type === 'history-dropped')).toHaveLength(1);
  });

  it('starts over on request', () => {
    const bench = make();
    const fresh = bench.simulator.workspace();
    bench.send({ to });
    bench.simulator.load(fresh, { clearHistory: true });
    expect([
      bench.simulator.exchanges().length,
      bench.simulator.outcomes().length,
      bench.simulator.notifications().length,
    ]).toEqual([0, 0, 0]);
    expect(device(bench, 'iphone').badge).toBe(0);
  });

  it('lets no request claim an outcome that has had its own', () => {
    const bench = make();
    const outcome = first(bench.send({ to }));
    const call = outcome.call;
    if (call === null) throw new Error('no call');
    const again = bench.simulator.receive('apns', asRequest(call, 'c2'), outcome.id);
    expect(bench.simulator.exchange(again.exchangeId)?.outcomeId).toBeNull();
    expect(bench.simulator.outcome(outcome.id)?.exchangeId).toBe(outcome.exchangeId);
  });

  it('records a connection that never became a request', () => {
    const { simulator } = make();
    const exchange = simulator.recordFailure(
      {
        code: 'garbage',
        message: 'm',
        received: 'r',
        fix: 'f',
        texts: { message: { en: 'm', zh: '消' }, received: { en: 'r', zh: '收' }, fix: { en: 'f', zh: '修' } },
      },
      { remote: 'x', channel: null, request: null, response: null },
    );
    expect(simulator.exchange(exchange.id)?.failure?.code).toBe('garbage');
  });
});

describe('clock and switches', () => {
  it('stands still, moves, and runs on', () => {
    const bench = make();
    const real = bench.simulator.now();
    bench.simulator.setClock({ stoppedAt: real + DAY });
    bench.advance(5000);
    expect(bench.simulator.now()).toBe(real + DAY);
    bench.simulator.setClock({ stoppedAt: null, offsetMs: 2 * DAY });
    expect(bench.simulator.now()).toBe(real + 5000 + 2 * DAY);
  });

  it('changes single switches and leaves the others', () => {
    const { simulator } = make();
    simulator.setProfile({ globalOffMessageOn: 'global', apns: { strictStreams: true } });
    expect(simulator.workspace().profile).toMatchObject({
      globalOffMessageOn: 'global',
      pushInBackground: false,
      apns: { strictStreams: true, strictBackground: false },
    });
  });

  it('delivers a scheduled send when the clock reaches it', () => {
    const bench = make();
    const at = bench.simulator.now() + 3600_000;
    const token = encodeURIComponent(device(bench, 'xiaomi').targets[0]?.token ?? '');
    const body = `registration_id=${token}&title=t&description=later&restricted_package_name=com.example.app&time_to_send=${at}`;
    const secret = bench.simulator.credentials().xiaomi.apps[0]?.appSecret ?? '';
    const call = {
      protocol: 'http/1.1',
      method: 'POST',
      host: 'api.xmpush.xiaomi.com',
      path: '/v2/message/regid',
      headers: [
        ['authorization', `key=${secret}`],
        ['content-type', 'application/x-www-form-urlencoded'],
      ],
      body,
    } as const;
    const { response, exchangeId } = bench.simulator.receive('xiaomi', asRequest(call), null);
    expect(response.status).toBe(200);
    expect(bench.simulator.exchange(exchangeId)?.deliveries).toMatchObject([{ result: 'scheduled' }]);
    expect(bench.simulator.nextDue()).toBe(at);
    bench.simulator.setClock({ offsetMs: 3600_000 });
    expect(device(bench, 'xiaomi').shade.map((one) => one.body)).toEqual(['later']);
    expect(bench.simulator.exchange(exchangeId)?.deliveries).toMatchObject([{ result: 'shown' }]);
  });
});
