import { shownWhileStopped } from '../kit/stopped.ts';
import { requestsPerSecond, type Switches } from '../kit/switches.ts';

/** Readings that no public text settles, and eras. */
export const meizuSwitches = {
  requestsPerSecond: requestsPerSecond(
    'Requests per second of one app; 0 = no limit.',
    '每个应用每秒的请求数；0 表示不限。',
  ),
  targetLimit: {
    kind: 'choice',
    default: 100,
    options: [
      { value: 100, text: { en: '100, since 2023-08-21', zh: '100 个，自 2023-08-21 起' } },
      { value: 1000, text: { en: '1000, before', zh: '1000 个，此前' } },
    ],
    text: {
      en: 'How many pushIds or aliases one request may hold.',
      zh: '一次请求最多可带多少个 pushId 或别名。',
    },
  },
  passThrough: {
    kind: 'flag',
    default: false,
    text: {
      en: 'Pass-through messages are taken, as before 2018-06-16; otherwise they get 110053.',
      zh: '接受透传消息（2018-06-16 之前的行为）；否则返回 110053。',
    },
  },
  passThroughBytes: {
    kind: 'choice',
    default: 2000,
    options: [
      { value: 2000, text: { en: '2000, the server document', zh: '2000，服务端文档' } },
      { value: 3800, text: { en: "3800, the Java SDK's read-me", zh: '3800，Java SDK 说明' } },
    ],
    text: {
      en: 'Bytes of a pass-through message; the documents differ.',
      zh: '透传消息的最大字节数；两份文档说法不同。',
    },
  },
  foldAfter: {
    kind: 'amount',
    default: 0,
    min: 0,
    max: 1000,
    text: {
      en: 'Messages of one app to one phone within a minute before further ones are folded (520); the document says 5; 0 = never.',
      zh: '同一应用一分钟内向同一手机发送多少条后开始折叠（520）；文档为 5；0 表示从不折叠。',
    },
  },
  publicPerDay: {
    kind: 'choice',
    default: 0,
    options: [
      { value: 0, text: { en: 'No limit, before 2025-05-07', zh: '不限，2025-05-07 之前' } },
      { value: 3, text: { en: '3: other apps', zh: '3 条：其他应用' } },
      { value: 5, text: { en: '5: news apps', zh: '5 条：新闻类应用' } },
    ],
    text: {
      en: 'Public messages that one phone gets from an app in a day; more are refused under 110011.',
      zh: '每台手机每天可接收同一应用的公信消息数；超出的以 110011 拒绝。',
    },
  },
  sendsPerDay: {
    kind: 'amount',
    default: 0,
    min: 0,
    max: 100_000_000,
    text: {
      en: 'Sends of one app in a day before 110019; 0 = no limit.',
      zh: '每个应用每天的推送次数上限，超出返回 110019；0 表示不限。',
    },
  },
  switchedOffKey: {
    kind: 'choice',
    default: '110010',
    options: [
      { value: '110010', text: { en: '110010, since 2017-12-20', zh: '110010，自 2017-12-20 起' } },
      { value: '110002', text: { en: '110002, before', zh: '110002，此前' } },
    ],
    text: {
      en: 'Key under which pushIds with the message switch off are listed.',
      zh: '消息开关关闭的 pushId 列在哪个键下。',
    },
  },
  notificationsOff: {
    kind: 'choice',
    default: 'phone',
    options: [
      { value: 'phone', text: { en: 'The phone drops the message', zh: '由手机丢弃消息' } },
      {
        value: 'server',
        text: { en: 'The server already lists the pushId as switched off', zh: '服务器直接把该 pushId 列为开关已关' },
      },
    ],
    text: {
      en: "Who stops a message when the user has switched the app's notifications off.",
      zh: '用户关闭应用通知后，由谁拦下消息。',
    },
  },
  textUnit: {
    kind: 'choice',
    default: 'codePoints',
    options: [
      { value: 'codePoints', text: { en: 'Code points: an emoji is one', zh: '码点：一个表情算一个字符' } },
      { value: 'utf16', text: { en: 'UTF-16 units: an emoji is two', zh: 'UTF-16 单元：一个表情算两个字符' } },
    ],
    text: { en: 'What the limits of title and text count.', zh: '标题和内容的长度按什么计算。' },
  },
  validTimeFrom: {
    kind: 'choice',
    default: 1,
    options: [
      { value: 1, text: { en: '1 hour', zh: '1 小时' } },
      { value: 0, text: { en: '0 hours, as the text about tags says', zh: '0 小时，按标签推送的说明' } },
    ],
    text: { en: 'Smallest validTime; the largest is 72 hours.', zh: 'validTime 的最小值；最大值为 72 小时。' },
  },
  suspendDefault: {
    kind: 'choice',
    default: 1,
    options: [
      { value: 1, text: { en: '1: it floats', zh: '1：悬浮显示' } },
      { value: 0, text: { en: '0, as the text about tags says', zh: '0：不悬浮，按标签推送的说明' } },
    ],
    text: {
      en: 'Floating display when advanceInfo.suspend is not given.',
      zh: '未给出 advanceInfo.suspend 时是否悬浮显示。',
    },
  },
  aliasLimit: {
    kind: 'choice',
    default: 60,
    options: [
      { value: 60, text: { en: '60, the server document', zh: '60，服务端文档' } },
      { value: 20, text: { en: '20, the client document', zh: '20，客户端文档' } },
    ],
    text: { en: 'Characters of an alias; the documents differ.', zh: '别名的最大字符数；两份文档说法不同。' },
  },
  messageIds: {
    kind: 'flag',
    default: true,
    text: {
      en: 'Sends are answered with a msgId; answers of 2016 had none.',
      zh: '推送的响应带有 msgId；2016 年的响应没有。',
    },
  },
  collectAfter: {
    kind: 'amount',
    default: 0,
    min: 0,
    max: 100,
    text: {
      en: 'Untapped notifications of an app before Flyme puts further ones into the collecting box; the real number is not public; 0 = never.',
      zh: '同一应用有多少条通知未被点击后，Flyme 把后续通知收纳；真实数值未公开；0 表示从不收纳。',
    },
  },
  shownWhileStopped,
} as const satisfies Switches;
