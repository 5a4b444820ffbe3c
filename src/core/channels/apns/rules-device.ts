import type { Rule } from '../../trace/types.ts';
import { fact, from, type Pair, remark, suppression } from './rule-kit.ts';
import { SOURCES as S } from './sources.ts';

type Basis = ReturnType<typeof from>;

const pass = (id: string, basis: Basis, text: Pair): Rule => fact('device', id, basis, text);
const note = (id: string, basis: Basis, text: Pair, fix?: Pair): Rule => remark('device', id, basis, text, fix);

const SOUND_FIX: Pair = [
  'Put a PCM, IMA4, µ-law or A-law file shorter than 30 s (aiff, wav or caf) into the app, and name it with its extension.',
  '在应用内放置短于 30 秒的 PCM、IMA4、µ-law 或 A-law 文件（aiff、wav 或 caf），并用带扩展名的文件名引用。',
];

/** What an iPhone does with a push. */
export const deviceRules: readonly Rule[] = [
  suppression(
    'app-not-installed',
    from('stated', S.metrics),
    ['{app} is not installed on the phone, so the push is discarded.', '手机上没有安装 {app}，推送被丢弃。'],
    ['Install the app; it then registers a new token.', '安装应用，之后它会注册新的 token。'],
  ),
  suppression(
    'permission-denied',
    from('stated', S.permission, S.metrics),
    [
      'The user has turned notifications off for the app. The sender still got 200.',
      '用户关闭了该应用的通知，发送方仍收到 200。',
    ],
    ['Turn notifications on in the phone’s settings.', '在手机设置中打开通知。'],
  ),
  suppression(
    'permission-not-asked',
    from('stated', S.permission),
    ['The app has not asked for permission yet, so nothing is shown.', '应用还没有请求通知权限，不会显示任何内容。'],
    ['Let the app ask, and allow it.', '让应用请求权限并允许。'],
  ),
  suppression(
    'foreground',
    from('unconfirmed', S.handling),
    [
      'The app is in the foreground: the push goes to willPresent, and without an answer of the app the system shows nothing.',
      '应用在前台：推送交给 willPresent，应用未作处理时系统不显示任何内容。',
    ],
    [
      'Bring the app to the background, or have it return banner, sound and badge from willPresent (a switch of the workspace).',
      '将应用切到后台，或让应用在 willPresent 中返回 banner、sound、badge（工作区开关）。',
    ],
  ),
  suppression(
    'permission-provisional-hidden',
    from('stated', S.permission),
    [
      'With provisional permission neither sound nor badge is applied, and the push has no text to list.',
      '临时授权下声音和角标都不生效，而该推送又没有可列出的文字。',
    ],
    ['Let the user keep the notifications, or send an alert.', '让用户选择保留通知，或发送带文字的推送。'],
  ),
  note(
    'permission-provisional',
    from('stated', S.permission),
    [
      'Permission is provisional: quiet delivery to the history, without sound and badge.',
      '权限为临时授权：静默送入通知中心，无声音和角标。',
    ],
    ['Let the user choose Keep on one of the notifications.', '让用户在通知上选择“保留”。'],
  ),
  pass('permission', from('stated', S.permission), ['The app may show notifications.', '应用可以显示通知。']),
  pass('shown-when-killed', from('stated', S.handling), [
    'The app does not run; the system shows the push without it.',
    '应用没有运行，由系统直接显示推送。',
  ]),
  pass('shown-in-background', from('stated', S.handling), [
    'The app is in the background; the system shows the push.',
    '应用在后台，由系统显示推送。',
  ]),
  note('handed-to-app', from('stated', S.sending), [
    'A push of type {pushType} is handed to {receiver} of the app; the system shows nothing by itself.',
    '{pushType} 类型的推送交给应用的 {receiver}，系统本身不显示。',
  ]),
  note('not-displayed', from('stated', S.sending, S.liveActivities), [
    'Pushes of type {pushType} change other parts of the system than notifications, which Pushpit does not draw.',
    '{pushType} 类型的推送作用于通知之外的系统部分，Pushpit 不绘制。',
  ]),
  note(
    'nothing-to-show',
    from('stated', S.generating, S.emptyAps),
    [
      'The payload asks for no alert, badge, sound or wake-up, so nothing happens.',
      '负载没有要求显示文字、角标、声音，也没有唤醒应用，因此什么都不会发生。',
    ],
    ['Add an alert, badge or sound.', '加上 alert、badge 或 sound。'],
  ),
  pass('badge', from('stated', S.generating, S.guide), [
    'The number on the icon changes from {from} to {to}, as the payload says. iOS never counts by itself.',
    '角标由 {from} 变为 {to}，由负载指定。iOS 不会自行累加。',
  ]),
  pass('badge-removed', from('stated', S.generating), [
    'badge is 0: the number {from} is taken off the icon.',
    'badge 为 0：图标上的数字 {from} 被清除。',
  ]),
  pass('badge-absent', from('stated', S.guide), [
    'The payload has no badge, so the icon keeps its number ({number}).',
    '负载没有 badge，角标保持不变（{number}）。',
  ]),
  note(
    'badge-ignored',
    from('measured', S.badgeString, S.generating),
    [
      'badge {received} is not a number from 0 up, so the icon keeps its number ({number}).',
      'badge {received} 不是非负数字，角标保持不变（{number}）。',
    ],
    ['Send a number without quotation marks.', '发送不带引号的数字。'],
  ),
  note('badge-only', from('stated', S.generating), [
    'The push changes the icon only; nothing is shown or heard.',
    '该推送只改变角标，不显示也不发声。',
  ]),
  note('sound-only', from('unconfirmed', S.generating), [
    'The push has a sound but no text, so nothing is shown.',
    '该推送只有声音没有文字，因此不显示任何内容。',
  ]),
  pass('sound-none', from('stated', S.generating), [
    'The payload names no sound, so the push arrives silently and without vibration.',
    '负载没有指定声音，推送静默到达，也不振动。',
  ]),
  pass('sound-default', from('stated', S.generating), ['The phone plays its default tone.', '手机播放默认提示音。']),
  pass('sound-file', from('stated', S.sound), [
    'The app contains {name} ({codec}, {seconds} s), and the phone plays it.',
    '应用内含有 {name}（{codec}，{seconds} 秒），手机播放该声音。',
  ]),
  note(
    'sound-missing',
    from('stated', S.sound, S.guide),
    [
      'The app has no sound file named “{name}”, so the default tone plays. It has: {has}.',
      '应用内没有名为“{name}”的声音文件，改用默认提示音。现有：{has}。',
    ],
    SOUND_FIX,
  ),
  note(
    'sound-format',
    from('stated', S.sound),
    [
      '{name} is {codec} in a {container} file, which iOS does not play as a notification sound; the default tone plays.',
      '{name} 是 {container} 文件中的 {codec} 编码，iOS 不能用作通知声音，改用默认提示音。',
    ],
    SOUND_FIX,
  ),
  note(
    'sound-long',
    from('stated', S.sound),
    [
      '{name} lasts {seconds} s; from 30 s on the default tone plays instead.',
      '{name} 时长 {seconds} 秒，达到 30 秒即改用默认提示音。',
    ],
    SOUND_FIX,
  ),
  note('sound-type', from('unconfirmed', S.generating), [
    'sound is {received} ({type}), which makes no sound.',
    'sound 为 {received}（{type}），不会发声。',
  ]),
  note(
    'loc-key',
    from('unconfirmed', S.generating),
    [
      'The text is the key {key} of the app’s strings table. The simulated app has none, so the key itself is shown.',
      '文字是应用字符串表中的键 {key}。模拟应用没有字符串表，因此直接显示键名。',
    ],
    ['Send title and body as texts to see them here.', '要在这里看到文案，请直接发送 title 和 body。'],
  ),
  note('service-extension', from('stated', S.modifying), [
    'mutable-content lets the app’s service extension change the notification first. The simulated app has none, so the original is shown.',
    'mutable-content 允许应用的通知服务扩展先修改通知。模拟应用没有扩展，显示原始内容。',
  ]),
  note('title-absent', from('inferred', S.generating), [
    'There is no title, so the app’s name, {label}, stands in its place.',
    '没有标题，其位置显示应用名称“{label}”。',
  ]),
  pass('collapsed', from('stated', S.identifier, S.sending), [
    'A notification with the same id, {key}, is there already; the new one replaces it.',
    '已有相同标识 {key} 的通知，由新的取代。',
  ]),
  pass('shown', from('stated', S.handling), ['The notification is shown.', '通知已显示。']),
  pass('listed-quietly', from('stated', S.permission, S.level), [
    'The notification stands in the list, without banner and without lighting the screen.',
    '通知进入列表，不弹横幅，也不亮屏。',
  ]),
];
