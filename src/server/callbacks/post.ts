import { lookup as lookupAll } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { VendorCallback } from '../../core/channels/types.ts';

/** What came of posting a receipt once. */
export type Attempt =
  /** `body` is read only for receivers whose answer's body matters, and cut at 64 KiB. */
  | { readonly result: 'answered'; readonly status: number; readonly body: string }
  | { readonly result: 'refused'; readonly reason: string }
  | { readonly result: 'failed'; readonly reason: string };

/** Longest answer that is looked at; what a receiver says fits into a few bytes. */
const ANSWER_BYTES = 65_536;

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

/** Host name or address of a URL, lower case, IPv6 without brackets. */
export const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase();

/** Why a URL may not be posted to; null when it may, as far as its text tells. */
export function refusal(url: URL, allowed: ReadonlySet<string>): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'receipts go to http and https URLs only';
  const host = bareHost(url);
  if (allowed.has(host) || isIP(host) === 0 || isLoopback(host)) return null;
  return 'receipts go to this machine only, unless the host is allowed';
}

/**
 * Posts a receipt once. Unless `anywhere`, the resolved address and again the connected one must be this machine's;
 * redirects are not followed. Never rejects.
 */
export function post(callback: VendorCallback, url: URL, anywhere: boolean, closing: AbortSignal): Promise<Attempt> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const timeout = AbortSignal.timeout(callback.timeoutMs);
  return new Promise((resolve) => {
    const failed = (error: Error): void => {
      if (error instanceof RefusedAddress) resolve({ result: 'refused', reason: error.message });
      else resolve({ result: 'failed', reason: timeout.aborted ? timeoutText(callback) : error.message });
    };
    try {
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
      outgoing.on('response', (incoming) => readAnswer(incoming, callback, resolve, failed));
      outgoing.on('error', failed);
      outgoing.end(callback.body);
    } catch (error) {
      // Node refuses header values with control characters before anything is sent.
      resolve({ result: 'failed', reason: error instanceof Error ? error.message : String(error) });
    }
  });
}

/** The status alone is an answer, unless the receipt's vendor looks into the body. */
function readAnswer(
  incoming: IncomingMessage,
  { accept }: VendorCallback,
  done: (attempt: Attempt) => void,
  failed: (error: Error) => void,
): void {
  const status = incoming.statusCode ?? 0;
  if (accept?.type !== 'member') {
    incoming.on('error', () => undefined);
    incoming.resume();
    done({ result: 'answered', status, body: '' });
    return;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  const finish = (): void => done({ result: 'answered', status, body: Buffer.concat(chunks).toString('utf8') });
  incoming.on('error', failed);
  incoming.on('end', finish);
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= ANSWER_BYTES) {
      chunks.push(chunk);
      return;
    }
    finish();
    incoming.destroy();
  });
}

const timeoutText = (callback: VendorCallback): string => `no answer within ${callback.timeoutMs} ms`;

function headersOf(callback: VendorCallback, url: URL): string[] {
  const own = callback.headers.filter(([name]) => !/^(?:content-length|host)$/i.test(name)).flat();
  return ['host', url.host, ...own];
}
