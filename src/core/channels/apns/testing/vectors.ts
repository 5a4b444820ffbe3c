import type { Reason } from '../refusal.ts';
import type { KeyName } from './world.ts';

/** How a request authenticates. A JWT is signed anew for each request that asks for one. */
export type VectorAuth =
  | { readonly kind: 'none' }
  | { readonly kind: 'raw'; readonly value: string }
  | {
      readonly kind: 'jwt';
      readonly key?: KeyName | 'unknown';
      /** Seconds against now; a text stands in `iat` as it is. */
      readonly iat?: number | string;
      readonly encoding?: 'jose' | 'der';
      /** Distinguishes JWTs that would otherwise be the same string. */
      readonly serial?: number;
    };

export interface VectorRequest {
  readonly method?: string;
  /** `{name}` stands for a token of the world. Default `/3/device/{ok}`. */
  readonly path?: string;
  /** Default: one good JWT of the team's key for the whole connection; nothing on certificate connections. */
  readonly auth?: VectorAuth;
  /** In addition to `apns-topic`; values in Latin-1, one character per byte. */
  readonly headers?: readonly (readonly [string, string])[];
  /** Default the app; null = no such header. */
  readonly topic?: string | null;
  /** Text, a size to which a valid payload is padded, or null for no body. Default: an alert. */
  readonly body?: string | number | null;
}

/** Facts of a client certificate. */
export interface VectorCertificate {
  readonly uid: string;
  /** Topics in the extension; absent = no extension. */
  readonly topics?: readonly string[];
  readonly environments: readonly ('production' | 'sandbox')[];
}

export type VectorAnswer =
  | { readonly status: 200 }
  | { readonly status: number; readonly reason: Reason }
  | { readonly goaway: Reason };

/** Requests on one connection and what each must get; the same rows run against the function and over sockets. */
export interface Vector {
  readonly name: string;
  /** `:authority`; default an address that names no environment. */
  readonly host?: string;
  readonly certificate?: VectorCertificate;
  readonly profile?: { readonly strictBackground?: boolean; readonly requestsPerSecond?: number };
  readonly steps: readonly (readonly [VectorRequest, VectorAnswer])[];
}

export const OK: VectorAnswer = { status: 200 };
const bad = (status: number, reason: Reason): VectorAnswer => ({ status, reason });
const one = (name: string, request: VectorRequest, answer: VectorAnswer, more: Partial<Vector> = {}): Vector => ({
  name,
  ...more,
  steps: [[request, answer]],
});
const header = (name: string, value: string): VectorRequest => ({ headers: [[name, value]] });
const jwt = (more: Omit<Extract<VectorAuth, { kind: 'jwt' }>, 'kind'> = {}): VectorAuth => ({ kind: 'jwt', ...more });

const APP = 'com.example.app';
const UUID = '7f3c1e2a-90b4-6d11-a2c3-5e0f9b8d7c61';
const PRODUCTION = 'api.push.apple.com';
const SANDBOX = 'api.sandbox.push.apple.com';
const certificate: VectorCertificate = { uid: APP, environments: ['production', 'sandbox'] };

const methodAndPath: readonly Vector[] = [
  one(
    'GET without authentication',
    { method: 'GET', auth: { kind: 'none' }, body: null },
    bad(405, 'MethodNotAllowed'),
  ),
  one('no token in the path', { path: '/3/device/' }, bad(400, 'MissingDeviceToken')),
  one('no token and no slash', { path: '/3/device' }, bad(400, 'MissingDeviceToken')),
  one('/3/devices', { path: '/3/devices/{ok}' }, bad(404, 'BadPath')),
  one('/4/device', { path: '/4/device/{ok}' }, bad(404, 'BadPath')),
  one('a further segment', { path: '/3/device/{ok}/x' }, bad(404, 'BadPath')),
  one('a query', { path: '/3/device/{ok}?a=1' }, bad(404, 'BadPath')),
  one('a trailing slash', { path: '/3/device/{ok}/' }, bad(404, 'BadPath')),
  one('a bad path without authentication', { path: '/x', auth: { kind: 'none' } }, bad(404, 'BadPath')),
];

