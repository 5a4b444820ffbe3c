import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Installation } from '../../src/server/credentials/installation.ts';
import type { Limits } from '../../src/server/front-door/types.ts';
import {
  APNS,
  ask,
  type Harness,
  http2Client,
  openDoor,
  temporaryInstallation,
  XIAOMI,
  XIAOMI_BAD_REQUEST,
} from './harness.ts';
import { FRAME, rawHttp2 } from './raw-http2.ts';
import { exchangeBytes, jsonOf, noise, statusOf } from './sockets.ts';

const REGID = '/v3/message/regid';

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

/** Opens the door again with other limits. */
async function reopen(limits: Partial<Limits>): Promise<void> {
  await harness.close();
  harness = await openDoor(installation, limits);
}

afterEach(async () => {
  // Whatever the test did, the door still serves a well-behaved client on both ports.
  // Repeated, since the short time limits of some tests can hit an honest client on a busy machine.
  let served = 0;
  while (served !== 200) {
    const session = http2Client(harness, APNS);
    served = (await ask(session, { ':path': '/3/device/aa' }, '{}')).status;
    session.destroy();
  }
  while (statusOf(await exchangeBytes(plain(), post(REGID, 'a=b', 'connection: close\r\n'))) !== 200);
  await harness.close();
});

const plain = (): number => harness.door.plain.port;
const tls = (): number => harness.door.tls.port;
const secure = (name: string, protocols: string[] = ['http/1.1']) => ({
  ca: harness.ca,
  servername: name,
  ALPNProtocols: protocols,
});
const post = (path: string, body: string, more = '', host = XIAOMI): string =>
  `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${body.length}\r\n${more}\r\n${body}`;

describe('the wrong thing at the wrong port', () => {
  it('explains HTTP on the TLS port', async () => {
    const answer = await exchangeBytes(tls(), post(REGID, 'a=b'));
    expect(statusOf(answer)).toBe(400);
    expect(jsonOf(answer)).toMatchObject({ error: { code: 'plain_http_on_tls_port' } });
    const { failure } = await harness.engine.failure('plain_http_on_tls_port');
    expect(failure.received).toContain('POST /v3/message/regid');
  });

  it('records h2c on the TLS port', async () => {
    const client = rawHttp2(tls());
    await client.closed;
    await harness.engine.failure('plain_http_on_tls_port');
  });

  it('records TLS on the plain port', async () => {
    await exchangeBytes(plain(), null, secure(APNS, ['h2']));
    const { failure } = await harness.engine.failure('tls_on_plain_port');
    expect(failure.fix).toContain('https://');
  });

  it('records bytes that are neither', async () => {
    await exchangeBytes(plain(), Buffer.from([1, 2, 3, 4]));
    const { failure } = await harness.engine.failure('not_http');
    expect(failure.received).toBe('"\\x01\\x02\\x03\\x04"');
  });

  it('closes on every kind of noise, on both ports, and records each', async () => {
    // Noise that could still become something is ended by the clock.
    await reopen({ handshakeMs: 150 });
    const corpora = Array.from({ length: 40 }, (_, seed) => noise(seed, 1 + seed * 37));
    // A first byte of 0x16 starts a TLS handshake that never becomes one.
    corpora.push(Buffer.from([0x16, 3, 1, 2, 0, ...noise(99, 600)]), Buffer.from([0x16, 9, 9]));
    for (const bytes of corpora) {
      await exchangeBytes(plain(), bytes);
      await exchangeBytes(tls(), bytes);
    }
    expect(harness.engine.failures.length).toBeGreaterThanOrEqual(corpora.length * 2);
    expect(harness.engine.received).toEqual([]);
  });

  it('survives noise inside TLS and inside HTTP/2', async () => {
    for (let seed = 0; seed < 20; seed++) {
      await exchangeBytes(tls(), noise(seed, 200), secure(APNS, ['h2']));
      await exchangeBytes(tls(), noise(seed, 200), secure(XIAOMI));
      const client = rawHttp2(plain());
      client.socket.write(noise(seed, 400));
      client.socket.end();
      await client.closed;
    }
    expect(harness.engine.codes()).toContain('http2_protocol_error');
    expect(harness.engine.codes()).toContain('malformed_http');
    expect(harness.engine.received).toEqual([]);
  });
});

