import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** Notes on calls that are taken, but will not do what was perhaps meant. */
export const lintRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'oppo-content-type',
    note: [
      'The content type {received} is no form: the body was not read.',
      '内容类型 {received} 不是表单：请求体未被读取。',
    ],
    fix: ['Send application/x-www-form-urlencoded.', '请使用 application/x-www-form-urlencoded。'],
    certainty: 'unconfirmed',
    sources: [S.unicast, S.servlet],
  },
  {
    id: 'oppo-charset',
    note: [
      'The content type says {received}, but OPPO reads UTF-8.',
      '内容类型声明 {received}，而 OPPO 按 UTF-8 读取。',
    ],
    fix: ['Send the form in UTF-8.', '请用 UTF-8 发送表单。'],
    certainty: 'stated',
    sources: [S.codes],
  },
  {
    id: 'oppo-bad-percent',
    note: [
      '{received} holds a percent sign that begins no code; it stays as it is.',
      '{received} 中的百分号不是编码，按原样保留。',
    ],
    fix: ['Encode % as %25.', '请将 % 编码为 %25。'],
    certainty: 'inferred',
    sources: [S.servlet],
  },
  {
    id: 'oppo-token-twice',
    note: [
      'The request carries different tokens; the one in the {place} counts.',
      '请求携带了不同的 token，以{place}中的为准。',
    ],
    fix: ['Send auth_token in one place only.', '请只在一处发送 auth_token。'],
    certainty: 'unconfirmed',
    sources: [S.unicast, S.pdf],
  },
  {
    id: 'oppo-token-header',
    note: [
      'The token came in the {place}. The present document asks for it in the body; clients of V1.9.3 do it this way.',
      'token 位于{place}。现行文档要求放在请求体；V1.9.3 的客户端这样发送。',
    ],
    certainty: 'measured',
    sources: [S.nodeClient, S.pdf, S.unicast],
  },
  {
    id: 'oppo-unknown-parameter',
    note: ['OPPO does not know these and ignores them: {received}.', 'OPPO 不认识以下参数，已忽略：{received}。'],
    certainty: 'measured',
    sources: [S.nodeClient, S.body],
  },
  {
    id: 'oppo-camel-case',
    note: [
      'The keys of the notification are in camelCase, as in a sample of the vendor; both spellings count.',
      'notification 的键使用驼峰命名（厂商示例亦如此），两种写法都有效。',
    ],
    certainty: 'stated',
    sources: [S.unicast],
  },
  {
    id: 'oppo-content-cut',
    note: [
      'The content has {received} characters; the standard style shows {limit}.',
      '内容有 {received} 个字符，标准样式只显示 {limit} 个。',
    ],
    fix: ['Shorten it, or use style 2 for up to 128.', '请缩短内容，或使用 style 2（最多 128 个字符）。'],
    certainty: 'unconfirmed',
    sources: [S.body, S.pdf],
  },
  {
    id: 'oppo-off-line-off',
    note: [
      'off_line is false: a phone that is not connected now never gets this message. Some clients write false when nothing is set.',
      'off_line 为 false：此刻未联网的手机永远收不到。有的客户端在未设置时也会写 false。',
    ],
    fix: ['Set off_line to true with an off_line_ttl.', '请将 off_line 设为 true 并给出 off_line_ttl。'],
    certainty: 'measured',
    sources: [S.goClient, S.pdf],
  },
  {
    id: 'oppo-ttl-default',
    note: [
      'There is no off_line_ttl: the message is kept for {value} seconds.',
      '没有 off_line_ttl：消息保留 {value} 秒。',
    ],
    fix: ['Say how long the message is worth keeping, up to 864000 seconds.', '请指定保留时长，最多 864000 秒。'],
    certainty: 'unconfirmed',
    sources: [S.pdf],
  },
  {
    id: 'oppo-ttl-cut',
    note: [
      'off_line_ttl {received} is more than 10 days and counts as {limit} seconds.',
      'off_line_ttl {received} 超过 10 天，按 {limit} 秒计。',
    ],
    certainty: 'stated',
    sources: [S.pdf, S.body],
  },
  {
    id: 'oppo-no-channel',
    note: [
      "There is no channel_id: from Android 8 on the phone uses the push SDK's own channel.",
      '没有 channel_id：Android 8 及以上使用推送 SDK 自带的渠道。',
    ],
    fix: [
      'Create a channel in the app, register it in the console, and send its id.',
      '请在应用中创建渠道、在控制台登记，并发送其 id。',
    ],
    certainty: 'unconfirmed',
    sources: [S.body, S.clientSdk, S.tencentExt],
  },
  {
    id: 'oppo-channel-unregistered',
    note: [
      'The channel {received} is not registered for the app here: it counts as public, and a phone whose app never created it shows nothing.',
      '渠道 {received} 未在此处登记：按公信处理；若应用未在手机上创建该渠道，则不显示。',
    ],
    fix: [
      "Add the channel to the app's credentials here, or create it in the app.",
      '请在凭据中为该应用添加此渠道，或在应用中创建。',
    ],
    certainty: 'inferred',
    sources: [S.body, S.getui],
  },
  {
    id: 'oppo-broadcast-only',
    note: ['Only broadcasts know {received}; here it has no effect.', '{received} 仅用于广播，此处无效。'],
    certainty: 'inferred',
    sources: [S.pdf],
  },
  {
    id: 'oppo-schedule-all-only',
    note: [
      'A planned time works only for broadcasts to everybody; this one goes out at once.',
      '定时仅对全量广播有效；本次立即发送。',
    ],
    certainty: 'inferred',
    sources: [S.pdf],
  },
  {
    id: 'oppo-schedule-past',
    note: ['The planned time {received} is over: it goes out at once.', '定时时间 {received} 已过：立即发送。'],
    certainty: 'unconfirmed',
    sources: [S.pdf],
  },
  {
    id: 'oppo-wifi-only',
    note: [
      'network_type 1: only phones on Wi-Fi get it. The phones here count as being on Wi-Fi.',
      'network_type 为 1：仅 Wi-Fi 下送达。此处的手机一律视为 Wi-Fi。',
    ],
    certainty: 'stated',
    sources: [S.body],
  },
  {
    id: 'oppo-show-ttl',
    note: [
      'show_ttl {received}: the phone takes it out of the shade after that many seconds.',
      'show_ttl 为 {received}：手机会在这么多秒后移除通知。',
    ],
    certainty: 'stated',
    sources: [S.body],
  },
  {
    id: 'oppo-callback-address',
    note: [
      'call_back_url is no http or https address, so no receipts can be posted: {received}.',
      'call_back_url 不是 http 或 https 地址，无法发送回执：{received}。',
    ],
    fix: ['Give a complete address.', '请给出完整地址。'],
    certainty: 'inferred',
    sources: [S.receipts],
  },
  {
    id: 'oppo-callback-targets',
    note: [
      'Receipts come for registration ids only; this send addresses {received}.',
      '只有按 registration_id 发送才有回执；本次目标为 {received}。',
    ],
    certainty: 'stated',
    sources: [S.receipts, S.pdf],
  },
  {
    id: 'oppo-level-shade-only',
    note: [
      'Category {received} belongs to content and marketing, which stand in the shade only, whatever the level.',
      'category {received} 属于内容与营销类，无论级别如何都只进通知栏。',
    ],
    certainty: 'stated',
    sources: [S.classes, S.jpush],
  },
  {
    id: 'oppo-template-text',
    note: [
      'Title and content come from the template {received}, not from the request.',
      '标题与内容取自模板 {received}，而非请求。',
    ],
    certainty: 'stated',
    sources: [S.classes],
  },
  {
    id: 'oppo-template-unlisted',
    note: [
      'The app lists no templates here, so {received} is taken as it is and the texts of the request are shown.',
      '此处未登记该应用的模板：接受 {received}，并显示请求中的文字。',
    ],
    fix: ["Add the template to the app's credentials here.", '请在凭据中为该应用添加此模板。'],
    certainty: 'unconfirmed',
    sources: [S.classes],
  },
  {
    id: 'oppo-picture-unknown',
    note: [
      'No uploaded picture of this app has the id {received}, or its time is over; the phone shows none.',
      '该应用没有 id 为 {received} 的图片或已过期，手机不显示图片。',
    ],
    certainty: 'unconfirmed',
    sources: [S.pdf],
  },
  {
    id: 'oppo-badge-dot',
    note: [
      'Numbers on the icon are for approved apps only: this phone shows a dot.',
      '只有获准的应用可显示数字角标：此手机只显示红点。',
    ],
    fix: [
      'Switch the approval on in the workspace; at OPPO, apply for it.',
      '请在工作区打开数字角标许可；真实环境需向 OPPO 申请。',
    ],
    certainty: 'stated',
    sources: [S.tpns],
  },
  {
    id: 'oppo-duplicate',
    note: [
      'The app_message_id {received} was sent to this target before: the first answer is given again and nothing is delivered.',
      'app_message_id {received} 已发给该目标：返回首次的结果，不再投递。',
    ],
    fix: ['Use a new app_message_id for each message.', '请为每条消息使用新的 app_message_id。'],
    certainty: 'unconfirmed',
    sources: [S.body, S.pdf],
  },
  {
    id: 'oppo-saved-before',
    note: [
      'A body with the app_message_id {received} is stored already: its message_id is given again, and this one is not stored.',
      'app_message_id 为 {received} 的消息体已保存过：返回原来的 message_id，本次内容不再保存。',
    ],
    fix: ['Use a new app_message_id for each message.', '请为每条消息使用新的 app_message_id。'],
    certainty: 'unconfirmed',
    sources: [S.body, S.pdf],
  },
  {
    id: 'oppo-dead-targets',
    note: [
      'Accepted all the same, though unknown here, dead or of another app ({count} in all): {received}.',
      '请求仍被接受，但有 {count} 个目标在此未知、已失效或属于其他应用：{received}。',
    ],
    fix: [
      'Upload the new id from onRegister, and drop the ids that receipts name as regid_invalid.',
      '请上传 onRegister 的新 id，并删除回执中的 regid_invalid。',
    ],
    certainty: 'stated',
    sources: [S.receipts],
  },
  {
    id: 'oppo-alias-unknown',
    note: [
      'No active registration of the app has the alias {received}: accepted, delivered to nobody.',
      '该应用没有有效注册使用别名 {received}：已接受，但无人收到。',
    ],
    certainty: 'unconfirmed',
    sources: [S.unicast],
  },
  {
    id: 'oppo-bad-targets',
    note: [
      'These do not look like registration ids and are listed under 10000 ({count} in all): {received}.',
      '{count} 个目标不符合 registration_id 格式（10000）：{received}。',
    ],
    fix: ['Send the ids from onRegister unchanged, joined by semicolons.', '请原样发送 onRegister 的 id，以分号连接。'],
    certainty: 'stated',
    sources: [S.pdf, S.javaSdk],
  },
  {
    id: 'oppo-quota-targets',
    note: [
      'For {count} of the targets the public messages of the day are used up (33).',
      '{count} 个目标已超出当日公信配额（33）。',
    ],
    certainty: 'stated',
    sources: [S.codes, S.getui],
  },
  {
    id: 'oppo-device-quota',
    note: [
      '{count} of the phones have had their public messages of the day: accepted, not delivered, receipt user_daily_limit.',
      '{count} 台手机已达当日公信上限：已接受但不投递，回执为 user_daily_limit。',
    ],
    certainty: 'stated',
    sources: [S.receipts, S.getui],
  },
  {
    id: 'oppo-nobody',
    note: ['Nobody fits the target, so nobody gets it.', '没有符合目标的手机，无人收到。'],
    certainty: 'inferred',
    sources: [S.pdf],
  },
  {
    id: 'oppo-scheduled',
    note: ['It goes out at {due}.', '将于 {due} 发送。'],
    certainty: 'stated',
    sources: [S.pdf],
  },
  {
    id: 'oppo-tag-unknown',
    note: [
      'No tag of this name was added before: {received}. Accepted all the same.',
      '此前未添加过标签：{received}。仍予接受。',
    ],
    fix: ['Call add_tags first.', '请先调用 add_tags。'],
    certainty: 'unconfirmed',
    sources: [S.pdf],
  },
]);