const authentication: readonly Vector[] = [
  one(
    'no authentication, short token, no topic',
    { path: '/3/device/aaaa', auth: { kind: 'none' }, topic: null, body: '{}' },
    bad(403, 'MissingProviderToken'),
  ),
  one('no authentication, no token', { path: '/3/device/', auth: { kind: 'none' } }, bad(403, 'MissingProviderToken')),
  one('Basic', { auth: { kind: 'raw', value: 'Basic x' } }, bad(403, 'MissingProviderToken')),
  one('bearer and nothing', { auth: { kind: 'raw', value: 'bearer ' } }, bad(403, 'MissingProviderToken')),
  one('bearer a.b.c', { auth: { kind: 'raw', value: 'bearer a.b.c' } }, bad(403, 'InvalidProviderToken')),
  one(
    'unknown key before unknown device token',
    { path: '/3/device/{zero}', auth: jwt({ key: 'unknown' }) },
    bad(403, 'InvalidProviderToken'),
  ),
  one('JOSE signature', { auth: jwt() }, OK),
  one('DER signature', { auth: jwt({ encoding: 'der' }) }, OK),
  one('issued 3599 s ago', { auth: jwt({ iat: -3599 }) }, OK),
  one('issued 3661 s ago', { auth: jwt({ iat: -3661 }) }, bad(403, 'ExpiredProviderToken')),
  one('iat as a string', { auth: jwt({ iat: '1714550400' }) }, bad(403, 'InvalidProviderToken')),
  // Short of the full hour, so that a clock that runs meanwhile does not decide.
  one('issued 3598 s ahead', { auth: jwt({ iat: 3598 }) }, OK),
  one('issued 3700 s ahead', { auth: jwt({ iat: 3700 }) }, bad(403, 'InvalidProviderToken')),
  {
    name: 'three JWTs in a minute',
    steps: [
      [{ auth: jwt({ serial: 1 }) }, OK],
      [{ auth: jwt({ serial: 2 }) }, OK],
      [{ auth: jwt({ serial: 3 }) }, bad(429, 'TooManyProviderTokenUpdates')],
    ],
  },
  {
    name: 'two teams on one connection',
    steps: [
      [{ auth: jwt() }, OK],
      [{ auth: jwt({ key: 'rival' }) }, bad(403, 'InvalidProviderToken')],
    ],
  },
  {
    name: 'a topic key after a team key',
    steps: [
      [{ auth: jwt() }, OK],
      [{ auth: jwt({ key: 'topic' }) }, bad(403, 'UnrelatedKeyIdInToken')],
    ],
  },
  one('key of the other environment', { auth: jwt({ key: 'sandbox' }) }, bad(403, 'BadEnvironmentKeyInToken'), {
    host: PRODUCTION,
  }),
];

const headers: readonly Vector[] = [
  one('apns-id that is no UUID', header('apns-id', 'nope'), bad(400, 'BadMessageId')),
  one('apns-id in braces', header('apns-id', `{${UUID}}`), bad(400, 'BadMessageId')),
  one('apns-id as 32 digits', header('apns-id', UUID.replaceAll('-', '')), bad(400, 'BadMessageId')),
  one('apns-id in lower case', header('apns-id', UUID), OK),
  one('apns-id in mixed case', header('apns-id', `7F3C${UUID.slice(4)}`), OK),
  one('no apns-id', {}, OK),
  one('expiration abc', header('apns-expiration', 'abc'), bad(400, 'BadExpirationDate')),
  one('expiration -1', header('apns-expiration', '-1'), bad(400, 'BadExpirationDate')),
  one('expiration 1.5', header('apns-expiration', '1.5'), bad(400, 'BadExpirationDate')),
  one('expiration 1e9', header('apns-expiration', '1e9'), bad(400, 'BadExpirationDate')),
  one('expiration of 20 digits', header('apns-expiration', '1'.repeat(20)), bad(400, 'BadExpirationDate')),
  one('empty expiration', header('apns-expiration', ''), OK),
  one('expiration 0', header('apns-expiration', '0'), OK),
  one('priority 1', header('apns-priority', '1'), OK),
  one('priority 5', header('apns-priority', '5'), OK),
  one('priority 10', header('apns-priority', '10'), OK),
  one('priority 7', header('apns-priority', '7'), bad(400, 'BadPriority')),
  one('priority 010', header('apns-priority', '010'), bad(400, 'BadPriority')),
  one('collapse id of 64 bytes', header('apns-collapse-id', 'c'.repeat(64)), OK),
  one('collapse id of 65 bytes', header('apns-collapse-id', 'c'.repeat(65)), bad(400, 'BadCollapseId')),
  one(
    'collapse id of 33 characters and 66 bytes',
    header('apns-collapse-id', 'Ã©'.repeat(33)),
    bad(400, 'BadCollapseId'),
  ),
  one('push type foo', header('apns-push-type', 'foo'), bad(400, 'InvalidPushType')),
  one(
    'alert on a VoIP topic',
    { ...header('apns-push-type', 'alert'), topic: `${APP}.voip`, path: '/3/device/{voip}' },
    bad(400, 'InvalidPushType'),
  ),
  one('no topic with a token', { topic: null }, bad(400, 'MissingTopic')),
  one('empty topic', { topic: '' }, bad(400, 'MissingTopic')),
  one('two topics', header('apns-topic', APP), bad(400, 'DuplicateHeaders')),
  one('blank in the topic', { topic: 'com.example app' }, bad(400, 'BadTopic')),
  one('topic of 256 bytes', { topic: 'a'.repeat(256) }, bad(400, 'BadTopic')),
  one('topic in angle brackets', { topic: `<${APP}>` }, bad(400, 'TopicDisallowed')),
  one('topic of another team', { topic: 'com.rival.app' }, bad(400, 'TopicDisallowed')),
  one(
    'topic that the key does not list',
    { auth: jwt({ key: 'topic' }), topic: 'com.example.other', path: '/3/device/{other}' },
    bad(400, 'TopicDisallowed'),
  ),
  one(
    'background with priority 10',
    { headers: [['apns-push-type', 'background']], body: '{"aps":{"content-available":1}}' },
    OK,
  ),
  one(
    'background with priority 10, strict',
    {
      headers: [
        ['apns-push-type', 'background'],
        ['apns-priority', '10'],
      ],
      body: '{"aps":{"content-available":1}}',
    },
    bad(400, 'BadPriority'),
    { profile: { strictBackground: true } },
  ),
  one(
    'background without priority, strict',
    { headers: [['apns-push-type', 'background']], body: '{"aps":{"content-available":1}}' },
    bad(400, 'BadPriority'),
    { profile: { strictBackground: true } },
  ),
];

