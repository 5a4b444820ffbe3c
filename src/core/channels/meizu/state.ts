import { chinaDayNumber } from '../kit/china.ts';
import { emptyLog, entries, type Log, updateNewest } from '../kit/log.ts';
import type { MeizuMessage } from './message.ts';

/** What Meizu's statistics count, in the order in which they print it. */
export interface Counters {
  readonly targetNo: number;
  readonly validNo: number;
  readonly pushedNo: number;
  readonly acceptNo: number;
  readonly displayNo: number;
  readonly clickNo: number;
}

export const NO_COUNTS: Counters = { targetNo: 0, validNo: 0, pushedNo: 0, acceptNo: 0, displayNo: 0, clickNo: 0 };

export interface Task {
  readonly id: number;
  readonly appId: string;
  readonly passThrough: boolean;
  /** `targets`: made by getTaskId, sent to as often as wanted. */
  readonly audience: 'targets' | 'app' | 'tag';
  readonly message: MeizuMessage;
  /** When it goes out; null = made without a time. */
  readonly dueAt: number | null;
  readonly cancelled: boolean;
  readonly counters: Counters;
}

/** One app on one day (number of the day in China). */
export interface CountedDay {
  readonly appId: string;
  readonly day: number;
  readonly sends: number;
  readonly counters: Counters;
}

/** The switches of one registration; 1 = on. */
export interface SwitchState {
  readonly bar: 0 | 1;
  readonly direct: 0 | 1;
}

/** What one registration got lately; kept only while a limit needs it. */
export interface Received {
  /** Moments of the last minute, ms. */
  readonly times: readonly number[];
  readonly day: number;
  readonly publicCount: number;
}

/** What Meizu's servers remember between requests. Immutable: every change makes a new one. */
export interface MeizuState {
  readonly tasks: Log<Task>;
  readonly nextTaskId: number;
  /** Registrations with a switch off, by pushId; the others have both on. */
  readonly switches: Readonly<Record<string, SwitchState>>;
  /** Requests in the current second, by app. */
  readonly rate: Readonly<Record<string, { readonly second: number; readonly count: number }>>;
  /** Oldest first, bounded. */
  readonly days: readonly CountedDay[];
  /** In buckets by pushId, so that a push copies one of them only. */
  readonly received: readonly (Readonly<Record<string, Received>> | undefined)[];
}

const TASKS_KEPT = 1000;
const SWITCHES_KEPT = 10_000;
const DAYS_KEPT = 120;
const BUCKETS = 64;
const BUCKET_KEPT = 256;
const FIRST_TASK = 20457;

/** Memory of a server that has not been called yet. */
export const emptyState = (): MeizuState => ({
  tasks: emptyLog(TASKS_KEPT),
  nextTaskId: FIRST_TASK,
  switches: {},
  rate: {},
  days: [],
  received: new Array<undefined>(BUCKETS).fill(undefined),
});

/** A task of this app; undefined when there is none. */
export const findTask = ({ tasks }: MeizuState, appId: string, id: string): Task | undefined =>
  entries(tasks).find((task) => String(task.id) === id && task.appId === appId);

const changeTask = (tasks: Log<Task>, id: number, change: (task: Task) => Task): Log<Task> =>
  updateNewest(tasks, (task) => task.id === id, change);

/** Marks a task as cancelled and takes back what it counted as pushed on the day of its time. */
export function cancelTask(state: MeizuState, { id, appId, dueAt, counters }: Task): MeizuState {
  const tasks = changeTask(state.tasks, id, (task) => ({ ...task, cancelled: true }));
  return count({ ...state, tasks }, { appId, taskId: id, now: dueAt ?? 0 }, { pushedNo: -counters.pushedNo });
}

const ON: SwitchState = { bar: 1, direct: 1 };

export const switchesOf = ({ switches }: MeizuState, pushId: string): SwitchState =>
  (Object.hasOwn(switches, pushId) ? switches[pushId] : undefined) ?? ON;

/** Sets the switches of a registration; the longest unchanged ones are forgotten beyond the limit. */
export function setSwitches(state: MeizuState, pushId: string, next: SwitchState): MeizuState {
  const others = Object.entries(state.switches).filter(([id]) => id !== pushId);
  const on = next.bar === 1 && next.direct === 1;
  const kept = others.slice(Math.max(0, others.length - SWITCHES_KEPT + 1));
  return { ...state, switches: Object.fromEntries(on ? others : [...kept, [pushId, next]]) };
}

const sum = (a: Counters, b: Partial<Counters>): Counters => ({
  targetNo: a.targetNo + (b.targetNo ?? 0),
  validNo: a.validNo + (b.validNo ?? 0),
  pushedNo: a.pushedNo + (b.pushedNo ?? 0),
  acceptNo: a.acceptNo + (b.acceptNo ?? 0),
  displayNo: a.displayNo + (b.displayNo ?? 0),
  clickNo: a.clickNo + (b.clickNo ?? 0),
});

export const dayOf = ({ days }: MeizuState, appId: string, day: number): CountedDay =>
  days.findLast((one) => one.day === day && one.appId === appId) ?? { appId, day, sends: 0, counters: NO_COUNTS };

/** Whose counters move. */
export interface Counted {
  readonly appId: string;
  readonly taskId: number | null;
  readonly now: number;
}

/** Adds to the counters of the day and, if there is one, of the task. */
export function count(
  state: MeizuState,
  { appId, taskId, now }: Counted,
  by: Partial<Counters>,
  sends = 0,
): MeizuState {
  const day = chinaDayNumber(now);
  const before = dayOf(state, appId, day);
  const entry = { ...before, sends: before.sends + sends, counters: sum(before.counters, by) };
  const index = state.days.indexOf(before);
  const days = index < 0 ? [...state.days.slice(1 - DAYS_KEPT), entry] : state.days.with(index, entry);
  const tasks =
    taskId === null
      ? state.tasks
      : changeTask(state.tasks, taskId, (task) => ({ ...task, counters: sum(task.counters, by) }));
  return { ...state, days, tasks };
}

const bucketOf = (pushId: string): number => {
  let hash = 0;
  for (let index = 0; index < pushId.length; index += 1) hash = (hash * 31 + pushId.charCodeAt(index)) & 0xffff;
  return hash % BUCKETS;
};

export function receivedBy({ received }: MeizuState, pushId: string): Received | undefined {
  const bucket = received[bucketOf(pushId)];
  return bucket !== undefined && Object.hasOwn(bucket, pushId) ? bucket[pushId] : undefined;
}

/** Remembers what a registration got; a full bucket forgets what it got first. */
export function remember(state: MeizuState, pushId: string, entry: Received): MeizuState {
  const index = bucketOf(pushId);
  const rest = Object.entries(state.received[index] ?? {}).filter(([id]) => id !== pushId);
  const bucket = Object.fromEntries([...rest.slice(Math.max(0, rest.length - BUCKET_KEPT + 1)), [pushId, entry]]);
  return { ...state, received: state.received.with(index, bucket) };
}
