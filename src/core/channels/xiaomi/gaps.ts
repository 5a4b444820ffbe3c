import type { Gap } from '../types.ts';

/** Where this differs from the vendor and its phones, as far as we know. */
export const xiaomiGaps: readonly Gap[] = [
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
      en: 'Uploading pictures and geo-fences answer with a code and do nothing.',
      zh: '上传图片和地理围栏只返回错误码，不执行。',
    },
  },
  {
    kind: 'unknown',
    text: {
      en: 'Whether a registration dies after 90 days offline, as the receipts say, or after 30: taken as 90.',
      zh: '注册在离线 90 天（按回执文档）还是 30 天后失效：按 90 天处理。',
    },
  },
  {
    kind: 'missing',
    text: {
      en: 'Receipt 16 for a call that is refused as a whole (20301).',
      zh: '整个调用被拒绝（20301）时的 16 号回执。',
    },
  },
  {
    kind: 'unknown',
    text: {
      en: 'The limit of ten notifications of one app in the shade has no public page of Xiaomi.',
      zh: '通知栏每个应用最多十条的限制没有小米的公开页面。',
    },
  },
  { kind: 'unknown', text: { en: 'The form of what the receipt queues answer.', zh: '回执队列应答的格式。' } },
];
