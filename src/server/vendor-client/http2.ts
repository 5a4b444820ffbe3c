import { type ClientHttp2Session, type ClientHttp2Stream, connect, constants } from 'node:http2';
import { connect as connectTls } from 'node:tls';
import type { VendorCall } from '../../core/channels/types.ts';
import { OUTCOME_HEADER } from '../front-door/door.ts';
import { type SendResult, type Target, timeoutText } from './sender.ts';

interface Http2Pool {
  send(call: VendorCall, outcomeId: string | null): Promise<SendResult>;
  close(): void;
}

/** A connection and what its server said when it ended it. */
interface Link {
  readonly session: ClientHttp2Session;
  goaway: { readonly lastStream: number; readonly debugData: string } | null;
}

/** The server did not look at the request, so sending it again is safe (RFC 9113 section 8.7). */
interface Unprocessed {
  readonly unprocessed: string;
}

/** One HTTP/2 connection per vendor host, opened again after GOAWAY or a loss. */
export function createHttp2Pool(target: Target): Http2Pool {
  const links = new Map<string, Promise<Link>>();

  function linkFor(host: string): Promise<Link> {
    const open = links.get(host);
    if (open !== undefined) return open;
    const opening = openLink(target, host, () => {
      if (links.get(host) === opening) links.delete(host);
    });
    links.set(host, opening);
    return opening;
  }

  async function attempt(call: VendorCall, outcomeId: string | null): Promise<SendResult | Unprocessed> {
    try {
      return await requestOn(await linkFor(call.host), target, call, outcomeId);
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }

  return {
    async send(call, outcomeId) {
      const first = await attempt(call, outcomeId);
      if (!('unprocessed' in first)) return first;
      const second = await attempt(call, outcomeId);
      return 'unprocessed' in second ? { error: second.unprocessed } : second;
    },
    close() {
      for (const opening of links.values()) opening.then(({ session }) => session.destroy()).catch(() => undefined);
      links.clear();
    },
  };
}

/** Resolves when the server's SETTINGS are there: its stream limit has to be known before the first request. */
function openLink(target: Target, host: string, gone: () => void): Promise<Link> {
  return new Promise((resolve, reject) => {
    const session = connect(`https://${host}`, {
      createConnection: () =>
        connectTls({
          host: target.host,
          port: target.port,
          servername: host,
          ca: target.caPem,
          ALPNProtocols: ['h2'],
        }),
    });
    const link: Link = { session, goaway: null };
    const timer = setTimeout(() => session.destroy(new Error(timeoutText(target.timeoutMs))), target.timeoutMs);
    session.once('remoteSettings', () => {
      clearTimeout(timer);
      resolve(link);
    });
    session.on('error', (error: Error) => {
      gone();
      reject(error);
    });
    session.on('goaway', (_code, lastStream, data) => {
      // A server may say it twice; the first time it gives the reason.
      link.goaway ??= { lastStream, debugData: Buffer.from(data ?? []).toString('utf8') };
      gone();
    });
    session.on('close', () => {
      clearTimeout(timer);
      gone();
      reject(new Error('the connection was closed before it was ready'));
    });
  });
}

function requestOn(
  link: Link,
  target: Target,
  call: VendorCall,
  outcomeId: string | null,
): Promise<SendResult | Unprocessed> {
  const { session } = link;
  if (session.closed || session.destroyed) return Promise.resolve({ unprocessed: endText(link) });
  const headers: Record<string, string> = { ':method': call.method, ':path': call.path, ':authority': call.host };
  for (const [name, value] of call.headers) headers[name.toLowerCase()] = value;
  if (outcomeId !== null) headers[OUTCOME_HEADER] = outcomeId;
  const stream = session.request(headers, { endStream: call.body === '' });
  if (call.body !== '') stream.end(call.body);
  return answerOf(link, stream, target.timeoutMs);
}

function answerOf(link: Link, stream: ClientHttp2Stream, timeoutMs: number): Promise<SendResult | Unprocessed> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let headers: (readonly [string, string])[] = [];
    let problem: string | null = null;
    stream.setTimeout(timeoutMs, () => stream.destroy(new Error(timeoutText(timeoutMs))));
    stream.on('response', (received) => {
      status = Number(received[':status'] ?? 0);
      headers = Object.entries(received)
        .filter(([name]) => !name.startsWith(':'))
        .map(([name, value]) => [name, String(value)] as const);
    });
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('error', (error: Error) => {
      problem = error.message;
    });
    stream.on('close', () => {
      if (status > 0) resolve({ status, headers, body: Buffer.concat(chunks).toString('utf8') });
      else if (wasUnprocessed(link, stream)) resolve({ unprocessed: endText(link) });
      else resolve({ error: link.goaway === null ? (problem ?? endText(link)) : endText(link) });
    });
  });
}

const wasUnprocessed = ({ goaway }: Link, stream: ClientHttp2Stream): boolean =>
  stream.rstCode === constants.NGHTTP2_REFUSED_STREAM || (goaway !== null && (stream.id ?? 0) > goaway.lastStream);

const endText = ({ goaway }: Link): string =>
  goaway === null
    ? 'the connection was closed without an answer'
    : `the server closed the connection (GOAWAY ${goaway.debugData || 'without a reason'})`;
