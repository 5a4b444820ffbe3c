import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { createSecureContext, type SecureContext } from 'node:tls';
import { defaultLeafNames, issueServerCertificate } from './authority.ts';
import { inSubtrees } from './names.ts';
import { readIfThere, writePrivate } from './private-files.ts';
import type { AuthorityFiles } from './store.ts';

const DAY_MS = 86_400_000;
const LEAF_DAYS = 30;
const RENEW_BEFORE_MS = 10 * DAY_MS;
/** Names beside the vendors' own. A client that makes them up must not fill memory or disk. */
const MAX_OTHER_LEAVES = 16;
/** Key of the certificate for connections that name no host, or one that the CA cannot vouch for. */
const DEFAULT = '';

interface Leaf {
  readonly certPem: string;
  readonly notAfter: number;
  /** SAN entries, for telling whether a stored default certificate still fits. */
  readonly covers: readonly string[];
}

/** Server certificates on demand, from one key. */
export interface Leaves {
  /** TLS context for a server name; made now when there is none yet or it expires soon. */
  contextFor(serverName: string | null): Promise<SecureContext>;
  /** The same when it is at hand. */
  cachedContext(serverName: string | null): SecureContext | undefined;
  /** Is the certificate for this server name valid under it? True without a name: then the client's own view decides. */
  vouchesFor(serverName: string | null): boolean;
  /** PEM of the chain for a server name: leaf, then CA. */
  chainFor(serverName: string | null): Promise<string>;
}

/** Opens the stored leaf certificates and makes the default one when it is missing. */
export async function openLeaves(
  files: AuthorityFiles,
  hosts: readonly string[],
  extraNames: readonly string[],
): Promise<Leaves> {
  const path = join(files.directory, 'leaves.json');
  const leaves = parse(await readIfThere(path));
  const contexts = new Map<string, { leaf: Leaf; context: SecureContext }>();
  const running = new Map<string, Promise<Leaf>>();
  const defaults = defaultLeafNames(hosts, extraNames);
  const defaultCovers = [...defaults.names, ...defaults.addresses];

  const keyOf = (serverName: string | null): string => {
    const name = serverName?.toLowerCase() ?? DEFAULT;
    if (leaves.has(name) || hosts.includes(name)) return name;
    const room =
      leaves.size + running.size < hosts.length + MAX_OTHER_LEAVES &&
      /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name) &&
      name.length <= 253;
    return room && inSubtrees(name, files.constraints.domains) ? name : DEFAULT;
  };
  const fresh = (key: string): Leaf | undefined => {
    const leaf = leaves.get(key);
    if (leaf === undefined || leaf.notAfter - Date.now() < RENEW_BEFORE_MS) return undefined;
    return key !== DEFAULT || defaultCovers.every((name) => leaf.covers.includes(name)) ? leaf : undefined;
  };

  async function make(key: string): Promise<Leaf> {
    const names = key === DEFAULT ? defaults : { names: [key], addresses: [] };
    const certPem = await issueServerCertificate(files.authority, files.leafKeyPem, {
      commonName: (names.names[0] ?? 'localhost').slice(0, 64),
      ...names,
      days: LEAF_DAYS,
    });
    const leaf = { certPem, notAfter: expiry(certPem), covers: [...names.names, ...names.addresses] };
    leaves.set(key, leaf);
    // A data directory that cannot be written costs a new certificate at the next start, nothing else.
    await writePrivate(path, serialise(leaves)).catch(() => undefined);
    return leaf;
  }

  async function leafFor(key: string): Promise<Leaf> {
    const ready = fresh(key);
    if (ready !== undefined) return ready;
    const waiting = running.get(key) ?? make(key).finally(() => running.delete(key));
    running.set(key, waiting);
    return waiting;
  }

  const chain = (leaf: Leaf): string => leaf.certPem + files.authority.certPem;
  const cached = (key: string): SecureContext | undefined => {
    const entry = contexts.get(key);
    return entry !== undefined && entry.leaf === fresh(key) ? entry.context : undefined;
  };

  await leafFor(DEFAULT);
  return {
    cachedContext: (serverName) => cached(keyOf(serverName)),
    vouchesFor: (serverName) =>
      serverName === null || keyOf(serverName) !== DEFAULT || defaultCovers.includes(serverName.toLowerCase()),
    chainFor: async (serverName) => chain(await leafFor(keyOf(serverName))),
    async contextFor(serverName) {
      const key = keyOf(serverName);
      const ready = cached(key);
      if (ready !== undefined) return ready;
      const leaf = await leafFor(key);
      const context = createSecureContext({ key: files.leafKeyPem, cert: chain(leaf) });
      contexts.set(key, { leaf, context });
      return context;
    },
  };
}

const expiry = (certPem: string): number => Date.parse(new X509Certificate(certPem).validTo);

function serialise(leaves: ReadonlyMap<string, Leaf>): string {
  const entries = [...leaves].map(([name, leaf]) => [name, { certPem: leaf.certPem, covers: leaf.covers }]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** Stored leaves are a cache: whatever cannot be read is made again. */
function parse(text: string | undefined): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  if (text === undefined) return leaves;
  try {
    const stored: unknown = JSON.parse(text);
    for (const [name, entry] of Object.entries(stored ?? {})) {
      const { certPem, covers } = entry as { certPem: string; covers: string[] };
      leaves.set(name, { certPem, notAfter: expiry(certPem), covers: [...covers] });
    }
  } catch {
    leaves.clear();
  }
  return leaves;
}
