import type { VendorCall, VendorRequest } from '../channels/types.ts';
import type { CurlFront } from './context.ts';

interface CurlRequest {
  readonly http2: boolean;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** `host:port` to connect to instead of the address in the URL. */
  readonly connectTo: string | null;
  readonly ca: string | null;
}

/**
 * The vendor request of the IM side as a curl command line for a POSIX shell. With `front` it goes to this
 * simulator's listeners under the vendor's own host name and trusts its CA.
 */
export function curlCommand(call: VendorCall, front: CurlFront | null = null): string {
  return render({
    http2: call.protocol === 'http/2',
    method: call.method,
    url: `https://${call.host}${call.path}`,
    headers: call.headers,
    body: new TextEncoder().encode(call.body),
    connectTo: front?.tls ?? null,
    ca: front?.ca ?? null,
  });
}

/** A recorded request, whoever sent it, as a curl command line. */
export function curlOfRequest(request: VendorRequest, front: CurlFront | null = null): string {
  const { tls, protocol } = request.connection;
  const headers = request.headers.filter(([name]) => !TRANSPORT_HEADERS.has(name));
  return render({
    http2: protocol === 'http/2',
    method: request.method,
    url: requestUrl(request),
    headers,
    body: request.body,
    connectTo: front === null ? null : tls ? front.tls : front.plain,
    ca: tls && front !== null ? front.ca : null,
  });
}

// curl writes these itself; repeating recorded ones would contradict the new connection.
const TRANSPORT_HEADERS = new Set([
  'host',
  'content-length',
  'connection',
  'transfer-encoding',
  'keep-alive',
  'upgrade',
]);

/** Absolute address of a recorded request; a path that is no path is shown as it came. */
export function requestUrl(request: VendorRequest): string {
  if (!request.path.startsWith('/')) return request.path;
  const scheme = request.connection.tls ? 'https' : 'http';
  return `${scheme}://${request.host ?? request.connection.serverName ?? 'localhost'}${request.path}`;
}

function render(request: CurlRequest): string {
  const secure = request.url.startsWith('https:');
  const parts = ['curl', request.http2 ? (secure ? '--http2' : '--http2-prior-knowledge') : '--http1.1'];
  if (request.ca !== null) parts.push(`--cacert ${quote(request.ca)}`);
  if (request.connectTo !== null) parts.push(`--connect-to ${quote(`::${request.connectTo}`)}`);
  parts.push(`-X ${quote(request.method)}`);
  parts.push(quote(request.url));
  for (const [name, value] of request.headers) {
    // `Name;` is how curl sends a header without a value; `Name:` would remove it.
    parts.push(`-H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`);
  }
  if (request.body.length > 0) parts.push(`--data-binary ${quoteBytes(request.body)}`);
  return parts.join(' \\\n  ').replace('curl \\\n  ', 'curl ');
}

/** One shell word: bare where safe, else in single quotes. */
export function quote(text: string): string {
  if (text !== '' && /^[\w@%+=:,./-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Bytes as one shell word; what a single-quoted text cannot hold is written as `$'…'` escapes. */
function quoteBytes(bytes: Uint8Array): string {
  const text = decodeStrict(bytes);
  // A leading @ would make curl read a file.
  if (text !== null && !hasControl(text) && !text.startsWith('@')) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = Array.from(bytes, (byte) =>
    byte === 0x27 || byte === 0x5c
      ? `\\${String.fromCharCode(byte)}`
      : byte >= 0x20 && byte < 0x7f
        ? String.fromCharCode(byte)
        : `\\x${byte.toString(16).padStart(2, '0')}`,
  ).join('');
  return `$'${escaped}'`;
}

function hasControl(text: string): boolean {
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if ((code < 0x20 && char !== '\n' && char !== '\t') || code === 0x7f) return true;
  }
  return false;
}

function decodeStrict(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
