import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** What FCM takes but will not do as meant. */
export const lintRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'fcm-size-documented',
    note: [
      'The payload has {received} bytes: taken today, though the documents allow {limit}.',
      '消息为 {received} 字节：目前会被接受，但文档上限为 {limit} 字节。',
    ],
    fix: ['Stay within the documented limit.', '请保持在文档规定的上限以内。'],
    certainty: 'measured',
    sources: [S.captures, S.messageTypes],
  },
  {
    id: 'fcm-data-key-prefix',
    note: [
      'The data key {received} begins with google or gcm, which the error page advises against.',
      'data 的键 {received} 以 google 或 gcm 开头，错误码文档不建议这样使用。',
    ],
    fix: ['Choose another key.', '请更换键名。'],
    certainty: 'unconfirmed',
    sources: [S.errorGuide],
  },
  {
    id: 'fcm-data-collapse-key',
    note: [
      'The data key collapse_key is overwritten by FCM on the way.',
      'data 的键 collapse_key 会在传输中被 FCM 覆盖。',
    ],
    fix: ['Choose another key.', '请更换键名。'],
    certainty: 'stated',
    sources: [S.errorGuide],
  },
  {
    id: 'fcm-data-replaced',
    note: [
      'android.data replaces message.data as a whole, so the phone does not get: {received}.',
      'android.data 整体替换 message.data，手机收不到：{received}。',
    ],
    fix: ['Repeat in android.data what the phone needs.', '手机需要的键请在 android.data 中重复填写。'],
    certainty: 'stated',
    sources: [S.message],
  },
  {
    id: 'fcm-collapse-ignored',
    note: [
      'A message with a notification collapses under its package name; collapse_key {received} is ignored.',
      '带通知的消息按包名折叠，collapse_key {received} 被忽略。',
    ],
    fix: ['Use tag to replace a shown notification.', '如需替换已显示的通知，请使用 tag。'],
    certainty: 'stated',
    sources: [S.collapsible],
  },
  {
    id: 'fcm-nothing-to-show',
    note: ['There is neither a notification nor data for Android.', '没有面向 Android 的通知或数据。'],
    fix: ['Add notification or data.', '请添加 notification 或 data。'],
    certainty: 'measured',
    sources: [S.adminPython, S.message],
  },
  {
    id: 'fcm-loc-key-unused',
    note: ['{received} is not used, since {text} is set.', '已设置 {text}，{received} 不生效。'],
    fix: ['Leave the plain text out to use the string resource.', '如需使用字符串资源，请不要设置普通文本。'],
    certainty: 'measured',
    sources: [S.androidSdk],
  },
  {
    id: 'fcm-image-address',
    note: [
      'The image {received} is not an https address; phones show the notification without it.',
      '图片 {received} 不是 https 地址；手机显示的通知不含图片。',
    ],
    fix: ['Give an https address of a picture up to 1 MB.', '请提供不超过 1 MB 图片的 https 地址。'],
    certainty: 'stated',
    sources: [S.message, S.androidSdk],
  },
  {
    id: 'fcm-color',
    note: [
      'The color {received} is not #rrggbb; phones use the default.',
      '颜色 {received} 不是 #rrggbb 形式；手机使用默认颜色。',
    ],
    fix: ['Write it as #rrggbb.', '请写成 #rrggbb。'],
    certainty: 'measured',
    sources: [S.androidSdk, S.message],
  },
  {
    id: 'fcm-light-settings',
    note: [
      'light_settings needs color, light_on_duration and light_off_duration; incomplete ones are ignored.',
      'light_settings 需要同时包含 color、light_on_duration 和 light_off_duration，不完整时被忽略。',
    ],
    fix: ['Set all three.', '请设置全部三项。'],
    certainty: 'measured',
    sources: [S.androidSdk, S.message],
  },
  {
    id: 'fcm-vibrate-short',
    note: [
      'A vibrate_timings of one entry is ignored: the first is only the delay.',
      '只有一项的 vibrate_timings 被忽略：第一项仅表示延迟。',
    ],
    fix: ['Give at least delay and duration.', '请至少给出延迟和时长。'],
    certainty: 'measured',
    sources: [S.androidSdk],
  },
  {
    id: 'fcm-count-negative',
    note: [
      'notification_count {received} is negative and ignored.',
      'notification_count 为负数（{received}），被忽略。',
    ],
    fix: ['Send 0 or more.', '请发送不小于 0 的数。'],
    certainty: 'measured',
    sources: [S.androidSdk],
  },
  {
    id: 'fcm-analytics-label',
    note: [
      'The analytics label {received} is not of the documented form; what the server does with it is not public.',
      '分析标签 {received} 不符合文档规定的形式；服务器如何处理未公开。',
    ],
    fix: ['Use up to 50 letters, digits and -_.~%.', '请使用最多 50 个字母、数字或 -_.~%。'],
    certainty: 'unconfirmed',
    sources: [S.adminPython],
  },
  {
    id: 'fcm-webpush-link',
    note: [
      'webpush.fcm_options.link {received} is not an https address.',
      'webpush.fcm_options.link {received} 不是 https 地址。',
    ],
    fix: ['Give an https address.', '请提供 https 地址。'],
    certainty: 'stated',
    sources: [S.message],
  },
  {
    id: 'fcm-ttl-zero',
    note: [
      'With a time to live of 0 the message is delivered now or never.',
      '有效期为 0：消息要么立即送达，要么丢弃。',
    ],
    certainty: 'stated',
    sources: [S.lifespan],
  },
  {
    id: 'fcm-preview',
    note: [
      'android_v2 is a preview; it is translated for phones as Google describes it.',
      'android_v2 是预览功能；此处按 Google 的说明转换后发给手机。',
    ],
    certainty: 'unconfirmed',
    sources: [S.message],
  },
  {
    id: 'fcm-no-subscriber',
    note: [
      'Nobody is subscribed, so no phone gets it; FCM accepts it all the same.',
      '没有订阅者，不会有手机收到；FCM 仍会接受。',
    ],
    fix: ['Subscribe phones to the topic first.', '请先为手机订阅该主题。'],
    certainty: 'measured',
    sources: [S.captures],
  },
  {
    id: 'fcm-late-unregistered',
    note: [
      'The registration is dead, but that has not got round yet: the message is taken and lost.',
      '注册已失效但尚未传播到所有服务器：消息被接受，但会丢失。',
    ],
    fix: ['Expect 404 with the next message.', '下一条消息将返回 404。'],
    certainty: 'measured',
    sources: [S.captures],
  },
  {
    id: 'fcm-query-idle',
    note: ['Query parameters without effect here: {received}.', '此处不起作用的查询参数：{received}。'],
    certainty: 'unconfirmed',
    sources: [S.send],
  },
]);
