import { ruleTable } from '../kit/rule-table.ts';
import { stoppedRule } from '../kit/stopped.ts';
import { SOURCES as S } from './sources.ts';

/** What a Xiaomi phone does with a push. */
export const deviceRules = ruleTable('device', 'device-suppressed', [
  {
    id: 'xiaomi-device-registered',
    pass: ['The app is registered on this phone.', '应用已在此手机上注册。'],
    stop: [
      'The registration is no longer valid ({state}); the phone drops the message.',
      '注册已失效（{state}），手机丢弃该消息。',
    ],
    fix: ['Let the app register again and use the new regid.', '请让应用重新注册并使用新的 regid。'],
    certainty: 'measured',
    sources: [S.device],
  },
  {
    id: 'xiaomi-device-hidden',
    note: [
      'extra.hide=true: the message is acknowledged and nothing else happens.',
      'extra.hide=true：仅确认收到，不做其他处理。',
    ],
    certainty: 'measured',
    sources: [S.device],
  },
  {
    id: 'xiaomi-device-installed',
    pass: ['The app is installed.', '应用已安装。'],
    stop: ['The app is not installed; the phone drops the message and reports it.', '应用未安装，手机丢弃消息并上报。'],
    fix: ['Install the app; it will get a new regid.', '请安装应用；安装后会得到新的 regid。'],
    certainty: 'measured',
    sources: [S.device],
  },
  stoppedRule('xiaomi-device-stopped', [S.device]),
  {
    id: 'xiaomi-device-drawn',
    pass: [
      "Xiaomi's system service draws the notification; the app need not run (process: {process}).",
      '由小米系统服务显示通知，应用无需运行（进程状态：{process}）。',
    ],
    certainty: 'measured',
    sources: [S.device],
  },
  {
    id: 'xiaomi-device-pass-through',
    note: [
      'A pass-through message: nothing is shown, the running app gets the payload.',
      '透传消息：不显示通知，由运行中的应用接收内容。',
    ],
    certainty: 'stated',
    sources: [S.device, S.clientSdk],
  },
  {
    id: 'xiaomi-device-started',
    note: [
      'The app does not run, but auto-start is allowed, so the broadcast of the push service starts its process.',
      '应用未运行，但允许自启动，推送服务的广播会启动其进程。',
    ],
    certainty: 'inferred',
    sources: [S.device, S.clientSdk],
  },
  {
    id: 'xiaomi-device-process',
    stop: [
      'The app does not run ({process}) and may not be started, so the pass-through message is lost and no receipt is sent.',
      '应用未运行（{process}）且不允许自启动，透传消息丢失，也没有回执。',
    ],
    fix: [
      "Send a notification, which needs no running app, or allow auto-start in the phone's settings.",
      '请改发通知栏消息（不要求应用运行），或在手机设置中允许自启动。',
    ],
    certainty: 'stated',
    sources: [S.device, S.clientSdk],
  },
  {
    id: 'xiaomi-device-foreground',
    note: [
      'extra.notify_foreground=0 and the app is in front: not shown, the app is told instead.',
      'extra.notify_foreground=0 且应用在前台：不显示通知，改为通知应用。',
    ],
    certainty: 'measured',
    sources: [S.device, S.serverApi],
  },
  {
    id: 'xiaomi-device-repeat',
    pass: ['Neither job key nor message id has been seen before.', '任务键和消息编号此前均未出现过。'],
    stop: [
      'The phone remembers {received} (job key, else message id) among its last 25; it acknowledges the message and shows nothing.',
      '手机最近 25 条记录中已有 {received}（任务键，否则为消息编号），仅确认收到，不显示。',
    ],
    fix: ['Use another extra.jobkey for a message that should show.', '需要显示的消息请使用不同的 extra.jobkey。'],
    certainty: 'measured',
    sources: [S.device],
  },
  {
    id: 'xiaomi-device-shade-limit',
    note: [
      'MIUI keeps {limit} notifications of an app; the oldest leaves the shade for this one.',
      'MIUI 为每个应用最多保留 {limit} 条通知；为显示这一条，移除了最早的一条。',
    ],
    fix: [
      'Send updates of the same thing with the same notify_id, so that they replace each other.',
      '同一事项的后续消息请使用相同的 notify_id，使其相互替换。',
    ],
    certainty: 'unconfirmed',
    sources: [S.shade],
  },
  {
    id: 'xiaomi-device-window',
    note: [
      'Less than 10 s since the last alert of any app: notify_type does not count this time.',
      '距上一次提醒不足 10 秒：本次忽略 notify_type。',
    ],
    certainty: 'measured',
    sources: [S.device],
  },
  {
    id: 'xiaomi-device-sound-bit',
    note: [
      'notify_type lacks bit 1, so the custom sound {received} does not count and nothing rings.',
      'notify_type 不含 1，自定义声音 {received} 不生效，也不响铃。',
    ],
    fix: ['Add 1 to notify_type, or send -1.', '请在 notify_type 中加上 1，或发送 -1。'],
    certainty: 'measured',
    sources: [S.device],
  },
  {
    id: 'xiaomi-device-sound-foreign',
    note: [
      'The custom sound {received} does not begin with {expected}; the default sound plays.',
      '自定义声音 {received} 不以 {expected} 开头，播放默认声音。',
    ],
    fix: ['Name a raw resource of the app itself.', '请使用本应用的 raw 资源。'],
    certainty: 'measured',
    sources: [S.device, S.customSound],
  },
  {
    id: 'xiaomi-device-class',
    note: ['The message class {class} is quiet: it only stands in the shade.', '{class} 类消息静默，只出现在通知栏。'],
    fix: ['Send it through a private channel.', '请通过私信渠道发送。'],
    certainty: 'unconfirmed',
    sources: [S.messageRules, S.getuiQuota],
  },
  {
    id: 'xiaomi-device-leaves',
    note: [
      'Unless somebody taps it, MIUI takes a message of the class {class} out of the shade after {hours} hours.',
      '若无人点击，MIUI 会在 {hours} 小时后移除 {class} 类消息的通知。',
    ],
    certainty: 'unconfirmed',
    sources: [S.shade],
  },
  {
    id: 'xiaomi-device-message-count',
    note: [
      'extra.message_count={received}: this notification counts {received} on the icon (undocumented key).',
      'extra.message_count={received}：此通知在角标上计 {received}（未公开的键）。',
    ],
    certainty: 'unconfirmed',
    sources: [S.device, S.badge],
  },
  {
    id: 'xiaomi-device-tap-callback',
    note: [
      'A tap opens nothing by itself; the app gets onNotificationMessageClicked and must act.',
      '点击本身不会打开任何页面；应用收到 onNotificationMessageClicked 后自行处理。',
    ],
    certainty: 'measured',
    sources: [S.device, S.customEnd],
  },
  {
    id: 'xiaomi-device-tap-foreign',
    note: [
      'The intent names the package {received}; it is limited to the app itself, so a tap opens nothing.',
      'intent 指向 {received}；它只能在本应用内解析，因此点击不会打开任何页面。',
    ],
    certainty: 'measured',
    sources: [S.device],
  },
]);
