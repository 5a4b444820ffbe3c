import { request as requestHttp } from 'node:http';
import { type ClientHttp2Session, connect } from 'node:http2';
import { Agent, request as requestHttps } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VENDOR_ID } from '../../src/core/channels/xiaomi/ids.ts';
import {
  createVectors,
  type VectorAnswer,
  type VectorRequest,
} from '../../src/core/channels/xiaomi/testing/vectors.ts';
import { PACKAGE, R1, R2, SECRET, World } from '../../src/core/channels/xiaomi/testing/world.ts';
import { WORLD_TIME } from '../../src/core/testing/vendor-world.ts';
import { ask, http2Client, temporaryInstallation, XIAOMI } from './harness.ts';
import { openSimulatedDoor, type SimulatedDoor } from './simulated.ts';

const TYPE = 'application/x-www-form-urlencoded;charset=UTF-8';
const rows = createVectors({
  secret: SECRET,
  packageName: PACKAGE,
  r1: R1,
  r2: R2,
  alias: 'al1',
  topic: 'news',
  channelId: '1001',
  now: WORLD_TIME,
});

interface Got {
  readonly status: number;
  readonly type: string | undefined;
  readonly body: string;
}
type Transport = (request: VectorRequest, body: string) => Promise<Got>;

let dispose: () => Promise<void>;
let simulated: SimulatedDoor;
let agent: Agent;
let sessions: ClientHttp2Session[];

beforeAll(async () => {
  const { installation, dispose: remove } = await temporaryInstallation();
  simulated = await openSimulatedDoor(installation);
  agent = new Agent({ keepAlive: true, ca: simulated.ca, servername: XIAOMI });
  const secure = http2Client(simulated, XIAOMI);
  const clear = connect(simulated.door.plain.url);
  sessions = [secure, clear];
  dispose = async () => {
    for (const session of sessions) session.destroy();
    agent.destroy();
    await simulated.door.close();
    await remove();
  };
});
afterAll(() => dispose());

const headersOf = (request: VectorRequest, body: string): Record<string, string> => ({
  ...(request.authorization === null ? {} : { authorization: request.authorization }),
  ...(body === '' ? {} : { 'content-type': TYPE }),
});

function overHttp1(secure: boolean): Transport {
  return (request, body) =>
    new Promise((resolve, reject) => {
      const { method, path } = request;
      const headers = { host: XIAOMI, 'content-length': Buffer.byteLength(body), ...headersOf(request, body) };
      const port = secure ? simulated.door.tls.port : simulated.door.plain.port;
      const options = { host: '127.0.0.1', port, method, path, headers };
      const outgoing = secure ? requestHttps({ ...options, agent }) : requestHttp(options);
      outgoing.on('error', reject);
      outgoing.on('response', (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (chunk: string) => {
          text += chunk;
        });
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, type: incoming.headers['content-type'], body: text }),
        );
      });
      outgoing.end(body);
    });
}

function overHttp2(session: () => ClientHttp2Session | undefined): Transport {
  return async (request, body) => {
    const open = session();
    if (open === undefined) throw new Error('not connected');
    const { method, path } = request;
    const pseudo = { ':method': method, ':path': path, ':authority': XIAOMI };
    const answer = await ask(open, { ...pseudo, ...headersOf(request, body) }, body === '' ? undefined : body);
    return { status: answer.status, type: answer.headers['content-type'], body: answer.body };
  };
}

const transports: readonly (readonly [string, Transport])[] = [
  ['HTTP/1.1 over TLS', overHttp1(true)],
  ['HTTP/1.1', overHttp1(false)],
  ['HTTP/2 over TLS', overHttp2(() => sessions[0])],
  ['h2c', overHttp2(() => sessions[1])],
];

describe.each(transports)('vectors of the server API over %s', (_name, transport) => {
  it.each(rows)('row $row', async ({ exchanges, shade }) => {
    const world = new World();
    const simulator = simulated.begin({
      devices: [...world.devices.values()],
      credentials: world.credentials,
      ports: world.ports,
    });
    let firstId = '';
    for (const { request, answer } of exchanges) {
      const got = await transport(request, request.body.replace('{id}', firstId));
      const body = check(got, answer);
      if (firstId === '') firstId = String(dataOf(body).id ?? '');
    }
    if (shade === undefined) return;
    const phone = simulator.workspace().devices.find((device) => device.id === 'phone-1');
    expect(phone?.shade).toHaveLength(shade.count);
    if (shade.badge !== undefined) expect(phone?.badge).toBe(shade.badge);
    if (shade.replaceKeys) expect(phone?.shade.map((item) => item.replaceKey)).toEqual(shade.replaceKeys);
  });
});

const dataOf = (body: Record<string, unknown>): Record<string, unknown> => (body.data ?? {}) as Record<string, unknown>;

function check(got: Got, expected: VectorAnswer): Record<string, unknown> {
  expect(got.type).toBe('application/json;charset=UTF-8');
  const body = JSON.parse(got.body) as Record<string, unknown>;
  expect({ status: got.status, code: body.code }).toEqual({ status: expected.status, code: expected.code });
  expect(body.trace_id).toMatch(VENDOR_ID);
  for (const name of ['description', 'reason', 'info'] as const) {
    if (expected[name] !== undefined) expect(body[name]).toBe(expected[name]);
  }
  if (expected.keys) expect(Object.keys(body)).toEqual(expected.keys);
  if (expected.idLetter) expect(String(dataOf(body).id)[0]).toBe(expected.idLetter);
  if (expected.badRegids !== undefined) expect(dataOf(body).bad_regids ?? null).toBe(expected.badRegids);
  return body;
}
