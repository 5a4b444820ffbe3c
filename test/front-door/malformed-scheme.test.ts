import { type ClientHttp2Session, connect, constants } from 'node:http2';
import { connect as connectTls } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Installation } from '../../src/server/credentials/installation.ts';
import {
  accepted,
  askRaw,
  CHANNELS,
  channelOf,
  definition,
  type Harness,
  openDoor,
  temporaryInstallation,
  XIAOMI,
} from './harness.ts';

const FCM = 'fcm.googleapis.com';
const PATH = '/v1/projects/p/messages:send';
const channels = [...CHANNELS, channelOf(definition('fcm', [FCM], /^\/v1\/projects\//))];

let installation: Installation;
let dispose: () => Promise<void>;
let harness: Harness;

beforeAll(async () => {
  const hosts = channels.flatMap((channel) => channel.definition.hosts);
  ({ installation, dispose } = await temporaryInstallation(hosts));
});
afterAll(() => dispose());
beforeEach(async () => {
  harness = await openDoor(installation, {}, channels);
  harness.engine.respond = ({ body }) => ({ ...accepted, body: Buffer.from(body).toString() });
});
afterEach(() => harness.close());

function client(name: string, paddingStrategy: number = constants.PADDING_STRATEGY_NONE): ClientHttp2Session {
  const session = connect(`https://${name}`, {
    paddingStrategy,
    createConnection: () =>
      connectTls({
        host: '127.0.0.1',
        port: harness.door.tls.port,
        ca: harness.ca,
        ALPNProtocols: ['h2'],
        servername: name,
      }),
  });
  session.on('error', () => undefined);
  return session;
}

/** A request as firebase-admin for Node forms it. */
const ask = (session: ClientHttp2Session, name: string, body: string, more: string[] = [], scheme = 'https:') =>
  askRaw(
    session,
    [
      ':method',
      'POST',
      ':scheme',
      scheme,
      ':path',
      PATH,
      ':authority',
      `${name}:443`,
      'content-type',
      'application/json',
      ...more,
    ],
    body,
  );

const { PADDING_STRATEGY_NONE, PADDING_STRATEGY_MAX } = constants;

describe('a client that says ":scheme: https:"', () => {
  it.each([
    ['plainly', PADDING_STRATEGY_NONE],
    ['with as much padding as fits', PADDING_STRATEGY_MAX],
  ])('is served on the names of FCM, hundreds of times on one connection, %s', async (_how, padding) => {
    const session = client(FCM, padding);
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, i) => ask(session, FCM, `{"n":${i}}`, ['x-number', `value ${i}`])),
    );
    expect(answers.map(({ status, body }) => `${status} ${body}`)).toEqual(answers.map((_, i) => `200 {"n":${i}}`));
    const requests = harness.engine.received.map(({ request }) => request);
    expect(requests).toHaveLength(300);
    expect(new Set(requests.map((request) => request.connection.id)).size).toBe(1);
    for (const request of requests) {
      expect(request).toMatchObject({ malformedScheme: 'https:', host: FCM, method: 'POST', path: PATH });
    }
    // Header tables of both sides are still in step.
    expect(requests.map((request) => request.headers.find(([name]) => name === 'x-number')?.[1]).sort()).toEqual(
      Array.from({ length: 300 }, (_, i) => `value ${i}`).sort(),
    );
    session.destroy();
  });

  it('is served with headers that take several frames', async () => {
    const session = client(FCM);
    const big = 'ÿ'.repeat(30_000);
    const answer = await ask(session, FCM, '{}', ['x-big', big]);
    expect(answer.status).toBe(200);
    const [received] = harness.engine.received;
    expect(received?.request.headers.find(([name]) => name === 'x-big')?.[1]).toHaveLength(30_000);
    expect(received?.request.malformedScheme).toBe('https:');
    session.destroy();
  });

  it('is reset on the names of others, as their servers do', async () => {
    const session = client(XIAOMI);
    const answer = await ask(session, XIAOMI, '{}');
    expect(answer).toMatchObject({ status: 0, reset: constants.NGHTTP2_PROTOCOL_ERROR });
    expect(harness.engine.received).toEqual([]);
    session.destroy();
  });
});

it('a client of FCM that says ":scheme: https" leaves no remark', async () => {
  const session = client(FCM);
  expect((await ask(session, FCM, '{}', [], 'https')).status).toBe(200);
  expect('malformedScheme' in (harness.engine.received[0]?.request ?? {})).toBe(false);
  session.destroy();
});

it('the end of such a connection is noticed', async () => {
  const session = client(FCM);
  await ask(session, FCM, '{}');
  session.close();
  await harness.engine.until(() => harness.engine.closed.length === 1);
  expect(harness.engine.failures).toEqual([]);
});
