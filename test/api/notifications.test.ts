import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestApi, push, START } from './harness.ts';

const TOKEN = '6b1f0c5ae2d94c7788a3b1d05f9e3c4276d8e0a9b2c14f35d6e7f8091a2b3c4d';

const titlesOf = (value: unknown) => (value as readonly { title: string }[]).map((one) => one.title);

describe('GET /notifications', () => {
  it('filters by device, channel, title, body and time', async () => {
    const { call, simulator } = createTestApi();
    const found = async (query: string) =>
      titlesOf((await call('GET', `/notifications?${query}`)).body.at('notifications'));
    push(simulator, TOKEN, 'Order 1', 'paid');
    simulator.setClock({ offsetMs: 60_000 });
    push(simulator, TOKEN, 'Order 2', 'sent');
    expect(await found('')).toEqual(['Order 2', 'Order 1']);
    expect(await found('title=Order%201')).toEqual(['Order 1']);
    expect(await found('title=Order')).toEqual(['Order 2', 'Order 1']);
    expect(await found('body=sent')).toEqual(['Order 2']);
    expect(await found('device=iphone&channel=apns')).toEqual(['Order 2', 'Order 1']);
    expect(await found('device=pixel')).toEqual([]);
    expect(await found('channel=xiaomi')).toEqual([]);
    expect(await found(`since=${START + 1}`)).toEqual(['Order 2']);
    expect(await found(`since=${new Date(START + 60_000).toISOString()}`)).toEqual(['Order 2']);
    expect(await found(`since=${START + 60_001}`)).toEqual([]);
    expect(await found('limit=1')).toEqual(['Order 2']);
  });

  it.each(['since=yesterday', 'wait=5m', 'wait=61s', 'wait=-1s', 'wait='])('refuses %s', async (query) => {
    const { call } = createTestApi();
    expect((await call('GET', `/notifications?${query}`)).status).toBe(400);
  });
});

describe('wait', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('answers at once when something matches already', async () => {
    const { call, simulator } = createTestApi();
    push(simulator, TOKEN, 'here');
    expect(titlesOf((await call('GET', '/notifications?wait=5s')).body.at('notifications'))).toEqual(['here']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is held until one matches, and lets others pass', async () => {
    const { call, simulator } = createTestApi();
    const waiting = call('GET', '/notifications?wait=5s&title=wanted');
    await held();
    push(simulator, TOKEN, 'another');
    push(simulator, TOKEN, 'wanted');
    expect(titlesOf((await waiting).body.at('notifications'))).toEqual(['wanted']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('answers an empty list when the time is up', async () => {
    const { call } = createTestApi();
    const waiting = call('GET', '/notifications?wait=1500ms');
    await held();
    let answered = false;
    void waiting.then(() => {
      answered = true;
    });
    await vi.advanceTimersByTimeAsync(1499);
    expect(answered).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect((await waiting).body.value).toEqual({ notifications: [] });
  });

  it('stops waiting when the client goes away', async () => {
    const { raw } = createTestApi();
    const leaving = new AbortController();
    const waiting = raw('/notifications?wait=60s', { signal: leaving.signal });
    await held();
    leaving.abort();
    await waiting;
    expect(vi.getTimerCount()).toBe(0);
  });
});

/** Until the request has begun to wait. */
async function held(): Promise<void> {
  while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
}
