/**
 * Requests byte for byte as senders form them. Origin: what vpush-server-sdk 3.3 (Apache HttpClient 4.5, fastjson) was
 * seen to put on the wire, and the sources of push-vivo 0.2 and modood/pushapi. The SDK sorts the keys of a message but
 * not those of the call for a token, leaves nulls out, always adds three empty members, and labels the body with a
 * Content-Encoding that is none. `{regId}`, `{task}`, `{token}`, `{sign}`, `{now}` stand for what changes.
 */
export interface Recorded {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

const AGENT: readonly (readonly [string, string])[] = [
  ['Accept-Encoding', 'gzip,deflate'],
  ['User-Agent', 'Apache-HttpClient/4.5 (Java/17.0.2)'],
];
const JAVA: readonly (readonly [string, string])[] = [
  ['Content-Type', 'application/json;charset=UTF-8'],
  ['Content-Encoding', 'UTF-8'],
  ...AGENT,
];
const WITH_TOKEN = ['authToken', '{token}'] as const;

const EMPTY_TAGS = '"tagExpression":{"orTags":[],"andTags":[],"notTags":[]}';
const MESSAGE_HEAD =
  '{"classification":1,"clientCustomMap":{},"content":"您的包裹已送达","extra":{},"networkType":-1,"notifyType":4,"pushMode":0';
const MESSAGE_TAIL = `"skipType":1,${EMPTY_TAGS},"timeToLive":86400,"title":"包裹"}`;

export const JAVA_SDK = {
  auth: {
    name: 'Java SDK: token',
    method: 'POST',
    path: '/message/auth',
    headers: JAVA,
    body: '{"appId":10004,"appKey":"demo-key","timestamp":{now},"sign":"{sign}"}',
  },
  send: {
    name: 'Java SDK: one user',
    method: 'POST',
    path: '/message/send',
    headers: [WITH_TOKEN, ...JAVA],
    body: `${MESSAGE_HEAD},"regId":"{regId}","requestId":"5f1d6a0e3c524d0b",${MESSAGE_TAIL}`,
  },
  save: {
    name: 'Java SDK: body for a list',
    method: 'POST',
    path: '/message/saveListPayload',
    headers: [WITH_TOKEN, ...JAVA],
    body: `${MESSAGE_HEAD},"requestId":"5f1d6a0e3c524d0c",${MESSAGE_TAIL}`,
  },
  list: {
    name: 'Java SDK: list',
    method: 'POST',
    path: '/message/pushToList',
    headers: [WITH_TOKEN, ...JAVA],
    body: '{"regIds":["{regId}","{regId2}"],"requestId":"5f1d6a0e3c524d0d","taskId":"{task}"}',
  },
  statistics: {
    name: 'Java SDK: statistics',
    method: 'GET',
    path: '/report/getStatistics?taskIds={task}',
    headers: [WITH_TOKEN, ...AGENT],
    body: '',
  },
} as const satisfies Record<string, Recorded>;

/** push-vivo has two slashes in the path for everybody. */
export const NODE_ALL: Recorded = {
  name: 'push-vivo: everybody',
  method: 'POST',
  path: '/message//all',
  headers: [WITH_TOKEN, ['Content-Type', 'application/json']],
  body: '{"notifyType":4,"title":"包裹","content":"您的包裹已送达","skipType":1,"requestId":1700000000001,"classification":1}',
};

/** What axios adds to what push-vivo hands to it. */
const AXIOS = [
  ['accept', 'application/json, text/plain, */*'],
  ['content-type', 'application/json'],
] as const;

/** push-vivo: the call for a token, and one user; the fields of the message stay in the order of its user. */
export const NODE = {
  auth: {
    name: 'push-vivo: token',
    method: 'POST',
    path: '/message/auth',
    headers: AXIOS,
    body: '{"appId":"10004","appKey":"demo-key","sign":"{sign}","timestamp":{now}}',
  },
  send: {
    name: 'push-vivo: one user',
    method: 'POST',
    path: '/message/send',
    headers: [WITH_TOKEN, ...AXIOS],
    body: '{"notifyType":4,"title":"包裹","content":"您的包裹已送达","skipType":1,"classification":1,"regId":"{regId}","requestId":1700000000002}',
  },
} as const satisfies Record<string, Recorded>;

const GO_HEADERS = [
  ['content-type', 'application/json'],
  ['accept-encoding', 'gzip'],
  ['user-agent', 'Go-http-client/1.1'],
] as const;

/** modood/pushapi: the call for a token, with appId as text. */
export const GO_AUTH: Recorded = {
  name: 'modood/pushapi: token',
  method: 'POST',
  path: '/message/auth',
  headers: GO_HEADERS,
  body: '{"appId":"10004","appKey":"demo-key","timestamp":{now},"sign":"{sign}"}',
};

/** modood/pushapi writes both flags in every message, false unless they were set. */
export const GO_SEND: Recorded = {
  name: 'modood/pushapi: one user',
  method: 'POST',
  path: '/message/send',
  headers: [WITH_TOKEN, ...GO_HEADERS],
  body: '{"regId":"{regId}","notifyType":4,"title":"包裹","content":"您的包裹已送达","skipType":1,"classification":1,"requestId":"go-1","sendOnline":false,"foregroundShow":false}',
};
