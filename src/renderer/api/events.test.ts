import { describe, expect, it } from 'vitest';
import type { ApiEvent } from '../../core/views.ts';
import { device, line, manualTimers, screen, settled } from '../testing/fixtures.ts';
import { backOff, createEventFeed, type EventSourceLike, type LinkState } from './events.ts';

class FakeSource implements EventSourceLike {
  readonly listeners = new Map<string, (event: { readonly data?: unknown }) => void>();
  closed = false;
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void) {
    this.listeners.set(type, listener);
  }
  close() {
    this.closed = true;
  }
  emit(type: string, data?: unknown) {
    this.listeners.get(type)?.({ data: data === undefined ? undefined : JSON.stringify(data) });
  }
}

function setUp() {
  const timers = manualTimers();
  const sources: FakeSource[] = [];
  const links: LinkState[] = [];
  const batches: (readonly ApiEvent[])[] = [];
  const resyncs: ((done: boolean) => void)[] = [];
  const resets: number[] = [];
  let frames: (() => void)[] = [];
  const feed = createEventFeed({
    open: () => {
      const source = new FakeSource();
      sources.push(source);
      return source;
    },
    resync: () => new Promise((resolve) => resyncs.push(resolve)),
    onReset: () => resets.push(resyncs.length),
    deliver: (events) => batches.push(events),
    onLink: (link) => links.push(link),
    now: timers.now,
    later: timers.later,
    frame: (run) => frames.push(run),
  });
  const drawFrame = () => {
    const due = frames;
    frames = [];
    for (const run of due) run();
  };
  return { feed, timers, sources, links, batches, resyncs, resets, drawFrame };
}

const exchange = (id: string) => ({ type: 'exchange', exchange: line(id) });

async function goLive(test: ReturnType<typeof setUp>, at = 0) {
  test.sources[at]?.emit('open');
  test.resyncs.at(-1)?.(true);
  await settled();
}

describe('the event feed', () => {
  it('reads everything first and then delivers what arrived meanwhile', async () => {
    const test = setUp();
    test.feed.start();
    test.sources[0]?.emit('open');
    test.sources[0]?.emit('exchange', exchange('1'));
    test.drawFrame();
    expect(test.batches).toEqual([]);
    test.resyncs[0]?.(true);
    await settled();
    test.drawFrame();
    expect(test.batches).toEqual([[exchange('1')]]);
    expect(test.links.map(({ state }) => state)).toEqual(['connecting', 'live']);
  });

  it('delivers one batch for each frame', async () => {
    const test = setUp();
    test.feed.start();
    await goLive(test);
    test.drawFrame();
    for (const id of ['1', '2', '3']) test.sources[0]?.emit('exchange', exchange(id));
    expect(test.batches).toEqual([]);
    test.drawFrame();
    expect(test.batches.map((batch) => batch.length)).toEqual([3]);
  });

  it('reads only the last state of each device in a batch, and every other event', async () => {
    const test = setUp();
    test.feed.start();
    await goLive(test);
    const state = (id: string, badge: number) => ({ type: 'device', device: device(id, { badge }), screen });
    const source = test.sources[0];
    source?.emit('device', state('a', 1));
    source?.emit('exchange', exchange('1'));
    source?.emit('device', state('b', 1));
    source?.emit('device', state('a', 2));
    source?.emit('exchange', exchange('2'));
    test.drawFrame();
    expect(test.batches).toEqual([[exchange('1'), state('b', 1), state('a', 2), exchange('2')]]);
  });

  it('comes back with growing pauses and starts over after a success', async () => {
    const test = setUp();
    test.feed.start();
    await goLive(test);
    test.sources[0]?.emit('error');
    expect(test.sources[0]?.closed).toBe(true);
    expect(test.links.at(-1)).toEqual({ state: 'lost', retryAt: 500, attempt: 1 });
    test.timers.advance(499);
    expect(test.sources).toHaveLength(1);
    test.timers.advance(1);
    test.sources[1]?.emit('error');
    expect(test.links.at(-1)).toMatchObject({ state: 'lost', attempt: 2, retryAt: 1500 });
    test.timers.advance(1000);
    await goLive(test, 2);
    expect(test.links.at(-1)).toEqual({ state: 'live' });
    test.sources[2]?.emit('error');
    expect(test.links.at(-1)).toMatchObject({ attempt: 1 });
  });

  it('tries again when the page could not be read', async () => {
    const test = setUp();
    test.feed.start();
    test.sources[0]?.emit('open');
    test.resyncs[0]?.(false);
    await settled();
    expect(test.links.at(-1)).toMatchObject({ state: 'lost', attempt: 1 });
  });

  it('reads everything again when the server says that it was too slow, or was reset', async () => {
    for (const type of ['resync', 'reset']) {
      const test = setUp();
      test.feed.start();
      await goLive(test);
      test.sources[0]?.emit('exchange', exchange('before'));
      test.sources[0]?.emit(type, { type });
      expect(test.resyncs, type).toHaveLength(2);
      test.drawFrame();
      expect(test.batches, type).toEqual([]);
    }
  });

  it('tries at once when asked, and only then', async () => {
    const test = setUp();
    test.feed.start();
    test.feed.retryNow();
    expect(test.sources).toHaveLength(1);
    test.sources[0]?.emit('error');
    test.feed.retryNow();
    expect(test.sources).toHaveLength(2);
    test.timers.advance(60_000);
    expect(test.sources).toHaveLength(2);
  });

  it('ignores what a closed stream still says', async () => {
    const test = setUp();
    test.feed.start();
    await goLive(test);
    test.sources[0]?.emit('error');
    test.sources[0]?.emit('exchange', exchange('late'));
    test.sources[0]?.emit('error');
    test.drawFrame();
    expect(test.batches).toEqual([]);
    expect(test.links.filter(({ state }) => state === 'lost')).toHaveLength(1);
  });

  it('never waits longer than ten seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 40].map(backOff)).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  });

  it('tells a reset, before anything is read again, and nothing else', async () => {
    const test = setUp();
    test.feed.start();
    await goLive(test);
    test.sources[0]?.emit('resync', JSON.stringify({ type: 'resync' }));
    expect(test.resets).toEqual([]);
    const readBefore = test.resyncs.length;
    test.sources[0]?.emit('reset', JSON.stringify({ type: 'reset' }));
    expect(test.resets).toEqual([readBefore]);
    expect(test.resyncs.length).toBe(readBefore + 1);
  });
});
