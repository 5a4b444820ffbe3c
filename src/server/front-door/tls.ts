import type { Socket } from 'node:net';
import { createServer, type Server, type TLSSocket, type TlsOptions } from 'node:tls';
import type { Certificates } from '../certificates/certificates.ts';
import { createConnection, nameOrNull, remoteOf, serverNameOf } from './connection.ts';
import type { Door } from './door.ts';
import type { FailureCode } from './failure-texts.ts';
import { afterHandshake, tlsFailureCode, withServerName } from './failures.ts';
import type { Http1 } from './http1.ts';
import { Http2Connection } from './http2-connection.ts';
import { peek } from './sniff.ts';
import { type Protocol, protocolsOf } from './traits.ts';

const RENEWAL_CHECK_MS = 6 * 3_600_000;
/** Protocol names of ALPN (RFC 7301). */
const ALPN: Readonly<Record<Protocol, string>> = { 'http/2': 'h2', 'http/1.1': 'http/1.1' };

export interface Tls {
  /** Makes TLS of a connection whose first bytes are a ClientHello. */
  accept(socket: Socket): void;
  close(): void;
}

/** TLS for sockets that the listeners hand over: certificate by server name, protocol by ALPN or by what the client sends. */
export async function createTls(door: Door, http1: Http1, certificates: Certificates): Promise<Tls> {
  const server = createServer({
    key: certificates.leafKeyPem,
    cert: await certificates.chainFor(null),
    requestCert: true,
    // Any client certificate is taken and judged by the vendor's endpoint; none is fine too.
    rejectUnauthorized: false,
    handshakeTimeout: door.limits.handshakeMs,
    ALPNCallback: protocolChooser(door),
    SNICallback: certificateChooser(certificates),
  });
  server.on('secureConnection', (socket) => secured(door, http1, socket));
  server.on('tlsClientError', (error: Error, socket) => handshakeFailed(door, error, socket));
  const timer = setInterval(() => void renew(server, certificates), RENEWAL_CHECK_MS).unref();
  return {
    accept: (socket) => void server.emit('connection', socket),
    close: () => clearInterval(timer),
  };
}

/** The certificate for clients without a server name is fixed in the listener; a long run outlives it. */
async function renew(server: Server, certificates: Certificates): Promise<void> {
  const cert = await certificates.chainFor(null);
  server.setSecureContext({ key: certificates.leafKeyPem, cert });
}

function protocolChooser(door: Door): NonNullable<TlsOptions['ALPNCallback']> {
  return ({ servername, protocols }) => {
    const channel = door.router.byHost(nameOrNull(servername))?.definition.id ?? null;
    const spoken = protocolsOf(channel).map((protocol) => ALPN[protocol]);
    return spoken.find((name) => protocols.includes(name));
  };
}

function certificateChooser(certificates: Certificates): NonNullable<TlsOptions['SNICallback']> {
  return (serverName, done) => {
    const ready = certificates.cachedContext(serverName);
    if (ready !== undefined) {
      done(null, ready);
      return;
    }
    certificates.contextFor(serverName).then(
      (context) => done(null, context),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    );
  };
}

function secured(door: Door, http1: Http1, socket: TLSSocket): void {
  const name = serverNameOf(socket);
  const channel = door.router.byHost(name)?.definition.id ?? null;
  socket.on('error', (error: Error & { code?: string }) => {
    if (error.code?.startsWith('ERR_SSL') === true) handshakeFailed(door, error, socket);
  });
  const asHttp2 = (): void => {
    new Http2Connection(door, socket, createConnection(socket, 'http/2', name, channel));
  };
  const asHttp1 = (): void => http1.serve(socket, createConnection(socket, 'http/1.1', name, channel));
  if (socket.alpnProtocol === 'h2') asHttp2();
  else if (socket.alpnProtocol === 'http/1.1') asHttp1();
  else {
    // No ALPN: the client begins with what it speaks (Pushy and aioapns with HTTP/2, old clients with HTTP/1.1).
    peek(
      socket,
      door.limits.handshakeMs,
      (opening, bytes) => {
        if (opening === 'http2') asHttp2();
        else if (opening === 'http1') asHttp1();
        else endSecured(door, socket, 'not_http', bytes);
      },
      (end, bytes) => {
        const quiet = bytes.length === 0 && end === 'closed';
        endSecured(door, socket, quiet ? 'tls_closed_early' : 'handshake_timeout', bytes);
      },
    );
  }
}

function endSecured(door: Door, socket: TLSSocket, code: FailureCode, bytes: Buffer): void {
  const name = serverNameOf(socket);
  const facts = { remote: remoteOf(socket), channel: door.router.byHost(name)?.definition.id ?? null };
  const received = afterHandshake(name, bytes);
  if (code === 'tls_closed_early') door.failTrust(code, received, name, facts);
  else door.fail(code, received, facts);
  socket.destroy();
}

function handshakeFailed(door: Door, error: Error & { code?: string }, socket: TLSSocket): void {
  const name = serverNameOf(socket);
  const channel = door.router.byHost(name)?.definition.id ?? null;
  const code = tlsFailureCode(error);
  const reason = reasonOf(error);
  const received = withServerName({ en: reason, zh: reason }, name);
  const facts = { remote: remoteOf(socket), channel };
  // "Unknown CA" says that trust is missing, whatever the name; the others do not say what is wrong.
  const trust = code === 'tls_closed_early' || (code === 'tls_untrusted_ca' && !/unknown ca/i.test(reason));
  if (trust) door.failTrust(code, received, name, facts);
  else door.fail(code, received, facts);
  socket.destroy();
}

/** OpenSSL's messages hold addresses and file names; the reason is the part before them. */
function reasonOf(error: Error): string {
  return /:SSL routines:[^:]*:([^:]+):/.exec(error.message)?.[1] ?? error.message.split('\n')[0] ?? error.message;
}
