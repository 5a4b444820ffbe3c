import { request as requestHttp } from 'node:http';
import { type ClientHttp2Session, connect } from 'node:http2';
import { Agent, request as requestHttps } from 'node:https';
import type { Channel } from '../../src/core/channels/types.ts';
import { createSimulator } from '../../src/core/simulator.ts';
import type { Simulator } from '../../src/core/simulator-types.ts';
import { type RequestParts, VendorWorld } from '../../src/core/testing/vendor-world.ts';
import { startFrontDoor } from '../../src/server/front-door/start.ts';
import { ask, http2Client, temporaryInstallation } from './harness.ts';

export interface SocketAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const TRANSPORTS = ['HTTP/1.1 over TLS', 'HTTP/1.1', 'HTTP/2 over TLS', 'h2c'] as const;
export type TransportName = (typeof TRANSPORTS)[number];

/** One vendor's endpoint behind the real front door, on real sockets. */
export interface VendorDoor {
  readonly tlsPort: number;
  readonly plainPort: number;
  readonly ca: string;
  /** A fresh simulator with one phone for each token (`phone-1` …), the test credentials, and the world's clock and ids. */
  begin(world: VendorWorld): Simulator;
  /** Sends over real sockets; POST to the vendor's first host unless said otherwise. */
  send(transport: TransportName, parts: RequestParts): Promise<SocketAnswer>;
  close(): Promise<void>;
}

export async function openVendorDoor(channel: Channel): Promise<VendorDoor> {
  const { installation, dispose } = await temporaryInstallation(channel.definition.hosts);
  const main = channel.definition.hosts[0] ?? 'localhost';
  const world = new VendorWorld(channel, []);
  let current = simulatorOf(world);
  const door = await startFrontDoor({
    host: '127.0.0.1',
    tlsPort: 0,
    plainPort: 0,
    certificates: installation.certificates,
    engine: {
      receive: (...args) => current.receive(...args),
      recordFailure: (...args) => current.recordFailure(...args),
      connectionClosed: (id) => current.connectionClosed(id),
      workspace: () => current.workspace(),
    },
    channels: [channel],
  });
  const ca = installation.ca.certPem;
  const agents = new Map<string, Agent>();
  const sessions = new Map<string, ClientHttp2Session>();
  const agentFor = (name: string): Agent =>
    agents.get(name) ?? kept(agents, name, new Agent({ keepAlive: true, ca, servername: name }));
  const sessionFor = (key: string, open: () => ClientHttp2Session): ClientHttp2Session =>
    sessions.get(key) ?? kept(sessions, key, open());
  return {
    tlsPort: door.tls.port,
    plainPort: door.plain.port,
    ca,
    begin(next) {
      current = simulatorOf(next);
      return current;
    },
    send(transport, parts) {
      const name = parts.host ?? main;
      if (transport === 'HTTP/1.1 over TLS')
        return overHttp1(name, parts, (options) =>
          requestHttps({ ...options, port: door.tls.port, agent: agentFor(name) }),
        );
      if (transport === 'HTTP/1.1')
        return overHttp1(name, parts, (options) => requestHttp({ ...options, port: door.plain.port }));
      const session =
        transport === 'h2c'
          ? sessionFor('h2c', () => connect(door.plain.url))
          : sessionFor(name, () => http2Client({ door, ca }, name));
      return overHttp2(session, name, parts);
    },
    async close() {
      for (const session of sessions.values()) session.destroy();
      for (const agent of agents.values()) agent.destroy();
      await door.close();
      await dispose();
    },
  };
}

function simulatorOf(world: VendorWorld): Simulator {
  const { profile, credentials, ports, channel } = world;
  const clock = { offsetMs: 0, stoppedAt: null };
  const workspace = { accounts: [], groups: [], devices: [...world.devices.values()], profile, clock };
  return createSimulator({ ports, channels: [channel], credentials, workspace });
}

function kept<T>(map: Map<string, T>, key: string, value: T): T {
  map.set(key, value);
  return value;
}

type Opener = (options: {
  host: string;
  method: string;
  path: string;
  headers: string[];
}) => ReturnType<typeof requestHttp>;

function overHttp1(name: string, parts: RequestParts, open: Opener): Promise<SocketAnswer> {
  const body = Buffer.from(parts.body ?? '');
  const given = (parts.headers ?? []).flat();
  const headers = ['host', name, 'content-length', String(body.length), ...given];
  return new Promise((resolve, reject) => {
    const outgoing = open({ host: '127.0.0.1', method: parts.method ?? 'POST', path: parts.path, headers });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: textHeaders(incoming.headers),
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    outgoing.end(body);
  });
}

async function overHttp2(session: ClientHttp2Session, name: string, parts: RequestParts): Promise<SocketAnswer> {
  const pseudo = { ':method': parts.method ?? 'POST', ':path': parts.path, ':authority': name };
  const body = Buffer.from(parts.body ?? '');
  const answer = await ask(
    session,
    { ...pseudo, ...Object.fromEntries(parts.headers ?? []) },
    body.length === 0 ? undefined : body,
  );
  return { status: answer.status, headers: textHeaders(answer.headers), body: answer.body };
}

const textHeaders = (headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, String(value)]));
