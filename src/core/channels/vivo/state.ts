import { chinaDate, DAY_MS } from '../kit/china.ts';
import { emptyShelf, find, put, type Shelf } from '../kit/shelf.ts';
import type { VivoMessage } from './payload.ts';

export interface Token {
  readonly appId: string;
  readonly expiresAt: number;
}

/** Counters of one message, as the statistics interface tells them. */
export interface TaskRecord {
  readonly appId: string;
  readonly target: number;
  readonly valid: number;
  readonly send: number;
  readonly receive: number;
  readonly display: number;
  readonly click: number;
  readonly targetInvalid: number;
  readonly targetUnSub: number;
  readonly targetInActive: number;
  readonly covered: number;
  readonly controlled: number;
  readonly targetOffline: number;
}

/** A body kept for list pushes. */
export interface SavedBody {
  readonly appId: string;
  readonly message: VivoMessage;
  /** When it is to be shown, ms; null = on arrival. */
  readonly showAt: number | null;
  readonly at: number;
}

interface Second {
  readonly second: number;
  readonly count: number;
}

/** What one app did on one day in China. */
export interface DayCount {
  readonly day: string;
  readonly operational: number;
  readonly system: number;
  readonly bodies: number;
  readonly broadcasts: number;
}

/** Tags of one app. Members are kept at their registrations. */
export interface AppTags {
  /** Class of each tag; null = none. */
  readonly tags: Readonly<Record<string, string | null>>;
  readonly groups: Readonly<Record<string, { readonly exclusive: boolean }>>;
  readonly segments: readonly string[];
}

/** What vivo's servers remember between requests. Immutable: every change makes a new one. */
export interface VivoState {
  readonly tokens: Shelf<Token>;
  readonly tasks: Shelf<TaskRecord>;
  readonly bodies: Shelf<SavedBody>;
  /** First answers by app, path and requestId. */
  readonly answers: Shelf<string>;
  /** Requests in the current second, by app. */
  readonly sends: Readonly<Record<string, Second>>;
  readonly auths: Readonly<Record<string, Second>>;
  readonly days: Readonly<Record<string, DayCount>>;
  /** Operational messages of the day by app and regId: `<day> <count>`. */
  readonly phones: Shelf<{ readonly day: string; readonly count: number }>;
  /** Day on which an operational text went to a regId, by app, regId, title and content. */
  readonly texts: Shelf<string>;
  readonly tags: Readonly<Record<string, AppTags>>;
}

const TOKENS_KEPT = 2048;
const TASKS_KEPT = 1024;
const BODIES_KEPT = 1024;
const ANSWERS_KEPT = 1024;
const PHONES_KEPT = 4096;
const TEXTS_KEPT = 1024;
const TAGS_KEPT = 1000;

/** How long a saved body may be used. */
export const BODY_DAYS = 7;

/** Memory of a server that has not been called yet. */
export const emptyState = (): VivoState => ({
  tokens: emptyShelf(TOKENS_KEPT),
  tasks: emptyShelf(TASKS_KEPT),
  bodies: emptyShelf(BODIES_KEPT),
  answers: emptyShelf(ANSWERS_KEPT),
  sends: {},
  auths: {},
  days: {},
  phones: emptyShelf(PHONES_KEPT),
  texts: emptyShelf(TEXTS_KEPT),
  tags: {},
});

export const newTask = (appId: string): TaskRecord => ({
  appId,
  target: 0,
  valid: 0,
  send: 0,
  receive: 0,
  display: 0,
  click: 0,
  targetInvalid: 0,
  targetUnSub: 0,
  targetInActive: 0,
  covered: 0,
  controlled: 0,
  targetOffline: 0,
});

type Counters = Omit<TaskRecord, 'appId'>;

/** A record with its counters raised. */
export function addUp(record: TaskRecord, add: Partial<Counters>): TaskRecord {
  const sums: { -readonly [K in keyof Counters]?: number } = {};
  for (const name of Object.keys(add) as (keyof Counters)[]) sums[name] = record[name] + (add[name] ?? 0);
  return { ...record, ...sums };
}

/** Adds to the counters of a task; a forgotten one changes nothing. */
export function countTask(state: VivoState, id: string, add: Partial<Counters>): VivoState {
  const record = find(state.tasks, id);
  return record ? { ...state, tasks: put(state.tasks, id, addUp(record, add)) } : state;
}

/** One more request in this second; null when that is more than `limit`. */
export function countSecond(
  seconds: Readonly<Record<string, Second>>,
  appId: string,
  now: number,
  limit: number,
): Readonly<Record<string, Second>> | null {
  const second = Math.floor(now / 1000);
  const before = seconds[appId];
  const count = before?.second === second ? before.count + 1 : 1;
  return count > limit ? null : { ...seconds, [appId]: { second, count } };
}

const NO_COUNT: Omit<DayCount, 'day'> = { operational: 0, system: 0, bodies: 0, broadcasts: 0 };

/** What the app did today. */
export function today({ days }: VivoState, appId: string, now: number): DayCount {
  const day = chinaDate(now);
  const count = days[appId];
  return count?.day === day ? count : { day, ...NO_COUNT };
}

export function countToday(
  state: VivoState,
  appId: string,
  now: number,
  key: Exclude<keyof DayCount, 'day'>,
  by = 1,
): VivoState {
  const count = today(state, appId, now);
  return { ...state, days: { ...state.days, [appId]: { ...count, [key]: count[key] + by } } };
}

/** A saved body of this app that is not too old. */
export function savedBody(state: VivoState, appId: string, taskId: string, now: number): SavedBody | undefined {
  const body = find(state.bodies, taskId);
  return body?.appId === appId && now - body.at <= BODY_DAYS * DAY_MS ? body : undefined;
}

const NO_TAGS: AppTags = { tags: {}, groups: {}, segments: [] };

export const tagsOf = ({ tags }: VivoState, appId: string): AppTags => tags[appId] ?? NO_TAGS;

const newest = <V>(entries: readonly (readonly [string, V])[]): Readonly<Record<string, V>> =>
  Object.fromEntries(entries.slice(-TAGS_KEPT));

/** Replaces what is known of an app's tags, bounded. */
export const withTags = (state: VivoState, appId: string, { tags, groups, segments }: AppTags): VivoState => ({
  ...state,
  tags: {
    ...state.tags,
    [appId]: {
      tags: newest(Object.entries(tags)),
      groups: newest(Object.entries(groups)),
      segments: segments.slice(-TAGS_KEPT),
    },
  },
});
