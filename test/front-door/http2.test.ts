import { constants } from 'node:http2';
import { connect as connectTls } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { VendorResponse } from '../../src/core/channels/types.ts';
import { defaultProfile } from '../../src/core/profile.ts';
import type { Installation } from '../../src/server/credentials/installation.ts';
import { APNS, accepted, ask, type Harness, http2Client, openDoor, temporaryInstallation, XIAOMI } from './harness.ts';
import { END_STREAM, FRAME, rawHttp2 } from './raw-http2.ts';

const PATH = '/3/device/aa';
const REFUSAL: VendorResponse = { status: 400, headers: [['apns-id', 'A1']], body: '{"reason":"BadDeviceToken"}' };
const HEADERS = [
  [':method', 'POST'],
  [':scheme', 'https'],
  [':path', PATH],
  [':authority', APNS],
] as const;

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

const raw = (name = APNS) =>
  rawHttp2(harness.door.tls.port, { ca: harness.ca, servername: name, ALPNProtocols: ['h2'] });

describe('answers on the wire', () => {
  it('sends success as HEADERS with END_STREAM, without DATA and date', async () => {
    const client = raw();
    client.request(1, HEADERS);
    const head = await client.frame((frame) => frame.type === FRAME.headers);
    expect(head.flags & END_STREAM).toBe(END_STREAM);
    expect(client.frames.some((frame) => frame.type === FRAME.data)).toBe(false);
    client.close();
    const session = http2Client(harness, APNS);
    const answer = await ask(session, { ':path': PATH }, '{}');
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(Object.keys(answer.headers).filter((name) => !name.startsWith(':'))).toEqual(['apns-id']);
    session.destroy();
  });

  it('sends an error body as one DATA frame that ends the stream', async () => {
    harness.engine.respond = () => REFUSAL;
    const client = raw();
    client.request(1, HEADERS, { more: true });
    client.data(1, '{"aps":{}}');
    const data = await client.frame((frame) => frame.type === FRAME.data);
    expect(data.payload.toString()).toBe(REFUSAL.body);
    expect(data.flags & END_STREAM).toBe(END_STREAM);
    const head = await client.frame((frame) => frame.type === FRAME.headers);
    expect(head.flags & END_STREAM).toBe(0);
    expect(client.frames.filter((frame) => frame.type === FRAME.data)).toHaveLength(1);
    client.close();
  });

  it('announces the SETTINGS measured on Apple, and room for long headers at Xiaomi', async () => {
    const apns = raw();
    const xiaomi = raw(XIAOMI);
    const settingsOf = async (client: ReturnType<typeof raw>): Promise<Record<number, number>> => {
      const { payload } = await client.frame((frame) => frame.type === FRAME.settings && frame.flags === 0);
      const pairs = Array.from({ length: payload.length / 6 }, (_, i) => [
        payload.readUInt16BE(i * 6),
        payload.readUInt32BE(i * 6 + 2),
      ]);
      return Object.fromEntries(pairs);
    };
    expect(await settingsOf(apns)).toMatchObject({ 3: 1000, 6: 8000 });
    expect(await settingsOf(xiaomi)).toMatchObject({ 3: 1000, 6: 65_536 });
    apns.close();
    xiaomi.close();
  });

  it('answers PING', async () => {
    const client = raw();
    client.send({ type: FRAME.ping, payload: Buffer.from('12345678') });
    const pong = await client.frame((frame) => frame.type === FRAME.ping);
    expect([pong.flags, pong.payload.toString()]).toEqual([1, '12345678']);
    client.close();
  });
});

