import { describe, expect, it } from 'vitest';
import type { Device } from '../device/types.ts';
import { defaultProfile } from '../profile.ts';
import {
  DAY,
  makeAccount,
  makeDecision,
  makeDevice,
  makeGroup,
  makeMessage,
  makeSettings,
  TEST_TIME,
} from '../testing/fixtures.ts';
import type { TraceStep } from '../trace/types.ts';
import { type DecideInput, decideOffline } from './decide.ts';
import type { ReceiveOption } from './types.ts';

const gist = (trace: readonly TraceStep[]) => trace.map((step) => `${step.verdict} ${step.rule}`);
const process = (state: Device['app']['process']): Partial<Device> => ({
  app: { ...makeDevice('apns').app, process: state, killedBy: null },
});
const toTeam = (overrides: Partial<DecideInput> = {}): DecideInput =>
  makeDecision({ message: makeMessage({ to: { group: 'team' } }), group: makeGroup(), ...overrides });

describe('trace of a decision', () => {
  it('lists the rules in the order in which they were asked', () => {
    expect(gist(decideOffline(makeDecision()).trace)).toEqual([
      'pass message-committed',
      'pass system-message',
      'pass push-flag-off',
      'pass global-switch-off',
      'pass no-title',
      'pass default-body',
      'pass default-sound',
      'pass badge-counted',
      'pass ext-absent',
      'pass no-text',
      'pass logged-in',
      'pass killed-by-user',
      'pass no-token',
      'pass requirement-not-met',
      'pass offline-push',
    ]);
  });

  it('asks about membership and receive option for groups', () => {
    const trace = gist(decideOffline(toTeam()).trace);
    expect(trace.slice(0, 6)).toEqual([
      'pass group-message-committed',
      'pass system-message',
      'pass not-a-member',
      'pass push-flag-off',
      'pass receive-opt',
      'pass global-switch-off',
    ]);
  });

  it('shows what was not reached any more', () => {
    const recipient = makeAccount({ settings: makeSettings({ enabled: false }) });
    expect(gist(decideOffline(makeDecision({ recipient })).trace)).toEqual([
      'pass message-committed',
      'pass system-message',
      'pass push-flag-off',
      'stop global-switch-off',
      'skip no-text',
      'skip logged-in',
      'skip instance-online',
      'skip no-token',
      'skip requirement-not-met',
      'skip offline-push',
    ]);
  });
});

describe('global off, message on', () => {
  const off = makeAccount({ settings: makeSettings({ enabled: false }) });

  it('lets an empty settings object win, and says that it is disputed', () => {
    const decision = decideOffline(makeDecision({ recipient: off, message: makeMessage({ offlinePush: {} }) }));
    expect(decision.verdict).toBe('push');
    expect(gist(decision.trace).slice(3, 5)).toEqual(['pass message-over-global', 'note global-off-disputed']);
    expect(gist(decision.trace)).not.toContain('pass global-switch-off');
  });

  it('takes a null settings object for none', () => {
    const decision = decideOffline(makeDecision({ recipient: off, message: makeMessage({ offlinePush: null }) }));
    expect(decision).toMatchObject({ verdict: 'stop', reason: 'global-switch-off', cause: 'global-switch-off' });
  });
});

describe('session', () => {
  const lastLink = (age: number, overrides: Partial<Device> = {}) =>
    decideOffline(
      makeDecision({
        device: makeDevice('apns', {
          session: { state: 'loggedIn', userId: 'bob', since: TEST_TIME - age },
          ...overrides,
        }),
      }),
    );

  it('lasts for seven days without a link, and not longer', () => {
    expect(lastLink(7 * DAY).verdict).toBe('push');
    const expired = lastLink(7 * DAY + 1);
    expect(expired.reason).toBe('expired');
    expect(expired.trace.find((step) => step.verdict === 'stop')?.params).toEqual({ user: 'bob', days: 7 });
  });

  it('does not expire while the app is connected', () => {
    expect(lastLink(30 * DAY, process('foreground')).reason).toBe('instance-foreground');
    expect(lastLink(30 * DAY, { ...process('foreground'), online: false }).reason).toBe('expired');
  });

  it('counts from the last link where it is known', () => {
    const device = makeDevice('apns', { session: { state: 'loggedIn', userId: 'bob', since: TEST_TIME - 30 * DAY } });
    expect(decideOffline(makeDecision({ device, lastSeen: TEST_TIME - DAY })).verdict).toBe('push');
  });

  it('belongs to the account: somebody else on the device does not help', () => {
    const device = makeDevice('apns', { session: { state: 'loggedIn', userId: 'carol', since: TEST_TIME } });
    expect(decideOffline(makeDecision({ device })).reason).toBe('never-logged-in');
  });

  it.each([
    ['never', 'never-logged-in'],
    ['loggedIn', 'never-logged-in'],
    ['loggedOut', 'logged-out'],
    ['kicked', 'kicked'],
  ] as const)('of an account without a device that is %s gives %s', (session, reason) => {
    const decision = decideOffline(makeDecision({ device: null, recipient: makeAccount({ session }) }));
    expect(decision).toMatchObject({ reason, via: 'none', connected: false, badge: null });
  });
});

