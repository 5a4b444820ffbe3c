import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** Refusals of the interfaces that are not sends, what Xiaomi withdrew, and what is not emulated. */
export const otherRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'xiaomi-geo-withdrawn',
    stop: ['Geo-fence sends have been withdrawn for the public.', '地理围栏推送已不再对外开放。'],
    fix: ['Choose the targets yourself and send to their regids.', '请自行筛选目标后按 regid 发送。'],
    certainty: 'unconfirmed',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-media-upload',
    stop: [
      'Uploading pictures is not emulated: there is no picture server whose address could be answered.',
      '不模拟图片上传：没有图片服务器可供返回地址。',
    ],
    fix: [
      'Use an address of your own in extra.notification_bigPic_uri; the phone here shows title and text only.',
      '可在 extra.notification_bigPic_uri 中使用自己的图片地址；此处的手机只显示标题和正文。',
    ],
    certainty: 'unconfirmed',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-parameter-required',
    stop: ['{name} is missing or empty.', '缺少 {name} 或其值为空。'],
    fix: ['Fill {name}.', '请填写 {name}。'],
    certainty: 'inferred',
    sources: [S.serverApi, S.errorCodes],
  },
  {
    id: 'xiaomi-parameter-value',
    stop: ['{name} is {received}; allowed is {expected}.', '{name} 的值为 {received}，允许的取值为 {expected}。'],
    fix: ['Send {name} as {expected}.', '请按 {expected} 发送 {name}。'],
    certainty: 'inferred',
    sources: [S.serverApi, S.errorCodes],
  },
  {
    id: 'xiaomi-message-unknown',
    pass: ['The message or job was found.', '找到了对应的消息或任务。'],
    stop: ['No message or job {received} is known for this app.', '该应用没有消息或任务 {received}。'],
    fix: [
      'Use the id from data.id of the answer; a scheduled job is gone once it has been sent or deleted.',
      '请使用应答中 data.id 的值；定时任务在发送或删除后即不存在。',
    ],
    certainty: 'unconfirmed',
    sources: [S.errorCodes, S.serverApi],
  },
  {
    id: 'xiaomi-subscribe-targets',
    stop: [
      'None of the targets is registered with this app, so no subscription changed: {received}.',
      '没有任何目标在该应用下注册，订阅未改变：{received}。',
    ],
    fix: [
      'Name at least one registered regid or alias of this app.',
      '请至少提供一个该应用下已注册的 regid 或 alias。',
    ],
    certainty: 'unconfirmed',
    sources: [S.errorCodes],
  },
  {
    id: 'xiaomi-no-invalid-alias',
    stop: ['No invalid aliases are waiting to be fetched.', '没有更多的失效别名可供拉取。'],
    fix: ['Nothing is wrong; ask again later.', '这不是错误，请稍后再查询。'],
    certainty: 'stated',
    sources: [S.errorCodes],
  },
  {
    id: 'xiaomi-accepted',
    pass: ['Xiaomi accepts the message as {id}.', '小米接受了消息，编号 {id}。'],
    certainty: 'measured',
    sources: [S.fixtures, S.serverApi],
  },
  {
    id: 'xiaomi-done',
    pass: ['The call is answered with code 0.', '调用成功，返回码 0。'],
    certainty: 'inferred',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-scheduled',
    note: [
      'The message waits until {due} (simulated time) as job {id}; topics and filters were resolved now, not then.',
      '消息作为任务 {id} 等待到 {due}（模拟时间）发送；主题和过滤条件按当前状态计算。',
    ],
    certainty: 'unconfirmed',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-bad-targets',
    note: [
      '{count} target(s) are not registered here and get nothing: {targets}.',
      '{count} 个目标未在此注册，不会收到消息：{targets}。',
    ],
    fix: [
      'Remove them from your list; the answer names bad regids in data.bad_regids.',
      '请从列表中删除；应答的 data.bad_regids 会列出无效的 regid。',
    ],
    certainty: 'measured',
    sources: [S.badRegids, S.pushXiaomi],
  },
  {
    id: 'xiaomi-filtered',
    note: [
      '{count} phone(s) do not match extra.model or extra.model_not_in and get nothing.',
      '{count} 部手机不符合 extra.model 或 extra.model_not_in，不会收到消息。',
    ],
    certainty: 'inferred',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-device-quota',
    note: [
      "{count} phone(s) have used up today's quota of the class {class} and get nothing.",
      '{count} 部手机今日的 {class} 类消息配额已用完，不会收到消息。',
    ],
    certainty: 'stated',
    sources: [S.limits],
  },
  {
    id: 'xiaomi-revoked',
    note: ['{count} notification(s) are taken out of the shade.', '从通知栏撤回 {count} 条通知。'],
    certainty: 'stated',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-withdrawn',
    note: [
      'Copies of {count} message(s) that wait for offline phones are dropped; those phones never get them.',
      '丢弃 {count} 条消息中等待离线手机的副本，这些手机不会再收到。',
    ],
    certainty: 'unconfirmed',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-revoke-ending',
    note: [
      'The first two versions of revoke are switched off on 2026-12-01; served here so that you can move.',
      '第一、二版撤回接口将于 2026-12-01 下线；此处仍提供，便于迁移。',
    ],
    fix: [
      'Move to /v3/message/{regid|alias|user_account}/revoke.',
      '请迁移到 /v3/message/{regid|alias|user_account}/revoke。',
    ],
    certainty: 'stated',
    sources: [S.revokeNotice],
  },
  {
    id: 'xiaomi-stop-nothing-running',
    note: [
      'Only a scheduled message, or one that still waits for an offline phone, can be stopped; {received} is neither.',
      '只能停止定时消息或仍在等待离线手机的消息；{received} 都不是。',
    ],
    certainty: 'unconfirmed',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-feedback-offline',
    note: [
      'Xiaomi says that its feedback service has been taken offline; it is served here for old clients.',
      '小米说明 feedback 服务已下线；此处仅为旧客户端保留。',
    ],
    fix: [
      'Use receipts of type 16 (extra.callback.type with bit 16).',
      '请改用类型 16 的回执（extra.callback.type 包含 16）。',
    ],
    certainty: 'stated',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-answer-form-unknown',
    note: [
      'No public text shows the data of this answer; its form here is our own choice.',
      '没有公开资料说明此应答的数据格式；此处的格式由本工具选定。',
    ],
    certainty: 'unconfirmed',
    sources: [S.httpSdk],
  },
  {
    id: 'xiaomi-regid-unknown',
    note: ['{received} is not registered with this app; the list is empty.', '{received} 未在该应用下注册，列表为空。'],
    certainty: 'unconfirmed',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-answer-refused',
    stop: [
      'Xiaomi refused the message: {code} {description}, {reason}.',
      '小米拒绝了消息：{code} {description}，{reason}。',
    ],
    fix: ['See the result code {code}.', '请查看结果码 {code} 的说明。'],
    certainty: 'stated',
    sources: [S.errorCodes],
  },
  {
    id: 'xiaomi-answer-unreadable',
    stop: [
      'The answer (HTTP {status}) is not a result of Xiaomi push: {received}.',
      '应答（HTTP {status}）不是小米推送的结果：{received}。',
    ],
    fix: [
      'Look at the raw answer; an integer "code" is expected in a JSON object.',
      '请查看原始应答；应为包含整数 code 的 JSON 对象。',
    ],
    certainty: 'measured',
    sources: [S.javaClient],
  },
  {
    id: 'xiaomi-build-notify-id',
    note: [
      'notify_id {value} is made from the message id, so that messages do not replace each other.',
      'notify_id {value} 由消息编号生成，使各条消息不会互相覆盖。',
    ],
    certainty: 'inferred',
    sources: [S.tencentIm, S.serverApi],
  },
  {
    id: 'xiaomi-build-ext',
    note: [
      'ext travels as extra.ext, where the app reads it, and as payload; Tencent does not publish this request.',
      'ext 同时放在 extra.ext（应用读取处）和 payload 中；腾讯未公开此请求的格式。',
    ],
    certainty: 'inferred',
    sources: [S.tencentExt, S.tencentIm],
  },
  {
    id: 'xiaomi-build-life',
    note: [
      'time_to_live is 7 days, the time that IM keeps messages for; Tencent does not say what it sends.',
      'time_to_live 取 7 天，即 IM 保存离线消息的时间；腾讯未说明实际发送的值。',
    ],
    certainty: 'unconfirmed',
    sources: [S.tencentIm],
  },
  {
    id: 'xiaomi-build-effect',
    note: [
      'No notify_effect is sent for "open app", so a tap only calls the app back.',
      '“打开应用”不发送 notify_effect，因此点击只会回调应用。',
    ],
    certainty: 'inferred',
    sources: [S.tencentExt, S.tencentIm],
  },
  {
    id: 'xiaomi-build-no-app',
    note: [
      'No Xiaomi app with the package {package} is among the credentials; the request goes out without a secret.',
      '凭据中没有包名为 {package} 的小米应用，请求将不带密钥发出。',
    ],
    fix: ['Add the package to an app in the Xiaomi credentials.', '请在小米凭据中为应用添加该包名。'],
    certainty: 'stated',
    sources: [S.serverApi],
  },
]);
