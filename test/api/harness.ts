import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Credentials, noCredentials } from '../../src/core/channels/credentials.ts';
import type { Channel, VendorCall, VendorRequest } from '../../src/core/channels/types.ts';
import { defaultWorkspace, emptyWorkspace } from '../../src/core/default-workspace.ts';
import type { Ports } from '../../src/core/ports.ts';
import { createViewContext } from '../../src/core/present/create-context.ts';
import { fail, ok } from '../../src/core/result.ts';
import { createRules } from '../../src/core/rules.ts';
import { createSimulator } from '../../src/core/simulator.ts';
import type { Simulator } from '../../src/core/simulator-types.ts';
import { type Api, createApi } from '../../src/server/api/api.ts';
import type { ApiDeps, VendorAnswer } from '../../src/server/api/deps.ts';
import { endpoints } from '../../src/server/api/endpoints.ts';
import { errorBody } from '../../src/server/api/schemas/common.ts';
import type { ConnectionLine } from '../../src/server/api/views.ts';
import { openArchive } from '../../src/server/history/archive.ts';
import { fakeChannel } from './fake-channel.ts';

/** 2026-01-02T03:04:05Z; the tests' clock stands here until it is moved. */
export const START = 1_767_323_045_000;

export interface TestApi {
  readonly api: Api;
  readonly simulator: Simulator;
  readonly deps: ApiDeps;
  readonly logged: string[];
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  raw(path: string, init?: RequestInit): Promise<Response>;
}

export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly headers: Headers;
}
/** Parsed JSON, reachable by path without casts: `at('outcomes', 0, 'reason')`. */
export interface Json {
  readonly value: unknown;
  at(...path: readonly (string | number)[]): unknown;
}

export interface TestApiOptions {
  readonly channels?: readonly Channel[];
  readonly credentials?: Credentials;
  readonly ports?: Partial<Ports>;
  readonly send?: (call: VendorCall, outcomeId: string) => Promise<VendorAnswer>;
  readonly historyLength?: number;
  /** What the memory forgets goes to an archive. */
  readonly archived?: boolean;
}

/** The API over a real simulator, without a socket: vendor calls go straight to the endpoint. */
const KEEP_NONE = { en: 'These tests keep none.', zh: '这些测试不保存。' };

export function createTestApi(options: TestApiOptions = {}): TestApi {
  const channels = options.channels ?? [fakeChannel];
  const ids = channels.map((channel) => channel.definition.id);
  const archive =
    options.archived === true
      ? openArchive(join(mkdtempSync(join(tmpdir(), 'pushpit-archive-')), 'history.sqlite'))
      : null;
  const simulator = createSimulator({
    ...(archive === null ? {} : { forgotten: archive.forgotten }),
    ports: { ...testPorts(), ...options.ports },
    channels,
    credentials: options.credentials ?? noCredentials,
    workspace: defaultWorkspace(START, ids),
    historyLength: options.historyLength ?? 1000,
  });
  const registry = createRules(channels);
  const logged: string[] = [];
  const deps: ApiDeps = {
    version: '1.2.3',
    simulator,
    views: createViewContext({
      channels,
      registry,
      deviceName: (id) => simulator.device(id)?.name,
      front: { tls: '127.0.0.1:8443', plain: '127.0.0.1:8180', ca: '/data/ca.pem' },
    }),
    sounds: testSounds(),
    send: options.send ?? ((call, outcomeId) => deliver(simulator, call, outcomeId)),
    listeners: () => ({ tls: 'https://127.0.0.1:8443', plain: 'http://127.0.0.1:8180' }),
    rules: () => registry.all(),
    channels: () => channels,
    archive,
    builtInWorkspace: (to) => (to === 'empty' ? emptyWorkspace() : defaultWorkspace(START, ids)),
    connection: ({ secrets }) => ({
      listeners: { tls: 'https://127.0.0.1:8443', plain: 'http://127.0.0.1:8180' },
      dataDir: '/data',
      ca: '/data/ca.pem',
      channels: [],
      files: [],
      lines: [testRecipe(secrets ? 'shown' : 'hidden')],
      recipes: [],
    }),
    connectionFile: () => undefined,
    selfTest: async () => [],
    credentials: {
      list: () => [],
      put: async () => fail('invalid_credential', KEEP_NONE),
      remove: async () => fail('not_found', KEEP_NONE),
    },
    console: { shown: () => ({}), put: async () => fail('invalid_setting', KEEP_NONE), allowHosts: [] },
    log: (line) => void logged.push(line),
  };
  const api = createApi(deps);
  const raw = (path: string, init?: RequestInit) => api.fetch(new Request(`http://127.0.0.1/api/v1${path}`, init));
  return {
    api,
    simulator,
    deps,
    logged,
    raw,
    async call(method, path, body) {
      const init =
        body === undefined
          ? { method }
          : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      const answer = await answerOf(await raw(path, init));
      holdAgainstSchema(method, path, answer);
      return answer;
    },
  };
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: jsonOf(text === '' ? null : JSON.parse(text)) };
}

