import type { LocalText, RuleSource } from './types.ts';

interface Section {
  /** The heading in English and as printed. */
  readonly heading: LocalText;
  /** What is meant below the heading: a class or a part of the text. */
  readonly part?: LocalText;
  /** For places with little room. */
  readonly label: LocalText;
}

const OVERVIEW: LocalText = { en: 'Overview', zh: '概述' };
const BASICS: LocalText = { en: 'Basic configuration of offline push', zh: 'IM SDK 离线推送基本配置' };
const GLOBAL: LocalText = { en: 'Global offline-push settings', zh: '设置全局离线推送配置' };
const MESSAGE: LocalText = { en: 'Offline-push settings of one message', zh: '针对单条消息设置离线推送' };
const GLOBAL_LABEL: LocalText = { en: 'global settings', zh: '全局配置' };
const MESSAGE_LABEL: LocalText = { en: 'message settings', zh: '单条消息设置' };

const same = (name: string): LocalText => ({ en: name, zh: name });
const memberOf = (name: string): LocalText => same(`TIMMessageOfflinePushSettings.${name}`);

const SECTIONS = {
  overview: { heading: OVERVIEW, label: { en: 'overview', zh: '概述' } },
  channels: {
    heading: OVERVIEW,
    part: { en: 'table of push channels', zh: '推送通道表' },
    label: { en: 'push channels', zh: '推送通道表' },
  },
  basics: { heading: BASICS, label: { en: 'basic configuration', zh: '基本配置' } },
  global: { heading: GLOBAL, label: GLOBAL_LABEL },
  globalMembers: { heading: GLOBAL, part: same('TIMOfflinePushSettings'), label: GLOBAL_LABEL },
  message: { heading: MESSAGE, label: MESSAGE_LABEL },
  messageMembers: { heading: MESSAGE, part: same('TIMMessageOfflinePushSettings'), label: MESSAGE_LABEL },
  android: { heading: MESSAGE, part: memberOf('AndroidSettings'), label: same('AndroidSettings') },
  notifyMode: { heading: MESSAGE, part: memberOf('NotifyMode'), label: same('NotifyMode') },
  ios: { heading: MESSAGE, part: memberOf('IOSSettings'), label: same('IOSSettings') },
  example: {
    heading: MESSAGE,
    part: { en: 'example', zh: '示例' },
    label: { en: 'example', zh: '示例' },
  },
} as const satisfies Readonly<Record<string, Section>>;

export type SpecificationSection = keyof typeof SECTIONS;

/** A section of the specification, which ships with the product's documents and so has no address. */
export function specification(name: SpecificationSection): RuleSource {
  const { heading, part, label }: Section = SECTIONS[name];
  return {
    title: 'Specification',
    section: `${heading.en} (${heading.zh})${part === undefined ? '' : `, ${part.en}`}`,
    texts: {
      title: { en: 'Specification', zh: '规范' },
      section: part === undefined ? heading : { en: `${heading.en}, ${part.en}`, zh: `${heading.zh}，${part.zh}` },
      label: { en: `Spec · ${label.en}`, zh: `规范 · ${label.zh}` },
    },
  };
}

/** A public document. `section` is a heading inside it. */
export const document = (title: string, url: string, section?: string): RuleSource =>
  section === undefined ? { title, url } : { title, url, section };

const tencentDocument = (title: string, number: number): RuleSource =>
  document(`Tencent Cloud IM: ${title}`, `https://cloud.tencent.com/document/product/269/${number}`);

/** A public issue of Tencent's IM SDK. */
export const timSdkIssue = (number: number): RuleSource =>
  document(`TIMSDK, issue ${number}`, `https://github.com/TencentCloud/TIMSDK/issues/${number}`);

/** Tencent's documents beside the specification. */
export const tencent = {
  androidBasics: tencentDocument('Basic configuration of offline push, Android (离线推送基本配置)', 9234),
  iosPush: tencentDocument('Offline push, iOS (离线推送)', 9154),
  androidPush: tencentDocument('Offline push, Android, later editions (离线推送)', 44516),
  iosPushLater: tencentDocument('Offline push, iOS, later editions (离线推送)', 44517),
  onlineStatus: tencentDocument('Online status management (在线状态管理)', 3665),
  messageFormat: tencentDocument('Message formats (消息格式描述)', 2720),
  groups: tencentDocument('Group system (群组系统)', 1502),
  xiaomi: tencentDocument('Xiaomi push (小米推送)', 35000),
  huawei: tencentDocument('Huawei push (华为推送)', 34999),
  vivo: tencentDocument('vivo push (vivo 推送)', 34998),
  meizu: tencentDocument('Meizu push (魅族推送)', 35001),
  oppo: tencentDocument('OPPO push (OPPO 推送)', 37729),
  fcm: tencentDocument('Google FCM push (Google FCM 推送)', 37317),
  receiveOptions: document('Tencent RTC: Message receiving options', 'https://trtc.io/document/48185'),
  questions: document(
    'Tencent Cloud IM: questions about offline push',
    'https://www.tencentcloud.com/zh/document/product/1047/34458',
  ),
  sdk: document('TIMSDK: version history and headers', 'https://github.com/TencentCloud/TIMSDK'),
} as const;