const voip = (size: number): VectorRequest => ({
  path: '/3/device/{voip}',
  topic: `${APP}.voip`,
  headers: [['apns-push-type', 'voip']],
  body: size,
});

const bodies: readonly Vector[] = [
  one('4096 bytes', { body: 4096 }, OK),
  one('4097 bytes', { body: 4097 }, bad(413, 'PayloadTooLarge')),
  one('VoIP 5120 bytes', voip(5120), OK),
  one('VoIP 5121 bytes', voip(5121), bad(413, 'PayloadTooLarge')),
  one('5120 bytes on a VoIP topic without type', { ...voip(5120), headers: [] }, OK),
  one('no body', { body: null }, bad(400, 'PayloadEmpty')),
  one('body []', { body: '[]' }, bad(400, 'PayloadEmpty')),
  one('body x', { body: 'x' }, bad(400, 'PayloadEmpty')),
  one('body null', { body: 'null' }, bad(400, 'PayloadEmpty')),
  one('body {}', { body: '{}' }, OK),
];

const targets: readonly Vector[] = [
  one('sandbox token at production', { path: '/3/device/{sandbox}' }, bad(400, 'BadDeviceToken'), { host: PRODUCTION }),
  one('production token at the sandbox', {}, bad(400, 'BadDeviceToken'), { host: SANDBOX }),
  one('sandbox token at the old sandbox name', { path: '/3/device/{sandbox}' }, OK, {
    host: 'api.development.push.apple.com',
  }),
  one('sandbox token at a bare address', { path: '/3/device/{sandbox}' }, OK),
  one('token of another app', { path: '/3/device/{other}' }, bad(400, 'DeviceTokenNotForTopic')),
  one('app uninstalled', { path: '/3/device/{gone}' }, bad(410, 'Unregistered')),
  one('token expired', { path: '/3/device/{expired}' }, bad(410, 'ExpiredToken')),
  one('63 digits', { path: `/3/device/${'1'.repeat(63)}` }, bad(400, 'BadDeviceToken')),
  one('a digit g', { path: `/3/device/${'1'.repeat(63)}g` }, bad(400, 'BadDeviceToken')),
  one('unknown token', { path: '/3/device/{zero}' }, bad(400, 'BadDeviceToken')),
  one('token in upper case', { path: `/3/device/${'A1'.repeat(32)}` }, OK),
  one(
    'token of 160 digits',
    { path: '/3/device/{long}', topic: `${APP}.push-type.liveactivity`, headers: [['apns-push-type', 'liveactivity']] },
    OK,
  ),
  one('voip on the plain topic, ordinary token', header('apns-push-type', 'voip'), OK),
  one(
    'voip on the plain topic, VoIP token',
    { ...header('apns-push-type', 'voip'), path: '/3/device/{voip}' },
    bad(400, 'DeviceTokenNotForTopic'),
  ),
];

const noAuth: VectorAuth = { kind: 'none' };

const certificates: readonly Vector[] = [
  one('certificate of one topic, no apns-topic', { auth: noAuth, topic: null }, OK, { certificate }),
  one('certificate of several topics, no apns-topic', { auth: noAuth, topic: null }, bad(400, 'MissingTopic'), {
    certificate: { ...certificate, topics: [APP, `${APP}.voip`] },
  }),
  one('certificate of several topics, one named', { auth: noAuth }, OK, {
    certificate: { ...certificate, topics: [APP, `${APP}.voip`] },
  }),
  one('topic outside the certificate', { auth: noAuth, topic: 'com.example.other' }, bad(400, 'TopicDisallowed'), {
    certificate,
  }),
  one(
    'certificate without the environment',
    { auth: noAuth },
    { goaway: 'BadCertificateEnvironment' },
    {
      host: PRODUCTION,
      certificate: { ...certificate, environments: ['sandbox'] },
    },
  ),
  one('a bad token beside a certificate', { auth: { kind: 'raw', value: 'bearer a.b.c' } }, OK, { certificate }),
  one('empty device token with a certificate', { auth: noAuth, path: '/3/device/' }, bad(400, 'MissingDeviceToken'), {
    certificate,
  }),
];

/** Test vectors for `/3/device`: every row is one connection. */
export const VECTORS: readonly Vector[] = [
  ...methodAndPath,
  ...authentication,
  ...headers,
  ...bodies,
  ...targets,
  ...certificates,
];
