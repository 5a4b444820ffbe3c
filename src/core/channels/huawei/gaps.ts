import type { Gap } from '../types.ts';

/** Where this differs from the vendor and its phones, as far as we know. */
export const huaweiGaps: readonly Gap[] = [
  {
    kind: 'simplified',
    text: {
      en: 'Rights (data messages of high priority, categories, push types) are switches of the workspace, not of one app.',
      zh: '各项权益（高优先级数据消息、分类、推送类型）是工作区的开关，不按应用区分。',
    },
  },
  {
    kind: 'simplified',
    text: {
      en: 'Revoking takes back what is shown, not what waits for a phone that is offline.',
      zh: '撤回只作用于已展示的通知，不包括等待离线手机的消息。',
    },
  },
  {
    kind: 'missing',
    text: {
      en: 'Receipts 22, 31 and 51: phones know neither other users, unreachable pages nor the time before the first unlock.',
      zh: '回执 22、31、51：手机不模拟用户切换、无法打开的页面和开机后首次解锁之前的状态。',
    },
  },
  {
    kind: 'missing',
    text: {
      en: 'Large styles and buttons are checked, not drawn.',
      zh: '大文本样式和按钮只做校验，不绘制。',
    },
  },
  {
    kind: 'missing',
    text: {
      en: 'Live views and form updates of v3: the request is checked, the phone shows nothing.',
      zh: 'v3 的实况窗与卡片刷新：只校验请求，手机不展示。',
    },
  },
  {
    kind: 'unknown',
    text: {
      en: 'Texts that the old interface refuses as forbidden words: scripted faults only.',
      zh: '旧接口以敏感词拒绝的文字：只能由故障脚本产生。',
    },
  },
  {
    kind: 'simplified',
    text: {
      en: 'At night a screen that is off counts as one that has been off for half an hour.',
      zh: '夜间屏幕关闭即视为已关闭半小时。',
    },
  },
];
