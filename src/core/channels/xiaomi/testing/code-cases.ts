import type { CodeCase } from '../../../testing/code-cases.ts';
import { stopOf } from '../../../testing/vendor-world.ts';
import type { VendorRequest } from '../../types.ts';
import { emptyState } from '../state.ts';
import { form, makeRequest, parseAnswer, SEND, testApp, World } from './world.ts';

interface Way {
  readonly name: string;
  readonly code: number;
  readonly request: VendorRequest;
  /** Requests before it, whose answers do not matter. */
  readonly before?: readonly VendorRequest[];
  readonly profile?: Partial<World['profile']['xiaomi']>;
  readonly prepare?: (world: World) => void;
}

const post = (body: string, path = SEND): VendorRequest => makeRequest('POST', path, { body });
const send = (fields: Parameters<typeof form>[0] = {}, path = SEND): VendorRequest => post(form(fields), path);
const get = (path: string): VendorRequest => makeRequest('GET', path);

const blacklist = (world: World): void => {
  world.apps = [{ ...testApp, blacklisted: true }];
};
const noQuota = (world: World): void => {
  world.state = { ...emptyState(), quota: { [`20261101/${testApp.appId}/default`]: 10_000 } };
};
const tenExtras = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`extra.k${index}`, 'v']));

/** A way to every code that a rule gives. */
const WAYS: readonly Way[] = [
  { name: 'a good send', code: 0, request: send() },
  { name: 'counters without days', code: 10016, request: get('/v1/stats/message/counters') },
  {
    name: 'counters of a month that does not exist',
    code: 10017,
    request: get('/v1/stats/message/counters?start_date=20261301&end_date=20261302'),
  },
  { name: 'a body over 1 MiB', code: 10018, request: { ...send(), bodyTooLarge: true } },
  { name: 'an unknown path', code: 10020, request: post(form(), '/v2/message/nobody') },
  { name: 'DELETE', code: 10021, request: makeRequest('DELETE', SEND) },
  { name: 'an app on the blacklist', code: 10031, request: send(), prepare: blacklist },
  { name: 'no invalid alias waiting', code: 10035, request: get('/v1/feedback/fetch_invalid_aliases') },
  { name: 'a geo-fence', code: 10036, request: send({}, '/v2/message/geo') },
  { name: 'a title of 50 characters', code: 10041, request: send({ title: 'x'.repeat(50) }) },
  { name: 'subscribing nobody', code: 20215, request: post('registration_id=RX&topic=a', '/v2/topic/subscribe') },
  { name: 'unsubscribing nobody', code: 20216, request: post('registration_id=RX&topic=a', '/v2/topic/unsubscribe') },
  { name: 'an unknown regid', code: 20301, request: send({ registration_id: 'RX' }) },
  { name: 'an unknown secret', code: 21301, request: makeRequest('POST', SEND, { key: 'key=x', body: form() }) },
  {
    name: "another app's package, with the code switched",
    code: 22022,
    request: send({ restricted_package_name: 'com.other' }),
    profile: { wrongPackageCode: 22022 },
  },
  { name: 'an unknown channel', code: 27001, request: send({ 'extra.channel_id': '9999' }) },
  { name: 'a payload of 4097 bytes', code: 65009, request: send({ payload: 'x'.repeat(4097) }) },
  { name: 'no title', code: 65011, request: send({ title: '' }) },
  { name: 'no alias', code: 65012, request: send({ registration_id: undefined }, '/v3/message/alias') },
  { name: 'no topic', code: 65013, request: send({ registration_id: undefined }, '/v3/message/topic') },
  { name: 'eleven extras', code: 65014, request: send(tenExtras) },
  { name: 'extras of 1025 characters', code: 65015, request: send({ 'extra.k': 'v'.repeat(1024) }) },
  { name: 'no account', code: 65016, request: send({ registration_id: undefined }, '/v2/message/user_account') },
  { name: 'an unknown message', code: 65028, request: post('id=x', '/v2/message/delete') },
  {
    name: 'six topics',
    code: 65035,
    request: send({ registration_id: undefined, topics: 'a;$;b;$;c;$;d;$;e;$;f' }, '/v3/message/multi_topic'),
  },
  {
    name: 'a receipt parameter of 66 bytes',
    code: 65036,
    request: send({ 'extra.callback.param': 'é'.repeat(33) }),
  },
  {
    name: 'a receipt address of more than 1024 characters',
    code: 65037,
    request: send({ 'extra.callback': `http://x/${'a'.repeat(1024)}` }),
  },
  { name: 'a receipt address by FTP', code: 65038, request: send({ 'extra.callback': 'ftp://x' }) },
  {
    name: 'the quota of the day',
    code: 200001,
    request: send(),
    profile: { messageClasses: true },
    prepare: noQuota,
  },
  {
    name: 'two requests in a second of one',
    code: 200002,
    before: [send()],
    request: send(),
    profile: { requestsPerSecond: 1 },
  },
];

/** Ways to every code that the endpoints give. */
export const CODE_CASES: readonly CodeCase[] = WAYS.map(({ name, code, request, before = [], profile, prepare }) => ({
  name,
  code: String(code),
  run: () => {
    const world = new World();
    world.profile = { ...world.profile, xiaomi: { ...world.profile.xiaomi, ...profile } };
    prepare?.(world);
    for (const one of before) world.receive(one);
    const result = world.receive(request);
    const { status, body } = parseAnswer(result);
    return { code: String(body.code), status, rule: stopOf(result) };
  },
}));
