import { ruleTable } from '../kit/rule-table.ts';
import { stoppedRule } from '../kit/stopped.ts';
import { SOURCES as S } from './sources.ts';

/** What a Huawei phone does with a message, beside what every Android phone does. */
export const deviceRules = ruleTable('device', 'device-suppressed', [
  {
    id: 'huawei-device-installed',
    stop: ['The app is not installed; the message is dropped (receipt 2).', '应用未安装，消息被丢弃（回执 2）。'],
    fix: ['Install the app; it gets a new push token.', '请安装应用，安装后会取得新的推送 token。'],
    certainty: 'stated',
    sources: [S.receipts],
  },
  {
    id: 'huawei-device-registered',
    pass: ['The push token is in use on this phone.', '推送 token 在此手机上有效。'],
    stop: [
      'The push token is no longer in use ({state}); the message is dropped (receipt 5).',
      '推送 token 已失效（{state}），消息被丢弃（回执 5）。',
    ],
    fix: ['Send to the token that the app has now.', '请使用应用当前的 token。'],
    certainty: 'stated',
    sources: [S.receipts],
  },
  {
    id: 'huawei-device-quota',
    stop: [
      'More than {limit} news and marketing messages today; this one is not shown (receipt 102, with v3 256).',
      '今日资讯营销类消息已超过 {limit} 条，此条不显示（回执 102，v3 为 256）。',
    ],
    fix: ['Give a service category, or wait for the next day.', '请填写服务与通讯类 category，或次日再发。'],
    certainty: 'stated',
    sources: [S.limits, S.receipts],
  },
  {
    id: 'huawei-device-absent',
    stop: [
      'The phone has been offline for more than 30 days, so its registration counts as inactive and gets nothing (receipt 10).',
      '手机离线超过 30 天，其 token 视为不活跃，不再下发（回执 10）。',
    ],
    fix: ['Bring the phone online, then send again.', '请让手机恢复联网后重新发送。'],
    certainty: 'stated',
    sources: [S.receipts],
  },
  {
    id: 'huawei-device-night',
    stop: [
      'It is night and the screen is off: news and marketing wait until {until} (China) or until somebody lights the screen; with a ttl of 0 they are lost.',
      '夜间且屏幕已关闭：资讯营销类消息等待到 {until}（中国时间）或屏幕点亮；ttl 为 0 时丢失。',
    ],
    fix: [
      'Send by day, or give the message a category of service and communication that you have the right to.',
      '请在白天发送，或使用有权限的服务与通讯类 category。',
    ],
    certainty: 'unconfirmed',
    sources: [S.vendorLimits],
  },
  {
    id: 'huawei-device-daily',
    stop: [
      'More than {limit} messages of the app today; this one is dropped (receipt 102).',
      '今日该应用的消息已超过 {limit} 条，此条被丢弃（回执 102）。',
    ],
    fix: [
      'Send less to one phone; the limit is a switch of the workspace.',
      '请减少对单台手机的发送；该上限可在工作区设置。',
    ],
    certainty: 'stated',
    sources: [S.limits],
  },
  {
    id: 'huawei-device-profile',
    stop: [
      'profile_id {received} is not bound on this phone (receipt 144).',
      'profile_id {received} 未在此手机上绑定（回执 144）。',
    ],
    fix: [
      'Let the app bind the profile first; here it is a switch of the workspace.',
      '请先由应用绑定该用户；在此可通过工作区开关设置。',
    ],
    certainty: 'stated',
    sources: [S.receipts],
  },
  {
    id: 'huawei-device-data',
    note: ['A message for the app: nothing is shown.', '发给应用的消息，不显示通知。'],
    certainty: 'stated',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-device-process',
    stop: [
      'The app does not run ({process}) and may not be started, so the message is kept for its next start (receipt 27).',
      '应用未运行（{process}）且不允许自启动，消息保留到下次启动（回执 27）。',
    ],
    fix: [
      'Send a notification, which needs no running app, allow auto-start, or use HIGH urgency with the right for it.',
      '请改发通知栏消息（不要求应用运行）、允许自启动，或在有权限时使用 HIGH。',
    ],
    certainty: 'stated',
    sources: [S.receipts],
  },
  {
    id: 'huawei-device-data-stopped',
    stop: [
      'The app is force-stopped, so nothing may start its process: the message for it is not delivered (receipt 27).',
      '应用已被强行停止，任何消息都不能启动其进程：该消息不会送达（回执 27）。',
    ],
    fix: ['Open the app: only its user can end the stop.', '请打开应用：只有用户才能解除停止状态。'],
    certainty: 'inferred',
    sources: [S.receipts],
  },
  {
    id: 'huawei-device-auto-start',
    note: [
      'The app does not run, but auto-start is allowed, so its process is started for the message.',
      '应用未运行，但允许自启动，因此为该消息启动其进程。',
    ],
    certainty: 'stated',
    sources: [S.receipts],
  },
  {
    id: 'huawei-device-started',
    note: [
      'The process is started for it: HIGH urgency with the right for it, or a call of v3.',
      '该消息会拉起应用进程：具备权限的 HIGH 透传消息，或 v3 的通话消息。',
    ],
    certainty: 'stated',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-device-update',
    note: [
      'Push type {type} changes a card or live view; nothing goes into the shade.',
      '推送类型 {type} 更新卡片或实况窗，不进入通知栏。',
    ],
    certainty: 'stated',
    sources: [S.v3Request],
  },
  stoppedRule('huawei-device-stopped', [S.receipts]),
  {
    id: 'huawei-device-drawn',
    pass: [
      "Huawei's push service draws the notification; the app need not run (process: {process}).",
      '由华为推送服务显示通知，应用无需运行（进程状态：{process}）。',
    ],
    certainty: 'stated',
    sources: [S.receipts],
  },
  {
    id: 'huawei-device-foreground',
    note: [
      'The app is in front and the message asks not to be shown then: the app gets it instead.',
      '应用在前台且消息要求此时不显示，改为交给应用。',
    ],
    certainty: 'stated',
    sources: [S.foreground],
  },
  {
    id: 'huawei-device-repeat',
    stop: [
      'appMessageId {received} was here within 24 hours; the first one stays.',
      'appMessageId {received} 在 24 小时内出现过，保留首条。',
    ],
    fix: ['Use a new appMessageId for a message that should show.', '需要显示的消息请使用新的 appMessageId。'],
    certainty: 'stated',
    sources: [S.v3Params],
  },
  {
    id: 'huawei-device-marketing',
    note: [
      'News and marketing: no sound, no vibration, no lock screen from EMUI 10 on.',
      '资讯营销类：EMUI 10 及以上无声、不振动、不在锁屏显示。',
    ],
    certainty: 'stated',
    sources: [S.classes],
  },
  {
    id: 'huawei-device-importance',
    note: ['importance LOW: silent, only in the opened shade.', 'importance 为 LOW：静默，仅在下拉通知栏显示。'],
    certainty: 'stated',
    sources: [S.sendApi, S.classes],
  },
  {
    id: 'huawei-device-badge-class',
    note: ['Without the class of the launcher activity the number stays.', '缺少启动 Activity 类名，角标数字不变。'],
    certainty: 'unconfirmed',
    sources: [S.badge],
  },
  {
    id: 'huawei-device-badge-add',
    note: ['The message adds {add} to the number on the icon: {total}.', '消息使角标加 {add}，变为 {total}。'],
    certainty: 'stated',
    sources: [S.badge],
  },
  {
    id: 'huawei-device-badge-set',
    note: ['The message sets the number on the icon to {total}.', '消息将角标设为 {total}。'],
    certainty: 'stated',
    sources: [S.badge],
  },
]);
