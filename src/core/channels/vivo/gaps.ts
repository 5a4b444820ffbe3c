import type { Gap } from '../types.ts';

/** Where this differs from the vendor and its phones, as far as we know. */
export const vivoGaps: readonly Gap[] = [
  {
    kind: 'simplified',
    text: {
      en: 'Where the workspace has nothing shown for a force-stopped app, receipts and statistics still count the message as if it were.',
      zh: '工作区设定为强行停止后不显示通知时，回执与统计仍按已显示计算。',
    },
  },
  {
    kind: 'simplified',
    text: {
      en: 'Live cards are accepted and reach the app; they are not drawn.',
      zh: '原子通知会被接受并送达应用，但不绘制。',
    },
  },
  {
    kind: 'missing',
    text: {
      en: 'The veto of the app itself, and activities that are not exported.',
      zh: '应用自身的否决，以及未导出的页面。',
    },
  },
  {
    kind: 'missing',
    text: {
      en: 'Sending by stored segments, and the hour before a new callback.id works.',
      zh: '按已存人群发送，以及新 callback.id 生效前的一小时。',
    },
  },
  {
    kind: 'unknown',
    text: {
      en: 'The body of receipts by callback.id: off unless the workspace asks for an assumed form.',
      zh: '按 callback.id 的回执格式：除非工作区要求使用假定格式，否则不发送。',
    },
  },
  {
    kind: 'unknown',
    text: {
      en: 'Whether night-time operational messages fail or are only withheld: a switch.',
      zh: '夜间运营消息是失败还是仅不展示：为工作区开关。',
    },
  },
];
