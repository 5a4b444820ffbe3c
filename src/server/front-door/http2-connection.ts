import {
  constants,
  performServerHandshake,
  type ServerHttp2Session,
  type ServerHttp2Stream,
  type ServerStreamResponseOptions,
} from 'node:http2';
import type { Socket } from 'node:net';
import type { VendorResponse } from '../../core/channels/types.ts';
import { ownAnswer } from './answers.ts';
import { Body } from './body.ts';
import type { Connection } from './connection.ts';
import type { Door, Head } from './door.ts';
import { summary } from './door.ts';
import { afterHandshake } from './failures.ts';
import { goawayFrame, Wire } from './goaway.ts';
import { HeadMemory, readHttp2Head } from './heads.ts';
import { SchemeFilter } from './scheme-filter.ts';
import { COMMON_SETTINGS } from './traits.ts';

const { NGHTTP2_NO_ERROR, NGHTTP2_REFUSED_STREAM, NGHTTP2_ENHANCE_YOUR_CALM, NGHTTP2_FLAG_END_STREAM } = constants;
/** How long a client that was told to go may take to close. */
const LINGER_MS = 1_000;
/** From the last byte of a goodbye to the end of the socket: enough for the client to read it first. */
const FAREWELL_MS = 50;
const NO_BODY = Buffer.alloc(0);

/** `sendDate` is missing in Node's types; vendors such as Apple send no Date header. */
type ResponseOptions = ServerStreamResponseOptions & { readonly sendDate: boolean };
const WITHOUT_BODY: ResponseOptions = { endStream: true, sendDate: false };
const WITH_BODY: ResponseOptions = { sendDate: false };

/** A request whose body is still coming. */
interface Pending {
  readonly stream: ServerHttp2Stream;
  readonly head: Head;
  readonly body: Body;
  readonly since: number;
}

/** One HTTP/2 connection, by hand on its streams: frame order, SETTINGS and GOAWAY are part of what is emulated. */
export class Http2Connection {
  private readonly door: Door;
  private readonly socket: Socket;
  private readonly connection: Connection;
  private readonly session: ServerHttp2Session;
  private readonly wire: Wire | null;
  private readonly heads = new HeadMemory();
  private readonly pending = new Set<Pending>();
  private pendingBytes = 0;
  private streams: number;
  private open = 0;
  private highestStream = -1;
  private missed = 0;
  private lastActivity = Date.now();
  private leaving = false;
  private settled = false;

  constructor(door: Door, socket: Socket, connection: Connection) {
    this.door = door;
    this.socket = socket;
    this.connection = connection;
    const traits = door.traits(connection.channel);
    const withCertificate = connection.facts.clientCertificate !== null;
    this.streams = withCertificate ? traits.streams : traits.firstStreams;
    const filter = traits.malformedScheme ? new SchemeFilter() : null;
    this.wire = withCertificate || filter !== null ? new Wire(socket, filter) : null;
    // Before Node's own listener, which takes the session's state away.
    socket.on('close', () => this.closed());
    this.session = performServerHandshake(this.wire ?? socket, {
      settings: { ...COMMON_SETTINGS, maxConcurrentStreams: this.streams, maxHeaderListSize: traits.headerListBytes },
    });
    this.session.on('error', (error: Error) => this.failed(error));
    this.session.on('stream', (stream, _headers, flags, raw: string[]) => this.started(stream, flags, raw));
    door.http2.add(this);
  }

  /** Ends slow requests and connections that were idle for too long. Called every `sweepMs`. */
  sweep(now: number): void {
    this.reportMissed();
    for (const entry of this.pending) {
      if (now - entry.since >= this.door.limits.requestMs) this.timedOut(entry);
    }
    const { idleMs, idleData } = this.door.traits(this.connection.channel);
    if (idleMs > 0 && this.open === 0 && now - this.lastActivity >= idleMs) this.leave(idleData);
  }

  /** Tells the client that no further request will be served here; open ones may finish. */
  shutDown(): void {
    this.leave(this.door.traits(this.connection.channel).shutdownData);
  }

