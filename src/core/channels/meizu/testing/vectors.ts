import type { RequestParts } from '../../../testing/vendor-world.ts';
import type { ReceiveContext } from '../../types.ts';
import {
  type Answer,
  BY_ALIAS,
  BY_PUSH_ID,
  encodePairs,
  MESSAGE,
  messageJson,
  PREFIX,
  push,
  SECRET,
  SWITCH_OFF,
  signatureFor,
  signed,
  signedForm,
} from './world.ts';

/** What an answer must hold; status is always 200. */
export interface VectorAnswer {
  readonly code: string;
  readonly message?: string;
  readonly value?: unknown;
  /** Exact keys in order. */
  readonly keys?: readonly string[];
}

export interface VectorStep {
  /** Made from the answers so far. */
  readonly request: (earlier: readonly Answer[]) => RequestParts;
  readonly answer: VectorAnswer;
}

/** What stands in the shade of PID0001's phone after the row, newest first. */
export interface VectorShade {
  readonly count: number;
  readonly title?: string;
  readonly body?: string;
}

export interface MeizuVector {
  readonly row: string;
  readonly steps: readonly VectorStep[];
  readonly profile?: Partial<ReceiveContext['profile']['meizu']>;
  readonly shade?: VectorShade;
  /** Rests on a choice of Pushpit's, not on something published or seen. */
  readonly chosen: boolean;
}

const SEND_KEYS = ['code', 'message', 'value', 'msgId', 'redirect'];
const VALUE_FIRST = ['code', 'message', 'value', 'redirect'];
const VALUE_LAST = ['code', 'message', 'redirect', 'value'];

const sent = (value: unknown = {}): VectorAnswer => ({ code: '200', message: '', value, keys: SEND_KEYS });
const done = (value?: unknown): VectorAnswer => ({
  code: '200',
  message: '',
  keys: VALUE_FIRST,
  ...(value === undefined ? {} : { value }),
});
const failed = (code: string, message?: string, keys = VALUE_LAST): VectorAnswer => ({
  code,
  value: '',
  keys,
  ...(message === undefined ? {} : { message }),
});
const BAD_SIGN = failed('1006', '签名认证失败', VALUE_FIRST);
const BAD_VALUE = failed('1005', '参数错误，请参考API文档');
const EMPTY = failed('110004', '参数不能为空');

type Rest = Pick<Partial<MeizuVector>, 'profile' | 'shade' | 'chosen'>;

const step = (request: RequestParts, answer: VectorAnswer): VectorStep => ({ request: () => request, answer });
const row = (name: string, request: RequestParts, answer: VectorAnswer, rest: Rest = {}): MeizuVector => ({
  row: name,
  steps: [step(request, answer)],
  chosen: false,
  ...rest,
});
const rows = (name: string, steps: readonly VectorStep[], rest: Rest = {}): MeizuVector => ({
  row: name,
  steps,
  chosen: false,
  ...rest,
});

const CHOSEN = { chosen: true } as const;
const BASE = { pushIds: 'PID0001', messageJson: MESSAGE };
const ALL = { appId: '123456', ...BASE };
const headers = [['content-type', 'application/x-www-form-urlencoded;charset=UTF-8']] as const;
const raw = (pairs: readonly (readonly [string, string])[]): RequestParts => ({
  path: BY_PUSH_ID,
  headers,
  body: encodePairs(pairs),
});
const rawFields = (fields: Readonly<Record<string, string>>, sign: string): RequestParts =>
  raw([...Object.entries(fields), ['sign', sign]]);

/** The request that the document shows, byte for byte as the reference prints it. */
const PRINTED =
  'appId=123456&pushIds=PID0001%2CPID0002&messageJson=%7B%22noticeBarInfo%22%3A%7B%22title%22%3A%22%E4%BD%A0%E5%A5%BD%22%2C%22content%22%3A%22%E5%86%85%E5%AE%B9%22%7D%7D&sign=9a584550a8459434bfe5b1ead8e1827d';

const encodedSign = signatureFor(Object.fromEntries(Object.entries(ALL).map(([k, v]) => [k, encodeURIComponent(v)])));
const goodSign = signatureFor(ALL);
const wrongSign = `${goodSign.slice(0, -1)}${goodSign.endsWith('0') ? '1' : '0'}`;

const crowd = (count: number): string =>
  ['PID0001', ...Array.from({ length: count - 1 }, (_, index) => `GONE${index}`)].join(',');
const many = Object.fromEntries([['110002', crowd(100).split(',').slice(1)]]);

