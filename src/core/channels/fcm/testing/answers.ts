import type { ExpectedAnswer } from './vector.ts';
import { PROJECT } from './world.ts';

export const TYPE = 'type.googleapis.com/';
const FCM_ERROR = `${TYPE}google.firebase.fcm.v1.FcmError`;
export const BAD_REQUEST = `${TYPE}google.rpc.BadRequest`;
export const INFO = `${TYPE}google.rpc.ErrorInfo`;
export const JSON_HEADERS = { 'content-type': 'application/json; charset=UTF-8' };
export const HTML_HEADERS = { 'content-type': 'text/html; charset=UTF-8' };
export const fcm = (errorCode: string) => ({ '@type': FCM_ERROR, errorCode });

export const violations = (...list: readonly { readonly field?: string; readonly description: string }[]) => ({
  '@type': BAD_REQUEST,
  fieldViolations: list,
});

export const error = (code: number, status: string, message: string, details?: readonly unknown[]) => ({
  error: { code, message, status, ...(details && { details }) },
});

export const invalid = (code: string, message: string, details?: readonly unknown[]): ExpectedAnswer => ({
  status: 400,
  code,
  json: error(400, 'INVALID_ARGUMENT', message, details),
  headers: JSON_HEADERS,
});

/** BadRequest with the message itself, then FcmError. */
export const fieldFirst = (code: string, message: string, field: string): ExpectedAnswer =>
  invalid(code, message, [violations({ field, description: message }), fcm('INVALID_ARGUMENT')]);

/** A fault of the mapping: BadRequest only. */
export const mapping = (code: string, message: string, field?: string): ExpectedAnswer =>
  invalid(code, message, [violations({ ...(field !== undefined && { field }), description: message })]);

export const NO_TARGET = fieldFirst('INVALID_ARGUMENT/no-target', 'Recipient of the message is not set.', 'message');
const BAD_TOKEN_TEXT = 'The registration token is not a valid FCM registration token';

export const BAD_TOKEN = invalid('INVALID_ARGUMENT', BAD_TOKEN_TEXT, [
  fcm('INVALID_ARGUMENT'),
  violations({ field: 'message.token', description: BAD_TOKEN_TEXT }),
]);

export const UNREGISTERED: ExpectedAnswer = {
  status: 404,
  code: 'UNREGISTERED',
  json: error(404, 'NOT_FOUND', 'Requested entity was not found.', [fcm('UNREGISTERED')]),
};

export const NAME = `"name": "projects/${PROJECT}/messages/0:\\d{16}%[0-9a-f]{16}"`;
export const taken: ExpectedAnswer = { status: 200, code: null, text: new RegExp(`^\\{\\n {2}${NAME}\\n\\}\\n$`) };

export const takenByTopic: ExpectedAnswer = {
  status: 200,
  code: null,
  text: new RegExp(`^\\{\\n {2}"name": "projects/${PROJECT}/messages/\\d{19}"\\n\\}\\n$`),
};

const LOGIN =
  'Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';

export const authInfo = (reason: string) => ({
  '@type': INFO,
  reason,
  domain: 'googleapis.com',
  metadata: { method: 'google.firebase.fcm.v1.FcmService.SendMessage', service: 'fcm.googleapis.com' },
});

const CHALLENGE = 'Bearer realm="https://accounts.google.com/"';

export const NO_CREDENTIAL: ExpectedAnswer = {
  status: 401,
  code: 'CREDENTIALS_MISSING',
  json: error(401, 'UNAUTHENTICATED', `Request is missing required authentication credential. ${LOGIN}`, [
    authInfo('CREDENTIALS_MISSING'),
  ]),
  headers: { 'www-authenticate': CHALLENGE },
};

export const INVALID_TOKEN = `Request had invalid authentication credentials. ${LOGIN}`;
export const invalidToken = { 'www-authenticate': `${CHALLENGE}, error="invalid_token"` };

export const notFound: ExpectedAnswer = {
  status: 404,
  code: '404',
  text: /<title>Error 404 \(Not Found\)!!1<\/title>[\s\S]*The requested URL <code>\/[^<]*<\/code> was not found on this server\./,
  headers: HTML_HEADERS,
};

export const unknownQuery = (name: string): ExpectedAnswer =>
  mapping(
    'INVALID_ARGUMENT/query',
    `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
  );
