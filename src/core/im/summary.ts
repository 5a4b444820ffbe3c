import { fill } from '../trace/explain.ts';
import type { Language, LocalText, ReasonCode, TraceParams } from '../trace/types.ts';

export interface SummaryInput {
  readonly reason: ReasonCode;
  /** Rule that decided; shown where the reason alone says too little and `causeText` is missing. */
  readonly cause: string;
  /** Null: the receiver has no device. */
  readonly deviceName: string | null;
  /** Null: no channel was involved. */
  readonly channelName: LocalText | null;
  /** ms. */
  readonly durationMs: number;
  /** What the phone played: a file name, `default`, or null for nothing. */
  readonly sound: string | null;
  /** Number on the icon; null when the system shows none. */
  readonly badge: number | null;
  /** Params of the step that stopped. */
  readonly params?: TraceParams | undefined;
  /** The sentence of the step that stopped. */
  readonly causeText?: LocalText | null | undefined;
  readonly via?: 'push' | 'online' | 'none' | undefined;
  /** Nothing was sent: the sentence says what sending would do. */
  readonly dryRun?: boolean | undefined;
}

/** One sentence for each way in which a message shows no notification. `{user}` and the like come from the params. */
const STOPPED: Readonly<Record<Exclude<ReasonCode, 'delivered'>, LocalText>> = {
  'system-message': {
    en: 'No push: system messages are never pushed.',
    zh: '未推送：系统消息不做离线推送。',
  },
  'not-a-member': {
    en: 'No push: the receiver is not a member of the group.',
    zh: '未推送：接收方不是该群成员。',
  },
  'push-flag-off': {
    en: 'No push: the sender switched offline push off for this message.',
    zh: '未推送：发送方关闭了这条消息的离线推送。',
  },
  'receive-opt': {
    en: "No push: the receiver's option for this group is not to be notified.",
    zh: '未推送：接收方对该群设置了不提醒。',
  },
  'global-switch-off': {
    en: 'No push: the receiver has switched offline push off in the global settings.',
    zh: '未推送：接收方在全局设置里关闭了离线推送。',
  },
  'no-text': {
    en: 'No push: the message has no text to show.',
    zh: '未推送：消息没有可展示的文本。',
  },
  'logged-out': {
    en: 'No push: the receiver has logged out, so no offline push is sent.',
    zh: '未推送：接收方已退出登录，不会收到离线推送。',
  },
  kicked: {
    en: 'No push: the receiver was forced offline, so no offline push is sent.',
    zh: '未推送：接收方已被踢下线，不会收到离线推送。',
  },
  'never-logged-in': {
    en: 'No push: the receiver has never logged in on a device.',
    zh: '未推送：接收方从未在设备上登录。',
  },
  expired: {
    en: 'No push: the app has not been connected for more than 7 days.',
    zh: '未推送：应用已超过 7 天没有连接。',
  },
  'instance-foreground': {
    en: 'No push: the app is in the foreground on {device} and got the message over its own connection.',
    zh: '未推送：应用正在{device}前台运行，消息已通过它自己的连接送达。',
  },
  'instance-online': {
    en: 'No push: the app is running in the background on {device} and got the message over its own connection.',
    zh: '未推送：应用正在{device}后台运行，消息已通过它自己的连接送达。',
  },
  'no-token': {
    en: 'No push: {device} has not uploaded a push token.',
    zh: '未推送：{device}没有上报推送 token。',
  },
  'requirement-not-met': {
    en: 'No push: {device} does not meet what {channelName} requires.',
    zh: '未推送：{device}不满足{channelName}的要求。',
  },
  'vendor-unreachable': {
    en: 'No notification: {channelName} could not be reached.',
    zh: '未送达：无法连接到{channelName}。',
  },
  'vendor-rejected': {
    en: 'No notification: {channelName} refused the push.',
    zh: '未送达：{channelName}拒绝了这次推送。',
  },
  'device-offline': {
    en: 'No notification yet: {device} is offline, so {channelName} could not deliver the push.',
    zh: '尚未送达：{device}不在线，{channelName}无法投递。',
  },
  'device-waiting': {
    en: 'No notification: {device} is online, but the push is kept from it.',
    zh: '未送达：{device}在线，但推送无法到达手机。',
  },
  'device-suppressed': {
    en: 'No notification: {device} received the push but did not show it.',
    zh: '未展示：{device}收到了推送，但没有显示通知。',
  },
  'device-revoked': {
    en: 'No notification: the push was taken back at {channelName} before it reached {device}.',
    zh: '未送达：推送到达{device}之前，已在{channelName}撤回。',
  },
};