describe('noise on a connection with a client certificate', () => {
  const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

  it.each([
    ['no preface', 'GARBAGE '.repeat(8)],
    ['a preface and noise', preface + 'x'.repeat(4000)],
    ['a frame that is too large', `${preface}\xff\xff\xff\x00\x00\x00\x00\x00\x01`],
  ])('closes and records %s', async (_name, bytes) => {
    const { p12, secrets } = installation;
    const identity = { pfx: p12, passphrase: secrets.apns.p12Password };
    await exchangeBytes(tls(), Buffer.from(bytes, 'latin1'), { ...secure(APNS, ['h2']), ...identity });
    await harness.engine.failure('http2_protocol_error');
    await harness.engine.until(() => harness.engine.closed.length === 1);
  });
});

describe('TLS that fails', () => {
  it('records a client that does not trust the CA, with the recipe', async () => {
    const rejected = await new Promise<Error>((resolve) => {
      connectTls({ host: '127.0.0.1', port: tls(), servername: XIAOMI }).on('error', resolve);
    });
    expect(rejected.message).toMatch(/certificate/);
    const { failure, facts } = await harness.engine.failure('tls_closed_early');
    expect(failure.fix).toContain('ca.pem');
    expect(facts.channel).toBe('xiaomi');
  });

  it.each(['h2', 'http/1.1'])('records a connection over %s that ends without a request', async (protocol) => {
    const socket = connectTls({ host: '127.0.0.1', port: tls(), ...secure(XIAOMI, [protocol]) });
    await new Promise<void>((resolve) => socket.on('secureConnect', resolve));
    // A client that refuses the certificate after the handshake looks like this (Node's does).
    socket.destroy();
    await harness.engine.failure('tls_closed_early');
  });

  it('records old TLS versions', async () => {
    await exchangeBytes(tls(), null, {
      ...secure(XIAOMI),
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    await harness.engine.failure('tls_version');
  });

  it('records a handshake that stops half-way', async () => {
    await reopen({ handshakeMs: 150 });
    await exchangeBytes(tls(), Buffer.from([0x16, 3, 1, 0, 100, 1, 0, 0, 96]));
    await harness.engine.failure('handshake_timeout');
  });
});

describe('slow clients', () => {
  beforeEach(() => reopen({ headersMs: 150, requestMs: 300, sweepMs: 30 }));

  it.each([
    ['nothing at all', ''],
    ['half a method', 'PO'],
  ])('ends a connection that sends %s', async (_name, bytes) => {
    await reopen({ handshakeMs: 150 });
    await exchangeBytes(plain(), bytes === '' ? null : bytes);
    await harness.engine.failure('handshake_timeout');
  });

  it('answers 408 when the headers do not end', async () => {
    const answer = await exchangeBytes(plain(), `POST ${REGID} HTTP/1.1\r\nHost: ${XIAOMI}\r\nA: `);
    expect(statusOf(answer)).toBe(408);
    await harness.engine.failure('request_timeout');
  });

  it('ends a slow loris that keeps sending single header bytes', async () => {
    const socket = connect(plain(), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(`POST ${REGID} HTTP/1.1\r\nHost: ${XIAOMI}\r\n`);
    const drip = setInterval(() => socket.write('a'), 20);
    await new Promise<void>((resolve) => socket.on('close', () => resolve()));
    clearInterval(drip);
    await harness.engine.failure('request_timeout');
  });

  it('answers 408 when the body does not end, once', async () => {
    const answer = await exchangeBytes(plain(), post(REGID, 'abc').replace('Length: 3', 'Length: 30'));
    expect(statusOf(answer)).toBe(408);
    await harness.engine.failure('request_timeout');
    expect(harness.engine.codes()).toEqual(['request_timeout']);
  });

  it('answers 408 on HTTP/2 and keeps the connection', async () => {
    const client = rawHttp2(tls(), secure(APNS, ['h2']));
    const fields = [
      [':method', 'POST'],
      [':scheme', 'https'],
      [':path', '/3/device/aa'],
      [':authority', APNS],
    ] as const;
    client.request(1, fields, { more: true });
    const data = await client.frame((frame) => frame.type === FRAME.data && frame.stream === 1);
    expect(JSON.parse(data.payload.toString())).toMatchObject({ error: { code: 'request_timeout' } });
    client.request(3, fields);
    await client.frame((frame) => frame.type === FRAME.headers && frame.stream === 3);
    client.close();
    const { facts } = await harness.engine.failure('request_timeout');
    expect(facts.request?.path).toBe('/3/device/aa');
  });
});

describe('too large', () => {
  it('cuts a body at 1 MiB and lets the endpoint answer (HTTP/1.1)', async () => {
    harness.engine.respond = (request) => ({ status: request.bodyTooLarge ? 413 : 200, headers: [], body: 'x' });
    const answer = await exchangeBytes(plain(), post(REGID, 'a'.repeat(1_500_000)));
    expect(statusOf(answer)).toBe(413);
    expect(harness.engine.received[0]?.request.body.length).toBe(1_048_576);
    harness.engine.respond = () => ({ status: 200, headers: [], body: '' });
  });

  it('cuts a body at 1 MiB and lets the endpoint answer (HTTP/2)', async () => {
    harness.engine.respond = (request) => ({
      status: request.bodyTooLarge ? 413 : 200,
      headers: [],
      body: '{"reason":"PayloadTooLarge"}',
    });
    const session = http2Client(harness, APNS);
    const [large, exact] = await Promise.all([
      ask(session, { ':path': '/3/device/aa' }, Buffer.alloc(1_500_000)),
      ask(session, { ':path': '/3/device/aa' }, Buffer.alloc(1_048_576)),
    ]);
    expect([large.status, large.body, exact.status]).toEqual([413, '{"reason":"PayloadTooLarge"}', 200]);
    expect(harness.engine.received.map((entry) => entry.request.body.length)).toEqual([1_048_576, 1_048_576]);
    session.destroy();
    harness.engine.respond = () => ({ status: 200, headers: [], body: '' });
  });

  it('answers 431 to headers over the limit (HTTP/1.1)', async () => {
    const answer = await exchangeBytes(plain(), post(REGID, 'a', `X: ${'y'.repeat(200_000)}\r\n`));
    expect(statusOf(answer)).toBe(431);
    await harness.engine.failure('headers_too_large');
  });

  it('takes the long query of a client that puts 1,000 targets there', async () => {
    const query = `registration_id=${'a'.repeat(90_000)}`;
    const answer = await exchangeBytes(plain(), post(`${REGID}?${query}`, '', 'connection: close\r\n'));
    expect(statusOf(answer)).toBe(200);
    expect(harness.engine.received[0]?.request.path).toHaveLength(REGID.length + 1 + query.length);
  });

  it('resets a request with headers over the announced size (HTTP/2) and records it', async () => {
    const session = http2Client(harness, APNS);
    // SETTINGS bind a client from when it has acknowledged them.
    await ask(session, { ':path': '/3/device/aa' }, '{}');
    const answer = await ask(session, { ':path': '/3/device/aa', 'apns-topic': 'x'.repeat(9000) }, '{}');
    expect(answer.status).toBe(0);
    expect((await ask(session, { ':path': '/3/device/aa' }, '{}')).status).toBe(200);
    session.destroy();
    const { failure } = await harness.engine.failure('http2_requests_reset');
    expect(failure.received).toBe('1 request');
  });
});

describe('broken HTTP', () => {
  const cases: [string, string][] = [
    [
      'a duplicate Content-Length',
      `POST ${REGID} HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na`,
    ],
    [
      'Content-Length together with chunked',
      `POST ${REGID} HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    ['a lower-case method', `post ${REGID} HTTP/1.1\r\nHost: a\r\n\r\n`],
    ['an unknown version', `POST ${REGID} HTTP/7.3\r\nHost: a\r\n\r\n`],
    ['a space in a header name', `POST ${REGID} HTTP/1.1\r\nHo st: a\r\n\r\n`],
    ['a control character in a header', `POST ${REGID} HTTP/1.1\r\nHost: a\r\nX: a\u0001b\r\n\r\n`],
    ['a broken chunk', `POST ${REGID} HTTP/1.1\r\nHost: ${XIAOMI}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`],
    ['a request that ends in its headers', `POST ${REGID} HTTP/1.1\r\nHost`],
  ];
  it.each(cases)('answers 400 to %s', async (name, bytes) => {
    const ends = name.includes('ends');
    const answer = await new Promise<string>((resolve) => {
      const socket = connect({ port: plain(), host: '127.0.0.1', allowHalfOpen: true });
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1');
      });
      socket.on('error', () => undefined);
      socket.on('end', () => socket.end());
      socket.on('close', () => resolve(text));
      socket.write(bytes, 'latin1');
      if (ends) socket.end();
    });
    await harness.engine.until(() =>
      harness.engine.codes().some((code) => /malformed_http|request_timeout/.test(code)),
    );
    expect(harness.engine.codes()).toEqual(['malformed_http']);
    if (!ends) expect(statusOf(answer)).toBe(400);
    expect(harness.engine.received).toEqual([]);
  });

  it("uses the vendor's own answer where it defines one", async () => {
    const answer = await exchangeBytes(tls(), `POST ${REGID} HTTP/1.1\r\nHo st: a\r\n\r\n`, secure(XIAOMI));
    expect(statusOf(answer)).toBe(400);
    expect(answer.endsWith(XIAOMI_BAD_REQUEST.body)).toBe(true);
    const { facts } = await harness.engine.failure('malformed_http');
    expect(facts).toMatchObject({ channel: 'xiaomi', response: XIAOMI_BAD_REQUEST });
  });

  it('records a request that the client gives up', async () => {
    const socket = connect(plain(), '127.0.0.1');
    socket.write(post(REGID, 'abc').replace('Length: 3', 'Length: 30'));
    await new Promise<void>((resolve) => setImmediate(resolve));
    socket.resetAndDestroy();
    const client = rawHttp2(tls(), secure(APNS, ['h2']));
    client.request(
      1,
      [
        [':method', 'POST'],
        [':scheme', 'https'],
        [':path', '/3/device/aa'],
        [':authority', APNS],
      ],
      { more: true },
    );
    client.send({ type: FRAME.reset, stream: 1, payload: Buffer.from([0, 0, 0, 8]) });
    const aborted = () => harness.engine.failures.filter(({ failure }) => failure.code === 'request_aborted');
    await harness.engine.until(() => aborted().length === 2);
    expect(
      aborted()
        .map(({ facts }) => facts.request?.path)
        .sort(),
    ).toEqual(['/3/device/aa', REGID]);
    client.close();
  });

  it('refuses an unknown expectation', async () => {
    expect(statusOf(await exchangeBytes(plain(), post(REGID, '', 'Expect: magic\r\n')))).toBe(417);
    await harness.engine.failure('expectation_refused');
  });

  it.each([
    ['a second :path', [[':path', '/3/device/bb']]],
    [
      'a second content-length',
      [
        ['content-length', '1'],
        ['content-length', '2'],
      ],
    ],
    ['an upper-case header name', [['Apns-Topic', 'x']]],
  ] as [string, [string, string][]][])('resets and records %s on HTTP/2', async (_name, more) => {
    const client = rawHttp2(tls(), secure(APNS, ['h2']));
    client.request(1, [
      [':method', 'POST'],
      [':scheme', 'https'],
      [':path', '/3/device/aa'],
      [':authority', APNS],
      ...more,
    ]);
    const reset = await client.frame((frame) => frame.type === FRAME.reset);
    expect(reset.stream).toBe(1);
    client.close();
    await harness.engine.failure('http2_requests_reset');
    expect(harness.engine.received).toEqual([]);
  });
});

describe('addresses that are nobody', () => {
  it.each([
    ['/nothing', 404, 'unknown_path'],
    ['/', 404, 'unknown_path'],
    ['*', 404, 'unknown_path'],
  ])('%s at an address gets %i', async (path, status, code) => {
    const answer = await exchangeBytes(plain(), post(path, '', 'connection: close\r\n', '127.0.0.1:8180'));
    expect(statusOf(answer)).toBe(status);
    expect(jsonOf(answer)).toMatchObject({ error: { code } });
    const { facts } = await harness.engine.failure(code);
    expect(facts.request?.path).toBe(path);
    expect(facts.response?.status).toBe(status);
  });

  it('answers 421 to a host that is no vendor', async () => {
    const answer = await exchangeBytes(plain(), post(REGID, '', 'connection: close\r\n', 'evil.example.com'));
    expect(statusOf(answer)).toBe(421);
    const session = http2Client(harness, 'localhost');
    expect((await ask(session, { ':path': '/3/device/aa', ':authority': 'example.com' }, '{}')).status).toBe(421);
    session.destroy();
    expect(harness.engine.codes()).toEqual(['unknown_host', 'unknown_host']);
  });

  it.each([
    '/v3/message/../../etc/passwd',
    '/v3/message/%2e%2e/x',
    '/v3/message//regid',
    '/v3/message/regid%00',
    '/v3/message/re gid',
  ])('hands on the path %s as it came or refuses it, but never resolves it', async (path) => {
    const answer = await exchangeBytes(plain(), post(path, '', 'connection: close\r\n'));
    if (statusOf(answer) === 200) expect(harness.engine.received[0]?.request.path).toBe(path);
    else expect(harness.engine.codes()).toEqual(['malformed_http']);
  });

  it('turns APNs over HTTP/1.1 away: dropped over TLS as at Apple, told on the plain port', async () => {
    expect(await exchangeBytes(tls(), post('/3/device/aa', '{}', '', 'localhost'), secure('localhost'))).toBe('');
    const answer = await exchangeBytes(plain(), post('/3/device/aa', '{}', 'connection: close\r\n', APNS));
    expect(statusOf(answer)).toBe(426);
    expect(harness.engine.codes()).toEqual(['http2_required', 'http2_required']);
    expect(harness.engine.received).toEqual([]);
  });

  it('answers 500 and lives on when the engine throws', async () => {
    harness.engine.respond = () => {
      throw new Error('boom');
    };
    const answer = await exchangeBytes(plain(), post(REGID, '', 'connection: close\r\n'));
    expect(statusOf(answer)).toBe(500);
    expect(answer).not.toContain('boom');
    harness.engine.respond = () => ({ status: 200, headers: [], body: '' });
    await harness.engine.failure('internal_error');
  });
});

describe('too many connections', () => {
  it('turns the surplus away and says so', async () => {
    await reopen({ connections: 2 });
    const held = [connect(plain(), '127.0.0.1'), connect(plain(), '127.0.0.1')];
    await Promise.all(held.map((socket) => new Promise<void>((resolve) => socket.on('connect', () => resolve()))));
    await exchangeBytes(plain(), 'GET / HTTP/1.1\r\n\r\n');
    await harness.engine.failure('too_many_connections');
    const gone = held.map((socket) => new Promise<void>((resolve) => socket.on('close', () => resolve())));
    for (const socket of held) socket.end();
    await Promise.all(gone);
  });
});
