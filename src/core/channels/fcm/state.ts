import { append, emptyLog, entries, type Log } from '../kit/log.ts';
import { emptyShelf, type Shelf } from '../kit/shelf.ts';

/** Messages counted since `since`, for a minute. */
export interface Counter {
  readonly since: number;
  readonly count: number;
}

/** When a registration joined a topic; the newest entry of the two counts. */
export interface Subscription {
  readonly token: string;
  readonly topic: string;
  readonly at: number;
}

/** What FCM's servers remember between requests. Immutable: every change makes a new one. */
export interface FcmState {
  /** Only while a quota is switched on: `project:…`, `device:…`, `topic:…`. */
  readonly counters: Readonly<Record<string, Counter>>;
  readonly subscriptions: Log<Subscription>;
  /** Dead registrations that have already been answered 404, newest last; only while `lateUnregistered` is on. */
  readonly reported: readonly string[];
  /** By app and phone: until when its collapsible messages have used up their pace, ms. */
  readonly paces: Shelf<number>;
  /** By app and phone: when urgent messages that showed nothing arrived, ms, oldest first. */
  readonly urgent: Shelf<readonly number[]>;
}

const SUBSCRIPTIONS_KEPT = 2000;
const REPORTED_KEPT = 500;
const COUNTERS_KEPT = 1000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const PHONES_KEPT = 4096;

const EMPTY: FcmState = {
  counters: {},
  subscriptions: emptyLog(SUBSCRIPTIONS_KEPT),
  reported: [],
  paces: emptyShelf(PHONES_KEPT),
  urgent: emptyShelf(PHONES_KEPT),
};

/** Memory of servers that have not been called yet. */
export const emptyState = (): FcmState => EMPTY;

/** Counts one message; null when that is more than `limit` in this `span` (ms), which begins with its first message. */
export function count(state: FcmState, key: string, limit: number, now: number, span = MINUTE): FcmState | null {
  if (limit <= 0) return state;
  const before = Object.hasOwn(state.counters, key) ? state.counters[key] : undefined;
  const running = before !== undefined && now >= before.since && now - before.since < span;
  if (running && before.count >= limit) return null;
  const counter = running ? { since: before.since, count: before.count + 1 } : { since: now, count: 1 };
  const others = before === undefined ? pruned(state.counters, now) : state.counters;
  return { ...state, counters: { ...others, [key]: counter } };
}

function pruned(counters: FcmState['counters'], now: number): FcmState['counters'] {
  const all = Object.entries(counters);
  if (all.length < COUNTERS_KEPT) return counters;
  return Object.fromEntries(all.filter(([, { since }]) => now - since < HOUR).slice(1 - COUNTERS_KEPT));
}

export const joined = (state: FcmState, subscription: Subscription): FcmState => ({
  ...state,
  subscriptions: append(state.subscriptions, subscription),
});

/** When a registration joined its topics, ms; what joined long ago may be missing. */
export const joinDates = ({ subscriptions }: FcmState, token: string): ReadonlyMap<string, number> =>
  new Map(entries(subscriptions).flatMap((one) => (one.token === token ? [[one.topic, one.at] as const] : [])));

/** Notes that a dead registration has been sent to; null when it had been before. */
export function reportOnce(state: FcmState, token: string): FcmState | null {
  if (state.reported.includes(token)) return null;
  return { ...state, reported: [...state.reported.slice(1 - REPORTED_KEPT), token] };
}
