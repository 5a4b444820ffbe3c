import type { TraceStep } from '../../trace/types.ts';
import { append } from '../kit/log.ts';
import { shorten } from '../kit/steps.ts';
import type { AcceptedPush, Effect } from '../types.ts';
import { type Audience, audienceOf } from './audience.ts';
import type { Call } from './call.ts';
import type { TargetKind, XiaomiMessage, XiaomiPush } from './payload.ts';
import { RECEIPT, type ReceiptEntry, receiptPost } from './receipt-post.ts';
import { chinaDay, countDay, type MessageRecord, queueBad, type XiaomiState } from './state.ts';
import { channelStep } from './steps.ts';
import { type Addressed, isBroadcast, type Resolution } from './targets.ts';

/** One message with its looked-up targets. Multi_messages has many of them under one id. */
export interface Dispatch {
  readonly message: XiaomiMessage;
  readonly resolution: Resolution;
}

export interface Dispatched {
  readonly effects: readonly Effect[];
  readonly steps: readonly TraceStep[];
  readonly state: XiaomiState;
}

/** `errorCode` of receipt 16; null for kinds that have none. */
const INVALID_CODES: Partial<Record<TargetKind, 1 | 2 | 3>> = { regid: 1, alias: 2, user_account: 3 };

const nameOf = ({ found, name }: Addressed): string => name ?? found.target.token;

function pushTo(call: Call, item: Addressed, part: Dispatch, kind: TargetKind, id: string, from: number): XiaomiPush {
  const { message } = part;
  const shows = !message.passThrough;
  return {
    id,
    channel: 'xiaomi',
    deviceId: item.found.device.id,
    token: item.found.target.token,
    app: item.found.target.app,
    payload: { messageId: id, message, kind, addressed: item.name },
    title: shows ? message.title : null,
    body: shows ? message.description : null,
    expiresAt: message.extra.only_send_once === '1' ? null : from + message.timeToLive,
    acceptedAt: call.context.now,
  };
}

interface Split {
  readonly part: Dispatch;
  readonly audience: Audience;
}

const NO_EFFECTS: readonly Effect[] = [];

function callbacks(call: Call, { part, audience }: Split, kind: TargetKind, id: string): readonly Effect[] {
  const { message, resolution } = part;
  if (message.receipts === null) return NO_EFFECTS;
  const base = { now: call.context.now, jobkey: message.jobkey };
  const entries: ReceiptEntry[] = [];
  const errorCode = INVALID_CODES[kind];
  if (resolution.bad.length > 0 && errorCode)
    entries.push({ ...base, type: RECEIPT.invalid, targets: resolution.bad, errorCode });
  if (audience.filtered.length > 0)
    entries.push({ ...base, type: RECEIPT.filtered, targets: audience.filtered.map(nameOf) });
  for (const { addressed, use } of audience.overQuota)
    entries.push({
      ...base,
      type: RECEIPT.overQuota,
      targets: [nameOf(addressed)],
      extra: { ack: String(use.used), quota: String(use.limit) },
    });
  return entries.flatMap((entry) => {
    const callback = receiptPost(message.receipts, id, entry);
    return callback ? [{ type: 'callback' as const, callback }] : [];
  });
}

/** Every target gets the message. */
const isWhole = ({ part, audience }: Split): boolean =>
  part.resolution.bad.length + audience.filtered.length + audience.overQuota.length === 0;

/** What held messages back, told once for the whole call. */
function notes(split: readonly Split[]): TraceStep[] {
  if (split.every(isWhole)) return [];
  const bad = [...new Set(split.flatMap(({ part }) => part.resolution.bad))];
  const filtered = split.reduce((sum, { audience }) => sum + audience.filtered.length, 0);
  const over = split.filter(({ audience }) => audience.overQuota.length > 0);
  const steps: TraceStep[] = [];
  if (bad.length > 0)
    steps.push(channelStep('xiaomi-bad-targets', 'note', { count: bad.length, targets: shorten(bad.join(', ')) }));
  if (filtered > 0) steps.push(channelStep('xiaomi-filtered', 'note', { count: filtered }));
  for (const messageClass of new Set(over.map(({ part }) => part.message.messageClass))) {
    const count = over
      .filter(({ part }) => part.message.messageClass === messageClass)
      .reduce((sum, { audience }) => sum + audience.overQuota.length, 0);
    steps.push(channelStep('xiaomi-device-quota', 'note', { count, class: messageClass }));
  }
  return steps;
}

