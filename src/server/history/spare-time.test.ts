import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSpareTimeQueue } from './spare-time.ts';

function queueOf(busy: () => number, length = 3) {
  const done: number[] = [];
  const lost: number[] = [];
  const queue = createSpareTimeQueue<number>({
    length,
    work: (item) => void done.push(item),
    lose: (item) => void lost.push(item),
    busy,
  });
  return { queue, done, lost };
}

describe('work in spare time', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is done in its order as soon as there is time', () => {
    const { queue, done } = queueOf(() => 0.2);
    for (const item of [1, 2, 3]) queue.add(item);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(100);
    expect([done, queue.size()]).toEqual([[1, 2, 3], 0]);
  });

  it('waits while the thread is busy, and loses the oldest when there is no room', () => {
    let load = 0.99;
    const { queue, done, lost } = queueOf(() => load);
    for (const item of [1, 2, 3, 4, 5]) queue.add(item);
    expect([done, lost, queue.size()]).toEqual([[], [1, 2], 3]);
    load = 0.5;
    vi.advanceTimersByTime(100);
    expect([done, lost]).toEqual([
      [3, 4, 5],
      [1, 2],
    ]);
  });

  it('of which little waits is left alone by a busy thread, of which much waits it is not', () => {
    const { queue, done } = queueOf(() => 0.99, 4);
    for (const item of [1, 2]) queue.add(item);
    vi.advanceTimersByTime(1000);
    expect(done).toEqual([]);
    queue.add(3);
    vi.advanceTimersByTime(100);
    expect(done).toEqual([1, 2, 3]);
  });

  it('is all done when asked, and none of it after it was cleared', () => {
    const { queue, done } = queueOf(() => 1, 10);
    for (const item of [1, 2]) queue.add(item);
    queue.drain();
    queue.add(3);
    queue.clear();
    vi.advanceTimersByTime(1000);
    queue.drain();
    expect(done).toEqual([1, 2]);
  });

  it('keeps its order over many', () => {
    const { queue, done, lost } = queueOf(() => 1, 4);
    for (let item = 0; item < 50; item++) queue.add(item);
    queue.drain();
    expect([done, lost.length]).toEqual([[46, 47, 48, 49], 46]);
  });
});
