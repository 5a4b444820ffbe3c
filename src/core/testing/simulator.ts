import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { Channel, Credentials, VendorCall, VendorRequest } from '../channels/types.ts';
import { defaultWorkspace } from '../default-workspace.ts';
import type { MessageInput } from '../im/types.ts';
import type { Ports } from '../ports.ts';
import { createSimulator } from '../simulator.ts';
import type { Outcome, Simulator, SimulatorEvent } from '../simulator-types.ts';

export const KEY_ID = 'TESTKEY001';
export const TEAM_ID = 'TESTTEAM01';
export const XIAOMI_SECRET = 'dGVzdC1zZWNyZXQtZm9yLXRlc3Rz';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicKey = createPublicKey(privateKey);

/** Real hashes and signatures, a clock that the test moves, ids that count. */
export function makePorts(startAt: number): { ports: Ports; advance(ms: number): void } {
  let now = startAt;
  let ids = 0;
  let bytes = 0;
  const nextByte = () => {
    bytes = (bytes * 73 + 41) % 256;
    return bytes;
  };
  const ports: Ports = {
    clock: { now: () => now },
    ids: {
      next: (prefix) => `${prefix}-${++ids}`,
      bytes: (count) => Uint8Array.from({ length: count }, nextByte),
    },
    crypto: {
      md5Hex: (text) => createHash('md5').update(text).digest('hex'),
      sha256Hex: (text) => createHash('sha256').update(text).digest('hex'),
      verifyEs256: (keyId, data, signature) =>
        keyId === KEY_ID &&
        verify(
          'sha256',
          Buffer.from(data),
          { key: publicKey, dsaEncoding: signature.length === 64 ? 'ieee-p1363' : 'der' },
          signature,
        ),
      signEs256: (_keyId, data) => sign('sha256', Buffer.from(data), { key: privateKey, dsaEncoding: 'ieee-p1363' }),
    },
  };
  const advance = (ms: number) => {
    now += ms;
  };
  return { ports, advance };
}

export const testCredentials: Credentials = {
  apns: {
    keys: [{ keyId: KEY_ID, teamId: TEAM_ID, environments: ['production', 'sandbox'], topics: null }],
    apps: [{ bundleId: 'com.example.app', teamId: TEAM_ID }],
    revokedCertificates: [],
    imKeyId: KEY_ID,
  },
  xiaomi: {
    apps: [
      {
        appId: '2882303761510000001',
        packageNames: ['com.example.app'],
        appSecret: XIAOMI_SECRET,
        blacklisted: false,
        channels: [{ id: '1001', name: 'orders', kind: 'private' }],
      },
    ],
  },
};

/** The request that the endpoint sees when the host has sent this call. */
export function asRequest(call: Omit<VendorCall, 'channel' | 'trace'>, connectionId = 'c1'): VendorRequest {
  return {
    method: call.method,
    path: call.path,
    host: call.host,
    headers: call.headers,
    body: new TextEncoder().encode(call.body),
    bodyTooLarge: false,
    connection: {
      id: connectionId,
      protocol: call.protocol,
      tls: true,
      serverName: call.host,
      remote: '127.0.0.1:50000',
      clientCertificate: null,
    },
  };
}

export interface TestBench {
  readonly simulator: Simulator;
  readonly events: SimulatorEvent[];
  advance(ms: number): void;
  /** Plays the host: sends every vendor call through the endpoint and reports the answer. */
  send(message: Partial<MessageInput> & Pick<MessageInput, 'to'>): Outcome[];
}

export function makeSimulator(
  channels: readonly Channel[],
  options: { startAt?: number; historyLength?: number } = {},
): TestBench {
  const startAt = options.startAt ?? 1_764_000_000_000;
  const { ports, advance } = makePorts(startAt);
  const workspace = defaultWorkspace(
    startAt,
    channels.map((channel) => channel.definition.id),
  );
  const simulator = createSimulator({
    ports,
    channels,
    credentials: testCredentials,
    workspace,
    ...(options.historyLength === undefined ? {} : { historyLength: options.historyLength }),
  });
  const events: SimulatorEvent[] = [];
  simulator.subscribe(({ event }) => void events.push(event));
  const send: TestBench['send'] = (message) => {
    const planned = simulator.planMessage({
      from: 'alice',
      kind: 'chat',
      elements: [{ type: 'text', text: 'hi' }],
      ...message,
    });
    if (!planned.ok) throw new Error(`${planned.error.code}: ${planned.error.message}`);
    return planned.value.outcomes.map((outcome) => {
      if (outcome.call === null || outcome.channel === null) return outcome;
      const { response } = simulator.receive(outcome.channel, asRequest(outcome.call), outcome.id);
      const done = simulator.completeOutcome(outcome.id, response);
      if (!done.ok) throw new Error(done.error.message);
      return done.value;
    });
  };
  return { simulator, events, advance, send };
}
