import type { Exchange } from '../../core/simulator-types.ts';
import type { LocalText } from '../../core/trace/types.ts';
import { FAILURES, type FailureCode } from './failure-texts.ts';

export type Failure = NonNullable<Exchange['failure']>;

/** What came: bytes and names as they are, or a description in both languages. */
export type Received = string | LocalText;

/** Builds the record of a failure. `detail`, from a library and so in English, is put behind the fixed sentence. */
export function failure(code: FailureCode, received: Received, detail?: string): Failure {
  const { message, fix } = FAILURES[code];
  const texts = {
    message: detail === undefined ? message : { en: `${message.en} ${detail}`, zh: `${message.zh}（${detail}）` },
    received: typeof received === 'string' ? { en: received, zh: received } : received,
    fix,
  };
  return { code, message: texts.message.en, received: texts.received.en, fix: fix.en, texts };
}

const SHOWN_BYTES = 64;

/** Unknown bytes for people: printable text, the rest as `\xNN`, and how many there were. */
export function describeBytes(bytes: Uint8Array): LocalText {
  if (bytes.length === 0) return { en: 'nothing', zh: '没有任何内容' };
  const shown = Array.from(bytes.subarray(0, SHOWN_BYTES), (byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`,
  ).join('');
  if (bytes.length <= SHOWN_BYTES) return { en: `"${shown}"`, zh: `"${shown}"` };
  return { en: `"${shown}"… (${bytes.length} bytes)`, zh: `"${shown}"…（共 ${bytes.length} 字节）` };
}

/** A connection that was encrypted first; then came `bytes`, or nothing. */
export function afterHandshake(serverName: string | null, bytes: Uint8Array = new Uint8Array()): LocalText {
  const then = describeBytes(bytes);
  return withServerName({ en: `a TLS handshake, then ${then.en}`, zh: `TLS 握手，之后：${then.zh}` }, serverName);
}

/** The same with the name that the client asked for, if it did. */
export const withServerName = ({ en, zh }: LocalText, serverName: string | null): LocalText =>
  serverName === null ? { en, zh } : { en: `${en} (server name ${serverName})`, zh: `${zh}（服务器名 ${serverName}）` };

interface SocketError {
  readonly code?: string | undefined;
  readonly message: string;
}

/** Alerts of clients that do not take our certificate. `decrypt error`: they trust a CA of this name with another key. */
const UNTRUSTED =
  /ALERT_(UNKNOWN_CA|CERTIFICATE_UNKNOWN|BAD_CERTIFICATE|CERTIFICATE_EXPIRED|CERTIFICATE_REVOKED|UNSUPPORTED_CERTIFICATE|DECRYPT_ERROR)/;

/** What OpenSSL's or BoringSSL's error means for the user. */
export function tlsFailureCode(error: SocketError): FailureCode {
  const text = `${error.code ?? ''} ${error.message}`.toUpperCase().replaceAll(' ', '_');
  if (UNTRUSTED.test(text)) return 'tls_untrusted_ca';
  if (text.includes('NO_APPLICATION_PROTOCOL')) return 'tls_no_common_protocol';
  if (text.includes('HTTP_REQUEST')) return 'plain_http_on_tls_port';
  if (text.includes('HANDSHAKE_TIMEOUT')) return 'handshake_timeout';
  if (/UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|VERSION_TOO_LOW/.test(text)) return 'tls_version';
  if (/NO_SHARED_CIPHER|NO_SHARED_SIGNATURE/.test(text)) return 'tls_no_shared_cipher';
  if (text.includes('ECONNRESET') || text.includes('EPIPE')) return 'tls_closed_early';
  return 'tls_handshake_failed';
}