/** What the Java SDK sends for an unadorned message: sorted keys, booleans, empty texts instead of absent members. */
export const JAVA_MESSAGE =
  '{"advanceInfo":{"clearNoticeBar":true,"fixDisplay":false,"fixEndDisplayTime":"","fixSpeed":false,"fixSpeedRate":0,"fixStartDisplayTime":"","notificationType":{"lights":true,"sound":true,"vibrate":true},"notifyKey":"","suspend":true},"clickTypeInfo":{"activity":"","clickType":0,"customAttribute":"","url":""},"extra":{},"noticeBarInfo":{"content":"内容","noticeBarType":0,"noticeMsgType":0,"title":"你好"},"noticeExpandInfo":{"noticeExpandContent":"","noticeExpandImgUrl":"","noticeExpandType":0},"pushTimeInfo":{"offLine":true,"pushTimeType":0,"startTime":"","validTime":24},"vipInfo":{"backgroundImgUrl":"","bigIconUrl":"","notGroup":false,"pullDownTop":false,"smallIconUrl":"","subtitle":"","timeTop":"","titleColor":""}}';

const getTaskId = signed(`${PREFIX}/push/pushTask/getTaskId`, { pushType: 0, messageJson: MESSAGE });
const pushToApp = signed(`${PREFIX}/push/pushTask/pushToApp`, { pushType: 0, messageJson: MESSAGE });
const taskValue = { taskId: 20457, pushType: 0, appId: 123456 };
const taskIdOf = (earlier: readonly Answer[]): number =>
  ((earlier[0]?.value ?? {}) as { readonly taskId?: number }).taskId ?? 0;
const daily = (startTime: string, endTime: string): RequestParts =>
  signed(`${PREFIX}/push/statistics/dailyPushStatics`, { startTime, endTime });

