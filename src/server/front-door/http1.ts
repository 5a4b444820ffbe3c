import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { VendorResponse } from '../../core/channels/types.ts';
import { ownAnswer, rawAnswer } from './answers.ts';
import { Body } from './body.ts';
import type { Connection } from './connection.ts';
import { type Door, type Head, summary } from './door.ts';
import type { FailureCode } from './failure-texts.ts';
import { afterHandshake, describeBytes, tlsFailureCode } from './failures.ts';
import { readHttp1Head } from './heads.ts';
import { createOutbox } from './outbox.ts';
import { mayProxyTo } from './proxy.ts';

/** How long a client that was refused may go on sending before the socket is taken away. */
const LINGER_MS = 1_000;

/** HTTP/1.1 for sockets that the listeners hand over. */
export interface Http1 {
  /** Serves the socket from here on. */
  serve(socket: Socket, connection: Connection): void;
  /** CONNECT requests are handed to this function. */
  onConnect(handler: (request: IncomingMessage, socket: Socket, head: Buffer) => void): void;
  /** Closes what is idle and stops looking for slow requests. */
  close(): void;
}

export function createHttp1(door: Door): Http1 {
  const { limits } = door;
  const connections = new WeakMap<Socket, Connection>();
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: limits.sweepMs,
    // A missing Host header is answered by us, with a record.
    requireHostHeader: false,
  });
  const of = (socket: Socket): Connection | undefined => connections.get(socket);
  server.on('request', (request, response) => {
    const connection = of(request.socket);
    if (connection !== undefined) accept(door, connection, request, response);
  });
  server.on('checkExpectation', (request, response) => {
    const connection = of(request.socket);
    if (connection !== undefined) refuseExpectation(door, connection, request, response);
  });
  server.on('clientError', (error: ClientError, socket) =>
    clientFailed(door, of(socket as Socket), error, socket as Socket),
  );
  // The search for slow requests starts with `listening`, which never comes: sockets are handed in.
  server.emit('listening');
  return {
    onConnect: (handler) => void server.on('connect', handler),
    close: () => void server.close(),
    serve(socket, connection) {
      connections.set(socket, connection);
      socket.once('close', () => closed(door, connection));
      server.emit('connection', socket);
      if (socket.isPaused()) socket.resume();
    },
  };
}

function closed(door: Door, { facts, channel, requests }: Connection): void {
  if (requests === 0 && facts.tls) {
    const { serverName, remote } = facts;
    door.failTrust('tls_closed_early', afterHandshake(serverName), serverName, { remote, channel });
  }
  door.engine.connectionClosed(facts.id);
}

function accept(door: Door, connection: Connection, request: IncomingMessage, response: ServerResponse): void {
  const head = readHttp1Head(request.method ?? '', request.url ?? '', request.rawHeaders);
  const body = new Body(door.limits.bodyBytes);
  let done = false;
  request.on('error', ignore);
  response.on('error', ignore);
  const finish = (): void => {
    if (done) return;
    done = true;
    const answer =
      head.absolute && !mayProxyTo(door, head.authority)
        ? refuseTarget(door, connection, head, body)
        : door.serve(head, body.take(), body.tooLarge, connection);
    whenDue(response, answer, () => send(door, request, response, answer, body.tooLarge));
  };
  request.on('data', (chunk: Buffer) => {
    if (!done && !body.add(chunk)) finish();
  });
  request.on('end', finish);
  request.on('close', () => {
    if (done || request.complete) return;
    done = true;
    aborted(door, connection, head, body);
  });
}

function refuseTarget(door: Door, connection: Connection, head: Head, body: Body): VendorResponse {
  connection.requests++;
  return door.refuse('proxy_target_refused', door.toRequest(head, body.take(), body.tooLarge, connection), null);
}

function aborted(door: Door, connection: Connection, head: Head, body: Body): void {
  // A connection that failed already (time-out, broken chunk) has been recorded with its reason.
  if (failedConnections.has(connection)) return;
  connection.requests++;
  const request = door.toRequest(head, body.take(), body.tooLarge, connection);
  const { facts, channel } = connection;
  door.fail('request_aborted', summary(request, body.size), { remote: facts.remote, channel, request });
}

function refuseExpectation(
  door: Door,
  connection: Connection,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  connection.requests++;
  const head = readHttp1Head(request.method ?? '', request.url ?? '', request.rawHeaders);
  request.on('error', ignore);
  const answer = door.refuse('expectation_refused', door.toRequest(head, Buffer.alloc(0), false, connection), null);
  send(door, request, response, answer, true);
}

/** Answers of one turn of the event loop leave together. */
const outbox = createOutbox();

/** Runs with the other answers of this turn, or after the answer's delay unless the client has gone by then. */
function whenDue(response: ServerResponse, { delayMs = 0 }: VendorResponse, run: () => void): void {
  if (delayMs <= 0) {
    outbox.post(run);
    return;
  }
  const timer = setTimeout(run, delayMs).unref();
  response.once('close', () => clearTimeout(timer));
}

/** Writes an answer. `cut`: the client may still be sending, so the connection cannot be used again. */
function send(
  door: Door,
  request: IncomingMessage,
  response: ServerResponse,
  answer: VendorResponse,
  cut: boolean,
): void {
  if (answer.drop === 'reset') {
    door.reset(request.socket);
    return;
  }
  if (answer.drop === true || answer.status === 0) {
    request.socket.destroy();
    return;
  }
  const headers = answer.headers.flat();
  const bodyless = answer.status === 204 || answer.status === 304;
  if (!bodyless && !/(?:^|,)content-length(?:,|$)/.test(answer.headers.map(([name]) => name).join())) {
    headers.push('content-length', String(Buffer.byteLength(answer.body)));
  }
  if (cut || answer.goaway !== undefined) {
    headers.push('connection', 'close');
    // Reading on for a moment keeps the answer from being lost in a reset.
    request.resume();
    response.once('finish', () => setTimeout(() => request.socket.destroy(), LINGER_MS).unref());
  }
  response.writeHead(answer.status, headers);
  response.end(answer.body);
}

interface ClientError extends Error {
  readonly code?: string;
  readonly reason?: string;
  readonly rawPacket?: Buffer;
}

const failedConnections = new WeakSet<Connection>();

function clientFailed(door: Door, connection: Connection | undefined, error: ClientError, socket: Socket): void {
  const code = failureCodeOf(error);
  if (connection === undefined || code === null || failedConnections.has(connection)) {
    socket.destroy();
    return;
  }
  failedConnections.add(connection);
  connection.requests++;
  const channel = door.router.byHost(connection.facts.serverName);
  const own = ownAnswer(code);
  const response = (code === 'malformed_http' ? channel?.definition.badRequest : undefined) ?? own;
  const answered = socket.writable && !code.startsWith('tls_');
  const received = error.rawPacket === undefined ? error.message : describeBytes(error.rawPacket);
  const facts = { remote: connection.facts.remote, channel: channel?.definition.id ?? null };
  door.fail(code, received, { ...facts, response: answered ? response : null }, error.reason);
  if (!answered) {
    socket.destroy();
    return;
  }
  socket.end(rawAnswer(response));
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

/** Null for errors that say nothing about a request: the connection is simply gone. */
function failureCodeOf({ code = '', message }: ClientError): FailureCode | null {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'request_timeout';
  if (code === 'HPE_HEADER_OVERFLOW') return 'headers_too_large';
  if (code.startsWith('HPE_')) return 'malformed_http';
  if (code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) return tlsFailureCode({ code, message });
  return null;
}

/** What an error meant for the request is recorded when it closes. */
function ignore(): void {}
