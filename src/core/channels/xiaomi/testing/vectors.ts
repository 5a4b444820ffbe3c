import { androidId } from '../identity.ts';

/** Names of the world the rows run in: an app with one package, `r1` bound to alias and topic, `r2` plain. */
export interface VectorFacts {
  readonly secret: string;
  readonly packageName: string;
  readonly r1: string;
  readonly r2: string;
  /** Bound to `r1` only. */
  readonly alias: string;
  /** Subscribed by `r1` only. */
  readonly topic: string;
  /** A channel of the app. */
  readonly channelId: string;
  /** Simulated now, ms. */
  readonly now: number;
}

export interface VectorRequest {
  readonly method: string;
  readonly path: string;
  /** Whole value of the header; null = not sent. */
  readonly authorization: string | null;
  /** Form text; `{id}` stands for `data.id` of the row's first answer. */
  readonly body: string;
}

export interface VectorAnswer {
  readonly status: number;
  readonly code: number;
  readonly description?: string;
  readonly reason?: string;
  readonly info?: string;
  /** First letter of `data.id`. */
  readonly idLetter?: string;
  /** `data.bad_regids`; null = the key is absent. */
  readonly badRegids?: string | null;
  /** Exact keys of the answer in order. */
  readonly keys?: readonly string[];
}

/** What stands in the shade of `r1`'s phone after the row, when the shade was empty before. */
export interface VectorShade {
  readonly count: number;
  readonly badge?: number;
  readonly replaceKeys?: readonly string[];
}

export interface XiaomiVector {
  readonly row: string;
  readonly exchanges: readonly { readonly request: VectorRequest; readonly answer: VectorAnswer }[];
  readonly shade?: VectorShade;
  /** Rests on a choice of Pushpit's, not on something published or measured. */
  readonly chosen: boolean;
}

const FAILURE_KEYS = ['result', 'reason', 'trace_id', 'code', 'description'];
const SUCCESS_KEYS = ['result', 'trace_id', 'code', 'data', 'description', 'info'];

type Fields = Readonly<Record<string, string | number | readonly string[] | undefined>>;

function encode(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((item) => [name, String(item)] as const),
  );
  return pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}

const failure = (code: number, rest: Partial<VectorAnswer> = {}): VectorAnswer => ({
  status: 200,
  code,
  keys: FAILURE_KEYS,
  ...rest,
});

const success = (info: string, idLetter: string, rest: Partial<VectorAnswer> = {}): VectorAnswer => ({
  status: 200,
  code: 0,
  description: '成功',
  info: `Received push messages for ${info}`,
  idLetter,
  keys: SUCCESS_KEYS,
  ...rest,
});

