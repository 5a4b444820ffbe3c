import { shownWhileStopped } from '../kit/stopped.ts';
import { requestsPerSecond, type Switches } from '../kit/switches.ts';

/** Readings of OPPO push that no public text settles, and its eras. */
export const oppoSwitches = {
  messageClasses: {
    kind: 'choice',
    default: 'any',
    text: { en: 'Message classes: which scheme is the app in?', zh: '消息分类：应用处于哪一套规则？' },
    options: [
      {
        value: 'any',
        text: { en: 'Both schemes accepted, no template asked for', zh: '新旧规则都接受，不要求模板' },
      },
      {
        value: 'old',
        text: { en: 'Old: channels only, a category is refused', zh: '旧规则：只用渠道，带 category 则拒绝' },
      },
      {
        value: 'new',
        text: { en: 'New: categories, IM only with a template', zh: '新规则：按 category，IM 必须带模板' },
      },
    ],
  },
  strongReminder: {
    kind: 'flag',
    default: true,
    text: {
      en: 'The app is approved for notify_level 16 (banner, ringtone, vibration).',
      zh: '应用已获准使用 notify_level 16（横幅、铃声、震动）。',
    },
  },
  underReview: {
    kind: 'flag',
    default: false,
    text: {
      en: 'The app is still under review at OPPO: sends are answered with 30.',
      zh: '应用仍在 OPPO 审核中：发送返回 30。',
    },
  },
  reauthentication: {
    kind: 'choice',
    default: 'keep',
    text: { en: 'What a new auth call does to older tokens.', zh: '再次鉴权后旧 token 如何处理。' },
    options: [
      { value: 'keep', text: { en: 'They live out their 24 hours', zh: '继续有效直到满 24 小时' } },
      { value: 'replace', text: { en: 'They end at once', zh: '立即失效' } },
    ],
  },
  longContent: {
    kind: 'choice',
    default: 'cut',
    text: {
      en: 'Content of 51 to 200 characters in the standard style.',
      zh: '标准样式下 51 至 200 个字符的内容。',
    },
    options: [
      { value: 'cut', text: { en: 'Accepted, the phone shows 50', zh: '接受，手机只显示 50 个字符' } },
      { value: 'refuse', text: { en: 'Refused with 41', zh: '以 41 拒绝' } },
    ],
  },
  successText: {
    kind: 'choice',
    default: 'Success',
    text: { en: 'message of a successful send.', zh: '发送成功时的 message。' },
    options: [
      { value: 'Success', text: { en: '"Success", as seen in 2019', zh: '“Success”（2019 年所见）' } },
      { value: '', text: { en: 'Empty, as documented', zh: '空字符串（文档所示）' } },
    ],
  },
  failedItemIds: {
    kind: 'flag',
    default: false,
    text: {
      en: 'Failed items of a batch have a messageId too, as one sample of the vendor shows.',
      zh: '批量接口的失败项也带 messageId（厂商的一个示例如此）。',
    },
  },
  codeTexts: {
    kind: 'choice',
    default: 'document',
    text: { en: 'Whose texts the result codes carry.', zh: '返回码使用哪一方的文字。' },
    options: [
      { value: 'document', text: { en: "The document's", zh: '官方文档' } },
      { value: 'sdk', text: { en: "The Java SDK's", zh: 'Java SDK' } },
    ],
  },
  receiptFields: {
    kind: 'choice',
    default: 'current',
    text: { en: 'Fields of the receipts.', zh: '回执的字段。' },
    options: [
      { value: 'current', text: { en: 'Today: with appId and eventTime', zh: '现行：含 appId 与 eventTime' } },
      { value: 'v1.9.3', text: { en: 'V1.9.3: arrivals only, fewer fields', zh: 'V1.9.3：仅到达回执，字段较少' } },
    ],
  },
  badgeNumbers: {
    kind: 'flag',
    default: false,
    text: {
      en: 'The app is approved for numbers on its icon; otherwise the launcher shows a dot.',
      zh: '应用已获准显示数字角标；否则桌面只显示红点。',
    },
  },
  appDailyMessages: {
    kind: 'amount',
    default: 0,
    min: 0,
    max: 1_000_000_000,
    text: {
      en: 'Public messages of one app in a day, beyond which 33 is given; 0 = no limit.',
      zh: '每个应用每天的公信消息数，超出返回 33；0 表示不限。',
    },
  },
  storeInstall: {
    kind: 'flag',
    default: true,
    text: {
      en: "The app was installed from OPPO's store; since 2024-07-29 others get no public messages.",
      zh: '应用安装自 OPPO 软件商店；自 2024-07-29 起，其他来源安装的应用收不到公信消息。',
    },
  },
  deviceDailyMessages: {
    kind: 'amount',
    default: 0,
    min: 0,
    max: 1_000_000,
    text: {
      en: 'Public messages that one phone gets from an app in a day; 0 = no limit.',
      zh: '每台手机每天可收到同一应用的公信消息数；0 表示不限。',
    },
  },
  appDailyPictures: {
    kind: 'amount',
    default: 0,
    min: 0,
    max: 1_000_000,
    text: {
      en: 'Pictures that one app uploads in a day, beyond which 34 is given; 0 = no limit.',
      zh: '每个应用每天上传的图片数，超出返回 34；0 表示不限。',
    },
  },
  requestsPerSecond: requestsPerSecond(
    'Requests per second of one app, beyond which 55 is given (13 for auth calls); 0 = no limit.',
    '每个应用每秒的请求数，超出返回 55（鉴权返回 13）；0 表示不限。',
  ),
  shownWhileStopped,
} as const satisfies Switches;
