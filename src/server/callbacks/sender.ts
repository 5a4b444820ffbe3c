import { lookup as lookupAll } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { VendorCallback } from '../../core/channels/types.ts';

/** What became of one receipt. */
export type CallbackReport = { readonly callback: VendorCallback } & (
  | { readonly result: 'delivered'; readonly status: number }
  | { readonly result: 'refused'; readonly reason: string }
  | { readonly result: 'failed'; readonly reason: string }
);

export interface CallbackSenderOptions {
  /** Host names or addresses beyond loopback to which receipts may be posted. */
  readonly allowHosts: readonly string[];
  /** Called once for every receipt. */
  readonly report: (report: CallbackReport) => void;
}

export interface CallbackSender {
  /** Posts a receipt; what comes of it is reported. Never throws. */
  send(callback: VendorCallback): void;
  /** Ends what is still running. */
  close(): void;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Is this an address of the loopback interface? IPv4 addresses inside IPv6 count. */
export function isLoopback(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && loopback.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

class RefusedAddress extends Error {}

/** Resolves as usual, but only addresses of this machine are handed to the socket. */
const lookupLoopback: LookupFunction = (hostname, options, callback) => {
  lookupAll(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = error === null ? addresses.filter(({ address }) => isLoopback(address)) : [];
    if (first !== undefined) {
      if (options.all === true) callback(null, [first]);
      else callback(null, first.address, first.family);
      return;
    }
    const found = addresses?.map(({ address }) => address).join(', ');
    callback(error ?? new RefusedAddress(`${hostname} is ${found}, which is not this machine`), '');
  });
};

/**
 * Posts vendors' receipts. A workspace or a request body can name any URL, so only this machine is reached
 * unless the user allowed the host: the check is made on the resolved address and again on the connected
 * one, and redirects are not followed.
 */
export function createCallbackSender({ allowHosts, report }: CallbackSenderOptions): CallbackSender {
  const running = new AbortController();
  const allowed = new Set(allowHosts.map((host) => host.toLowerCase()));

  return {
    send(callback) {
      const url = URL.canParse(callback.url) ? new URL(callback.url) : null;
      const problem = url === null ? 'it is no URL' : refusal(url, allowed);
      if (url === null || problem !== null) {
        report({ callback, result: 'refused', reason: `${callback.url}: ${problem ?? ''}` });
        return;
      }
      try {
        post(callback, url, allowed.has(bareHost(url)), running.signal, report);
      } catch (error) {
        // Node refuses header values with control characters before anything is sent.
        report({ callback, result: 'failed', reason: error instanceof Error ? error.message : String(error) });
      }
    },
    close: () => running.abort(),
  };
}

const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase();

function refusal(url: URL, allowed: ReadonlySet<string>): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'receipts go to http and https URLs only';
  const host = bareHost(url);
  if (allowed.has(host) || isIP(host) === 0 || isLoopback(host)) return null;
  return 'receipts go to this machine only, unless the host is allowed';
}

function post(
  callback: VendorCallback,
  url: URL,
  anywhere: boolean,
  closing: AbortSignal,
  report: CallbackSenderOptions['report'],
): void {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const timeout = AbortSignal.timeout(callback.timeoutMs);
  const outgoing = send(url, {
    method: 'POST',
    agent: false,
    headers: [...headersOf(callback, url), 'content-length', String(Buffer.byteLength(callback.body))],
    signal: AbortSignal.any([timeout, closing]),
    ...(anywhere ? {} : { lookup: lookupLoopback }),
  });
  outgoing.on('socket', (socket) => {
    socket.once('connect', () => {
      const address = socket.remoteAddress ?? '';
      if (!anywhere && !isLoopback(address)) outgoing.destroy(new RefusedAddress(`${address} is not this machine`));
    });
  });
  outgoing.on('response', (incoming) => {
    incoming.on('error', () => undefined);
    incoming.resume();
    report({ callback, result: 'delivered', status: incoming.statusCode ?? 0 });
  });
  let answered = false;
  outgoing.on('response', () => {
    answered = true;
  });
  outgoing.on('error', (error) => {
    if (answered) return;
    if (error instanceof RefusedAddress) report({ callback, result: 'refused', reason: error.message });
    else report({ callback, result: 'failed', reason: timeout.aborted ? timeoutText(callback) : error.message });
  });
  outgoing.end(callback.body);
}

const timeoutText = (callback: VendorCallback): string => `no answer within ${callback.timeoutMs} ms`;

function headersOf(callback: VendorCallback, url: URL): string[] {
  const own = callback.headers.filter(([name]) => !/^(?:content-length|host)$/i.test(name)).flat();
  return ['host', url.host, ...own];
}