/** Reasons that stand for many rules; the sentence of the rule says which. */
const WITH_CAUSE: ReadonlySet<ReasonCode> = new Set([
  'requirement-not-met',
  'vendor-unreachable',
  'vendor-rejected',
  'device-offline',
  'device-waiting',
  'device-suppressed',
]);

/** Reasons whose sentence already says that the running app got the message. */
const SAYS_ONLINE: ReadonlySet<ReasonCode> = new Set(['instance-foreground', 'instance-online']);

/** What became of a message on one device, the reason first, in plain words and both languages. */
export function summarizeOutcome(input: SummaryInput): LocalText {
  return { en: summarize(input, 'en'), zh: summarize(input, 'zh') };
}

function summarize(input: SummaryInput, language: Language): string {
  if (input.reason === 'delivered') return delivered(input, language);
  const sentence = fill(STOPPED[input.reason][language], namesOf(input, language), language);
  const parts = [sentence];
  if (WITH_CAUSE.has(input.reason)) parts.push(input.causeText?.[language] ?? ruleNamed(input.cause, language));
  if (input.via === 'online' && !SAYS_ONLINE.has(input.reason)) {
    parts.push(
      language === 'en'
        ? 'The running app got the message over its own connection.'
        : '应用正在运行，消息已通过它自己的连接送达。',
    );
  }
  return parts.join(language === 'en' ? ' ' : '');
}

function namesOf(input: SummaryInput, language: Language): TraceParams {
  const [device, channel] = language === 'en' ? ['the device', 'the push channel'] : ['设备', '推送通道'];
  return {
    ...input.params,
    device: input.deviceName ?? device,
    channelName: input.channelName?.[language] ?? channel,
  };
}

const ruleNamed = (cause: string, language: Language): string =>
  language === 'en' ? `The rule is “${cause}”.` : `规则：“${cause}”。`;

const DELIVERED = {
  main: {
    en: 'Delivered to {device} by {channelName} in {time} ms',
    zh: '已由{channelName}送达{device}，用时 {time} 毫秒',
  },
  preview: {
    en: 'Would be delivered to {device} by {channelName}',
    zh: '发送后将由{channelName}送达{device}',
  },
  silence: { en: 'without sound', zh: '无提示音' },
  systemSound: { en: 'with the default sound', zh: '默认提示音' },
  sound: { en: 'with sound {sound}', zh: '提示音{sound}' },
  badge: { en: 'badge {badge}', zh: '角标{badge}' },
} as const;

function delivered(input: SummaryInput, language: Language): string {
  const { sound, badge } = input;
  const heard = sound === null ? DELIVERED.silence : sound === 'default' ? DELIVERED.systemSound : DELIVERED.sound;
  const main = input.dryRun === true ? DELIVERED.preview : DELIVERED.main;
  const parts: LocalText[] = badge === null ? [main, heard] : [main, heard, DELIVERED.badge];
  const params = { ...namesOf(input, language), sound, badge, time: Math.round(input.durationMs) };
  const filled = parts.map((part) => fill(part[language], params, language));
  return language === 'en' ? `${filled.join(', ')}.` : `${filled.join('，')}。`;
}
