import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

const OAUTH = [S.oauthErrors, S.oauthToken];
const JWT = [S.v3Jwt];
const TOKEN_FIX = [
  'Fetch a new access token from oauth2/v3/token and send it unchanged as "Authorization: Bearer <token>".',
  '请从 oauth2/v3/token 重新获取 access token，并原样放入 “Authorization: Bearer <token>”。',
] as const;
const JWT_FIX = [
  'Build the JWT anew from the service-account file: kid = key_id, iss = sub_account, aud = token_uri, PS256.',
  '请按服务账号文件重新生成 JWT：kid 为 key_id，iss 为 sub_account，aud 为 token_uri，算法 PS256。',
] as const;

/** Path, token endpoint, and who may send. */
export const authRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'huawei-path',
    pass: ['The path is an interface of Huawei push.', '路径是华为推送的接口。'],
    stop: ['Huawei push has no interface {received}.', '华为推送没有接口 {received}。'],
    fix: [
      'Check version, id and colon of the path, e.g. /v1/<appId>/messages:send.',
      '请检查路径中的版本、编号和冒号，例如 /v1/<appId>/messages:send。',
    ],
    certainty: 'unconfirmed',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-method',
    pass: ['The method is POST.', '请求方法为 POST。'],
    stop: ['{received} is not accepted; every interface takes POST.', '不接受 {received}，所有接口均使用 POST。'],
    fix: ['Send the request with POST.', '请使用 POST 发送。'],
    certainty: 'unconfirmed',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-rate',
    stop: ['More than {limit} requests of the app in this second.', '该应用这一秒内的请求超过了 {limit} 次。'],
    fix: [
      'Send more slowly, or put more tokens into one request. The limit is a switch of the workspace.',
      '请放慢发送，或在一个请求中放入更多 token。该上限可在工作区中设置。',
    ],
    certainty: 'stated',
    sources: [S.limits],
  },
  {
    id: 'huawei-oauth-issued',
    pass: [
      'App {app} got an access token for {seconds} seconds.',
      '已向应用 {app} 签发 access token，有效期 {seconds} 秒。',
    ],
    certainty: 'stated',
    sources: OAUTH,
  },
  {
    id: 'huawei-oauth-form',
    stop: ['The form has no {name}.', '表单中没有 {name}。'],
    fix: [
      'Send a form (application/x-www-form-urlencoded) with grant_type, client_id and client_secret; JSON is not read.',
      '请以表单（application/x-www-form-urlencoded）提交 grant_type、client_id 和 client_secret，JSON 不会被读取。',
    ],
    certainty: 'stated',
    sources: OAUTH,
  },
  {
    id: 'huawei-oauth-grant',
    stop: ['{name} is "{received}".', '{name} 的值为 “{received}”。'],
    fix: ['Use grant_type=client_credentials.', '请使用 grant_type=client_credentials。'],
    certainty: 'stated',
    sources: OAUTH,
  },
  {
    id: 'huawei-oauth-client-missing',
    stop: ['The form has no {name}.', '表单中没有 {name}。'],
    fix: ['Send the app id as client_id.', '请将 App ID 作为 client_id 提交。'],
    certainty: 'stated',
    sources: OAUTH,
  },
  {
    id: 'huawei-oauth-client-form',
    stop: ['{name} "{received}" is not 1 to 64 digits.', '{name} “{received}” 不是 1 至 64 位数字。'],
    fix: ['Send the app id as client_id.', '请将 App ID 作为 client_id 提交。'],
    certainty: 'stated',
    sources: OAUTH,
  },
  {
    id: 'huawei-oauth-client-known',
    stop: ['No app has the {name} {received}.', '没有 {name} 为 {received} 的应用。'],
    fix: ['Use the app id of the credentials here.', '请使用此处凭据中的 App ID。'],
    certainty: 'stated',
    sources: OAUTH,
  },
  {
    id: 'huawei-oauth-secret-empty',
    stop: ['{name} is missing or empty.', '{name} 缺失或为空。'],
    fix: ['Send the app secret as client_secret.', '请将 App Secret 作为 client_secret 提交。'],
    certainty: 'stated',
    sources: OAUTH,
  },
  {
    id: 'huawei-oauth-secret-form',
    stop: [
      '{name} has characters that no secret has ({received} characters were sent).',
      '{name} 含有密钥中不会出现的字符（共收到 {received} 个字符）。',
    ],
    fix: ['Encode the secret for the form, and send nothing else with it.', '请对密钥做表单编码，且不要附带其他内容。'],
    certainty: 'stated',
    sources: OAUTH,
  },
  {
    id: 'huawei-oauth-secret',
    stop: [
      "{name} is not the app's secret ({received} characters were sent).",
      '{name} 不是该应用的密钥（共收到 {received} 个字符）。',
    ],
    fix: ['Copy the app secret from the credentials here.', '请从此处的凭据中复制 App Secret。'],
    certainty: 'measured',
    sources: [...OAUTH, S.javaDemo],
  },
  {
    id: 'huawei-oauth-rate',
    stop: [
      'More than {limit} token calls of the client in five minutes.',
      '该 client 五分钟内取 token 超过了 {limit} 次。',
    ],
    fix: [
      'Keep the access token until shortly before its end instead of asking for each push.',
      '请缓存 access token 直到临近过期，不要每次推送都重新获取。',
    ],
    certainty: 'stated',
    sources: OAUTH,
  },
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
  {
    id: 'huawei-jwt-needed',
    stop: [
      'This interface takes a JWT of a service account only, not {received}.',
      '此接口只接受服务账号的 JWT，不接受 {received}。',
    ],
    fix: JWT_FIX,
    certainty: 'stated',
    sources: JWT,
  },
  {
    id: 'huawei-jwt-form',
    stop: [
      'The JWT cannot be read (part: {received}); it must be {expected}.',
      'JWT 无法解析（部位：{received}），应为 {expected}。',
    ],
    fix: JWT_FIX,
    certainty: 'unconfirmed',
    sources: JWT,
  },
  {
    id: 'huawei-jwt-algorithm',
    stop: [
      'The JWT is signed with {received} instead of {expected}.',
      'JWT 的签名算法为 {received}，应为 {expected}。',
    ],
    fix: JWT_FIX,
    certainty: 'stated',
    sources: JWT,
  },
  {
    id: 'huawei-jwt-key',
    stop: ['No service account has the key {received} (kid).', '没有密钥 {received}（kid）对应的服务账号。'],
    fix: ['Use the {expected} of the service-account file as kid.', '请将服务账号文件中的 {expected} 用作 kid。'],
    certainty: 'stated',
    sources: JWT,
  },
  {
    id: 'huawei-jwt-signature',
    stop: [
      'The signature does not fit key {received}; needed: {expected}.',
      '签名与密钥 {received} 不符，要求：{expected}。',
    ],
    fix: JWT_FIX,
    certainty: 'stated',
    sources: JWT,
  },
  {
    id: 'huawei-jwt-issuer',
    stop: ['iss is {received} instead of {expected}.', 'iss 为 {received}，应为 {expected}。'],
    fix: JWT_FIX,
    certainty: 'stated',
    sources: JWT,
  },
  {
    id: 'huawei-jwt-audience',
    stop: ['aud is {received} instead of {expected}.', 'aud 为 {received}，应为 {expected}。'],
    fix: JWT_FIX,
    certainty: 'stated',
    sources: JWT,
  },
  {
    id: 'huawei-jwt-times',
    stop: [
      'The times of the JWT are unusable: {received}; needed: {expected}.',
      'JWT 的时间无法使用：{received}，要求：{expected}。',
    ],
    fix: ['Give iat and exp as whole seconds.', '请以整数秒填写 iat 和 exp。'],
    certainty: 'unconfirmed',
    sources: JWT,
  },
  {
    id: 'huawei-jwt-period',
    stop: ['The JWT lasts {received} seconds, more than {limit}.', 'JWT 有效期为 {received} 秒，超过 {limit} 秒。'],
    fix: ['Let exp be one hour after iat.', '请将 exp 设为 iat 之后一小时。'],
    certainty: 'stated',
    sources: [...JWT, S.v3Answer],
  },
  {
    id: 'huawei-jwt-expired',
    stop: [
      'The JWT expired at {received}; it is {now} (both in seconds).',
      'JWT 已于 {received} 过期，当前时间为 {now}（均为秒）。',
    ],
    fix: ['Build a new JWT.', '请重新生成 JWT。'],
    certainty: 'stated',
    sources: [...JWT, S.v3Answer],
  },
  {
    id: 'huawei-jwt-early',
    stop: [
      'iat {received} lies in the future; allowed: {expected}.',
      'iat {received} 晚于当前时间，允许范围：{expected}。',
    ],
    fix: ["Correct the sender's clock.", '请校准发送方的时钟。'],
    certainty: 'unconfirmed',
    sources: JWT,
  },
  {
    id: 'huawei-jwt-project',
    stop: [
      'The key belongs to project {received}, the path names {expected}.',
      '密钥属于项目 {received}，而路径中为 {expected}。',
    ],
    fix: ['Use the service account of the project in the path.', '请使用路径所指项目的服务账号。'],
    certainty: 'unconfirmed',
    sources: [...JWT, S.v3Answer],
  },
  {
    id: 'huawei-push-enabled',
    stop: ['Push is not switched on for app {app}.', '应用 {app} 尚未开通推送服务。'],
    fix: [
      'Switch push on in the console; here it is a switch of the workspace.',
      '请在控制台开通推送服务；在此可通过工作区开关设置。',
    ],
    certainty: 'stated',
    sources: [S.sendApi],
  },
]);
