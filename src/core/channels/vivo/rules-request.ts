import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** What is checked of every request, and of one for a token. */
export const requestRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'vivo-path',
    pass: ['The interface exists.', '接口存在。'],
    stop: ['vivo has no interface {received}; HTTP 404.', 'vivo 没有接口 {received}，返回 HTTP 404。'],
    fix: ['Check path and method. Available: {expected}.', '请核对路径和方法。可用的有：{expected}。'],
    certainty: 'unconfirmed',
    sources: [S.javaSdk, S.serverApi],
  },
  {
    id: 'vivo-body',
    pass: ['The body is a JSON object.', '请求体是 JSON 对象。'],
    stop: [
      'The body cannot be parsed as JSON: {received}. The answer is HTTP 500.',
      '请求体无法解析为 JSON：{received}。返回 HTTP 500。',
    ],
    fix: [
      'Send the parameters as one JSON object; a form is not understood here.',
      '请以一个 JSON 对象发送参数；此接口不接受表单。',
    ],
    certainty: 'unconfirmed',
    sources: [S.oldApi],
  },
  {
    id: 'vivo-body-object',
    stop: [
      'The body is JSON, but no object: {received}. The answer is HTTP 500.',
      '请求体是 JSON，但不是对象：{received}。返回 HTTP 500。',
    ],
    fix: ['Send one JSON object, {…}.', '请发送一个 JSON 对象 {…}。'],
    certainty: 'unconfirmed',
    sources: [S.oldApi],
  },
  {
    id: 'vivo-body-encoding',
    stop: ['The body is not in UTF-8. The answer is HTTP 500.', '请求体不是 UTF-8 编码。返回 HTTP 500。'],
    fix: ['Encode the JSON text in UTF-8.', '请使用 UTF-8 编码 JSON 文本。'],
    certainty: 'unconfirmed',
    sources: [S.oldApi],
  },
  {
    id: 'vivo-body-size',
    stop: ['The body is longer than 1 MiB. The answer is HTTP 500.', '请求体超过 1 MiB。返回 HTTP 500。'],
    fix: ['Split the send into several requests.', '请拆成多个请求发送。'],
    certainty: 'unconfirmed',
    sources: [S.oldApi],
  },
  {
    id: 'vivo-token',
    pass: ['authToken is valid and belongs to app {app}.', 'authToken 有效，属于应用 {app}。'],
    stop: [
      'No app has the authToken {received}: it was not given out here, or its app was removed.',
      'authToken {received} 不属于任何应用：并非此处签发，或其应用已被删除。',
    ],
    fix: [
      'Get a token from /message/auth and send it as it is, without "Bearer".',
      '请调用 /message/auth 获取 token，并原样发送，不要加 “Bearer”。',
    ],
    certainty: 'stated',
    sources: [S.serverApi, S.javaSdk],
  },
  {
    id: 'vivo-token-missing',
    stop: ['The header authToken is missing or empty.', '缺少请求头 authToken 或其值为空。'],
    fix: [
      'Get a token from /message/auth and send it in the header authToken, not in Authorization or the body.',
      '请先调用 /message/auth 获取 token，放在请求头 authToken 中，而不是 Authorization 或请求体中。',
    ],
    certainty: 'stated',
    sources: [S.serverApi, S.javaSdk],
  },
  {
    id: 'vivo-token-expired',
    stop: ['The authToken {received} expired at {until}.', 'authToken {received} 已于 {until} 过期。'],
    fix: [
      'Get a new one from /message/auth; a token lives 24 hours, and vivo advises renewing it every 1 to 2 hours.',
      '请重新调用 /message/auth；token 有效期 24 小时，vivo 建议每 1 至 2 小时更新一次。',
    ],
    certainty: 'stated',
    sources: [S.serverApi, S.javaSdk],
  },
  {
    id: 'vivo-app-id',
    pass: ['The appId fits the token.', 'appId 与 token 一致。'],
    stop: [
      'The body names app {received}, but the token was made for {expected}.',
      '请求体中的 appId 为 {received}，而 token 属于 {expected}。',
    ],
    fix: ['Use the token of that app, or leave appId out.', '请使用该应用的 token，或去掉 appId。'],
    certainty: 'stated',
    sources: [S.api292, S.serverApi],
  },
  {
    id: 'vivo-app-open',
    pass: ["The app's push channel is open.", '应用的 push 通道已开启。'],
    stop: ['The push channel of app {app} is closed.', '应用 {app} 的 push 通道已关闭。'],
    fix: [
      "Take the app off the blacklist in the credentials, or set the switch for the app's state to released.",
      '请在凭据中取消黑名单标记，或将应用状态开关设为已上架。',
    ],
    certainty: 'stated',
    sources: [S.errorCodes, S.getui],
  },
  {
    id: 'vivo-app-released',
    pass: ['The app may send messages of this kind.', '应用可以发送此类消息。'],
    stop: [
      'App {app} is still under review and may not send formal messages (pushMode 0 or none).',
      '应用 {app} 仍在审核中，不能发送正式消息（pushMode 为 0 或未设置）。',
    ],
    fix: [
      "Send with pushMode 1 to test devices, or set the switch for the app's state to released.",
      '请以 pushMode 1 推送到测试设备，或将应用状态开关设为已上架。',
    ],
    certainty: 'stated',
    sources: [S.errorCodes, S.goClient],
  },
  {
    id: 'vivo-auth-fields',
    pass: ['appId, appKey, timestamp and sign are there.', 'appId、appKey、timestamp、sign 均已提供。'],
    stop: ['{name} is missing or empty.', '{name} 缺失或为空。'],
    fix: ['Send all four.', '四项均须提供。'],
    certainty: 'stated',
    sources: [S.serverApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-auth-time',
    pass: ['timestamp is within 10 minutes of the server clock.', 'timestamp 与服务器时钟相差不超过 10 分钟。'],
    stop: [
      'timestamp {received} is no number of milliseconds within 10 minutes of the server clock ({expected}).',
      'timestamp {received} 不是与服务器时钟（{expected}）相差 10 分钟以内的毫秒数。',
    ],
    fix: [
      'Send the milliseconds since 1970 and set the clock; the server here follows the simulated clock.',
      '请发送自 1970 年起的毫秒数并校准时钟；此处服务器使用模拟时钟。',
    ],
    certainty: 'stated',
    sources: [S.serverApi],
  },
  {
    id: 'vivo-auth-app',
    pass: ['The app is known.', '应用存在。'],
    stop: ['There is no app {received}.', '不存在应用 {received}。'],
    fix: ['Use the appId of the credentials.', '请使用凭据中的 appId。'],
    certainty: 'stated',
    sources: [S.serverApi, S.getui],
  },
  {
    id: 'vivo-auth-rate',
    pass: ['Not more than {limit} tokens were asked for in this second.', '本秒内获取 token 未超过 {limit} 次。'],
    stop: [
      'App {app} asked for more than {limit} tokens in one second.',
      '应用 {app} 一秒内获取 token 超过 {limit} 次。',
    ],
    fix: [
      'Keep the token and renew it every hour or two. The limit is a switch; while the simulated clock stands still, its second does not end.',
      '请缓存 token，每一两小时更新一次。上限可在开关中调整；模拟时钟停住时，这一秒不会结束。',
    ],
    certainty: 'stated',
    sources: [S.liveCards],
  },
  {
    id: 'vivo-auth-key',
    pass: ['appKey fits the app.', 'appKey 与应用相符。'],
    stop: ['appKey {received} is not that of app {app}.', 'appKey {received} 不属于应用 {app}。'],
    fix: ['Use the appKey of the credentials.', '请使用凭据中的 appKey。'],
    certainty: 'stated',
    sources: [S.errorCodes],
  },
  {
    id: 'vivo-auth-sign',
    pass: ['sign fits.', 'sign 正确。'],
    stop: [
      'sign is {received}; for these fields and the secret of app {app} it would begin with {expected}.',
      'sign 为 {received}；按这些字段与应用 {app} 的 appSecret，应以 {expected} 开头。',
    ],
    fix: [
      'sign is the lower-case hex MD5 of appId, appKey, timestamp and appSecret, joined without separators and each trimmed.',
      'sign 为 appId、appKey、timestamp、appSecret 去除首尾空白后直接拼接的 MD5，小写十六进制。',
    ],
    certainty: 'stated',
    sources: [S.serverApi, S.javaSdk],
  },
  {
    id: 'vivo-rate',
    pass: ['The requests of this second are within {limit}.', '本秒请求数未超过 {limit}。'],
    stop: ['More than {limit} requests of app {app} in one second.', '应用 {app} 一秒内请求超过 {limit} 次。'],
    fix: ['Send more slowly; the limit is a switch.', '请降低发送速度；上限可在开关中调整。'],
    certainty: 'stated',
    sources: [S.quotas, S.getui],
  },
]);
