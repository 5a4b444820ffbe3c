import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

const OAUTH = [S.oauthErrors, S.oauthToken];

/** Path, and the endpoint that gives access tokens. */
export const oauthRules = ruleTable('channel', 'vendor-rejected', [
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
]);
