import { isIP } from 'node:net';
import type { Channel } from '../../core/channels/types.ts';

export type Route =
  | { readonly channel: Channel; readonly refused?: never }
  | { readonly channel?: never; readonly refused: 'unknown_host' | 'unknown_path' };

/** Finds the vendor that a request is meant for. */
export interface Router {
  /** By a vendor's host name only. */
  byHost(host: string | null): Channel | undefined;
  /** By `:authority` or `Host`, else the TLS server name, else (no vendor's name anywhere) the path. */
  route(host: string | null, serverName: string | null, path: string): Route;
}

export function createRouter(channels: readonly Channel[]): Router {
  const hosts = new Map<string, Channel>();
  for (const channel of channels) for (const host of channel.definition.hosts) hosts.set(host, channel);

  const byPath = (path: string): Route => {
    const query = path.indexOf('?');
    const bare = query < 0 ? path : path.slice(0, query);
    const channel = channels.find((candidate) => candidate.definition.ownsPath(bare));
    return channel === undefined ? { refused: 'unknown_path' } : { channel };
  };

  return {
    byHost: (host) => (host === null ? undefined : hosts.get(host)),
    route(host, serverName, path) {
      const named = host === null ? undefined : hosts.get(host);
      if (named !== undefined) return { channel: named };
      if (host !== null && !isOwnName(host)) return { refused: 'unknown_host' };
      const byServerName = serverName === null ? undefined : hosts.get(serverName);
      return byServerName === undefined ? byPath(path) : { channel: byServerName };
    },
  };
}

/**
 * Names that can mean this machine but never a vendor: addresses, single labels (a container's name), and
 * the domains that are kept for private use (RFC 6761, RFC 6762, RFC 9476, ICANN's `.internal`).
 */
export function isOwnName(host: string): boolean {
  if (isIP(host) !== 0 || !host.includes('.')) return true;
  return /\.(?:localhost|local|internal|test|alt)$/.test(host);
}

const REMEMBERED_HOSTS = 256;
const remembered = new Map<string, string | null>();

/**
 * Host name of an `:authority`, `Host` or CONNECT target: lower case, without port, brackets, user name and
 * trailing dot. Null when nothing is left. Remembered, since clients repeat it on every request.
 */
export function hostOf(authority: string | null): string | null {
  if (authority === null) return null;
  const known = remembered.get(authority);
  if (known !== undefined) return known;
  const host = parseHost(authority);
  if (remembered.size >= REMEMBERED_HOSTS) remembered.clear();
  remembered.set(authority, host);
  return host;
}

function parseHost(authority: string): string | null {
  const text = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
  const bracketed = /^\[([^\]]*)\]/.exec(text)?.[1];
  const name = (bracketed ?? text.replace(/:\d*$/, '')).replace(/\.$/, '');
  return name === '' ? null : name;
}
