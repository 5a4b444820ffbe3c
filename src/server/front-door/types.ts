import type { Channel } from '../../core/channels/types.ts';
import type { Simulator } from '../../core/simulator-types.ts';
import type { Certificates } from '../certificates/certificates.ts';

/** What the front door needs of the simulator. */
export type Engine = Pick<Simulator, 'receive' | 'recordFailure' | 'connectionClosed' | 'workspace'>;

/** Guards of the sockets. Sizes in bytes, times in ms. */
export interface Limits {
  /** Longest body that is read; the rest is cut and the vendor's "too large" answers. */
  readonly bodyBytes: number;
  /** Request line and headers of HTTP/1.1. Some Xiaomi clients put 1,000 targets into the query. */
  readonly headerBytes: number;
  /** Bodies being read on one HTTP/2 connection, together. */
  readonly connectionBytes: number;
  /** From accepting a connection to its first bytes, and for a TLS handshake. */
  readonly handshakeMs: number;
  /** For all headers of a request. */
  readonly headersMs: number;
  /** For a whole request. */
  readonly requestMs: number;
  /** Unused HTTP/1.1 connections. */
  readonly keepAliveMs: number;
  /** How often slow requests and idle connections are looked for. */
  readonly sweepMs: number;
  /** What `close` waits for open requests. */
  readonly closeMs: number;
  readonly connections: number;
}

export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 1_048_576,
  headerBytes: 131_072,
  connectionBytes: 33_554_432,
  handshakeMs: 10_000,
  headersMs: 10_000,
  requestMs: 30_000,
  keepAliveMs: 60_000,
  sweepMs: 1_000,
  closeMs: 1_000,
  connections: 2_048,
};

export interface FrontDoorOptions {
  /** Address to listen on. Loopback unless the user asked for something else. */
  readonly host: string;
  /** 0 = any free port. */
  readonly tlsPort: number;
  readonly plainPort: number;
  readonly certificates: Certificates;
  readonly engine: Engine;
  readonly channels: readonly Channel[];
  readonly limits?: Partial<Limits>;
}

export interface ListenerAddress {
  readonly port: number;
  /** For a client on this machine. */
  readonly url: string;
}

export interface FrontDoor {
  readonly tls: ListenerAddress;
  readonly plain: ListenerAddress;
  /** Says goodbye to every connection (GOAWAY on HTTP/2), then closes them. */
  close(): Promise<void>;
}
