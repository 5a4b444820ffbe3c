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
    id: 'fcm-device-stopped',
    stop: [
      'The app is force-stopped: Android hands it nothing, and FCM drops the message for good (droppedAppForceStopped).',
      '应用已被强行停止：Android 不向它交付任何内容，FCM 将消息彻底丢弃（droppedAppForceStopped）。',
    ],
    fix: [
      'Only its user ends that, by opening the app; what was sent before does not come then.',
      '只有用户打开应用才能解除；此前发送的消息不会再到达。',
    ],
    certainty: 'stated',
    sources: [S.deliveryData, S.stopped],
  },
  {
    id: 'fcm-device-autostart',
    stop: [
      '{system} may not start the app by itself (auto-start is off) and its process is gone: the message waits for the app to be opened, with a ttl of 0 it is lost.',
      '{system} 未允许应用自启动，且进程已结束：消息等待应用被打开；ttl 为 0 时丢失。',
    ],
    fix: [
      "Allow auto-start in the phone's settings, or use the maker's own channel.",
      '请在手机设置中允许自启动，或使用厂商自己的通道。',
    ],
    certainty: 'inferred',
    sources: [S.skins],
  },
  {
    id: 'fcm-device-restricted',
    stop: [
      'The app is restricted in the background, so a message of normal priority waits for it to be opened; with a ttl of 0 it is lost.',
      '应用的后台活动受限，普通优先级的消息等待应用被打开；ttl 为 0 时丢失。',
    ],
    fix: [
      'Lift the restriction (battery use, standby bucket), open the app, or send with priority HIGH.',
      '请解除限制（电池使用、待机分组）、打开应用，或以 HIGH 优先级发送。',
    ],
    certainty: 'unconfirmed',
    sources: [S.doze],
  },
  {
    id: 'fcm-device-doze',
    stop: [
      'The phone dozes ({depth}): a message that is not urgent waits for the maintenance window at {until}, or for somebody to wake the phone; with a ttl of 0 it is lost.',
      '手机处于 Doze（{depth}）：非紧急消息等待 {until} 的维护窗口或手机被唤醒；ttl 为 0 时丢失。',
    ],
    note: [
      'The phone dozes ({depth}), and priority HIGH gets through at once.',
      '手机处于 Doze（{depth}），HIGH 优先级的消息立即送达。',
    ],
    fix: [
      'Send with priority HIGH what its user shall see at once; wake the phone.',
      '需要用户立即看到的消息请以 HIGH 优先级发送，或唤醒手机。',
    ],
    certainty: 'stated',
    sources: [S.doze, S.priority],
  },
  {
    id: 'fcm-device-saver',
    stop: [
      'The phone saves power, and this one keeps messages of normal priority until the app is opened or power saving ends; with a ttl of 0 they are lost.',
      '手机处于省电模式，普通优先级的消息保留到应用被打开或省电模式结束；ttl 为 0 时丢失。',
    ],
    fix: ['Send with priority HIGH, or end power saving.', '请以 HIGH 优先级发送，或关闭省电模式。'],
    certainty: 'unconfirmed',
    sources: [S.doze],
  },
  {
    id: 'fcm-device-burst',
    stop: [
      'The app has used up its {limit} collapsible messages for this phone: one more goes every 3 minutes, the next at {until}. Until then only the newest under the key {key} is kept.',
      '该应用发往此手机的 {limit} 条可折叠消息已用完：此后每 3 分钟放行一条，下一条在 {until}。在此之前，键 {key} 下只保留最新一条。',
    ],
    fix: [
      'Send fewer notifications to one phone; data messages without a collapse_key are not slowed down. For a load test, set the workspace’s switch collapsibleBurst of FCM to 0.',
      '请减少发往同一手机的通知；不带 collapse_key 的数据消息不受此限制。压测时可将工作区 FCM 的 collapsibleBurst 设为 0。',
    ],
    certainty: 'stated',
    sources: [S.quotas, S.collapsible],
  },
  {
    id: 'fcm-device-lowered',
    note: [
      "The app's urgent messages of the last 7 days showed nothing, so FCM delivers this one with normal priority.",
      '该应用最近 7 天的高优先级消息没有产生通知，FCM 将这一条降为普通优先级。',
    ],
    fix: ['Use HIGH only for messages that lead to a notification.', '请只对会产生通知的消息使用 HIGH。'],
    certainty: 'stated',
    sources: [S.priority],
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
    note: [
      'The message names a picture, {received}: the phone loads it within 5 seconds, at most 1 MB, and shows it instead of the long text. Here it is only fetched on demand.',
      '消息带有图片 {received}：手机在 5 秒内加载（不超过 1 MB），展开时以图片代替长文本。此处仅在要求时才获取。',
    ],
    certainty: 'measured',
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
