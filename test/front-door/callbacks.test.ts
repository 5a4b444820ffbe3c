import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VendorCallback } from '../../src/core/channels/types.ts';
import { isLoopback } from '../../src/server/callbacks/post.ts';
import { type CallbackReport, createCallbackSender } from '../../src/server/callbacks/sender.ts';
import { heldPauses } from './held-pauses.ts';

let server: Server;
let port: number;
let requests: { request: IncomingMessage; body: string }[];
let answer: RequestListener;

beforeEach(async () => {
  // A request that a test aborts may end in the next one: each server has its own list.
  const received: typeof requests = [];
  requests = received;
  answer = (_request, response) => void response.end('ok');
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push({ request, body });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const callback = (url: string, more: Partial<VendorCallback> = {}): VendorCallback => ({
  channel: 'xiaomi',
  url,
  headers: [['content-type', 'application/x-www-form-urlencoded']],
  body: 'data=%7B%7D',
  timeoutMs: 5_000,
  ...more,
});

function send(one: VendorCallback, allowHosts: readonly string[] = []): Promise<CallbackReport> {
  return new Promise((resolve) => {
    createCallbackSender({ allowHosts, report: resolve }).send(one);
  });
}

describe('receipts', () => {
  it.each(['127.0.0.1', 'localhost'])('are posted to %s', async (host) => {
    const report = await send(callback(`http://${host}:${port}/receipt?x=1`));
    expect(report).toMatchObject({ result: 'delivered', status: 200 });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.body).toBe('data=%7B%7D');
    expect(requests[0]?.request).toMatchObject({
      method: 'POST',
      url: '/receipt?x=1',
      headers: { host: `${host}:${port}`, 'content-type': 'application/x-www-form-urlencoded', 'content-length': '11' },
    });
  });

  it.each([
    'http://192.0.2.1/x',
    'http://10.0.0.1:80/x',
    'http://0.0.0.0/x',
    'http://[2001:db8::1]/x',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'ftp://127.0.0.1/x',
    'no url',
  ])('are refused for %s', async (url) => {
    expect(await send(callback(url))).toMatchObject({ result: 'refused', reason: expect.stringContaining(url) });
    expect(requests).toEqual([]);
  });

  const own = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

  it.skipIf(own === undefined)('reach another address only when it is allowed', async () => {
    const url = `http://${own}:${port}/`;
    expect(await send(callback(url))).toMatchObject({ result: 'refused' });
    expect(requests).toEqual([]);
    expect(await send(callback(url), [own ?? ''])).toMatchObject({ result: 'delivered', status: 200 });
    expect(requests).toHaveLength(1);
  });

  it('do not follow redirects', async () => {
    answer = (_request, response) => void response.writeHead(302, { location: `http://127.0.0.1:${port}/other` }).end();
    expect(await send(callback(`http://127.0.0.1:${port}/`))).toMatchObject({ result: 'delivered', status: 302 });
    expect(requests.map(({ request }) => request.url)).toEqual(['/']);
  });

  it('are given up after their time', async () => {
    answer = () => undefined;
    const report = await send(callback(`http://127.0.0.1:${port}/`, { timeoutMs: 80 }));
    expect(report).toMatchObject({ result: 'failed', reason: 'no answer within 80 ms' });
  });

  it('are reported when nobody listens, and when a header cannot be sent', async () => {
    server.close();
    server.closeAllConnections();
    expect(await send(callback(`http://127.0.0.1:${port}/`))).toMatchObject({
      result: 'failed',
      reason: expect.stringContaining('ECONNREFUSED'),
    });
    expect(await send(callback(`http://127.0.0.1:${port}/`, { headers: [['x', 'a\r\nb: c']] }))).toMatchObject({
      result: 'failed',
    });
  });

  it('end when the sender is closed', async () => {
    answer = () => undefined;
    const reported = new Promise<CallbackReport>((resolve) => {
      const sender = createCallbackSender({ allowHosts: [], report: resolve });
      server.once('request', () => sender.close());
      sender.send(callback(`http://127.0.0.1:${port}/`));
    });
    expect(await reported).toMatchObject({ result: 'failed' });
  });
});

describe('receipts that are tried again', () => {
  const CODE_ZERO = { type: 'member', name: 'code', value: '0' } as const;
  const again = (more: Partial<VendorCallback> = {}): VendorCallback =>
    callback(`http://127.0.0.1:${port}/`, { retryDelaysMs: [1000, 2000, 4000], accept: CODE_ZERO, ...more });

  function begin(one: VendorCallback, capacity = 100) {
    const pauses = heldPauses();
    const reports: CallbackReport[] = [];
    let reported: () => void = () => undefined;
    const done = new Promise<void>((resolve) => {
      reported = resolve;
    });
    const report = (entry: CallbackReport): void => {
      reports.push(entry);
      reported();
    };
    const sender = createCallbackSender({ allowHosts: [], report, schedule: pauses.schedule, capacity });
    sender.send(one);
    return { pauses, sender, reports, done };
  }

  it('are sent until the receiver says what the vendor wants to hear', async () => {
    const bodies = ['', '{"code":"1"}', '{"code":"0","message":"success"}'];
    answer = (_request, response) => void response.end(bodies[requests.length - 1]);
    const { pauses, reports, done } = begin(again());
    expect([await pauses.endNext(), await pauses.endNext()]).toEqual([1000, 2000]);
    await done;
    expect(reports).toEqual([expect.objectContaining({ result: 'delivered', status: 200, tries: 3 })]);
    expect(requests.map(({ body }) => body)).toEqual(Array(3).fill('data=%7B%7D'));
    expect(pauses.count()).toBe(0);
  });

  it.each<[string, RequestListener, string]>([
    ['a number where a text is wanted', (_request, response) => void response.end('{"code":0}'), '{\\"code\\":0}'],
    ['a body that is no JSON', (_request, response) => void response.end('ok'), '"ok"'],
    ['a body without end', (_request, response) => void response.end(Buffer.alloc(100_000, 32)), '"code": "0"'],
    [
      'the right body with status 500',
      (_q, response) => void response.writeHead(500).end('{"code":"0"}'),
      'status 500',
    ],
  ])('are given up after the last pause: %s', async (_what, listener, why) => {
    answer = listener;
    const { pauses, reports, done } = begin(again({ retryDelaysMs: [10] }));
    expect(await pauses.endNext()).toBe(10);
    await done;
    expect(reports).toEqual([
      expect.objectContaining({ result: 'failed', tries: 2, reason: expect.stringContaining(why) }),
    ]);
    expect(requests).toHaveLength(2);
  });

  it('count any 2xx where the vendor looks at the status only', async () => {
    answer = (_request, response) => void response.writeHead(requests.length === 1 ? 404 : 204).end();
    const { pauses, reports, done } = begin(again({ accept: { type: 'status' } }));
    await pauses.endNext();
    await done;
    expect(reports).toEqual([expect.objectContaining({ result: 'delivered', status: 204, tries: 2 })]);
  });

  it('are forgotten when the sender is closed during a pause', async () => {
    const { pauses, sender, reports } = begin(again());
    await pauses.arrival();
    sender.close();
    expect(reports).toEqual([expect.objectContaining({ result: 'failed', tries: 1 })]);
    expect(pauses.count()).toBe(0);
    sender.send(again());
    expect(reports[1]).toMatchObject({ result: 'failed', tries: 0 });
    expect(requests).toHaveLength(1);
  });

  it('are given up at once when too many wait', async () => {
    const { pauses, sender, reports } = begin(again(), 1);
    await pauses.arrival();
    sender.send(again());
    expect(reports).toEqual([
      expect.objectContaining({ result: 'failed', tries: 0, reason: expect.stringContaining('waiting') }),
    ]);
    sender.close();
  });
});

describe('isLoopback', () => {
  it.each(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])('says yes to %s', (address) => {
    expect(isLoopback(address)).toBe(true);
  });
  it.each(['128.0.0.1', '0.0.0.0', '::', '::ffff:10.0.0.1', 'localhost', ''])('says no to "%s"', (address) => {
    expect(isLoopback(address)).toBe(false);
  });
});
