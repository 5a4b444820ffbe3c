import type { Gap } from '../types.ts';

/** Where this differs from the vendor and its phones, as far as we know. */
export const fcmGaps: readonly Gap[] = [
  {
    kind: 'simplified',
    text: {
      en: 'Access tokens are sealed rather than kept, so they survive a restart as firebase-admin expects.',
      zh: '访问令牌自带校验而不存储，因此重启后依然有效，符合 firebase-admin 的预期。',
    },
  },
  {
    kind: 'missing',
    text: { en: 'Messages before the first unlock after a start.', zh: '开机后首次解锁之前的消息。' },
  },
  {
    kind: 'missing',
    text: {
      en: 'The rate of topic subscriptions.',
      zh: '主题订阅的频率。',
    },
  },
  {
    kind: 'simplified',
    text: {
      en: 'Every urgent data message counts as one that showed nothing: what the app posts by itself is not known.',
      zh: '每条高优先级数据消息都按“未产生通知”计算：应用自行弹出的通知无从得知。',
    },
  },
  {
    kind: 'unknown',
    text: {
      en: 'How many urgent messages without a notification make FCM lower the priority; which phones keep normal messages while they save power: switches.',
      zh: '多少条未产生通知的高优先级消息会使 FCM 降级；哪些机型在省电模式下推迟普通消息：为工作区开关。',
    },
  },
  {
    kind: 'unknown',
    text: {
      en: 'Whether a notification that waited for the app to be opened is shown or handed to the app in front: taken as handed over.',
      zh: '等待应用打开的通知，届时是显示还是交给前台应用：按交给应用处理。',
    },
  },
  {
    kind: 'missing',
    text: { en: 'Device groups and replacement tokens of the legacy interface.', zh: '旧接口的设备组与替换令牌。' },
  },
  {
    kind: 'missing',
    text: {
      en: 'iPhones and browsers behind FCM; registrations and installations of client SDKs.',
      zh: '经 FCM 到达的 iPhone 与浏览器；客户端 SDK 的注册与安装接口。',
    },
  },
  {
    kind: 'unknown',
    text: {
      en: 'The list form and the answer to a full list of the topic interface of 2026.',
      zh: '2026 年主题接口的列表格式，以及列表已满时的应答。',
    },
  },
];
