import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../src/core/channels/types.ts';
import { asRequest } from '../../src/core/testing/simulator.ts';
import { REASON_CODES, type ReasonCode } from '../../src/core/trace/types.ts';
import type { ExchangeView, OutcomeView } from '../../src/core/views.ts';
import { type Pushpit, startPushpit } from '../../src/server/pushpit.ts';
import { createVendorSender } from '../../src/server/vendor-client/sender.ts';
import { prepare } from '../helpers/prepare.ts';
import { fakeChannel } from './fake-channel.ts';
import { type Answer, answerOf, createTestApi, message } from './harness.ts';

// Every reason why a message is shown or not, produced through the API of the whole program, sockets included.

const DAY = 86_400_000;

interface Case {
  readonly reason: ReasonCode;
  readonly via: OutcomeView['via'];
  readonly prepare: readonly (readonly [method: string, path: string, body: unknown])[];
  readonly send?: Readonly<Record<string, unknown>>;
}

const act = (action: unknown) => ['POST', '/devices/iphone/actions', action] as const;
const group = { to: { group: 'demo-group' } };

const CASES: readonly Case[] = [
  { reason: 'delivered', via: 'push', prepare: [] },
  { reason: 'system-message', via: 'none', prepare: [], send: { kind: 'system' } },
  { reason: 'push-flag-off', via: 'none', prepare: [], send: { offlinePush: { enabled: false } } },
  {
    reason: 'receive-opt',
    via: 'none',
    prepare: [['PUT', '/accounts/user-apns', { receiveOptions: { 'demo-group': 'receiveNotNotify' } }]],
    send: group,
  },
  {
    reason: 'global-switch-off',
    via: 'none',
    prepare: [['PUT', '/accounts/user-apns/offline-push-settings', { enabled: false }]],
  },
  { reason: 'no-text', via: 'none', prepare: [], send: { elements: [{ type: 'custom', data: 'x' }] } },
  { reason: 'logged-out', via: 'none', prepare: [act({ action: 'logout' })] },
  { reason: 'kicked', via: 'none', prepare: [act({ action: 'kick' })] },
  { reason: 'never-logged-in', via: 'none', prepare: [['PUT', '/accounts/bob', {}]], send: { to: { c2c: 'bob' } } },
  { reason: 'expired', via: 'none', prepare: [['PUT', '/workspace', { clock: { offsetMs: 8 * DAY } }]] },
  { reason: 'instance-foreground', via: 'online', prepare: [act({ action: 'launch' })] },
  { reason: 'instance-online', via: 'online', prepare: [act({ action: 'launch' }), act({ action: 'background' })] },
  { reason: 'no-token', via: 'none', prepare: [['PATCH', '/devices/iphone', { token: null }]] },
  {
    reason: 'requirement-not-met',
    via: 'none',
    prepare: [['PATCH', '/devices/iphone', { system: { name: 'Android' } }]],
  },
  { reason: 'vendor-rejected', via: 'push', prepare: [act({ action: 'unregister' })] },
  { reason: 'device-offline', via: 'push', prepare: [act({ action: 'offline' })] },
  {
    reason: 'device-waiting',
    via: 'push',
    prepare: [['PATCH', '/devices/pixel', { settings: { battery: 'restricted' }, conditions: { doze: 'deep' } }]],
    send: { to: { c2c: 'user-fcm' } },
  },
  { reason: 'device-suppressed', via: 'push', prepare: [['PATCH', '/devices/iphone', { permission: 'denied' }]] },
];

