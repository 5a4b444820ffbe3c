import { emptyShelf, type Shelf } from '../kit/shelf.ts';
import type { OppoNotification } from './notification.ts';

/** A token as handed out. Credentials that changed since make it worthless, so they are kept with it. */
export interface Token {
  readonly appKey: string;
  readonly masterSecret: string;
  readonly appId: string;
  /** ms; from this moment on it is expired. */
  readonly until: number;
}

/** A message body stored for broadcasts. */
export interface SavedMessage {
  readonly appId: string;
  readonly notification: OppoNotification;
}

export interface Picture {
  readonly appId: string;
  readonly kind: 'big' | 'small';
  /** ms. */
  readonly until: number;
}

/** Counters of one app and one day (UTC+8). */
export interface DayCount {
  readonly day: number;
  /** Public messages, one for each target. */
  readonly messages: number;
  readonly pictures: number;
}

/** What OPPO's servers remember between requests. Immutable: every change makes a new one. */
export interface OppoState {
  readonly tokens: Shelf<Token>;
  /** By app id: the token that was handed out last. */
  readonly newestToken: Readonly<Record<string, string>>;
  /** Requests in the current second, by app id. */
  readonly rate: Readonly<Record<string, { readonly second: number; readonly count: number }>>;
  readonly days: Readonly<Record<string, DayCount>>;
  /** Public messages of the day by app and phone: `<app id> <registration id>`. Only counted while there is a limit. */
  readonly phones: Shelf<{ readonly day: number; readonly count: number }>;
  /** First message id by app, app_message_id and target. */
  readonly sent: Shelf<string>;
  readonly saved: Shelf<SavedMessage>;
  /** Stored message id by app and app_message_id. */
  readonly savedIds: Shelf<string>;
  readonly pictures: Shelf<Picture>;
  /** Dead registrations that were fetched: `<registration id> <since>`. */
  readonly fetched: Shelf<true>;
  /** Tags that were added: `<app id> <name>`, with their description. */
  readonly tags: Shelf<string>;
  /** Tag groups: `<app id> <name>`, with their tags. */
  readonly groups: Shelf<readonly string[]>;
}

/** Memory of a server that has not been called yet. */
export const emptyState = (): OppoState => ({
  tokens: emptyShelf(10_000),
  newestToken: {},
  rate: {},
  days: {},
  phones: emptyShelf(100_000),
  sent: emptyShelf(20_000),
  saved: emptyShelf(5000),
  savedIds: emptyShelf(5000),
  pictures: emptyShelf(1000),
  fetched: emptyShelf(20_000),
  tags: emptyShelf(10_000),
  groups: emptyShelf(5000),
});

const NOTHING = { messages: 0, pictures: 0 };

/** Today's counters of an app. */
export function dayOf({ days }: OppoState, appId: string, day: number): DayCount {
  const found = Object.hasOwn(days, appId) ? days[appId] : undefined;
  return found?.day === day ? found : { day, ...NOTHING };
}

/** Adds to today's counters of an app. */
export function countDay(
  state: OppoState,
  appId: string,
  day: number,
  by: { readonly messages?: number; readonly pictures?: number },
): OppoState {
  const before = dayOf(state, appId, day);
  const next: DayCount = {
    day,
    messages: before.messages + (by.messages ?? 0),
    pictures: before.pictures + (by.pictures ?? 0),
  };
  return { ...state, days: { ...state.days, [appId]: next } };
}

/** Counts a request of this second; null = beyond the limit. 0 = no limit, nothing is counted. */
export function countRequest(state: OppoState, appId: string, now: number, limit: number): OppoState | null {
  if (limit <= 0) return state;
  const second = Math.floor(now / 1000);
  const before = Object.hasOwn(state.rate, appId) ? state.rate[appId] : undefined;
  const count = before?.second === second ? before.count + 1 : 1;
  return count > limit ? null : { ...state, rate: { ...state.rate, [appId]: { second, count } } };
}