const DAY_KEYS: Partial<Record<TargetKind, 'regid' | 'alias' | 'userAccount'>> = {
  regid: 'regid',
  alias: 'alias',
  user_account: 'userAccount',
};

function recordOf(call: Call, parts: readonly Split[], kind: TargetKind, id: string): MessageRecord {
  const first = parts[0]?.part.message;
  let addressed = 0;
  let resolved = 0;
  let unmatched = 0;
  let invalidTarget = 0;
  for (const { part, audience } of parts) {
    addressed += part.resolution.addressed.length;
    resolved += audience.reached.length;
    unmatched += audience.filtered.length;
    invalidTarget += part.resolution.bad.length;
  }
  return {
    id,
    appId: call.app.appId,
    at: call.context.now,
    jobkey: first?.jobkey ?? null,
    ttlMs: first?.timeToLive ?? 0,
    kind,
    addressed: addressed + invalidTarget,
    resolved,
    delivered: 0,
    click: 0,
    barClosed: 0,
    invalidTarget,
    notRegistered: 0,
    unmatched,
  };
}

function remember(call: Call, parts: readonly Split[], kind: TargetKind, id: string, due: number | null): XiaomiState {
  const { app, context, state } = call;
  const record = recordOf(call, parts, kind, id);
  const bad = record.invalidTarget === 0 ? [] : parts.flatMap(({ part }) => part.resolution.bad);
  const waiting = due === null ? state.jobs : state.jobs.filter((job) => job.dueAt > context.now);
  return {
    ...queueBad(state, kind, app.appId, bad),
    messages: append(state.messages, record),
    days: countDay(state.days, app.appId, chinaDay(context.now), DAY_KEYS[kind] ?? 'broadcast', record.resolved),
    jobs: due === null ? waiting : [...waiting, { id, appId: app.appId, jobkey: record.jobkey, dueAt: due }],
  };
}

function accepted(pushes: readonly AcceptedPush[], id: string, due: number | null): Effect[] {
  if (due !== null) return [{ type: 'schedule', jobId: id, dueAt: due, pushes }];
  return pushes.map((push) => ({ type: 'push', push }));
}

/**
 * Sends accepted messages on their way: one push for each registration, receipts that are due at once, counters,
 * invalid targets for the feedback lists, and a job when the send is scheduled.
 */
export function dispatch(
  call: Call,
  parts: readonly Dispatch[],
  kind: TargetKind,
  id: string,
  due: number | null,
): Dispatched {
  const split = parts.map((part) => ({
    part,
    audience: audienceOf(part.resolution.addressed, part.message, call.state, call.context),
  }));
  const from = due ?? call.context.now;
  const pushes: AcceptedPush[] = [];
  const posts: Effect[] = [];
  for (const one of split) {
    for (const item of one.audience.reached) pushes.push(pushTo(call, item, one.part, kind, id, from));
    posts.push(...callbacks(call, one, kind, id));
  }
  const steps = notes(split);
  if (due !== null) steps.push(channelStep('xiaomi-scheduled', 'note', { id, due: new Date(due).toISOString() }));
  return {
    effects: accepted(pushes, id, due).concat(posts),
    steps,
    state: remember(call, split, kind, id, due),
  };
}

/** Words of `info` for a kind of target. */
export const infoOf = (kind: TargetKind, count: number): string =>
  `Received push messages for ${count} ${kind === 'multi_topic' ? 'TOPIC' : kind.toUpperCase()}`;

/** What was addressed, in a few words for the traffic list. */
export function targetLabel(kind: TargetKind, names: readonly string[]): string {
  const [first] = names;
  if (kind === 'all' || first === undefined) return kind === 'all' ? 'all devices' : `no ${kind}`;
  if (names.length === 1) return kind === 'regid' ? first : `${kind} ${first}`;
  return isBroadcast(kind) ? `topics ${names.join(', ')}` : `${names.length} ${kind}s`;
}