describe('running app', () => {
  it('is pushed to in the background when the workspace says so', () => {
    const profile = { ...defaultProfile, pushInBackground: true };
    const decision = decideOffline(makeDecision({ profile, device: makeDevice('apns', process('background')) }));
    expect(decision).toMatchObject({ verdict: 'push', via: 'push', connected: true });
    expect(gist(decision.trace)).toContain('pass push-in-background');
    const front = decideOffline(makeDecision({ profile, device: makeDevice('apns', process('foreground')) }));
    expect(front.reason).toBe('instance-foreground');
  });

  it.each([
    ['xiaomi', undefined, 'background-unreported'],
    ['xiaomi', false, 'background-unreported'],
    ['xiaomi', true, null],
    ['apns', undefined, null],
  ] as const)('on %s with doBackground reported: %s', (channel, reported, cause) => {
    const profile = { ...defaultProfile, pushInBackground: true };
    const base = makeDevice(channel, process('background'));
    const app = { ...base.app, ...(reported !== undefined && { backgroundReported: reported }) };
    const decision = decideOffline(makeDecision({ profile, device: { ...base, app } }));
    expect(decision).toMatchObject(
      cause === null
        ? { verdict: 'push', via: 'push', connected: true }
        : { reason: 'instance-online', cause, via: 'online' },
    );
    const unswitched = decideOffline(makeDecision({ device: { ...base, app } }));
    expect(unswitched).toMatchObject({ reason: 'instance-online', cause: 'instance-online' });
  });

  it('counts as offline when the phone has no network', () => {
    const decision = decideOffline(
      makeDecision({ device: makeDevice('apns', { ...process('foreground'), online: false }) }),
    );
    expect(decision).toMatchObject({ verdict: 'push', connected: false });
    expect(gist(decision.trace)).toContain('pass link-lost');
  });

  it('gets over its connection what is not pushed, whatever the reason', () => {
    const device = makeDevice('apns', process('foreground'));
    const off = decideOffline(makeDecision({ device, message: makeMessage({ offlinePush: { enabled: false } }) }));
    expect(off).toMatchObject({ reason: 'push-flag-off', via: 'online' });
    const system = decideOffline(makeDecision({ device, message: makeMessage({ kind: 'system' }) }));
    expect(system).toMatchObject({ reason: 'system-message', via: 'online' });
  });

  it.each<[ReceiveOption, string]>([
    ['receiveNotNotify', 'online'],
    ['notReceive', 'none'],
  ])('with the group option %s gets the message: %s', (option, via) => {
    const recipient = makeAccount({ receiveOptions: { team: option, other: 'receiveAndNotify' } });
    const decision = decideOffline(toTeam({ recipient, device: makeDevice('apns', process('foreground')) }));
    expect(decision).toMatchObject({ reason: 'receive-opt', via });
  });

  it('gets nothing from a group that its user is not in', () => {
    const group = { ...makeGroup(), members: [{ userId: 'alice', nameCard: null }] };
    const decision = decideOffline(toTeam({ group, device: makeDevice('apns', process('foreground')) }));
    expect(decision).toMatchObject({ reason: 'not-a-member', via: 'none', connected: false });
  });
});

describe('closed app', () => {
  it.each(['user', 'system'] as const)('is named by who closed it: %s', (killedBy) => {
    const device = makeDevice('xiaomi', { app: { ...makeDevice('xiaomi').app, killedBy } });
    expect(gist(decideOffline(makeDecision({ device })).trace)).toContain(`pass killed-by-${killedBy}`);
  });
});

describe('token', () => {
  const dead = { ...makeDevice('apns').targets[0], state: 'unregistered' } as Device['targets'][number];

  it('is used although the vendor has declared it dead, since the IM server cannot know', () => {
    expect(decideOffline(makeDecision({ device: makeDevice('apns', { targets: [dead] }) })).verdict).toBe('push');
  });

  it('of another topic does not count', () => {
    const voip = { ...dead, state: 'active', topic: `${dead.app}.voip` } as const;
    expect(decideOffline(makeDecision({ device: makeDevice('apns', { targets: [voip] }) })).reason).toBe('no-token');
  });
});

describe('fields and badge of what is not pushed', () => {
  it('are worked out all the same', () => {
    const message = makeMessage({ offlinePush: { enabled: false, descr: 'd' } });
    const decision = decideOffline(makeDecision({ message, device: makeDevice('apns', { badgeBase: 3 }) }));
    expect(decision.verdict).toBe('stop');
    expect(decision.fields.body.value).toBe('d');
    expect(decision.badge).toBe(4);
  });
});
