import { shownWhileStopped } from '../kit/stopped.ts';
import { requestsPerSecond, type Switches } from '../kit/switches.ts';

/** Readings that no public text settles, and eras. */
export const vivoSwitches = {
  requestsPerSecond: requestsPerSecond(
    'Requests per second of one app, beyond which 10072 is given; 0 = no limit.',
    '每个应用每秒的请求数，超出返回 10072；0 表示不限。',
  ),
  authPerSecond: {
    kind: 'amount',
    default: 10,
    min: 0,
    max: 1_000_000,
    text: {
      en: 'Calls of /message/auth per second and app, beyond which 10093 is given; 0 = no limit.',
      zh: '每个应用每秒调用 /message/auth 的次数，超出返回 10093；0 表示不限。',
    },
  },
  era: {
    kind: 'choice',
    default: 'tolerant',
    text: { en: 'Which edition of the interface sets the limits.', zh: '按哪一版接口文档的限制检查。' },
    options: [
      { value: 'tolerant', text: { en: 'The widest of all editions', zh: '取各版中最宽的限制' } },
      { value: 'old', text: { en: '2018–2021: a Chinese character counts 2', zh: '2018–2021：一个汉字计 2' } },
      { value: 'mid', text: { en: '2024: up to one day of life', zh: '2024：最长保留一天' } },
      { value: 'new', text: { en: '2025: longer links, life cut to one day', zh: '2025：链接更长，保留时间截为一天' } },
    ],
  },
  defaultClassification: {
    kind: 'choice',
    default: 0,
    text: { en: 'Class of a message that names none.', zh: '未指定分类的消息归为哪一类。' },
    options: [
      { value: 0, text: { en: 'Operational (older documents)', zh: '运营消息（较早文档）' } },
      { value: 1, text: { en: 'System (newest document)', zh: '系统消息（最新文档）' } },
    ],
  },
  strictContent: {
    kind: 'flag',
    default: false,
    text: {
      en: 'Refuse formal messages whose text looks like a test (10104) instead of noting it.',
      zh: '正式消息的文案像测试内容时返回 10104，而不只是提示。',
    },
  },
  appState: {
    kind: 'choice',
    default: 'released',
    text: { en: "State of the sender's app at vivo.", zh: '发送方应用在 vivo 的状态。' },
    options: [
      { value: 'released', text: { en: 'Released', zh: '已上架' } },
      { value: 'review', text: { en: 'Under review: formal messages get 10045', zh: '审核中：正式消息返回 10045' } },
      { value: 'closed', text: { en: 'Push channel closed: 10043', zh: 'push 通道已关闭：返回 10043' } },
    ],
  },
  testDevices: {
    kind: 'choice',
    default: 'none',
    text: { en: 'Which phones are test devices in the console.', zh: '哪些手机已在控制台登记为测试设备。' },
    options: [
      {
        value: 'none',
        text: { en: 'None: pushMode 1 gets 10302 with status 4', zh: '没有：pushMode 1 返回 10302，status 4' },
      },
      { value: 'all', text: { en: 'All of them', zh: '全部' } },
    ],
  },
  systemMessages: {
    kind: 'flag',
    default: true,
    text: {
      en: 'The app may send system messages; otherwise they get 10082.',
      zh: '应用可发送系统消息；否则返回 10082。',
    },
  },
  unreachable: {
    kind: 'choice',
    default: 'accept',
    text: { en: 'A single push to a phone whose notifications are off.', zh: '向已关闭通知的手机单推时。' },
    options: [
      { value: 'accept', text: { en: 'Accepted, not displayed (receipt 104)', zh: '接受但不展示（回执 104）' } },
      { value: 'refuse', text: { en: 'Refused with 10311', zh: '返回 10311' } },
    ],
  },
  repeatedRequest: {
    kind: 'choice',
    default: 'first-answer',
    text: { en: 'A requestId that was used before.', zh: '重复使用的 requestId。' },
    options: [
      {
        value: 'first-answer',
        text: { en: 'The first answer again, nothing is sent', zh: '返回首次的应答，不再推送' },
      },
      { value: 'send', text: { en: 'Sent like any other', zh: '照常推送' } },
    ],
  },
  dropRepeatedText: {
    kind: 'flag',
    default: true,
    text: {
      en: 'Drop a formal operational message with the title and text of an earlier one to the same phone.',
      zh: '同一手机收到标题与内容均重复的正式运营消息时丢弃。',
    },
  },
  messageClasses: {
    kind: 'flag',
    default: false,
    text: { en: 'Message classes: hours, totals of the day, reminder.', zh: '消息分类：时段、每日总量与提醒方式。' },
  },
  nightSends: {
    kind: 'choice',
    default: 'controlled',
    text: {
      en: 'With message classes: operational messages outside 7:00–23:00.',
      zh: '开启消息分类时，7:00–23:00 以外的运营消息。',
    },
    options: [
      { value: 'controlled', text: { en: 'Accepted, not shown (receipt 1017)', zh: '接受但不展示（回执 1017）' } },
      { value: 'refused', text: { en: 'Refused with 10071', zh: '返回 10071' } },
    ],
  },
  operationalPerDay: {
    kind: 'amount',
    default: 0,
    min: 0,
    max: 1_000_000_000,
    text: {
      en: 'With message classes: operational messages a day; 0 = twice the valid users, at least 20,000.',
      zh: '开启消息分类时，每日运营消息数；0 表示有效用户数的 2 倍，至少 20,000。',
    },
  },
  systemPerDay: {
    kind: 'amount',
    default: 0,
    min: 0,
    max: 1_000_000_000,
    text: {
      en: 'With message classes: system messages a day; 0 = three times the valid users, at least 30,000.',
      zh: '开启消息分类时，每日系统消息数；0 表示有效用户数的 3 倍，至少 30,000。',
    },
  },
  operationalPerPhone: {
    kind: 'choice',
    default: 2,
    text: {
      en: 'With message classes: operational messages a day that one phone shows.',
      zh: '开启消息分类时，每台手机每日展示的运营消息数。',
    },
    options: [
      { value: 2, text: { en: '2', zh: '2' } },
      {
        value: 5,
        text: { en: '5 (news apps; all apps before April 2023)', zh: '5（新闻类；2023 年 4 月前所有应用）' },
      },
    ],
  },
  bodiesPerDay: {
    kind: 'amount',
    default: 1000,
    min: 1,
    max: 1_000_000,
    text: {
      en: 'With message classes: bodies that /message/saveListPayload takes a day.',
      zh: '开启消息分类时，每日可用 /message/saveListPayload 保存的消息体数。',
    },
  },
  urlReceipts: {
    kind: 'choice',
    default: 'single',
    text: { en: 'Sends that extra.callback gets receipts for.', zh: 'extra.callback 对哪些推送有回执。' },
    options: [
      { value: 'single', text: { en: 'Single pushes only', zh: '仅单推' } },
      { value: 'all', text: { en: 'All', zh: '全部' } },
    ],
  },
  idReceipts: {
    kind: 'choice',
    default: 'none',
    text: {
      en: 'Receipts of extra["callback.id"], whose body is not published.',
      zh: 'extra["callback.id"] 的回执，其格式未公开。',
    },
    options: [
      { value: 'none', text: { en: 'None', zh: '不发送' } },
      {
        value: 'assumed',
        text: {
          en: 'In an assumed form: that of extra.callback, with code',
          zh: '按假定格式：与 extra.callback 相同，另加 code',
        },
      },
    ],
  },
  addBadge: {
    kind: 'flag',
    default: true,
    text: {
      en: 'vivo has approved addBadge for the app, and the user has switched the icon badge on.',
      zh: 'vivo 已批准应用使用 addBadge，且用户已打开桌面角标。',
    },
  },
  shownWhileStopped,
} as const satisfies Switches;
