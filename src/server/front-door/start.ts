import type { Server, Socket } from 'node:net';
import { ownAnswer, rawAnswer } from './answers.ts';
import { createConnection } from './connection.ts';
import { Door } from './door.ts';
import type { FailureCode } from './failure-texts.ts';
import { describeBytes } from './failures.ts';
import { createHttp1, type Http1 } from './http1.ts';
import { Http2Connection } from './http2-connection.ts';
import { addressOf, listen } from './listen.ts';
import { answerConnect } from './proxy.ts';
import { createRouter } from './router.ts';
import { type Opening, peek } from './sniff.ts';
import { createTls, type Tls } from './tls.ts';
import { DEFAULT_LIMITS, type FrontDoor, type FrontDoorOptions } from './types.ts';

/** Opens both listeners. Rejects when a port cannot be opened; nothing stays open then. */
export async function startFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const { engine, channels, certificates } = options;
  const door = new Door(engine, createRouter(channels), limits, (name) => certificates.vouchesFor(name));
  const http1 = createHttp1(door);
  const tls = await createTls(door, http1, certificates);
  const plain = (socket: Socket): void => enterPlain(door, http1, socket, null);
  const tunnel = (socket: Socket): void => enterPlain(door, http1, socket, tls);
  http1.onConnect((request, socket, head) => answerConnect(door, request, socket, head, tunnel));

  const servers: Server[] = [];
  const open = async (port: number, accepted: (socket: Socket) => void): Promise<number> => {
    const { server, port: opened } = await listen(door, options.host, port, accepted);
    servers.push(server);
    return opened;
  };
  const sweeper = setInterval(() => sweep(door), door.limits.sweepMs).unref();
  const close = once(async () => {
    clearInterval(sweeper);
    await closeDoor(door, servers, http1, tls);
  });
  try {
    const tlsPort = await open(options.tlsPort, (socket) => enterTls(door, socket, tls));
    const plainPort = await open(options.plainPort, plain);
    door.ports = [tlsPort, plainPort];
    return {
      tls: addressOf('https', options.host, tlsPort),
      plain: addressOf('http', options.host, plainPort),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run();
    return running;
  };
}

function sweep(door: Door): void {
  const now = Date.now();
  for (const connection of door.http2) connection.sweep(now);
}

/** The TLS port: anything but a TLS handshake is a mistake that the client should hear of. */
function enterTls(door: Door, socket: Socket, tls: Tls): void {
  sniff(door, socket, (opening, bytes) => {
    if (opening === 'tls') tls.accept(socket);
    else if (opening === 'garbage') turnAway(door, socket, 'not_http', bytes);
    else turnAway(door, socket, 'plain_http_on_tls_port', bytes, opening === 'http1');
  });
}

/** The plain port, and what comes through a proxy tunnel (`tls` given: there a handshake is welcome). */
function enterPlain(door: Door, http1: Http1, socket: Socket, tls: Tls | null): void {
  sniff(door, socket, (opening, bytes) => {
    if (opening === 'http1') http1.serve(socket, createConnection(socket, 'http/1.1', null, null));
    else if (opening === 'http2') {
      new Http2Connection(door, socket, createConnection(socket, 'http/2', null, null));
    } else if (opening === 'tls' && tls !== null) tls.accept(socket);
    else turnAway(door, socket, opening === 'tls' ? 'tls_on_plain_port' : 'not_http', bytes);
  });
}

function sniff(door: Door, socket: Socket, found: (opening: Opening, bytes: Buffer) => void): void {
  peek(socket, door.limits.handshakeMs, found, (end, bytes) => {
    // Opened and closed without a byte: a port check, not worth a record.
    if (end === 'timeout') door.failSocket('handshake_timeout', describeBytes(bytes), socket);
    else if (bytes.length > 0) door.failSocket('not_http', describeBytes(bytes), socket);
    socket.destroy();
  });
}

function turnAway(door: Door, socket: Socket, code: FailureCode, bytes: Buffer, answer = false): void {
  door.failSocket(code, describeBytes(bytes), socket);
  if (!answer) {
    socket.destroy();
    return;
  }
  socket.end(rawAnswer(ownAnswer(code)));
  socket.resume();
  setTimeout(() => socket.destroy(), door.limits.closeMs).unref();
}

async function closeDoor(door: Door, servers: readonly Server[], http1: Http1, tls: Tls): Promise<void> {
  door.closing = true;
  const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
  for (const connection of door.http2) connection.shutDown();
  http1.close();
  tls.close();
  const rest = setTimeout(() => destroyAll(door), door.limits.closeMs);
  // Sockets without an HTTP/2 session have nothing to say goodbye to, unless a request is running.
  if (door.http2.size === 0) setImmediate(() => destroyAll(door));
  await Promise.all(closed);
  clearTimeout(rest);
}

function destroyAll(door: Door): void {
  for (const socket of door.sockets) socket.destroy();
}
