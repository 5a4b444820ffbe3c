import type { Reason } from '../refusal.ts';
import type { VectorAuth, VectorCertificate, VectorRequest } from './vectors.ts';

/** A call about broadcast channels. `{channel}` in a header stands for the channel that the connection made last. */
export interface BroadcastRequest extends Omit<VectorRequest, 'topic'> {
  /** `:authority` of this call; default an address that names no environment. */
  readonly host?: string;
}

export type BroadcastAnswer =
  /** `body`: the JSON that comes back; absent = none. `{channel}` in it as above. */
  | { readonly status: 200 | 201 | 204; readonly body?: string }
  | { readonly status: number; readonly reason: Reason }
  | { readonly goaway: Reason };

/** Calls one after another and what each must get; the same rows run against the function and over sockets. */
export interface BroadcastVector {
  readonly name: string;
  readonly certificate?: VectorCertificate;
  readonly profile?: { readonly broadcast?: boolean };
  readonly steps: readonly (readonly [BroadcastRequest, BroadcastAnswer])[];
}

const APP = 'com.example.app';
const UUID = '7f3c1e2a-90b4-6d11-a2c3-5e0f9b8d7c61';
const MANAGE = 'api-manage-broadcast.push.apple.com';
const MANAGE_SANDBOX = 'api-manage-broadcast.sandbox.push.apple.com';
const SEND = 'api.push.apple.com';
const SEND_SANDBOX = 'api.sandbox.push.apple.com';
const CHANNELS = `/1/apps/${APP}/channels`;
const ALL = `/1/apps/${APP}/all-channels`;
const BROADCAST = `/4/broadcasts/apps/${APP}`;
/** Well formed, but nobody's. */
const NO_CHANNEL = 'AAAAAAAAAAAAAAAAAAAAAA==';
const LATER = '4102444800';

const none: VectorAuth = { kind: 'none' };
const bad = (status: number, reason: Reason): BroadcastAnswer => ({ status, reason });

const config = (policy: unknown, type: unknown = 'LiveActivity'): string =>
  JSON.stringify({ 'message-storage-policy': policy, 'push-type': type });
const create = (body: VectorRequest['body'] = config(1), more: Partial<BroadcastRequest> = {}): BroadcastRequest => ({
  method: 'POST',
  path: CHANNELS,
  body,
  ...more,
});
const named = (channel: string): readonly [string, string] => ['apns-channel-id', channel];
const read = (channel: string | null = '{channel}', more: Partial<BroadcastRequest> = {}): BroadcastRequest => ({
  method: 'GET',
  path: CHANNELS,
  body: null,
  headers: channel === null ? [] : [named(channel)],
  ...more,
});
const list = (more: Partial<BroadcastRequest> = {}): BroadcastRequest => ({
  method: 'GET',
  path: ALL,
  body: null,
  ...more,
});
const remove = (channel = '{channel}'): BroadcastRequest => ({ ...read(channel), method: 'DELETE' });

const SENT = { channel: '{channel}', type: 'liveactivity', expiration: LATER, priority: '10' } as const;

/** A good broadcast, changed by `with`: null leaves the header out. */
function send(
  change: Partial<Record<keyof typeof SENT, string | null>> = {},
  more: Partial<BroadcastRequest> = {},
): BroadcastRequest {
  const { channel, type, expiration, priority } = { ...SENT, ...change };
  const headers = [
    ['apns-channel-id', channel],
    ['apns-push-type', type],
    ['apns-expiration', expiration],
    ['apns-priority', priority],
  ] as const;
  return {
    method: 'POST',
    path: BROADCAST,
    body: '{"aps":{"timestamp":1764000000,"event":"update","content-state":{"score":3}}}',
    headers: headers.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
    ...more,
  };
}

const CREATED: BroadcastAnswer = { status: 201 };
const OK: BroadcastAnswer = { status: 200 };
const one = (
  name: string,
  request: BroadcastRequest,
  answer: BroadcastAnswer,
  more: Partial<BroadcastVector> = {},
): BroadcastVector => ({ name, ...more, steps: [[request, answer]] });
/** The request on a channel that was just made with policy 1, or 0. */
const after = (
  name: string,
  request: BroadcastRequest,
  answer: BroadcastAnswer,
  policy: 0 | 1 = 1,
): BroadcastVector => ({
  name,
  steps: [
    [create(config(policy)), CREATED],
    [request, answer],
  ],
});

