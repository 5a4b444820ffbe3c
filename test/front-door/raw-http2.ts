import { connect, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';

export interface Frame {
  readonly type: number;
  readonly flags: number;
  readonly stream: number;
  readonly payload: Buffer;
}

export const FRAME = { data: 0, headers: 1, reset: 3, settings: 4, ping: 6, goaway: 7 } as const;
export const END_STREAM = 1;
const END_HEADERS = 4;
const ACK = 1;

/** A client that shows single frames, for what Node's own client hides. */
export interface RawClient {
  readonly frames: Frame[];
  readonly socket: Socket;
  send(frame: { type: number; flags?: number; stream?: number; payload?: Buffer }): void;
  /** HEADERS with every field as a literal without Huffman coding; lets malformed lists through. */
  request(stream: number, fields: readonly (readonly [string, string])[], options?: { more?: boolean }): void;
  data(stream: number, body: string): void;
  /** The first frame that fits, waited for; rejects when the connection ends without it. */
  frame(fits: (frame: Frame) => boolean): Promise<Frame>;
  closed: Promise<void>;
  close(): void;
}

export function rawHttp2(port: number, tls?: ConnectionOptions): RawClient {
  const socket = tls === undefined ? connect(port, '127.0.0.1') : connectTls({ host: '127.0.0.1', port, ...tls });
  const frames: Frame[] = [];
  const watchers: (() => void)[] = [];
  let ended = false;
  let buffer = Buffer.alloc(0);
  const wake = (): void => {
    for (const watcher of watchers.splice(0)) watcher();
  };
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      ended = true;
      wake();
      resolve();
    });
  });
  const send: RawClient['send'] = ({ type, flags = 0, stream = 0, payload = Buffer.alloc(0) }) => {
    const head = Buffer.alloc(9);
    head.writeUIntBE(payload.length, 0, 3);
    head[3] = type;
    head[4] = flags;
    head.writeUInt32BE(stream, 5);
    socket.write(Buffer.concat([head, payload]));
  };
  socket.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    while (buffer.length >= 9 && buffer.length >= 9 + buffer.readUIntBE(0, 3)) {
      const length = buffer.readUIntBE(0, 3);
      const frame = {
        type: buffer[3] ?? 0,
        flags: buffer[4] ?? 0,
        stream: buffer.readUInt32BE(5) & 0x7fffffff,
        payload: buffer.subarray(9, 9 + length),
      };
      buffer = buffer.subarray(9 + length);
      frames.push(frame);
      if (frame.type === FRAME.settings && (frame.flags & ACK) === 0) send({ type: FRAME.settings, flags: ACK });
    }
    wake();
  });
  socket.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
  send({ type: FRAME.settings });
  return {
    frames,
    socket,
    send,
    closed,
    request: (stream, fields, { more = false } = {}) =>
      send({ type: FRAME.headers, flags: END_HEADERS | (more ? 0 : END_STREAM), stream, payload: literals(fields) }),
    data: (stream, body) => send({ type: FRAME.data, flags: END_STREAM, stream, payload: Buffer.from(body) }),
    async frame(fits) {
      for (;;) {
        const found = frames.find(fits);
        if (found !== undefined) return found;
        if (ended) throw new Error('the connection ended without the frame');
        await new Promise<void>((resolve) => watchers.push(resolve));
      }
    },
    close: () => socket.destroy(),
  };
}

/** RFC 7541 section 6.2.2: literal header field without indexing, new name. */
function literals(fields: readonly (readonly [string, string])[]): Buffer {
  const text = (value: string): Buffer => Buffer.concat([integer(Buffer.byteLength(value)), Buffer.from(value)]);
  return Buffer.concat(fields.flatMap(([name, value]) => [Buffer.from([0]), text(name), text(value)]));
}

/** Integers with a 7-bit prefix (RFC 7541 section 5.1). */
function integer(value: number): Buffer {
  if (value < 127) return Buffer.from([value]);
  const bytes = [127];
  let rest = value - 127;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}
