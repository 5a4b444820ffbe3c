import type { TraceStep } from '../../trace/types.ts';
import { find, put } from '../kit/shelf.ts';
import { shorten } from '../kit/steps.ts';
import type { Call } from './call.ts';
import { type Addressee, type Dispatched, dispatch, roomToday } from './dispatch.ts';
import { unicastId } from './ids.ts';
import type { SingleMessage } from './message.ts';
import { isPublic } from './message-class.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { OppoState } from './state.ts';
import { channelStep } from './steps.ts';
import { resolveId, withAlias } from './targets.ts';

/** One message on its way: its id, and what follows. */
export interface Sent extends Dispatched {
  readonly messageId: string;
  /** Sent before under the same id of the sender's: the first result is given again. */
  readonly again: boolean;
}

function addressees(call: Call, { byAlias, target }: SingleMessage): readonly Addressee[] | null {
  if (byAlias) return withAlias(call, target).map((found) => ({ id: found.target.token, found }));
  const resolved = resolveId(call, target);
  if (resolved.kind === 'malformed') return null;
  return [{ id: target, found: resolved.kind === 'live' ? resolved.found : null }];
}

/** 33: the app's public messages of the day. */
function checkQuota(call: Call, state: OppoState, { notification }: SingleMessage): Refusal | null {
  const { used, limit } = roomToday(call, state);
  if (used < limit || !isPublic(notification, call.app)) return null;
  return refuse('oppo-quota', 33, { received: used, limit });
}

const keyOf = ({ app }: Call, { notification, byAlias, target }: SingleMessage): string | null =>
  notification.appMessageId === null ? null : JSON.stringify([app.appId, notification.appMessageId, byAlias, target]);

function repeated(messageId: string, { notification }: SingleMessage, state: OppoState): Sent {
  const received = shorten(notification.appMessageId ?? '');
  return {
    messageId,
    again: true,
    pushes: [],
    receipts: [],
    steps: [channelStep('oppo-duplicate', 'note', { received })],
    state,
  };
}

/** Quota, target, delivery: what unicast and every item of a batch have in common. */
export function sendSingle(call: Call, state: OppoState, message: SingleMessage): Sent | Refusal {
  const over = checkQuota(call, state, message);
  if (over) return over;
  const to = addressees(call, message);
  if (to === null) return refuse('oppo-registration-id', 10000, { received: shorten(message.target) });
  const key = keyOf(call, message);
  const first = key === null ? undefined : find(state.sent, key);
  if (first !== undefined) return repeated(first, message, state);
  const { notification, byAlias, target, verify } = message;
  const messageId = unicastId(call.app.appId, call.context.ports);
  const sending = { notification, messageId, taskId: messageId, byId: !byAlias, verify, due: null };
  const sent = dispatch(call, state, sending, to);
  const notes: TraceStep[] = [...sent.steps];
  if (byAlias && to.length === 0) notes.push(channelStep('oppo-alias-unknown', 'note', { received: shorten(target) }));
  if (byAlias && notification.callbackUrl !== null)
    notes.push(channelStep('oppo-callback-targets', 'note', { received: `alias ${shorten(target)}` }));
  return {
    ...sent,
    messageId,
    again: false,
    steps: notes,
    state: key === null ? sent.state : { ...sent.state, sent: put(sent.state.sent, key, messageId) },
  };
}
