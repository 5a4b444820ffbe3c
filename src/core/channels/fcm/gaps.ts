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
    text: {
      en: 'Doze, battery buckets, force-stop, and messages before the first unlock.',
      zh: 'Doze、应用待机分组、强行停止，以及首次解锁前的消息。',
    },
  },
  {
    kind: 'missing',
    text: {
      en: 'Burst limits of collapsible messages, 270 days of inactivity, the rate of topic subscriptions.',
      zh: '可折叠消息的突发限制、270 天不活跃、主题订阅的频率。',
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
