import type { Rule } from '../../trace/types.ts';
import { fact, from, type Pair, remark, suppression } from './rule-kit.ts';
import { SOURCES as S } from './sources.ts';

type Basis = ReturnType<typeof from>;

const pass = (id: string, basis: Basis, text: Pair): Rule => fact('device', id, basis, text);
const note = (id: string, basis: Basis, text: Pair, fix?: Pair): Rule => remark('device', id, basis, text, fix);

const PLACES_FIX: Pair = [
  'Turn one of the places on in the phone’s settings of the app.',
  '在手机的应用通知设置中打开其中一个显示位置。',
];

/** Where the app in front and the user's switches let a notification be seen. */
const placeRules: readonly Rule[] = [
  note('foreground-everything', from('stated', S.handling), [
    'The app is in the foreground and answers willPresent with banner, list, sound and badge, so the push comes as it would otherwise.',
    '应用在前台，对 willPresent 返回 banner、list、sound 和 badge，推送照常呈现。',
  ]),
  note('foreground-list', from('stated', S.handling), [
    'The app is in the foreground and answers willPresent with list and badge: no banner and no sound.',
    '应用在前台，对 willPresent 返回 list 和 badge：不弹横幅，也不发声。',
  ]),
  note('foreground-sound', from('stated', S.handling), [
    'The app is in the foreground and answers willPresent with sound and badge: nothing is shown.',
    '应用在前台，对 willPresent 返回 sound 和 badge：不显示通知。',
  ]),
  suppression(
    'foreground-unseen',
    from('stated', S.handling),
    [
      'The app’s answer to willPresent has neither banner nor list, so the text is not shown.',
      '应用对 willPresent 的回应中既没有 banner 也没有 list，文字不显示。',
    ],
    [
      'Bring the app to the background, or have it answer with banner and list.',
      '将应用切到后台，或让应用返回 banner 和 list。',
    ],
  ),
  note(
    'setting-banner',
    from('stated', S.permission, S.settings),
    [
      'The user has switched the app’s banners off: it is listed without popping up.',
      '用户关闭了该应用的横幅：只进入列表，不弹出。',
    ],
    ['Turn banners on for the app.', '打开该应用的横幅。'],
  ),
  note(
    'setting-lock-screen',
    from('stated', S.permission, S.settings),
    [
      'The user keeps the app off the lock screen, and the phone is locked or dark: it stands in Notification Centre only.',
      '用户不允许该应用在锁屏显示，而手机已锁定或熄屏：通知只出现在通知中心。',
    ],
    ['Turn the lock screen on for the app.', '打开该应用的锁屏显示。'],
  ),
  note(
    'setting-list',
    from('stated', S.permission, S.settings),
    [
      'The user keeps the app out of Notification Centre: the notification is seen when it comes, and leaves nothing there.',
      '用户不允许该应用进入通知中心：通知到达时可见，之后不会留下。',
    ],
    ['Turn Notification Centre on for the app.', '打开该应用的通知中心显示。'],
  ),
  note('lock-screen-none', from('unconfirmed', S.settings), [
    'The phone shows no notifications on its lock screen.',
    '手机的锁屏不显示通知。',
  ]),
  note('lock-screen-hidden', from('stated', S.previews), [
    'Previews are hidden while the phone is locked: {label} and a placeholder stand in the place of the text.',
    '锁屏时隐藏预览：以“{label}”和占位文字代替内容。',
  ]),
  suppression(
    'nowhere-unlocked',
    from('inferred', S.permission, S.settings),
    [
      'The phone is unlocked, and the app’s banners and its place in Notification Centre are both switched off.',
      '手机未锁定，而该应用的横幅和通知中心显示都已关闭。',
    ],
    PLACES_FIX,
  ),
  suppression(
    'nowhere-locked',
    from('inferred', S.permission, S.settings),
    [
      'The phone is locked or dark, and the app has a place neither on the lock screen nor in Notification Centre.',
      '手机已锁定或熄屏，而该应用既不能在锁屏显示，也不能进入通知中心。',
    ],
    PLACES_FIX,
  ),
  suppression(
    'nowhere-quiet',
    from('inferred', S.permission, S.settings, S.level),
    [
      'Delivered quietly, it would stand in Notification Centre only, which is switched off for the app.',
      '静默送达的通知只会出现在通知中心，而该应用的通知中心显示已关闭。',
    ],
    PLACES_FIX,
  ),
  note(
    'setting-badge',
    from('stated', S.permission, S.settings),
    [
      'The user has switched the app’s badge off: {badge} is not put on the icon.',
      '用户关闭了该应用的角标：不显示 {badge}。',
    ],
    ['Turn badges on for the app.', '打开该应用的角标。'],
  ),
  pass('thread', from('stated', S.generating), [
    'Notifications with the thread-id {thread} stand together.',
    'thread-id 为 {thread} 的通知归为一组。',
  ]),
  note('category', from('stated', S.generating, S.handling), [
    'Buttons of the category {category} need the app to have registered it, which the simulated app has not. A tap gives the app userInfo with the default action.',
    '类别 {category} 的按钮需要应用事先注册，模拟应用没有注册。点击时应用会收到 userInfo 和默认操作。',
  ]),
];

