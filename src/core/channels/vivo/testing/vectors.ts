import type { VendorWorld } from '../../../testing/vendor-world.ts';
import { ALIAS, APP_ID, authBody, message, R1, R2, RU, RX, setVivo } from './world.ts';

export interface VectorRequest {
  readonly method: 'GET' | 'POST';
  /** `{task}` stands for the first taskId of the row, here and in the body. */
  readonly path: string;
  /** Value of `authToken`: `{token}` = the one that the row begins with; null = none. */
  readonly token: string | null;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

export interface VectorAnswer {
  readonly status: number;
  /** `result`; absent for plain text. */
  readonly result?: number;
  readonly desc?: string;
  /** Exact keys in order. */
  readonly keys?: readonly string[];
  /** Members that are exactly so. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** Whole body of a plain-text answer. */
  readonly text?: string;
  /** `taskId` is that of the row's first answer. */
  readonly sameTask?: boolean;
}

export interface VectorExchange {
  readonly request: VectorRequest;
  readonly answer: VectorAnswer;
  /** ms by which the clock moves before. */
  readonly after?: number;
}

export interface VivoVector {
  readonly row: string;
  /** Sets the clock, switches and phones. */
  readonly prepare?: (world: VendorWorld) => void;
  /** Seen from the world after `prepare`. */
  readonly exchanges: (world: VendorWorld) => readonly VectorExchange[];
  /** Notifications on `phone-1` afterwards. */
  readonly shade?: number;
  /** Rules whose notes the last exchange has. */
  readonly notes?: readonly string[];
  /** Rests on a choice of Pushpit's, not on something published or measured. */
  readonly chosen?: true;
}

const JSON_TYPE: readonly (readonly [string, string])[] = [['content-type', 'application/json']];
export const TOKEN = '{token}';

export const call = (path: string, body: unknown, rest: Partial<VectorRequest> = {}): VectorRequest => ({
  method: 'POST',
  path,
  token: TOKEN,
  headers: JSON_TYPE,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...rest,
});

const get = (path: string): VectorRequest => ({ ...call(path, ''), method: 'GET', headers: [] });
const auth = (world: VendorWorld, change: Readonly<Record<string, unknown>> = {}): VectorRequest =>
  call('/message/auth', authBody(world, change), { token: null });

const TASK_KEYS = ['result', 'desc', 'taskId'];
const OK: VectorAnswer = { status: 200, result: 0, desc: '请求成功' };
const SENT: VectorAnswer = { ...OK, keys: TASK_KEYS };
const TOKEN_OK: VectorAnswer = { ...OK, keys: ['result', 'desc', 'authToken'] };
const refused = (result: number, rest: Partial<VectorAnswer> = {}): VectorAnswer => ({
  status: 200,
  result,
  keys: ['result', 'desc'],
  ...rest,
});

type Change = Readonly<Record<string, unknown>>;
const send = (change: Change, answer: VectorAnswer, rest: Partial<VectorRequest> = {}): VectorExchange => ({
  request: call('/message/send', message(change), rest),
  answer,
});

/** Rows of one exchange each, of the plain message with a change. */
const sends = (row: string, ...list: readonly (readonly [Change, VectorAnswer])[]): readonly VivoVector[] =>
  list.map(([change, answer], index) => ({
    row: `${row}${list.length > 1 ? String.fromCharCode(97 + index) : ''}`,
    exchanges: () => [send(change, answer)],
  }));

const wide = (count: number): string => '包'.repeat(count);
const pairs = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']));

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const AUTH_ROWS: readonly VivoVector[] = [
  {
    row: '1',
    prepare: (world) => {
      world.now = 1_700_000_000_000;
    },
    exchanges: () => [
      {
        request: call(
          '/message/auth',
          '{"appId":10004,"appKey":"demo-key","timestamp":1700000000000,"sign":"9c084d3d76492b9ba52e097992bd1198"}',
          { token: null },
        ),
        answer: TOKEN_OK,
      },
    ],
  },
  {
    row: '2',
    exchanges: (world) => [{ request: auth(world, { appId: APP_ID, timestamp: String(world.now) }), answer: TOKEN_OK }],
  },
  {
    row: '3',
    exchanges: (world) => [
      { request: auth(world, { timestamp: world.now - 10 * MINUTE - 1000 }), answer: refused(10207) },
      { request: auth(world, { timestamp: 'abc' }), answer: refused(10207) },
    ],
  },
  {
    row: '4',
    exchanges: (world) => [
      { request: auth(world, { sign: '00000000000000000000000000000000' }), answer: refused(10206) },
      { request: auth(world, { sign: undefined }), answer: refused(10204) },
      { request: auth(world, { appId: 999 }), answer: refused(10205) },
      {
        request: auth(world, {
          appKey: 'wrong',
          sign: world.ports.crypto.md5Hex(`${APP_ID}wrong${world.now}demo-secret`),
        }),
        answer: refused(10202, { desc: 'appKey不合法' }),
      },
      { request: auth(world, { appId: '' }), answer: refused(10200) },
      { request: auth(world, { timestamp: null }), answer: refused(10203) },
    ],
  },
  {
    row: '5',
    exchanges: (world) => [{ request: auth(world, { appKey: '', sign: 'x' }), answer: refused(10201) }],
    chosen: true,
  },
  {
    row: '6',
    exchanges: (world) => [{ request: auth(world), answer: TOKEN_OK }, send({}, SENT)],
    shade: 1,
  },
  {
    row: '6 rate',
    prepare: (world) => setVivo(world, { authPerSecond: 2 }),
    exchanges: (world) => [
      { request: auth(world), answer: TOKEN_OK },
      { request: auth(world), answer: refused(10093) },
      { request: auth(world, { timestamp: world.now + 1000 }), answer: refused(10206), after: 1000 },
    ],
  },
];

const REQUEST_ROWS: readonly VivoVector[] = [
  { row: '7', exchanges: () => [send({}, SENT)], shade: 1, notes: ['vivo-default-class'] },
  {
    row: '8',
    exchanges: () => [
      send({}, SENT, {
        headers: [
          ['Content-Type', 'application/json;charset=UTF-8'],
          ['Content-Encoding', 'UTF-8'],
        ],
      }),
    ],
    shade: 1,
    notes: ['vivo-content-encoding'],
  },
  {
    row: '9',
    exchanges: () => [
      send({}, refused(10000), { token: null }),
      send({}, refused(10000), { token: 'wrong' }),
      { ...send({}, SENT), after: DAY - 1 },
      { ...send({}, refused(10000)), after: 1 },
    ],
    shade: 1,
  },
  { row: '10', exchanges: () => [send({ appId: 999 }, refused(10094)), send({ appId: 10004 }, SENT)], shade: 1 },
  {
    row: '11',
    exchanges: () => [
      {
        request: call('/message/send', 'xyz'),
        answer: { status: 500, text: 'Internet server error!' },
      },
      { request: call('/message/send', '[]'), answer: { status: 500, text: 'Internet server error!' } },
    ],
    shade: 0,
    chosen: true,
  },
  {
    row: '11 path',
    exchanges: () => [
      { request: call('/message/pushToAll', '{}'), answer: { status: 404, text: 'Not Found' } },
      { request: get('/message/send'), answer: { status: 404, text: 'Not Found' } },
      { request: call('/report/getStatistics?taskIds=1', ''), answer: { status: 404, text: 'Not Found' } },
    ],
    chosen: true,
  },
];

const MESSAGE_ROWS: readonly VivoVector[] = [
  ...sends(
    '12',
    [{ requestId: undefined }, refused(10352, { desc: 'requestId 不能为空' })],
    [{ requestId: 'x'.repeat(65) }, refused(10353)],
    [{ requestId: 1_234_567 }, SENT],
  ),
  {
    row: '13',
    exchanges: () => {
      const first = send({ requestId: 'same' }, SENT);
      return [first, { ...first, answer: { ...SENT, sameTask: true } }];
    },
    shade: 1,
    notes: ['vivo-duplicate-request'],
    chosen: true,
  },
  {
    row: '13 send',
    prepare: (world) => setVivo(world, { repeatedRequest: 'send' }),
    exchanges: () => [
      send({ requestId: 'same', classification: 1 }, SENT),
      send({ requestId: 'same', classification: 1 }, SENT),
    ],
    shade: 2,
  },
  ...sends(
    '14',
    [{ title: undefined }, refused(10055, { desc: 'title 不能为空' })],
    [{ title: wide(40) }, SENT],
    [{ title: wide(41) }, refused(10056)],
  ),
  ...sends('15', [{ content: undefined }, refused(10057)], [{ content: 'x'.repeat(101) }, refused(10058)]),
  { row: '16', exchanges: () => [send({ title: undefined, requestId: undefined }, refused(10352))], chosen: true },
  ...sends('17', [{ notifyType: 5 }, refused(10054)], [{ notifyType: '4' }, SENT]),
  ...sends(
    '18',
    [{ skipType: 2 }, refused(10061)],
    [{ skipType: 4 }, refused(10068)],
    [{ skipType: 5 }, refused(10060)],
    [{ skipType: 3 }, refused(10063)],
    [{ skipType: 2, skipContent: `http://${'x'.repeat(2042)}` }, refused(10062)],
    [{ skipType: 3, skipContent: 'x'.repeat(2049) }, refused(10064)],
    [{ skipType: 4, skipContent: 'x'.repeat(2049) }, refused(10069)],
  ),
  ...sends('19', [{ networkType: '1' }, SENT], [{ networkType: 2 }, refused(10065)]),
  ...sends(
    '20',
    [{ clientCustomMap: pairs(11) }, refused(10066)],
    [{ clientCustomMap: { k: 'v'.repeat(1024) } }, refused(10067)],
    [{ clientCustomMap: { k: 'v'.repeat(1023) } }, SENT],
    [{ clientCustomMap: 'text' }, refused(10067)],
  ),
  ...sends('21', [{ timeToLive: 59 }, refused(10059)], [{ timeToLive: 60 }, SENT], [{}, SENT]),
  ...sends('22', [{ regId: undefined }, refused(10050)], [{ regId: undefined, alias: 'a'.repeat(71) }, refused(10301)]),
  ...sends(
    '27',
    [{ extra: { foo: '1' } }, refused(10304)],
    [{ extra: { callback: `http://a/${'x'.repeat(120)}` } }, refused(10305)],
    [{ extra: { 'callback.param': 'x'.repeat(193) } }, refused(10306)],
  ),
  ...sends(
    '28',
    [{ category: 'IM', classification: 0 }, refused(10097)],
    [{ category: 'XX' }, refused(10096)],
    [{ classification: 2 }, refused(11000)],
    [{ notifyId: 0 }, refused(10095)],
  ),
];

const invalidUser = (status: number, userid: string): Partial<VectorAnswer> => ({
  keys: ['result', 'desc', 'invalidUser'],
  desc: 'regId 不合法',
  more: { invalidUser: { status, userid } },
});

const TARGET_ROWS: readonly VivoVector[] = [
  ...sends('23', [{ regId: RX }, refused(10302, invalidUser(1, RX))]),
  ...sends('24', [{ regId: RU }, refused(10302, invalidUser(2, RU))]),
  {
    row: '24 alias',
    exchanges: () => [
      send({ regId: undefined, alias: ALIAS }, SENT),
      send({ regId: undefined, alias: 'nobody' }, refused(10303)),
    ],
    shade: 1,
    chosen: true,
  },
  {
    row: '24 off',
    prepare: (world) => {
      world.change({ permission: 'denied' });
      setVivo(world, { unreachable: 'refuse' });
    },
    exchanges: () => [send({}, refused(10311))],
    chosen: true,
  },
  ...sends('25', [{ pushMode: 1 }, refused(10302, invalidUser(4, R1))]),
  {
    row: '26',
    prepare: (world) => setVivo(world, { appState: 'review' }),
    exchanges: () => [
      send({}, refused(10045, { desc: '应用审核中不可发送正式消息' })),
      send({ pushMode: 1 }, refused(10302, invalidUser(4, R1))),
    ],
  },
  {
    row: '26 closed',
    prepare: (world) => setVivo(world, { appState: 'closed' }),
    exchanges: () => [send({}, refused(10043))],
  },
  {
    row: '26 system',
    prepare: (world) => setVivo(world, { systemMessages: false }),
    exchanges: () => [send({ classification: 1 }, refused(10082)), send({ classification: 0 }, SENT)],
    shade: 1,
  },
];

const body = (rest: Change = {}): Record<string, unknown> => message({ regId: undefined, ...rest });
const LIST_OK: VectorAnswer = { ...OK, keys: ['result', 'desc', 'requestId', 'invalidUsers'] };
const list = (rest: Change, answer: VectorAnswer): VectorExchange => ({
  request: call('/message/pushToList', { regIds: [R1, R2], requestId: 'list', taskId: '{task}', ...rest }),
  answer,
});
const save = (rest: Change = {}, answer: VectorAnswer = SENT): VectorExchange => ({
  request: call('/message/saveListPayload', body(rest)),
  answer,
});

const MANY_ROWS: readonly VivoVector[] = [
  {
    row: '29',
    exchanges: () => [
      save(),
      list(
        { regIds: [R1, R2, RX] },
        { ...LIST_OK, more: { requestId: 'list', invalidUsers: [{ status: 1, userid: RX }] } },
      ),
    ],
    shade: 1,
    notes: ['vivo-bad-targets', 'vivo-regid-form'],
  },
  {
    row: '30',
    exchanges: () => [save(), list({}, { ...LIST_OK, more: { invalidUsers: [] } })],
    shade: 1,
  },
  {
    row: '31',
    exchanges: () => [
      list({ regIds: [R1] }, refused(10153)),
      list({ taskId: '1' }, refused(10155)),
      list({ regIds: undefined, aliases: ['al1'] }, refused(10154)),
      list({ regIds: undefined }, refused(10150)),
      list({ taskId: undefined }, refused(10151)),
      list({ taskId: 'x' }, refused(10152)),
      list({ requestId: undefined }, refused(10352)),
    ],
    shade: 0,
    chosen: true,
  },
  {
    row: '32',
    prepare: (world) => setVivo(world, { messageClasses: true }),
    exchanges: () => [
      { request: call('/message//all', body()), answer: SENT },
      { request: call('/message//all', body()), answer: refused(10254) },
      { request: call('/message//all', body()), answer: refused(10000), after: DAY },
    ],
    shade: 1,
    notes: ['vivo-path-tidied'],
  },
  {
    row: '32 totals',
    prepare: (world) =>
      setVivo(world, { messageClasses: true, operationalPerDay: 1, systemPerDay: 1, bodiesPerDay: 1 }),
    exchanges: () => [
      send({ classification: 1 }, SENT),
      send({ classification: 1, title: 'other' }, refused(10073)),
      send({}, SENT),
      send({ title: 'other' }, refused(10070)),
      save(),
      save({}, refused(10252)),
    ],
    shade: 2,
  },
  {
    row: '32 night',
    prepare: (world) => {
      world.now += 14 * 60 * MINUTE;
      setVivo(world, { messageClasses: true, nightSends: 'refused' });
    },
    exchanges: () => [send({}, refused(10071)), send({ classification: 1 }, SENT)],
    shade: 1,
  },
  {
    row: '32 rate',
    prepare: (world) => setVivo(world, { requestsPerSecond: 1 }),
    exchanges: () => [send({}, SENT), send({}, refused(10072)), { ...send({ title: 'later' }, SENT), after: 1000 }],
    shade: 2,
  },
  {
    row: '33',
    exchanges: () => [
      send({}, SENT),
      {
        request: get('/report/getStatistics%20?taskIds={task},1'),
        answer: {
          ...OK,
          keys: ['result', 'desc', 'statistics'],
        },
      },
      { request: get('/report/getStatistics'), answer: refused(10473) },
      {
        request: get(`/report/getStatistics?taskIds=${Array.from({ length: 101 }, (_, index) => index + 1)}`),
        answer: refused(10471),
      },
    ],
    shade: 1,
  },
  {
    row: '33 ids',
    exchanges: () => [
      {
        request: call('/invalidUser/check', { userType: 1, userIds: [R1, RX, RU] }),
        answer: {
          ...OK,
          keys: ['result', 'desc', 'data'],
          more: {
            data: [
              { status: 1, userid: RX },
              { status: 2, userid: RU },
            ],
          },
        },
      },
      { request: call('/invalidUser/check', { userType: 3, userIds: [R1] }), answer: refused(10616) },
      { request: call('/invalidUser/check', { userType: 1 }), answer: refused(10609) },
    ],
    chosen: true,
  },
  {
    row: '33 tags',
    exchanges: () => [
      { request: call('/tag/add', { name: 'news' }), answer: { ...OK, desc: '成功', keys: ['result', 'desc'] } },
      { request: call('/tag/add', {}), answer: refused(10601) },
      {
        request: call('/tag/addMembers', { name: 'news', type: 1, ids: [R1, RX] }),
        answer: { ...OK, desc: '成功', more: { invalidUsers: [{ status: 1, userid: RX }] } },
      },
      {
        request: call('/tag/addMembers', {
          name: 'news',
          type: 1,
          ids: Array.from({ length: 1001 }, (_, index) => `r${index}`),
        }),
        answer: refused(10614),
      },
      {
        request: call('/message/tagPush', body({ tagExpression: { orTags: ['news'], andTags: [], notTags: [] } })),
        answer: SENT,
      },
      { request: call('/message/tagPush', body()), answer: refused(10050) },
    ],
    shade: 1,
  },
];

const TEXT_ROWS: readonly VivoVector[] = [
  { row: '34', exchanges: () => [send({ title: 'test' }, SENT)], notes: ['vivo-test-text'], shade: 1, chosen: true },
  {
    row: '34 strict',
    prepare: (world) => setVivo(world, { strictContent: true }),
    exchanges: () => [
      send({ title: 'test' }, refused(10104)),
      send({ title: 'Parcel 7', content: 'Your parcel has arrived' }, SENT),
    ],
    shade: 1,
  },
  {
    row: '35',
    prepare: (world) => world.process('foreground'),
    exchanges: () => [send({ foregroundShow: false }, SENT)],
    notes: ['vivo-foreground-hidden'],
    shade: 0,
  },
  { row: '35 killed', exchanges: () => [send({ foregroundShow: false }, SENT)], shade: 1 },
  {
    row: '36',
    // That it never appears needs a phone that comes back: the tests over sockets see to that.
    prepare: (world) => world.change({ online: false }),
    exchanges: () => [send({ sendOnline: true }, SENT)],
    notes: ['vivo-send-online'],
  },
];

/** The rows of the reference's table that concern the server, and more rows under the same numbers. */
export const VECTORS: readonly VivoVector[] = [
  ...AUTH_ROWS,
  ...REQUEST_ROWS,
  ...MESSAGE_ROWS,
  ...TARGET_ROWS,
  ...MANY_ROWS,
  ...TEXT_ROWS,
];
