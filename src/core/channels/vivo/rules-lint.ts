import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** What vivo takes but does not do as meant, and habits that break elsewhere. */
export const lintRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'vivo-path-tidied',
    note: [
      'The path {received} was read as {expected}: doubled slashes and trailing blanks are overlooked here, and may fail at the real server.',
      '路径 {received} 按 {expected} 处理：此处忽略重复斜杠和末尾空白，真实服务器可能拒绝。',
    ],
    fix: ['Correct the path in the client.', '请在客户端修正路径。'],
    certainty: 'unconfirmed',
    sources: [S.nodeClient, S.goClient],
  },
  {
    id: 'vivo-content-encoding',
    note: [
      'The request says Content-Encoding: {received}, which is no encoding of HTTP; the official Java SDK sends it so, and it is ignored.',
      '请求头 Content-Encoding 为 {received}，并非 HTTP 内容编码；官方 Java SDK 即如此发送，已忽略。',
    ],
    certainty: 'measured',
    sources: [S.javaSdk],
  },
  {
    id: 'vivo-coerced',
    note: ['Taken although of another type: {received}.', '类型不符但仍被接受：{received}。'],
    certainty: 'measured',
    sources: [S.modood, S.javaSdk],
  },
  {
    id: 'vivo-unknown-field',
    note: ['vivo does not know these fields and ignores them: {received}.', 'vivo 不识别并忽略这些字段：{received}。'],
    fix: [
      'Check the spelling; values for the app belong into clientCustomMap.',
      '请核对拼写；给应用的数据应放入 clientCustomMap。',
    ],
    certainty: 'inferred',
    sources: [S.serverApi],
  },
  {
    id: 'vivo-duplicate-request',
    note: [
      'requestId {received} was used before: the first answer is given again and nothing is sent.',
      'requestId {received} 已使用过：返回首次的应答，不再推送。',
    ],
    fix: [
      'Give each message an id of its own; what vivo answers is not published, so this is a switch.',
      '请为每条消息设置唯一的 id；vivo 的应答未公开，此处为开关。',
    ],
    certainty: 'unconfirmed',
    sources: [S.serverApi, S.javaSdk],
  },
  {
    id: 'vivo-default-class',
    note: [
      'Neither classification nor category is given: it counts as class {value} (documents disagree; a switch).',
      '未提供 classification 和 category，按分类 {value} 处理（各版文档不一致，为开关）。',
    ],
    fix: ['Set classification: 0 operational, 1 system.', '请设置 classification：0 运营，1 系统。'],
    certainty: 'unconfirmed',
    sources: [S.serverApi, S.modood],
  },
  {
    id: 'vivo-life-cut',
    note: [
      'timeToLive {received} s is more than the limit and counts as {limit} s.',
      'timeToLive {received} 秒超过上限，按 {limit} 秒处理。',
    ],
    certainty: 'unconfirmed',
    sources: [S.serverApi, S.modood],
  },
  {
    id: 'vivo-test-text',
    note: [
      'The {name} looks like a test ({received}); vivo may refuse such formal messages with 10104.',
      '{name} 像测试内容（{received}），vivo 可能对此类正式消息返回 10104。',
    ],
    fix: [
      'Write real text, or send with pushMode 1; refusing is a switch here.',
      '请使用正式文案或 pushMode 1；是否拒绝为开关。',
    ],
    certainty: 'unconfirmed',
    sources: [S.serverApi, S.goClient],
  },
  {
    id: 'vivo-foreground-hidden',
    note: [
      'foregroundShow is false: while the app is in front nothing is shown. Some Go clients always send it so.',
      'foregroundShow 为 false：应用在前台时不展示。某些 Go 客户端总是这样发送。',
    ],
    fix: ['Send foregroundShow true, or leave it out.', '请设为 true，或不传该字段。'],
    certainty: 'measured',
    sources: [S.modood, S.serverApi],
  },
  {
    id: 'vivo-send-online',
    note: [
      'sendOnline is true: one try, dropped when the phone is offline.',
      'sendOnline 为 true：只尝试一次，手机离线即丢弃。',
    ],
    certainty: 'stated',
    sources: [S.serverApi],
  },
  {
    id: 'vivo-alias-ignored',
    note: [
      'Both regId and alias are given: {received} wins, the alias is ignored.',
      '同时提供了 regId 与别名：以 {received} 为准，忽略别名。',
    ],
    certainty: 'stated',
    sources: [S.serverApi, S.oldApi],
  },
  {
    id: 'vivo-callback-id-wins',
    note: [
      'extra has callback and callback.id: callback.id wins.',
      'extra 同时含 callback 与 callback.id：以 callback.id 为准。',
    ],
    certainty: 'stated',
    sources: [S.api292, S.serverApi],
  },
  {
    id: 'vivo-callback-id-unknown',
    note: [
      'The console has no receipt address with the id {received}: no receipts.',
      '控制台没有 id 为 {received} 的回执地址，不会有回执。',
    ],
    fix: ['Enter it in the credentials of the app.', '请在应用凭据中登记。'],
    certainty: 'inferred',
    sources: [S.api292],
  },
  {
    id: 'vivo-callback-id-form',
    note: [
      'Receipts for callback.id: the form of their body is not published, so they are sent only if the switch allows an assumed one.',
      'callback.id 的回执格式未公开，只有打开开关采用假定格式时才会发送。',
    ],
    certainty: 'unconfirmed',
    sources: [S.getui, S.api292],
  },
  {
    id: 'vivo-callback-kind',
    note: [
      'extra.callback gets receipts for formal single pushes only; this is another kind of send: {received}.',
      'extra.callback 只对正式单推有回执；本次推送为：{received}。',
    ],
    fix: ['Use callback.id; for other sends there is a switch.', '请使用 callback.id；其他推送方式可用开关放开。'],
    certainty: 'stated',
    sources: [S.api292],
  },
  {
    id: 'vivo-callback-url',
    note: [
      'extra.callback is no http or https address: {received}. No receipts.',
      'extra.callback 不是 http 或 https 地址：{received}，不会有回执。',
    ],
    fix: ['Give a whole address.', '请填写完整地址。'],
    certainty: 'inferred',
    sources: [S.oldApi],
  },
  {
    id: 'vivo-link-scheme',
    note: [
      'skipType 2 opens http:// and https:// only; a tap on {received} does nothing.',
      'skipType 2 只能打开 http:// 或 https://；点击 {received} 不会有任何反应。',
    ],
    fix: ['Use skipType 4 for deep links.', '深度链接请使用 skipType 4。'],
    certainty: 'measured',
    sources: [S.mixPush],
  },
  {
    id: 'vivo-skip-custom',
    note: [
      'skipType 3 opens nothing, it only calls the app back; the newest document no longer lists it.',
      'skipType 3 不打开页面，只回调应用；最新文档已不再列出。',
    ],
    fix: ['Use skipType 4 with an intent.', '请使用 skipType 4 配合 intent。'],
    certainty: 'stated',
    sources: [S.serverApi, S.clientSdk],
  },
  {
    id: 'vivo-timed-display',
    note: [
      'timedDisplay is not as required ({received}), so the message is shown on arrival. vivo publishes no code for it.',
      'timedDisplay 不符合要求（{received}），消息到达即展示。vivo 未公开相应错误码。',
    ],
    fix: [
      'Start at least 10 minutes and end at most 24 hours from now, under 120 minutes long, on one day in China; operational messages from 7:00 to 23:00.',
      '开始时间须在 10 分钟之后、结束在 24 小时之内，时长小于 120 分钟且在北京时间同一天；运营消息限 7:00–23:00。',
    ],
    certainty: 'unconfirmed',
    sources: [S.serverApi, S.javaSdk],
  },
  {
    id: 'vivo-timed-display-due',
    note: ['timedDisplay: the notification appears at {due}.', 'timedDisplay：通知将在 {due} 展示。'],
    certainty: 'stated',
    sources: [S.serverApi],
  },
  {
    id: 'vivo-not-drawn',
    note: ['Taken, but not drawn here: {received}.', '已接受，但此处不绘制：{received}。'],
    certainty: 'stated',
    sources: [S.serverApi, S.javaSdk],
  },
  {
    id: 'vivo-profile-single',
    note: ['profileId counts for single pushes only and is ignored here.', 'profileId 仅对单推有效，此处忽略。'],
    certainty: 'stated',
    sources: [S.serverApi],
  },
  {
    id: 'vivo-profile-long',
    note: [
      'profileId has {received} characters; at most {limit} are documented.',
      'profileId 有 {received} 个字符，文档规定最多 {limit} 个。',
    ],
    fix: ['Use a shorter id.', '请使用较短的 id。'],
    certainty: 'stated',
    sources: [S.serverApi],
  },
  {
    id: 'vivo-push-mode',
    note: [
      'pushMode {received} is neither 0 nor 1 and counts as 0, a formal message.',
      'pushMode {received} 既非 0 也非 1，按 0（正式消息）处理。',
    ],
    fix: ['Send 0 or 1.', '请使用 0 或 1。'],
    certainty: 'unconfirmed',
    sources: [S.serverApi],
  },
  {
    id: 'vivo-badge-approval',
    note: [
      'addBadge needs the approval of vivo, which the switch says is missing: the icon stays as it is.',
      'addBadge 需 vivo 批准，开关显示未获批准，角标不变。',
    ],
    fix: ['Turn the switch for addBadge on.', '请打开 addBadge 开关。'],
    certainty: 'stated',
    sources: [S.badge, S.quotas],
  },
  {
    id: 'vivo-regid-form',
    note: [
      'The regId {received} has neither the form of today (v2- and about 55 characters) nor the old one (23 digits).',
      'regId {received} 既不是当前格式（v2- 加约 55 个字符），也不是旧格式（23 位数字）。',
    ],
    fix: [
      'Check that it is the regId of vivo and not of another vendor.',
      '请确认这是 vivo 的 regId，而不是其他厂商的。',
    ],
    certainty: 'inferred',
    sources: [S.javaSdk, S.oldApi],
  },
  {
    id: 'vivo-task-digits',
    note: [
      'The taskId was sent as a number. Its 18 digits are more than a double holds, so the client may have rounded it.',
      'taskId 以数字发送。18 位数字超出双精度浮点数的范围，客户端可能已将其舍入。',
    ],
    fix: ['Keep and send taskId as a text.', '请以字符串保存和发送 taskId。'],
    certainty: 'inferred',
    sources: [S.serverApi],
  },
  {
    id: 'vivo-other-app',
    note: ['The regId {received} is registered with another app: {app}.', 'regId {received} 属于另一个应用：{app}。'],
    certainty: 'inferred',
    sources: [S.serverApi],
  },
  {
    id: 'vivo-bad-targets',
    note: ['{count} targets were left out: {targets}.', '{count} 个目标未推送：{targets}。'],
    fix: ['Delete the ids that invalidUsers names.', '请删除 invalidUsers 中列出的 id。'],
    certainty: 'stated',
    sources: [S.serverApi, S.goResult],
  },
  {
    id: 'vivo-nobody',
    note: ['Nobody is reached: {received}.', '没有推送到任何人：{received}。'],
    certainty: 'inferred',
    sources: [S.serverApi],
  },
  {
    id: 'vivo-controlled',
    note: [
      'Counted but not shown ({count} in all); receipt code {code}.',
      '{count} 条消息被管控，不展示；回执码 {code}。',
    ],
    certainty: 'unconfirmed',
    sources: [S.messageClasses, S.questions, S.getui],
  },
  {
    id: 'vivo-tag-unknown',
    note: [
      'There was no tag {received}; here it is made by the first member.',
      '标签 {received} 不存在；此处在添加成员时创建。',
    ],
    certainty: 'unconfirmed',
    sources: [S.tagsApi],
  },
  {
    id: 'vivo-live-fault',
    note: [
      'The live card is accepted and not sent on: {received}. At vivo that is a receipt (301), not a result code.',
      '原子通知已接受但不会下发：{received}。在 vivo 以回执（301）而非错误码告知。',
    ],
    fix: [
      'Send notifyId, and liveMessage with operation 1 (update) or 2 (end) and templateType 1, 2 or 4.',
      '请提供 notifyId，以及含 operation 1（更新）或 2（结束）、templateType 1、2 或 4 的 liveMessage。',
    ],
    certainty: 'stated',
    sources: [S.liveCards],
  },
]);
