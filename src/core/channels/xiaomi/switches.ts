import { shownWhileStopped } from '../kit/stopped.ts';
import { requestsPerSecond, type Switches } from '../kit/switches.ts';

/** Readings of Xiaomi push that no public text settles, and its eras. */
export const xiaomiSwitches = {
  messageClasses: {
    kind: 'flag',
    default: false,
    text: { en: 'Message classes, daily quotas and reviewed templates.', zh: '消息分类、每日配额与审核模板。' },
  },
  newsLicence: {
    kind: 'flag',
    default: false,
    text: {
      en: 'With message classes: the apps have a news licence, so a phone gets 8 public messages a day instead of 5, and the app may send 3 times its base instead of twice.',
      zh: '开启消息分类时：应用具有新闻资质，每台手机每日公信消息由 5 条变为 8 条，应用总量由 2 倍变为 3 倍。',
    },
  },
  requestsPerSecond: requestsPerSecond(
    'Requests per second of one app, beyond which 200002 is given; 0 = no limit.',
    '每个应用每秒的请求数，超出返回 200002；0 表示不限。',
  ),
  wrongPackageCode: {
    kind: 'choice',
    default: 10017,
    text: { en: "Code for a package that is not the app's.", zh: '包名不属于该应用时返回的错误码。' },
    options: [
      { value: 10017, text: { en: '10017', zh: '10017' } },
      { value: 22022, text: { en: '22022', zh: '22022' } },
    ],
  },
  scheduleDays: {
    kind: 'choice',
    default: 7,
    text: { en: 'How many days ahead time_to_send may lie.', zh: 'time_to_send 最多可提前的天数。' },
    options: [
      { value: 7, text: { en: '7 days', zh: '7 天' } },
      { value: 30, text: { en: '30 days', zh: '30 天' } },
    ],
  },
  shownWhileStopped,
} as const satisfies Switches;
