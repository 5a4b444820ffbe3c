import { describe, expect, it } from 'vitest';
import { createApns } from '../channels/apns/channel.ts';
import { createXiaomi } from '../channels/xiaomi/channel.ts';
import { act, device, makeSimulator, type TestBench } from '../testing/simulator.ts';

const DAY = 24 * 60 * 60 * 1000;

const make = (): TestBench => makeSimulator([createApns(), createXiaomi()]);
const reasons = (bench: TestBench, userId: string): readonly (readonly [string | null, string])[] =>
  bench.send({ to: { c2c: userId } }).map(({ deviceId, reason }) => [deviceId, reason]);
const policy = ({ simulator }: TestBench, loginPolicy: 'one' | 'perPlatform' | 'several'): void => {
  const workspace = simulator.workspace();
  simulator.load({ ...workspace, profile: { ...workspace.profile, loginPolicy } });
};

/** A further phone on which the account of the Xiaomi phone logs in; its app is killed like the others. */
function second(bench: TestBench, channel: 'apns' | 'xiaomi'): void {
  const added = bench.simulator.addDevice({ id: 'second', channel, userId: 'user-xiaomi' });
  if (!added.ok) throw new Error(JSON.stringify(added.error));
}

describe('another account that logs in on the same phone', () => {
  it('takes it over: the one before it gets nothing there, and knows why', () => {
    const bench = make();
    bench.simulator.putAccount('carol', {});
    act(bench, 'xiaomi', { action: 'login', userId: 'carol' }, { action: 'kill', by: 'user' });
    expect(reasons(bench, 'user-xiaomi')).toEqual([[null, 'logged-out']]);
    expect(reasons(bench, 'carol')).toEqual([['xiaomi', 'delivered']]);
    expect(bench.simulator.account('user-xiaomi')?.session).toBe('loggedOut');
    expect(bench.events).toContainEqual(
      expect.objectContaining({
        type: 'account',
        account: expect.objectContaining({ userId: 'user-xiaomi', session: 'loggedOut' }),
      }),
    );
  });

  it('gives it back when that one logs in again', () => {
    const bench = make();
    bench.simulator.putAccount('carol', {});
    const login = (userId: string) => ({ action: 'login', userId }) as const;
    act(bench, 'xiaomi', login('carol'), login('user-xiaomi'), { action: 'kill', by: 'user' });
    expect(reasons(bench, 'user-xiaomi')).toEqual([['xiaomi', 'delivered']]);
    expect(reasons(bench, 'carol')).toEqual([[null, 'logged-out']]);
  });

  it('leaves a kicked account kicked', () => {
    const bench = make();
    bench.simulator.putAccount('carol', {});
    act(bench, 'xiaomi', { action: 'kick' }, { action: 'login', userId: 'carol' });
    expect(reasons(bench, 'user-xiaomi')).toEqual([[null, 'kicked']]);
  });
});

describe('a login of the same account elsewhere', () => {
  it.each([
    ['one', 'apns', 'kicked'],
    ['one', 'xiaomi', 'kicked'],
    ['perPlatform', 'apns', 'delivered'],
    ['perPlatform', 'xiaomi', 'kicked'],
    ['several', 'xiaomi', 'delivered'],
  ] as const)('under the policy %s on a further phone of %s: the first is %s', (how, channel, reason) => {
    const bench = make();
    policy(bench, how);
    second(bench, channel);
    expect(reasons(bench, 'user-xiaomi')).toEqual([
      ['xiaomi', reason],
      ['second', 'delivered'],
    ]);
  });

  it('is taken from every phone but those that the policy lets stay when the account is set to logged in', () => {
    const bench = make();
    second(bench, 'xiaomi');
    bench.simulator.putAccount('user-xiaomi', { session: 'loggedIn' });
    expect([device(bench, 'xiaomi').session.state, device(bench, 'second').session.state]).toEqual([
      'loggedIn',
      'kicked',
    ]);
    policy(bench, 'several');
    bench.simulator.putAccount('user-xiaomi', { session: 'loggedIn' });
    expect(device(bench, 'second').session.state).toBe('loggedIn');
  });
});

describe('an app that has not been opened for long', () => {
  it('gets pushes for 7 days, and again once its user has logged in', () => {
    const bench = make();
    bench.advance(7 * DAY);
    expect(reasons(bench, 'user-xiaomi')).toEqual([['xiaomi', 'delivered']]);
    bench.advance(1);
    expect(reasons(bench, 'user-xiaomi')).toEqual([['xiaomi', 'expired']]);
    act(bench, 'xiaomi', { action: 'login', userId: 'user-xiaomi' }, { action: 'kill', by: 'user' });
    expect(reasons(bench, 'user-xiaomi')).toEqual([['xiaomi', 'delivered']]);
  });
});
