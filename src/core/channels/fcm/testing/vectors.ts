import type { RuleProfile } from '../../../profile.ts';
import { type RequestParts, WORLD_TIME } from '../../../testing/vendor-world.ts';
import {
  ACCOUNT,
  accessToken,
  assertionOf,
  bearer,
  CLAIMS,
  D,
  F,
  FID,
  GRANT,
  iidParts,
  JSON_TYPE,
  legacyParts,
  PROJECT,
  PROJECT_NUMBER,
  SEND,
  sendParts,
  T,
  tokenParts,
  U,
} from './world.ts';

export interface ExpectedAnswer {
  readonly status: number;
  /** What `identify` makes of it; null: a success. */
  readonly code: string | null;
  /** The whole body, parsed. */
  readonly json?: unknown;
  /** The body as text. */
  readonly text?: RegExp;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FcmVector {
  /** Number of the reference's table, with a letter where a row has several requests in worlds of their own. */
  readonly row: string;
  readonly exchanges: readonly { readonly request: RequestParts; readonly answer: ExpectedAnswer }[];
  readonly profile?: Partial<RuleProfile['fcm']>;
  /** How many notifications the phone shows afterwards. */
  readonly shade?: number;
}

const TYPE = 'type.googleapis.com/';
const FCM_ERROR = `${TYPE}google.firebase.fcm.v1.FcmError`;
const BAD_REQUEST = `${TYPE}google.rpc.BadRequest`;
const INFO = `${TYPE}google.rpc.ErrorInfo`;
const JSON_HEADERS = { 'content-type': 'application/json; charset=UTF-8' };
const HTML_HEADERS = { 'content-type': 'text/html; charset=UTF-8' };

const fcm = (errorCode: string) => ({ '@type': FCM_ERROR, errorCode });
const violations = (...list: readonly { readonly field?: string; readonly description: string }[]) => ({
  '@type': BAD_REQUEST,
  fieldViolations: list,
});

const error = (code: number, status: string, message: string, details?: readonly unknown[]) => ({
  error: { code, message, status, ...(details && { details }) },
});

const invalid = (code: string, message: string, details?: readonly unknown[]): ExpectedAnswer => ({
  status: 400,
  code,
  json: error(400, 'INVALID_ARGUMENT', message, details),
  headers: JSON_HEADERS,
});

/** BadRequest with the message itself, then FcmError. */
const fieldFirst = (code: string, message: string, field: string): ExpectedAnswer =>
  invalid(code, message, [violations({ field, description: message }), fcm('INVALID_ARGUMENT')]);

/** A fault of the mapping: BadRequest only. */
const mapping = (code: string, message: string, field?: string): ExpectedAnswer =>
  invalid(code, message, [violations({ ...(field !== undefined && { field }), description: message })]);

const NO_TARGET = fieldFirst('INVALID_ARGUMENT/no-target', 'Recipient of the message is not set.', 'message');
const BAD_TOKEN_TEXT = 'The registration token is not a valid FCM registration token';
const BAD_TOKEN = invalid('INVALID_ARGUMENT', BAD_TOKEN_TEXT, [
  fcm('INVALID_ARGUMENT'),
  violations({ field: 'message.token', description: BAD_TOKEN_TEXT }),
]);
const BAD_TOPIC = fieldFirst('INVALID_ARGUMENT/topic', 'Topic name contains invalid characters.', 'message');
const BAD_CONDITION = invalid('INVALID_ARGUMENT/condition', 'Request contains an invalid argument.');
const UNREGISTERED: ExpectedAnswer = {
  status: 404,
  code: 'UNREGISTERED',
  json: error(404, 'NOT_FOUND', 'Requested entity was not found.', [fcm('UNREGISTERED')]),
};
const TWO_TARGETS = mapping(
  'INVALID_ARGUMENT/union',
  "Invalid value at 'message' (oneof), oneof field 'target' is already set. Cannot set 'topic'",
  'message',
);

const NAME = `"name": "projects/${PROJECT}/messages/0:\\d{16}%[0-9a-f]{16}"`;
const taken: ExpectedAnswer = { status: 200, code: null, text: new RegExp(`^\\{\\n {2}${NAME}\\n\\}\\n$`) };
const takenByTopic: ExpectedAnswer = {
  status: 200,
  code: null,
  text: new RegExp(`^\\{\\n {2}"name": "projects/${PROJECT}/messages/\\d{19}"\\n\\}\\n$`),
};

const LOGIN =
  'Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';
const authInfo = (reason: string) => ({
  '@type': INFO,
  reason,
  domain: 'googleapis.com',
  metadata: { method: 'google.firebase.fcm.v1.FcmService.SendMessage', service: 'fcm.googleapis.com' },
});
const CHALLENGE = 'Bearer realm="https://accounts.google.com/"';
const NO_CREDENTIAL: ExpectedAnswer = {
  status: 401,
  code: 'CREDENTIALS_MISSING',
  json: error(401, 'UNAUTHENTICATED', `Request is missing required authentication credential. ${LOGIN}`, [
    authInfo('CREDENTIALS_MISSING'),
  ]),
  headers: { 'www-authenticate': CHALLENGE },
};
const INVALID_TOKEN = `Request had invalid authentication credentials. ${LOGIN}`;
const invalidToken = { 'www-authenticate': `${CHALLENGE}, error="invalid_token"` };

const notFound: ExpectedAnswer = {
  status: 404,
  code: '404',
  text: /<title>Error 404 \(Not Found\)!!1<\/title>[\s\S]*The requested URL <code>\/[^<]*<\/code> was not found on this server\./,
  headers: HTML_HEADERS,
};

const one = (row: string, request: RequestParts, answer: ExpectedAnswer, rest: Partial<FcmVector> = {}): FcmVector => ({
  row,
  exchanges: [{ request, answer }],
  ...rest,
});

const plain = (headers: RequestParts['headers'] = [JSON_TYPE], body = '{"message":{}}'): RequestParts => ({
  path: SEND,
  headers: headers ?? [],
  body,
});

const unknownQuery = (name: string): ExpectedAnswer =>
  mapping(
    'INVALID_ARGUMENT/query',
    `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
  );

const notification = { title: 'Order shipped', body: 'Parcel 42 left the depot' };
const withTtl = (ttl: string) => sendParts({ token: T, android: { ttl } });
const withPriority = (priority: string) => sendParts({ token: T, android: { priority } });
const sized = (length: number) => sendParts({ topic: 'news', data: { p: 'x'.repeat(length) } });
const DURATION =
  "Invalid value at 'message.android.ttl' (type.googleapis.com/google.protobuf.Duration), Field 'ttl', Illegal duration format; duration must end with 's'";
const PRIORITY =
  'Invalid value at \'message.android.priority\' (type.googleapis.com/google.firebase.fcm.v1.AndroidConfig.AndroidMessagePriority), "URGENT"';
const UNKNOWN = (name: string, at?: string) =>
  `Invalid JSON payload received. Unknown name "${name}"${at === undefined ? '' : ` at '${at}'`}: Cannot find field.`;

const SENDING: readonly FcmVector[] = [
  one('1', sendParts({ token: T, notification }), { ...taken, headers: JSON_HEADERS }, { shade: 1 }),
  one('2a', sendParts({ token: T, notification }, { path: `${SEND}?prettyPrint=false` }), {
    status: 200,
    code: null,
    text: new RegExp(`^\\{${NAME.replace(': ', ':')}\\}$`),
  }),
  one('2b', sendParts({ token: T }, { path: `${SEND}?foo=1` }), unknownQuery('foo')),
  one('3', sendParts({ topic: 'news' }), takenByTopic, { shade: 0 }),
  one('4a', sendParts(JSON.stringify({ validate_only: true, message: { token: T, notification } })), taken, {
    shade: 0,
  }),
  one('4b', sendParts(JSON.stringify({ validateOnly: true, message: { token: D } })), UNREGISTERED),
  one('5', sendParts({ token: T }, { path: `/v1/projects/${PROJECT_NUMBER}/messages:send` }), {
    status: 200,
    code: null,
    text: new RegExp(`"projects/${PROJECT_NUMBER}/messages/0:`),
  }),
  one('6a', plain(), NO_CREDENTIAL),
  one('6b', plain([['authorization', 'key=x'], JSON_TYPE]), NO_CREDENTIAL),
  one('7', plain([['authorization', 'Bearer rubbish'], JSON_TYPE]), {
    status: 401,
    code: 'UNAUTHENTICATED',
    json: error(401, 'UNAUTHENTICATED', INVALID_TOKEN),
    headers: invalidToken,
  }),
  one('8', plain([bearer(accessToken(WORLD_TIME - 3_601_000)), JSON_TYPE]), {
    status: 401,
    code: 'ACCESS_TOKEN_EXPIRED',
    json: error(401, 'UNAUTHENTICATED', INVALID_TOKEN, [authInfo('ACCESS_TOKEN_EXPIRED')]),
    headers: invalidToken,
  }),
  one('9a', plain([JSON_TYPE], '{"message": tok'), NO_CREDENTIAL),
  one(
    '9b',
    sendParts('{"message": tok'),
    invalid(
      'INVALID_ARGUMENT/json',
      'Invalid JSON payload received. Unexpected token.\n{"message": tok\n            ^',
    ),
  ),
  one(
    '9c',
    sendParts('{"message":{"token":"x"}'),
    invalid(
      'INVALID_ARGUMENT/json',
      'Invalid JSON payload received. Unexpected end of string. Expected , or } after key:value pair.\n\n^',
    ),
  ),
  one('10a', { method: 'GET', path: SEND, headers: [bearer()] }, notFound),
  one('10b', sendParts({}, { path: `/v1/projects/${PROJECT}/messages:sendNow` }), notFound),
  one('11a', sendParts(''), NO_TARGET),
  one('11b', sendParts('{}'), NO_TARGET),
  one('11c', sendParts({}), NO_TARGET),
  one('12', sendParts({ token: 'not-a-token' }), BAD_TOKEN),
  one('13a', sendParts({ token: D }), UNREGISTERED),
  one('13b', sendParts({ token: U }), UNREGISTERED),
  one('13c', sendParts({ fid: 'not-a-fid' }), UNREGISTERED),
  one('13d', sendParts({ fid: FID, notification }), taken, { shade: 1 }),
  one('14', sendParts({ token: F }), {
    status: 403,
    code: 'SENDER_ID_MISMATCH',
    json: error(403, 'PERMISSION_DENIED', 'SenderId mismatch', [fcm('SENDER_ID_MISMATCH')]),
  }),
  one('15a', sendParts({ topic: 'bad#topic!name' }), BAD_TOPIC),
  one('15b', sendParts({ topic: '/topics/news' }), BAD_TOPIC),
  one('15c', sendParts({ topic: 'x'.repeat(901) }), BAD_TOPIC),
  one('16a', sendParts({ condition: "'a' in topics &&" }), BAD_CONDITION),
  one(
    '16b',
    sendParts({ condition: ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `'${name}' in topics`).join(' || ') }),
    BAD_CONDITION,
  ),
  one('17a', sendParts(`{"message":{"token":"${T}","topic":"news"}}`), TWO_TARGETS),
  one('17b', sendParts(`{"message":{"token":"${T}","topic":""}}`), TWO_TARGETS),
  one(
    '18a',
    sendParts({ token: T, data: { n: 12 } }),
    mapping(
      'INVALID_ARGUMENT/value',
      "Invalid value at 'message.data[0].value' (TYPE_STRING), 12",
      'message.data[0].value',
    ),
  ),
  one(
    '18b',
    sendParts({ token: T, data: { a: 'x', n: true } }),
    mapping(
      'INVALID_ARGUMENT/value',
      "Invalid value at 'message.data[1].value' (TYPE_STRING), true",
      'message.data[1].value',
    ),
  ),
  one(
    '18c',
    sendParts(`{"message":{"token":"${T}","data":{"b":"x","1":2}}}`),
    mapping(
      'INVALID_ARGUMENT/value',
      "Invalid value at 'message.data[1].value' (TYPE_STRING), 2",
      'message.data[1].value',
    ),
  ),
  one('19a', sendParts({ toen: 'x' }), mapping('INVALID_ARGUMENT/field', UNKNOWN('toen', 'message'), 'message')),
  one('19b', sendParts('{"foo":1}'), mapping('INVALID_ARGUMENT/field', UNKNOWN('foo'))),
  one(
    '20',
    sendParts({ token: T, first: 1, android: { second: 2 } }),
    invalid('INVALID_ARGUMENT/field', `${UNKNOWN('first', 'message')}\n${UNKNOWN('second', 'message.android')}`, [
      violations(
        { field: 'message', description: UNKNOWN('first', 'message') },
        { field: 'message.android', description: UNKNOWN('second', 'message.android') },
      ),
    ]),
  ),
  one(
    '21a',
    sendParts({ token: T, notification: { title: ['a'] } }),
    mapping(
      'INVALID_ARGUMENT/field',
      'Invalid JSON payload received. Unknown name "title" at \'message.notification\': Proto field is not repeating, cannot start list.',
      'message.notification',
    ),
  ),
  one('21b', sendParts({ token: T, notification: { title: null, body: 'b' } }), taken, { shade: 1 }),
  one(
    '22a',
    sendParts({ token: T, data: { from: 'x' } }),
    fieldFirst('INVALID_ARGUMENT/data-key', 'Invalid data payload key: from', 'message.data'),
  ),
  one(
    '22b',
    sendParts({ token: T, data: { 'google.x': 'y' } }),
    fieldFirst('INVALID_ARGUMENT/data-key', 'Invalid data payload key: google.x', 'message.data'),
  ),
  one('22c', sendParts({ token: T, data: { collapse_key: 'k' } }), taken),
  one('23a', sized(4505), takenByTopic),
  one(
    '23b',
    sized(4506),
    invalid('INVALID_ARGUMENT/size', 'Message is too large. The maximum is 4K (4096 bytes).', [
      { '@type': BAD_REQUEST },
      fcm('INVALID_ARGUMENT'),
    ]),
  ),
  one(
    '24',
    sendParts({ token: T, webpush: { headers: { TTL: 'abc' } } }),
    fieldFirst('INVALID_ARGUMENT/webpush-ttl', 'TTL must be a non-negative integer.', 'message.webpush.headers.TTL'),
  ),
  one('25a', withTtl('0s'), taken),
  one('25b', withTtl('3.5s'), taken),
  one('25c', withTtl('3600'), mapping('INVALID_ARGUMENT/value', DURATION, 'message.android.ttl')),
  one(
    '25d',
    withTtl('2419201s'),
    fieldFirst('INVALID_ARGUMENT/ttl', 'TTL must be between 0 and 2419200 seconds.', 'message.android.ttl'),
  ),
  one('26a', withPriority('high'), taken),
  one('26b', withPriority('HIGH'), taken),
  one('26c', withPriority('URGENT'), mapping('INVALID_ARGUMENT/value', PRIORITY, 'message.android.priority')),
  one(
    '27',
    sendParts({
      topic: 'news',
      fcmOptions: { analyticsLabel: 'a1' },
      android: {
        ttl: '1.500000000s',
        collapse_key: 'k',
        notification: {
          channel_id: 'c',
          vibrate_timings: ['0.100000000s'],
          event_time: '2026-09-01T08:30:00.000Z',
        },
      },
    }),
    takenByTopic,
  ),
  one(
    '28',
    sendParts({ token: T, android: { restricted_package_name: 'com.other' } }),
    invalid('INVALID_ARGUMENT/package', 'Request contains an invalid argument.', [
      fcm('INVALID_ARGUMENT'),
      violations({ field: 'message.android.restricted_package_name', description: 'Invalid package name' }),
    ]),
  ),
  one('29', sendParts({ token: T }, { path: '/v1/projects/my-app-9999/messages:send' }), {
    status: 403,
    code: 'IAM_PERMISSION_DENIED',
    json: error(
      403,
      'PERMISSION_DENIED',
      "Permission 'cloudmessaging.messages.create' denied on resource '//cloudresourcemanager.googleapis.com/projects/my-app-9999' (or it may not exist).",
      [
        {
          '@type': INFO,
          reason: 'IAM_PERMISSION_DENIED',
          domain: 'iam.googleapis.com',
          metadata: { permission: 'cloudmessaging.messages.create', resource: 'projects/my-app-9999' },
        },
      ],
    ),
  }),
  {
    row: '30',
    profile: { messagesPerMinute: 1 },
    exchanges: [
      { request: sendParts({ token: T }), answer: taken },
      {
        request: sendParts({ token: T }),
        answer: {
          status: 429,
          code: 'RESOURCE_EXHAUSTED',
          json: error(
            429,
            'RESOURCE_EXHAUSTED',
            `Quota exceeded for quota metric 'Send requests' and limit 'Send requests per minute' of service 'fcm.googleapis.com' for consumer 'project_number:${PROJECT_NUMBER}'.`,
            [
              {
                '@type': INFO,
                reason: 'RATE_LIMIT_EXCEEDED',
                domain: 'googleapis.com',
                metadata: {
                  service: 'fcm.googleapis.com',
                  consumer: `projects/${PROJECT_NUMBER}`,
                  quota_metric: 'fcm.googleapis.com/send_requests',
                  quota_limit: 'SendsPerMinutePerProject',
                  quota_limit_value: '1',
                  quota_unit: '1/min/{project}',
                  quota_location: 'global',
                },
              },
              {
                '@type': `${TYPE}google.rpc.Help`,
                links: [
                  {
                    description: 'Request a higher quota limit.',
                    url: 'https://cloud.google.com/docs/quotas/help/request_increase',
                  },
                ],
              },
            ],
          ),
        },
      },
    ],
  },
  one(
    '32',
    {
      path: SEND,
      headers: [bearer(), ['content-type', 'application/x-www-form-urlencoded']],
      body: '{"message":{"topic":"a"}}',
    },
    unknownQuery('{"message":{"topic":"a"}}'),
  ),
];

