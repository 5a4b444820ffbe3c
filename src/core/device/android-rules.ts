import { ruleTable } from '../channels/kit/rule-table.ts';
import { stepMaker } from '../channels/kit/steps.ts';
import { ANDROID_SOURCES as S } from './android-sources.ts';

/** What an Android phone does with a notification, whoever draws it. */
export const androidRules = ruleTable('device', 'device-suppressed', [
  {
    id: 'android-permission',
    pass: ['The phone lets the app show notifications.', '手机允许该应用显示通知。'],
    stop: [
      'The phone does not let the app show notifications ({permission}): nothing appears, rings or counts on the icon.',
      '手机未允许该应用显示通知（{permission}）：不显示、不响铃，角标也不变。',
    ],
    fix: ['Allow notifications of the app in the phone settings.', '请在手机设置中允许该应用的通知。'],
    certainty: 'stated',
    sources: [S.permission],
  },
  {
    id: 'android-channel-made',
    note: [
      'The notification channel {id} is created now: importance {importance}, sound {sound}, vibration {vibrate}. Later pushes cannot change it.',
      '创建通知渠道 {id}：重要性 {importance}，声音 {sound}，振动 {vibrate}。之后的推送无法更改。',
    ],
    certainty: 'stated',
    sources: [S.channels, S.preferences],
  },
  {
    id: 'android-channel-kept',
    pass: [
      'The notification channel {id} exists and decides: importance {importance}, sound {sound}, vibration {vibrate}.',
      '通知渠道 {id} 已存在，由它决定：重要性 {importance}，声音 {sound}，振动 {vibrate}。',
    ],
    note: [
      'The notification channel {id} was fixed when it was created: importance {importance}, sound {sound}, vibration {vibrate}. What this push asks for beyond that has no effect.',
      '通知渠道 {id} 在创建时已固定：重要性 {importance}，声音 {sound}，振动 {vibrate}。本次推送的其他要求不生效。',
    ],
    fix: [
      'Use another channel id, or reinstall the app: only a new channel takes new settings.',
      '请更换渠道 id 或重新安装应用：只有新建的渠道才采用新的设置。',
    ],
    certainty: 'stated',
    sources: [S.channels, S.preferences],
  },
  {
    id: 'android-channel-off',
    stop: [
      'The notification channel {id} is switched off (importance 0), so nothing is shown.',
      '通知渠道 {id} 已关闭（重要性为 0），不显示通知。',
    ],
    fix: ['Switch the channel on, or send through another one.', '请打开该渠道，或改用其他渠道。'],
    certainty: 'stated',
    sources: [S.channels],
  },
  {
    id: 'android-legacy',
    note: [
      'Android {version} knows no notification channels: the push itself decides on sound and vibration.',
      'Android {version} 没有通知渠道：声音和振动由推送自身决定。',
    ],
    certainty: 'stated',
    sources: [S.channels],
  },
  {
    id: 'android-shade-full',
    stop: [
      'The app already shows {count} notifications, and Android takes no more of one app.',
      '该应用已有 {count} 条通知，Android 不再接受同一应用的更多通知。',
    ],
    fix: [
      'Send updates under the same id so that they replace each other, or clear the shade.',
      '请让同一事项的通知使用相同的 id 以相互替换，或清空通知栏。',
    ],
    certainty: 'measured',
    sources: [S.manager],
  },
  {
    id: 'android-identity',
    pass: ['It takes a place of its own in the shade: {key}.', '在通知栏占用新的位置：{key}。'],
    note: ['It replaces the notification that stands at {key}.', '替换通知栏中位置 {key} 的通知。'],
    certainty: 'stated',
    sources: [S.identity],
  },
  {
    id: 'android-importance-low',
    note: [
      'Importance {importance} is below "default": the notification is listed, without sound, vibration or pop-up.',
      '重要性 {importance} 低于“默认”：只列在通知栏，不响铃、不振动、不弹出横幅。',
    ],
    fix: ['Send through a channel of importance 3 or 4.', '请使用重要性为 3 或 4 的渠道。'],
    certainty: 'stated',
    sources: [S.channels],
  },
  {
    id: 'android-sound-missing',
    note: [
      'The app has no playable raw sound {received}: nothing is heard.',
      '应用中没有可播放的 raw 声音 {received}，不发声。',
    ],
    fix: ['Put the file into res/raw (ogg, mp3, wav or m4a).', '请将文件放入 res/raw（ogg、mp3、wav 或 m4a）。'],
    certainty: 'unconfirmed',
    sources: [S.channels, S.media],
  },
  {
    id: 'android-sound-default',
    note: [
      'The app has no playable raw sound {received}: the default sound plays.',
      '应用中没有可播放的 raw 声音 {received}，播放默认声音。',
    ],
    fix: ['Put the file into res/raw (ogg, mp3, wav or m4a).', '请将文件放入 res/raw（ogg、mp3、wav 或 m4a）。'],
    certainty: 'inferred',
    sources: [S.firebaseSdk, S.media],
  },
  {
    id: 'android-ringer-vibrate',
    note: ['The ringer is on vibrate: the phone shakes and makes no sound.', '手机处于振动模式：只振动，不响铃。'],
    certainty: 'measured',
    sources: [S.attention, S.audio],
  },
  {
    id: 'android-ringer-silent',
    note: ['The ringer is silent: neither sound nor vibration.', '手机处于静音模式：不响铃也不振动。'],
    certainty: 'measured',
    sources: [S.attention, S.audio],
  },
  {
    id: 'android-heads-up',
    pass: ['Importance {importance}: it pops up over what is on the screen.', '重要性 {importance}：以横幅弹出。'],
    note: [
      'Importance {importance} is below "high": it stands in the shade and does not pop up.',
      '重要性 {importance} 低于“高”：出现在通知栏，不弹出横幅。',
    ],
    certainty: 'stated',
    sources: [S.headsUp, S.interruption],
  },
  {
    id: 'android-heads-up-locked',
    note: [
      'The phone is locked: it stands on the lock screen and does not pop up.',
      '手机已锁屏：出现在锁屏上，不弹出横幅。',
    ],
    certainty: 'measured',
    sources: [S.interruption],
  },
  {
    id: 'android-heads-up-old',
    note: [
      'Its time stamp is 24 hours old or more, so it does not pop up.',
      '通知的时间戳已超过 24 小时，因此不弹出横幅。',
    ],
    certainty: 'measured',
    sources: [S.interruption],
  },
  {
    id: 'android-heads-up-alert',
    note: [
      'Up to Android 7.1 only what rings or vibrates pops up; this does neither.',
      'Android 7.1 及以前，只有响铃或振动的通知才会弹出横幅；本条两者皆无。',
    ],
    certainty: 'measured',
    sources: [S.headsUp],
  },
  {
    id: 'android-heads-up-skin',
    note: [
      '{system} has a switch of its own for pop-ups of each app, which is off for most apps until the user allows it: it does not pop up.',
      '{system} 为每个应用另设横幅开关，多数应用默认关闭，需用户允许：不弹出横幅。',
    ],
    fix: [
      'Allow pop-ups of the app on this phone (field “popUps” of the device).',
      '请在该手机上允许该应用的横幅（设备字段“popUps”）。',
    ],
    certainty: 'unconfirmed',
    sources: [S.headsUp],
  },
  {
    id: 'android-heads-up-off',
    note: ['The user switched pop-ups of the app off.', '用户关闭了该应用的横幅。'],
    fix: ['Allow them on this phone again.', '请在该手机上重新允许。'],
    certainty: 'measured',
    sources: [S.interruption],
  },
  {
    id: 'android-heads-up-allowed',
    pass: [
      'The user switched banners of the app on in {system}, so it pops up (importance {importance}).',
      '用户已在 {system} 中允许该应用的横幅，因此弹出（重要性 {importance}）。',
    ],
    certainty: 'unconfirmed',
    sources: [S.headsUp],
  },
  {
    id: 'android-heads-up-screen',
    note: ['The screen is off: nothing pops up.', '屏幕已关闭：不弹出横幅。'],
    fix: ['Switch the screen on.', '请点亮屏幕。'],
    certainty: 'measured',
    sources: [S.interruption],
  },
  {
    id: 'android-heads-up-snoozed',
    note: [
      'The user pushed a banner of the app away less than 60 seconds ago: it stands in the shade and does not pop up.',
      '用户在 60 秒内划走过该应用的横幅：出现在通知栏，不弹出横幅。',
    ],
    fix: ['Wait a minute.', '请等待一分钟。'],
    certainty: 'measured',
    sources: [S.interruption],
  },
  {
    id: 'android-heads-up-dnd',
    note: ['Do not disturb is on: nothing pops up.', '勿扰模式已开启：不弹出横幅。'],
    fix: ['Switch Do not disturb off.', '请关闭勿扰模式。'],
    certainty: 'stated',
    sources: [S.dnd],
  },
  {
    id: 'android-dnd',
    note: [
      'Do not disturb ({filter}) lets it through without sound and vibration.',
      '勿扰模式（{filter}）：不响铃、不振动。',
    ],
    fix: [
      'Switch Do not disturb off, or let the app override it in the phone settings.',
      '请关闭勿扰模式，或在手机设置中允许该应用在勿扰时提醒。',
    ],
    certainty: 'stated',
    sources: [S.dnd, S.zen],
  },
  {
    id: 'android-dnd-hidden',
    stop: [
      'Do not disturb hides everything: no row, no icon, no dot until it ends; then it stands in the shade without an alert.',
      '勿扰模式隐藏全部内容：结束之前不出现在通知栏，也没有图标和角标；结束后静默出现在通知栏。',
    ],
    fix: ['Switch Do not disturb off.', '请关闭勿扰模式。'],
    certainty: 'measured',
    sources: [S.zen],
  },
  {
    id: 'android-dnd-over',
    note: [
      'Do not disturb has ended: the notification stands in the shade now, without an alert.',
      '勿扰模式已结束：通知静默出现在通知栏。',
    ],
    certainty: 'measured',
    sources: [S.zen],
  },
  {
    id: 'android-alert-limit',
    note: [
      'The app rang or shook the phone less than a second ago; Android lets it do so once a second.',
      '该应用在一秒内已提醒过一次；Android 每秒只允许一次声音或振动。',
    ],
    fix: ['Leave a second between pushes.', '两次推送之间请间隔一秒以上。'],
    certainty: 'measured',
    sources: [S.attention],
  },
  {
    id: 'android-update-rate',
    stop: [
      'The app updated its notifications {limit} times within a second; Android drops further updates.',
      '该应用在一秒内已更新通知 {limit} 次，Android 丢弃其余更新。',
    ],
    fix: ['Send updates under the same id less often.', '请降低同一 id 通知的更新频率。'],
    certainty: 'measured',
    sources: [S.manager],
  },
  {
    id: 'android-sounds-off',
    note: ["The user switched the app's sounds off: nothing is heard.", '用户关闭了该应用的声音：不响铃。'],
    fix: ["Switch the app's sounds on in the phone settings.", '请在手机设置中打开该应用的声音。'],
    certainty: 'inferred',
    sources: [S.channels],
  },
  {
    id: 'android-volume',
    note: ['The notification volume is 0: nothing is heard.', '通知音量为 0：不响铃。'],
    fix: ['Turn the volume up.', '请调高音量。'],
    certainty: 'measured',
    sources: [S.attention],
  },
  {
    id: 'android-screen-lights',
    note: ['{system} lights the screen up for it.', '{system} 会为此点亮屏幕。'],
    certainty: 'unconfirmed',
    sources: [S.lockScreen],
  },
  {
    id: 'android-lock-hidden',
    note: [
      'The phone is locked and hides contents: the lock screen shows the app alone.',
      '手机已锁屏且隐藏内容：锁屏上只显示应用名称。',
    ],
    certainty: 'stated',
    sources: [S.lockScreen],
  },
  {
    id: 'android-lock-none',
    note: [
      'It is not shown on the lock screen; it stands in the shade after unlocking.',
      '不在锁屏上显示；解锁后可在通知栏看到。',
    ],
    fix: [
      'Allow notifications on the lock screen, and send it with a visibility that is not secret.',
      '请允许锁屏通知，并且不要以 secret 可见性发送。',
    ],
    certainty: 'stated',
    sources: [S.lockScreen],
  },
  {
    id: 'android-badge-off',
    note: [
      'The badge of the app is switched off on this phone: the icon shows nothing.',
      '该手机已关闭此应用的桌面角标：图标不显示。',
    ],
    fix: ['Switch the badge of the app on in the phone settings.', '请在手机设置中打开该应用的桌面角标。'],
    certainty: 'stated',
    sources: [S.badges, S.miuiBadge, S.badgeTable],
  },
  {
    id: 'android-badge-count',
    note: [
      "The launcher counts the app's notifications in the shade: {total}.",
      '角标由桌面统计通知栏中的条数：{total}。',
    ],
    certainty: 'stated',
    sources: [S.badges, S.trebuchet, S.miuiBadge],
  },
  {
    id: 'android-badge-dot',
    note: [
      'The launcher marks the icon with a dot and no number; notifications in the shade: {total}.',
      '桌面仅在图标上显示圆点，不显示数字；通知栏中共 {total} 条。',
    ],
    certainty: 'stated',
    sources: [S.badges, S.trebuchet, S.badgeTable],
  },
  {
    id: 'android-badge-kept',
    note: [
      '{system} keeps the number that the app or a push wrote; this push names none, so the icon stays at {total}.',
      '{system} 保留应用或推送写入的数字；本次推送未指定，角标保持 {total}。',
    ],
    fix: ['Let the push carry the badge, as the vendor offers it.', '请按厂商的方式在推送中携带角标。'],
    certainty: 'stated',
    sources: [S.huaweiBadge, S.badgeTable, S.shortcutBadger],
  },
  {
    id: 'android-badge-set',
    note: ['The push puts the number on the icon: {total}.', '推送写入角标数字：{total}。'],
    certainty: 'stated',
    sources: [S.huaweiBadge, S.badgeTable],
  },
]);

export type AndroidRuleId = (typeof androidRules)[number]['id'];

/** A step of the rules above. */
export const androidStep = stepMaker<AndroidRuleId>('device');
