import { join } from 'node:path';
import { createChannels } from '../core/channels/registry.ts';
import type { Channel } from '../core/channels/types.ts';
import { defaultWorkspace, emptyWorkspace } from '../core/default-workspace.ts';
import { createViewContext } from '../core/present/create-context.ts';
import { createRules } from '../core/rules.ts';
import { createSimulator } from '../core/simulator.ts';
import type { Simulator, Workspace } from '../core/simulator-types.ts';
import { API_BASE, type Api, createApi } from './api/api.ts';
import type { ApiDeps } from './api/deps.ts';
import type { ListenerUrls } from './api/views.ts';
import { createSoundLibrary } from './audio/library.ts';
import { type CallbackReport, createCallbackSender } from './callbacks/sender.ts';
import { connectionDeps } from './connection-deps.ts';
import { type Installation, openInstallation } from './credentials/installation.ts';
import { startFrontDoor } from './front-door/start.ts';
import type { FrontDoor } from './front-door/types.ts';
import { type Archive, openArchive } from './history/archive.ts';
import { defaultRendererDir, defaultResourcesDir } from './paths.ts';
import { systemClock } from './ports/clock.ts';
import { createIds } from './ports/ids.ts';
import { lockDataDir } from './storage/lock.ts';
import { removeServerFile, writeServerFile } from './storage/server-file.ts';
import { autoSave, loadWorkspace } from './storage/workspace-store.ts';
import { startTicker } from './ticker.ts';
import { guard } from './ui/guard.ts';
import { startUiListener } from './ui/listener.ts';
import { createStatic } from './ui/static.ts';
import { createVendorSender, type VendorSender } from './vendor-client/sender.ts';
import { VERSION } from './version.ts';

export interface PushpitOptions {
  readonly dataDir: string;
  /** Address of all listeners; 127.0.0.1 when absent. */
  readonly host?: string;
  /** Ports: 0 or absent = any free one. `uiPort` null or absent = no page over HTTP, only `fetch`. */
  readonly tlsPort?: number;
  readonly plainPort?: number;
  readonly uiPort?: number | null;
  /** Hosts beside loopback that receipts may be posted to. */
  readonly allowCallbackHosts?: readonly string[];
  readonly rendererDir?: string;
  readonly resourcesDir?: string;
  readonly log?: (line: string) => void;
}

export interface Pushpit {
  /** API and page as one web-standard function; the desktop window's scheme is served by it too. */
  fetch(request: Request): Promise<Response>;
  readonly listeners: ListenerUrls;
  readonly dataDir: string;
  /** Saves, closes every listener and gives the data directory free. May be called more than once. */
  close(): Promise<void>;
}

/** Entries of each kind in memory; older ones are in the archive. */
const IN_MEMORY = 4_000;

type Cleanup = () => void | Promise<void>;

/**
 * Starts everything on a data directory. Rejects with `StorageError` when the directory cannot be used and with a
 * sentence for people when a port cannot be opened; nothing stays open then.
 */
