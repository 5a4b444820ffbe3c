import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

const TOKEN_FIX = [
  'Fetch a new access token from oauth2/v3/token and send it unchanged as "Authorization: Bearer <token>".',
  '请从 oauth2/v3/token 重新获取 access token，并原样放入 “Authorization: Bearer <token>”。',
] as const;

/** Who may send with an access token. */
export const tokenRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'huawei-authorization',
    pass: ['The sender is known as app {app}.', '发送方已识别为应用 {app}。'],
    stop: [
      'The Authorization header is missing or is not "Bearer <token>": {received}.',
      'Authorization 请求头缺失，或不是 “Bearer <token>”：{received}。',
    ],
    fix: TOKEN_FIX,
    certainty: 'stated',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-token-text',
    stop: [
      'The access token holds "{received}", which no token has.',
      'access token 中含有不应出现的字符 “{received}”。',
    ],
    fix: [
      'Read the token answer with a JSON parser, so that escaped slashes lose their backslash.',
      '请用 JSON 解析器读取取 token 的应答，以去掉转义斜杠中的反斜杠。',
    ],
    certainty: 'stated',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-token-known',
    stop: ['The access token {received} was not issued here.', 'access token {received} 不是在此签发的。'],
    fix: TOKEN_FIX,
    certainty: 'unconfirmed',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-token-life',
    stop: ['The access token expired at {received}.', 'access token 已于 {received} 过期。'],
    fix: TOKEN_FIX,
    certainty: 'stated',
    sources: [S.sendApi, S.nodeDemo],
  },
  {
    id: 'huawei-token-ended',
    stop: [
      'A newer access token of app {app} has replaced this one.',
      '应用 {app} 已获取更新的 access token，此 token 随之失效。',
    ],
    fix: [
      'Share one access token among all senders of an app, or take the switch of the workspace back.',
      '同一应用的各发送方请共用一个 access token，或关闭工作区中的相应开关。',
    ],
    certainty: 'unconfirmed',
    sources: [S.oldCodes],
  },
  {
    id: 'huawei-token-app',
    stop: [
      'The access token was issued for app {received}, the path names {expected}.',
      'access token 是为应用 {received} 签发的，而路径中为 {expected}。',
    ],
    fix: [
      'Put the app id (v1) or the project id (v2) of the same app into the path.',
      '请在路径中填写同一应用的 App ID（v1）或项目 ID（v2）。',
    ],
    certainty: 'stated',
    sources: [S.sendApi],
  },
]);
