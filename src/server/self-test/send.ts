import { request as requestHttp } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import type { Socket } from 'node:net';
import type { VendorCall } from '../../core/channels/types.ts';
import { OUTCOME_HEADER } from '../front-door/door.ts';
import { authorityOf, type Doors, openSocket, type SelfTestWay } from './sockets.ts';

const TIMEOUT_MS = 10_000;

export type SelfTestAnswer = { readonly status: number; readonly body: string } | { readonly error: string };

/** Sends a vendor request in one of the ways, on a connection of its own. Never rejects. */
export async function sendBy(
  way: SelfTestWay,
  call: VendorCall,
  doors: Doors,
  mark: string | null,
): Promise<SelfTestAnswer> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const http2 = call.protocol === 'http/2';
  let socket: Socket | undefined;
  try {
    socket = await openSocket(way, call.host, doors, { alpn: http2 ? 'h2' : 'http/1.1', signal });
    const authority = authorityOf(way, call.host, doors);
    return await (http2 ? overHttp2 : overHttp1)(socket, authority, withMark(call, mark), signal);
  } catch (error) {
    if (signal.aborted) return { error: `no answer within ${TIMEOUT_MS} ms` };
    return { error: error instanceof Error ? error.message : String(error) };
  } finally {
    socket?.destroy();
  }
}

const withMark = (call: VendorCall, mark: string | null): VendorCall =>
  mark === null ? call : { ...call, headers: [...call.headers, [OUTCOME_HEADER, mark]] };

function overHttp1(socket: Socket, authority: string, call: VendorCall, signal: AbortSignal): Promise<SelfTestAnswer> {
  return new Promise((resolve, reject) => {
    const length = ['content-length', String(Buffer.byteLength(call.body))];
    const given = call.headers.filter(([name]) => name.toLowerCase() !== 'content-length').flat();
    const outgoing = requestHttp({
      createConnection: () => socket,
      method: call.method,
      path: call.path,
      headers: ['host', authority, ...given, ...length],
      signal,
    });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    outgoing.end(call.body);
  });
}

function overHttp2(socket: Socket, authority: string, call: VendorCall, signal: AbortSignal): Promise<SelfTestAnswer> {
  return new Promise((resolve, reject) => {
    const scheme = 'encrypted' in socket ? 'https' : 'http';
    const session = connectHttp2(`${scheme}://${authority}`, { createConnection: () => socket });
    session.on('error', reject);
    const headers: Record<string, string> = { ':method': call.method, ':path': call.path, ':authority': authority };
    for (const [name, value] of call.headers) headers[name.toLowerCase()] = value;
    const stream = session.request(headers, { signal });
    const chunks: Buffer[] = [];
    let status = 0;
    stream.on('response', (received) => {
      status = Number(received[':status'] ?? 0);
    });
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('error', reject);
    stream.on('close', () => {
      session.close();
      if (status === 0) reject(new Error('the connection was closed without an answer'));
      else resolve({ status, body: Buffer.concat(chunks).toString('utf8') });
    });
    stream.end(call.body);
  });
}