describe('requests as the engine sees them', () => {
  it('keeps order, duplicates, bytes and the query; takes our own header off', async () => {
    const client = raw();
    client.request(
      1,
      [
        ...HEADERS.slice(0, 2),
        [':path', `${PATH}?a=%20b`],
        [':authority', 'API.push.apple.com:443'],
        ['apns-topic', 'one'],
        ['x-pushpit-outcome', 'o1'],
        ['apns-topic', 'two'],
        ['apns-collapse-id', 'é'],
      ],
      { more: true },
    );
    client.data(1, 'body');
    await harness.engine.until(() => harness.engine.received.length === 1);
    const [entry] = harness.engine.received;
    expect(entry).toMatchObject({
      channel: 'apns',
      outcomeId: 'o1',
      request: {
        method: 'POST',
        path: `${PATH}?a=%20b`,
        host: APNS,
        bodyTooLarge: false,
        headers: [
          ['apns-topic', 'one'],
          ['apns-topic', 'two'],
          ['apns-collapse-id', 'Ã©'],
        ],
        connection: { protocol: 'http/2', tls: true, serverName: APNS, clientCertificate: null },
      },
    });
    expect(Buffer.from(entry?.request.body ?? []).toString()).toBe('body');
    client.close();
  });

  it('shares the headers of like requests, and only of those', async () => {
    const session = http2Client(harness, APNS);
    const topic = (value: string) => ask(session, { ':path': PATH, 'apns-topic': value, 'apns-priority': '10' }, '{}');
    for (const value of ['a', 'a', 'b']) await topic(value);
    session.destroy();
    const [first, second, third] = harness.engine.received.map((entry) => entry.request.headers);
    expect(second).toBe(first);
    expect(third).toEqual([
      ['apns-topic', 'b'],
      ['apns-priority', '10'],
    ]);
    expect(first?.[0]).toEqual(['apns-topic', 'a']);
    expect(third?.[1]).toBe(first?.[1]);
  });

  it('takes the host from a plain host header when there is no :authority', async () => {
    const client = raw('localhost');
    client.request(1, [...HEADERS.slice(0, 3), ['host', APNS]]);
    await harness.engine.until(() => harness.engine.received.length === 1);
    expect(harness.engine.received[0]?.request).toMatchObject({ host: APNS, headers: [['host', APNS]] });
    client.close();
  });

  it('decides by path when the host is an address, by server name before that', async () => {
    const session = http2Client(harness, '127.0.0.1');
    await ask(session, { ':path': '/v3/message/regid', ':authority': '127.0.0.1:8443' }, 'a=b');
    await ask(session, { ':path': PATH, ':authority': '[::1]:8443' }, '{}');
    session.destroy();
    const named = http2Client(harness, XIAOMI);
    await ask(named, { ':path': '/anything', ':authority': 'localhost' }, 'a=b');
    named.destroy();
    expect(harness.engine.received.map((entry) => entry.channel)).toEqual(['xiaomi', 'apns', 'xiaomi']);
    expect(harness.engine.received[0]?.request.connection.serverName).toBeNull();
  });

  it('tells the engine when a connection is gone', async () => {
    const session = http2Client(harness, APNS);
    await ask(session, { ':path': PATH }, '{}');
    const id = harness.engine.received[0]?.request.connection.id ?? '';
    session.destroy();
    await harness.engine.until(() => harness.engine.closed.includes(id));
    expect(harness.engine.failures).toEqual([]);
  });

  it('hands on the facts of a client certificate', async () => {
    const { p12, secrets } = installation;
    const session = http2Client(harness, APNS, { pfx: p12, passphrase: secrets.apns.p12Password });
    expect((await ask(session, { ':path': PATH }, '{}')).status).toBe(200);
    session.destroy();
    expect(harness.engine.received[0]?.request.connection.clientCertificate).toMatchObject({
      uid: 'com.example.app',
      topics: ['com.example.app', 'com.example.app.voip', 'com.example.app.complication'],
      environments: ['production', 'sandbox'],
    });
  });
});