const methodAndPath: readonly BroadcastVector[] = [
  one(
    'GET on the send path without credentials',
    { ...send(), method: 'GET', auth: none },
    bad(405, 'MethodNotAllowed'),
  ),
  one('PUT on channels', { ...create(), method: 'PUT' }, bad(405, 'MethodNotAllowed')),
  one('POST on all-channels', { ...list(), method: 'POST' }, bad(405, 'MethodNotAllowed')),
  one('another word behind the app', list({ path: `/1/apps/${APP}/channel` }), bad(404, 'BadPath')),
  one('no app', list({ path: '/1/apps//channels' }), bad(404, 'BadPath')),
  one('a query', list({ path: `${ALL}?a=1` }), bad(404, 'BadPath')),
  one('a trailing slash', send({}, { path: `${BROADCAST}/` }), bad(404, 'BadPath')),
  one('a bad path without credentials', list({ path: '/1/apps', auth: none }), bad(404, 'BadPath')),
  one('management at the host of pushes', list({ host: SEND }), bad(404, 'BadPath')),
  one('a broadcast at the host of management', send({}, { host: MANAGE }), bad(404, 'BadPath')),
  one('management at its host', list({ host: MANAGE }), { status: 200, body: '{"channels":[]}' }),
];

const credentials: readonly BroadcastVector[] = [
  one('management without credentials', list({ auth: none }), bad(403, 'MissingProviderToken')),
  one('an unknown key', list({ auth: { kind: 'jwt', key: 'unknown' } }), bad(403, 'InvalidProviderToken')),
  one('an old token', list({ auth: { kind: 'jwt', iat: -3661 } }), bad(403, 'ExpiredProviderToken')),
  one(
    'a key of the other environment',
    list({ auth: { kind: 'jwt', key: 'sandbox' }, host: MANAGE }),
    bad(403, 'BadEnvironmentKeyInToken'),
  ),
  one('an app of another team', list({ path: '/1/apps/com.rival.app/all-channels' }), bad(400, 'TopicDisallowed')),
  one('a suffix', list({ path: `/1/apps/${APP}.push-type.liveactivity/all-channels` }), bad(400, 'TopicDisallowed')),
  one(
    'an app that the key does not list',
    list({ auth: { kind: 'jwt', key: 'otherTopic' } }),
    bad(400, 'TopicDisallowed'),
  ),
  one('the app that the key lists', list({ auth: { kind: 'jwt', key: 'topic' } }), {
    status: 200,
    body: '{"channels":[]}',
  }),
  one(
    'a certificate of the app',
    list(),
    { status: 200, body: '{"channels":[]}' },
    {
      certificate: { uid: APP, environments: ['production', 'sandbox'] },
    },
  ),
  one('a certificate of another app', list(), bad(403, 'TopicMismatch'), {
    certificate: { uid: 'com.example.other', environments: ['production', 'sandbox'] },
  }),
  one(
    'a certificate of the other environment',
    list({ host: MANAGE }),
    { goaway: 'BadCertificateEnvironment' },
    {
      certificate: { uid: APP, environments: ['sandbox'] },
    },
  ),
  one('broadcasting is off', list(), bad(400, 'FeatureNotEnabled'), { profile: { broadcast: false } }),
  one('an id that is no UUID', list({ headers: [['apns-request-id', 'nope']] }), bad(400, 'BadMessageId')),
  one(
    'an id that is no UUID, of another team',
    list({ path: '/1/apps/com.rival.app/all-channels', headers: [['apns-request-id', 'nope']] }),
    bad(400, 'BadMessageId'),
  ),
];

const creation: readonly BroadcastVector[] = [
  one('create without body', create(null), bad(400, 'PayloadEmpty')),
  one('create with text', create('x'), bad(400, 'BadRequestPayload')),
  one('create with a list', create('[]'), bad(400, 'BadRequestPayload')),
  one('create with another attribute', create('{"message-storage-policy":7,"name":"x"}'), bad(400, 'BadRequestParams')),
  one('create without push type', create('{"message-storage-policy":1}'), bad(400, 'MissingPushType')),
  one('create with another push type', create(config(7, 'Alert')), bad(400, 'InvalidPushType')),
  one('create with a number as push type', create(config(1, 1)), bad(400, 'InvalidPushType')),
  one('create without policy', create('{"push-type":"LiveActivity"}'), bad(400, 'MissingChannelQueueSize')),
  one('create with policy 2', create(config(2)), bad(400, 'MissingChannelQueueSize')),
  one('create with policy "1"', create(config('1')), bad(400, 'MissingChannelQueueSize')),
  one('create, with an id of its own', create(config(0), { headers: [['apns-request-id', UUID]] }), CREATED),
];

