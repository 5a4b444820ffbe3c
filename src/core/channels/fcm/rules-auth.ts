import { type Pair, ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

const RENEW: Pair = [
  'Fetch a new access token; libraries do it by themselves when they are given the service account.',
  '请重新获取访问令牌；库在提供服务账号后会自动获取。',
];

/** Who may call: access tokens, projects, and the token endpoint. */
export const authRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'fcm-route',
    pass: ['Path and verb are an interface of FCM.', '路径和方法对应 FCM 的接口。'],
    stop: [
      '{method} {received} is not an interface of this host; Google answers with its 404 page, never with 405.',
      '该主机没有接口 {method} {received}；Google 返回 404 页面，不会返回 405。',
    ],
    fix: [
      'Check verb and path, e.g. POST /v1/projects/<project id>/messages:send on fcm.googleapis.com.',
      '请核对方法和路径，例如向 fcm.googleapis.com 发送 POST /v1/projects/<项目 ID>/messages:send。',
    ],
    certainty: 'measured',
    sources: [S.send, S.pushiko],
  },
  {
    id: 'fcm-body-size',
    stop: [
      'The body is longer than 1 MiB ({received} bytes were read).',
      '请求体超过 1 MiB（已读取 {received} 字节）。',
    ],
    fix: ['A message has room for about 4 KB.', '一条消息的容量约为 4 KB。'],
    certainty: 'unconfirmed',
    sources: [S.send],
  },
  {
    id: 'fcm-credential',
    pass: ['There is a credential.', '请求带有凭据。'],
    stop: [
      'There is no OAuth access token; the Authorization header is {received}.',
      '没有 OAuth 访问令牌；Authorization 请求头为 {received}。',
    ],
    fix: [
      'Send "Authorization: Bearer <access token>"; server keys (key=…) only count for the legacy interface.',
      '请发送 “Authorization: Bearer <访问令牌>”；服务器密钥（key=…）仅用于旧版接口。',
    ],
    certainty: 'measured',
    sources: [S.captures, S.unauthenticated],
  },
  {
    id: 'fcm-access-token',
    pass: ['The access token was issued to {account}.', '访问令牌由 {account} 取得。'],
    stop: [
      'The access token {received} was not issued here, or its service account is gone.',
      '访问令牌 {received} 不是在此签发的，或其服务账号已不存在。',
    ],
    fix: RENEW,
    certainty: 'measured',
    sources: [S.pushiko, S.unauthenticated],
  },
  {
    id: 'fcm-access-token-age',
    stop: ['The access token expired at {at}.', '访问令牌已于 {at} 过期。'],
    fix: RENEW,
    certainty: 'measured',
    sources: [S.expired],
  },
  {
    id: 'fcm-scope',
    stop: [
      'The access token of {account} has neither the scope firebase.messaging nor cloud-platform.',
      '{account} 的访问令牌既没有 firebase.messaging 也没有 cloud-platform 权限范围。',
    ],
    fix: [
      'Ask for the scope https://www.googleapis.com/auth/firebase.messaging.',
      '请申请权限范围 https://www.googleapis.com/auth/firebase.messaging。',
    ],
    certainty: 'unconfirmed',
    sources: [S.send, S.serviceAccounts],
  },
  {
    id: 'fcm-project',
    pass: ['The service account may send for the project of the path.', '服务账号可为路径中的项目发送消息。'],
    stop: [
      'Project {received} does not exist, or does not belong to {account}.',
      '项目 {received} 不存在，或不属于 {account}。',
    ],
    fix: [
      'Put the project id (or number) of the service account into the path.',
      '请在路径中使用该服务账号所属项目的 ID 或编号。',
    ],
    certainty: 'unconfirmed',
    sources: [S.send],
  },
  {
    id: 'fcm-grant-type',
    stop: [
      'The token endpoint was asked for grant type {received}; service accounts use the JWT bearer grant.',
      '令牌接口收到的授权类型为 {received}；服务账号应使用 JWT bearer 授权。',
    ],
    fix: [
      'Send grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer as a form.',
      '请以表单发送 grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer。',
    ],
    certainty: 'measured',
    sources: [S.serviceAccounts],
  },
  {
    id: 'fcm-assertion',
    stop: [
      'The assertion is not a JWT: {part} is missing or unreadable.',
      '断言不是有效的 JWT：{part} 缺失或无法读取。',
    ],
    fix: [
      'Send assertion=<header>.<claims>.<signature>, each part base64url.',
      '请发送 assertion=<头部>.<声明>.<签名>，各部分均为 base64url。',
    ],
    certainty: 'measured',
    sources: [S.serviceAccounts],
  },
  {
    id: 'fcm-signature',
    pass: ['The assertion is signed by {account}.', '断言由 {account} 签名。'],
    stop: [
      'The signature of the assertion of {account} does not verify: another key, another algorithm than RS256, or an unknown key id.',
      '{account} 的断言签名无法验证：密钥不符、算法不是 RS256，或密钥编号未知。',
    ],
    fix: ['Use the service-account file that belongs to this installation.', '请使用本安装对应的服务账号文件。'],
    certainty: 'measured',
    sources: [S.serviceAccounts, S.authNode],
  },
  {
    id: 'fcm-account',
    stop: ['There is no service account {received}.', '没有服务账号 {received}。'],
    fix: ['iss is the client_email of the service-account file.', 'iss 应为服务账号文件中的 client_email。'],
    certainty: 'measured',
    sources: [S.serviceAccounts],
  },
  {
    id: 'fcm-account-disabled',
    stop: ['The service account {account} has been switched off.', '服务账号 {account} 已停用。'],
    fix: [
      "Take it off disabledAccounts in FCM's console settings, or use another one.",
      '请在 FCM 的控制台设置中将其移出 disabledAccounts，或改用其他账号。',
    ],
    certainty: 'unconfirmed',
    sources: [S.serviceAccounts],
  },
  {
    id: 'fcm-assertion-times',
    stop: ['The assertion does not set {name}.', '断言未设置 {name}。'],
    fix: ['Set iat and exp in seconds.', '请设置以秒为单位的 iat 和 exp。'],
    certainty: 'measured',
    sources: [S.serviceAccounts],
  },
  {
    id: 'fcm-assertion-window',
    stop: [
      'iat {iat} and exp {exp} do not fit now ({now}): at most an hour apart, not over, not in the future.',
      'iat {iat} 和 exp {exp} 与当前时间（{now}）不符：间隔不得超过一小时，不得过期，也不得在未来。',
    ],
    fix: ['Set the clock right; exp is iat plus 3600 at most.', '请校准时钟；exp 最多为 iat 加 3600。'],
    certainty: 'measured',
    sources: [S.serviceAccounts],
  },
  {
    id: 'fcm-scopes',
    stop: ['The assertion asks for no scope.', '断言未申请任何权限范围。'],
    fix: ['Set scope, blanks between several.', '请设置 scope，多个之间用空格分隔。'],
    certainty: 'measured',
    sources: [S.serviceAccounts],
  },
  {
    id: 'fcm-audience',
    stop: [
      'The audience {received} is neither Google’s token address nor the one that the request came to.',
      '受众 {received} 既不是 Google 的令牌地址，也不是本请求的地址。',
    ],
    fix: ['aud is https://oauth2.googleapis.com/token.', 'aud 应为 https://oauth2.googleapis.com/token。'],
    certainty: 'measured',
    sources: [S.serviceAccounts, S.authGo],
  },
  {
    id: 'fcm-delegation',
    stop: ['The service account may not act for {received}.', '该服务账号无权代表 {received}。'],
    fix: ['Leave sub out: sending needs no delegation.', '请去掉 sub：发送消息不需要委派。'],
    certainty: 'stated',
    sources: [S.serviceAccounts],
  },
  {
    id: 'fcm-token-issued',
    pass: ['{account} gets an access token for an hour.', '{account} 获得有效期一小时的访问令牌。'],
    certainty: 'measured',
    sources: [S.serviceAccounts],
  },
  {
    id: 'fcm-scope-narrow',
    note: ['No scope of the token allows sending.', '该令牌的权限范围不允许发送消息。'],
    fix: [
      'Ask for the scope https://www.googleapis.com/auth/firebase.messaging.',
      '请申请权限范围 https://www.googleapis.com/auth/firebase.messaging。',
    ],
    certainty: 'stated',
    sources: [S.send],
  },
  {
    id: 'fcm-scope-unknown',
    note: [
      'Google knows no scope {received}: it answers with an identity token and no access token.',
      'Google 不认识权限范围 {received}：返回身份令牌，不含访问令牌。',
    ],
    fix: ['Correct the scope.', '请更正权限范围。'],
    certainty: 'measured',
    sources: [S.serviceAccounts],
  },
]);
