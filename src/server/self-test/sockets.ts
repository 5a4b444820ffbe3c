import { request as requestHttp } from 'node:http';
import { connect as connectNet, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/**
 * How the self-test reaches a vendor's endpoint. `address`: the TLS listener under its own name; `names`: the TLS
 * listener under the vendor's name; `proxy`: through the plain listener as HTTP proxy; `plain`: the plain listener.
 */
export const SELF_TEST_WAYS = ['address', 'names', 'proxy', 'plain'] as const;
export type SelfTestWay = (typeof SELF_TEST_WAYS)[number];

/** Our own listeners as a client on this machine reaches them. */
export interface Doors {
  readonly tls: URL;
  readonly plain: URL;
  readonly caPem: string;
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');
const portOf = (url: URL): number => Number(url.port || (url.protocol === 'https:' ? 443 : 80));

/** The name under which a request is sent: the vendor's, or the listener's own. */
export function authorityOf(way: SelfTestWay, vendorHost: string, doors: Doors): string {
  if (way === 'plain') return doors.plain.host;
  return way === 'address' ? `localhost:${portOf(doors.tls)}` : vendorHost;
}

/** Opens a connection in one of the ways; rejects with the first thing that goes wrong. */
export async function openSocket(
  way: SelfTestWay,
  vendorHost: string,
  doors: Doors,
  options: { readonly alpn: string; readonly signal: AbortSignal },
): Promise<Socket> {
  if (way === 'plain')
    return settled(connectNet({ host: hostOf(doors.plain), port: portOf(doors.plain) }), 'connect', options.signal);
  const below = way === 'proxy' ? await tunnel(vendorHost, doors, options.signal) : undefined;
  const socket = connectTls({
    ...(below === undefined ? { host: hostOf(doors.tls), port: portOf(doors.tls) } : { socket: below }),
    servername: way === 'address' ? 'localhost' : vendorHost,
    ca: doors.caPem,
    ALPNProtocols: [options.alpn],
  });
  return settled(socket, 'secureConnect', options.signal);
}

function tunnel(vendorHost: string, doors: Doors, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const asked = requestHttp({
      host: hostOf(doors.plain),
      port: portOf(doors.plain),
      method: 'CONNECT',
      path: `${vendorHost}:443`,
      agent: false,
      signal,
    });
    asked.on('connect', ({ statusCode }, socket: Socket) => {
      if (statusCode === 200) resolve(socket);
      else {
        socket.destroy();
        reject(new Error(`the proxy answered ${statusCode} to CONNECT ${vendorHost}:443`));
      }
    });
    asked.on('response', ({ statusCode }) => reject(new Error(`the proxy answered ${statusCode} to CONNECT`)));
    asked.on('error', reject);
    asked.end();
  });
}

function settled<S extends Socket>(socket: S, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<S> {
  return new Promise((resolve, reject) => {
    const give = (error: Error): void => {
      socket.destroy();
      reject(error);
    };
    const abort = (): void => give(new Error('no answer in time'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    socket.once('error', give);
    socket.once(event, () => {
      signal.removeEventListener('abort', abort);
      socket.off('error', give);
      resolve(socket);
    });
  });
}
