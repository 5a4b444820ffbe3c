import { describe, expect, it } from 'vitest';
import { createChannels } from '../channels/registry.ts';
import { CHANNEL_IDS, type ChannelId } from '../channels/types.ts';
import type { MessageInput, MessageOfflinePush } from '../im/types.ts';
import type { DeviceAction, DevicePatch, Outcome } from '../simulator-types.ts';
import { act, first, makeSimulator, type TestBench } from '../testing/simulator.ts';

const channels = createChannels();
const ID: Readonly<Record<ChannelId, string>> = {
  apns: 'iphone',
  xiaomi: 'xiaomi',
  huawei: 'huawei',
  fcm: 'pixel',
  meizu: 'meizu',
  oppo: 'oppo',
  vivo: 'vivo',
};

interface Case {
  readonly name: string;
  readonly only?: readonly ChannelId[];
  readonly actions?: readonly DeviceAction[];
  readonly patch?: DevicePatch;
  readonly push?: MessageOfflinePush;
  /** Messages before the one that is compared. */
  readonly before?: number;
}

const ANDROID = CHANNEL_IDS.filter((id) => id !== 'apns');
const CASES: readonly Case[] = [
  { name: 'as it is' },
  { name: 'a second push in the same second', before: 1 },
  { name: 'offline', patch: { online: false } },
  { name: 'offline with pushes waiting', patch: { online: false }, before: 3 },
  { name: 'in the foreground', actions: [{ action: 'launch' }] },
  { name: 'logged out', actions: [{ action: 'logout' }] },
  { name: 'uninstalled', actions: [{ action: 'uninstall' }] },
  { name: 'without a token', patch: { token: null } },
  { name: 'permission denied', patch: { permission: 'denied' } },
  { name: 'ringer silent', patch: { ringer: 'silent' } },
  { name: 'with settings', push: { title: 'T', descr: 'D', ext: '{"a":1}', ios: { sound: 'dudulu.caf' } } },
  { name: 'too much text', push: { title: 'T'.repeat(300), descr: 'D'.repeat(6000) } },
  { name: 'in Doze', only: ANDROID, patch: { conditions: { doze: 'deep' } } },
  { name: 'stopped by force', only: ANDROID, actions: [{ action: 'kill', by: 'forceStop' }] },
  { name: 'not to be disturbed', only: ANDROID, patch: { conditions: { dnd: 'total' } } },
  { name: 'in Focus', only: ['apns'], patch: { conditions: { focus: true } } },
];

const rows = CASES.flatMap((one) => (one.only ?? CHANNEL_IDS).map((channel) => ({ ...one, channel })));

function prepared(row: Case & { readonly channel: ChannelId }): { bench: TestBench; message: MessageInput } {
  const bench = makeSimulator(channels);
  const id = ID[row.channel];
  act(bench, id, ...(row.actions ?? []));
  if (row.patch !== undefined && !bench.simulator.patchDevice(id, row.patch).ok) throw new Error('patch');
  const message: MessageInput = {
    from: 'alice',
    to: { c2c: `user-${row.channel}` },
    kind: 'chat',
    elements: [{ type: 'text', text: 'hi' }],
    offlinePush: row.push,
  };
  for (let i = 0; i < (row.before ?? 0); i++) bench.send(message);
  return { bench, message };
}

/** What one would see of it: no ids, no times. */
const gist = ({ delivered, via, reason, cause, notification, trace, answer }: Outcome) => ({
  delivered,
  via,
  reason,
  cause,
  status: answer?.status,
  rules: trace.map((step) => `${step.stage} ${step.rule} ${step.verdict}`),
  shown: notification === null ? null : [notification.title, notification.body, notification.sound, notification.badge],
});

/** Fetching a token is a step of its own only where it really happens. */
const withoutToken = (one: ReturnType<typeof gist>) => ({
  ...one,
  rules: one.rules.filter((rule) => !rule.includes('im-access-token')),
});

describe('what would come of a message', () => {
  it.each(rows)('is what comes of it: $channel, $name', (row) => {
    const { bench, message } = prepared(row);
    const plan = bench.simulator.planMessage(message, { dryRun: true });
    if (!plan.ok) throw new Error(plan.error.message);
    const foreseen = gist(first(plan.value.outcomes));
    expect(withoutToken(foreseen)).toEqual(withoutToken(gist(first(bench.send(message)))));
  });

  it.each(CHANNEL_IDS)('leaves everything as it was: %s', (channel) => {
    const { bench, message } = prepared({ name: '', channel });
    const facts = () => {
      const { simulator } = bench;
      const counts = [simulator.exchanges(), simulator.outcomes(), simulator.notifications()].map((all) => all.length);
      return structuredClone({ workspace: simulator.workspace(), counts, events: bench.events.length });
    };
    const before = facts();
    const plan = bench.simulator.planMessage(message, { dryRun: true });
    expect(plan.ok && first(plan.value.outcomes).delivered).toBe(true);
    expect(facts()).toEqual(before);
  });
});