/** Every JSON answer must be what the document says, without a field more. */
function holdAgainstSchema(method: string, path: string, answer: Answer): void {
  if (answer.status >= 400) {
    const { error } = errorBody.parse(answer.body.value);
    if (!/\p{Script=Han}/u.test(error.messageZh))
      throw new Error(`${method} ${path}: "${error.messageZh}" is no Chinese`);
    return;
  }
  const parts = path.replace(/\?.*$/, '').split('/');
  const one = endpoints().find(
    (candidate) =>
      candidate.method === method.toLowerCase() &&
      candidate.path.split('/').length === parts.length &&
      candidate.path.split('/').every((part, index) => part.startsWith('{') || part === parts[index]),
  );
  const schema = one?.answers[answer.status]?.schema;
  if (one !== undefined && schema === undefined)
    throw new Error(`${method} ${path}: ${answer.status} is not documented`);
  schema?.parse(answer.body.value);
}

export function jsonOf(value: unknown): Json {
  return {
    value,
    at: (...path) =>
      path.reduce<unknown>(
        (current, key) =>
          typeof current === 'object' && current !== null
            ? (current as Readonly<Record<string | number, unknown>>)[key]
            : undefined,
        value,
      ),
  };
}

/** Hands a vendor call to the endpoint as a socket would. */
export async function deliver(simulator: Simulator, call: VendorCall, outcomeId: string | null): Promise<VendorAnswer> {
  const { response } = simulator.receive(call.channel, requestOf(call), outcomeId);
  if (response.status === 0) return { error: 'the connection was closed without an answer' };
  return { status: response.status, headers: response.headers, body: response.body };
}

export const requestOf = (call: VendorCall): VendorRequest => ({
  method: call.method,
  path: call.path,
  host: call.host,
  headers: call.headers,
  body: new TextEncoder().encode(call.body),
  bodyTooLarge: false,
  connection: {
    id: 'c1',
    protocol: call.protocol,
    tls: true,
    serverName: call.host,
    remote: '127.0.0.1:50000',
    clientCertificate: null,
  },
});

/** A foreign client's push to a token of the fake vendor. */
export function push(simulator: Simulator, token: string, title: string, body = 'body'): string {
  const { exchangeId } = simulator.receive(
    'apns',
    requestOf({
      channel: 'apns',
      protocol: 'http/2',
      method: 'POST',
      host: 'push.fake.test',
      path: `/fake/${token}`,
      headers: [['content-type', 'application/json']],
      body: JSON.stringify({ title, body }),
      trace: [],
    }),
    null,
  );
  return exchangeId;
}

export function testPorts(): Ports {
  let count = 0;
  const unused = (): never => {
    throw new Error('These tests sign nothing.');
  };
  return {
    clock: { now: () => START },
    ids: { next: (prefix) => `${prefix}-${++count}`, bytes: (length) => new Uint8Array(length).fill(++count) },
    crypto: { md5Hex: unused, sha256Hex: unused, hmacSha256: unused, verify: () => false, sign: unused },
  };
}

const testRecipe = (code: string): ConnectionLine => ({
  vendor: null,
  way: 'address',
  language: 'curl',
  client: 'curl',
  names: { en: 'curl', zh: 'curl' },
  code,
  note: null,
});

function testSounds(): ApiDeps['sounds'] {
  return {
    audio: async (id) =>
      id === 'dudulu-wav' ? { bytes: Uint8Array.of(82, 73, 70, 70), contentType: 'audio/wav' } : null,
    import: async (name, bytes) =>
      bytes.length < 4
        ? fail('not_audio', { en: `"${name}" is no audio.`, zh: `“${name}”不是音频。` })
        : ok({ name, soundId: 'imported', container: 'wav', codec: 'pcm', duration: 1 }),
    list: () => [],
  };
}

export const message = (overrides: Readonly<Record<string, unknown>> = {}) => ({
  from: 'alice',
  to: { c2c: 'user-apns' },
  kind: 'chat',
  elements: [{ type: 'text', text: 'a new msg from alice' }],
  ...overrides,
});
