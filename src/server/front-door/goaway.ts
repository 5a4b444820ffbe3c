import { Duplex } from 'node:stream';

const FRAME_HEADER = 9;
const GOAWAY_TYPE = 7;

/** A GOAWAY frame with NO_ERROR (RFC 9113 section 6.8). */
export function goawayFrame(lastStreamId: number, debugData: string): Buffer {
  const data = Buffer.from(debugData, 'utf8');
  const frame = Buffer.alloc(FRAME_HEADER + 8 + data.length);
  frame.writeUIntBE(8 + data.length, 0, 3);
  frame[3] = GOAWAY_TYPE;
  frame.writeUInt32BE(lastStreamId, FRAME_HEADER);
  data.copy(frame, FRAME_HEADER + 8);
  return frame;
}

/** Changes what a client sent before HTTP/2 reads it. */
export interface InboundFilter {
  /** The bytes to read for a chunk that came, in order; none while more has to come. */
  push(chunk: Buffer): readonly Buffer[];
}

/**
 * A socket with a door of its own in front, for HTTP/2 connections whose bytes we have to touch: Node replaces
 * "last stream 0" of a GOAWAY by the last stream it has seen, resets requests that a vendor's server takes, and
 * takes the socket's handle over so that nobody else may write to it. Slower than the bare socket, so only
 * connections that need it are served through it.
 */
export class Wire extends Duplex {
  private readonly socket: Duplex;
  private cut = false;

  constructor(socket: Duplex, inbound: InboundFilter | null = null) {
    super({ allowHalfOpen: false });
    this.socket = socket;
    socket.on('data', (chunk: Buffer) => {
      const chunks = inbound === null ? [chunk] : inbound.push(chunk);
      let room = true;
      for (const one of chunks) room = this.push(one);
      if (!room) socket.pause();
    });
    socket.on('end', () => this.push(null));
    socket.on('error', () => this.destroy());
    socket.on('close', () => this.destroy());
    socket.pause();
  }

  /** Writes these bytes as the last ones of the connection. */
  finishWith(bytes: Buffer): void {
    this.cut = true;
    this.socket.end(bytes);
  }

  override _read(): void {
    this.socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.cut || this.socket.writableEnded) done();
    else this.socket.write(chunk, done);
  }

  override _final(done: (error?: Error | null) => void): void {
    if (!this.socket.writableEnded) this.socket.end();
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (!this.cut) this.socket.destroy();
    done(error);
  }
}
