import { once } from 'node:events';
import { Agent as PlainAgent, request as requestHttp } from 'node:http';
import { type ClientHttp2Session, connect } from 'node:http2';
import { Agent, request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { VendorResponse } from '../../src/core/channels/types.ts';
import type { Installation } from '../../src/server/credentials/installation.ts';
import { accepted, ask, type Harness, http2Client, openDoor, temporaryInstallation, XIAOMI } from './harness.ts';
import { FRAME, rawHttp2 } from './raw-http2.ts';

const PATH = '/v3/message/regid';
const DELAY = 60;

let installation: Installation;
let dispose: () => Promise<void>;
let harness: Harness;

beforeAll(async () => {
  ({ installation, dispose } = await temporaryInstallation());
});
afterAll(() => dispose());
beforeEach(async () => {
  harness = await openDoor(installation);
});
afterEach(() => harness.close());

/** Answers by path: `/…/slow` after a while, `/…/reset` never, everything else at once. */
function disturb(slow: Partial<VendorResponse> = {}): void {
  harness.engine.respond = ({ path }) => {
    if (path.endsWith('/slow')) return { ...accepted, body: 'slow', delayMs: DELAY, ...slow };
    if (path.endsWith('/reset')) return { status: 0, headers: [], body: '', drop: 'reset' };
    return { ...accepted, body: 'fast' };
  };
}

const CONNECTIONS = ['HTTP/1.1', 'HTTP/1.1 over TLS'] as const;

/** One request over HTTP/1.1; its socket, and its answer or the code of its error. */
function overHttp1(transport: (typeof CONNECTIONS)[number], path: string, agent?: PlainAgent | Agent) {
  const { tls, plain } = harness.door;
  const common = { host: '127.0.0.1', method: 'POST', path, headers: { host: XIAOMI }, agent: agent ?? false } as const;
  const outgoing =
    transport === 'HTTP/1.1'
      ? requestHttp({ ...common, port: plain.port })
      : requestHttps({ ...common, port: tls.port, servername: XIAOMI, ca: harness.ca, agent: agent ?? false });
  const answer = new Promise<string>((resolve) => {
    outgoing.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    outgoing.on('response', (incoming) => {
      let body = '';
      incoming.on('data', (chunk) => {
        body += chunk;
      });
      incoming.on('end', () => resolve(`${incoming.statusCode} ${body}`));
    });
  });
  outgoing.end('{}');
  return { outgoing, answer };
}

const sessionOf = (transport: 'HTTP/2 over TLS' | 'h2c'): ClientHttp2Session => {
  if (transport === 'HTTP/2 over TLS') return http2Client(harness, XIAOMI);
  const session = connect(harness.door.plain.url);
  session.on('error', () => undefined);
  return session;
};

describe.each(['HTTP/2 over TLS', 'h2c'] as const)('%s', (transport) => {
  it('holds one answer back without holding up the others of its connection', async () => {
    disturb();
    const session = sessionOf(transport);
    const order: string[] = [];
    const send = async (path: string) => {
      const began = performance.now();
      const { body } = await ask(session, { ':path': path, ':authority': XIAOMI }, '{}');
      order.push(body);
      return performance.now() - began;
    };
    const [took] = await Promise.all([send(`${PATH}/slow`), send(PATH), send(PATH)]);
    expect(order).toEqual(['fast', 'fast', 'slow']);
    expect(took).toBeGreaterThanOrEqual(DELAY - 2);
    session.destroy();
  });

  it('forgets a held answer when the client gives up, and goes on serving', async () => {
    disturb();
    const session = sessionOf(transport);
    const stream = session.request({ ':method': 'POST', ':path': `${PATH}/slow`, ':authority': XIAOMI });
    stream.on('error', () => undefined);
    stream.end('{}');
    await harness.engine.until(() => harness.engine.received.length === 1);
    stream.close(8);
    const later = await ask(session, { ':path': `${PATH}/slow`, ':authority': XIAOMI }, '{}');
    expect(later).toMatchObject({ status: 200, body: 'slow' });
    expect(harness.engine.failures).toEqual([]);
    session.destroy();
  });

  it('resets the connection without GOAWAY', async () => {
    disturb();
    const session = sessionOf(transport);
    const errors: unknown[] = [];
    const goaways: unknown[] = [];
    session.on('error', (error: NodeJS.ErrnoException) => errors.push(error.code));
    session.on('goaway', (code) => goaways.push(code));
    const closed = new Promise<void>((resolve) => session.on('close', () => resolve()));
    const { status } = await ask(session, { ':path': `${PATH}/reset`, ':authority': XIAOMI }, '{}');
    await closed;
    expect(status).toBe(0);
    expect(goaways).toEqual([]);
    // Node writes an end of its own before the reset of a socket that its HTTP/2 reads without TLS.
    if (transport !== 'h2c') expect(errors).toEqual(['ECONNRESET']);
    expect(harness.engine.failures).toEqual([]);
  });

  it('says GOAWAY after its delay instead of an answer', async () => {
    disturb({ status: 0, body: '', headers: [], goaway: { debugData: 'bye', lastStreamId: 0 } });
    const session = sessionOf(transport);
    const said = once(session, 'goaway') as Promise<[number, number, Buffer]>;
    const { status } = await ask(session, { ':path': `${PATH}/slow`, ':authority': XIAOMI }, '{}');
    expect(status).toBe(0);
    expect(Buffer.from((await said)[2]).toString()).toBe('bye');
    session.destroy();
  });
});

describe.each(CONNECTIONS)('%s', (transport) => {
  it('holds an answer back without holding up other connections, and keeps its own', async () => {
    disturb();
    const agent =
      transport === 'HTTP/1.1' ? new PlainAgent({ keepAlive: true }) : new Agent({ keepAlive: true, ca: harness.ca });
    const order: string[] = [];
    const note = async (answer: Promise<string>) => void order.push(await answer);
    await Promise.all([
      note(overHttp1(transport, `${PATH}/slow`, agent).answer),
      note(overHttp1(transport, PATH).answer),
    ]);
    expect(order).toEqual(['200 fast', '200 slow']);
    const again = overHttp1(transport, PATH, agent);
    expect(await again.answer).toBe('200 fast');
    expect(again.outgoing.reusedSocket).toBe(true);
    agent.destroy();
  });

  it('forgets a held answer when the client gives up', async () => {
    disturb();
    const { outgoing, answer } = overHttp1(transport, `${PATH}/slow`);
    await harness.engine.until(() => harness.engine.received.length === 1);
    outgoing.destroy();
    await answer;
    await harness.engine.until(() => harness.engine.closed.length === 1);
    expect(await overHttp1(transport, `${PATH}/slow`).answer).toBe('200 slow');
    expect(harness.engine.failures).toEqual([]);
  });

  it('resets the connection', async () => {
    disturb();
    const { outgoing, answer } = overHttp1(transport, `${PATH}/reset`);
    const [socket] = (await once(outgoing, 'socket')) as [Socket];
    const failed = once(socket, 'error') as Promise<[NodeJS.ErrnoException]>;
    expect(await answer).toBe('ECONNRESET');
    // A connection that only ends gives the request this code too, but no error to its socket.
    expect((await failed)[0].message).toContain('read ECONNRESET');
  });

  it('closes the connection where HTTP/2 would say GOAWAY', async () => {
    disturb({ status: 0, body: '', headers: [], goaway: { debugData: 'bye', lastStreamId: 0 } });
    expect(await overHttp1(transport, `${PATH}/slow`).answer).toBe('ECONNRESET');
  });
});

it('closes without an answer a connection whose answer has neither status nor goodbye', async () => {
  harness.engine.respond = () => ({ status: 0, headers: [], body: '' });
  const client = rawHttp2(harness.door.plain.port);
  client.request(1, [
    [':method', 'POST'],
    [':scheme', 'http'],
    [':path', PATH],
    [':authority', XIAOMI],
  ]);
  await client.closed;
  expect(client.frames.map((frame) => frame.type)).not.toContain(FRAME.headers);
});
