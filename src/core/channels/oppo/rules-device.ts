import { ruleTable } from '../kit/rule-table.ts';
import { stoppedRule } from '../kit/stopped.ts';
import { SOURCES as S } from './sources.ts';

/** What an OPPO phone does with an accepted message, before Android's own rules. */
export const deviceRules = ruleTable('device', 'device-suppressed', [
  {
    id: 'oppo-device-registered',
    pass: ['The registration is alive.', '注册有效。'],
    stop: ['The registration is no longer alive ({state}): nothing is shown.', '注册已失效（{state}），不显示。'],
    fix: ['Register the app again and use the new id.', '请重新注册并使用新的 id。'],
    certainty: 'stated',
    sources: [S.receipts],
  },
  {
    id: 'oppo-device-installed',
    pass: ['The app is installed.', '应用已安装。'],
    stop: ['The app is not installed.', '应用未安装。'],
    fix: ['Install the app on the phone.', '请在手机上安装应用。'],
    certainty: 'stated',
    sources: [S.receipts],
  },
  {
    id: 'oppo-device-verify',
    pass: [
      'verify_registration_id: the id is the one that the phone has.',
      'verify_registration_id：与手机当前的 id 一致。',
    ],
    stop: [
      'verify_registration_id: the phone has another id by now and drops the message.',
      'verify_registration_id：手机当前的 id 已不同，丢弃消息。',
    ],
    fix: ['Send to the id that the app registered last.', '请发送到应用最近注册的 id。'],
    certainty: 'stated',
    sources: [S.unicast],
  },
  {
    id: 'oppo-device-window',
    pass: ['It is within the time in which it may be shown.', '处于允许展示的时间段内。'],
    stop: ['The time in which it may be shown ended at {until}.', '允许展示的时间已于 {until} 结束。'],
    fix: ['Send it earlier, or with a later show_end_time.', '请提前发送，或将 show_end_time 设得更晚。'],
    certainty: 'inferred',
    sources: [S.pdf],
  },
  {
    id: 'oppo-device-off-by-default',
    stop: [
      'Nobody has allowed notifications yet: on Chinese ColorOS a newly installed app has them switched off.',
      '用户尚未允许通知：国内 ColorOS 上新安装的应用默认关闭通知。',
    ],
    fix: [
      'Have the app ask with requestNotificationPermission, or allow it in the phone settings.',
      '请让应用调用 requestNotificationPermission，或在手机设置中允许通知。',
    ],
    certainty: 'stated',
    sources: [S.faq, S.clientSdk],
  },
  {
    id: 'oppo-device-foreign-install',
    stop: [
      "The app was not installed from OPPO's store, and such installations get no public messages since 2024-07-29.",
      '该应用并非安装自 OPPO 软件商店，自 2024-07-29 起此类安装收不到公信消息。',
    ],
    fix: [
      'Install it from the store, or send through a private channel or a category of communication and service.',
      '请从软件商店安装，或通过私信通道、通讯与服务类 category 发送。',
    ],
    certainty: 'stated',
    sources: [S.tencentClasses],
  },
  stoppedRule('oppo-device-stopped', [S.clientSdk]),
  {
    id: 'oppo-device-drawn',
    pass: [
      "The system's push service draws it; the app need not run, and being in front changes nothing.",
      '由系统推送服务绘制，应用无需运行，在前台也照常显示。',
    ],
    certainty: 'unconfirmed',
    sources: [S.clientSdk],
  },
  {
    id: 'oppo-device-channel',
    pass: ['The channel {channel} exists on the phone.', '手机上存在渠道 {channel}。'],
    stop: [
      'The app has no notification channel {channel} on this phone, so nothing is shown.',
      '该手机上应用没有通知渠道 {channel}，不显示。',
    ],
    fix: [
      "Create the channel in the app; here, add it to the app's credentials.",
      '请在应用中创建该渠道；在此工具中，请添加到应用凭据。',
    ],
    certainty: 'stated',
    sources: [S.body, S.tencentOppo],
  },
  {
    id: 'oppo-device-class-channel',
    note: ["It goes through the system's channel {channel}.", '经系统渠道 {channel} 显示。'],
    certainty: 'measured',
    sources: [S.channelGuard],
  },
  {
    id: 'oppo-device-level-shade',
    note: ['Reminder level 1: it stands in the shade only.', '提醒级别 1：只进通知栏。'],
    certainty: 'stated',
    sources: [S.classes, S.tencentClasses],
  },
  {
    id: 'oppo-device-level-lock',
    note: [
      'Reminder level 2: shade and lock screen, without sound, vibration or banner.',
      '提醒级别 2：通知栏与锁屏，不响铃、不振动、无横幅。',
    ],
    certainty: 'stated',
    sources: [S.classes, S.tencentClasses],
  },
  {
    id: 'oppo-device-level-strong',
    note: [
      'Reminder level 16: shade, lock screen, banner, vibration and ringtone.',
      '提醒级别 16：通知栏、锁屏、横幅、振动与铃声。',
    ],
    certainty: 'stated',
    sources: [S.classes, S.tencentClasses],
  },
  {
    id: 'oppo-device-content-class',
    note: ['Content and marketing messages stand in the shade only.', '内容与营销类消息只进通知栏。'],
    certainty: 'stated',
    sources: [S.classes, S.getui],
  },
  {
    id: 'oppo-device-banner',
    note: [
      'Level 16 pops up as a banner, without the user having allowed banners.',
      '级别 16 以横幅弹出，无需用户另行允许。',
    ],
    certainty: 'inferred',
    sources: [S.classes],
  },
  {
    id: 'oppo-device-sound-channel',
    note: ['A message cannot ask for sound or vibration: the channel decides.', '消息无法指定声音或振动：由渠道决定。'],
    certainty: 'stated',
    sources: [S.faq],
  },
  {
    id: 'oppo-device-content-cut',
    note: ['The phone shows {limit} characters of {received}.', '共 {received} 个字符，手机显示 {limit} 个。'],
    certainty: 'stated',
    sources: [S.body, S.pdf],
  },
  {
    id: 'oppo-device-style',
    note: [
      'Style {style} shows expanded only as the topmost notification, and needs a ColorOS above 5.0.',
      '样式 {style} 仅在通知置顶时展开，且需 ColorOS 5.0 以上。',
    ],
    certainty: 'stated',
    sources: [S.pdf],
  },
  {
    id: 'oppo-device-badge',
    note: [
      'The push changes the number on the icon to {total} (operation {operation}).',
      '推送将角标数字改为 {total}（操作 {operation}）。',
    ],
    certainty: 'stated',
    sources: [S.tpns],
  },
  {
    id: 'oppo-device-badge-old',
    note: ['Adding to the number needs Android 11; the number stays.', '角标累加需要 Android 11；数字不变。'],
    certainty: 'stated',
    sources: [S.tpns],
  },
]);
