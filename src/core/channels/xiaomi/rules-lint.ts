import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** What Xiaomi takes but the phone will not show as meant, and habits that break elsewhere. */
export const lintRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'xiaomi-plus-as-space',
    note: [
      'The target "{received}" contains a space: a "+" that is not percent-encoded arrives as one.',
      '目标 “{received}” 中含有空格：未经百分号编码的 “+” 会被解析成空格。',
    ],
    fix: ['Encode form values; "+" is %2B.', '请对表单值编码，“+” 应写作 %2B。'],
    certainty: 'measured',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-plus-registered',
    note: ['Spelt with "+" it is registered here: {received}.', '把空格换成 “+” 后，该目标在此已注册：{received}。'],
    fix: ['Encode form values; "+" is %2B.', '请对表单值编码，“+” 应写作 %2B。'],
    certainty: 'measured',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-double-encoded',
    note: [
      'After decoding, payload still looks percent-encoded; the app will see the percent signs.',
      '解码后 payload 仍像是经过百分号编码，应用将看到百分号。',
    ],
    fix: ['Encode once; form encoding is enough.', '只需编码一次，表单编码即可。'],
    certainty: 'unconfirmed',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-no-notify-effect',
    note: [
      'extra.notify_effect is missing: a tap opens nothing, it only calls the app back. Xiaomi ended such custom notifications on 2024-09-30.',
      '缺少 extra.notify_effect：点击不会打开任何页面，只回调应用。小米已于 2024-09-30 停止此类自定义通知。',
    ],
    fix: ['Set extra.notify_effect to 1, 2 or 3.', '请将 extra.notify_effect 设为 1、2 或 3。'],
    certainty: 'unconfirmed',
    sources: [S.customEnd],
  },
  {
    id: 'xiaomi-ttl-cut',
    note: [
      'time_to_live {received} ms is above the limit and counts as {limit} ms.',
      'time_to_live {received} 毫秒超过上限，按 {limit} 毫秒处理。',
    ],
    certainty: 'unconfirmed',
    sources: [S.ttlNotice, S.serverApi],
  },
  {
    id: 'xiaomi-badge-ignored',
    note: [
      'extra.badge has no effect on Android; the launcher counts the notifications in the shade.',
      'extra.badge 在 Android 上不起作用，角标由桌面按通知条数计算。',
    ],
    certainty: 'inferred',
    sources: [S.badge, S.serverApi],
  },
  {
    id: 'xiaomi-sound-foreign',
    note: [
      'extra.sound_uri does not begin with android.resource://<package>/, so the default sound plays: {received}.',
      'extra.sound_uri 不以 android.resource://<包名>/ 开头，将播放默认声音：{received}。',
    ],
    fix: ['Name a raw resource of the app itself.', '请使用本应用的 raw 资源。'],
    certainty: 'measured',
    sources: [S.device, S.customSound],
  },
  {
    id: 'xiaomi-sound-bit',
    note: [
      'extra.sound_uri is set, but notify_type lacks bit 1, so nothing rings.',
      '设置了 extra.sound_uri，但 notify_type 不含 1，不会响铃。',
    ],
    fix: ['Add 1 to notify_type, or send -1.', '请在 notify_type 中加上 1，或发送 -1。'],
    certainty: 'measured',
    sources: [S.device],
  },
  {
    id: 'xiaomi-sound-needs-channel',
    note: [
      'extra.sound_uri without extra.channel_id: on Android 8 and later the sound belongs to the channel and counts only when that is created.',
      '设置了 extra.sound_uri 但没有 extra.channel_id：Android 8 及以上声音属于渠道，仅在渠道创建时生效。',
    ],
    fix: [
      'Register a channel with that sound at Xiaomi and send its channel_id; keep the file in res/raw.',
      '请在小米后台登记带该铃声的渠道并发送其 channel_id，声音文件放在 res/raw。',
    ],
    certainty: 'inferred',
    sources: [S.customSound, S.device],
  },
  {
    id: 'xiaomi-callback-bits',
    note: [
      'extra.callback.type {received} has an unknown bit, so no receipt will be sent at all.',
      'extra.callback.type {received} 含有未知位，不会发送任何回执。',
    ],
    fix: ['Add bits out of 1, 2, 16, 32, 64, 128; everything is 243.', '请由 1、2、16、32、64、128 相加，全部为 243。'],
    certainty: 'measured',
    sources: [S.receipts],
  },
  {
    id: 'xiaomi-notify-id-wide',
    note: [
      'notify_id {received} does not fit into 32 bits; the phone uses {value}.',
      'notify_id {received} 超出 32 位，手机使用 {value}。',
    ],
    fix: ['Stay between -2147483648 and 2147483647.', '请使用 -2147483648 到 2147483647 之间的值。'],
    certainty: 'unconfirmed',
    sources: [S.pushXiaomi],
  },
  {
    id: 'xiaomi-near-limit',
    note: [
      '{name} has {received} characters, close to the limit of fewer than {limit}; the phone shows one line.',
      '{name} 有 {received} 个字符，接近 “少于 {limit}” 的上限；手机上只显示一行。',
    ],
    certainty: 'stated',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-pass-through-ending',
    note: [
      'Pass-through messages are being withdrawn and new apps do not get them; nothing is shown for this one.',
      '透传消息正在停止服务，新应用无法使用；此消息不会显示通知。',
    ],
    fix: ['Send a notification (pass_through=0).', '请改发通知栏消息（pass_through=0）。'],
    certainty: 'stated',
    sources: [S.announcements],
  },
  {
    id: 'xiaomi-no-notify-id',
    note: [
      'notify_id is {received}: all messages with the same id share one place, only the newest shows.',
      'notify_id 为 {received}：相同 id 的消息占同一位置，只显示最新一条。',
    ],
    fix: ['Give each message that should stay its own notify_id.', '需要并存的消息请各用不同的 notify_id。'],
    certainty: 'stated',
    sources: [S.serverApi, S.javaSdk],
  },
  {
    id: 'xiaomi-wrong-encoding',
    note: [
      '{name} is not UTF-8; unreadable bytes became "\uFFFD".',
      '{name} 不是 UTF-8 编码，无法识别的字节被替换为 “\uFFFD”。',
    ],
    fix: ['Send all values in UTF-8.', '请以 UTF-8 发送所有参数。'],
    certainty: 'stated',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-bad-percent',
    note: [
      '{name} contains a "%" that begins no percent code; it was kept as it is.',
      '{name} 中有不构成百分号编码的 “%”，按原样保留。',
    ],
    fix: ['Encode a percent sign as %25.', '百分号请编码为 %25。'],
    certainty: 'unconfirmed',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-repeated-parameter',
    note: [
      '{name} was sent more than once with different values; the first counts.',
      '{name} 出现多次且值不同，以第一个为准。',
    ],
    certainty: 'unconfirmed',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-content-type',
    note: [
      'The body is {received}, not a form; no parameters were read from it.',
      '请求体类型为 {received}，不是表单，未从中读取参数。',
    ],
    fix: ['Send application/x-www-form-urlencoded.', '请使用 application/x-www-form-urlencoded。'],
    certainty: 'inferred',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-many-packages',
    note: [
      'Several packages in a v2 call; v3 is made for that. Served all the same.',
      'v2 接口中给出了多个包名，应使用 v3；此处同样处理。',
    ],
    certainty: 'unconfirmed',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-job-key-name',
    note: [
      'The parameter is named jobkey; {received} was accepted in its place.',
      '参数名应为 jobkey；此处接受了 {received}。',
    ],
    certainty: 'unconfirmed',
    sources: [S.httpSdk],
  },
  {
    id: 'xiaomi-test-text',
    note: [
      'Texts like "{received}" may be filed under unimportant notifications on real phones.',
      '“{received}” 这类文本在真机上可能被归入不重要通知。',
    ],
    certainty: 'unconfirmed',
    sources: [S.messageRules],
  },
  {
    id: 'xiaomi-ios-only',
    note: ['{received} counts on iOS only.', '{received} 仅对 iOS 有效。'],
    certainty: 'stated',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-filter-unjudged',
    note: [
      'The filter {received} is not emulated: the phones here do not state that fact, so nobody is filtered out.',
      '未模拟过滤条件 {received}：此处的手机没有该信息，因此不做过滤。',
    ],
    certainty: 'unconfirmed',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-style-not-drawn',
    note: [
      '{received} is accepted, but the phone here draws title and text only.',
      '{received} 可以接受，但此处的手机只显示标题和正文。',
    ],
    certainty: 'unconfirmed',
    sources: [S.serverApi],
  },
  {
    id: 'xiaomi-sandbox-host',
    note: [
      'The sandbox host is for iOS apps only; Android has none. Served as production.',
      'sandbox 域名仅用于 iOS 应用，Android 没有测试环境；此处按正式环境处理。',
    ],
    fix: ['Use api.xmpush.xiaomi.com.', '请使用 api.xmpush.xiaomi.com。'],
    certainty: 'stated',
    sources: [S.serverApi, S.httpSdk],
  },
  {
    id: 'xiaomi-unknown-parameter',
    note: ['Unknown parameter(s), ignored: {received}.', '未知参数，已忽略：{received}。'],
    certainty: 'unconfirmed',
    sources: [S.serverApi, S.pushXiaomi],
  },
]);
