import type { Rule } from '../../trace/types.ts';
import { from, type Pair, remark } from './rule-kit.ts';
import { SOURCES as S } from './sources.ts';

type Basis = ReturnType<typeof from>;

const lint = (id: string, basis: Basis, note: Pair, fix: Pair): Rule =>
  remark('channel', `lint-${id}`, basis, note, fix);

/** What APNs accepts although the phone will not show it as meant. */
export const lintRules: readonly Rule[] = [
  lint(
    'push-type-missing',
    from('stated', S.sending),
    [
      'There is no apns-push-type. iOS takes that for now; watchOS 6 and later do not.',
      '没有 apns-push-type。iOS 目前仍接受，watchOS 6 及以上不接受。',
    ],
    [
      'Send apns-push-type: alert, or background for silent pushes.',
      '发送 apns-push-type: alert，静默推送用 background。',
    ],
  ),
  lint(
    'unknown-header',
    from('unconfirmed', S.sending),
    ['{header} is no header of a device push and does nothing.', '{header} 不是设备推送的请求头，不起作用。'],
    ['Check its spelling.', '检查拼写。'],
  ),
  lint(
    'authorization-ignored',
    from('measured', S.certificateAuth),
    [
      'The connection has a client certificate, so the authorization header is ignored.',
      '连接带有客户端证书，authorization 头被忽略。',
    ],
    ['Use one kind of authentication per connection.', '每个连接只使用一种认证方式。'],
  ),
  lint(
    'expiration-1970',
    from('stated', S.sending, S.expirationThread),
    [
      'apns-expiration {received} is the instant {at}, not a duration: the push is tried once and not stored.',
      'apns-expiration {received} 表示时刻 {at}，不是时长：推送只尝试一次，不会保存。',
    ],
    ['Send the current time in seconds plus the duration.', '发送当前时间（秒）加上时长。'],
  ),
  lint(
    'expiration-past',
    from('stated', S.sending),
    [
      'apns-expiration {received} ({at}) has passed: the push is tried once and not stored.',
      'apns-expiration {received}（{at}）已过去：推送只尝试一次，不会保存。',
    ],
    ['Send a time in the future, or 0 if one attempt is meant.', '发送未来的时间；若只想尝试一次则为 0。'],
  ),
  lint(
    'expiration-milliseconds',
    from('inferred', S.sending),
    [
      'apns-expiration {received} looks like milliseconds; it is read as seconds, far in the future. APNs keeps a push for 30 days at most.',
      'apns-expiration {received} 像是毫秒值，会按秒解读为遥远的未来。APNs 最多保存 30 天。',
    ],
    ['Divide by 1000.', '除以 1000。'],
  ),
  lint(
    'background-priority',
    from('stated', S.sending, S.background, S.pushRelay),
    [
      'A silent push has priority 10 (the value without the header, too). Newer systems drop it.',
      '静默推送的优先级为 10（未提供时默认 10），较新的系统会直接丢弃。',
    ],
    ['Send apns-priority: 5.', '发送 apns-priority: 5。'],
  ),
  lint(
    'background-visible',
    from('stated', S.sending, S.background),
    [
      'apns-push-type is background, but aps holds an alert, badge or sound. The system may delay or drop it.',
      'apns-push-type 为 background，但 aps 含有 alert、badge 或 sound，系统可能延迟或丢弃。',
    ],
    ['Send apns-push-type: alert, or take the visible keys out.', '改用 apns-push-type: alert，或去掉可见的字段。'],
  ),
  lint(
    'background-without-flag',
    from('stated', S.background),
    [
      'apns-push-type is background, but aps has no content-available: 1, so the app is not woken.',
      'apns-push-type 为 background，但 aps 没有 content-available: 1，应用不会被唤醒。',
    ],
    ['Add "content-available": 1.', '加上 "content-available": 1。'],
  ),
  lint(
    'alert-invisible',
    from('stated', S.sending),
    [
      'apns-push-type is alert, but aps has no alert, badge or sound.',
      'apns-push-type 为 alert，但 aps 中没有 alert、badge 或 sound。',
    ],
    ['Add an alert, or send a background push.', '加上 alert，或改发后台推送。'],
  ),
  lint(
    'aps-missing',
    from('stated', S.generating, S.emptyAps),
    ['The payload has no aps, so the phone does nothing with it.', '负载没有 aps，手机不会有任何反应。'],
    ['Put alert, badge and sound into an object named aps.', '将 alert、badge、sound 放入名为 aps 的对象。'],
  ),
  lint(
    'aps-type',
    from('stated', S.generating),
    [
      'aps is of type {type}, not an object, so the phone does nothing with it.',
      'aps 的类型为 {type}，不是对象，手机不会有任何反应。',
    ],
    ['Make aps an object.', '将 aps 改为对象。'],
  ),
  lint(
    'badge-type',
    from('measured', S.generating, S.badgeString),
    [
      'badge is {received} ({type}). Only a number changes the icon; the rest is shown.',
      'badge 为 {received}（{type}）。只有数字才会改变角标，其余内容照常显示。',
    ],
    ['Send a number without quotation marks.', '发送不带引号的数字。'],
  ),
  lint(
    'badge-negative',
    from('unconfirmed', S.generating),
    ['badge is {received}; a negative number is ignored.', 'badge 为 {received}，负数会被忽略。'],
    ['Send 0 to remove the badge.', '要清除角标请发送 0。'],
  ),
  lint(
    'badge-fraction',
    from('unconfirmed', S.generating),
    ['badge is {received}; the icon shows {used}.', 'badge 为 {received}，图标显示 {used}。'],
    ['Send a whole number.', '发送整数。'],
  ),
  lint(
    'sound-empty',
    from('unconfirmed', S.generating, S.sound),
    [
      'sound is an empty string. That is no way to be silent: it counts as a file that does not exist.',
      'sound 为空字符串。这并不表示静音，而是被当作不存在的文件。',
    ],
    ['Leave the key out for silence, or send default.', '静音请去掉该键；否则发送 default。'],
  ),
  lint(
    'sound-type',
    from('unconfirmed', S.generating),
    [
      'sound is {received} ({type}); only a string or an object makes a sound.',
      'sound 为 {received}（{type}），只有字符串或对象才会发声。',
    ],
    ['Send a file name or default.', '发送文件名或 default。'],
  ),
  lint(
    'sound-critical',
    from('stated', S.generating),
    [
      'The sound object has critical {received} instead of 1, so it is an ordinary sound.',
      'sound 对象的 critical 为 {received} 而不是 1，按普通声音处理。',
    ],
    ['Send "critical": 1, or the name as a string.', '发送 "critical": 1，或直接用字符串指定文件名。'],
  ),
  lint(
    'sound-volume',
    from('stated', S.generating),
    ['volume is {received}; it must be a number from 0 to 1.', 'volume 为 {received}，应为 0 到 1 之间的数。'],
    ['Send a number from 0 to 1.', '发送 0 到 1 之间的数。'],
  ),
  lint(
    'flag-type',
    from('unconfirmed', S.generating),
    [
      '{key} is {received}. Only the number 1 counts, so it does nothing.',
      '{key} 为 {received}。只有数字 1 有效，因此不起作用。',
    ],
    ['Send the number 1.', '发送数字 1。'],
  ),
  lint(
    'interruption-level',
    from('unconfirmed', S.level),
    [
      'interruption-level is {received}, which iOS does not know; active is used.',
      'interruption-level 为 {received}，iOS 不认识，按 active 处理。',
    ],
    ['Use passive, active, time-sensitive or critical.', '使用 passive、active、time-sensitive 或 critical。'],
  ),
  lint(
    'relevance-score',
    from('stated', S.generating),
    ['relevance-score is {received}; it lies between 0 and 1.', 'relevance-score 为 {received}，应在 0 到 1 之间。'],
    ['Send a number from 0 to 1.', '发送 0 到 1 之间的数。'],
  ),
  lint(
    'mutable-without-alert',
    from('stated', S.modifying),
    [
      'mutable-content is set, but the alert is no object with a text, so the notification service extension does not run.',
      '设置了 mutable-content，但 alert 不是带文字的对象，通知服务扩展不会运行。',
    ],
    ['Send alert as an object with title or body.', '将 alert 写成包含 title 或 body 的对象。'],
  ),
  lint(
    'alert-type',
    from('unconfirmed', S.generating),
    [
      'alert is {received} ({type}); only a string or an object is shown.',
      'alert 为 {received}（{type}），只有字符串或对象才会显示。',
    ],
    ['Send a string or an object with title and body.', '发送字符串，或包含 title、body 的对象。'],
  ),
  lint(
    'alert-empty',
    from('inferred', S.generating),
    ['The alert holds no text, so no notification is shown.', 'alert 中没有文字，不会显示通知。'],
    ['Give it a title or a body.', '填写 title 或 body。'],
  ),
  lint(
    'field-type',
    from('stated', S.generating),
    [
      '{key} is of type {type}; the phone expects {expected} and ignores it.',
      '{key} 的类型为 {type}，手机期望 {expected}，因此忽略。',
    ],
    ['Send {expected}.', '改为 {expected}。'],
  ),
  lint(
    'title-long',
    from('unconfirmed', S.braze),
    [
      'The title is about {columns} Latin letters wide; a lock screen shows about {limit} in its one line.',
      '标题宽度约为 {columns} 个拉丁字母，锁屏单行约能显示 {limit} 个。',
    ],
    ['Put the important words first.', '把重要的内容放在前面。'],
  ),
  lint(
    'body-long',
    from('unconfirmed', S.braze),
    [
      'The text is about {columns} Latin letters wide; a lock screen shows about {limit} before it cuts.',
      '正文宽度约为 {columns} 个拉丁字母，锁屏约显示 {limit} 个后截断。',
    ],
    ['Put the important words first.', '把重要的内容放在前面。'],
  ),
  lint(
    'ext-type',
    from('stated', S.tencentPayload),
    [
      'ext is of type {type}. Tencent’s clients read a string there.',
      'ext 的类型为 {type}，而腾讯客户端按字符串读取。',
    ],
    ['Send the JSON as a string.', '将 JSON 序列化为字符串再发送。'],
  ),
  lint(
    'header-in-body',
    from('stated', S.sending),
    [
      '{key} stands in the body, where it does nothing; it is the header {header}.',
      '{key} 写在了正文里，不起作用；它应是请求头 {header}。',
    ],
    ['Send it as a request header.', '改为通过请求头发送。'],
  ),
  lint(
    'key-outside-aps',
    from('stated', S.generating),
    ['{key} stands beside aps; the phone looks for it inside aps.', '{key} 与 aps 并列，而手机只在 aps 内查找它。'],
    ['Move it into aps.', '将其移入 aps。'],
  ),
  lint(
    'key-spelling',
    from('inferred', S.generating),
    ['{key} is unknown and ignored. Is {meant} meant?', '{key} 不被识别，会被忽略。是否想写 {meant}？'],
    ['Write {meant}.', '改写为 {meant}。'],
  ),
];
