import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { ChannelId, ClientCertificate, ConnectionFacts } from '../../core/channels/types.ts';
import { parseClientCertificate } from '../certificates/parse-client.ts';
import type { Protocol } from './traits.ts';

/** What the front door keeps of a connection while it lives. */
export interface Connection {
  readonly facts: ConnectionFacts;
  /** The vendor it turned out to be for: by server name, else by its latest request. */
  channel: ChannelId | null;
  /** Requests that were handled, failed ones included. */
  requests: number;
}

let opened = 0;

export const createConnection = (
  socket: Socket,
  protocol: Protocol,
  serverName: string | null,
  channel: ChannelId | null,
): Connection => ({
  facts: {
    id: `connection-${process.pid}-${++opened}`,
    protocol,
    tls: socket instanceof TLSSocket,
    serverName,
    remote: remoteOf(socket),
    clientCertificate: socket instanceof TLSSocket ? clientCertificateOf(socket) : null,
  },
  channel,
  requests: 0,
});

/** `address:port` of the other side; IPv6 in brackets. */
export function remoteOf(socket: Socket): string {
  const address = socket.remoteAddress ?? 'unknown';
  return `${address.includes(':') ? `[${address}]` : address}:${socket.remotePort ?? 0}`;
}

/** Server name of the handshake, lower case; null when the client sent none. */
export function serverNameOf(socket: TLSSocket): string | null {
  return nameOrNull(Reflect.get(socket, 'servername'));
}

/** Node types server names as text, but hands out false when the client sent none. */
export const nameOrNull = (name: unknown): string | null =>
  typeof name === 'string' && name !== '' ? name.toLowerCase() : null;

function clientCertificateOf(socket: TLSSocket): ClientCertificate | null {
  const certificate = socket.getPeerX509Certificate();
  return certificate === undefined ? null : parseClientCertificate(certificate.raw);
}
