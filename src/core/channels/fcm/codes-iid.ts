import type { Pair } from '../kit/rule-table.ts';
import { type CodeRow, row, scripted } from './code-row.ts';
import { SOURCES as S } from './sources.ts';

const OTHER: readonly (readonly [string, Pair])[] = [
  ['RESOURCE_EXHAUSTED', ['Too many subscriptions a second', '订阅操作过于频繁']],
  ['PERMISSION_DENIED', ['Not allowed for this registration', '无权操作该注册']],
  ['DEADLINE_EXCEEDED', ['Timed out', '操作超时']],
  ['INTERNAL', ['Internal error', '内部错误']],
  ['UNKNOWN', ['Unknown error', '未知错误']],
];

/** The Instance ID service. */
export const iidCodes: readonly CodeRow[] = [
  row(
    'iid/Unauthorized',
    401,
    'credentials',
    'fcm-iid-credential',
    ['measured', S.instanceId],
    ['No valid credential', '没有有效凭据'],
    [
      'No or a bad access token, or no access_token_auth header.',
      '访问令牌缺失或无效，或没有 access_token_auth 请求头。',
    ],
  ),
  row(
    'iid/PROJECT_NOT_PERMITTED',
    401,
    'project',
    null,
    ['measured', S.instanceId],
    ['The API is switched off in the project', '项目未启用该 API'],
    scripted('the API is always on here.', '此处 API 始终启用。'),
  ),
  row(
    'iid/body',
    400,
    'request',
    'fcm-iid-body',
    ['unconfirmed', S.instanceId],
    ['The request is not in order', '请求不合规范'],
    ['Bad topic, no or too many tokens, or no JSON.', '主题错误、没有或过多令牌，或不是 JSON。'],
  ),
  row(
    'iid/INVALID_ARGUMENT',
    200,
    'target',
    'fcm-iid-token',
    ['stated', S.instanceId],
    ['A token is malformed or of another project', '令牌格式错误或属于其他项目'],
    ['One of the tokens of a batch.', '批量请求中的某个令牌。'],
  ),
  row(
    'iid/NOT_FOUND',
    200,
    'target',
    'fcm-iid-token',
    ['stated', S.instanceId, S.adminNode],
    ['A token is dead', '令牌已失效'],
    ['One of the tokens of a batch is unknown or no longer valid.', '批量请求中的某个令牌未知或已失效。'],
  ),
  row(
    'iid/TOO_MANY_TOPICS',
    200,
    'request',
    'fcm-iid-token',
    ['stated', S.instanceId, S.topics],
    ['A token has 2000 topics', '令牌已订阅 2000 个主题'],
    ['One of the tokens of a batch cannot join another topic.', '批量请求中的某个令牌无法再订阅主题。'],
  ),
  ...OTHER.map(([code, meaning]) =>
    row(
      `iid/${code}`,
      200,
      'soon',
      null,
      ['stated', S.adminNode],
      meaning,
      scripted('no input leads there.', '没有输入会导致该错误。'),
    ),
  ),
  row(
    'iid/InvalidToken',
    400,
    'target',
    'fcm-iid-malformed',
    ['unconfirmed', S.instanceId],
    ['The token of the path is malformed', '路径中的令牌格式错误'],
    ['A look-up or a single subscription names no registration token.', '查询或单个订阅中的不是注册令牌。'],
  ),
  row(
    'iid/no-information',
    404,
    'target',
    'fcm-iid-unknown',
    ['measured', S.instanceId],
    ['The token of the path is unknown', '路径中的令牌未知'],
    [
      'A look-up or a single subscription names an unknown or dead registration.',
      '查询或单个订阅中的注册未知或已失效。',
    ],
  ),
];
