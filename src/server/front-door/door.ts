import type { Socket } from 'node:net';
import type { ChannelId, VendorRequest, VendorResponse } from '../../core/channels/types.ts';
import type { LocalText } from '../../core/trace/types.ts';
import { ownAnswer } from './answers.ts';
import { type Connection, remoteOf } from './connection.ts';
import type { FailureCode } from './failure-texts.ts';
import { failure, type Received } from './failures.ts';
import type { Http2Connection } from './http2-connection.ts';
import { hostOf, type Router } from './router.ts';
import { protocolsOf, type TransportTraits, traitsOf } from './traits.ts';
import type { Engine, Limits } from './types.ts';

/** Our own sender marks its requests with this header, so that the exchange finds its outcome. */
export const OUTCOME_HEADER = 'x-pushpit-outcome';

/** Start line and headers of a request, whatever brought it. */
export interface Head {
  readonly method: string;
  readonly path: string;
  /** `:authority`, else `Host`, as sent. */
  readonly authority: string | null;
  readonly headers: readonly (readonly [string, string])[];
  readonly outcomeId: string | null;
  /** `:scheme` as sent, where it breaks the rules and was read all the same. */
  readonly malformedScheme?: string;
}

interface FailureFacts {
  readonly remote: string;
  readonly channel?: ChannelId | null;
  readonly request?: VendorRequest | null;
  readonly response?: VendorResponse | null;
}

/** What all listeners and connections of one front door share. */
export class Door {
  readonly engine: Engine;
  readonly router: Router;
  readonly limits: Limits;
  /** Accepted sockets, for closing. */
  readonly sockets = new Set<Socket>();
  readonly http2 = new Set<Http2Connection>();
  /** Ports that are ours, once they listen. */
  ports: readonly number[] = [];
  closing = false;

  /** Is our certificate valid under a server name? */
  private readonly vouchesFor: (serverName: string | null) => boolean;

  constructor(engine: Engine, router: Router, limits: Limits, vouchesFor: (serverName: string | null) => boolean) {
    this.engine = engine;
    this.router = router;
    this.limits = limits;
    this.vouchesFor = vouchesFor;
  }

  traits(channel: ChannelId | null): TransportTraits {
    return traitsOf(channel, this.engine.workspace().profile);
  }

  /**
   * A client that left around the handshake, or said that it does not take our certificate. One that asked for a name
   * which the certificate is not valid for has another problem than trust.
   */
  failTrust(
    code: 'tls_closed_early' | 'tls_untrusted_ca',
    received: Received,
    serverName: string | null,
    facts: FailureFacts,
  ): void {
    this.fail(this.vouchesFor(serverName) ? code : 'tls_wrong_name', received, facts);
  }

  /** Puts something that never became a vendor request into the traffic list. */
  fail(code: FailureCode, received: Received, facts: FailureFacts, detail?: string): void {
    this.engine.recordFailure(failure(code, received, detail), {
      remote: facts.remote,
      channel: facts.channel ?? null,
      request: facts.request ?? null,
      response: facts.response ?? null,
    });
  }

  /** The same for a connection of which only the socket is known. */
  failSocket(code: FailureCode, received: Received, socket: Socket, channel: ChannelId | null = null): void {
    this.fail(code, received, { remote: remoteOf(socket), channel });
  }

  /** Runs a complete request: the vendor's endpoint, or our own answer when it is nobody's. Never throws. */
  serve(head: Head, body: Uint8Array, bodyTooLarge: boolean, connection: Connection): VendorResponse {
    connection.requests++;
    const request = this.toRequest(head, body, bodyTooLarge, connection);
    const route = this.router.route(request.host, connection.facts.serverName, head.path);
    if (route.channel === undefined) return this.refuse(route.refused, request, null);
    const { id } = route.channel.definition;
    connection.channel = id;
    if (!protocolsOf(id).includes(connection.facts.protocol)) return this.refuseProtocol(request, id);
    try {
      return this.engine.receive(id, request, head.outcomeId).response;
    } catch (error) {
      const response = ownAnswer('internal_error');
      const detail = error instanceof Error ? error.message : String(error);
      this.fail(
        'internal_error',
        summary(request),
        { remote: connection.facts.remote, channel: id, request, response },
        detail,
      );
      return response;
    }
  }

  /** A request that broke off or was refused below HTTP, as far as it is known. */
  toRequest(head: Head, body: Uint8Array, bodyTooLarge: boolean, connection: Connection): VendorRequest {
    const request: VendorRequest = {
      method: head.method,
      path: head.path,
      host: hostOf(head.authority),
      headers: head.headers,
      body,
      bodyTooLarge,
      connection: connection.facts,
    };
    const { malformedScheme } = head;
    return malformedScheme === undefined ? request : { ...request, malformedScheme };
  }

  /** Ends a connection with a TCP reset instead of a goodbye. Of TLS sockets that needs the one below. */
  reset(socket: Socket): void {
    const { remoteAddress, remotePort } = socket;
    const below = [...this.sockets].find((one) => one.remotePort === remotePort && one.remoteAddress === remoteAddress);
    below?.resetAndDestroy();
    socket.destroy();
  }

  refuse(code: FailureCode, request: VendorRequest, channel: ChannelId | null): VendorResponse {
    const response = ownAnswer(code);
    this.fail(code, summary(request), { remote: request.connection.remote, channel, request, response });
    return response;
  }

  /** Over TLS the vendor drops the request; on the plain port, which no vendor has, the client is told. */
  private refuseProtocol(request: VendorRequest, channel: ChannelId): VendorResponse {
    if (!request.connection.tls) return this.refuse('http2_required', request, channel);
    this.fail('http2_required', summary(request), { remote: request.connection.remote, channel, request });
    return { status: 0, headers: [], body: '', drop: true };
  }
}

/** One line for the traffic list; `bytes` of a body that did not come completely. */
export function summary({ method, path, connection, host }: VendorRequest, bytes?: number): LocalText {
  const line = `${method} ${path.slice(0, 200)}`;
  const en = `${line} (${connection.protocol}, host ${host ?? 'not given'})`;
  const zh = `${line}（${connection.protocol}，${host === null ? '未给出主机名' : `主机 ${host}`}）`;
  return bytes === undefined ? { en, zh } : { en: `${en}, ${bytes} bytes`, zh: `${zh}，${bytes} 字节` };
}
