import { connect } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';

/**
 * Writes bytes and collects what comes back until the server closes. `keepOpen`: the client never closes
 * first, so that the answer can only be the server's decision.
 */
export function exchangeBytes(port: number, bytes: string | Buffer | null, tls?: ConnectionOptions): Promise<string> {
  return new Promise((resolve) => {
    const socket = tls === undefined ? connect(port, '127.0.0.1') : connectTls({ host: '127.0.0.1', port, ...tls });
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
    if (bytes !== null) socket.write(bytes);
  });
}

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

/** The JSON body of a raw HTTP/1.1 answer. */
export function jsonOf(answer: string): unknown {
  const at = answer.indexOf('\r\n\r\n');
  return JSON.parse(answer.slice(at + 4));
}

/** Bytes from a small generator (mulberry32), so that a failing corpus can be repeated. */
export function noise(seed: number, length: number): Buffer {
  let state = seed >>> 0;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let t = Math.imul(state ^ (state >>> 15), state | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return ((t ^ (t >>> 14)) >>> 0) & 0xff;
    }),
  );
}
