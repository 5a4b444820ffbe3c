import type { Switches } from '../kit/switches.ts';
import { BURST_MAX, WATCHED_MAX } from './pace-limits.ts';

const perMinute = (en: string, zh: string) =>
  ({ kind: 'amount', default: 0, min: 0, max: 1_000_000_000, text: { en, zh } }) as const;

/** Readings of FCM that no public text settles, its quotas, and its eras. */
export const fcmSwitches = {
  messagesPerMinute: perMinute(
    'Messages per minute of one project, beyond which 429 is given (Google: 600000); 0 = no limit.',
    '每个项目每分钟的消息数，超出返回 429（Google 为 600000）；0 表示不限。',
  ),
  deviceMessagesPerMinute: perMinute(
    'Messages per minute to one phone, beyond which 429 is given (Google: 240); 0 = no limit.',
    '每部手机每分钟的消息数，超出返回 429（Google 为 240）；0 表示不限。',
  ),
  deviceMessagesPerHour: {
    kind: 'amount',
    default: 0,
    min: 0,
    max: 1_000_000_000,
    text: {
      en: 'Messages per hour to one phone, beyond which 429 is given (Google: 5000); 0 = no limit.',
      zh: '每部手机每小时的消息数，超出返回 429（Google 为 5000）；0 表示不限。',
    },
  },
  topicMessagesPerMinute: perMinute(
    'Messages per minute to one topic, beyond which 429 is given; 0 = no limit.',
    '每个主题每分钟的消息数，超出返回 429；0 表示不限。',
  ),
  payloadLimit: {
    kind: 'choice',
    default: 'observed',
    text: { en: 'Which payload limit holds.', zh: '消息大小按哪个上限检查。' },
    options: [
      { value: 'observed', text: { en: '4506 bytes, as measured', zh: '4506 字节（实测）' } },
      {
        value: 'docs',
        text: { en: '4096 bytes, topics 2048, as documented', zh: '4096 字节，主题 2048 字节（文档）' },
      },
    ],
  },
  errorTexts: {
    kind: 'choice',
    default: '2026',
    text: {
      en: 'Texts of the answers for malformed tokens and messages that are too large.',
      zh: '令牌格式错误和消息过大时的应答文字。',
    },
    options: [
      { value: '2026', text: { en: 'as captured in 2026', zh: '2026 年实测' } },
      { value: 'older', text: { en: 'as in earlier captures', zh: '早期实测' } },
    ],
  },
  unknownProject: {
    kind: 'choice',
    default: 403,
    text: {
      en: "Answer when the path names a project that does not exist or is not the credential's.",
      zh: '路径中的项目不存在或不属于该凭据时的应答。',
    },
    options: [
      { value: 403, text: { en: '403', zh: '403' } },
      { value: 404, text: { en: '404', zh: '404' } },
    ],
  },
  projectInName: {
    kind: 'choice',
    default: 'path',
    text: { en: 'Which project the name in the answer shows.', zh: '应答 name 中显示的项目。' },
    options: [
      { value: 'path', text: { en: 'the one of the path, id or number', zh: '路径中的项目编号或项目 ID' } },
      { value: 'id', text: { en: 'always the id', zh: '始终为项目 ID' } },
    ],
  },
  validateOnlyName: {
    kind: 'choice',
    default: 'message',
    text: { en: 'Message id in the answer to a dry run.', zh: '试运行应答中的消息编号。' },
    options: [
      { value: 'message', text: { en: 'an id like that of a real send', zh: '与真实发送相同形式的编号' } },
      { value: 'fake', text: { en: 'fake_message_id, as earlier', zh: 'fake_message_id（早期形式）' } },
    ],
  },
  lateUnregistered: {
    kind: 'flag',
    default: false,
    text: {
      en: 'The first send to a registration that has just been deleted still gets 200.',
      zh: '注册刚被删除后的第一次发送仍返回 200。',
    },
  },
  defaultPriority: {
    kind: 'choice',
    default: 'normal',
    text: { en: 'Priority of a notification that names none.', zh: '未指定优先级的通知的优先级。' },
    options: [
      { value: 'normal', text: { en: 'normal, as the guide says', zh: 'normal（开发指南）' } },
      { value: 'high', text: { en: 'high, as the REST reference says', zh: 'high（REST 参考）' } },
    ],
  },
  batch: {
    kind: 'choice',
    default: 'today',
    text: { en: 'The batch endpoint.', zh: '批量接口 /batch。' },
    options: [
      { value: 'today', text: { en: 'gone (404)', zh: '已下线（404）' } },
      { value: 'closing', text: { en: 'as in September 2024 (501)', zh: '2024 年 9 月时（501）' } },
      { value: 'before', text: { en: 'as it was until 2024', zh: '2024 年之前可用' } },
    ],
  },
  legacy: {
    kind: 'choice',
    default: 'today',
    text: { en: 'The legacy endpoint /fcm/send.', zh: '旧版接口 /fcm/send。' },
    options: [
      { value: 'today', text: { en: 'gone (404)', zh: '已下线（404）' } },
      { value: 'closing', text: { en: 'as in September 2024 (DeprecatedApi)', zh: '2024 年 9 月时（DeprecatedApi）' } },
      { value: 'before', text: { en: 'as it was until 2024', zh: '2024 年之前可用' } },
    ],
  },
  collapsibleBurst: {
    kind: 'amount',
    default: 20,
    min: 0,
    max: BURST_MAX,
    text: {
      en: 'Collapsible messages, notifications among them, that an app gets onto one phone at once; then one every 3 minutes (Google: 20); 0 = no limit.',
      zh: '每个应用可一次送达同一手机的可折叠消息（包括通知）数，此后每 3 分钟一条（Google 为 20）；0 表示不限。',
    },
  },
  loweredAfter: {
    kind: 'amount',
    default: 0,
    min: 0,
    max: WATCHED_MAX,
    text: {
      en: 'HIGH messages that show nothing, within 7 days, after which FCM lowers the next to NORMAL; Google gives no number; 0 = never.',
      zh: '7 天内有多少条不产生通知的 HIGH 消息后，FCM 将后续消息降为 NORMAL；Google 未公布数值；0 表示从不。',
    },
  },
  powerSaver: {
    kind: 'choice',
    default: 'now',
    text: {
      en: 'Messages of normal priority while the phone saves power; phones differ.',
      zh: '手机处于省电模式时的普通优先级消息；各机型不同。',
    },
    options: [
      { value: 'now', text: { en: 'Delivered at once', zh: '立即送达' } },
      {
        value: 'later',
        text: { en: 'Wait for the app to be opened or power saving to end', zh: '等待应用被打开或省电模式结束' },
      },
    ],
  },
  deliversInMainlandChina: {
    kind: 'flag',
    default: false,
    text: { en: 'FCM reaches phones in mainland China.', zh: 'FCM 可送达位于中国大陆的手机。' },
  },
} as const satisfies Switches;
