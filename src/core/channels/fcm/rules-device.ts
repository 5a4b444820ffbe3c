import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** What Play services and the Firebase SDK in the app do with a message. */
export const deviceRules = ruleTable('device', 'device-suppressed', [
  {
    id: 'fcm-device-services',
    pass: ['Play services hold the connection to FCM.', 'Google Play 服务保持着与 FCM 的连接。'],
    stop: [
      'The phone has no Google Play services, so FCM cannot reach it.',
      '手机没有 Google Play 服务，FCM 无法送达。',
    ],
    fix: ["Use the maker's own channel on such phones.", '此类手机请使用厂商自己的通道。'],
    certainty: 'stated',
    sources: [S.receiving],
  },
  {
    id: 'fcm-device-region',
    stop: [
      'The phone is in mainland China, where FCM is not reliably reachable.',
      '手机位于中国大陆，FCM 无法稳定连接。',
    ],
    fix: [
      "Use the maker's own channel, or switch the workspace to let FCM through.",
      '请使用厂商自己的通道，或在工作区中设为可送达。',
    ],
    certainty: 'unconfirmed',
    sources: [S.tencent],
  },
  {
    id: 'fcm-device-registered',
    pass: ['The app is registered on this phone.', '应用已在此手机上注册。'],
    stop: [
      'The registration is no longer valid ({state}); the message is dropped.',
      '注册已失效（{state}），消息被丢弃。',
    ],
    fix: ['Let the app register again.', '请让应用重新注册。'],
    certainty: 'stated',
    sources: [S.tokens],
  },
  {
    id: 'fcm-device-installed',
    pass: ['The app is installed.', '应用已安装。'],
    stop: ['The app is not installed; the message is dropped.', '应用未安装，消息被丢弃。'],
    fix: ['Install the app; it gets a new registration.', '请安装应用；安装后会得到新的注册。'],
    certainty: 'stated',
    sources: [S.tokens],
  },
  {
    id: 'fcm-device-package',
    stop: [
      'restricted_package_name is {received}, so this app drops the message.',
      'restricted_package_name 为 {received}，该应用丢弃此消息。',
    ],
    fix: ["Set it to the app's package name, or leave it out.", '请填写该应用的包名，或不设置。'],
    certainty: 'stated',
    sources: [S.message],
  },
  {
    id: 'fcm-device-deleted',
    note: [
      'Too many messages waited for this phone; all were thrown away and the app is told so.',
      '为该手机积压的消息过多，已全部丢弃，并通知应用。',
    ],
    fix: [
      'Let the app synchronise with your server in onDeletedMessages.',
      '请让应用在 onDeletedMessages 中与服务器同步。',
    ],
    certainty: 'stated',
    sources: [S.collapsible, S.receiving],
  },
  {
    id: 'fcm-device-too-many',
    stop: [
      'More than 100 messages waited for {device}: FCM threw all of them away, and tells the app when the phone is back.',
      '为 {device} 积压的消息超过 100 条：FCM 已全部丢弃，手机恢复联网后会通知应用。',
    ],
    fix: [
      'Give a collapse_key to messages of which only the newest counts, and let the app synchronise in onDeletedMessages.',
      '只需最新一条的消息请设置 collapse_key，并让应用在 onDeletedMessages 中与服务器同步。',
    ],
    certainty: 'stated',
    sources: [S.collapsible, S.receiving],
  },
  {
    id: 'fcm-device-data',
    note: [
      'A data message: nothing is shown, the app gets it in onMessageReceived (process: {process}).',
      '数据消息：不显示通知，由应用在 onMessageReceived 中接收（进程状态：{process}）。',
    ],
    certainty: 'stated',
    sources: [S.receiving],
  },
  {
    id: 'fcm-device-foreground',
    note: [
      'The app is in front, so nothing is shown: it gets the message in onMessageReceived.',
      '应用在前台，不显示通知：由应用在 onMessageReceived 中处理。',
    ],
    fix: [
      'Let the app show a notification of its own, or send it to the background first.',
      '请由应用自行显示通知，或先将其切到后台。',
    ],
    certainty: 'measured',
    sources: [S.androidSdk, S.receiving],
  },
  {
    id: 'fcm-device-locked',
    note: [
      'The app is on top of a locked phone, which counts as background.',
      '手机已锁屏，应用虽在最上层仍按后台处理。',
    ],
    certainty: 'measured',
    sources: [S.androidSdk],
  },
  {
    id: 'fcm-device-drawn',
    pass: [
      'The Firebase SDK shows the notification; the app need not run (process: {process}).',
      '由 Firebase SDK 显示通知，应用无需运行（进程状态：{process}）。',
    ],
    certainty: 'measured',
    sources: [S.androidSdk, S.receiving],
  },
  {
    id: 'fcm-device-no-ui',
    note: ['The data says gcm.n.noui: the SDK swallows the notification.', '数据中含有 gcm.n.noui：SDK 不显示该通知。'],
    certainty: 'measured',
    sources: [S.androidSdk],
  },
  {
    id: 'fcm-device-loc-key',
    note: [
      '{received} names a string of the app, whose resources are not known here: the line stays empty.',
      '{received} 指向应用的字符串资源，此处无法得知其内容：该行为空。',
    ],
    fix: ['Send the plain text to see it here.', '如需在此查看，请发送普通文本。'],
    certainty: 'inferred',
    sources: [S.androidSdk],
  },
  {
    id: 'fcm-device-no-title',
    note: ['There is no title; nothing is put in its place.', '没有标题，不会自动补充。'],
    certainty: 'measured',
    sources: [S.androidSdk],
  },
  {
    id: 'fcm-device-channel',
    note: [
      'The app has no channel {received}; the notification goes to {used}.',
      '应用没有渠道 {received}；通知改用 {used}。',
    ],
    fix: ['Let the app create the channel before the push arrives.', '请让应用在推送到达前创建该渠道。'],
    certainty: 'measured',
    sources: [S.androidSdk],
  },
  {
    id: 'fcm-device-sound-ignored',
    note: [
      'sound {received} has no effect from Android 8 on: the channel decides.',
      'Android 8 及以上 sound {received} 不生效：由渠道决定。',
    ],
    fix: ['Send with a channel_id whose channel has this sound.', '请使用带有该声音的渠道的 channel_id。'],
    certainty: 'measured',
    sources: [S.androidSdk, S.message],
  },
  {
    id: 'fcm-device-priority-ignored',
    note: [
      'notification_priority {received} has no effect from Android 8 on: the channel decides.',
      'Android 8 及以上 notification_priority {received} 不生效：由渠道决定。',
    ],
    certainty: 'measured',
    sources: [S.androidSdk, S.message],
  },
  {
    id: 'fcm-device-image',
    note: ['The picture is not loaded here; the text is shown without it.', '此处不加载图片，仅显示文字。'],
    certainty: 'inferred',
    sources: [S.androidSdk],
  },
  {
    id: 'fcm-device-tap-action',
    note: [
      'A tap starts the intent {received} inside the app, if it has one.',
      '点击后启动应用内的 intent {received}（如存在）。',
    ],
    certainty: 'measured',
    sources: [S.androidSdk],
  },
]);
