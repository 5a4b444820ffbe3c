import type { Credentials } from '../channels/credentials.ts';
import type { BuildInput, Channel, ChannelId } from '../channels/types.ts';
import type { Device } from '../device/types.ts';
import { decideOffline } from '../im/decide.ts';
import { uploadedTarget } from '../im/recipients.ts';
import type { Account, Group, Message } from '../im/types.ts';
import type { Ports } from '../ports.ts';
import type { RuleProfile } from '../profile.ts';
import type { Outcome } from '../simulator-types.ts';

/** All that decides about one message on one phone. */
export interface Situation {
  readonly message: Message;
  readonly sender: Pick<Account, 'userId' | 'nickName'>;
  readonly recipient: Account;
  /** The group of a group message, else null. */
  readonly group: Group | null;
  /** null: the recipient has no phone. */
  readonly device: Device | null;
  readonly profile: RuleProfile;
}

/** What does not depend on the situation. */
export interface DraftFacts {
  readonly id: string;
  readonly seq: number;
  readonly dryRun: boolean;
  /** What the senders' clocks show, ms. */
  readonly senderNow: number;
  readonly ports: Ports;
  readonly credentials: Credentials;
  readonly channels: ReadonlyMap<ChannelId, Channel>;
}

/** A decision that nobody has acted upon; `sending` null = nothing is to be pushed. */
export interface Draft {
  readonly outcome: Outcome;
  readonly sending: { readonly channel: Channel; readonly input: BuildInput } | null;
}

/** Decides at the IM side, without recording anything. */
export function draftOutcome(situation: Situation, facts: DraftFacts): Draft {
  const { message, recipient, device } = situation;
  const decision = decideOffline({ ...situation, now: message.at });
  const channel = device === null ? undefined : facts.channels.get(device.channel);
  const target = device === null ? undefined : uploadedTarget(device);
  const outcome: Outcome = {
    id: facts.id,
    seq: facts.seq,
    at: message.at,
    message,
    userId: recipient.userId,
    deviceId: device?.id ?? null,
    channel: device?.channel ?? null,
    delivered: false,
    via: decision.via,
    connected: decision.connected,
    reason: decision.reason,
    cause: decision.cause,
    fields: decision.fields,
    badge: decision.badge,
    trace: decision.trace,
    call: null,
    answer: null,
    exchangeId: null,
    notification: null,
    durationMs: 0,
    dryRun: facts.dryRun,
  };
  if (decision.verdict !== 'push' || device === null || channel === undefined || target === undefined) {
    return { outcome, sending: null };
  }
  const { senderNow, ports, credentials } = facts;
  const { fields, badge } = decision;
  const { profile } = situation;
  const now = message.at;
  const sender = { now, senderNow, profile, ports, credentials, accessToken: null };
  return { outcome, sending: { channel, input: { message, device, target, fields, badge, ...sender } } };
}
