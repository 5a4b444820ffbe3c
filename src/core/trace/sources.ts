import type { RuleSource } from './types.ts';

/** The specification's headings, each in English with the heading as printed. */
const SECTIONS = {
  overview: 'Overview (概述)',
  channels: 'Overview (概述), table of push channels',
  global: 'Global offline-push settings (设置全局离线推送配置)',
  globalMembers: 'Global offline-push settings (设置全局离线推送配置), TIMOfflinePushSettings',
  message: 'Offline-push settings of one message (针对单条消息设置离线推送)',
  messageMembers: 'Offline-push settings of one message (针对单条消息设置离线推送), TIMMessageOfflinePushSettings',
  android:
    'Offline-push settings of one message (针对单条消息设置离线推送), TIMMessageOfflinePushSettings.AndroidSettings',
  notifyMode:
    'Offline-push settings of one message (针对单条消息设置离线推送), TIMMessageOfflinePushSettings.NotifyMode',
  ios: 'Offline-push settings of one message (针对单条消息设置离线推送), TIMMessageOfflinePushSettings.IOSSettings',
  example: 'Offline-push settings of one message (针对单条消息设置离线推送), example (示例)',
} as const;

export type SpecificationSection = keyof typeof SECTIONS;

/** A section of the specification, which ships with the product's documents and so has no address. */
export const specification = (section: SpecificationSection): RuleSource => ({
  title: 'Specification',
  section: SECTIONS[section],
});

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
