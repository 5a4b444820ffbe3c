import { emptyShelf, type Shelf } from '../kit/shelf.ts';

interface Count {
  readonly since: number;
  readonly count: number;
}

/** Messages of one registration on one day in China. */
export interface DayCount {
  readonly day: number;
  readonly all: number;
  readonly marketing: number;
}

/** What Huawei's servers remember between requests. Immutable; records are keyed by what the credentials name. */
export interface HuaweiState {
  /** Counter of request ids. */
  readonly requests: number;
  /** Requests in the current second, by app. */
  readonly rate: Readonly<Record<string, Count>>;
  /** Token calls in the current five minutes, by app. */
  readonly tokenCalls: Readonly<Record<string, Count>>;
  /** Serial of the newest access token, by app. */
  readonly newestToken: Readonly<Record<string, string>>;
  /** Test messages of the day, by app; test requests of v3, by project. */
  readonly tests: Readonly<Record<string, Count>>;
  /** Registrations that a receipt has reported as gone. */
  readonly dead: Shelf<true>;
  readonly days: Shelf<DayCount>;
  /** Topics of an app, in the order of their first subscription. */
  readonly topics: Readonly<Record<string, readonly string[]>>;
  /** When a registration subscribed to a topic, ms; key `<token> <topic>`. */
  readonly subscribed: Shelf<number>;
  /** Last version of a form, key `<token> <formId>`. */
  readonly forms: Shelf<number>;
}

const KEPT = 10_000;

/** Memory of a server that has not been called yet. */
export const emptyState = (): HuaweiState => ({
  requests: 0,
  rate: {},
  tokenCalls: {},
  newestToken: {},
  tests: {},
  dead: emptyShelf(KEPT),
  days: emptyShelf(KEPT),
  topics: {},
  subscribed: emptyShelf(KEPT),
  forms: emptyShelf(KEPT),
});

/** One more in a period that began at `since`; a new period starts at 1. */
export function countUp(
  counts: Readonly<Record<string, Count>>,
  key: string,
  since: number,
  by = 1,
): { readonly count: number; readonly counts: Readonly<Record<string, Count>> } {
  const before = Object.hasOwn(counts, key) ? counts[key] : undefined;
  const count = before?.since === since ? before.count + by : by;
  return { count, counts: { ...counts, [key]: { since, count } } };
}
