import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultWorkspace } from '../../src/core/default-workspace.ts';
import type { DeviceAction, DevicePatch } from '../../src/core/simulator-types.ts';
import type { DeviceView, ExchangeLine, ExchangeView, NotificationView, ScreenView } from '../../src/core/views.ts';
import { openInstallation } from '../../src/server/credentials/installation.ts';
import type { Usage } from '../../src/server/credentials/usage.ts';
import { writeCredentials } from '../../src/server/credentials/write.ts';
import { type Pushpit, type PushpitOptions, startPushpit } from '../../src/server/pushpit.ts';
import { prepare } from './prepare.ts';

/** What `pushpit creds --out DIR` leaves, as a developer reads it: file names made absolute. */
export interface Credentials {
  readonly directory: string;
  readonly caFile: string;
  readonly ca: Buffer;
  readonly apns: {
    readonly teamId: string;
    readonly keyId: string;
    readonly keyFile: string;
    readonly p12File: string;
    readonly p12Password: string;
    readonly topic: string;
  };
  readonly xiaomi: { readonly packageName: string; readonly appSecret: string };
  readonly fcm: { readonly projectId: string; readonly serviceAccountFile: string };
  readonly huawei: { readonly appId: string; readonly appSecret: string; readonly projectId: string };
  readonly meizu: { readonly appId: string; readonly appSecret: string };
  readonly oppo: { readonly appKey: string; readonly masterSecret: string };
  readonly vivo: { readonly appId: string; readonly appKey: string; readonly appSecret: string };
  /** The lines to paste for a kind of sender, redirected by address unless said otherwise. Throws when there are none. */
  usage(client: string, way?: Usage['way']): string;
  /** All that came with the credentials. */
  readonly usages: readonly Usage[];
}

/** A Pushpit with a data directory of its own and real listeners on free ports, seen only through what users have. */
export interface TestServer {
  readonly pushpit: Pushpit;
  readonly credentials: Credentials;
  readonly tls: URL;
  readonly plain: URL;
  /** Registrations of the built-in phones. */
  readonly tokens: { readonly iphone: string; readonly xiaomi: string };
  /** One call of the HTTP API, paths below `/api/v1`. Throws with the API's own words on a refusal. */
  api<T>(method: string, path: string, body?: unknown): Promise<T>;
  screen(deviceId: string): Promise<ScreenView>;
  /** The notification that stands alone on a phone; throws when there are none or several. */
  onlyNotification(deviceId: string): Promise<NotificationView>;
  act(deviceId: string, action: DeviceAction): Promise<DeviceView>;
  patch(deviceId: string, patch: DevicePatch): Promise<DeviceView>;
  /** All recorded exchanges in full, oldest first. */
  exchanges(): Promise<readonly ExchangeView[]>;
  /** The exchange that was recorded alone since the last reset; throws when there are none or several. */
  onlyExchange(): Promise<ExchangeView>;
  /** Back to the built-in workspace and an empty history. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Starts one on 127.0.0.1; `close` also takes its directories away. */
export async function startTestServer(options: Omit<Partial<PushpitOptions>, 'dataDir'> = {}): Promise<TestServer> {
  const directory = await mkdtemp(join(tmpdir(), 'pushpit-server-'));
  const dataDir = join(directory, 'data');
  await prepare(dataDir);
  const pushpit = await startPushpit({ rendererDir: directory, ...options, dataDir });
  const tls = new URL(pushpit.listeners.tls);
  const plain = new URL(pushpit.listeners.plain);
  return {
    pushpit,
    tls,
    plain,
    credentials: await giveCredentials(dataDir, join(directory, 'credentials'), pushpit),
    tokens: { iphone: builtInToken('iphone'), xiaomi: builtInToken('xiaomi') },
    ...apiOf(pushpit),
    async close() {
      await pushpit.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function apiOf(pushpit: Pushpit) {
  async function api<T>(method: string, path: string, body?: unknown): Promise<T> {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const init = { method, headers: { 'content-type': 'application/json' }, ...content };
    const response = await pushpit.fetch(new Request(`http://127.0.0.1/api/v1${path}`, init));
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }
  const screen = (id: string) => api<ScreenView>('GET', `/devices/${id}/screen`);
  async function exchanges(): Promise<readonly ExchangeView[]> {
    const { exchanges: lines } = await api<{ exchanges: ExchangeLine[] }>('GET', '/exchanges?limit=200');
    return Promise.all(lines.reverse().map(({ id }) => api<ExchangeView>('GET', `/exchanges/${id}`)));
  }
  return {
    api,
    screen,
    exchanges,
    onlyNotification: async (id: string) => only((await screen(id)).notifications, `notification on ${id}`),
    onlyExchange: async () => only(await exchanges(), 'exchange'),
    act: (id: string, action: DeviceAction) => api<DeviceView>('POST', `/devices/${id}/actions`, action),
    patch: (id: string, patch: DevicePatch) => api<DeviceView>('PATCH', `/devices/${id}`, patch),
    reset: async () => void (await api('POST', '/reset')),
  };
}

export function only<T>(list: readonly T[], what: string): T {
  const [first] = list;
  if (first === undefined || list.length !== 1) throw new Error(`expected one ${what}, found ${list.length}`);
  return first;
}

function builtInToken(deviceId: string): string {
  const device = defaultWorkspace(0, ['apns', 'xiaomi']).devices.find(({ id }) => id === deviceId);
  const token = device?.targets[0]?.token;
  if (token === undefined) throw new Error(`the built-in workspace has no registration on "${deviceId}"`);
  return token;
}

type CredentialsFile = Omit<Credentials, 'directory' | 'caFile' | 'ca' | 'usage' | 'usages'> & { readonly ca: string };

/** Writes the credentials as `pushpit creds` does and reads back what a sender would read. */
async function giveCredentials(dataDir: string, directory: string, pushpit: Pushpit): Promise<Credentials> {
  const installation = await openInstallation(dataDir);
  const { usage } = await writeCredentials(installation, directory, pushpit.listeners);
  const read = await readFile(join(directory, 'credentials.json'), 'utf8');
  const { ca, apns, fcm, ...vendors } = JSON.parse(read) as CredentialsFile;
  const caFile = join(directory, ca);
  return {
    directory,
    caFile,
    ca: await readFile(caFile),
    apns: { ...apns, keyFile: join(directory, apns.keyFile), p12File: join(directory, apns.p12File) },
    fcm: { ...fcm, serviceAccountFile: join(directory, fcm.serviceAccountFile) },
    ...vendors,
    usages: usage,
    usage: (client, way = 'address') =>
      only(
        usage.filter((one) => one.client === client && one.way === way),
        `usage for ${client} by ${way}`,
      ).code,
  };
}
