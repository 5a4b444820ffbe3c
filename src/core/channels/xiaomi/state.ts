import { chinaDate } from '../kit/china.ts';
import { emptyLog, type Log, updateNewest } from '../kit/log.ts';
import type { TargetKind } from './payload.ts';

/** Counters of one message, as the trace interface tells them. */
export interface MessageRecord {
  readonly id: string;
  readonly appId: string;
  readonly at: number;
  readonly jobkey: string | null;
  readonly ttlMs: number;
  readonly kind: TargetKind;
  readonly addressed: number;
  readonly resolved: number;
  readonly delivered: number;
  readonly click: number;
  readonly barClosed: number;
  readonly invalidTarget: number;
  readonly notRegistered: number;
  readonly unmatched: number;
}

export interface Job {
  readonly id: string;
  readonly appId: string;
  readonly jobkey: string | null;
  readonly dueAt: number;
}

/** Counters of one app and one day (UTC+8). */
export interface DayCounters {
  readonly regid: number;
  readonly alias: number;
  readonly userAccount: number;
  readonly broadcast: number;
  readonly received: number;
  readonly click: number;
}

export interface CountedDay {
  readonly appId: string;
  /** `yyyyMMdd`. */
  readonly day: string;
  readonly counters: DayCounters;
}

/** A channel made with `/v1/channel/add`. */
export interface AddedChannel {
  readonly appId: string;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly soundUrl: string;
  readonly notifyType: string;
}

export interface QueuedReceipt {
  readonly appId: string;
  readonly queue: 'ack' | 'click' | 'invalid' | 'uninstall';
  readonly messageId: string;
  readonly target: string;
  readonly at: number;
}

/** What Xiaomi's servers remember between requests. Immutable: every change makes a new one. */
export interface XiaomiState {
  readonly messages: Log<MessageRecord>;
  readonly jobs: readonly Job[];
  readonly invalidRegids: Readonly<Record<string, readonly string[]>>;
  readonly invalidAliases: Readonly<Record<string, readonly string[]>>;
  readonly addedChannels: readonly AddedChannel[];
  /** `<appId>/<channel>` of discarded channels. */
  readonly discardedChannels: readonly string[];
  /** Requests in the current second, by app. */
  readonly rate: Readonly<Record<string, { readonly second: number; readonly count: number }>>;
  /** Oldest first, bounded; one for each app and day. */
  readonly days: readonly CountedDay[];
  /** Delivered by class: `<yyyyMMdd>/<appId>/<class>` and `<yyyyMMdd>/<appId>/<class>/<regid>`; today's only. */
  readonly quota: Readonly<Record<string, number>>;
  readonly queued: Log<QueuedReceipt>;
}

export const MESSAGES_KEPT = 1000;
export const INVALID_KEPT = 10_000;
export const QUEUED_KEPT = 1000;
export const DAYS_KEPT = 60;

/** Memory of a server that has not been called yet. */
export const emptyState = (): XiaomiState => ({
  messages: emptyLog(MESSAGES_KEPT),
  jobs: [],
  invalidRegids: {},
  invalidAliases: {},
  addedChannels: [],
  discardedChannels: [],
  rate: {},
  days: [],
  quota: {},
  queued: emptyLog(QUEUED_KEPT),
});

const NO_COUNTS: DayCounters = { regid: 0, alias: 0, userAccount: 0, broadcast: 0, received: 0, click: 0 };

/** Appends and keeps the newest `limit`. */
function appendBounded<T>(list: readonly T[], items: readonly T[], limit: number): readonly T[] {
  const over = list.length + items.length - limit;
  const all = (over > 0 ? list.slice(over) : list).concat(items);
  return all.length > limit ? all.slice(all.length - limit) : all;
}

/** Calendar day in China, where Xiaomi counts: `yyyyMMdd`. */
export const chinaDay = (ms: number): string => chinaDate(ms).replaceAll('-', '');

const indexOfDay = (days: readonly CountedDay[], appId: string, day: string): number =>
  days.findLastIndex((item) => item.day === day && item.appId === appId);

export const dayCounters = ({ days }: XiaomiState, appId: string, day: string): DayCounters =>
  days[indexOfDay(days, appId, day)]?.counters ?? NO_COUNTS;

/** Adds to one counter of a day. */
export function countDay(
  days: readonly CountedDay[],
  appId: string,
  day: string,
  key: keyof DayCounters,
  by: number,
): readonly CountedDay[] {
  if (by === 0) return days;
  const index = indexOfDay(days, appId, day);
  const counters = { ...(days[index]?.counters ?? NO_COUNTS) };
  counters[key] += by;
  const entry = { appId, day, counters };
  return index < 0 ? appendBounded(days, [entry], DAYS_KEPT) : days.with(index, entry);
}

/** Which feedback list the bad targets of a send go to; the other kinds have none. */
const FEEDBACK_LISTS: Partial<Record<TargetKind, 'invalidRegids' | 'invalidAliases'>> = {
  regid: 'invalidRegids',
  alias: 'invalidAliases',
};

/** Queues the bad targets of a send, whether it reached somebody else or failed as a whole. */
export function queueBad(state: XiaomiState, kind: TargetKind, appId: string, bad: readonly string[]): XiaomiState {
  const list = FEEDBACK_LISTS[kind];
  return list === undefined ? state : queueInvalid(state, list, appId, bad);
}

/** Queues ids that turned out invalid, each once, until they are fetched. */
export function queueInvalid(
  state: XiaomiState,
  list: 'invalidRegids' | 'invalidAliases',
  appId: string,
  ids: readonly string[],
): XiaomiState {
  if (ids.length === 0) return state;
  const before = state[list][appId] ?? [];
  const known = new Set(before);
  const fresh = [...new Set(ids)].filter((id) => !known.has(id));
  if (fresh.length === 0) return state;
  return { ...state, [list]: { ...state[list], [appId]: appendBounded(before, fresh, INVALID_KEPT) } };
}

/** Changes the record of one message; unknown ids change nothing. */
export const updateMessage = (
  messages: Log<MessageRecord>,
  id: string,
  change: (record: MessageRecord) => MessageRecord,
): Log<MessageRecord> => updateNewest(messages, (record) => record.id === id, change);