const refusedToken = (status: number, code: string, word: string, description: string): ExpectedAnswer => ({
  status,
  code,
  json: { error: word, error_description: description },
  text: /^\{\n {2}"error"/,
});
const asked = (assertion: string, host?: string) => tokenParts({ grant_type: GRANT, assertion }, host);
const issued: ExpectedAnswer = {
  status: 200,
  code: null,
  text: /^\{\n {2}"access_token": "ya29\.c\.[\w.-]+",\n {2}"expires_in": 3599,\n {2}"token_type": "Bearer"\n\}\n$/,
};
const BAD_SIGNATURE = refusedToken(400, 'invalid_grant/signature', 'invalid_grant', 'Invalid JWT Signature.');
const WINDOW =
  'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.';
const BAD_WINDOW = refusedToken(400, 'invalid_grant/window', 'invalid_grant', WINDOW);
const BAD_REQUEST_BODY = refusedToken(400, 'invalid_request', 'invalid_request', 'Bad Request');
const DELEGATION =
  'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.';

const TOKENS: readonly FcmVector[] = [
  one('33a', asked(assertionOf()), issued),
  one('33b', asked(assertionOf({ ...CLAIMS, aud: 'http://localhost:8180/token' }), 'localhost'), issued),
  one(
    '33c',
    asked(assertionOf(CLAIMS, { alg: 'RS256', typ: 'JWT', kid: '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c' })),
    issued,
  ),
  one('34a', asked(assertionOf(CLAIMS, { alg: 'RS256' }, true)), BAD_SIGNATURE),
  one('34b', asked(assertionOf(CLAIMS, { alg: 'HS256' })), BAD_SIGNATURE),
  one('34c', asked(assertionOf(CLAIMS, { alg: 'RS256', kid: 'unknown' })), BAD_SIGNATURE),
  one(
    '34d',
    asked(assertionOf({ ...CLAIMS, aud: 'https://elsewhere.example/token' })),
    refusedToken(400, 'invalid_grant/audience', 'invalid_grant', 'Invalid JWT: Failed audience check.'),
  ),
  one('34e', asked(assertionOf({ ...CLAIMS, exp: CLAIMS.iat + 3601 })), BAD_WINDOW),
  one('34f', asked(assertionOf({ ...CLAIMS, iat: CLAIMS.iat - 7200, exp: CLAIMS.iat - 3600 })), BAD_WINDOW),
  one('34g', asked(assertionOf({ ...CLAIMS, iat: CLAIMS.iat + 301, exp: CLAIMS.iat + 600 })), BAD_WINDOW),
  one(
    '34h',
    asked(assertionOf({ ...CLAIMS, exp: undefined })),
    refusedToken(400, 'invalid_grant/times', 'invalid_grant', 'Invalid JWT: exp (expiration time) is not set.'),
  ),
  one(
    '34i',
    asked(assertionOf({ ...CLAIMS, iat: undefined })),
    refusedToken(400, 'invalid_grant/times', 'invalid_grant', 'Invalid JWT: iat (issued at) is not set.'),
  ),
  one(
    '34j',
    asked(assertionOf({ ...CLAIMS, iss: 'nobody@example.com' })),
    refusedToken(400, 'invalid_grant/account', 'invalid_grant', 'Invalid grant: account not found'),
  ),
  one(
    '34k',
    asked(assertionOf({ ...CLAIMS, scope: '' })),
    refusedToken(400, 'invalid_scope', 'invalid_scope', 'Invalid OAuth scope or ID token audience provided.'),
  ),
  one(
    '34l',
    asked(assertionOf({ ...CLAIMS, sub: 'alice@example.com' })),
    refusedToken(401, 'unauthorized_client', 'unauthorized_client', DELEGATION),
  ),
  one('34m', asked(assertionOf({ ...CLAIMS, iat: String(CLAIMS.iat), exp: String(CLAIMS.exp), sub: ACCOUNT })), issued),
  one('34n', asked(assertionOf({ ...CLAIMS, scope: `${CLAIMS.scope} nonsense` })), {
    status: 200,
    code: null,
    text: /^\{\n {2}"id_token": "[\w-]+\.[\w-]+\.[\w-]+"\n\}\n$/,
  }),
  one(
    '35a',
    tokenParts({ grant_type: 'x' }),
    refusedToken(400, 'unsupported_grant_type', 'unsupported_grant_type', 'Invalid grant_type: x'),
  ),
  one('35b', tokenParts({ grant_type: GRANT }), BAD_REQUEST_BODY),
  one('35c', asked('a.b'), BAD_REQUEST_BODY),
];

const join = (tokens: readonly string[], to = '/topics/news') =>
  iidParts('/iid/v1:batchAdd', { to, registration_tokens: tokens });
const infoOf = (token: string) => iidParts(`/iid/info/${token}?details=true`);
const IID_401: ExpectedAnswer = {
  status: 401,
  code: 'iid/Unauthorized',
  text: /^<HTML>\n<HEAD>\n<TITLE>Unauthorized<\/TITLE>\n<\/HEAD>\n<BODY BGCOLOR="#FFFFFF" TEXT="#000000">\n<H1>Unauthorized<\/H1>\n<H2>Error 401<\/H2>\n<\/BODY>\n<\/HTML>\n$/,
  headers: HTML_HEADERS,
};
const day = new Date(WORLD_TIME).toISOString().slice(0, 10);
const IID_BODY: ExpectedAnswer = { status: 400, code: 'iid/body', json: { error: 'INVALID_ARGUMENT' } };

const subscriptions = (rest: string, method: string, body = '{}'): RequestParts => ({
  method,
  path: `/v1/projects/${PROJECT}/registrations/${rest}`,
  headers: [bearer(), JSON_TYPE],
  body: method === 'GET' || method === 'DELETE' ? '' : body,
});
const subscription = {
  name: `projects/${PROJECT}/registrations/${FID}/topicSubscriptions/news`,
  topic_name: 'news',
  create_time: new Date(WORLD_TIME).toISOString().replace('.000Z', 'Z'),
};

const TOPICS: readonly FcmVector[] = [
  {
    row: '36a',
    exchanges: [
      {
        request: join([T, D]),
        answer: { status: 200, code: 'iid/NOT_FOUND', text: /^\{"results":\[\{\},\{"error":"NOT_FOUND"\}\]\}$/ },
      },
      { request: sendParts({ topic: 'news', notification }), answer: takenByTopic },
    ],
    shade: 1,
  },
  one('36b', { ...join([T]), headers: [bearer(), JSON_TYPE] }, IID_401),
  one('36c', join([F, 'not-a-token']), {
    status: 200,
    code: 'iid/INVALID_ARGUMENT',
    json: { results: [{ error: 'INVALID_ARGUMENT' }, { error: 'INVALID_ARGUMENT' }] },
  }),
  one('36d', join([]), IID_BODY),
  one('36e', join([T], 'news'), IID_BODY),
  one('36f', join(Array.from({ length: 1001 }, () => T)), IID_BODY),
  {
    row: '36g',
    exchanges: [
      { request: join([T]), answer: { status: 200, code: null, json: { results: [{}] } } },
      { request: join([T]), answer: { status: 200, code: null, json: { results: [{}] } } },
      {
        request: iidParts('/iid/v1:batchRemove', { to: '/topics/news', registration_tokens: [T] }),
        answer: { status: 200, code: null, json: { results: [{}] } },
      },
      { request: sendParts({ topic: 'news', notification }), answer: takenByTopic },
    ],
    shade: 0,
  },
  {
    row: '37a',
    exchanges: [
      { request: join([T]), answer: { status: 200, code: null, json: { results: [{}] } } },
      {
        request: infoOf(T),
        answer: {
          status: 200,
          code: null,
          json: {
            application: 'com.example.app',
            applicationVersion: '1',
            authorizedEntity: PROJECT_NUMBER,
            platform: 'ANDROID',
            rel: { topics: { news: { addDate: day } } },
          },
        },
      },
    ],
  },
  one('37b', infoOf(U), {
    status: 404,
    code: 'iid/no-information',
    json: { error: 'No information found about this instance id.' },
  }),
  one('37c', infoOf('x'), { status: 400, code: 'iid/InvalidToken', json: { error: 'InvalidToken' } }),
  {
    row: '37d',
    exchanges: [
      {
        request: iidParts(`/iid/v1/${T}/rel/topics/news`, {}),
        answer: { status: 200, code: null, text: /^\{\}$/ },
      },
      { request: sendParts({ topic: 'news', notification }), answer: takenByTopic },
      {
        request: iidParts(`/iid/v1/${T}/rel/topics/news`, undefined, { method: 'DELETE' }),
        answer: { status: 200, code: null, text: /^\{\}$/ },
      },
      { request: sendParts({ topic: 'news', notification }), answer: takenByTopic },
    ],
    shade: 1,
  },
  one('37e', iidParts('/iid/v1:batchImport', { application: 'com.example.app', sandbox: false, apns_tokens: ['ab'] }), {
    status: 200,
    code: null,
    text: /^\{"results":\[\{"apns_token":"ab","status":"OK","registration_token":"[\w-]{22}:APA91b[\w-]+"\}\]\}$/,
  }),
  {
    row: '37f',
    exchanges: [
      {
        request: subscriptions(`${FID}/topicSubscriptions?topic_name=news`, 'POST'),
        answer: { status: 200, code: null, json: subscription },
      },
      {
        request: subscriptions(`${FID}/topicSubscriptions?topic_name=news`, 'POST'),
        answer: {
          status: 409,
          code: 'ALREADY_EXISTS',
          json: error(409, 'ALREADY_EXISTS', 'Requested entity already exists'),
        },
      },
      {
        request: subscriptions(`${FID}/topicSubscriptions/news`, 'PATCH'),
        answer: { status: 200, code: null, json: subscription },
      },
      {
        request: subscriptions(`${FID}/topicSubscriptions/news`, 'GET'),
        answer: { status: 200, code: null, json: subscription },
      },
      {
        request: subscriptions(`${FID}/topicSubscriptions`, 'GET'),
        answer: { status: 200, code: null, json: { topic_subscriptions: [subscription] } },
      },
      {
        request: subscriptions(`${FID}/topicSubscriptions/news`, 'DELETE'),
        answer: { status: 200, code: null, json: {} },
      },
      {
        request: subscriptions(`${FID}/topicSubscriptions/news`, 'GET'),
        answer: {
          status: 404,
          code: 'NOT_FOUND',
          json: error(404, 'NOT_FOUND', 'Requested entity was not found.'),
        },
      },
    ],
  },
  one('37g', subscriptions(`${U}/topicSubscriptions?topic_name=news`, 'POST'), UNREGISTERED),
];

const before = { legacy: 'before', batch: 'before' } as const;
const several = { registration_ids: [T, D, 'x'], data: { n: 1 } };
const legacyError = (body: unknown, status: number, code: string, text: RegExp): FcmVector['exchanges'][number] => ({
  request: legacyParts(body),
  answer: { status, code, text },
});
const resultOf = (name: string): RegExp =>
  new RegExp(
    `^\\{"multicast_id":\\d{19},"success":0,"failure":1,"canonical_ids":0,"results":\\[\\{"error":"${name}"\\}\\]\\}$`,
  );

const OLDER: readonly FcmVector[] = [
  one('38a', { path: '/batch', headers: [bearer()], body: 'x' }, notFound),
  one('38b', legacyParts({ to: T }), notFound),
  one(
    '38c',
    { path: '/batch', headers: [bearer()], body: 'x' },
    {
      status: 501,
      code: 'UNIMPLEMENTED',
      json: error(501, 'UNIMPLEMENTED', 'Operation is not implemented, or supported, or enabled.'),
    },
    { profile: { batch: 'closing' } },
  ),
  one(
    '38d',
    { path: '/batch', headers: [bearer()], body: 'x' },
    invalid('INVALID_ARGUMENT/batch', 'Failed to parse batch request.'),
    { profile: before },
  ),
  one(
    '38e',
    legacyParts({ to: T }),
    { status: 200, code: 'DeprecatedApi', text: resultOf('DeprecatedApi') },
    { profile: { legacy: 'closing' } },
  ),
  one(
    '39a',
    legacyParts(several),
    {
      status: 200,
      code: 'NotRegistered',
      text: /^\{"multicast_id":\d{19},"success":1,"failure":2,"canonical_ids":0,"results":\[\{"message_id":"0:\d{16}%[0-9a-f]{16}"\},\{"error":"NotRegistered"\},\{"error":"InvalidRegistration"\}\]\}$/,
    },
    { profile: before },
  ),
  {
    row: '39b',
    profile: before,
    exchanges: [
      legacyError(
        { to: T, time_to_live: 5_184_000 },
        400,
        'InvalidTtl',
        /^Invalid value \(5184000\) for "time_to_live": must be between 0 and 2419200$/,
      ),
      legacyError({}, 400, 'MissingRegistration', /^MissingRegistration$/),
      legacyError({ to: 'x' }, 200, 'InvalidRegistration', resultOf('InvalidRegistration')),
      legacyError({ to: F }, 200, 'MismatchSenderId', resultOf('MismatchSenderId')),
      legacyError(
        { to: T, restricted_package_name: 'com.other' },
        200,
        'InvalidPackageName',
        resultOf('InvalidPackageName'),
      ),
      legacyError({ to: T, data: { from: 'x' } }, 200, 'InvalidDataKey', resultOf('InvalidDataKey')),
      legacyError({ to: T, data: { p: 'x'.repeat(4096) } }, 200, 'MessageTooBig', resultOf('MessageTooBig')),
      legacyError({ to: T, priority: 'urgent' }, 400, 'InvalidParameters', /^InvalidParameters: Field "priority"/),
      legacyError('a', 400, 'JSON_PARSING_ERROR', /^JSON_PARSING_ERROR: Unexpected character \(a\) at position 0\.$/),
      {
        request: legacyParts({ to: T }, { headers: [['authorization', 'key=wrong'], JSON_TYPE] }),
        answer: { status: 401, code: 'legacy/401', text: /<title>Error 401 \(Unauthorized\)/, headers: HTML_HEADERS },
      },
    ],
  },
  {
    row: '39c',
    profile: before,
    exchanges: [
      {
        request: legacyParts(`registration_id=${encodeURIComponent(T)}&data.k=v`, {
          headers: [
            ['authorization', 'key=AAAAtest:APA91b-server-key'],
            ['content-type', 'application/x-www-form-urlencoded;charset=UTF-8'],
          ],
        }),
        answer: { status: 200, code: null, text: /^id=0:\d{16}%[0-9a-f]{16}$/ },
      },
      {
        request: legacyParts({ to: '/topics/news', notification }),
        answer: { status: 200, code: null, text: /^\{"message_id":\d{19}\}$/ },
      },
      {
        request: legacyParts({ to: T, notification, dry_run: true }),
        answer: { status: 200, code: null, text: /"message_id":"fake_message_id"/ },
      },
      {
        request: legacyParts({ to: T, notification }),
        answer: { status: 200, code: null, text: /"success":1,"failure":0/ },
      },
    ],
    shade: 1,
  },
];

/** Answers that no row of the reference asks for, so that every documented code has its trigger. */
const FURTHER: readonly FcmVector[] = [
  one('scope', plain([bearer(accessToken(WORLD_TIME, false)), JSON_TYPE]), {
    status: 403,
    code: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
    json: error(403, 'PERMISSION_DENIED', 'Request had insufficient authentication scopes.', [
      authInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT'),
    ]),
  }),
  {
    row: 'device-quota',
    profile: { deviceMessagesPerMinute: 1 },
    exchanges: [
      { request: sendParts({ token: T }), answer: taken },
      {
        request: sendParts({ token: T }),
        answer: {
          status: 429,
          code: 'QUOTA_EXCEEDED',
          json: error(429, 'RESOURCE_EXHAUSTED', 'Device quota exceeded.', [
            {
              '@type': `${TYPE}google.rpc.QuotaFailure`,
              violations: [{ subject: `device:${T}`, description: 'Device quota exceeded.' }],
            },
            fcm('QUOTA_EXCEEDED'),
          ]),
        },
      },
    ],
  },
  {
    row: 'topic-quota',
    profile: { topicMessagesPerMinute: 1 },
    exchanges: [
      { request: sendParts({ topic: 'news' }), answer: takenByTopic },
      {
        request: sendParts({ topic: 'news' }),
        answer: {
          status: 429,
          code: 'QUOTA_EXCEEDED/topic',
          json: error(429, 'RESOURCE_EXHAUSTED', 'Topic quota exceeded.', [
            {
              '@type': `${TYPE}google.rpc.QuotaFailure`,
              violations: [{ subject: 'topic:news', description: 'Topic quota exceeded.' }],
            },
            fcm('QUOTA_EXCEEDED'),
          ]),
        },
      },
    ],
  },
  one(
    'older-texts',
    sendParts({ token: 'not-a-token' }),
    invalid('INVALID_ARGUMENT', 'Request contains an invalid argument.', [
      fcm('INVALID_ARGUMENT'),
      violations({ field: 'message.token', description: 'Invalid registration token' }),
    ]),
    { profile: { errorTexts: 'older' } },
  ),
];

/** The requests and answers that every implementation of these endpoints must show. */
export const VECTORS: readonly FcmVector[] = [...SENDING, ...TOKENS, ...TOPICS, ...OLDER, ...FURTHER];
