import type { ClientHttp2Session } from 'node:http2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BROADCAST_VECTORS,
  type BroadcastRequest,
  type BroadcastVector,
  withChannel,
} from '../../src/core/channels/apns/testing/broadcast-vectors.ts';
import { authorization, render } from '../../src/core/channels/apns/testing/render.ts';
import { createKeys, credentials, phone } from '../../src/core/channels/apns/testing/world.ts';
import { defaultProfile } from '../../src/core/profile.ts';
import { makeRsaKey } from '../../src/server/certificates/authority.ts';
import type { Installation } from '../../src/server/credentials/installation.ts';
import { clientCertificate } from './apns-client-certificate.ts';
import { type Answer, askRaw, http2Client, temporaryInstallation } from './harness.ts';
import { openSimulatedDoor, type SimulatedDoor } from './simulated.ts';

/** Certificates are valid in real time, so the simulator's clock stands at real now. */
const NOW = Date.now();
const keys = createKeys(() => NOW);
const steady = { kind: 'raw', value: authorization({ kind: 'jwt' }, keys, NOW) ?? '' } as const;
const UUID = /^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/;

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

describe('vectors of broadcast channels over a socket', () => {
  it.each(BROADCAST_VECTORS.map((vector) => [vector.name, vector] as const))('%s', async (_name, vector) => {
    simulated.begin({
      devices: [phone],
      credentials,
      ports: keys.ports,
      profile: { ...defaultProfile, apns: { ...defaultProfile.apns, ...vector.profile } },
    });
    const client = new Client(vector);
    let channel = '';
    for (const [request, expected] of vector.steps) {
      const { answer, goaway } = await client.ask(request, channel);
      if ('goaway' in expected) {
        expect(answer.status).toBe(0);
        expect(JSON.parse(await goaway)).toEqual({ reason: expected.goaway });
        continue;
      }
      const body = 'reason' in expected ? JSON.stringify({ reason: expected.reason }) : (expected.body ?? '');
      expect([answer.status, answer.body]).toEqual([expected.status, body.replace('{channel}', channel)]);
      expect(answer.headers['apns-request-id']).toMatch(UUID);
      expect(answer.headers).not.toHaveProperty('date');
      if (answer.status === 201) channel = String(answer.headers['apns-channel-id']);
    }
    client.close();
  });
});

interface Connected {
  readonly session: ClientHttp2Session;
  readonly goaway: Promise<string>;
}

/** One connection to each name that the vector calls. */
class Client {
  private readonly connections = new Map<string, Promise<Connected>>();
  private readonly sessions: ClientHttp2Session[] = [];
  private readonly vector: BroadcastVector;

  constructor(vector: BroadcastVector) {
    this.vector = vector;
  }

  async ask(request: BroadcastRequest, channel: string): Promise<{ answer: Answer; goaway: Promise<string> }> {
    const name = request.host ?? 'localhost';
    const connected = this.connections.get(name) ?? this.connect(name);
    this.connections.set(name, connected);
    const { session, goaway } = await connected;
    const auth = request.auth ?? (this.vector.certificate === undefined ? steady : ({ kind: 'none' } as const));
    const wire = render({ ...withChannel(request, channel), auth }, keys, NOW);
    const pseudo = [':method', wire.method, ':scheme', 'https', ':authority', name, ':path', wire.path];
    const body = wire.body.length === 0 ? undefined : wire.body;
    return { answer: await askRaw(session, [...pseudo, ...wire.headers.flat()], body), goaway };
  }

  private async connect(name: string): Promise<Connected> {
    const { certificate } = this.vector;
    const shown = certificate === undefined ? {} : await clientCertificate(installation, clientKey, certificate);
    const session = await http2Client({ door: simulated.door, ca: simulated.ca }, name, shown);
    this.sessions.push(session);
    const goaway = new Promise<string>((resolve) => {
      session.on('goaway', (_code, _last, data) => resolve(Buffer.from(data ?? []).toString()));
    });
    return { session, goaway };
  }

  close(): void {
    for (const session of this.sessions) session.destroy();
  }
}