const management: readonly BroadcastVector[] = [
  {
    name: 'a channel from making to deleting',
    steps: [
      [list(), { status: 200, body: '{"channels":[]}' }],
      [create(config(0)), CREATED],
      [read(), { status: 200, body: config(0) }],
      [list(), { status: 200, body: '{"channels":["{channel}"]}' }],
      [remove(), { status: 204 }],
      [read(), bad(400, 'ChannelNotRegistered')],
      [remove(), bad(400, 'ChannelNotRegistered')],
      [list(), { status: 200, body: '{"channels":[]}' }],
    ],
  },
  {
    name: 'each environment has its own channels',
    steps: [
      [create(config(1), { host: MANAGE_SANDBOX }), CREATED],
      [read('{channel}', { host: MANAGE }), bad(400, 'ChannelNotRegistered')],
      [list({ host: MANAGE }), { status: 200, body: '{"channels":[]}' }],
      [read('{channel}', { host: MANAGE_SANDBOX }), { status: 200, body: config(1) }],
      [send({}, { host: SEND }), bad(400, 'ChannelNotRegistered')],
      [send({}, { host: SEND_SANDBOX }), OK],
      [read(), { status: 200, body: config(1) }],
    ],
  },
  {
    name: 'each app has its own channels',
    steps: [
      [create(), CREATED],
      [read('{channel}', { path: '/1/apps/com.example.other/channels' }), bad(400, 'ChannelNotRegistered')],
    ],
  },
  one('read without channel', read(null), bad(400, 'MissingChannelId')),
  one('read with an empty channel', read(''), bad(400, 'MissingChannelId')),
  one('read with something else than Base64', read('no base64!'), bad(400, 'BadChannelId')),
  one('read with Base64 cut short', read(NO_CHANNEL.slice(0, -1)), bad(400, 'BadChannelId')),
  one('read an unknown channel', read(NO_CHANNEL), bad(400, 'ChannelNotRegistered')),
];

const sending: readonly BroadcastVector[] = [
  after('a broadcast', send(), OK),
  after(
    'a broadcast with an id of its own',
    send({}, { headers: [...(send().headers ?? []), ['apns-request-id', UUID]] }),
    OK,
  ),
  after('without priority', send({ priority: null }), OK),
  after('once, on a channel that keeps nothing', send({ expiration: '0' }), OK, 0),
  after('once, on a channel that keeps one', send({ expiration: '0' }), OK),
  after('to be kept, on a channel that keeps nothing', send(), bad(400, 'BadExpirationDate'), 0),
  after('without channel', send({ channel: null, type: null }), bad(400, 'MissingChannelId')),
  after('to a bad channel', send({ channel: '???' }), bad(400, 'BadChannelId')),
  after('to an unknown channel', send({ channel: NO_CHANNEL, type: null }), bad(400, 'ChannelNotRegistered')),
  after('without push type', send({ type: null, expiration: null }), bad(400, 'MissingPushType')),
  after('with the push type alert', send({ type: 'alert', expiration: null }), bad(400, 'InvalidPushType')),
  after('with the spelling of the management', send({ type: 'LiveActivity' }), bad(400, 'InvalidPushType')),
  after('without expiration', send({ expiration: null, priority: '7' }), bad(400, 'BadExpirationDate')),
  after('with the expiration soon', send({ expiration: 'soon' }), bad(400, 'BadExpirationDate')),
  after('with priority 7', send({ priority: '7' }, { body: null }), bad(400, 'BadPriority')),
  after('without body', send({}, { body: null }), bad(400, 'PayloadEmpty')),
  after('with text as body', send({}, { body: 'x' }), bad(400, 'PayloadEmpty')),
  after('with 5120 bytes', send({}, { body: 5120 }), OK),
  after('with 5121 bytes', send({}, { body: 5121 }), bad(413, 'PayloadTooLarge')),
];

/** Test vectors of broadcast channels; each starts with an empty endpoint. */
export const BROADCAST_VECTORS: readonly BroadcastVector[] = [
  ...methodAndPath,
  ...credentials,
  ...creation,
  ...management,
  ...sending,
];

/** Puts the channel that was made last into a request's headers. */
export const withChannel = (request: BroadcastRequest, channel: string): VectorRequest => ({
  ...request,
  topic: null,
  headers: (request.headers ?? []).map(([name, value]) => [name, value.replace('{channel}', channel)] as const),
});
