import { describe, expect, it } from 'vitest';
import { createApns } from './channels/apns/channel.ts';
import { createChannels } from './channels/registry.ts';
import { createXiaomi } from './channels/xiaomi/channel.ts';
import { act, asRequest, device, first, makeSimulator, type TestBench } from './testing/simulator.ts';

const DAY = 24 * 3600_000;
const to = { c2c: 'user-apns' } as const;
const make = (options = {}): TestBench => makeSimulator(createChannels(), options);

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
    simulator.setProfile({ globalOffMessageOn: 'global', loginPolicy: 'several', apns: { strictStreams: true } });
    expect(simulator.workspace().profile).toMatchObject({
      globalOffMessageOn: 'global',
      pushInBackground: false,
      loginPolicy: 'several',
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
