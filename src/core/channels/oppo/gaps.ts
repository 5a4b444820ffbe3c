import type { Gap } from '../types.ts';

/** Where this differs from the vendor and its phones, as far as we know. */
export const oppoGaps: readonly Gap[] = [
  {
    kind: 'simplified',
    text: {
      en: 'A message for a window of time is held by the vendor until it opens, so its receipt comes then.',
      zh: '定时展示的消息由厂商保留到时段开始，回执也在那时发出。',
    },
  },
  {
    kind: 'simplified',
    text: {
      en: 'network_type is noted, not acted upon.',
      zh: 'network_type 只作提示，不执行。',
    },
  },
  {
    kind: 'missing',
    text: { en: 'Recall: no path of the server is publicly known.', zh: '撤回：没有公开的服务端路径。' },
  },
  {
    kind: 'missing',
    text: {
      en: 'Requests per second by message class.',
      zh: '按消息类别的每秒请求数。',
    },
  },
  {
    kind: 'unknown',
    text: {
      en: 'Whether authenticating again keeps the earlier token: a switch.',
      zh: '再次鉴权是否保留旧令牌：为工作区开关。',
    },
  },
  {
    kind: 'unknown',
    text: {
      en: 'The hours of the period in which OPPO delivers nothing, and what receipts say of installations from outside its store.',
      zh: 'OPPO 不下发消息的管控时段的具体时间，以及非商店安装时的回执内容。',
    },
  },
];
