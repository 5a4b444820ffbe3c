import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** What the endpoint checks before a message is read, in the order of the checks. The real order is not published. */
export const checkRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'meizu-path',
    pass: ['The path is an interface of Meizu push.', '路径是魅族推送的接口。'],
    stop: ['Meizu push has no interface {received}.', '魅族推送没有接口 {received}。'],
    fix: [
      'Check the spelling; every path begins with /garcia/api/server, e.g. /garcia/api/server/push/varnished/pushByPushId.',
      '请检查拼写；所有路径都以 /garcia/api/server 开头，例如 /garcia/api/server/push/varnished/pushByPushId。',
    ],
    certainty: 'unconfirmed',
    sources: [S.api],
  },
  {
    id: 'meizu-body-size',
    pass: ['The body is within 1 MiB.', '请求体不超过 1 MiB。'],
    stop: [
      'The body is longer than 1 MiB and was cut at {received} bytes.',
      '请求体超过 1 MiB，在 {received} 字节处被截断。',
    ],
    fix: ['Split the send into several requests.', '请拆成多个请求发送。'],
    certainty: 'unconfirmed',
    sources: [S.api],
  },
  {
    id: 'meizu-app-required',
    pass: ['appId is there.', '已提供 appId。'],
    stop: ['The parameter appId is missing or empty.', '缺少参数 appId 或其值为空。'],
    fix: [
      'Send appId as a form parameter with content type application/x-www-form-urlencoded.',
      '请把 appId 作为表单参数发送，Content-Type 为 application/x-www-form-urlencoded。',
    ],
    certainty: 'unconfirmed',
    sources: [S.api, S.javaCodes],
  },
  {
    id: 'meizu-app-known',
    pass: ['appId {app} is known.', 'appId {app} 已知。'],
    stop: ['No app has the appId {received}.', '没有 appId 为 {received} 的应用。'],
    fix: [
      'Use the App ID of the console: a number, not the App Key. Apps known here: {expected}.',
      '请使用控制台中的 App ID（数字），而不是 App Key。此处已有的应用：{expected}。',
    ],
    certainty: 'stated',
    sources: [S.api, S.appIdIssue],
  },
  {
    id: 'meizu-blacklist',
    pass: ['The app is not blocked.', '应用未被列入黑名单。'],
    stop: ['App {app} is on the blacklist.', '应用 {app} 在黑名单中。'],
    fix: [
      'Take the mark off the app in the credentials here; at Meizu, ask their support.',
      '在本工具的凭据设置中取消黑名单标记；真实环境请联系魅族客服。',
    ],
    certainty: 'stated',
    sources: [S.api],
  },
  {
    id: 'meizu-sign',
    pass: ['The signature covers exactly what was received.', '签名与收到的参数完全一致。'],
    stop: [
      'The signature {received} does not belong to these parameters and the AppSecret of app {app}.',
      '签名 {received} 与收到的参数及应用 {app} 的 AppSecret 不符。',
    ],
    fix: [
      'Sort all parameters except sign by name, join name=value without anything between, not URL-encoded, add the AppSecret, and take the lower-case MD5. Signed here: {names}.',
      '除 sign 外的所有参数按名称排序，以 name=value 直接相连（不做 URL 编码），末尾加上 AppSecret，取小写 MD5。参与签名的参数：{names}。',
    ],
    certainty: 'measured',
    sources: [S.signature, S.signIssue, S.javaClient],
  },
  {
    id: 'meizu-rate',
    pass: ['The rate is within {limit} requests per second.', '请求频率未超过每秒 {limit} 次。'],
    stop: ['More than {limit} requests in this second.', '这一秒内的请求超过了 {limit} 次。'],
    fix: [
      'Put up to 100 targets into one request, or send more slowly. The limit is a switch of the workspace.',
      '一个请求最多可带 100 个目标，请合并或放慢发送。该上限可在工作区中设置。',
    ],
    certainty: 'stated',
    sources: [S.api, S.quota],
  },
  {
    id: 'meizu-parameters',
    pass: ['All parameters that the interface needs are there.', '接口所需的参数都已提供。'],
    stop: ['The parameter {name} is missing or empty.', '缺少参数 {name} 或其值为空。'],
    fix: ['Add {name}, and sign it with the others.', '请加上 {name}，并与其他参数一起签名。'],
    certainty: 'unconfirmed',
    sources: [S.api, S.javaCodes],
  },
  {
    id: 'meizu-parameter-value',
    pass: ['The parameters have allowed values.', '参数取值有效。'],
    stop: ['{name} is {received}; allowed is {expected}.', '{name} 的值为 {received}，允许的取值为 {expected}。'],
    fix: ['Send one of the allowed values.', '请改为允许的取值。'],
    certainty: 'unconfirmed',
    sources: [S.api],
  },
  {
    id: 'meizu-target-count',
    pass: ['The request addresses no more than {limit} targets.', '请求中的目标不超过 {limit} 个。'],
    stop: [
      'The request addresses {received} targets; {limit} are allowed.',
      '请求包含 {received} 个目标，最多允许 {limit} 个。',
    ],
    fix: [
      'Split the targets; since 2023-08-21 one request takes 100 of them, and older clients still send 1000.',
      '请拆分目标；自 2023-08-21 起每次请求最多 100 个，旧版客户端仍会发送 1000 个。',
    ],
    certainty: 'unconfirmed',
    sources: [S.history],
  },
  {
    id: 'meizu-task-known',
    pass: ['Task {received} belongs to the app.', '任务 {received} 属于该应用。'],
    stop: ['App {app} has no such task: {received}.', '应用 {app} 没有此任务：{received}。'],
    fix: [
      'Use the taskId that getTaskId, pushToApp or pushToTag answered, with the same appId and pushType.',
      '请使用 getTaskId、pushToApp 或 pushToTag 返回的 taskId，并保持 appId 和 pushType 一致。',
    ],
    certainty: 'stated',
    sources: [S.api],
  },
  {
    id: 'meizu-pass-through',
    pass: ['A notification, or pass-through is allowed here.', '是通知栏消息，或此处允许透传。'],
    stop: ['Meizu no longer takes pass-through messages from apps.', '魅族已不再接受应用的透传消息。'],
    fix: [
      'Send a notification through /push/varnished/…; pass-through was restricted on 2018-06-16. A switch of the workspace allows it.',
      '请改用 /push/varnished/… 发送通知栏消息；透传自 2018-06-16 起受限，可在工作区中放开。',
    ],
    certainty: 'measured',
    sources: [S.history, S.passThroughIssue],
  },
  {
    id: 'meizu-packages',
    pass: [
      'restrictedPackageNames names packages of the app, or is not used.',
      'restrictedPackageNames 中的包名属于该应用，或未使用。',
    ],
    stop: ['{received} is not a package of app {app}.', '{received} 不是应用 {app} 的包名。'],
    fix: ['Use {expected}, or leave the parameter out.', '请使用 {expected}，或不传该参数。'],
    certainty: 'unconfirmed',
    sources: [S.api],
  },
  {
    id: 'meizu-day-total',
    pass: ['The app is within its sends of the day.', '应用当日推送次数未超限。'],
    stop: ['The app has used up its {limit} sends of the day.', '应用当日的 {limit} 次推送已用完。'],
    fix: [
      'Wait for the next day in China, or raise the switch of the workspace.',
      '请等到次日（北京时间），或在工作区中调高上限。',
    ],
    certainty: 'stated',
    sources: [S.api],
  },
  {
    id: 'meizu-date-order',
    pass: ['The dates are in order.', '日期先后正确。'],
    stop: ['The end {end} is before the start {start}.', '结束日期 {end} 早于开始日期 {start}。'],
    fix: ['Exchange the dates.', '请交换两个日期。'],
    certainty: 'stated',
    sources: [S.api],
  },
  {
    id: 'meizu-date-span',
    pass: ['The dates are at most 30 days apart.', '日期相差不超过 30 天。'],
    stop: ['The dates are {received} days apart; 30 are allowed.', '日期相差 {received} 天，最多允许 30 天。'],
    fix: ['Ask for a shorter span.', '请缩短查询区间。'],
    certainty: 'stated',
    sources: [S.api],
  },
  {
    id: 'meizu-task-ended',
    pass: ['The task has not begun.', '任务尚未开始。'],
    stop: [
      'Task {received} has ended or was cancelled, so it cannot be cancelled.',
      '任务 {received} 已完成或已取消，无法再取消。',
    ],
    fix: ['Only tasks to all users that still wait or run can be cancelled.', '只有等待中或推送中的全量任务可以取消。'],
    certainty: 'stated',
    sources: [S.api],
  },
]);