describe('transport of APNs', () => {
  it('accepts HTTP/2 by prior knowledge over TLS without ALPN', async () => {
    const client = rawHttp2(harness.door.tls.port, { ca: harness.ca, servername: APNS });
    client.request(1, HEADERS);
    const head = await client.frame((frame) => frame.type === FRAME.headers);
    expect(head.stream).toBe(1);
    client.close();
  });

  it('lets a client without HTTP/2 fail in the handshake, never with a status', async () => {
    const error = await new Promise<Error & { code?: string }>((resolve) => {
      const socket = connectTls({
        host: '127.0.0.1',
        port: harness.door.tls.port,
        ca: harness.ca,
        servername: APNS,
        ALPNProtocols: ['http/1.1'],
      });
      socket.on('error', resolve);
    });
    expect(error.code).toContain('NO_APPLICATION_PROTOCOL');
    const { failure, facts } = await harness.engine.failure('tls_no_common_protocol');
    expect(facts.channel).toBe('apns');
    expect(failure.fix).toContain('HTTP/2');
  });

  it('takes 50 parallel pushes as the first thing on a connection', async () => {
    const session = http2Client(harness, APNS);
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(session, { ':path': PATH }, '{"aps":{}}')));
    expect(answers.map((answer) => answer.status)).toEqual(Array<number>(50).fill(200));
    session.destroy();
  });

  it('with strict streams: 1 at first, the surplus is refused, the next burst passes', async () => {
    harness.engine.profile = { ...defaultProfile, apns: { ...defaultProfile.apns, strictStreams: true } };
    const client = raw();
    for (const stream of [1, 3, 5, 7]) client.request(stream, HEADERS, { more: true });
    const settings = await client.frame((frame) => frame.type === FRAME.settings && frame.flags === 0);
    const limit = settings.payload.indexOf(Buffer.from([0, 3, 0, 0, 0, 1]));
    expect(limit).toBeGreaterThanOrEqual(0);
    client.data(1, '{}');
    await client.frame((frame) => frame.type === FRAME.headers && frame.stream === 1);
    await client.frame((frame) => frame.type === FRAME.reset && frame.stream === 7);
    const resets = client.frames.filter((frame) => frame.type === FRAME.reset);
    expect(resets.map((frame) => [frame.stream, frame.payload.readUInt32BE(0)])).toEqual(
      [3, 5, 7].map((stream) => [stream, constants.NGHTTP2_REFUSED_STREAM]),
    );
    await client.frame(
      (frame) => frame.type === FRAME.settings && frame.payload.equals(Buffer.from([0, 3, 0, 0, 0x03, 0xe8])),
    );
    for (const stream of [9, 11, 13]) client.request(stream, HEADERS);
    await client.frame((frame) => frame.type === FRAME.headers && frame.stream === 13);
    client.close();
    const { failure } = await harness.engine.failure('http2_requests_reset');
    expect(failure.received).toBe('3 requests');
  });

  it.each([
    [201, true],
    [204, true],
    [403, false],
  ])('with strict streams: an answer with %i raises the limit: %s', async (status, raised) => {
    harness.engine.profile = { ...defaultProfile, apns: { ...defaultProfile.apns, strictStreams: true } };
    harness.engine.respond = () => ({ status, headers: [], body: '' });
    const client = raw();
    client.request(1, HEADERS);
    await client.frame((frame) => frame.type === FRAME.headers && frame.stream === 1);
    client.request(3, HEADERS);
    await client.frame((frame) => frame.type === FRAME.headers && frame.stream === 3);
    const raise = Buffer.from([0, 3, 0, 0, 0x03, 0xe8]);
    expect(client.frames.some((frame) => frame.type === FRAME.settings && frame.payload.equals(raise))).toBe(raised);
    client.close();
  });

  it('does not limit connections with a certificate, however strict', async () => {
    harness.engine.profile = { ...defaultProfile, apns: { ...defaultProfile.apns, strictStreams: true } };
    const { p12, secrets } = installation;
    const session = http2Client(harness, APNS, { pfx: p12, passphrase: secrets.apns.p12Password });
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(session, { ':path': PATH }, '{"aps":{}}')));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(20);
    session.destroy();
  });

  it('refuses a whole certificate connection with GOAWAY, NO_ERROR, last stream 0', async () => {
    const debugData = '{"reason":"BadCertificateEnvironment"}';
    harness.engine.respond = () => ({ status: 0, headers: [], body: '', goaway: { debugData, lastStreamId: 0 } });
    const { p12, secrets } = installation;
    const session = http2Client(harness, APNS, { pfx: p12, passphrase: secrets.apns.p12Password });
    const goaway = new Promise<[number, number, string]>((resolve) => {
      session.on('goaway', (code, last, data) => resolve([code, last, Buffer.from(data ?? []).toString()]));
    });
    const answers = await Promise.all([1, 2, 3].map(() => ask(session, { ':path': PATH }, '{}')));
    expect(answers.map((answer) => answer.status)).toEqual([0, 0, 0]);
    expect(await goaway).toEqual([0, 0, debugData]);
    await harness.engine.until(() => harness.engine.closed.length === 1);
  });

  it('answers first, then sends GOAWAY, when the endpoint asks for both', async () => {
    harness.engine.respond = () => ({ ...REFUSAL, goaway: { debugData: '{"reason":"X"}' } });
    const client = raw();
    client.request(1, HEADERS);
    await client.frame((frame) => frame.type === FRAME.data);
    const goaway = await client.frame((frame) => frame.type === FRAME.goaway);
    expect(goaway.payload.subarray(8).toString()).toBe('{"reason":"X"}');
    await client.closed;
    expect(client.frames.filter((frame) => frame.type === FRAME.goaway)).toHaveLength(1);
  });

  it('drops the connection without an answer when the endpoint says so', async () => {
    harness.engine.respond = () => ({ status: 0, headers: [], body: '', drop: true });
    const client = raw();
    client.request(1, HEADERS);
    await client.closed;
    expect(client.frames.some((frame) => frame.type === FRAME.headers)).toBe(false);
  });

  it('closes idle connections with a reason when the switch is on', async () => {
    await harness.close();
    harness = await openDoor(installation, { sweepMs: 20 });
    harness.engine.profile = { ...defaultProfile, apns: { ...defaultProfile.apns, idleTimeoutMs: 50 } };
    const client = raw();
    const goaway = await client.frame((frame) => frame.type === FRAME.goaway);
    expect(goaway.payload.subarray(8).toString()).toBe('{"reason":"IdleTimeout"}');
    await client.closed;
  });

  it('says goodbye with GOAWAY and a reason when the server stops', async () => {
    const client = raw();
    client.request(1, HEADERS);
    await client.frame((frame) => frame.type === FRAME.headers);
    const closing = harness.close();
    const goaway = await client.frame((frame) => frame.type === FRAME.goaway);
    expect(goaway.payload.readUInt32BE(0)).toBe(1);
    expect(goaway.payload.subarray(8).toString()).toBe('{"reason":"Shutdown"}');
    await closing;
    await client.closed;
  });

  it('says goodbye to connections with a certificate too', async () => {
    const { p12, secrets } = installation;
    const session = http2Client(harness, APNS, { pfx: p12, passphrase: secrets.apns.p12Password });
    const goaway = new Promise<string>((resolve) => {
      session.on('goaway', (_code, last, data) => resolve(`${last} ${Buffer.from(data ?? []).toString()}`));
    });
    await ask(session, { ':path': PATH }, '{}');
    await harness.close();
    expect(await goaway).toBe('1 {"reason":"Shutdown"}');
  });

  it('carries large bodies in both directions through a connection with a certificate', async () => {
    const { p12, secrets } = installation;
    harness.engine.respond = (request) => ({ status: 200, headers: [], body: 'y'.repeat(request.body.length) });
    const session = http2Client(harness, APNS, { pfx: p12, passphrase: secrets.apns.p12Password });
    const answers = await Promise.all([1, 2, 3].map(() => ask(session, { ':path': PATH }, Buffer.alloc(700_000))));
    expect(answers.map((answer) => answer.body.length)).toEqual([700_000, 700_000, 700_000]);
    session.destroy();
  });

  it('lets an open request finish when the server stops', async () => {
    const client = raw();
    client.request(1, HEADERS, { more: true });
    client.send({ type: FRAME.ping, payload: Buffer.alloc(8) });
    await client.frame((frame) => frame.type === FRAME.ping);
    const closing = harness.close();
    await client.frame((frame) => frame.type === FRAME.goaway);
    client.data(1, '{}');
    await client.frame((frame) => frame.type === FRAME.headers && frame.stream === 1);
    await closing;
    expect(accepted.status).toBe(200);
  });
});
