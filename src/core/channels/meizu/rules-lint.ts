import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** What Meizu accepts, but the sender probably did not mean. */
export const lintRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'meizu-lint-form',
    note: ['The form is oddly written ({kind}): {received}.', '表单写法异常（{kind}）：{received}。'],
    fix: ['Send application/x-www-form-urlencoded in UTF-8.', '请使用 UTF-8 的 application/x-www-form-urlencoded。'],
    certainty: 'unconfirmed',
    sources: [S.api],
  },
  {
    id: 'meizu-lint-repeated',
    note: ['{names} came more than once; the last value counts.', '{names} 出现多次，以最后一个值为准。'],
    certainty: 'unconfirmed',
    sources: [S.api],
  },
  {
    id: 'meizu-lint-unknown',
    note: [
      'messageJson has members that Meizu does not know: {names}. They have no effect.',
      'messageJson 中有魅族不识别的字段：{names}。它们不起作用。',
    ],
    fix: [
      'Compare with the list in the document; heads-up display, for example, is advanceInfo.suspend.',
      '请对照文档中的字段列表；例如悬浮显示是 advanceInfo.suspend。',
    ],
    certainty: 'unconfirmed',
    sources: [S.api],
  },
  {
    id: 'meizu-lint-badge',
    note: ['Without effect: {names}. Meizu push cannot set a badge.', '不起作用：{names}。魅族推送不能设置角标。'],
    certainty: 'stated',
    sources: [S.client],
  },
  {
    id: 'meizu-lint-sound',
    note: [
      'Without effect: {names}. Flyme plays its default tone, which notificationType.sound only switches on or off.',
      '不起作用：{names}。Flyme 只播放默认提示音，notificationType.sound 只能控制开关。',
    ],
    certainty: 'stated',
    sources: [S.client],
  },
  {
    id: 'meizu-lint-image-bar',
    note: [
      'noticeBarType 1 (image) was withdrawn on 2022-05-27; the standard form is shown.',
      'noticeBarType 1（图片）已于 2022-05-27 下线，按标准样式显示。',
    ],
    certainty: 'inferred',
    sources: [S.history],
  },
  {
    id: 'meizu-lint-vip',
    note: [
      'For VIP apps only: {names}. Here every app is taken for one.',
      '仅对 VIP 应用生效：{names}。此处把所有应用都视为 VIP。',
    ],
    certainty: 'stated',
    sources: [S.api],
  },
  {
    id: 'meizu-lint-click-app',
    note: [
      'clickType 3 opens nothing by itself, and Meizu advises against it since Android 12.',
      'clickType 3 本身不会打开任何页面，自 Android 12 起魅族不再推荐使用。',
    ],
    certainty: 'stated',
    sources: [S.api, S.client],
  },
  {
    id: 'meizu-lint-activity',
    note: [
      'clickTypeInfo.activity should be a full class name; {received} will probably not open.',
      'clickTypeInfo.activity 应为完整类名；{received} 很可能打不开。',
    ],
    fix: [
      'Write for example com.example.app.DetailActivity, not an intent address.',
      '请填写如 com.example.app.DetailActivity，而不是 intent 地址。',
    ],
    certainty: 'stated',
    sources: [S.api, S.tencentMeizu],
  },
  {
    id: 'meizu-lint-url',
    note: [
      'clickTypeInfo.url has no scheme, so nothing will open: {received}.',
      'clickTypeInfo.url 没有协议头，点击后不会打开：{received}。',
    ],
    fix: ['Write the whole address, for example https://example.com/.', '请填写完整地址，例如 https://example.com/。'],
    certainty: 'inferred',
    sources: [S.client],
  },
  {
    id: 'meizu-lint-not-kept',
    note: [
      'offLine is 0: a phone that is not connected never gets the message, and validTime does not count.',
      'offLine 为 0：未连接的手机收不到该消息，validTime 不起作用。',
    ],
    certainty: 'stated',
    sources: [S.api],
  },
  {
    id: 'meizu-lint-timed',
    note: [
      'pushTimeType counts in tasks to all users or to tags only; this message goes out at once.',
      'pushTimeType 只对全量和标签任务有效；本消息立即发送。',
    ],
    certainty: 'stated',
    sources: [S.api],
  },
  {
    id: 'meizu-lint-past',
    note: ['startTime {received} is over, so the task begins at once.', 'startTime {received} 已过，任务立即开始。'],
    certainty: 'unconfirmed',
    sources: [S.api],
  },
  {
    id: 'meizu-lint-speed',
    note: ['fixSpeed is accepted; here the task goes out all at once.', 'fixSpeed 已接受；此处任务一次性发出。'],
    certainty: 'stated',
    sources: [S.api],
  },
  {
    id: 'meizu-lint-window',
    note: [
      'The display span is over ({to}, China), so the phone will not show the message.',
      '显示时段已结束（{to}，北京时间），手机不会显示该消息。',
    ],
    certainty: 'inferred',
    sources: [S.api],
  },
  {
    id: 'meizu-lint-window-order',
    note: [
      'The display span ends ({to}) before it begins ({from}, China), so the phone never shows the message.',
      '显示时段的结束时间（{to}）不晚于开始时间（{from}，北京时间），手机不会显示该消息。',
    ],
    fix: [
      'Set fixEndDisplayTime to a moment after fixStartDisplayTime.',
      '请将 fixEndDisplayTime 设为晚于 fixStartDisplayTime 的时间。',
    ],
    certainty: 'inferred',
    sources: [S.api],
  },
  {
    id: 'meizu-lint-receipt-url',
    note: [
      'extra.callback is no http or https address, so no receipts are sent: {received}.',
      'extra.callback 不是 http 或 https 地址，不会发送回执：{received}。',
    ],
    certainty: 'unconfirmed',
    sources: [S.receipts],
  },
  {
    id: 'meizu-lint-receipt-console',
    note: [
      'At Meizu the receipt address must be registered in the console, which hands out the access_token; here any address counts as registered.',
      '在魅族，回执地址须在控制台登记并获得 access_token；此处任何地址都视为已登记。',
    ],
    certainty: 'stated',
    sources: [S.receipts],
  },
  {
    id: 'meizu-lint-receipt-task',
    note: ['Tasks to all users or to tags give no receipts.', '全量和标签任务没有回执。'],
    certainty: 'stated',
    sources: [S.receipts],
  },
  {
    id: 'meizu-lint-foreign',
    note: ['Registered with another app: {targets}.', '属于另一个应用：{targets}。'],
    certainty: 'unconfirmed',
    sources: [S.api],
  },
  {
    id: 'meizu-lint-separator',
    note: [
      'A comma and nothing else separates targets; other signs and blanks count as part of the name: {targets}.',
      '目标之间只能用英文逗号分隔；其他符号和空格会被当作名称的一部分：{targets}。',
    ],
    fix: ['Join the targets with plain commas, without blanks.', '请用英文逗号连接各目标，不要加空格。'],
    certainty: 'inferred',
    sources: [S.api],
  },
]);
