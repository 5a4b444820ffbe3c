import { isIP } from 'node:net';
import { API_BASE } from '../api/api.ts';
import { problem } from '../api/problem.ts';

export interface GuardOptions {
  /** Address that the listener is bound to; loopback unless the user said otherwise. */
  readonly bindHost: string;
}

/** Origin of the desktop window. */
export const DESKTOP_ORIGIN = 'pushpit://app';

/**
 * Refuses requests that another site's page could have caused: a `Host` that is no name of this machine
 * (DNS rebinding), and a foreign `Origin` on anything that acts. null = the request may go on.
 */
export function guard(request: Request, options: GuardOptions): Response | null {
  const url = new URL(request.url);
  if (url.protocol === 'pushpit:') return guardDesktop(request, url);
  const host = request.headers.get('host') ?? url.host;
  if (!isOwnHost(host, options.bindHost)) {
    const own = options.bindHost.includes(':') ? `[${options.bindHost}]` : options.bindHost;
    const text = {
      en: `The request is addressed to "${host}", which is no name of this server: possibly DNS rebinding. Use ${own} or localhost.`,
      zh: `请求发往“${host}”，而这不是本服务器的名字，可能是 DNS 重绑定。请用 ${own} 或 localhost。`,
    };
    return problem(403, 'foreign_host', text, { host });
  }
  if (!url.pathname.startsWith(API_BASE)) return null;
  return guardOrigin(request, host);
}

function guardDesktop(request: Request, url: URL): Response | null {
  const origin = request.headers.get('origin');
  if (url.host === 'app' && (origin === null || origin === DESKTOP_ORIGIN)) return null;
  return foreignOrigin(origin ?? url.host);
}

function guardOrigin(request: Request, host: string): Response | null {
  const origin = request.headers.get('origin');
  if (origin !== null) {
    const own = origin.toLowerCase() === `http://${host.toLowerCase()}`;
    return own ? null : foreignOrigin(origin);
  }
  // Browsers that leave out Origin on some requests say here where they come from; typed addresses say "none".
  const site = request.headers.get('sec-fetch-site');
  const navigation = request.headers.get('sec-fetch-mode') === 'navigate' && request.method === 'GET';
  const foreign = site === 'cross-site' || site === 'same-site';
  return foreign && !navigation ? foreignOrigin(`a page of another site (${site})`, `其他网站的页面（${site}）`) : null;
}

function foreignOrigin(origin: string, zh = origin): Response {
  return problem(
    403,
    'foreign_origin',
    {
      en: `The request comes from ${origin}, not from Pushpit's own page. Pages of other origins may not use the API; scripts send no Origin.`,
      zh: `请求来自 ${zh}，而不是 Pushpit 自己的页面。其他来源的页面不能使用这个 API；脚本不会带 Origin。`,
    },
    { origin },
  );
}

/** Loopback names always; the address that was bound to; any literal address when bound beyond loopback. */
export function isOwnHost(header: string, bindHost: string): boolean {
  const name = hostName(header);
  if (name === null) return false;
  if (name === 'localhost' || isLoopback(name) || name === bindHost.toLowerCase()) return true;
  return !isLoopback(bindHost) && bindHost !== 'localhost' && isIP(name) !== 0;
}

const isLoopback = (address: string): boolean => address === '::1' || /^127(\.\d{1,3}){3}$/.test(address);

/** The name of `name:port` or `[v6]:port`, lower case and without brackets; null for anything else. */
function hostName(header: string): string | null {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d{1,5})?$/i.exec(header);
  return (match?.[1] ?? match?.[2])?.toLowerCase() ?? null;
}
