import type { Exchange } from '../../core/simulator-types.ts';

/** Why a connection or request never reached a vendor's endpoint. */
export type FailureCode =
  | 'plain_http_on_tls_port'
  | 'tls_on_plain_port'
  | 'not_http'
  | 'tls_untrusted_ca'
  | 'tls_closed_early'
  | 'tls_no_common_protocol'
  | 'tls_version'
  | 'tls_no_shared_cipher'
  | 'tls_handshake_failed'
  | 'handshake_timeout'
  | 'request_timeout'
  | 'headers_too_large'
  | 'malformed_http'
  | 'expectation_refused'
  | 'http2_protocol_error'
  | 'http2_requests_reset'
  | 'http2_required'
  | 'request_aborted'
  | 'connection_over_budget'
  | 'too_many_connections'
  | 'proxy_target_refused'
  | 'unknown_host'
  | 'unknown_path'
  | 'internal_error';

interface FailureText {
  readonly message: string;
  readonly fix: string;
}

const TRUST =
  'Give the client the ca.pem that `pushpit creds --out DIR` leaves: NODE_EXTRA_CA_CERTS for Node, --cacert for curl, SSL_CERT_FILE for OpenSSL and Go, a trust store for Java.';

/** The sentence of each failure, and what helps. */
export const FAILURES: Readonly<Record<FailureCode, FailureText>> = {
  plain_http_on_tls_port: {
    message: 'An unencrypted request came to the TLS port.',
    fix: 'Use https:// with this port, or http:// with the plain port.',
  },
  tls_on_plain_port: {
    message: 'A TLS handshake came to the plain port.',
    fix: 'Use http:// with this port, or https:// with the TLS port. As a proxy it takes `HTTPS_PROXY=http://…` (http, not https).',
  },
  not_http: {
    message: 'The first bytes of the connection are neither HTTP nor TLS.',
    fix: 'Speak HTTP/1.1 or HTTP/2. The old binary protocol of APNs was switched off by Apple in 2021 and does not exist here.',
  },
  tls_untrusted_ca: { message: 'The client does not trust the certificate of this server and broke off.', fix: TRUST },
  tls_closed_early: {
    message:
      'The client closed the connection around the TLS handshake, before it sent a request; most do so when they do not trust the certificate.',
    fix: TRUST,
  },
  tls_no_common_protocol: {
    message: 'The client offered no protocol that the vendor speaks on this name (ALPN).',
    fix: 'APNs speaks HTTP/2 only: switch it on in the client, or let the client send no ALPN and start HTTP/2 at once.',
  },
  tls_version: {
    message: 'The client wants a version of TLS that is not served.',
    fix: 'Use TLS 1.2 or later, as the vendors demand.',
  },
  tls_no_shared_cipher: {
    message: 'Client and server have no cipher in common.',
    fix: 'Allow the usual TLS 1.2 or 1.3 ciphers with RSA certificates in the client.',
  },
  tls_handshake_failed: {
    message: 'The TLS handshake failed.',
    fix: 'See what was received. If the client speaks no TLS, use the plain port.',
  },
  handshake_timeout: {
    message: 'The connection was opened, but nothing usable came in time.',
    fix: 'Send the TLS handshake or the request at once after connecting.',
  },
  request_timeout: {
    message: 'The request did not arrive completely in time.',
    fix: 'Send as many bytes as Content-Length says, and end the body (END_STREAM on HTTP/2).',
  },
  headers_too_large: { message: 'The headers of the request are too large.', fix: 'Send fewer or shorter headers.' },
  malformed_http: {
    message: 'The request breaks the rules of HTTP.',
    fix: 'See what was received; the client or a proxy before it builds it wrongly.',
  },
  expectation_refused: {
    message: 'The Expect header asks for something that is not offered.',
    fix: 'Send no Expect header, or `100-continue`.',
  },
  http2_protocol_error: {
    message: 'The connection broke the rules of HTTP/2 and was closed.',
    fix: 'A client that begins with HTTP/1.1 after it agreed on h2, or sends frames out of order, has to be repaired.',
  },
  http2_requests_reset: {
    message: 'HTTP/2 reset requests before they could be read.',
    fix: 'Usual causes: more parallel requests than SETTINGS allow, headers over the announced size, a doubled :path, host or content-length, upper-case header names, no :authority and no host.',
  },
  http2_required: {
    message: 'This vendor speaks HTTP/2 only; the request came over HTTP/1.1.',
    fix: 'Use an HTTP/2 client (curl: --http2, or --http2-prior-knowledge on the plain port).',
  },
  request_aborted: {
    message: 'The client gave up before its request was complete.',
    fix: 'Look for a time-out in the client, or an exception while it writes the body.',
  },
  connection_over_budget: {
    message: 'The unfinished bodies on one connection became too large together.',
    fix: 'Finish requests before starting more of them.',
  },
  too_many_connections: {
    message: 'Too many connections are open.',
    fix: 'Reuse connections: one HTTP/2 connection carries thousands of pushes.',
  },
  proxy_target_refused: {
    message: 'Only the names of push vendors are reachable through this proxy; nothing is forwarded elsewhere.',
    fix: 'Exclude other hosts with NO_PROXY, or set the proxy for the push client only.',
  },
  unknown_host: {
    message: 'The host name of the request belongs to no vendor that is served here.',
    fix: 'Use a vendor host name, or an address of this machine (localhost, 127.0.0.1); then the path decides.',
  },
  unknown_path: {
    message: 'The request names no vendor, and its path belongs to none.',
    fix: 'Use the path of the vendor, for example /3/device/<token> for APNs or /v3/message/regid for Xiaomi.',
  },
  internal_error: {
    message: 'Pushpit failed while it answered.',
    fix: 'Please report this with the request; other requests are not affected.',
  },
};

