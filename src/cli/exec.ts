import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExchangeLine } from '../core/views.ts';
import { resolveDataDir } from '../server/data-dir.ts';
import { defaultResourcesDir } from '../server/paths.ts';
import type { Pushpit } from '../server/pushpit.ts';
import { runChild } from './exec/child.ts';
import { LIMITS, type Setting, settingsFor } from './exec/environment.ts';
import { startForwardProxy } from './exec/forward-proxy.ts';
import { type Found, findOrStart } from './exec/server.ts';
import { writeTrust } from './exec/trust.ts';
import { upstreamOf } from './exec/upstream.ts';
import type { Io } from './io.ts';
import { type Options, UsageError } from './options.ts';

/** Runs when the command has ended, in reverse order. */
type Cleanups = (() => void | Promise<void>)[];

/** `pushpit exec -- COMMAND`: the command, led to the running Pushpit or to one that lives as long as it does. */
export async function exec(options: Options, io: Io): Promise<number> {
  const command = options.command();
  if (command.length === 0) {
    throw new UsageError('Name the command to run: pushpit exec -- COMMAND [ARGUMENTS].');
  }
  const cleanups: Cleanups = [];
  const say = (line: string): void => io.err(`${line}\n`);
  try {
    const dataDir = resolveDataDir(options.text('data-dir'), io.env);
    const found = await findOrStart(dataDir, say);
    const { own } = found;
    if (own !== null) cleanups.push(() => own.close());
    const settings = await prepare(found, dataDir, io, cleanups);
    if (options.flag('json')) say(JSON.stringify(asJson(found, settings)));
    else if (!options.flag('quiet')) say(asText(found, settings));
    const set = Object.fromEntries(settings.map(({ name, value }) => [name, value]));
    const code = await runChild(command, { ...io.env, ...set }, (line) => say(`pushpit exec: ${line}`));
    if (own !== null && !options.flag('quiet') && !options.flag('json')) say(await summary(own));
    return code;
  } finally {
    for (const cleanup of cleanups.toReversed()) await cleanup();
  }
}

/** Files and proxy for the command; both are gone after it. */
async function prepare(
  { listeners }: Found,
  dataDir: string,
  { env }: Io,
  cleanups: Cleanups,
): Promise<readonly Setting[]> {
  const { openInstallation } = await import('../server/credentials/installation.ts');
  const { registeredHosts } = await import('../server/credentials/hosts.ts');
  const { ca } = await openInstallation(dataDir);
  const directory = await mkdtemp(join(tmpdir(), 'pushpit-exec-'));
  cleanups.push(() => rm(directory, { recursive: true, force: true }));
  const trust = await writeTrust(directory, ca.certPem, env);
  const hosts = registeredHosts();
  const proxy = await startForwardProxy({ hosts: new Set(hosts), plain: listeners.plain, upstream: upstreamOf(env) });
  cleanups.push(() => proxy.close());
  const preload = join(defaultResourcesDir(), 'exec', 'preload.cjs');
  return settingsFor({ trust, caFile: ca.file, proxy: new URL(proxy.url), listeners, hosts, preload }, env);
}

function asText({ listeners, own }: Found, settings: readonly Setting[]): string {
  const place = listeners.ui === null ? '' : `, page at ${listeners.ui.origin}`;
  return [
    own === null
      ? `pushpit exec: led to the running Pushpit${place}.`
      : `pushpit exec: no Pushpit was running on this data directory; one was started for the command${place}.`,
    ...settings.map(({ name, value, for: purpose }) => `  ${name}=${shown(value)}  # ${purpose}`),
    'Not led in this way:',
    ...LIMITS.map((line) => `  - ${line}`),
    '',
  ].join('\n');
}

const SHOWN = 120;
const shown = (value: string): string => (value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value);

const asJson = ({ listeners, own }: Found, settings: readonly Setting[]) => ({
  started: own !== null,
  listeners: { tls: listeners.tls.origin, plain: listeners.plain.origin, ui: listeners.ui?.origin ?? null },
  env: Object.fromEntries(settings.map(({ name, value }) => [name, value])),
  limits: LIMITS,
});

const SUMMARY_LINES = 20;

/** What reached a Pushpit that ends with the command, whose history nobody can look at any more. */
async function summary(own: Pushpit): Promise<string> {
  const response = await own.fetch(new Request(`http://127.0.0.1/api/v1/exchanges?limit=${SUMMARY_LINES}`));
  const { exchanges } = (await response.json()) as { readonly exchanges: readonly ExchangeLine[] };
  if (exchanges.length === 0) return 'pushpit exec: no request reached a vendor.';
  return [
    `pushpit exec: the last ${exchanges.length === 1 ? 'request' : `${exchanges.length} requests`} to a vendor:`,
    ...exchanges.toReversed().map((one) => `  ${one.channel ?? '-'} ${one.status ?? '-'} ${one.summary.en}`),
  ].join('\n');
}
