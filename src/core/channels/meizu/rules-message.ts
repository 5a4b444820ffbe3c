import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** What the endpoint checks in `messageJson`. */
export const messageRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'meizu-json',
    pass: ['messageJson is a JSON object.', 'messageJson 是 JSON 对象。'],
    stop: ['messageJson is no JSON object: {received}.', 'messageJson 不是 JSON 对象：{received}。'],
    fix: [
      'Send one JSON object, at least {"noticeBarInfo":{"title":"…","content":"…"}}.',
      '请发送一个 JSON 对象，至少为 {"noticeBarInfo":{"title":"…","content":"…"}}。',
    ],
    certainty: 'unconfirmed',
    sources: [S.api],
  },
  {
    id: 'meizu-title-present',
    pass: ['The message has a title.', '消息有标题。'],
    stop: ['{path} is missing or empty.', '{path} 缺失或为空。'],
    fix: ['Give the notification a title of 1 to 32 characters.', '请填写 1 至 32 个字符的标题。'],
    certainty: 'unconfirmed',
    sources: [S.api, S.contentIssue],
  },
  {
    id: 'meizu-content-present',
    pass: ['The message has a text.', '消息有内容。'],
    stop: ['{path} is missing or empty.', '{path} 缺失或为空。'],
    fix: [
      'Fill {path}. Notifications have their text in noticeBarInfo, pass-through messages at the top level.',
      '请填写 {path}。通知栏消息的内容在 noticeBarInfo 中，透传消息的内容在最外层。',
    ],
    certainty: 'measured',
    sources: [S.contentIssue, S.api],
  },
  {
    id: 'meizu-text-length',
    pass: ['Title and text are within their limits.', '标题和内容未超出长度限制。'],
    stop: ['{path} has {received} characters; {limit} are allowed.', '{path} 有 {received} 个字符，最多 {limit} 个。'],
    fix: ['Shorten it.', '请缩短。'],
    certainty: 'unconfirmed',
    sources: [S.api],
  },
  {
    id: 'meizu-text-bytes',
    stop: [
      '{path} takes {received} bytes in UTF-8; {limit} are allowed.',
      '{path} 的 UTF-8 编码为 {received} 字节，最多 {limit} 字节。',
    ],
    fix: ['Shorten it; a Chinese character takes 3 bytes.', '请缩短；一个汉字占 3 个字节。'],
    certainty: 'unconfirmed',
    sources: [S.api],
  },
  {
    id: 'meizu-json-value',
    pass: ['The members of messageJson have allowed values.', 'messageJson 各字段取值有效。'],
    stop: ['{path} is {received}; allowed is {expected}.', '{path} 的值为 {received}，允许的取值为 {expected}。'],
    fix: [
      'Correct the value; an empty text, null, or no member at all means the default.',
      '请修正该值；空字符串、null 或不传都表示使用默认值。',
    ],
    certainty: 'unconfirmed',
    sources: [S.api],
  },
  {
    id: 'meizu-needed',
    pass: ['What the chosen types need is there.', '所选类型需要的字段都已提供。'],
    stop: ['{cause} needs {path}, which is missing.', '{cause} 需要 {path}，但没有提供。'],
    fix: ['Fill {path}, or choose another type.', '请填写 {path}，或更换类型。'],
    certainty: 'unconfirmed',
    sources: [S.api, S.javaSdk],
  },
  {
    id: 'meizu-vip-mix',
    pass: ['No two decorations exclude each other.', '没有互斥的样式。'],
    stop: ['{first} and {second} exclude each other.', '{first} 与 {second} 不能同时使用。'],
    fix: ['Leave one of them out.', '请去掉其中一项。'],
    certainty: 'unconfirmed',
    sources: [S.api],
  },
]);

