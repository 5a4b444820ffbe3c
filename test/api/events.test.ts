import { afterEach, describe, expect, it, vi } from 'vitest';
import { createEventHub, type EventHubOptions } from '../../src/server/api/events.ts';
import { createTestApi, message, push } from './harness.ts';

const TOKEN = '6b1f0c5ae2d94c7788a3b1d05f9e3c4276d8e0a9b2c14f35d6e7f8091a2b3c4d';

interface StreamedEvent {
  readonly id: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Reads a server-sent event stream piece by piece. */
function reader(response: Response) {
  const stream = response.body?.getReader();
  if (stream === undefined) throw new Error('The answer has no body.');
  const decoder = new TextDecoder();
  let text = '';
  return {
    comments: [] as string[],
    async next(): Promise<StreamedEvent | null> {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          if (block.startsWith(':')) this.comments.push(block);
          const event = parse(block);
          if (event !== null) return event;
          if (block.startsWith(':')) return null;
          continue;
        }
        const { done, value } = await stream.read();
        if (done) return null;
        text += decoder.decode(value, { stream: true });
      }
    },
    /** Events up to and with the first of `type`. */
    async until(type: string): Promise<StreamedEvent[]> {
      const events: StreamedEvent[] = [];
      for (;;) {
        const event = await this.next();
        if (event === null) throw new Error(`The stream ended before ${type}: ${events.map((one) => one.type)}`);
        events.push(event);
        if (event.type === type) return events;
      }
    },
    cancel: () => stream.cancel(),
  };
}

function parse(block: string): StreamedEvent | null {
  const lines = new Map(block.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]));
  const data = lines.get('data');
  return data === undefined
    ? null
    : { id: Number(lines.get('id')), type: lines.get('event') ?? '', data: JSON.parse(data) };
}

const request = (init?: RequestInit) => new Request('http://127.0.0.1/api/v1/events', init);

function createHub(options?: EventHubOptions) {
  const test = createTestApi();
  return { ...test, hub: createEventHub(test.deps, { batchMs: 0, ...options }) };
}

describe('GET /events', () => {
  afterEach(() => void vi.useRealTimers());

  it('streams what happens, with rising ids, as the views of the API', async () => {
    const { raw, call, api } = createTestApi();
    const response = await raw('/events');
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events = reader(response);
    const sent = (await call('POST', '/messages', message())).body;
    const seen = await events.until('outcome');
    expect(seen.map((one) => one.type)).toEqual(expect.arrayContaining(['notification', 'device', 'exchange']));
    const ids = seen.map((one) => one.id);
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    expect(seen.at(-1)?.data.outcome).toEqual(sent.at('outcomes', 0));
    const device = seen.findLast((one) => one.type === 'device')?.data;
    expect(device).toMatchObject({ device: { id: 'iphone', badge: 1 }, screen: { badge: 1 } });
    api.close();
  });

  it('resumes after the last event that the client has seen', async () => {
    const { hub, simulator } = createHub();
    simulator.putAccount('a1', {});
    const after = simulator.eventsSince(0)?.at(-1)?.seq;
    simulator.putAccount('a2', {});
    simulator.putAccount('a3', {});
    const events = reader(hub.open(request({ headers: { 'last-event-id': String(after) } })));
    expect((await events.next())?.data).toMatchObject({ account: { userId: 'a2' } });
    expect((await events.next())?.data).toMatchObject({ account: { userId: 'a3' } });
    hub.close();
  });

  it('asks for a fresh start when it cannot resume', async () => {
    const { hub, simulator } = createHub();
    simulator.putAccount('a1', {});
    const now = simulator.eventsSince(0)?.at(-1)?.seq;
    const events = reader(hub.open(request({ headers: { 'last-event-id': '999999' } })));
    expect(await events.next()).toEqual({ id: now, type: 'resync', data: { type: 'resync' } });
    hub.close();
  });

  it('refuses an id that is no number', async () => {
    const { hub } = createHub();
    const response = hub.open(request({ headers: { 'last-event-id': 'abc' } }));
    expect(response.status).toBe(400);
    hub.close();
  });

  it('drops a subscriber that does not read, tells it so, and goes on for the others', async () => {
    const { hub, simulator } = createHub({ queueLength: 20, bufferBytes: 200 });
    const slow = reader(hub.open(request()));
    const quick = reader(hub.open(request()));
    for (let i = 0; i < 30; i++) {
      simulator.putAccount(`a${i}`, {});
      expect((await quick.next())?.data).toMatchObject({ account: { userId: `a${i}` } });
    }
    const seen = await slow.until('resync');
    expect(seen.length).toBeLessThan(10);
    expect(await slow.next()).toBeNull();
    const last = seen.at(-1)?.id ?? 0;
    const again = reader(hub.open(request({ headers: { 'last-event-id': String(last) } })));
    expect((await again.next())?.id).toBe(last + 1);
    hub.close();
  });

  it('sends only the last of several states of one phone in a batch', async () => {
    const { hub, simulator } = createHub();
    const events = reader(hub.open(request()));
    for (let i = 0; i < 5; i++) push(simulator, TOKEN, `n${i}`);
    simulator.putAccount('end', {});
    const seen = await events.until('account');
    expect(seen.filter((one) => one.type === 'notification').length).toBe(5);
    const devices = seen.filter((one) => one.type === 'device');
    expect(devices.length).toBe(1);
    expect(devices[0]?.data).toMatchObject({ screen: { notifications: [{ title: 'n4' }, {}, {}, {}, {}] } });
    hub.close();
  });

  it('keeps an idle stream open with comments', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { hub } = createHub({ keepAliveMs: 1000 });
    const events = reader(hub.open(request()));
    const first = events.next();
    await vi.advanceTimersByTimeAsync(1000);
    expect(await first).toBeNull();
    expect(events.comments).toEqual([': still here']);
    hub.close();
  });

  it('leaves nothing behind when the client goes or the server closes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
    const { hub } = createHub();
    const leaving = new AbortController();
    const one = reader(hub.open(request({ signal: leaving.signal })));
    const two = reader(hub.open(request()));
    const three = reader(hub.open(request()));
    leaving.abort();
    await two.cancel();
    hub.close();
    expect(await one.next()).toBeNull();
    expect(await three.next()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
    expect(hub.open(request({ method: 'HEAD' })).body).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });
});
