import type { Gap } from '../types.ts';

/** Where this differs from the vendor and its phones, as far as we know. */
export const apnsGaps: readonly Gap[] = [
  {
    kind: 'simplified',
    text: {
      en: 'A broadcast is recorded and reaches no shade: Live Activities are not drawn.',
      zh: '广播会被记录，但不出现在通知栏：实时活动没有绘制。',
    },
  },
  {
    kind: 'simplified',
    text: {
      en: 'An address that names no environment sees the broadcast channels of both, and creates them in production.',
      zh: '未指明环境的地址能看到两个环境的广播频道，新建的归生产环境。',
    },
  },
  {
    kind: 'missing',
    text: {
      en: 'Focus, scheduled summary, and the separate switches for lock screen, centre, sound and badge of one app.',
      zh: '专注模式、定时摘要，以及单个应用在锁屏、通知中心、声音、角标上的分项开关。',
    },
  },
  {
    kind: 'missing',
    text: {
      en: 'Notification service extensions do not run: a mutable payload is shown as it was sent.',
      zh: '不运行通知服务扩展：可变内容按原样展示。',
    },
  },
  {
    kind: 'unknown',
    text: {
      en: 'How many pushes a second Apple takes for one device token; off unless the workspace sets a number.',
      zh: 'Apple 每秒对一个设备令牌接受多少推送；除非工作区设定，否则不限。',
    },
  },
  {
    kind: 'unknown',
    text: {
      en: 'What leads to 403 Forbidden: given as a scripted fault only.',
      zh: '何种情况返回 403 Forbidden：只能由故障脚本产生。',
    },
  },
];