  private started(stream: ServerHttp2Stream, flags: number, raw: readonly string[]): void {
    const id = stream.id ?? 0;
    this.lastActivity = Date.now();
    if (id > this.highestStream) this.missed += (id - this.highestStream) / 2 - 1;
    this.highestStream = Math.max(id, this.highestStream);
    stream.on('error', ignore);
    if (this.leaving) {
      stream.close(NGHTTP2_REFUSED_STREAM);
      return;
    }
    this.open++;
    stream.on('close', () => this.ended());
    const head = readHttp2Head(raw, this.heads);
    if (flags & NGHTTP2_FLAG_END_STREAM) this.complete(stream, head, NO_BODY, false);
    else this.collect({ stream, head, body: new Body(this.door.limits.bodyBytes), since: this.lastActivity });
  }

  private collect(entry: Pending): void {
    const { stream, head, body } = entry;
    this.pending.add(entry);
    stream.on('data', (chunk: Buffer) => {
      if (!this.pending.has(entry)) return;
      const before = body.size;
      const whole = body.add(chunk);
      this.pendingBytes += body.size - before;
      if (!whole) this.cutOff(entry);
      else if (this.pendingBytes > this.door.limits.connectionBytes) this.overBudget();
    });
    stream.on('end', () => {
      if (this.drop(entry)) this.complete(stream, head, body.take(), false);
    });
    stream.on('aborted', () => {
      if (this.drop(entry)) this.failRequest('request_aborted', entry, null);
    });
  }

  private drop(entry: Pending): boolean {
    this.pendingBytes -= this.pending.has(entry) ? entry.body.size : 0;
    return this.pending.delete(entry);
  }

  /** The body passed the limit: answer now, then close the stream, so that the rest is not sent. */
  private cutOff(entry: Pending): void {
    this.drop(entry);
    entry.stream.once('finish', () => entry.stream.close(NGHTTP2_NO_ERROR));
    this.complete(entry.stream, entry.head, entry.body.take(), true);
  }

  private timedOut(entry: Pending): void {
    if (!this.drop(entry)) return;
    const response = ownAnswer('request_timeout');
    this.failRequest('request_timeout', entry, response);
    entry.stream.once('finish', () => entry.stream.close(NGHTTP2_NO_ERROR));
    this.answer(entry.stream, response);
  }

  private failRequest(
    code: 'request_aborted' | 'request_timeout',
    { head, body }: Pending,
    response: VendorResponse | null,
  ): void {
    const { facts, channel } = this.connection;
    this.connection.requests++;
    const request = this.door.toRequest(head, body.take(), body.tooLarge, this.connection);
    this.door.fail(code, summary(request, body.size), {
      remote: facts.remote,
      channel,
      request,
      response,
    });
  }

  private complete(stream: ServerHttp2Stream, head: Head, body: Buffer, tooLarge: boolean): void {
    const response = this.door.serve(head, body, tooLarge, this.connection);
    const { delayMs = 0 } = response;
    if (delayMs <= 0) {
      this.finish(stream, response);
      return;
    }
    const timer = setTimeout(() => this.finish(stream, response), delayMs).unref();
    stream.once('close', () => clearTimeout(timer));
  }

  private finish(stream: ServerHttp2Stream, response: VendorResponse): void {
    const { drop = false, status, goaway } = response;
    if (drop !== false || (status === 0 && goaway === undefined)) {
      this.abandon(drop === 'reset');
      return;
    }
    if (status > 0) this.answer(stream, response);
    if (goaway !== undefined) {
      const { debugData, lastStreamId } = goaway;
      if (status > 0) this.leave(debugData, lastStreamId);
      else this.cutShort(debugData, lastStreamId);
    } else if (status >= 200 && status < 300 && this.streams === 1) this.raiseStreams();
  }

  private answer(stream: ServerHttp2Stream, response: VendorResponse): void {
    if (stream.destroyed || stream.closed || stream.headersSent) return;
    const headers: Record<string, string | number | string[]> = { ':status': response.status };
    for (const [name, value] of response.headers) {
      const before = headers[name];
      headers[name] = before === undefined ? value : [before, value].flat().map(String);
    }
    try {
      // No body: END_STREAM on HEADERS. Otherwise `end` alone makes exactly one DATA frame.
      if (response.body === '') stream.respond(headers, WITHOUT_BODY);
      else {
        stream.respond(headers, WITH_BODY);
        stream.end(response.body);
      }
    } catch (error) {
      const { remote } = this.connection.facts;
      this.door.fail('internal_error', String(error), { remote, channel: this.connection.channel, response });
      stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    }
  }

  /** A token connection may send one request at a time until the first one was accepted. */
  private raiseStreams(): void {
    this.streams = this.door.traits(this.connection.channel).streams;
    if (!this.session.destroyed && !this.session.closed) {
      this.session.settings({ maxConcurrentStreams: this.streams });
    }
  }

