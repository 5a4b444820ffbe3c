import { performance } from 'node:perf_hooks';

/** How often it looks whether there is time, and how much of it work may take then, ms. */
const EVERY_MS = 25;
const SLICE_MS = 8;
/** Above this share of the time the thread is busy with what matters more. */
const BUSY = 0.96;
/** What it gets even then once much waits, ms: enough for a thousand pushes a second. */
const BUSY_SLICE_MS = 2;

export interface SpareTimeQueue<T> {
  add(item: T): void;
  /** Does all of it now. */
  drain(): void;
  /** How many wait. */
  size(): number;
  clear(): void;
}

export interface SpareTimeOptions<T> {
  /** Items that may wait; beyond it the oldest is lost. */
  readonly length: number;
  work(item: T): void;
  lose(item: T): void;
  /** Share of the time since the last look that the thread was busy, 0 to 1; measured when absent. */
  readonly busy?: () => number;
}

/**
 * Work that can wait until the thread has time for it: under full load little is done, and what finds no room any more is
 * lost, oldest first.
 */
export function createSpareTimeQueue<T>({
  length,
  work,
  lose,
  busy = measure(),
}: SpareTimeOptions<T>): SpareTimeQueue<T> {
  let items: (T | undefined)[] = [];
  let first = 0;
  let armed = false;
  const size = () => items.length - first;

  function take(): T | undefined {
    const item = items[first];
    items[first++] = undefined;
    // Moving what is left once in a while costs less than doing so for each.
    if (first > length) {
      items = items.slice(first);
      first = 0;
    }
    return item;
  }

  function sliceMs(): number {
    if (busy() < BUSY) return SLICE_MS;
    return size() > length / 2 ? BUSY_SLICE_MS : 0;
  }

  function look(): void {
    armed = false;
    const until = performance.now() + sliceMs();
    while (size() > 0 && performance.now() < until) workOn(take());
    if (size() > 0) arm();
  }

  function workOn(item: T | undefined): void {
    if (item !== undefined) work(item);
  }

  function arm(): void {
    if (armed) return;
    armed = true;
    setTimeout(look, EVERY_MS).unref();
  }

  return {
    add(item) {
      items.push(item);
      if (size() > length) {
        const oldest = take();
        if (oldest !== undefined) lose(oldest);
      }
      arm();
    },
    drain() {
      while (size() > 0) workOn(take());
    },
    size,
    clear() {
      items = [];
      first = 0;
    },
  };
}

function measure(): () => number {
  let last = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, last);
    last = now;
    return utilization;
  };
}