/** The requests and answers that every implementation of this endpoint must show, in terms of `facts`. */
export function createVectors(facts: VectorFacts): readonly XiaomiVector[] {
  const { secret, packageName, r1, r2, alias, topic, channelId, now } = facts;
  const base: Fields = { restricted_package_name: packageName, title: 't', description: 'd', registration_id: r1 };
  const key = `key=${secret}`;
  const send = (fields: Fields = {}, path = '/v2/message/regid'): VectorRequest => ({
    method: 'POST',
    path,
    authorization: key,
    body: encode({ ...base, ...fields }),
  });
  const without = (name: string, fields: Fields = {}): VectorRequest => send({ ...fields, [name]: undefined });
  const row = (
    name: string,
    request: VectorRequest,
    answer: VectorAnswer,
    rest: { readonly chosen?: boolean; readonly shade?: VectorShade } = {},
  ): XiaomiVector => ({ row: name, exchanges: [{ request, answer }], chosen: false, ...rest });
  const many = (
    name: string,
    exchanges: XiaomiVector['exchanges'],
    rest: { readonly chosen?: boolean; readonly shade?: VectorShade } = {},
  ): XiaomiVector => ({ row: name, exchanges, chosen: false, ...rest });
  const one = success('1 REGID', 's', { badRegids: null });
  const two = success('2 REGID', 's', { badRegids: null });
  const chosen = { chosen: true } as const;
  const extras = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`extra.k${index}`, 'v']));
  const crowd = [r1, ...Array.from({ length: 1000 }, (_, index) => `T${index}`)].join(',');
  const keyed = (id: number): string => `${packageName}#${androidId(packageName, id)}`;
  const job = (action: string): VectorRequest => ({
    ...send(),
    path: `/v2/schedule_job/${action}`,
    body: 'job_id={id}',
  });
  const done: VectorAnswer = { status: 200, code: 0, keys: ['result', 'trace_id', 'code', 'description'] };
  const secretAnswer = failure(21301, { description: '认证失败', reason: 'Invalid application secret.' });

  return [
    row('1', { ...send(), authorization: null }, secretAnswer, chosen),
    row('2', { ...send(), authorization: `Key=${secret}` }, secretAnswer, chosen),
    row('3', { ...send(), authorization: 'key=wrong' }, secretAnswer),
    row('4', { ...send(), method: 'GET', body: '' }, failure(10021, { status: 405 }), chosen),
    row('5', { ...send(), path: '/v2/message/nothing' }, failure(10020, { status: 404 }), chosen),
    row('6', send(), one, { shade: { count: 1, badge: 1 } }),
    row('7a', send({ registration_id: `${r1},${r2}` }), two),
    row('7b', send({ registration_id: [r1, r2] }), two),
    row('8', { ...send(), path: `/v2/message/regid?${encode(base)}`, body: '' }, one),
    row('9', send({ registration_id: `${r1},RX` }), success('1 REGID', 's', { badRegids: 'RX' })),
    row(
      '10',
      send({ registration_id: 'RX' }),
      failure(20301, { description: '发送消息失败', reason: 'No valid targets!' }),
    ),
    row('11', send({ registration_id: `${r1},${r1},` }), one, { chosen: true, shade: { count: 1 } }),
    row(
      '12',
      without('restricted_package_name'),
      failure(10016, { description: '缺失必选参数', reason: 'restricted_package_name参数不能为空' }),
      chosen,
    ),
    row(
      '13',
      send({ restricted_package_name: 'com.other' }),
      failure(10017, { description: '参数值非法', reason: 'Invalid package name.' }),
    ),
    ...['', '  \u3000'].map((title, index) =>
      row(
        `14${'ab'[index]}`,
        send({ title }),
        failure(65011, { description: '未提供参数', reason: 'Title or Description is empty!' }),
      ),
    ),
    row('15a', send({ title: '标'.repeat(49) }), one, chosen),
    row('15b', send({ title: '标'.repeat(50) }), failure(10041), chosen),
    row('16a', send({ description: `${'d'.repeat(126)}😀` }), one, chosen),
    row('16b', send({ description: `${'d'.repeat(127)}😀` }), failure(10041), chosen),
    row('17', send({ pass_through: 1 }), failure(10016, { reason: 'payload参数不能为空' })),
    row('18a', send({ pass_through: 7 }), failure(10017), chosen),
    row('18b', send({ notify_type: 'abc' }), failure(10017), chosen),
    row('19', send({ payload: `${'é'.repeat(2048)}x` }), failure(65009), chosen),
    row(
      '20',
      send({
        'extra.callback': '',
        'extra.callback.type': '',
        'extra.notify_effect': '',
        'extra.intent_uri': '',
        notify_id: 1_793_496_600_000,
      }),
      one,
      { chosen: true, shade: { count: 1, replaceKeys: [keyed(-1_799_729_728)] } },
    ),
    row('21', send(extras), failure(65014)),
    row(
      '22',
      send({ 'extra.channel_id': '9999' }),
      failure(27001, { description: 'channel相关信息不匹配', reason: 'invalid channel info!' }),
    ),
    row('22-known', send({ 'extra.channel_id': channelId }), one),
    row('23', send({ registration_id: crowd }), failure(10017), chosen),
    row('24', send({ alias: [alias, 'none'] }, '/v3/message/alias'), success('1 ALIAS', 'a', { badRegids: null })),
    row('25', send({ topic }, '/v2/message/topic'), success('1 TOPIC', 't')),
    row(
      '26',
      send({ topics: ['a', 'b', 'c', 'd', 'e', 'f'].join(';$;'), topic_op: 'UNION' }, '/v3/message/multi_topic'),
      failure(65035),
    ),
    many(
      '27a',
      [
        { request: send({ title: 'first' }), answer: one },
        { request: send({ title: 'second' }), answer: one },
      ],
      { shade: { count: 1, badge: 1, replaceKeys: [keyed(0)] } },
    ),
    many(
      '27b',
      [
        { request: send({ notify_id: 1 }), answer: one },
        { request: send({ notify_id: 2 }), answer: one },
      ],
      { shade: { count: 2, badge: 2, replaceKeys: [keyed(2), keyed(1)] } },
    ),
    many(
      '28',
      [
        { request: send({ 'extra.jobkey': 'j1', notify_id: 1 }), answer: one },
        { request: send({ 'extra.jobkey': 'j1', notify_id: 2 }), answer: one },
      ],
      { shade: { count: 1, replaceKeys: [keyed(1)] } },
    ),
    many(
      '35',
      [
        { request: send({ time_to_send: now + 3_600_000 }), answer: one },
        { request: job('exist'), answer: done },
        { request: job('delete'), answer: done },
        { request: job('exist'), answer: failure(65028) },
      ],
      { chosen: true, shade: { count: 0 } },
    ),
  ];
}