/** Interruption levels against Focus and the scheduled summary. */
const levelRules: readonly Rule[] = [
  note('level-passive', from('stated', S.level), [
    'The interruption level is passive: listed without banner, light and sound.',
    '中断级别为 passive：只列入通知中心，不弹横幅、不亮屏、不发声。',
  ]),
  pass('critical', from('stated', S.level, S.sound), [
    'A critical alert, which the user allows the app: it sounds whatever silent switch, volume and Focus say.',
    '重要警告，且用户已允许：无论静音开关、音量和专注模式如何都会发声。',
  ]),
  note(
    'level-critical',
    from('unconfirmed', S.level),
    [
      'The level critical needs Apple’s entitlement and the user’s leave, which the app does not have; it acts as active.',
      'critical 级别需要 Apple 授予的权限和用户的允许，该应用没有，按 active 处理。',
    ],
    ['Allow the app critical alerts.', '允许该应用发送重要警告。'],
  ),
  note(
    'time-sensitive-off',
    from('unconfirmed', S.level, S.settings),
    [
      'Time-sensitive notifications are switched off for the app, so the level acts as active.',
      '该应用的时效性通知已关闭，按 active 处理。',
    ],
    ['Turn time-sensitive notifications on for the app.', '打开该应用的时效性通知。'],
  ),
  note(
    'focus-holds',
    from('stated', S.level),
    [
      'A Focus is on and does not let the app through: the notification stands quietly in the list until it ends.',
      '专注模式已开启且不允许该应用：通知静默进入列表，直到专注结束。',
    ],
    ['End the Focus, or allow the app in it.', '结束专注模式，或在其中允许该应用。'],
  ),
  pass('focus-allowed', from('stated', S.level), [
    'A Focus is on, and the user allows the app in it.',
    '专注模式已开启，但允许该应用通知。',
  ]),
  pass('focus-time-sensitive', from('stated', S.level), [
    'A Focus is on; a time-sensitive notification breaks through.',
    '专注模式已开启，时效性通知可以突破。',
  ]),
  pass('focus-critical', from('stated', S.level), [
    'A Focus is on; a critical alert is shown all the same.',
    '专注模式已开启，重要警告照常显示。',
  ]),
  note(
    'summary-holds',
    from('stated', S.level, S.settings),
    [
      'The app is in the scheduled summary: the notification waits there quietly.',
      '该应用在定时推送摘要中：通知静默等待摘要送达。',
    ],
    [
      'Take the app out of the summary, or send the level time-sensitive.',
      '将该应用移出摘要，或使用 time-sensitive 级别。',
    ],
  ),
  note('summary-score', from('stated', S.generating), [
    'relevance-score {score} decides its place in the summary.',
    'relevance-score {score} 决定其在摘要中的位置。',
  ]),
  pass('summary-urgent', from('stated', S.level), [
    'The app is in the scheduled summary; the level {level} is delivered at once.',
    '该应用在定时推送摘要中，但 {level} 级别立即送达。',
  ]),
];

/** What becomes of a sound that was found. */
const soundRules: readonly Rule[] = [
  note(
    'sound-critical',
    from('unconfirmed', S.generating, S.sound),
    [
      'Critical alerts need Apple’s entitlement and the user’s leave, which the app does not have: {name} is treated as an ordinary sound ({played}).',
      '重要警告需要 Apple 授予的权限和用户的允许，该应用没有：{name} 按普通声音处理（{played}）。',
    ],
    ['Allow the app critical alerts.', '允许该应用发送重要警告。'],
  ),
  pass('critical-default', from('stated', S.sound), [
    'A critical alert without a sound of its own has the system’s.',
    '重要警告没有指定声音，使用系统的默认声音。',
  ]),
  pass('critical-sound', from('stated', S.sound), [
    'A critical sound plays at its own volume, {volume} of 1.',
    '重要警告按自带的音量（{volume}，最大为 1）播放。',
  ]),
  note(
    'setting-sound',
    from('stated', S.permission, S.settings),
    ['The user has switched the app’s sounds off.', '用户关闭了该应用的声音。'],
    ['Turn sounds on for the app.', '打开该应用的声音。'],
  ),
  note('ringer-silent', from('stated', S.sound), [
    'The silent switch is on: the phone vibrates and plays nothing.',
    '静音开关已打开：手机只振动，不发声。',
  ]),
  note('ringer-vibrate', from('stated', S.sound), [
    'The phone is set to vibrate: it vibrates and plays nothing.',
    '手机处于振动模式：只振动，不发声。',
  ]),
  note(
    'volume-zero',
    from('inferred', S.sound),
    ['The volume of ringer and alerts is 0: the phone vibrates only.', '铃声和提醒音量为 0：手机只振动。'],
    ['Turn the volume up.', '调高音量。'],
  ),
];

/** What the state of an iPhone and its user's switches make of a notification. */
export const phoneRules: readonly Rule[] = [...placeRules, ...levelRules, ...soundRules];
