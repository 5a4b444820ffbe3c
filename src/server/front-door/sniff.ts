import type { Duplex } from 'node:stream';

/** What a connection starts with. */
export type Opening = 'tls' | 'http2' | 'http1' | 'garbage';

const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'latin1');
const TLS_HANDSHAKE = 0x16;
/** The longest method name that is looked at before a space has to come. */
const METHOD_BYTES = 24;

/** Tells what the first bytes are; undefined while they could still become several things. */
export function classify(bytes: Uint8Array): Opening | undefined {
  const first = bytes[0];
  if (first === undefined) return undefined;
  if (first === TLS_HANDSHAKE) return bytes.length < 2 ? undefined : bytes[1] === 3 ? 'tls' : 'garbage';
  const compared = Math.min(bytes.length, PREFACE.length);
  if (PREFACE.subarray(0, compared).equals(bytes.subarray(0, compared))) {
    return bytes.length < PREFACE.length ? undefined : 'http2';
  }
  return classifyText(bytes);
}

/** Empty lines before a request are allowed (RFC 9112 section 2.2); then a method. */
function classifyText(bytes: Uint8Array): Opening | undefined {
  let at = 0;
  while (at < bytes.length && (bytes[at] === 0x0d || bytes[at] === 0x0a)) at++;
  const start = at;
  while (at < bytes.length && isMethodByte(bytes[at] ?? 0)) at++;
  if (at - start > METHOD_BYTES || start > METHOD_BYTES) return 'garbage';
  if (at === bytes.length) return undefined;
  return bytes[at] === 0x20 && at > start ? 'http1' : 'garbage';
}

/** Letters, `-` and `_`. Lower-case methods are wrong too, but the HTTP parser can say so to the client. */
const isMethodByte = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x2d || byte === 0x5f;

export type PeekEnd = 'timeout' | 'closed';

/**
 * Reads until it is clear what the connection is, puts the bytes back and pauses the stream. `failed` gets
 * the bytes that came when the time is over or the client closed first. Exactly one of both is called.
 */
export function peek(
  socket: Duplex,
  timeoutMs: number,
  found: (opening: Opening, bytes: Buffer) => void,
  failed: (end: PeekEnd, bytes: Buffer) => void,
): void {
  let bytes: Buffer = Buffer.alloc(0);
  const timer = setTimeout(() => finish(() => failed('timeout', bytes)), timeoutMs);
  timer.unref();

  function finish(then: () => void): void {
    clearTimeout(timer);
    socket.off('data', onData);
    socket.off('end', onClose);
    socket.off('close', onClose);
    then();
  }
  function onData(chunk: Buffer): void {
    bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]);
    const opening = classify(bytes);
    if (opening === undefined) return;
    finish(() => {
      socket.pause();
      socket.unshift(bytes);
      found(opening, bytes);
    });
  }
  function onClose(): void {
    finish(() => failed('closed', bytes));
  }
  socket.on('data', onData);
  socket.on('end', onClose);
  socket.on('close', onClose);
}
