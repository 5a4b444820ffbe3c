import type { RuleProfile } from '../../profile.ts';
import type { VendorResponse } from '../types.ts';
import { MESSAGES } from './refusal.ts';

type Headers = VendorResponse['headers'];
const JSON_TYPE = ['content-type', 'application/json'] as const;
const HEADERS: Headers = [JSON_TYPE];

/** Bodies of the old interface's platform errors; very old clients match the first two texts. */
const NSP_ERRORS: Readonly<Record<number, string>> = {
  1: 'unknown error',
  2: 'service temporarily unavailable',
  3: 'unknown method',
  4: 'app request limit',
  5: 'IP not allowed',
  6: 'session timeout',
  7: 'too many calls',
  8: 'calls too frequent',
  100: 'bad parameter',
  101: 'bad API key',
  102: 'invalid session',
  103: 'must be POST',
  104: 'bad signature',
  105: 'parameter error',
  106: 'app or session may not use this service',
  107: 'client id and secret must be fetched again',
  108: 'routing failed',
  109: 'nsp_ts too far off',
  110: 'internal error',
  111: 'server busy',
  403: 'no permission',
  500: 'server error',
  501: 'dispatch error',
  503: 'system flow control',
  1302: 'interface flow control',
  31204: 'session timeout',
  70001201: 'bad parameter',
  70001401: 'system error',
  70001402: 'system authentication error',
  70020002: 'internal network error',
};

/** Platform errors of the old interface by number. */
export const NSP_CODES: readonly number[] = Object.keys(NSP_ERRORS).map(Number);

const AUTH_CODES: ReadonlySet<string> = new Set(['80200001', '80200003', '80200005', '80300036']);
const ACCEPTED_CODES: ReadonlySet<string> = new Set([
  '80000000',
  '80100000',
  '80100020',
  '80300002',
  '80300007',
  '80300032',
  '80300037',
]);
const SERVER_CODES: ReadonlySet<string> = new Set(['80000001', '80600003', '81000001']);

/** HTTP status of a business code of v1, v2 and v3. The old interface always answers 200. */
export function statusOf(code: string, { huawei }: Pick<RuleProfile, 'huawei'>): number {
  if (AUTH_CODES.has(code)) return huawei.authStatus;
  if (ACCEPTED_CODES.has(code)) return 200;
  return SERVER_CODES.has(code) ? 500 : huawei.parameterStatus;
}

/** 10 digits of the time in seconds, 8 of a counter, `000506`. */
export const requestIdOf = (now: number, counter: number): string =>
  `${String(Math.floor(now / 1000))
    .padStart(10, '0')
    .slice(-10)}${String(counter % 100_000_000).padStart(8, '0')}000506`;

export const jsonAnswer = (status: number, body: string, headers: Headers = HEADERS): VendorResponse => ({
  status,
  headers,
  body,
});

/** `code, msg, requestId`, every value a text. */
export const triple = (status: number, code: string, msg: string, requestId: string): VendorResponse =>
  jsonAnswer(status, `{"code":"${code}","msg":${JSON.stringify(msg)},"requestId":"${requestId}"}`);

export const emptyAnswer = (status: number): VendorResponse => ({ status, headers: [], body: '' });

/** HTTP 200 with the header `NSP_STATUS`. */
export const nspAnswer = (status: number): VendorResponse =>
  jsonAnswer(200, JSON.stringify({ error: NSP_ERRORS[status] ?? 'unknown error' }), [
    JSON_TYPE,
    ['NSP_STATUS', String(status)],
  ]);

function oauthAnswer(code: string, description: string): VendorResponse {
  const [error, sub] = code.split('/').map(Number);
  const body = sub === undefined ? { error } : { error, sub_error: sub };
  return jsonAnswer(error === 500 ? 500 : 400, JSON.stringify({ ...body, error_description: description }));
}

export interface Frame {
  readonly requestId: string;
  readonly profile: RuleProfile;
  /** Old interface: HTTP 200 throughout. */
  readonly legacy: boolean;
}

/**
 * The answer with a code of the table: `HTTP 404` has no body, `NSP 6` is the old interface's platform error,
 * `OAuth 1101/12304` the token endpoint's, everything else the triple.
 */
export function codeAnswer(code: string, msg: string, { requestId, profile, legacy }: Frame): VendorResponse {
  const [family = '', rest] = code.split(' ');
  if (rest === undefined) return triple(legacy ? 200 : statusOf(code, profile), code, msg, requestId);
  if (family === 'HTTP') return emptyAnswer(Number(rest));
  return family === 'NSP' ? nspAnswer(Number(rest)) : oauthAnswer(rest, msg);
}

/** Partial success of v1, v2 and the old interface. */
export const illegalTokens = (success: number, bad: readonly string[]): string =>
  JSON.stringify({ success, failure: bad.length, illegal_tokens: bad });

/** Success of a send. */
export const SUCCESS = 'Success';

/** The text that goes with a code when nothing in the request decides it. */
export const textOf = (code: string): string => MESSAGES[code] ?? '';
