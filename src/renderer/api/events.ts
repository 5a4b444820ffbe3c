import type { ApiEvent } from '../../core/views.ts';
import { API_BASE } from './client.ts';

/** `lost`: the stream broke; `retryAt` is when the next try starts (ms of the wall clock). */
export type LinkState =
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  | { readonly state: 'lost'; readonly retryAt: number; readonly attempt: number };

export interface EventSourceLike {
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void): void;
  close(): void;
}

export interface EventFeedOptions {
  readonly open: (url: string) => EventSourceLike;
  /** Runs after each (re)connection and before the events that arrived meanwhile. False: try again later. */
  readonly resync: () => Promise<boolean>;
  /** The workspace was reset and its history is gone; comes before the world is read again. */
  readonly onReset?: () => void;
  /** Events in the order of arrival, a batch for each drawn frame. */
  readonly deliver: (events: readonly ApiEvent[]) => void;
  readonly onLink: (link: LinkState) => void;
  readonly now: () => number;
  readonly later: (run: () => void, ms: number) => () => void;
  /** Calls back before the next frame is drawn. */
  readonly frame: (run: () => void) => void;
}

export interface EventFeed {
  start(): void;
  retryNow(): void;
  stop(): void;
}

const EVENT_TYPES: readonly ApiEvent['type'][] = [
  'exchange',
  'outcome',
  'notification',
  'device',
  'device-removed',
  'account',
  'workspace',
  'faults',
  'reset',
  'app-callback',
  'history-dropped',
  'resync',
];

interface RawEvent {
  readonly type: ApiEvent['type'];
  readonly data: string;
}

/** A device's event starts with its id; where it does not, the event is simply read. */
const DEVICE_ID = /^\{"type":"device","device":\{"id":"([^"\\]+)"/;

/** Reads a batch, skipping states of a device that a later event of the batch replaces: they are the big ones. */
function readBatch(batch: readonly RawEvent[]): readonly ApiEvent[] {
  const seen = new Set<string>();
  const kept: ApiEvent[] = [];
  for (const { type, data } of batch.toReversed()) {
    const id = type === 'device' ? DEVICE_ID.exec(data)?.[1] : undefined;
    if (id !== undefined && seen.has(id)) continue;
    if (id !== undefined) seen.add(id);
    kept.push(JSON.parse(data) as ApiEvent);
  }
  return kept.reverse();
}

/** Pause before try `attempt` (1 = first after a loss), ms: 0.5, 1, 2, 4, 8, 10 s. */
export function backOff(attempt: number): number {
  return Math.min(500 * 2 ** (attempt - 1), 10_000);
}

/**
 * Keeps one event stream open. What arrives while the page reads everything again waits until that is done:
 * every event carries whole states, so applying a few twice ends in the same place.
 */
export function createEventFeed(options: EventFeedOptions): EventFeed {
  let source: EventSourceLike | null = null;
  let cancelRetry: (() => void) | null = null;
  let attempt = 0;
  let waiting: RawEvent[] = [];
  let synced = false;
  let framePending = false;

  const flush = () => {
    framePending = false;
    if (!synced || waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    options.deliver(readBatch(batch));
  };
  const schedule = () => {
    if (framePending || !synced) return;
    framePending = true;
    options.frame(flush);
  };
  const lose = (current: EventSourceLike) => {
    if (source !== current) return;
    current.close();
    source = null;
    synced = false;
    waiting = [];
    attempt += 1;
    const pause = backOff(attempt);
    options.onLink({ state: 'lost', retryAt: options.now() + pause, attempt });
    cancelRetry = options.later(connect, pause);
  };
  const sync = async (current: EventSourceLike) => {
    synced = false;
    const done = await options.resync();
    if (source !== current) return;
    if (!done) {
      lose(current);
      return;
    }
    attempt = 0;
    synced = true;
    options.onLink({ state: 'live' });
    schedule();
  };
  const receive = (current: EventSourceLike, type: ApiEvent['type'], data: unknown) => {
    if (source !== current || typeof data !== 'string') return;
    if (type === 'reset') options.onReset?.();
    if (type === 'resync' || type === 'reset') {
      waiting = [];
      void sync(current);
      return;
    }
    waiting.push({ type, data });
    schedule();
  };
  function connect() {
    cancelRetry?.();
    cancelRetry = null;
    if (attempt === 0) options.onLink({ state: 'connecting' });
    const current = options.open(`${API_BASE}/events`);
    source = current;
    current.addEventListener('open', () => void sync(current));
    current.addEventListener('error', () => lose(current));
    for (const type of EVENT_TYPES) current.addEventListener(type, (event) => receive(current, type, event.data));
  }
  return {
    start: connect,
    retryNow: () => {
      if (source === null) connect();
    },
    stop: () => {
      cancelRetry?.();
      source?.close();
      source = null;
    },
  };
}