describe('every reason', () => {
  let folder = '';
  let pushpit: Pushpit;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pushpit-reasons-'));
    await prepare(folder);
    pushpit = await startPushpit({ dataDir: folder });
  });
  afterAll(async () => {
    await pushpit.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await call('POST', '/reset', {});
  });

  async function call(method: string, path: string, body?: unknown): Promise<Answer> {
    const url = `http://127.0.0.1/api/v1${path}`;
    const init = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return answerOf(await pushpit.fetch(new Request(url, body === undefined ? { method } : init)));
  }

  async function outcomeFor({ prepare, send }: Pick<Case, 'prepare' | 'send'>, query = ''): Promise<OutcomeView> {
    for (const [method, path, body] of prepare) {
      const { status, body: answered } = await call(method, path, body);
      expect(status, JSON.stringify(answered.value)).toBeLessThan(300);
    }
    const { status, body } = await call('POST', `/messages${query}`, message(send));
    expect(status, JSON.stringify(body.value)).toBe(200);
    const outcomes = body.at('outcomes') as readonly OutcomeView[];
    const found = outcomes.find((one) => one.deviceId === 'iphone' || one.deviceId === null) ?? outcomes[0];
    if (found === undefined) throw new Error('There is no outcome.');
    return found;
  }

  it.each(CASES)('$reason', async (one) => {
    const outcome = await outcomeFor(one);
    expect(outcome).toMatchObject({ reason: one.reason, delivered: one.reason === 'delivered' });
    expect(outcome.via).toBe(one.via);
    await explained(outcome);
    expect((await call('GET', `/outcomes/${outcome.id}`)).body.value).toEqual(outcome);
  });

  it.each(CASES)('$reason, foretold by a dry run', async (one) => {
    const outcome = await outcomeFor(one, '?dryRun=true');
    expect(outcome).toMatchObject({ reason: one.reason, delivered: one.reason === 'delivered', dryRun: true });
    expect((await call('GET', '/exchanges')).body.at('exchanges')).toEqual([]);
  });

  /** The reason has a sentence in both languages, and the step that decided has one, with source and certainty. */
  async function explained(outcome: OutcomeView): Promise<void> {
    expect(outcome.summary.en).not.toMatch(/[{}\p{Script=Han}]/u);
    expect(outcome.summary.zh).toMatch(/\p{Script=Han}/u);
    expect(outcome.summary.zh).not.toMatch(/[{}]/);
    if (outcome.reason === 'delivered') return;
    const stop = outcome.trace.find((step) => step.verdict === 'stop');
    expect(stop?.rule).toBe(outcome.cause);
    expect(stop?.texts.zh).toMatch(/\p{Script=Han}/u);
    expect(stop?.sources.length).toBeGreaterThan(0);
    const rules = (await call('GET', '/rules')).body.at('rules') as readonly { id: string }[];
    expect(rules.map((rule) => rule.id)).toContain(outcome.cause);
  }

  it('vendor-unreachable', async () => {
    const sender = createVendorSender({ host: '127.0.0.1', tlsPort: 1, caPem: '', timeoutMs: 2000 });
    const test = createTestApi({ send: (vendorCall, outcomeId) => sender.send(vendorCall, outcomeId) });
    const { body } = await test.call('POST', '/messages', message());
    sender.close();
    expect(body.at('outcomes', 0)).toMatchObject({ reason: 'vendor-unreachable', delivered: false });
    expect(JSON.stringify(body.at('outcomes', 0, 'trace'))).toContain('ECONNREFUSED');
  });

  it('device-revoked', async () => {
    // The vendor stands for any that lets a sender take back what it keeps for an offline phone.
    const withdrawing: Channel = {
      ...fakeChannel,
      receive: (request, context) =>
        request.method !== 'DELETE'
          ? fakeChannel.receive(request, context)
          : {
              response: { status: 204, headers: [], body: '' },
              effects: [{ type: 'withdraw', pushIds: [request.path.slice('/fake/'.length)] }],
              trace: [],
              target: null,
              title: null,
            },
    };
    const test = createTestApi({ channels: [withdrawing] });
    await test.call('POST', '/devices/iphone/actions', { action: 'offline' });
    const sent = await test.call('POST', '/messages', message());
    expect(sent.body.at('outcomes', 0, 'reason')).toBe('device-offline');
    const exchange = (await test.call('GET', '/exchanges')).body.at('exchanges', 0) as ExchangeView;
    const pushId = (await test.call('GET', `/exchanges/${exchange.id}`)).body.at('deliveries', 0, 'pushId');
    const revoke = {
      protocol: 'http/2',
      method: 'DELETE',
      host: 'push.fake.test',
      path: `/fake/${pushId}`,
      headers: [],
      body: '',
    } as const;
    test.simulator.receive('apns', asRequest(revoke), null);
    const outcome = (await test.call('GET', `/outcomes/${sent.body.at('outcomes', 0, 'id')}`)).body
      .value as OutcomeView;
    expect(outcome).toMatchObject({ reason: 'device-revoked', cause: 'device-revoked', delivered: false });
    expect(outcome.summary.en).toContain('taken back');
    expect(outcome.summary.zh).toMatch(/\p{Script=Han}/u);
    const stop = outcome.trace.find((step) => step.verdict === 'stop');
    expect([stop?.rule, stop?.fix?.en]).toEqual(['device-revoked', 'Send the message again.']);
  });

  it('leaves none out', () => {
    // Messages to a group go to its members, so a stranger gets no outcome: the rule guards the decision itself.
    const elsewhere: readonly ReasonCode[] = ['vendor-unreachable', 'not-a-member', 'device-revoked'];
    expect([...CASES.map((one) => one.reason), ...elsewhere].sort()).toEqual([...REASON_CODES].sort());
  });

  it('a stranger to the group gets nothing', async () => {
    await call('PUT', '/groups/demo-group', {
      name: 'Demo',
      members: [{ userId: 'alice' }, { userId: 'user-xiaomi' }],
    });
    const { body } = await call('POST', '/messages', message(group));
    const outcomes = body.at('outcomes') as readonly OutcomeView[];
    expect(outcomes.map((one) => one.userId)).toEqual(['user-xiaomi']);
  });
});