  /** GOAWAY now, the connection's end when its open requests are done. */
  private leave(debugData: string, lastStreamId?: number): void {
    if (this.leaving || this.session.destroyed) return;
    this.leaving = true;
    this.session.goaway(NGHTTP2_NO_ERROR, lastStreamId ?? 0, debugData === '' ? undefined : Buffer.from(debugData));
    if (this.open === 0) this.endSoon();
    else this.lingerThenDestroy();
  }

  /** GOAWAY instead of an answer: nothing that is open was or will be processed. */
  private cutShort(debugData: string, lastStreamId?: number): void {
    if (this.wire === null || lastStreamId === undefined) {
      this.leave(debugData, lastStreamId);
      this.endSoon();
      return;
    }
    this.leaving = true;
    // After the SETTINGS and their acknowledgement, which Node writes at the end of this turn.
    setImmediate(() => {
      this.wire?.finishWith(goawayFrame(lastStreamId, debugData));
      this.lingerThenDestroy();
    });
  }

  private endSoon(): void {
    // After this turn's frames. Once a session has said GOAWAY and has no streams, Node stops to read from its
    // socket and would never notice that the client closed: the socket is taken away after a moment.
    setImmediate(() => this.socket.end(() => this.lingerThenDestroy(FAREWELL_MS)));
    this.lingerThenDestroy();
  }

  private lingerThenDestroy(ms: number = LINGER_MS): void {
    setTimeout(() => this.socket.destroy(), ms).unref();
  }

  private abandon(reset: boolean): void {
    this.leaving = true;
    if (reset) this.door.reset(this.socket);
    this.session.destroy();
    this.socket.destroy();
  }

  private overBudget(): void {
    const { facts, channel } = this.connection;
    this.pending.clear();
    this.door.fail(
      'connection_over_budget',
      { en: `${this.pendingBytes} bytes`, zh: `${this.pendingBytes} 字节` },
      { remote: facts.remote, channel },
    );
    this.session.destroy(undefined, NGHTTP2_ENHANCE_YOUR_CALM);
  }

  private failed(error: Error): void {
    // Node closes a bare socket by itself after its last frame, but not one that it reaches through `Wire`.
    this.lingerThenDestroy(FAREWELL_MS);
    if (this.leaving) return;
    const { facts, channel } = this.connection;
    const code = 'code' in error ? String(error.code) : error.name;
    if (code !== 'ECONNRESET' && code !== 'EPIPE') {
      this.connection.requests++;
      this.door.fail('http2_protocol_error', `${code}: ${error.message}`, { remote: facts.remote, channel });
    }
  }

  private ended(): void {
    this.open--;
    this.lastActivity = Date.now();
    if (this.leaving && this.open === 0) this.endSoon();
  }

  /** Requests that HTTP/2 itself reset leave nothing but gaps in the stream numbers. */
  private reportMissed(): void {
    const last = this.session.destroyed ? undefined : this.session.state.lastProcStreamID;
    if (last !== undefined && last > 0 && last > this.highestStream) {
      this.missed += (last - this.highestStream) / 2;
      this.highestStream = last;
    }
    if (this.missed <= 0) return;
    const count = this.missed;
    this.missed = 0;
    const { facts, channel } = this.connection;
    this.connection.requests += count;
    this.door.fail(
      'http2_requests_reset',
      { en: `${count} request${count === 1 ? '' : 's'}`, zh: `${count} 个请求` },
      {
        remote: facts.remote,
        channel,
      },
    );
  }

  private closed(): void {
    if (this.settled) return;
    if (!this.leaving) this.reportMissed();
    this.settled = true;
    this.door.http2.delete(this);
    this.door.engine.connectionClosed(this.connection.facts.id);
    // The session reports its error, if there was one, after the socket is gone.
    setImmediate(() => this.reportSilence());
  }

  /** A client that never acknowledged our SETTINGS did not get beyond the handshake. */
  private reportSilence(): void {
    const { facts, channel, requests } = this.connection;
    if (requests === 0 && facts.tls && !this.leaving && this.session.pendingSettingsAck) {
      const { serverName, remote } = facts;
      this.door.failTrust('tls_closed_early', afterHandshake(serverName), serverName, { remote, channel });
    }
  }
}

/** Errors of single streams are the client's doing (a reset); what they meant for the request is recorded elsewhere. */
function ignore(): void {}
