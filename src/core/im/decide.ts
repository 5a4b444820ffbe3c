import type { Device } from '../device/types.ts';
import type { RuleProfile } from '../profile.ts';
import type { ReasonCode, TraceStep } from '../trace/types.ts';
import type { ResolvedFields } from './fields.ts';
import { C2C_GATES, type Gate, GROUP_GATES } from './gates.ts';
import { isConnected, reachesRunningApp } from './recipients.ts';
import { resolveFields } from './resolve.ts';
import type { Account, Group, Message } from './types.ts';

export interface DecideInput {
  readonly message: Message;
  readonly sender: { readonly userId: string; readonly nickName: string | null };
  readonly recipient: Account;
  /** The group of a group message, else null. */
  readonly group: Group | null;
  /** Null: the recipient has no device at all. */
  readonly device: Device | null;
  readonly profile: RuleProfile;
  /** ms. */
  readonly now: number;
  /** When the device's link was last up, ms; `device.session.since` when absent. */
  readonly lastSeen?: number | undefined;
}

export interface OfflineDecision {
  readonly verdict: 'push' | 'stop';
  /** `delivered` for a push, which vendor and device may still end. */
  readonly reason: ReasonCode;
  /** Id of the rule that stopped, or `offline-push`. */
  readonly cause: string;
  /** How the message reaches the device: `online` whenever its app is connected and no push is sent. */
  readonly via: 'push' | 'online' | 'none';
  /** The app is connected and gets the message that way too; `via` of a push that the vendor then refuses. */
  readonly connected: boolean;
  /** Resolved whatever the verdict, so that a stopped push can be shown as it would have been. */
  readonly fields: ResolvedFields;
  /** Absolute number that a push carries or would carry; null = none. Count only a verdict `push`. */
  readonly badge: number | null;
  /** Commit and offline stage: every rule that was asked, then those no longer reached as `skip`. */
  readonly trace: readonly TraceStep[];
}

/**
 * Decides about one recipient on one device, asking the rules in the order of Tencent's pipeline; the first that
 * stops gives the reason. Pure, never fails.
 */
export function decideOffline(input: DecideInput): OfflineDecision {
  const { message, device, recipient, group } = input;
  const isGroup = 'group' in message.to;
  const resolution = resolveFields({
    message,
    sender: input.sender,
    group,
    platform: device?.platform ?? null,
    channel: device?.channel ?? null,
    settings: recipient.settings,
    badgeBase: device?.badgeBase,
  });
  const trace: TraceStep[] = [committed(message)];
  const stop = runGates(isGroup ? GROUP_GATES : C2C_GATES, { input, resolution, trace });
  const option = 'group' in message.to ? recipient.receiveOptions[message.to.group] : undefined;
  const connected =
    device !== null &&
    isConnected(device, recipient.userId) &&
    reachesRunningApp(message, recipient.userId, group, option);
  const { fields } = resolution;
  const badge = device !== null && fields.badge.value ? device.badgeBase + 1 : null;
  if (stop === undefined) {
    trace.push(PUSH);
    return { verdict: 'push', reason: 'delivered', cause: PUSH.rule, via: 'push', connected, fields, badge, trace };
  }
  const { reason, step } = stop;
  const via = connected ? 'online' : 'none';
  return { verdict: 'stop', reason, cause: step.rule, via, connected, fields, badge, trace };
}

const PUSH: TraceStep = { stage: 'offline', rule: 'offline-push', verdict: 'pass' };
const PUSH_SKIPPED: TraceStep = { stage: 'offline', rule: 'offline-push', verdict: 'skip' };

function committed(message: Message): TraceStep {
  const { from, to } = message;
  return 'c2c' in to
    ? { stage: 'commit', rule: 'message-committed', verdict: 'pass', params: { sender: from, receiver: to.c2c } }
    : { stage: 'commit', rule: 'group-message-committed', verdict: 'pass', params: { sender: from, group: to.group } };
}

function runGates(
  gates: readonly Gate[],
  context: Parameters<Gate['ask']>[0],
): { readonly reason: ReasonCode; readonly step: TraceStep } | undefined {
  for (let i = 0; i < gates.length; i++) {
    const gate = gates[i];
    if (gate === undefined) break;
    const step = gate.ask(context);
    context.trace.push(step);
    if (step.verdict !== 'stop') continue;
    for (let j = i + 1; j < gates.length; j++) {
      const later = gates[j];
      if (later !== undefined) context.trace.push(later.skipped);
    }
    context.trace.push(PUSH_SKIPPED);
    return { reason: gate.reasonOf(step.rule), step };
  }
  return undefined;
}
