import type { VendorResponse } from '../types.ts';

/** Google's error form; `code` is the HTTP status. */
export interface GoogleError {
  readonly code: number;
  readonly message: string;
  readonly status: string;
  /** Left out when there are none. */
  readonly details?: readonly Detail[];
}

type Detail = Readonly<Record<string, unknown>>;
type Header = readonly [name: string, value: string];

const TYPES = 'type.googleapis.com/';

/** Answers of the API front end, as captured. `alt-svc` is left out: it would lead clients to HTTP/3 somewhere else. */
const API_HEADERS: readonly Header[] = [
  ['content-type', 'application/json; charset=UTF-8'],
  ['vary', 'Origin, X-Origin, Referer'],
  ['server', 'ESF'],
  ['cache-control', 'private'],
  ['x-xss-protection', '0'],
  ['x-frame-options', 'SAMEORIGIN'],
  ['x-content-type-options', 'nosniff'],
];

const UNAUTHORIZED_HEADERS: readonly Header[] = [
  ['content-type', 'application/json; charset=UTF-8'],
  ['vary', 'X-Origin, Referer, Origin,Accept-Encoding'],
  ['server', 'scaffolding on HTTPServer2'],
  ['x-xss-protection', '0'],
  ['x-frame-options', 'SAMEORIGIN'],
  ['x-content-type-options', 'nosniff'],
  ['accept-ranges', 'none'],
];

/** What Google writes as escapes though JSON does not ask for it. */
const ESCAPED: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e' };

/** JSON as the API front end writes it: indented by two blanks with a line feed at the end, or on one line. */
export const googleJson = (value: unknown, pretty: boolean): string =>
  `${JSON.stringify(value, null, pretty ? 2 : 0).replace(/[<>]/g, (char) => ESCAPED[char] ?? char)}${pretty ? '\n' : ''}`;

export const apiAnswer = (body: unknown, pretty: boolean): VendorResponse => ({
  status: 200,
  headers: API_HEADERS,
  body: googleJson(body, pretty),
});

/** Success of a send. Written out, since it answers nearly every request. */
export const nameAnswer = (name: string, pretty: boolean): VendorResponse => ({
  status: 200,
  headers: API_HEADERS,
  body: pretty ? `{\n  "name": ${JSON.stringify(name)}\n}\n` : `{"name":${JSON.stringify(name)}}`,
});

/** An error of the API front end. `invalidToken`: how its 401 says that a credential was there. */
export function errorAnswer(error: GoogleError, pretty: boolean, invalidToken = true): VendorResponse {
  const { code, message, status, details } = error;
  const body = googleJson({ error: { code, message, status, ...(details && { details }) } }, pretty);
  if (code !== 401) return { status: code, headers: API_HEADERS, body };
  const challenge = `Bearer realm="https://accounts.google.com/"${invalidToken ? ', error="invalid_token"' : ''}`;
  return { status: code, headers: [['www-authenticate', challenge], ...UNAUTHORIZED_HEADERS], body };
}

export const fcmDetail = (errorCode: string): Detail => ({
  '@type': `${TYPES}google.firebase.fcm.v1.FcmError`,
  errorCode,
});

/** A violation's `field` is left out when it is the root. */
export const badRequest = (
  violations?: readonly { readonly field: string; readonly description: string }[],
): Detail => ({
  '@type': `${TYPES}google.rpc.BadRequest`,
  ...(violations && {
    fieldViolations: violations.map(({ field, description }) => ({ ...(field !== '' && { field }), description })),
  }),
});

export const errorInfo = (reason: string, domain: string, metadata: Readonly<Record<string, string>>): Detail => ({
  '@type': `${TYPES}google.rpc.ErrorInfo`,
  reason,
  domain,
  metadata,
});

export const quotaFailure = (subject: string, description: string): Detail => ({
  '@type': `${TYPES}google.rpc.QuotaFailure`,
  violations: [{ subject, description }],
});

export const helpLink = (description: string, url: string): Detail => ({
  '@type': `${TYPES}google.rpc.Help`,
  links: [{ description, url }],
});

const HTML_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (char) => HTML_ESCAPES[char] ?? char);

const page = (status: number, title: string, text: string): VendorResponse => ({
  status,
  headers: [
    ['content-type', 'text/html; charset=UTF-8'],
    ['referrer-policy', 'no-referrer'],
  ],
  body: `<!DOCTYPE html>
<html lang=en>
  <meta charset=utf-8>
  <title>Error ${status} (${title})!!1</title>
  <p><b>${status}.</b> <ins>That’s an error.</ins>
  <p>${text} <ins>That’s all we know.</ins>
`,
});

/** Google's page for a path, or a verb, that nobody serves: never 405, and no JSON. */
export const notFoundPage = (path: string): VendorResponse =>
  page(404, 'Not Found', `The requested URL <code>${escapeHtml(path)}</code> was not found on this server.`);

export const tooLargePage = (): VendorResponse =>
  page(413, 'Request Entity Too Large', 'Your client issued a request that was too large.');

export const badGatewayPage = (): VendorResponse =>
  page(
    502,
    'Server Error',
    'The server encountered a temporary error and could not complete your request.<p>Please try again in 30 seconds.',
  );

export const unauthorizedPage = (): VendorResponse =>
  page(401, 'Unauthorized', 'Your client does not have permission to the requested URL.');

/** The Instance ID service's own page, to the letter; `reason` stands in title and heading. */
export const iidUnauthorized = (reason = 'Unauthorized'): VendorResponse => ({
  status: 401,
  headers: [['content-type', 'text/html; charset=UTF-8']],
  body: `<HTML>
<HEAD>
<TITLE>${reason}</TITLE>
</HEAD>
<BODY BGCOLOR="#FFFFFF" TEXT="#000000">
<H1>${reason}</H1>
<H2>Error 401</H2>
</BODY>
</HTML>
`,
});

/** Answers of the Instance ID service and of the legacy interface: JSON on one line. */
export const plainJson = (status: number, body: string): VendorResponse => ({
  status,
  headers: [['content-type', 'application/json; charset=UTF-8']],
  body,
});

export const plainText = (status: number, body: string): VendorResponse => ({
  status,
  headers: [['content-type', 'text/plain; charset=UTF-8']],
  body,
});

/** The token endpoint's JSON: indented as the API's, with its own headers. */
export const oauthAnswer = (status: number, body: object): VendorResponse => ({
  status,
  headers: [
    ['content-type', 'application/json; charset=utf-8'],
    ['cache-control', 'no-cache, no-store, max-age=0, must-revalidate'],
    ['vary', 'X-Origin, Referer, Origin,Accept-Encoding'],
    ['server', 'scaffolding on HTTPServer2'],
    ['x-content-type-options', 'nosniff'],
  ],
  body: googleJson(body, true),
});
