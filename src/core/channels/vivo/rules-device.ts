import { ruleTable } from '../kit/rule-table.ts';
import { stoppedRule } from '../kit/stopped.ts';
import { SOURCES as S } from './sources.ts';

/** What a vivo phone does with a push. */
export const deviceRules = ruleTable('device', 'device-suppressed', [
  {
    id: 'vivo-device-registered',
    pass: ['The app is registered on this phone.', '应用已在此手机上注册。'],
    stop: [
      'The registration has ended ({state}); the phone drops the message.',
      '注册已失效（{state}），手机丢弃该消息。',
    ],
    fix: ['Let the app register again and use the new regId.', '请让应用重新注册并使用新的 regId。'],
    certainty: 'stated',
    sources: [S.clientSdk, S.serverApi],
  },
  {
    id: 'vivo-device-installed',
    pass: ['The app is installed.', '应用已安装。'],
    stop: ['The app is not installed any more.', '应用已被卸载。'],
    fix: ['Install the app; it will get a new regId.', '请重新安装应用；安装后会得到新的 regId。'],
    certainty: 'stated',
    sources: [S.clientSdk],
  },
  {
    id: 'vivo-device-night',
    stop: [
      'An operational message outside 7:00 to 23:00: it is counted and not shown (receipt 1017).',
      '7:00–23:00 以外的运营消息：计数但不展示（回执 1017）。',
    ],
    fix: [
      'Send by day; the hours belong to the switch for message classes.',
      '请在白天发送；时段限制属于消息分类开关。',
    ],
    certainty: 'unconfirmed',
    sources: [S.questions, S.getui],
  },
  {
    id: 'vivo-device-total',
    stop: [
      'The total of the day was reached within this send (receipt 11001).',
      '本次推送过程中达到当日总量（回执 11001）。',
    ],
    fix: ['Send less today.', '请减少当日推送量。'],
    certainty: 'stated',
    sources: [S.messageClasses, S.getui],
  },
  {
    id: 'vivo-device-frequency',
    stop: [
      'This phone got its operational messages of the day already (receipt 12000).',
      '此手机当日运营消息已达上限（回执 12000）。',
    ],
    fix: ['Send it tomorrow, or as a system message if it is one.', '请次日发送；确属系统消息的请按系统消息发送。'],
    certainty: 'stated',
    sources: [S.quotas, S.classReport],
  },
  {
    id: 'vivo-device-absent',
    stop: [
      'The phone has been offline for 14 days, so vivo sends it nothing (receipt 20006).',
      '手机已离线满 14 天，vivo 不再向其下发（回执 20006）。',
    ],
    fix: ['Bring the phone online, then send again.', '请让手机恢复联网后重新发送。'],
    certainty: 'stated',
    sources: [S.getui],
  },
  {
    id: 'vivo-device-repeat',
    stop: [
      'A formal operational message with the title and text of an earlier one to this phone is dropped (receipt 2124).',
      '正式运营消息的标题与内容和此前发给此手机的相同，已丢弃（回执 2124）。',
    ],
    fix: [
      'Vary the text, send with pushMode 1, or as a system message; dropping is a switch.',
      '请改变文案，或使用 pushMode 1 或系统消息；是否丢弃为开关。',
    ],
    certainty: 'stated',
    sources: [S.serverApi, S.getui],
  },
  {
    id: 'vivo-device-network',
    note: [
      'networkType 1: only on Wi-Fi. Phones here are taken to be on Wi-Fi.',
      'networkType 1：仅 Wi-Fi 展示。此处视手机为已连接 Wi-Fi。',
    ],
    certainty: 'inferred',
    sources: [S.serverApi],
  },
  {
    id: 'vivo-device-profile',
    pass: ['The user of profileId is logged in.', 'profileId 对应的用户已登录。'],
    stop: [
      'profileId is {received}, but the user on the phone is {expected}: not shown.',
      'profileId 为 {received}，而手机上的用户为 {expected}：不展示。',
    ],
    fix: ['Send to the user who is logged in.', '请推送给当前登录的用户。'],
    certainty: 'unconfirmed',
    sources: [S.serverApi],
  },
  {
    id: 'vivo-device-foreground',
    note: [
      'foregroundShow is false and the app is in front: nothing is shown, onForegroundMessageArrived is called instead.',
      'foregroundShow 为 false 且应用在前台：不展示，改为回调 onForegroundMessageArrived。',
    ],
    certainty: 'measured',
    sources: [S.foreground, S.serverApi],
  },
  stoppedRule('vivo-device-stopped', [S.mixPush]),
  {
    id: 'vivo-device-drawn',
    pass: [
      "vivo's system service draws the notification; the app need not run (process: {process}).",
      '由 vivo 系统服务显示通知，应用无需运行（进程状态：{process}）。',
    ],
    certainty: 'measured',
    sources: [S.mixPush],
  },
  {
    id: 'vivo-device-notify-type',
    note: [
      'notifyType {received} has no effect from Android 8.1 on: channel and message class decide.',
      'notifyType {received} 自 Android 8.1 起无效：由渠道和消息分类决定。',
    ],
    certainty: 'stated',
    sources: [S.notifyType, S.serverApi],
  },
  {
    id: 'vivo-device-notify-legacy',
    note: [
      'Up to Android 8.0 notifyType decides: {received}, sound {sound}, vibration {vibrate}.',
      'Android 8.0 及以前由 notifyType 决定：{received}，声音 {sound}，振动 {vibrate}。',
    ],
    certainty: 'measured',
    sources: [S.mixPush, S.notifyType],
  },
  {
    id: 'vivo-device-notify-ringer',
    note: [
      'notifyType {received} does nothing while the ringer is not on normal; only 4 vibrates then, and only on vibrate.',
      '铃声模式非正常时 notifyType {received} 不提醒；仅 4 在振动模式下振动。',
    ],
    certainty: 'measured',
    sources: [S.mixPush],
  },
  {
    id: 'vivo-device-quiet',
    note: ['An operational message is silent: no lock screen, no pop-up.', '运营消息静默展示：无锁屏、无悬浮。'],
    certainty: 'stated',
    sources: [S.messageClasses, S.classReport],
  },
  {
    id: 'vivo-device-box',
    note: [
      'The app does not run, so the operational message goes to the collecting box instead of the ordinary list.',
      '应用未运行，运营消息收入通知盒子，而非普通列表。',
    ],
    certainty: 'stated',
    sources: [S.messageClasses, S.classReport],
  },
  {
    id: 'vivo-device-badge',
    note: [
      'addBadge adds 1 to the number on the icon; only the app can clear it.',
      'addBadge 使角标加 1；只有应用自己能清除。',
    ],
    certainty: 'stated',
    sources: [S.badge, S.shortcutBadger],
  },
  {
    id: 'vivo-device-tap-link',
    note: [
      'A tap does nothing: {received} begins neither with http:// nor https://.',
      '点击无反应：{received} 不以 http:// 或 https:// 开头。',
    ],
    fix: ['Use a web address, or skipType 4.', '请使用网页地址，或 skipType 4。'],
    certainty: 'measured',
    sources: [S.mixPush],
  },
  {
    id: 'vivo-device-tap-foreign',
    note: [
      'The intent names the package {received}, which is not the app: a tap opens nothing.',
      'intent 指向包 {received}，不是本应用：点击不会打开任何页面。',
    ],
    fix: ["Name the app's own package and an exported activity.", '请指定本应用的包名和已导出的 Activity。'],
    certainty: 'measured',
    sources: [S.mixPush],
  },
  {
    id: 'vivo-device-tap-exported',
    note: [
      'The page opens only if its activity exists and is exported, which is not visible here.',
      '只有该 Activity 存在且已导出才能打开页面，此处无法判断。',
    ],
    fix: ['Set android:exported="true" on the activity.', '请为该 Activity 设置 android:exported="true"。'],
    certainty: 'stated',
    sources: [S.mixPush, S.getui],
  },
  {
    id: 'vivo-device-tap-custom',
    note: [
      'skipType 3: a tap only calls onNotificationMessageClicked.',
      'skipType 3：点击只回调 onNotificationMessageClicked。',
    ],
    certainty: 'measured',
    sources: [S.mixPush],
  },
  {
    id: 'vivo-device-live',
    stop: [
      'There is no live card {received} on the phone: the server can only update or end one that the app has made (receipt 302, reason 32002).',
      '手机上没有原子通知 {received}：服务端只能更新或结束应用已创建的卡片（回执 302，原因 32002）。',
    ],
    fix: [
      'Let the app create the card first; the phones here do not draw live cards.',
      '请先由应用创建卡片；此处的手机不绘制原子通知。',
    ],
    certainty: 'stated',
    sources: [S.liveCards],
  },
]);