/** Per target: all others of the request are sent, and the bad ones are listed in `value`. */
export const targetRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'meizu-push-id-registered',
    pass: ['The pushId is registered with the app.', 'pushId 已在该应用下注册。'],
    note: [
      'Not registered with the app and listed under 110002 ({count} in all): {targets}.',
      '{count} 个 pushId 未在该应用下注册：{targets}。响应将其列在 110002 下。',
    ],
    stop: [
      'Not registered with the app: {targets}. Nobody gets the message, though the code may say 200.',
      '未在该应用下注册：{targets}。即使返回码为 200，也没有人会收到消息。',
    ],
    fix: [
      'Read value, not only code. A pushId changes when the app is installed again and after a month without activity.',
      '除 code 外还要检查 value。重装应用或一个月不活跃后 pushId 会变化。',
    ],
    certainty: 'stated',
    sources: [S.api, S.trace],
  },
  {
    id: 'meizu-push-id-form',
    note: [
      'By their form no pushIds and listed under 110003 ({count} in all): {targets}.',
      '{count} 个值不可能是 pushId：{targets}。响应将其列在 110003 下。',
    ],
    stop: [
      'This cannot be a pushId: {targets}. Nobody gets the message.',
      '这不可能是 pushId：{targets}。没有人会收到消息。',
    ],
    fix: ['Send the pushId as the app got it in onRegisterStatus.', '请使用应用在 onRegisterStatus 中得到的 pushId。'],
    certainty: 'unconfirmed',
    sources: [S.api],
  },
  {
    id: 'meizu-alias-known',
    note: [
      'Aliases that are unknown or switched off, listed under 110005 ({count} in all): {targets}.',
      '{count} 个别名未订阅或消息开关已关：{targets}。响应将其列在 110005 下。',
    ],
    stop: [
      'Unknown or switched off: {targets}. Nobody gets the message, though the code is 200.',
      '别名未订阅或消息开关已关：{targets}。返回码虽为 200，但没有人会收到消息。',
    ],
    fix: ['Subscribe the alias first, and read value, not only code.', '请先订阅别名；除 code 外还要检查 value。'],
    certainty: 'measured',
    sources: [S.trace, S.api],
  },
  {
    id: 'meizu-switch-on',
    note: [
      'Their message switch is off, so they are listed under {key} ({count} in all): {targets}.',
      '{count} 个 pushId 的消息开关已关：{targets}。响应将其列在 {key} 下。',
    ],
    stop: [
      'The message switch of {targets} is off, listed under {key}. Nobody gets the message.',
      '{targets} 的消息开关已关，列在 {key} 下。没有人会收到消息。',
    ],
    fix: [
      "Switch it on with changeRegisterSwitch, in the app, or by allowing the app's notifications on the phone. As the code of an answer, 110010 means that the app sends too fast.",
      '请用 changeRegisterSwitch、在应用内，或在手机上允许应用通知来打开。注意：作为响应码时，110010 表示应用推送过快。',
    ],
    certainty: 'stated',
    sources: [S.api, S.history],
  },
  {
    id: 'meizu-folded',
    note: [
      'Too many messages of this app within a minute, so folded under 520 ({count} in all): {targets}.',
      '{count} 台手机一分钟内收到该应用的消息过多：{targets}。已折叠，列在 520 下。',
    ],
    stop: [
      'Too many messages of this app within a minute to {targets}: folded under 520.',
      '该应用一分钟内发给 {targets} 的消息过多：已折叠，列在 520 下。',
    ],
    fix: [
      'Send less often to one phone, or raise the switch of the workspace.',
      '请降低对同一手机的频率，或在工作区中调高上限。',
    ],
    certainty: 'unconfirmed',
    sources: [S.api],
  },
  {
    id: 'meizu-public-limit',
    note: [
      'The public messages of the day are used up, listed under 110011 ({count} in all): {targets}.',
      '{count} 台手机当日公信消息已达上限：{targets}。响应将其列在 110011 下。',
    ],
    stop: [
      'The public messages of the day to {targets} are used up, listed under 110011.',
      '{targets} 当日的公信消息已达上限，列在 110011 下。',
    ],
    fix: [
      'Send as a private message (noticeMsgType 1), for which Meizu wants an application, or on the next day.',
      '请申请后以私信发送（noticeMsgType 为 1），或次日再发。',
    ],
    certainty: 'stated',
    sources: [S.api, S.quota, S.aliyunQuota],
  },
]);
