import type { Gap } from '../types.ts';

/** Where this differs from the vendor and its phones, as far as we know. */
export const meizuGaps: readonly Gap[] = [
  {
    kind: 'simplified',
    text: {
      en: 'Where the workspace has nothing shown for a force-stopped app, receipts and statistics still count the message as if it were.',
      zh: '工作区设定为强行停止后不显示通知时，回执与统计仍按已显示计算。',
    },
  },
  {
    kind: 'simplified',
    text: { en: 'Any receipt address counts as registered in the console.', zh: '任何回执地址都视为已在控制台登记。' },
  },
  {
    kind: 'simplified',
    text: {
      en: 'fixDisplay before its start is held by the vendor instead of by the phone.',
      zh: 'fixDisplay 开始之前由厂商而非手机保留。',
    },
  },
  {
    kind: 'missing',
    text: {
      en: 'fixSpeed is only noted; grouping, decorations and lights are not drawn.',
      zh: 'fixSpeed 只作提示；分组、装饰和呼吸灯不绘制。',
    },
  },
  {
    kind: 'missing',
    text: {
      en: 'The interfaces of client SDKs and the separate hosts of integrated push.',
      zh: '客户端 SDK 的接口，以及统一推送的独立域名。',
    },
  },
  {
    kind: 'unknown',
    text: {
      en: 'When Flyme puts notifications away that nobody taps; off unless the workspace sets a number.',
      zh: 'Flyme 何时收纳无人点击的通知；除非工作区设定，否则不收纳。',
    },
  },
];
