import type { TraceStep } from '../../trace/types.ts';
import { chinaDayNumber } from '../kit/china.ts';
import { find, put } from '../kit/shelf.ts';
import { shorten } from '../kit/steps.ts';
import type { AcceptedPush, Effect, FoundTarget } from '../types.ts';
import type { Call } from './call.ts';
import { isPublic } from './message-class.ts';
import { lifeOf, type OppoNotification } from './notification.ts';
import type { OppoMessage, OppoPush } from './payload.ts';
import { mergedPosts, type ReceiptEntry, type ReceiptEvent, type ReceiptWish } from './receipt-post.ts';
import { countDay, dayOf, type OppoState } from './state.ts';
import { channelStep } from './steps.ts';

/** An accepted message and the ids under which the vendor knows it. */
export interface Sending {
  readonly notification: OppoNotification;
  readonly messageId: string;
  readonly taskId: string;
  /** Addressed by registration ids: only then are there receipts. */
  readonly byId: boolean;
  readonly verify: boolean;
  /** Planned time, ms; null = at once. */
  readonly due: number | null;
}

export interface Addressee {
  readonly id: string;
  /** null = unknown, dead, or of another app: accepted all the same. */
  readonly found: FoundTarget | null;
}

export interface Dispatched {
  readonly pushes: readonly OppoPush[];
  readonly receipts: readonly (readonly [ReceiptWish, ReceiptEntry])[];
  readonly steps: readonly TraceStep[];
  readonly state: OppoState;
}

/** May receipts be posted there at all? */
export const isPostable = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

function messageOf({ app, context }: Call, { notification, messageId, taskId, byId, verify }: Sending): OppoMessage {
  const { callbackUrl, callbackParameter, channelId } = notification;
  const fields = context.profile.oppo.receiptFields;
  return {
    appId: app.appId,
    messageId,
    taskId,
    notification,
    channelKnown: channelId !== null && app.channels.some(({ id }) => id === channelId),
    isPublic: isPublic(notification, app),
    receipts:
      byId && callbackUrl !== null && isPostable(callbackUrl)
        ? { url: callbackUrl, param: callbackParameter ?? '', fields }
        : null,
    verify,
  };
}

function pushTo(call: Call, message: OppoMessage, found: FoundTarget, due: number | null): OppoPush {
  const life = lifeOf(message.notification);
  return {
    id: message.messageId,
    channel: 'oppo',
    deviceId: found.device.id,
    token: found.target.token,
    app: found.target.app,
    payload: { message },
    title: message.notification.title,
    body: message.notification.content,
    expiresAt: life === null ? null : (due ?? call.context.now) + life,
    acceptedAt: call.context.now,
  };
}

/** Counts a public message for one phone; null = the phone has had its messages of the day. */
function countPhone(state: OppoState, call: Call, id: string): OppoState | null {
  const limit = call.context.profile.oppo.deviceDailyMessages;
  if (limit <= 0) return state;
  const key = `${call.app.appId} ${id}`;
  const day = chinaDayNumber(call.context.now);
  const before = find(state.phones, key);
  const count = before?.day === day ? before.count + 1 : 1;
  return count > limit ? null : { ...state, phones: put(state.phones, key, { day, count }) };
}

function notes(dead: readonly string[], limited: readonly string[]): TraceStep[] {
  const steps: TraceStep[] = [];
  if (dead.length > 0)
    steps.push(channelStep('oppo-dead-targets', 'note', { count: dead.length, received: shorten(dead.join(', ')) }));
  if (limited.length > 0) steps.push(channelStep('oppo-device-quota', 'note', { count: limited.length }));
  return steps;
}

/** Sends an accepted message on its way: pushes for the live registrations, receipts that are due at once, counters. */
export function dispatch(
  call: Call,
  before: OppoState,
  sending: Sending,
  addressees: readonly Addressee[],
): Dispatched {
  const message = messageOf(call, sending);
  const { now } = call.context;
  const pushes: OppoPush[] = [];
  const dead: string[] = [];
  const limited: string[] = [];
  let state = before;
  for (const { id, found } of addressees) {
    if (found === null) {
      dead.push(id);
      continue;
    }
    const counted = message.isPublic ? countPhone(state, call, id) : state;
    if (counted === null) limited.push(id);
    else {
      state = counted;
      pushes.push(pushTo(call, message, found, sending.due));
    }
  }
  if (message.isPublic && addressees.length > 0)
    state = countDay(state, call.app.appId, chinaDayNumber(now), { messages: addressees.length });
  const { receipts: wish, messageId, appId, taskId } = message;
  const entry = (event: ReceiptEvent, registrationIds: readonly string[]): readonly [ReceiptWish, ReceiptEntry][] =>
    wish === null || registrationIds.length === 0
      ? []
      : [[wish, { messageId, appId, taskId, registrationIds, at: now, event }]];
  return {
    pushes,
    receipts: [...entry('regid_invalid', dead), ...entry('user_daily_limit', limited)],
    steps: notes(dead, limited),
    state,
  };
}

/** Pushes and receipts as effects; planned ones become a job. */
export function effectsOf(
  { pushes, receipts }: Pick<Dispatched, 'pushes' | 'receipts'>,
  job: { readonly jobId: string; readonly dueAt: number } | null = null,
): readonly Effect[] {
  const sent: Effect[] =
    job === null
      ? pushes.map((push: AcceptedPush) => ({ type: 'push' as const, push }))
      : [{ type: 'schedule', ...job, pushes }];
  if (receipts.length === 0) return sent;
  return [...sent, ...mergedPosts(receipts).map((callback) => ({ type: 'callback' as const, callback }))];
}

/** Public messages of the app today, and how many it may send; Infinity without a limit. */
export function roomToday({ context, app }: Call, state: OppoState): { readonly used: number; readonly limit: number } {
  const limit = context.profile.oppo.appDailyMessages;
  if (limit <= 0) return { used: 0, limit: Number.POSITIVE_INFINITY };
  return { used: dayOf(state, app.appId, chinaDayNumber(context.now)).messages, limit };
}