export async function startPushpit(options: PushpitOptions): Promise<Pushpit> {
  const cleanups: Cleanup[] = [];
  const close = once(async () => {
    const failures: unknown[] = [];
    // One part that cannot be closed must not keep the others open, or the data directory locked.
    for (const cleanup of cleanups.toReversed()) {
      try {
        await cleanup();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Pushpit did not close in good order.');
  });
  try {
    const lock = await lockDataDir(options.dataDir);
    cleanups.push(() => lock.release());
    return { ...(await startAll(options, cleanups)), dataDir: options.dataDir, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startAll(options: PushpitOptions, cleanups: Cleanup[]): Promise<Pick<Pushpit, 'fetch' | 'listeners'>> {
  const { dataDir, host = '127.0.0.1', log = () => {} } = options;
  const channels = createChannels();
  // One after the other: a workspace that cannot be used must not leave keys being written behind.
  const workspace = await loadWorkspace(dataDir);
  const installation = await openInstallation(dataDir, { extraNames: isPlainLoopback(host) ? [] : [host] });
  const archive = openArchive(join(dataDir, 'history.sqlite'), {
    resourcesDir: options.resourcesDir ?? defaultResourcesDir(),
    log,
  });
  cleanups.push(() => archive.close());
  const simulator = createSimulator({
    forgotten: archive.forgotten,
    historyLength: IN_MEMORY,
    ports: { clock: systemClock, ids: createIds(), crypto: installation.crypto },
    channels,
    credentials: installation.credentials,
    workspace: workspace ?? builtIn(channels),
  });
  const saving = autoSave(dataDir, simulator, { version: VERSION, log });
  cleanups.push(() => saving.close(), startTicker(simulator), sendCallbacks(simulator, options, log));

  const { tlsPort = 0, plainPort = 0 } = options;
  const { certificates } = installation;
  const door = await startFrontDoor({ host, tlsPort, plainPort, certificates, engine: simulator, channels });
  cleanups.push(() => door.close());
  const sender = createVendorSender({ host: reachable(host), tlsPort: door.tls.port, caPem: certificates.caPem });
  cleanups.push(() => sender.close());
  return openUi({ options, simulator, archive, channels, installation, door, sender, log }, host, cleanups);
}

/** API and page, over `fetch` and, where a port is given, over a listener. */
async function openUi(
  parts: Omit<Parts, 'listeners'>,
  host: string,
  cleanups: Cleanup[],
): Promise<Pick<Pushpit, 'fetch' | 'listeners'>> {
  const { options, door } = parts;
  const listeners: { tls: string; plain: string; ui?: string } = { tls: door.tls.url, plain: door.plain.url };
  const api = createApi(apiDeps({ ...parts, listeners }));
  const fetch = createFetch(api, options.rendererDir ?? defaultRendererDir(), host);
  if (options.uiPort !== undefined && options.uiPort !== null) {
    const ui = await startUiListener({ host, port: options.uiPort, fetch });
    cleanups.push(() => ui.close());
    listeners.ui = ui.url;
  }
  // Last to be set up, so first to go: open event streams would keep the listener from closing.
  cleanups.push(() => api.close());
  await writeServerFile(options.dataDir, {
    pid: process.pid,
    version: VERSION,
    startedAt: new Date(systemClock.now()).toISOString(),
    listeners,
  });
  cleanups.push(() => removeServerFile(options.dataDir));
  return { fetch, listeners };
}

const builtIn = (channels: readonly Channel[]): Workspace =>
  defaultWorkspace(
    systemClock.now(),
    channels.map((channel) => channel.definition.id),
  );

interface Parts {
  readonly options: PushpitOptions;
  readonly simulator: Simulator;
  readonly archive: Archive;
  readonly channels: readonly Channel[];
  readonly installation: Installation;
  readonly door: FrontDoor;
  readonly sender: VendorSender;
  readonly listeners: ListenerUrls;
  log(line: string): void;
}

function apiDeps({
  options,
  simulator,
  archive,
  channels,
  installation,
  door,
  sender,
  listeners,
  log,
}: Parts): ApiDeps {
  const registry = createRules(channels);
  const views = createViewContext({
    channels,
    registry,
    deviceName: (id) => simulator.device(id)?.name,
    front: { tls: new URL(door.tls.url).host, plain: new URL(door.plain.url).host, ca: installation.ca.file },
  });
  return {
    version: VERSION,
    simulator,
    views,
    archive,
    sounds: createSoundLibrary({
      resourcesDir: options.resourcesDir ?? defaultResourcesDir(),
      dataDir: options.dataDir,
    }),
    send: (call, outcomeId) => sender.send(call, outcomeId),
    listeners: () => listeners,
    rules: () => registry.all(),
    channels: () => channels,
    builtInWorkspace: (to) => (to === 'empty' ? emptyWorkspace() : builtIn(channels)),
    ...connectionDeps({
      simulator,
      channels,
      installation,
      listeners,
      allowCallbackHosts: options.allowCallbackHosts ?? [],
      explain: (step) => views.explain(step),
    }),
    log,
  };
}

/** One function for page and API, behind the guard against other sites. */
function createFetch(api: Api, rendererDir: string | null, bindHost: string): Pushpit['fetch'] {
  const page = createStatic(rendererDir);
  return async (request) => {
    const refused = guard(request, { bindHost });
    if (refused !== null) return refused;
    const { pathname } = new URL(request.url);
    const forApi = pathname === '/api' || pathname.startsWith('/api/') || pathname.startsWith(API_BASE);
    return forApi ? api.fetch(request) : page(request);
  };
}

function sendCallbacks(simulator: Simulator, options: PushpitOptions, log: (line: string) => void): Cleanup {
  const report = (one: CallbackReport): void => {
    if (one.result === 'delivered') return;
    const fix = one.result === 'refused' ? ' Allow the host with --allow-callback-host.' : '';
    const tries = one.tries > 1 ? ` after ${one.tries} tries` : '';
    const what =
      one.receipts > 1 ? `${one.receipts} receipts to ${one.callback.url} were` : `Receipt to ${one.callback.url} was`;
    log(`${what} not delivered${tries}: ${one.reason}.${fix}`);
  };
  const sender = createCallbackSender({ allowHosts: options.allowCallbackHosts ?? [], report });
  const stop = simulator.subscribe(({ event }) => {
    if (event.type === 'callback') sender.send(event.callback);
  });
  return () => {
    stop();
    return sender.close();
  };
}

const isPlainLoopback = (host: string): boolean => host === '127.0.0.1' || host === 'localhost' || host === '::1';

/** A listener on all addresses is reached over loopback. */
const reachable = (host: string): string => (host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host);

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run();
    return running;
  };
}
