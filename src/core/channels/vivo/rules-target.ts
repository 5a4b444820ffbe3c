import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** Whom a message goes to, list pushes, statistics and tags. */
export const targetRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'vivo-target-given',
    pass: ['A target is named.', '已指定目标。'],
    stop: ['No target is named: {name} is needed.', '未指定目标：需要 {name}。'],
    fix: ['Name at least one.', '请至少指定一个。'],
    certainty: 'stated',
    sources: [S.serverApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-target-count',
    pass: ['The number of targets is allowed.', '目标数量符合要求。'],
    stop: ['{name}: {received} targets; 2 to {limit} are allowed.', '{name} 有 {received} 个，须为 2 至 {limit} 个。'],
    fix: [
      'Send to one phone with /message/send, to more than 1000 in several calls.',
      '单个目标请用 /message/send，超过 1000 个请分批。',
    ],
    certainty: 'stated',
    sources: [S.serverApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-target-list',
    stop: ['{name} must be a list of texts; received: {received}.', '{name} 须为字符串数组；实际为：{received}。'],
    fix: [
      'Send a JSON array, ["…","…"], not a text with commas.',
      '请发送 JSON 数组 ["…","…"]，而不是逗号分隔的文本。',
    ],
    certainty: 'unconfirmed',
    sources: [S.serverApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-alias-length',
    pass: ['The alias is not too long.', '别名长度符合要求。'],
    stop: ['The alias has {received} characters; {limit} are allowed.', '别名有 {received} 个字符，最多 {limit} 个。'],
    fix: ['Use a shorter alias.', '请使用较短的别名。'],
    certainty: 'stated',
    sources: [S.serverApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-regid',
    pass: ['The regId is registered with this app.', 'regId 已在此应用下注册。'],
    stop: [
      'The app has no regId {received} (status {status}).',
      '此应用下没有 regId {received}（status 为 {status}）。',
    ],
    fix: [
      'Delete the id, and send to the one that the app gets from the client SDK.',
      '请删除该 id，改用应用从客户端 SDK 得到的 regId。',
    ],
    certainty: 'stated',
    sources: [S.serverApi, S.goResult],
  },
  {
    id: 'vivo-regid-gone',
    stop: [
      'The regId {received} is dead: the app was uninstalled or unsubscribed, or its data cleared (status {status}).',
      'regId {received} 已失效：应用已卸载、取消订阅或清除了数据（status 为 {status}）。',
    ],
    fix: [
      'Delete the id; the app gets a new one when it registers again.',
      '请删除该 id；应用重新注册后会得到新的 regId。',
    ],
    certainty: 'stated',
    sources: [S.serverApi, S.goResult],
  },
  {
    id: 'vivo-test-device',
    stop: [
      'pushMode 1 reaches test devices only, and the phone of {received} is none (status {status}).',
      'pushMode 为 1 时只能发给测试设备，而 {received} 的手机不是（status 为 {status}）。',
    ],
    fix: [
      'Register the phone as a test device (a switch here), or send with pushMode 0.',
      '请将手机登记为测试设备（此处为开关），或使用 pushMode 0。',
    ],
    certainty: 'stated',
    sources: [S.serverApi, S.goResult],
  },
  {
    id: 'vivo-alias',
    pass: ['The alias belongs to a registered phone.', '别名对应已注册的手机。'],
    stop: ['No phone of this app has the alias {received}.', '此应用下没有手机绑定别名 {received}。'],
    fix: ['Bind the alias in the app first.', '请先在应用内绑定别名。'],
    certainty: 'unconfirmed',
    sources: [S.errorCodes, S.getui],
  },
  {
    id: 'vivo-alias-gone',
    stop: [
      'The app was uninstalled or unsubscribed on the phone with the alias {received}.',
      '绑定别名 {received} 的手机已卸载应用或取消订阅。',
    ],
    fix: ['Bind the alias again after the app has registered.', '请在应用重新注册后再次绑定别名。'],
    certainty: 'unconfirmed',
    sources: [S.errorCodes, S.getui],
  },
  {
    id: 'vivo-reachable',
    pass: ['The phone can be pushed to.', '设备当前可推送。'],
    stop: ['Notifications of the app are off on the phone of {received}.', '{received} 的手机已关闭该应用的通知。'],
    fix: [
      'Allow notifications on the phone, or set the switch to accept such pushes.',
      '请在手机上允许通知，或将开关设为接受此类推送。',
    ],
    certainty: 'unconfirmed',
    sources: [S.errorCodes, S.getui],
  },
  {
    id: 'vivo-task-id',
    pass: ['taskId is a number.', 'taskId 为数字。'],
    stop: ['taskId is {received}; digits are needed.', 'taskId 为 {received}，须为数字。'],
    fix: ['Use the taskId of /message/saveListPayload.', '请使用 /message/saveListPayload 返回的 taskId。'],
    certainty: 'stated',
    sources: [S.oldJavaSdk, S.errorCodes],
  },
  {
    id: 'vivo-task-known',
    pass: ['The saved body is there.', '已保存的消息体存在。'],
    stop: [
      'No body is saved under taskId {received}, or it is older than {limit} days.',
      'taskId {received} 没有已保存的消息体，或已超过 {limit} 天。',
    ],
    fix: ['Save the body again with /message/saveListPayload.', '请重新调用 /message/saveListPayload。'],
    certainty: 'stated',
    sources: [S.errorCodes, S.getui],
  },
  {
    id: 'vivo-bodies',
    pass: ['The bodies of the day are not used up.', '当日可保存的消息体未用完。'],
    stop: [
      '{received} bodies were saved today; {limit} are allowed.',
      '今日已保存 {received} 个消息体，最多 {limit} 个。',
    ],
    fix: ['Use a taskId again for further batches.', '后续批次请复用 taskId。'],
    certainty: 'stated',
    sources: [S.oldJavaSdk, S.terms],
  },
  {
    id: 'vivo-all-once',
    pass: ['No push to everybody was sent today.', '今日尚未全量推送。'],
    stop: [
      'App {app} has pushed to everybody today already ({received}).',
      '应用 {app} 今日（{received}）已全量推送过。',
    ],
    fix: ['Wait for the next day in China.', '请等到北京时间次日。'],
    certainty: 'stated',
    sources: [S.oldJavaSdk, S.terms],
  },
  {
    id: 'vivo-task-ids',
    pass: ['1 to 100 taskIds are asked for.', '查询的 taskId 为 1 至 100 个。'],
    stop: [
      '{received} taskIds are asked for; 1 to {limit} are allowed.',
      '查询了 {received} 个 taskId，须为 1 至 {limit} 个。',
    ],
    fix: ['Give the ids in taskIds, separated by commas.', '请在 taskIds 中以逗号分隔填写。'],
    certainty: 'stated',
    sources: [S.oldApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-tag-name',
    pass: ['The name is given.', '已提供名称。'],
    stop: ['{name} is missing or empty.', '{name} 缺失或为空。'],
    fix: ['Name the tag, class or expression.', '请填写标签、分类或表达式的名称。'],
    certainty: 'stated',
    sources: [S.tagsApi],
  },
  {
    id: 'vivo-tag-type',
    pass: ['The type is allowed.', '类型有效。'],
    stop: ['{name} is {received}; 1 or 2 is needed.', '{name} 为 {received}，须为 1 或 2。'],
    fix: [
      'For ids 1 is regId and 2 alias; for classes 1 is ordinary and 2 exclusive.',
      '对 id，1 为 regId、2 为别名；对分类，1 为普通、2 为互斥。',
    ],
    certainty: 'stated',
    sources: [S.tagsApi],
  },
  {
    id: 'vivo-tag-ids',
    pass: ['The number of ids is allowed.', 'id 数量符合要求。'],
    stop: [
      '{name} has {received} entries; 1 to {limit} are allowed.',
      '{name} 有 {received} 个，须为 1 至 {limit} 个。',
    ],
    fix: ['Send them in parts.', '请分批发送。'],
    certainty: 'stated',
    sources: [S.tagsApi],
  },
  {
    id: 'vivo-accepted',
    pass: ['vivo accepted it; taskId: {task}.', 'vivo 已接受，taskId：{task}。'],
    certainty: 'stated',
    sources: [S.serverApi, S.javaSdk],
  },
  {
    id: 'vivo-answered-again',
    pass: [
      'vivo gave its first answer to requestId {received} once more; nothing new is sent.',
      'vivo 再次返回 requestId {received} 的首次应答，没有新的推送。',
    ],
    certainty: 'unconfirmed',
    sources: [S.serverApi, S.javaSdk],
  },
  {
    id: 'vivo-token-made',
    pass: ['vivo gave out a token, which is valid until {until}.', 'vivo 已签发 token，有效期至 {until}。'],
    certainty: 'stated',
    sources: [S.serverApi, S.javaSdk],
  },
  {
    id: 'vivo-done',
    pass: ['vivo carried the call out.', 'vivo 已执行该调用。'],
    certainty: 'stated',
    sources: [S.serverApi, S.javaSdk],
  },
]);