export type Failure = NonNullable<Exchange['failure']>;

/** Builds the record of a failure. `detail` is put behind the fixed sentence. */
export function failure(code: FailureCode, received: string, detail?: string): Failure {
  const { message, fix } = FAILURES[code];
  return { code, message: detail === undefined ? message : `${message} ${detail}`, received, fix };
}

const SHOWN_BYTES = 64;

/** Unknown bytes for people: printable text, the rest as `\xNN`, and how many there were. */
export function describeBytes(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'nothing';
  const shown = Array.from(bytes.subarray(0, SHOWN_BYTES), (byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`,
  ).join('');
  const rest = bytes.length > SHOWN_BYTES ? `… (${bytes.length} bytes)` : '';
  return `"${shown}"${rest}`;
}

interface SocketError {
  readonly code?: string | undefined;
  readonly message: string;
}

/** What OpenSSL's or BoringSSL's error means for the user. */
export function tlsFailureCode(error: SocketError): FailureCode {
  const text = `${error.code ?? ''} ${error.message}`.toUpperCase().replaceAll(' ', '_');
  if (/ALERT_(UNKNOWN_CA|CERTIFICATE_UNKNOWN|BAD_CERTIFICATE|CERTIFICATE_EXPIRED|UNSUPPORTED_CERTIFICATE)/.test(text)) {
    return 'tls_untrusted_ca';
  }
  if (text.includes('NO_APPLICATION_PROTOCOL')) return 'tls_no_common_protocol';
  if (text.includes('HTTP_REQUEST')) return 'plain_http_on_tls_port';
  if (text.includes('HANDSHAKE_TIMEOUT')) return 'handshake_timeout';
  if (/UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|VERSION_TOO_LOW/.test(text)) return 'tls_version';
  if (/NO_SHARED_CIPHER|NO_SHARED_SIGNATURE/.test(text)) return 'tls_no_shared_cipher';
  if (text.includes('ECONNRESET') || text.includes('EPIPE')) return 'tls_closed_early';
  return 'tls_handshake_failed';
}
