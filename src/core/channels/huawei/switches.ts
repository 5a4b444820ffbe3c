import { shownWhileStopped } from '../kit/stopped.ts';
import { requestsPerSecond, type Switches } from '../kit/switches.ts';

const number = (value: number) => ({ value, text: { en: String(value), zh: String(value) } }) as const;

/** Readings of Huawei push that no public text settles, its eras, and rights that its console grants. */
export const huaweiSwitches = {
  requestsPerSecond: requestsPerSecond(
    'Requests per second of one app, beyond which HTTP 503 is given; 0 = no limit.',
    '每个应用每秒的请求数，超出返回 HTTP 503；0 表示不限。',
  ),
  authStatus: {
    kind: 'choice',
    default: 200,
    text: { en: 'HTTP status of the codes for failed authentication.', zh: '认证失败类错误码所用的 HTTP 状态码。' },
    options: [number(200), number(401)],
  },
  parameterStatus: {
    kind: 'choice',
    default: 400,
    text: { en: 'HTTP status of the codes for wrong parameters.', zh: '参数错误类错误码所用的 HTTP 状态码。' },
    options: [number(400), number(200)],
  },
  tokenSeconds: {
    kind: 'amount',
    default: 3600,
    min: 1,
    max: 604_800,
    text: { en: 'How many seconds an access token lasts.', zh: 'access token 的有效秒数。' },
  },
  newTokenEndsOld: {
    kind: 'flag',
    default: false,
    text: { en: 'A new access token ends the one before it.', zh: '获取新的 access token 后旧的立即失效。' },
  },
  escapedSlashes: {
    kind: 'flag',
    default: false,
    text: {
      en: 'Slashes in the token answer are escaped (\\/), as in the documented sample.',
      zh: 'token 应答中的斜杠转义为 \\/，与文档示例一致。',
    },
  },
  tokenCallsPerFiveMinutes: {
    kind: 'amount',
    default: 0,
    min: 0,
    max: 1_000_000,
    text: {
      en: 'Token calls of one client in 5 minutes; the documented limit is 1000, 0 = no limit.',
      zh: '单个 client 每 5 分钟的取 token 次数；文档上限为 1000，0 表示不限。',
    },
  },
  tokenFlowAnswer: {
    kind: 'choice',
    default: '503',
    text: { en: 'What too many token calls get.', zh: '取 token 过于频繁时的应答。' },
    options: [
      { value: '503', text: { en: 'HTTP 503', zh: 'HTTP 503' } },
      { value: '6', text: { en: 'HTTP 400 with error 6 (older list)', zh: 'HTTP 400，error 为 6（旧版错误码）' } },
    ],
  },
  pushEnabled: {
    kind: 'flag',
    default: true,
    text: { en: 'Push is switched on for the apps in the console.', zh: '控制台已为应用开通推送服务。' },
  },
  timestampChecked: {
    kind: 'flag',
    default: false,
    text: {
      en: 'The old interface refuses an nsp_ts more than 300 seconds off.',
      zh: '旧版接口拒绝偏差超过 300 秒的 nsp_ts。',
    },
  },
  legacyTokenLimit: {
    kind: 'choice',
    default: 1000,
    text: { en: 'Push tokens in one call of the old interface.', zh: '旧版接口单次请求的 token 数上限。' },
    options: [number(1000), number(100)],
  },
  legacyAllBad: {
    kind: 'choice',
    default: 80300007,
    text: {
      en: 'Code of the old interface when every push token is bad; older servers gave 80100002.',
      zh: '旧版接口在所有 token 均无效时返回的码；更早的服务器返回 80100002。',
    },
    options: [number(80300007), number(80100002)],
  },
  legacyClass: {
    kind: 'choice',
    default: 'unclassified',
    text: {
      en: 'How notifications of the old interface, which knows no categories, are ranked.',
      zh: '旧版接口没有消息分类，其通知按哪一级处理。',
    },
    options: [
      { value: 'unclassified', text: { en: 'As before July 2021: no classes', zh: '按 2021 年 7 月以前：不分类' } },
      { value: 'marketing', text: { en: 'As news and marketing', zh: '按资讯营销类' } },
    ],
  },
  messageClasses: {
    kind: 'flag',
    default: true,
    text: {
      en: 'Messages are classified by category; news and marketing are quiet and limited.',
      zh: '按 category 对消息分类，资讯营销类静默且限量。',
    },
  },
  categoryRight: {
    kind: 'flag',
    default: true,
    text: { en: 'The apps may classify their messages themselves.', zh: '应用已获得消息自分类权益。' },
  },
  marketingPerDay: {
    kind: 'amount',
    default: 2,
    min: 0,
    max: 1_000_000,
    text: {
      en: 'News and marketing messages per device, app and day: 2, or 5 for news apps; 0 = no limit.',
      zh: '每台设备每个应用每天的资讯营销类消息数：一般为 2，新闻类应用为 5；0 表示不限。',
    },
  },
  nightHold: {
    kind: 'flag',
    default: false,
    text: {
      en: 'News and marketing wait from 0:00 to 6:00 (China) on phones whose screen is off, as a third party says.',
      zh: '0:00–6:00（中国时间）手机息屏时，资讯营销类消息推迟下发（第三方说法）。',
    },
  },
  messagesPerDay: {
    kind: 'amount',
    default: 3000,
    min: 0,
    max: 1_000_000_000,
    text: {
      en: 'Messages of v1, v2 and v3 per device, app and day; 0 = no limit.',
      zh: 'v1、v2、v3 接口每台设备每个应用每天的消息数；0 表示不限。',
    },
  },
  testMessagesPerDay: {
    kind: 'amount',
    default: 500,
    min: 0,
    max: 1_000_000,
    text: {
      en: 'Test messages of v1 and v2 per app and day; 0 = no limit.',
      zh: 'v1、v2 接口每个应用每天的测试消息数；0 表示不限。',
    },
  },
  testRequestsPerDay: {
    kind: 'amount',
    default: 1000,
    min: 0,
    max: 1_000_000,
    text: {
      en: 'Test requests of v3 per project and day; 0 = no limit.',
      zh: 'v3 接口每个项目每天的测试请求数；0 表示不限。',
    },
  },
  highDataRight: {
    kind: 'flag',
    default: false,
    text: {
      en: 'The apps may send data messages of HIGH urgency, which start the process.',
      zh: '应用有权发送高优先级透传消息（可拉起进程）。',
    },
  },
  pushTypeRights: {
    kind: 'flag',
    default: true,
    text: {
      en: 'The apps may send voice, call and live-view messages over v3.',
      zh: '应用有权通过 v3 发送语音播报、通话和实况窗消息。',
    },
  },
  uninstallKnown: {
    kind: 'choice',
    default: 'later',
    text: { en: 'When Huawei knows that a push token is dead.', zh: '华为何时得知推送 token 已失效。' },
    options: [
      { value: 'later', text: { en: 'After the first message met the phone without it', zh: '首条消息到达手机之后' } },
      { value: 'at-once', text: { en: 'At once', zh: '立即' } },
    ],
  },
  tokenGenerations: {
    kind: 'flag',
    default: true,
    text: {
      en: 'Push tokens of HarmonyOS 5 and later work with v3 only, all others without v3 only.',
      zh: 'HarmonyOS 5 及以上的 token 仅可用于 v3，其余 token 仅可用于 v3 以外的接口。',
    },
  },
  dataLocation: {
    kind: 'choice',
    default: 'china',
    text: { en: "Where the apps' data is kept.", zh: '应用的数据处理位置。' },
    options: [
      { value: 'china', text: { en: 'Mainland China: no channels of their own', zh: '中国大陆：不能使用自定义渠道' } },
      { value: 'elsewhere', text: { en: 'Elsewhere', zh: '其他地区' } },
    ],
  },
  profilesBound: {
    kind: 'flag',
    default: false,
    text: { en: 'Phones know every profile_id.', zh: '手机上已绑定任意 profile_id。' },
  },
  shownWhileStopped,
} as const satisfies Switches;
