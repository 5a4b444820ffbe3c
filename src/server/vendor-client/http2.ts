import { type ClientHttp2Session, type ClientHttp2Stream, connect, constants } from 'node:http2';
import { connect as connectTls } from 'node:tls';
import type { VendorCall } from '../../core/channels/types.ts';
import { OUTCOME_HEADER } from '../front-door/door.ts';
import { type SendResult, type Target, timeoutText } from './sender.ts';

interface Http2Pool {
  send(call: VendorCall, outcomeId: string): Promise<SendResult>;
  close(): void;
}

/** One HTTP/2 connection per vendor host, opened again after GOAWAY or a loss. */
export function createHttp2Pool(target: Target): Http2Pool {
  const sessions = new Map<string, Promise<ClientHttp2Session>>();

  function sessionFor(host: string): Promise<ClientHttp2Session> {
    const open = sessions.get(host);
    if (open !== undefined) return open;
    const opening = openSession(target, host, () => {
      if (sessions.get(host) === opening) sessions.delete(host);
    });
    sessions.set(host, opening);
    return opening;
  }

  async function attempt(call: VendorCall, outcomeId: string): Promise<SendResult | 'unprocessed'> {
    try {
      const session = await sessionFor(call.host);
      return await requestOn(session, target, call, outcomeId);
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }

  return {
    async send(call, outcomeId) {
      const first = await attempt(call, outcomeId);
      if (first !== 'unprocessed') return first;
      // The server says that it did not look at the request, so sending it again is safe (RFC 9113 section 8.7).
      const second = await attempt(call, outcomeId);
      return second === 'unprocessed'
        ? { error: 'the connection was closed before the request was processed' }
        : second;
    },
    close() {
      for (const opening of sessions.values()) opening.then((session) => session.destroy()).catch(() => undefined);
      sessions.clear();
    },
  };
}

/** Resolves when the server's SETTINGS are there: its stream limit has to be known before the first request. */
function openSession(target: Target, host: string, gone: () => void): Promise<ClientHttp2Session> {
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
    const timer = setTimeout(() => session.destroy(new Error(timeoutText(target.timeoutMs))), target.timeoutMs);
    session.once('remoteSettings', () => {
      clearTimeout(timer);
      resolve(session);
    });
    session.on('error', (error: Error) => {
      gone();
      reject(error);
    });
    session.on('goaway', gone);
    session.on('close', () => {
      clearTimeout(timer);
      gone();
      reject(new Error('the connection was closed before it was ready'));
    });
  });
}

function requestOn(
  session: ClientHttp2Session,
  target: Target,
  call: VendorCall,
  outcomeId: string,
): Promise<SendResult | 'unprocessed'> {
  if (session.closed || session.destroyed) return Promise.resolve('unprocessed');
  const headers: Record<string, string> = { ':method': call.method, ':path': call.path, ':authority': call.host };
  for (const [name, value] of call.headers) headers[name.toLowerCase()] = value;
  headers[OUTCOME_HEADER] = outcomeId;
  const stream = session.request(headers, { endStream: call.body === '' });
  if (call.body !== '') stream.end(call.body);
  return answerOf(session, stream, target);
}

function answerOf(
  session: ClientHttp2Session,
  stream: ClientHttp2Stream,
  target: Target,
): Promise<SendResult | 'unprocessed'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let headers: (readonly [string, string])[] = [];
    let goaway: string | null = null;
    let lastStream = Number.POSITIVE_INFINITY;
    const onGoaway = (_code: number, last: number, data?: Buffer): void => {
      lastStream = last;
      goaway = data === undefined ? '' : Buffer.from(data).toString('utf8');
    };
    session.on('goaway', onGoaway);
    stream.setTimeout(target.timeoutMs, () => stream.destroy(new Error(timeoutText(target.timeoutMs))));
    stream.on('response', (received) => {
      status = Number(received[':status'] ?? 0);
      headers = Object.entries(received)
        .filter(([name]) => !name.startsWith(':'))
        .map(([name, value]) => [name, String(value)] as const);
    });
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    let problem = 'the stream was closed without an answer';
    stream.on('error', (error: Error) => {
      problem = error.message;
    });
    stream.on('close', () => {
      session.off('goaway', onGoaway);
      if (status > 0) resolve({ status, headers, body: Buffer.concat(chunks).toString('utf8') });
      else if (stream.rstCode === constants.NGHTTP2_REFUSED_STREAM && goaway === null) resolve('unprocessed');
      else if (goaway === null) resolve({ error: problem });
      // GOAWAY with a reason and nothing processed is the vendor's way to refuse a whole connection.
      else if ((stream.id ?? 0) > lastStream && !goaway.includes('reason')) resolve('unprocessed');
      else resolve({ error: `the server closed the connection (GOAWAY ${goaway || 'without a reason'})` });
    });
  });
}
