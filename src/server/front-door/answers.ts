import type { VendorResponse } from '../../core/channels/types.ts';
import { FAILURES, type FailureCode } from './failure-texts.ts';

/** Status that goes with a failure when the client can still be answered. */
const STATUS: Partial<Record<FailureCode, number>> = {
  plain_http_on_tls_port: 400,
  malformed_http: 400,
  proxy_target_refused: 403,
  unknown_path: 404,
  request_timeout: 408,
  expectation_refused: 417,
  unknown_host: 421,
  http2_required: 426,
  headers_too_large: 431,
  too_many_connections: 503,
};

/** Pushpit's own answer where no vendor defines one: JSON with what happened and what helps. */
export function ownAnswer(code: FailureCode): VendorResponse {
  const { message, fix } = FAILURES[code];
  return {
    status: STATUS[code] ?? 500,
    headers: [
      ['content-type', 'application/json; charset=utf-8'],
      ...(code === 'http2_required' ? [['upgrade', 'h2c'] as const] : []),
    ],
    body: JSON.stringify({ error: { code, message: message.en, fix: fix.en } }),
  };
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  408: 'Request Timeout',
  417: 'Expectation Failed',
  431: 'Request Header Fields Too Large',
  503: 'Service Unavailable',
};

/** An answer as HTTP/1.1 text, for sockets that no HTTP parser looks after any more. Closes the connection. */
export function rawAnswer(response: VendorResponse): string {
  const lines = [
    `HTTP/1.1 ${response.status} ${REASONS[response.status] ?? 'Error'}`,
    ...response.headers.map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(response.body)}`,
    'connection: close',
  ];
  return `${lines.join('\r\n')}\r\n\r\n${response.body}`;
}
