import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** What the endpoint checks before it takes a call, in the order of the checks. */
export const checkRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'oppo-path',
    pass: ['The path is an interface of OPPO push.', '路径是 OPPO 推送的接口。'],
    stop: ['OPPO push has no interface {received}.', 'OPPO 推送没有接口 {received}。'],
    fix: [
      'Check the spelling of the path, capitals included, e.g. /server/v1/message/notification/unicast.',
      '请检查路径拼写（区分大小写），例如 /server/v1/message/notification/unicast。',
    ],
    certainty: 'unconfirmed',
    sources: [S.codes, S.javaSdk],
  },
  {
    id: 'oppo-method',
    pass: ['The method fits the interface.', '请求方法与接口相符。'],
    stop: [
      '{received} is not accepted here; this interface takes {expected}.',
      '此接口不接受 {received}，只接受 {expected}。',
    ],
    fix: ['Send the request with {expected}.', '请改用 {expected} 发送。'],
    certainty: 'stated',
    sources: [S.codes, S.pdf],
  },
  {
    id: 'oppo-body-size',
    pass: ['The body is within 1 MiB.', '请求体不超过 1 MiB。'],
    stop: ['The body is longer than 1 MiB and was cut.', '请求体超过 1 MiB，已被截断。'],
    fix: ['Split the call into several smaller ones.', '请拆成多个较小的请求。'],
    certainty: 'unconfirmed',
    sources: [S.codes],
  },
  {
    id: 'oppo-encoding',
    pass: ['The body is valid UTF-8.', '请求体是有效的 UTF-8。'],
    stop: ['The body is no valid UTF-8, at {received}.', '请求体不是有效的 UTF-8，位于 {received}。'],
    fix: ['Encode the body in UTF-8 before the percent encoding.', '请先用 UTF-8 编码，再做百分号编码。'],
    certainty: 'stated',
    sources: [S.codes],
  },
  {
    id: 'oppo-app-key-required',
    stop: ['The call has no app_key.', '请求缺少 app_key。'],
    fix: ['Send app_key as a form field.', '请以表单字段发送 app_key。'],
    certainty: 'stated',
    sources: [S.auth, S.codes],
  },
  {
    id: 'oppo-sign-required',
    stop: ['The call has no sign.', '请求缺少 sign。'],
    fix: [
      'Send sign = SHA-256 of app_key, timestamp and master_secret joined without separators, in lower-case hex.',
      '请发送 sign：将 app_key、timestamp、master_secret 直接拼接后取 SHA-256 的小写十六进制。',
    ],
    certainty: 'stated',
    sources: [S.auth, S.codes],
  },
  {
    id: 'oppo-timestamp-required',
    stop: ['The call has no timestamp.', '请求缺少 timestamp。'],
    fix: ['Send the time in milliseconds, 13 digits.', '请发送 13 位毫秒时间戳。'],
    certainty: 'stated',
    sources: [S.auth, S.codes],
  },
  {
    id: 'oppo-timestamp',
    pass: ['The timestamp lies within 10 minutes of the clock here.', 'timestamp 与本机时钟相差不超过 10 分钟。'],
    stop: [
      'The timestamp {received} is no number of milliseconds within 10 minutes of {now}.',
      'timestamp {received} 不是与 {now} 相差 10 分钟以内的毫秒数。',
    ],
    fix: [
      "Use milliseconds and the simulator's clock; it may have been stopped or moved.",
      '请使用毫秒，并以模拟器的时钟为准（时钟可能被停止或拨动）。',
    ],
    certainty: 'stated',
    sources: [S.auth],
  },
  {
    id: 'oppo-app-key',
    pass: ['The AppKey belongs to app {app}.', 'AppKey 属于应用 {app}。'],
    stop: ['No app here has the AppKey {received}.', '没有应用使用 AppKey {received}。'],
    fix: [
      'Copy AppKey and MasterSecret of this installation into your sender.',
      '请将本安装的 AppKey 与 MasterSecret 填入发送端。',
    ],
    certainty: 'stated',
    sources: [S.auth, S.codes],
  },
  {
    id: 'oppo-app-disabled',
    stop: ['App {app} is disabled.', '应用 {app} 已被停用。'],
    fix: [
      'Take the mark off the app in the credentials here; at OPPO, ask their support.',
      '在本工具的凭据设置中取消停用标记；真实环境请联系 OPPO 客服。',
    ],
    certainty: 'stated',
    sources: [S.codes],
  },
  {
    id: 'oppo-sign',
    pass: ['The signature is right.', '签名正确。'],
    stop: [
      'The sign {received} is not the lower-case hex SHA-256 of app_key, timestamp and master_secret.',
      'sign {received} 不是 app_key、timestamp、master_secret 拼接后的 SHA-256 小写十六进制。',
    ],
    fix: [
      'Join the three values in this order without separators, and use the MasterSecret, not the AppSecret of the client SDK.',
      '请按此顺序直接拼接三个值，并使用 MasterSecret，而不是客户端 SDK 的 AppSecret。',
    ],
    certainty: 'stated',
    sources: [S.auth, S.tencentOppo],
  },
  {
    id: 'oppo-auth-rate',
    pass: ['The app is within {limit} requests a second.', '应用未超过每秒 {limit} 次请求。'],
    stop: ['More than {limit} auth calls and requests in this second.', '本秒内的鉴权与请求超过 {limit} 次。'],
    fix: [
      'Keep the token for its 24 hours instead of fetching one for each push.',
      '请在 24 小时内复用 token，不要每次推送都鉴权。',
    ],
    certainty: 'unconfirmed',
    sources: [S.codes],
  },
  {
    id: 'oppo-token-required',
    stop: [
      'There is no auth_token in the body, the headers or the query.',
      '请求体、请求头和查询串中都没有 auth_token。',
    ],
    fix: [
      'Fetch a token from /server/v1/auth and send it as the form field auth_token.',
      '请先调用 /server/v1/auth 获取 token，并以表单字段 auth_token 发送。',
    ],
    certainty: 'stated',
    sources: [S.codes, S.unicast],
  },
  {
    id: 'oppo-token',
    pass: ['The token belongs to app {app} and is good until {until}.', 'token 属于应用 {app}，有效期至 {until}。'],
    stop: [
      'No app has the token {received}: it was not given out here.',
      'token {received} 不属于任何应用：并非此处签发。',
    ],
    fix: [
      'Fetch a new token from /server/v1/auth; tokens live 24 hours.',
      '请重新调用 /server/v1/auth；token 有效期为 24 小时。',
    ],
    certainty: 'stated',
    sources: [S.auth, S.codes],
  },
  {
    id: 'oppo-token-expired',
    stop: ['The token {received} expired at {until}.', 'token {received} 已于 {until} 过期。'],
    fix: [
      'Fetch a new token from /server/v1/auth; tokens live 24 hours.',
      '请重新调用 /server/v1/auth；token 有效期为 24 小时。',
    ],
    certainty: 'stated',
    sources: [S.auth, S.codes],
  },
  {
    id: 'oppo-token-revoked',
    stop: [
      'The key or master secret with which the token {received} was fetched no longer holds.',
      '获取 token {received} 时所用的 app_key 或 MasterSecret 已不再有效。',
    ],
    fix: [
      'Fetch a new token from /server/v1/auth with the credentials of today.',
      '请使用当前的凭据重新调用 /server/v1/auth。',
    ],
    certainty: 'inferred',
    sources: [S.auth, S.codes],
  },
  {
    id: 'oppo-token-replaced',
    stop: [
      'The app has fetched a newer token since, which ended {received} (a switch of the workspace).',
      '该应用之后获取了新的 token，{received} 随之失效（为工作区开关）。',
    ],
    fix: [
      'Share one token between all senders of the app, or let old tokens live on in the workspace.',
      '请让应用的所有发送方共用一个 token，或在工作区中允许旧 token 继续有效。',
    ],
    certainty: 'unconfirmed',
    sources: [S.auth],
  },
  {
    id: 'oppo-api-permission',
    stop: ['App {app} is still under review and may not send.', '应用 {app} 仍在审核中，不能发送正式消息。'],
    fix: [
      'Switch the review off in the workspace; at OPPO, wait for the approval of the push service.',
      '请在工作区关闭“审核中”；真实环境请等待推送服务审核通过。',
    ],
    certainty: 'stated',
    sources: [S.codes, S.tpns],
  },
  {
    id: 'oppo-rate',
    pass: ['The app is within {limit} requests a second.', '应用未超过每秒 {limit} 次请求。'],
    stop: ['More than {limit} requests in this second.', '本秒内的请求超过 {limit} 次。'],
    fix: ['Send more slowly, or raise the limit of the workspace.', '请放慢发送，或提高工作区的上限。'],
    certainty: 'unconfirmed',
    sources: [S.codes, S.getui],
  },
  {
    id: 'oppo-argument-required',
    pass: ['Nothing that is required is missing.', '必需的参数都在。'],
    stop: ['{name} is missing or empty.', '{name} 缺失或为空。'],
    fix: ['Send {name}.', '请发送 {name}。'],
    certainty: 'stated',
    sources: [S.body, S.codes],
  },
  {
    id: 'oppo-argument-value',
    pass: ['All values are of the right kind and within their limits.', '所有参数的类型与范围都正确。'],
    stop: ['{name} is {received}; expected: {expected}.', '{name} 为 {received}；应为：{expected}。'],
    fix: ['Allowed for {name}: {expected}.', '{name} 允许的取值：{expected}。'],
    certainty: 'stated',
    sources: [S.body, S.codes, S.javaSdk],
  },
  {
    id: 'oppo-json',
    stop: [
      '{name} cannot be read as JSON of the form {expected}: {received}.',
      '{name} 无法解析为 {expected} 形式的 JSON：{received}。',
    ],
    fix: [
      'Put JSON text of that kind there, encoded once as a form value.',
      '请填入相应的 JSON 文本，并只做一次表单编码。',
    ],
    certainty: 'unconfirmed',
    sources: [S.unicast, S.codes],
  },
  {
    id: 'oppo-category',
    pass: ['Category and reminder level are allowed.', 'category 与提醒级别允许使用。'],
    stop: [
      'The category {received} is not accepted; accepted here: {expected}.',
      '不接受 category {received}；此处接受的有：{expected}。',
    ],
    fix: [
      'Use one of the known categories in upper case; an app on the old scheme sends channel_id only.',
      '请使用大写的已知分类；处于旧规则的应用只发送 channel_id。',
    ],
    certainty: 'stated',
    sources: [S.classes, S.codes],
  },
  {
    id: 'oppo-notify-level',
    stop: [
      'notify_level {received} is not open to this message; allowed: {expected}.',
      '该消息不能使用 notify_level {received}；允许的取值：{expected}。',
    ],
    fix: [
      'Ask for 16 only with an approved app; content and marketing stand in the shade only, which is level 1.',
      '16 仅限获准的应用；内容与营销类只进通知栏，即级别 1。',
    ],
    certainty: 'stated',
    sources: [S.classes, S.jpush, S.codes],
  },
  {
    id: 'oppo-category-old',
    stop: [
      'The app is on the old scheme, which has no category ({received}).',
      '应用处于旧规则，没有 category（{received}）。',
    ],
    fix: [
      'Send channel_id only, or switch the workspace to the new scheme.',
      '请只发送 channel_id，或将工作区切换到新规则。',
    ],
    certainty: 'stated',
    sources: [S.classes, S.jpush, S.codes],
  },
  {
    id: 'oppo-level-category',
    stop: ['notify_level {received} came without a category.', '给出了 notify_level {received}，但没有 category。'],
    fix: ['Send a category with it, or leave notify_level out.', '请同时发送 category，或去掉 notify_level。'],
    certainty: 'stated',
    sources: [S.classes, S.jpush, S.codes],
  },
  {
    id: 'oppo-template',
    stop: [
      'A message of category {received} needs private_msg_template_id.',
      'category 为 {received} 的消息必须带 private_msg_template_id。',
    ],
    fix: [
      'Have a template approved and send its id with the parameters, or switch the workspace to the other scheme.',
      '请申请消息模板并发送模板 ID 与参数，或将工作区切换到另一套规则。',
    ],
    certainty: 'measured',
    sources: [S.classes, S.codes],
  },
  {
    id: 'oppo-template-known',
    stop: ['The app has no template {received}.', '应用没有模板 {received}。'],
    fix: ['Use the id of a template of this app in the credentials.', '请使用凭据中该应用已有的模板 ID。'],
    certainty: 'unconfirmed',
    sources: [S.classes],
  },
  {
    id: 'oppo-template-parameters',
    stop: ['{name} does not fit the template; it must hold: {expected}.', '{name} 与模板不符；其中须有：{expected}。'],
    fix: [
      'Give each placeholder of the template a value, in a JSON object.',
      '请用 JSON 对象为模板中的每个占位符提供取值。',
    ],
    certainty: 'unconfirmed',
    sources: [S.classes],
  },
  {
    id: 'oppo-quota',
    pass: ['The app has sent {received} of {limit} public messages today.', '应用今日公信消息 {received} / {limit}。'],
    stop: [
      'The app has sent {received} of {limit} public messages today.',
      '应用今日公信消息已达 {received} / {limit}。',
    ],
    fix: [
      'Wait for the next day in China (UTC+8), or raise the limit of the workspace.',
      '请等到次日（UTC+8），或提高工作区的上限。',
    ],
    certainty: 'stated',
    sources: [S.codes, S.getui],
  },
  {
    id: 'oppo-registration-id',
    pass: [
      'The target has the form of a registration id, or is registered.',
      '目标符合 registration_id 格式，或已注册。',
    ],
    stop: ['{received} does not look like a registration id.', '{received} 不符合 registration_id 格式。'],
    fix: [
      'Send the id from onRegister unchanged and just one of them, e.g. CN_ with 32 hex digits.',
      '请原样发送 onRegister 给出的 id，且只发一个，例如 CN_ 加 32 位十六进制。',
    ],
    certainty: 'inferred',
    sources: [S.javaSdk, S.codes],
  },
  {
    id: 'oppo-data-exists',
    pass: ['{name} {received} exists.', '{name} {received} 存在。'],
    stop: ['There is no {name} {received} of this app.', '该应用没有 {name} {received}。'],
    fix: ['Use an id that this server gave to this app.', '请使用本服务发给该应用的 id。'],
    certainty: 'stated',
    sources: [S.codes, S.pdf],
  },
  {
    id: 'oppo-picture',
    pass: ['The picture has the right size and format.', '图片尺寸与格式正确。'],
    stop: ['The picture is {received}; expected: {expected}.', '图片为 {received}；应为：{expected}。'],
    fix: ['Upload a PNG or JPEG in exactly this size.', '请上传尺寸完全一致的 PNG 或 JPEG。'],
    certainty: 'stated',
    sources: [S.pdf, S.codes],
  },
  {
    id: 'oppo-picture-quota',
    stop: ['The app has uploaded {received} of {limit} pictures today.', '应用今日已上传图片 {received} / {limit}。'],
    fix: [
      'Wait for the next day in China (UTC+8), or raise the limit of the workspace.',
      '请等到次日（UTC+8），或提高工作区的上限。',
    ],
    certainty: 'stated',
    sources: [S.codes],
  },
  {
    id: 'oppo-accepted',
    pass: ['OPPO took it as {id}.', 'OPPO 已接受，id 为 {id}。'],
    certainty: 'stated',
    sources: [S.unicast, S.pdf],
  },
]);
