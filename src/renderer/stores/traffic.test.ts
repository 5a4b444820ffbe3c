import { describe, expect, it } from 'vitest';
import type { ApiEvent, ExchangeLine } from '../../core/views.ts';
import type { ExchangeQuery } from '../api/client.ts';
import { fakeApi, line, manualTimers, no, ok, settled } from '../testing/fixtures.ts';
import { createTrafficStore, KEEP, mergeLines, PAGE } from './traffic.ts';

const event = (exchange: ExchangeLine): ApiEvent => ({ type: 'exchange', exchange });
const ids = (lines: readonly ExchangeLine[]) => lines.map(({ id }) => id);

function setUp(answer: (query: ExchangeQuery) => readonly ExchangeLine[] = () => []) {
  const timers = manualTimers();
  const asked: ExchangeQuery[] = [];
  const api = fakeApi({
    exchanges: (query) => {
      asked.push(query);
      return ok(answer(query));
    },
  });
  return { timers, asked, store: createTrafficStore(api, timers.later) };
}

describe('the traffic list', () => {
  it('puts new exchanges on top and replaces known ones where they stand', () => {
    const { store } = setUp();
    store.getState().apply([event(line('1')), event(line('2'))]);
    store.getState().apply([event(line('3')), event(line('1', { status: 410 }))]);
    expect(ids(store.getState().lines)).toEqual(['3', '2', '1']);
    expect(store.getState().lines[2]?.status).toBe(410);
  });

  it('marks what arrived for a moment', () => {
    const { store, timers } = setUp();
    store.getState().apply([event(line('1'))]);
    expect([...store.getState().fresh]).toEqual(['1']);
    timers.advance(5000);
    expect([...store.getState().fresh]).toEqual([]);
  });

  it('is bounded', () => {
    const many = Array.from({ length: KEEP + 10 }, (_, at) => line(String(at)));
    const known = new Set<string>();
    const { lines } = mergeLines([], known, many);
    expect(lines).toHaveLength(KEEP);
    expect(lines[0]?.id).toBe(String(KEEP + 9));
    expect(known.size).toBe(KEEP);
    expect(mergeLines(lines, known, [line('0')]).lines[0]?.id).toBe('0');
  });

  it('asks the API what a search finds, also for what arrives meanwhile', async () => {
    const { store, timers, asked } = setUp((query) => (query.q === 'b' ? [line('b1')] : []));
    store.getState().setFilter({ q: 'b' });
    expect(asked).toHaveLength(0);
    timers.advance(200);
    await settled();
    expect(ids(store.getState().lines)).toEqual(['b1']);
    store.getState().apply([event(line('c1'))]);
    expect(ids(store.getState().lines)).toEqual(['b1']);
    timers.advance(300);
    expect(asked.map(({ q }) => q)).toEqual(['b', 'b']);
  });

  it('drops the answer to a search that was overtaken', async () => {
    const timers = manualTimers();
    const waiting: ((lines: readonly ExchangeLine[]) => void)[] = [];
    const api = fakeApi({
      exchanges: () => new Promise((resolve) => waiting.push((value) => resolve({ ok: true, value }))),
    });
    const store = createTrafficStore(api, timers.later);
    const first = store.getState().load();
    const second = store.getState().load();
    waiting[1]?.([line('new')]);
    waiting[0]?.([line('old')]);
    await Promise.all([first, second]);
    expect(ids(store.getState().lines)).toEqual(['new']);
  });

  it('pages with the last id, as long as pages are full', async () => {
    const page = (from: number, count: number) => Array.from({ length: count }, (_, at) => line(String(from - at)));
    const { store, asked } = setUp((query) => (query.before === undefined ? page(1000, PAGE) : page(800, 3)));
    await store.getState().load();
    expect(store.getState().more).toBe(true);
    await store.getState().loadMore();
    expect(asked[1]?.before).toBe('801');
    expect(store.getState().lines).toHaveLength(PAGE + 3);
    expect(store.getState().more).toBe(false);
    await store.getState().loadMore();
    expect(asked).toHaveLength(2);
  });

  it('shows why it could not be read', async () => {
    const store = createTrafficStore(fakeApi({ exchanges: () => no() }), manualTimers().later);
    expect(await store.getState().load()).toBe(false);
    expect(store.getState().failure?.code).toBe('not_logged_in');
  });

  it('remembers how much the history dropped', () => {
    const { store } = setUp();
    store.getState().apply([
      { type: 'history-dropped', dropped: 4 },
      { type: 'history-dropped', dropped: 9 },
    ]);
    expect(store.getState().dropped).toBe(9);
  });
});