/** The published vectors of the server: requests and answers that an implementation of this endpoint must show. */
export const VECTORS: readonly MeizuVector[] = [
  row('1', { path: BY_PUSH_ID, headers, body: PRINTED }, sent(), {
    shade: { count: 1, title: '你好', body: '内容' },
  }),
  row('2a', rawFields(ALL, wrongSign), BAD_SIGN, { shade: { count: 0 } }),
  row('2b', raw(Object.entries(ALL)), BAD_SIGN),
  row('3a', rawFields({ ...ALL, foo: '' }, goodSign), BAD_SIGN),
  row('3b', signed(BY_PUSH_ID, { ...BASE, foo: '' }), sent()),
  row('4', rawFields(ALL, encodedSign), BAD_SIGN),
  row(
    '5',
    rawFields(
      {
        appId: '123456',
        messageJson: '{"noticeBarInfo":{"title":"a+b & c","content":"😀 100%"}}',
        pushIds: 'PID0001',
      },
      'd523266fb78fd2557bb3fc25f0045348',
    ),
    sent(),
    { shade: { count: 1, title: 'a+b & c', body: '😀 100%' } },
  ),
  row('6a', { path: BY_PUSH_ID, headers, body: encodePairs(Object.entries(BASE)) }, EMPTY, CHOSEN),
  row(
    '6b',
    rawFields({ ...ALL, appId: '998' }, signatureFor({ ...ALL, appId: '998' })),
    failed('110000', 'appId不合法'),
  ),
  row('7', rawFields({ ...ALL, appId: '998' }, wrongSign), failed('110000', 'appId不合法'), CHOSEN),
  row('8', signed(BY_PUSH_ID, { messageJson: MESSAGE }), EMPTY, CHOSEN),
  row(
    '9',
    signed(BY_PUSH_ID, { ...BASE, pushIds: 'PID0001,PID0007,x-y' }),
    sent({ '110002': ['PID0007'], '110003': ['x-y'] }),
    { chosen: true, shade: { count: 1 } },
  ),
  row('10', signed(BY_PUSH_ID, { ...BASE, pushIds: 'PID0007' }), sent({ '110002': ['PID0007'] })),
  rows('11', [
    step(SWITCH_OFF, done({ barTypeSwitch: 0, directTypeSwitch: 1, pushId: 'PID0003' })),
    step(signed(BY_PUSH_ID, { ...BASE, pushIds: 'PID0003' }), sent({ '110010': ['PID0003'] })),
  ]),
  row('12', signed(BY_ALIAS, { alias: 'a1,zz', messageJson: MESSAGE }), sent({ '110005': ['zz'] }), {
    shade: { count: 1 },
  }),
  row('13a', signed(BY_PUSH_ID, { ...BASE, pushIds: crowd(100) }), sent(many)),
  row('13b', signed(BY_PUSH_ID, { ...BASE, pushIds: crowd(101) }), BAD_VALUE, CHOSEN),
  row('14', signed(BY_PUSH_ID, { ...BASE, pushIds: 'PID0001,PID0001,' }), sent(), {
    chosen: true,
    shade: { count: 1 },
  }),
  row('15a', push({}, { title: '标'.repeat(32) }), sent()),
  row('15b', push({}, { title: '标'.repeat(33) }), BAD_VALUE, CHOSEN),
  row('15c', push({}, { title: '' }), failed('500', 'title is empty'), CHOSEN),
  row('16a', push({}, { content: `${'内'.repeat(99)}😀` }), sent()),
  row('16b', push({}, { content: '内'.repeat(101) }), BAD_VALUE, CHOSEN),
  row('16c', push({}, { content: undefined }), failed('500', 'content is empty')),
  row('17', signed(BY_PUSH_ID, { ...BASE, messageJson: 'nonsense' }), BAD_VALUE, CHOSEN),
  ...[true, '1', 1].map((suspend, index) =>
    row(`18${'abc'[index]}`, push({ advanceInfo: { suspend } }), sent(), { shade: { count: 1 } }),
  ),
  row('19', signed(BY_PUSH_ID, { ...BASE, messageJson: JAVA_MESSAGE }), sent(), { shade: { count: 1, title: '你好' } }),
  row('20', push({ clickTypeInfo: { clickType: 1 } }), BAD_VALUE, CHOSEN),
  row('21', push({ advanceInfo: { notifyKey: 'abcdefghi' } }), BAD_VALUE, CHOSEN),
  row(
    '22',
    signed(`${PREFIX}/push/unvarnished/pushByPushId`, { pushIds: 'PID0001', messageJson: '{"content":"c"}' }),
    failed('110053', '透传超过限制'),
  ),
  rows(
    '23',
    [
      step(getTaskId, done(taskValue)),
      {
        request: (earlier) =>
          signed(`${PREFIX}/push/task/varnished/pushByPushId`, { taskId: taskIdOf(earlier), pushIds: 'PID0001' }),
        answer: sent(),
      },
    ],
    { shade: { count: 1, title: '你好', body: '内容' } },
  ),
  row(
    '24',
    signed(`${PREFIX}/push/task/varnished/pushByPushId`, { taskId: 1, pushIds: 'PID0001' }),
    failed('110032', '非法的taskId'),
  ),
  rows('25', [
    step(pushToApp, done(taskValue)),
    {
      request: (earlier) => signed(`${PREFIX}/push/pushTask/cancel`, { pushType: 0, taskId: taskIdOf(earlier) }),
      answer: failed('500', '任务已取消[已完成]，无法取消'),
    },
  ]),
  row('26a', daily('20261102', '20261101'), failed('500', '结束时间不能早于开始时间')),
  row('26b', daily('20261001', '20261101'), failed('500', '开始时间和结束时间不能相差30天以上')),
  row(
    '27',
    {
      method: 'GET',
      host: 'api-push.meizu.com',
      path: `${PREFIX}/message/getRegisterSwitch?appId=123456&pushId=PID0001&sign=d4a8653496c91b73b89d92d07d1b2696`,
    },
    done({ barTypeSwitch: 1, directTypeSwitch: 1, pushId: 'PID0001' }),
  ),
  row(
    '28',
    { ...signed(`${PREFIX}/message/unSubAllTags`, { pushId: 'PID0001' }), host: 'api-push.meizu.com' },
    done(true),
  ),
  rows('29', [step(push(), sent()), step(push(), failed('110010', '应用请求频率超过限制', VALUE_FIRST))], {
    profile: { requestsPerSecond: 1 },
  }),
  rows('30', [...Array.from({ length: 5 }, () => step(push(), sent())), step(push(), sent({ '520': ['PID0001'] }))], {
    profile: { foldAfter: 5 },
    chosen: true,
    shade: { count: 5 },
  }),
  rows(
    '31',
    [
      ...Array.from({ length: 3 }, () => step(push(), sent())),
      step(push(), sent({ '110011': ['PID0001'] })),
      step(push({}, { noticeMsgType: 1 }), sent()),
    ],
    { profile: { publicPerDay: 3 }, shade: { count: 4 } },
  ),
  rows(
    '32a',
    [
      step(push({ advanceInfo: { notifyKey: 'order7' } }, { title: 'first' }), sent()),
      step(push({ advanceInfo: { notifyKey: 'order7' } }, { title: 'second' }), sent()),
    ],
    { shade: { count: 1, title: 'second' } },
  ),
  rows('32b', [step(push({}, { title: 'first' }), sent()), step(push({}, { title: 'second' }), sent())], {
    shade: { count: 2, title: 'second' },
  }),
];

/** What the printed request of row 1 must be made of. */
export const PRINTED_FORM = PRINTED;
export const PRINTED_FIELDS = { pushIds: 'PID0001,PID0002', messageJson: messageJson() } as const;
export const signedLikePrinted = (): string => signedForm(PRINTED_FIELDS, SECRET);
