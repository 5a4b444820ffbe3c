import { FCM_KEY_ID, testCredentials, testKeys } from '../../../testing/credentials.ts';
import { rsaPair, signWith } from '../../../testing/crypto.ts';
import { type RequestParts, VendorWorld, WORLD_TIME } from '../../../testing/vendor-world.ts';
import type { FcmServiceAccount } from '../../credentials.ts';
import { encodeBase64Url, encodeUtf8 } from '../../kit/bytes.ts';
import { issueAccessToken } from '../access-token.ts';
import { createFcm } from '../channel.ts';

export const PROJECT = 'push-sim-1234';
export const PROJECT_NUMBER = '123456789012';
export const SERVER_KEY = 'AAAAtest:APA91b-server-key';
/** The registration of the phone, its installation id, one that is dead, one of another project, one never issued. */
export const T = 'cR3x0Zq8TkWm1yVb4nPaQe:APA91bE-demo-registration-token';
export const FID = 'cR3x0Zq8TkWm1yVb4nPaQe';
export const D = 'dEaD0Zq8TkWm1yVb4nPaQe:APA91bE-dead-registration-token';
export const F = 'oThEr0Zq8TkWm1yVb4nPaQ:APA91bE-other-project-registration';
export const U = 'nEvEr0Zq8TkWm1yVb4nPaQ:APA91bE-never-issued-registration';

export const ACCOUNT = 'push-sim@push-sim-1234.iam.gserviceaccount.com';
export const SEND = `/v1/projects/${PROJECT}/messages:send`;

/** A Pixel with the app (`phone-1`), one whose registration died, one with somebody else's app. */
export function fcmWorld(): VendorWorld {
  const world = new VendorWorld(createFcm(), [T]);
  const dead = world.add('phone-dead', D);
  world.change({ targets: dead.targets.map((target) => ({ ...target, state: 'unregistered' })) }, 'phone-dead');
  world.add('phone-other', F, 'com.other');
  return world;
}

function account(): FcmServiceAccount {
  const [first] = testCredentials.fcm.serviceAccounts;
  if (first === undefined) throw new Error('the test credentials have no service account');
  return first;
}

const { ports } = new VendorWorld(createFcm(), []);

/** An access token as the token endpoint would issue it at `at`. */
export const accessToken = (at = WORLD_TIME, maySend = true): string =>
  issueAccessToken(account(), maySend, at, ports, testCredentials.fcm);

export const bearer = (token = accessToken()): readonly [string, string] => ['authorization', `Bearer ${token}`];
export const JSON_TYPE: readonly [string, string] = ['content-type', 'application/json; charset=UTF-8'];

/** A send call with a good token; `body` is the text, or the message. */
export function sendParts(
  body: string | Readonly<Record<string, unknown>>,
  rest: Partial<RequestParts> = {},
): RequestParts {
  const text = typeof body === 'string' ? body : JSON.stringify({ message: body });
  return { path: SEND, headers: [bearer(), JSON_TYPE], body: text, ...rest };
}

const part = (value: unknown): string => encodeBase64Url(encodeUtf8(JSON.stringify(value)));
const NOW = Math.floor(WORLD_TIME / 1000);

/** Claims as google-auth-library for Node writes them. */
export const CLAIMS = {
  iss: ACCOUNT,
  scope: 'https://www.googleapis.com/auth/cloud-platform https://www.googleapis.com/auth/firebase.messaging',
  aud: 'https://oauth2.googleapis.com/token',
  exp: NOW + 3600,
  iat: NOW,
};

const stranger = rsaPair();

/** A signed assertion; `foreign`: with somebody else's key. */
export function assertionOf(claims: object = CLAIMS, header: object = { alg: 'RS256' }, foreign = false): string {
  const data = `${part(header)}.${part(claims)}`;
  const own = testKeys[FCM_KEY_ID]?.();
  if (own === undefined) throw new Error('the test keys have none for FCM');
  return `${data}.${encodeBase64Url(signWith('RS256', foreign ? stranger : own, data))}`;
}

export const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** A call of the token endpoint. */
export function tokenParts(fields: Readonly<Record<string, string>>, host = 'oauth2.googleapis.com'): RequestParts {
  const body = new URLSearchParams(fields).toString();
  return { host, path: '/token', headers: [['content-type', 'application/x-www-form-urlencoded']], body };
}

/** A call of the Instance ID service with a good token. */
export function iidParts(path: string, body?: unknown, rest: Partial<RequestParts> = {}): RequestParts {
  return {
    host: 'iid.googleapis.com',
    path,
    headers: [bearer(), ['access_token_auth', 'true'], JSON_TYPE],
    ...(body === undefined ? { method: 'GET' } : { body: JSON.stringify(body) }),
    ...rest,
  };
}

/** A call of the legacy interface with the server key. */
export const legacyParts = (body: unknown, rest: Partial<RequestParts> = {}): RequestParts => ({
  path: '/fcm/send',
  headers: [
    ['authorization', `key=${SERVER_KEY}`],
    ['content-type', 'application/json'],
  ],
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...rest,
});
