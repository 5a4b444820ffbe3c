import { mkdtemp, rm } from 'node:fs/promises';
import { type ClientHttp2Session, type ClientHttp2Stream, connect, type IncomingHttpHeaders } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import type { Channel, ChannelDefinition, VendorRequest, VendorResponse } from '../../src/core/channels/types.ts';
import type { RuleProfile } from '../../src/core/profile.ts';
import { defaultProfile } from '../../src/core/profile.ts';
import type { Exchange, Workspace } from '../../src/core/simulator-types.ts';
import { type Installation, openInstallation } from '../../src/server/credentials/installation.ts';
import { startFrontDoor } from '../../src/server/front-door/start.ts';
import type { Engine, FrontDoor, Limits } from '../../src/server/front-door/types.ts';
import { prepare } from '../helpers/prepare.ts';

export const APNS = 'api.push.apple.com';
export const XIAOMI = 'api.xmpush.xiaomi.com';

export interface Recorded {
  readonly failure: NonNullable<Exchange['failure']>;
  readonly facts: Parameters<Engine['recordFailure']>[1];
}

export interface Received {
  readonly channel: string;
  readonly request: VendorRequest;
  readonly outcomeId: string | null;
}

type Respond = (request: VendorRequest, channel: string) => VendorResponse;

export const accepted: VendorResponse = { status: 200, headers: [['apns-id', 'A1']], body: '' };

/** An engine that answers what the test says and remembers all that it was told. */
export class FakeEngine implements Engine {
  readonly received: Received[] = [];
  readonly failures: Recorded[] = [];
  readonly closed: string[] = [];
  profile: RuleProfile = defaultProfile;
  respond: Respond = () => accepted;
  private waiting: (() => void)[] = [];

  receive(channel: string, request: VendorRequest, outcomeId: string | null) {
    this.received.push({ channel, request, outcomeId });
    this.wake();
    return { response: this.respond(request, channel), exchangeId: `x${this.received.length}` };
  }

  recordFailure(failure: Recorded['failure'], facts: Recorded['facts']): Exchange {
    this.failures.push({ failure, facts });
    this.wake();
    return {
      id: 'f',
      seq: 0,
      at: 0,
      outcomeId: null,
      target: null,
      title: null,
      trace: [],
      deliveries: [],
      failure,
      ...facts,
    };
  }

  connectionClosed(id: string): void {
    this.closed.push(id);
    this.wake();
  }

  workspace(): Workspace {
    return { accounts: [], groups: [], devices: [], profile: this.profile, clock: { offsetMs: 0, stoppedAt: null } };
  }

  /** Resolves when the condition holds; checked whenever the engine was told something. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The first failure with this code, waited for. */
  async failure(code: string): Promise<Recorded> {
    const find = (): Recorded | undefined => this.failures.find((entry) => entry.failure.code === code);
    await this.until(() => find() !== undefined);
    const found = find();
    if (found === undefined) throw new Error(`no ${code}`);
    return found;
  }

  codes(): string[] {
    return this.failures.map((entry) => entry.failure.code);
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

export const definition = (
  id: ChannelDefinition['id'],
  hosts: string[],
  path: RegExp,
  badRequest?: VendorResponse,
): ChannelDefinition => ({
  id,
  name: { en: id, zh: id },
  hosts,
  ownsPath: (candidate) => path.test(candidate),
  limits: {},
  ...(badRequest === undefined ? {} : { badRequest }),
});

export const XIAOMI_BAD_REQUEST: VendorResponse = {
  status: 400,
  headers: [['content-type', 'application/json']],
  body: '{"result":"error","code":10001}',
};

/** The front door looks at definitions only; everything else of a channel is the engine's business. */
export const channelOf = (channelDefinition: ChannelDefinition): Channel => {
  const unused = (): never => {
    throw new Error('the front door must not call this');
  };
  return {
    definition: channelDefinition,
    rules: [],
    codes: [],
    initialState: unused,
    receive: unused,
    build: unused,
    readAnswer: unused,
    answerWith: unused,
    store: unused,
    present: unused,
    receipts: unused,
  };
};

export const CHANNELS: readonly Channel[] = [
  channelOf(definition('apns', [APNS, 'api.sandbox.push.apple.com'], /^\/[134]\//)),
  channelOf(definition('xiaomi', [XIAOMI], /^\/v\d\/message\//, XIAOMI_BAD_REQUEST)),
];

export interface Harness {
  readonly engine: FakeEngine;
  readonly door: FrontDoor;
  readonly installation: Installation;
  readonly ca: string;
  close(): Promise<void>;
}

/** A data directory of its own; taken away with `dispose`. */
export async function temporaryInstallation(
  hosts: readonly string[] = CHANNELS.flatMap((channel) => channel.definition.hosts),
  options: { readonly fresh?: boolean } = {},
): Promise<{ installation: Installation; dispose(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pushpit-door-'));
  // A fresh one has a CA for exactly these names.
  if (options.fresh !== true) await prepare(dataDir);
  const installation = await openInstallation(dataDir, { hosts });
  return { installation, dispose: () => rm(dataDir, { recursive: true, force: true }) };
}

export async function openDoor(
  installation: Installation,
  limits: Partial<Limits> = {},
  channels: readonly Channel[] = CHANNELS,
): Promise<Harness> {
  const engine = new FakeEngine();
  const door = await startFrontDoor({
    host: '127.0.0.1',
    tlsPort: 0,
    plainPort: 0,
    certificates: installation.certificates,
    engine,
    channels,
    limits,
  });
  return { engine, door, installation, ca: installation.ca.certPem, close: () => door.close() };
}

/** HTTP/2 to the TLS port under any name, as a vendor's client would after DNS. */
export function http2Client(
  harness: Pick<Harness, 'door' | 'ca'>,
  name: string,
  tls: ConnectionOptions = {},
): ClientHttp2Session {
  const session = connect(`https://${name}`, {
    createConnection: () =>
      connectTls({
        host: '127.0.0.1',
        port: harness.door.tls.port,
        ca: harness.ca,
        ALPNProtocols: ['h2'],
        ...(name === '127.0.0.1' ? {} : { servername: name }),
        ...tls,
      }),
  });
  session.on('error', () => undefined);
  return session;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly reset: number | undefined;
}

/** One request on an HTTP/2 session. Status 0 when it was reset. */
export const ask = (
  session: ClientHttp2Session,
  headers: Record<string, string | string[]>,
  body?: string | Buffer,
): Promise<Answer> =>
  answerOf(session.request({ ':method': 'POST', ...headers }, { endStream: body === undefined }), body);

/** The same with a list of names and values in turn, which may hold duplicates. */
export const askRaw = (session: ClientHttp2Session, headers: string[], body?: string | Buffer): Promise<Answer> =>
  answerOf(session.request(headers, { endStream: body === undefined }), body);

function answerOf(stream: ClientHttp2Stream, body: string | Buffer | undefined): Promise<Answer> {
  return new Promise((resolve) => {
    let status = 0;
    let received: IncomingHttpHeaders = {};
    const chunks: Buffer[] = [];
    stream.on('response', (answer) => {
      status = Number(answer[':status']);
      received = answer;
    });
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('error', () => undefined);
    stream.on('close', () =>
      resolve({ status, headers: received, body: Buffer.concat(chunks).toString(), reset: stream.rstCode }),
    );
    if (body !== undefined) stream.end(body);
  });
}
