import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** What was done beside sending, and how the IM side builds its request and reads the answer. */
export const otherRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'oppo-token-made',
    pass: ['OPPO gave out a token, which is valid until {until}.', 'OPPO 已签发 token，有效期至 {until}。'],
    certainty: 'stated',
    sources: [S.auth],
  },
  {
    id: 'oppo-batch-accepted',
    pass: [
      'OPPO took the batch ({count} in all); each message has a result of its own.',
      'OPPO 已接受批量请求（共 {count} 条），每条消息有各自的结果。',
    ],
    certainty: 'stated',
    sources: [S.unicast, S.pdf],
  },
  {
    id: 'oppo-answered-again',
    pass: [
      'OPPO gave the id of the first send once more ({id}); nothing new is delivered.',
      'OPPO 再次返回首次发送的 id（{id}），没有新的投递。',
    ],
    certainty: 'unconfirmed',
    sources: [S.body, S.pdf],
  },
  {
    id: 'oppo-done',
    pass: ['OPPO carried the call out.', 'OPPO 已执行该调用。'],
    certainty: 'stated',
    sources: [S.pdf],
  },
  {
    id: 'oppo-build-ext',
    note: [
      'ext travels as action_parameters, and each of its keys becomes an extra of the started page.',
      'ext 放入 action_parameters，其中每个键成为打开页面的一个 extra。',
    ],
    certainty: 'inferred',
    sources: [S.tencentExt, S.body],
  },
  {
    id: 'oppo-build-ext-object',
    note: [
      'ext is no JSON object, which OPPO refuses as action_parameters.',
      'ext 不是 JSON 对象，OPPO 会拒绝这样的 action_parameters。',
    ],
    fix: ['Use a JSON object as ext.', '请使用 JSON 对象作为 ext。'],
    certainty: 'inferred',
    sources: [S.tencentExt, S.body],
  },
  {
    id: 'oppo-build-life',
    note: [
      'IM keeps offline messages for 7 days, so OPPO is asked to keep it as long.',
      'IM 离线消息保留 7 天，因此要求 OPPO 保留同样久。',
    ],
    certainty: 'inferred',
    sources: [S.tencentOppo],
  },
  {
    id: 'oppo-build-click',
    note: ['A tap opens the app: click_action_type 0.', '点击打开应用：click_action_type 为 0。'],
    certainty: 'inferred',
    sources: [S.tencentOppo, S.body],
  },
  {
    id: 'oppo-build-long',
    note: [
      '{name} has {received} characters and OPPO takes {limit}; IM sends it uncut.',
      '{name} 有 {received} 个字符，OPPO 上限为 {limit}；IM 不做截断。',
    ],
    fix: ['Shorten {name}.', '请缩短{name}。'],
    certainty: 'unconfirmed',
    sources: [S.tencentOppo, S.body],
  },
  {
    id: 'oppo-build-no-app',
    note: [
      'No OPPO app here has the package {package}; authentication will fail.',
      '没有 OPPO 应用使用包名 {package}，鉴权将失败。',
    ],
    fix: ['Add the app to the credentials.', '请在凭据中添加该应用。'],
    certainty: 'stated',
    sources: [S.auth],
  },
  {
    id: 'oppo-answer-refused',
    stop: ['OPPO refused with {code}: {message}.', 'OPPO 拒绝，返回 {code}：{message}。'],
    fix: ['See the code in the table of result codes.', '请查看返回码表。'],
    certainty: 'stated',
    sources: [S.codes],
  },
  {
    id: 'oppo-answer-unreadable',
    stop: [
      'The answer (HTTP {status}) has no integer code: {received}.',
      '响应（HTTP {status}）没有整数 code：{received}。',
    ],
    fix: [
      'Look whether the request reached OPPO, or an error page of something in between.',
      '请检查请求是否到达 OPPO，或返回的是中间环节的错误页。',
    ],
    certainty: 'inferred',
    sources: [S.javaSdk],
  },
]);
