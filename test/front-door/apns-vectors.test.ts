import type { ClientHttp2Session } from 'node:http2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definition } from '../../src/core/channels/apns/definition.ts';
import { authorization, render } from '../../src/core/channels/apns/testing/render.ts';
import { VECTORS, type Vector, type VectorAnswer } from '../../src/core/channels/apns/testing/vectors.ts';
import { createKeys, credentials, GONE_SINCE, phone } from '../../src/core/channels/apns/testing/world.ts';
import { defaultProfile } from '../../src/core/profile.ts';
import { makeRsaKey } from '../../src/server/certificates/authority.ts';
import type { Installation } from '../../src/server/credentials/installation.ts';
import { clientCertificate } from './apns-client-certificate.ts';
import { type Answer, APNS, askRaw, http2Client, temporaryInstallation } from './harness.ts';
import { openSimulatedDoor, type SimulatedDoor } from './simulated.ts';

/** Certificates are valid in real time, so the simulator's clock stands at real now. */
const NOW = Date.now();
const keys = createKeys(() => NOW);

let installation: Installation;
let dispose: () => Promise<void>;
let simulated: SimulatedDoor;
let clientKey: string;

beforeAll(async () => {
  ({ installation, dispose } = await temporaryInstallation());
  simulated = await openSimulatedDoor(installation);
  clientKey = await makeRsaKey();
});
afterAll(async () => {
  await simulated.door.close();
  await dispose();
});

describe('vectors of the provider API over a socket', () => {
  it.each(VECTORS.map((vector) => [vector.name, vector] as const))('%s', async (_name, vector) => {
    simulated.begin({
      devices: [phone],
      credentials,
      ports: keys.ports,
      profile: { ...defaultProfile, apns: { ...defaultProfile.apns, ...vector.profile } },
    });
    const session = await connectFor(vector);
    const goaway = new Promise<string>((resolve) => {
      session.on('goaway', (_code, _last, data) => resolve(Buffer.from(data ?? []).toString()));
    });
    for (const [request, expected] of vector.steps) {
      const answer = await push(session, vector, request);
      if ('goaway' in expected) {
        expect(answer.status).toBe(0);
        expect(JSON.parse(await goaway)).toEqual({ reason: expected.goaway });
      } else check(answer, expected);
    }
    session.destroy();
  });
});

function check(answer: Answer, expected: Exclude<VectorAnswer, { goaway: unknown }>): void {
  const got = { status: answer.status, reason: answer.body === '' ? undefined : JSON.parse(answer.body).reason };
  expect(got).toEqual({ status: expected.status, reason: 'reason' in expected ? expected.reason : undefined });
  expect(answer.headers['apns-id']).toMatch(/^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/);
  expect(answer.headers).not.toHaveProperty('date');
  if (expected.status === 410) expect(JSON.parse(answer.body).timestamp).toBe(GONE_SINCE);
}

async function connectFor(vector: Vector): Promise<ClientHttp2Session> {
  const certificate =
    vector.certificate === undefined ? {} : await clientCertificate(installation, clientKey, vector.certificate);
  // A path that no vendor owns finds APNs only under Apple's server name.
  const owned = vector.steps.every(([{ path }]) => path === undefined || definition.ownsPath(path));
  const name = vector.host ?? (owned ? 'localhost' : APNS);
  return http2Client({ door: simulated.door, ca: simulated.ca }, name, certificate);
}

const steady = { kind: 'raw', value: authorization({ kind: 'jwt' }, keys, NOW) ?? '' } as const;

function push(session: ClientHttp2Session, vector: Vector, request: Vector['steps'][number][0]): Promise<Answer> {
  const auth = request.auth ?? (vector.certificate === undefined ? steady : ({ kind: 'none' } as const));
  const wire = render({ ...request, auth }, keys, NOW);
  const pseudo = [
    ':method',
    wire.method,
    ':scheme',
    'https',
    ':authority',
    vector.host ?? 'localhost',
    ':path',
    wire.path,
  ];
  return askRaw(session, [...pseudo, ...wire.headers.flat()], wire.body.length === 0 ? undefined : wire.body);
}
