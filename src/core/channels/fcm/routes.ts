import { batch } from './batch.ts';
import type { Handler } from './call.ts';
import { batchImport, batchTopics, info, singleTopic } from './iid.ts';
import { legacySend } from './legacy.ts';
import { token } from './oauth.ts';
import { send } from './send.ts';
import {
  createSubscription,
  deleteSubscription,
  getSubscription,
  listSubscriptions,
  updateSubscription,
} from './subscriptions.ts';

export const FCM_HOST = 'fcm.googleapis.com';
export const OAUTH_HOST = 'oauth2.googleapis.com';
export const IID_HOST = 'iid.googleapis.com';
export const HOSTS = [FCM_HOST, OAUTH_HOST, IID_HOST, 'fcm.mtls.googleapis.com'] as const;

/** Which service a path is of; each has its own way of saying what went wrong. */
export type Family = 'api' | 'oauth' | 'iid' | 'batch' | 'legacy';

interface Route {
  readonly family: Family;
  readonly method: string;
  readonly path: RegExp;
  readonly handle: Handler;
}

const SUBSCRIPTIONS = /^\/v1\/projects\/([^/]+)\/registrations\/([^/]+)\/topicSubscriptions$/;
const SUBSCRIPTION = /^\/v1\/projects\/([^/]+)\/registrations\/([^/]+)\/topicSubscriptions\/([^/]+)$/;
const REL = /^\/iid\/v1\/([^/]+)\/rel\/topics\/([^/]+)$/;

/** Every interface. Colons in paths may come percent-encoded. */
const ROUTES: readonly Route[] = [
  { family: 'api', method: 'POST', path: /^\/v1\/projects\/([^/]+)\/messages(?::|%3[Aa])send$/, handle: send },
  { family: 'oauth', method: 'POST', path: /^\/token$/, handle: token },
  { family: 'iid', method: 'POST', path: /^\/iid\/v1(?::|%3[Aa])batchAdd$/, handle: batchTopics('add') },
  { family: 'iid', method: 'POST', path: /^\/iid\/v1(?::|%3[Aa])batchRemove$/, handle: batchTopics('remove') },
  { family: 'iid', method: 'POST', path: /^\/iid\/v1(?::|%3[Aa])batchImport$/, handle: batchImport },
  { family: 'iid', method: 'POST', path: REL, handle: singleTopic('add') },
  { family: 'iid', method: 'DELETE', path: REL, handle: singleTopic('remove') },
  { family: 'iid', method: 'GET', path: /^\/iid\/info\/([^/]+)$/, handle: info },
  { family: 'api', method: 'POST', path: SUBSCRIPTIONS, handle: createSubscription },
  { family: 'api', method: 'GET', path: SUBSCRIPTIONS, handle: listSubscriptions },
  { family: 'api', method: 'GET', path: SUBSCRIPTION, handle: getSubscription },
  { family: 'api', method: 'DELETE', path: SUBSCRIPTION, handle: deleteSubscription },
  { family: 'api', method: 'PATCH', path: SUBSCRIPTION, handle: updateSubscription },
  { family: 'batch', method: 'POST', path: /^\/batch$/, handle: batch },
  { family: 'legacy', method: 'POST', path: /^\/fcm\/send$/, handle: legacySend },
];

/** Each name serves its own paths only; an address serves all. */
function serves(host: string | null, family: Family): boolean {
  if (host === OAUTH_HOST) return family === 'oauth';
  if (host === IID_HOST) return family === 'iid';
  if (host === FCM_HOST || host === HOSTS[3]) return family !== 'oauth' && family !== 'iid';
  return true;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export interface Found {
  readonly handle: Handler;
  readonly parts: readonly string[];
}

/** The interface for a request; null for a path or verb that nobody serves. */
export function findRoute(host: string | null, method: string, path: string): Found | null {
  for (const route of ROUTES) {
    if (route.method !== method) continue;
    const match = route.path.exec(path);
    if (match !== null && serves(host, route.family))
      return { handle: route.handle, parts: match.slice(1).map(decode) };
  }
  return null;
}

const FAMILIES: readonly (readonly [RegExp, Family])[] = [
  [/^\/token$/, 'oauth'],
  [/^\/iid\//, 'iid'],
  [/^\/batch$/, 'batch'],
  [/^\/fcm\//, 'legacy'],
];

/** The service that a path speaks to, whether or not it serves that path. */
export const familyOf = (path: string): Family => FAMILIES.find(([pattern]) => pattern.test(path))?.[1] ?? 'api';
