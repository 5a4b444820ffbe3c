import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VendorCallback } from '../../src/core/channels/types.ts';
import { type CallbackReport, createCallbackSender, isLoopback } from '../../src/server/callbacks/sender.ts';

let server: Server;
let port: number;
let requests: { request: IncomingMessage; body: string }[];
let answer: RequestListener;

beforeEach(async () => {
  requests = [];
  answer = (_request, response) => void response.end('ok');
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      requests.push({ request, body });
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

describe('isLoopback', () => {
  it.each(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])('says yes to %s', (address) => {
    expect(isLoopback(address)).toBe(true);
  });
  it.each(['128.0.0.1', '0.0.0.0', '::', '::ffff:10.0.0.1', 'localhost', ''])('says no to "%s"', (address) => {
    expect(isLoopback(address)).toBe(false);
  });
});
