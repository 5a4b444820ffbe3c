import { ruleTable } from '../channels/kit/rule-table.ts';
import { document, specification, tencent, timSdkIssue } from '../trace/sources.ts';
import type { Rule } from '../trace/types.ts';

const APPLE_SOUND = document(
  'Apple: UNNotificationSound',
  'https://developer.apple.com/documentation/usernotifications/unnotificationsound',
);

/** What a sender should know about settings that count less, or in another way, than they look. */
export const hintRules: readonly Rule[] = ruleTable('offline', null, [
  {
    id: 'custom-sound-apns-only',
    note: [
      'The sound “{sound}” is set but has no effect here: custom sounds are supported on APNs only.',
      '已设置提示音“{sound}”，但在这里不生效：目前仅 APNs 支持自定义提示音。',
    ],
    fix: [
      'For iPhones set the sound in the iOS settings. On Android no setting of the message changes it.',
      'iPhone 请在 iOS 设置里指定提示音；Android 上无法通过消息设置改变提示音。',
    ],
    sources: [specification('global'), specification('message')],
    certainty: 'stated',
  },
  {
    id: 'android-sound-uri-on-ios',
    note: [
      '“{value}” from {from} is an address, not the name of a file in the iOS app. The phone will play its default sound.',
      '{from}里的“{value}”是资源地址，不是 iOS 应用内的文件名，手机会播放默认提示音。',
    ],
    fix: ['Give the file name with its extension, such as dudulu.caf.', '填写带扩展名的文件名，例如 dudulu.caf。'],
    sources: [specification('globalMembers'), tencent.iosPush, APPLE_SOUND],
    certainty: 'inferred',
  },
  {
    id: 'ios-sound-is-a-path',
    note: [
      '“{value}” from {from} is a path. iOS looks sounds up by file name inside the app, so the phone will play its default sound.',
      '{from}里的“{value}”是路径。iOS 按文件名在应用内查找提示音，因此手机会播放默认提示音。',
    ],
    fix: [
      'Give the file name with its extension, such as dudulu.caf; the file has to be inside the app.',
      '填写带扩展名的文件名，例如 dudulu.caf，文件需内置在应用里。',
    ],
    sources: [specification('ios'), specification('message'), APPLE_SOUND],
    certainty: 'inferred',
  },
  {
    id: 'ios-sound-without-extension',
    note: [
      '“{value}” from {from} has no file extension. iOS needs the complete file name.',
      '{from}里的“{value}”没有扩展名，而 iOS 需要完整的文件名。',
    ],
    fix: ['Add the extension, such as {value}.caf.', '补上扩展名，例如 {value}.caf。'],
    sources: [tencent.iosPush, APPLE_SOUND],
    certainty: 'inferred',
  },
  {
    id: 'sound-of-other-conversation',
    note: [
      'The global sound “{sound}” is set for the other kind of conversation; the sounds for single chats and for groups do not stand in for each other.',
      '全局提示音“{sound}”属于另一类会话；单聊和群聊的提示音互不替代。',
    ],
    fix: ['Set the global sound for this kind of conversation too.', '也为这类会话设置全局提示音。'],
    sources: [specification('globalMembers')],
    certainty: 'stated',
  },
  {
    id: 'unset-field-falls-back',
    note: [
      "The message has push settings but names no sound, so the receiver's global sound stays in force. Tencent's page for iOS can also be read as the message replacing all global settings.",
      '消息带有离线推送配置但没有指定提示音，因此沿用接收方的全局提示音。腾讯的 iOS 页面也可以理解为消息配置整体取代全局设置。',
    ],
    sources: [specification('message'), tencent.iosPush],
    certainty: 'unconfirmed',
  },
  {
    id: 'title-with-default-body',
    note: [
      'A title is set but no text, so the title is shown above the text made from the message.',
      '只设置了标题、没有设置正文，标题会显示在由消息生成的正文之上。',
    ],
    fix: ['Set “descr” to show a text of your own.', '设置“descr”可显示自定义正文。'],
    sources: [tencent.iosPush, timSdkIssue(596)],
    certainty: 'unconfirmed',
  },
  {
    id: 'default-text-video',
    note: [
      'No public text says what a video adds to the default text; “[视频]” follows the form of the other elements.',
      '没有公开资料说明视频在默认文本中如何显示，“[视频]”沿用了其他元素的格式。',
    ],
    fix: ['Set “descr” to be sure of the text.', '设置“descr”可确定正文内容。'],
    sources: [tencent.iosPush],
    certainty: 'unconfirmed',
  },
  {
    id: 'custom-element-fields-ignored',
    note: [
      'The custom element has push fields of its own (desc, ext or sound). They are ignored as a whole, because the message has push settings.',
      '自定义元素带有自己的推送字段（desc、ext 或 sound）。由于消息已有离线推送配置，这些字段全部忽略。',
    ],
    fix: [
      'Put text, extension and sound into the message settings.',
      '把正文、扩展字段和提示音写进消息的离线推送配置。',
    ],
    sources: [tencent.messageFormat],
    certainty: 'stated',
  },
  {
    id: 'title-only-quirk',
    note: [
      'Only the title is set. In SDK 4.x setTitle does not mark the settings as valid, so a real client may not send them at all.',
      '只设置了标题。SDK 4.x 的 setTitle 不会把配置标记为有效，真实客户端可能根本不会发送这份配置。',
    ],
    fix: ['Also call another setter, for example setEnabled(true).', '同时调用另一个设置方法，例如 setEnabled(true)。'],
    sources: [tencent.sdk, tencent.androidBasics],
    certainty: 'unconfirmed',
  },
  {
    id: 'notify-mode-deprecated',
    note: [
      'The notify mode is to be abandoned and can be left out; Normal is the default. It means that a click starts the app without a callback, though some vendors treat a click in their own way.',
      '通知模式待废弃，可以不设置，默认就是 Normal：点击通知直接启动应用，不回调应用；个别厂商的点击行为另有规定。',
    ],
    fix: ['Leave “notifyMode” out.', '去掉“notifyMode”。'],
    sources: [specification('android'), specification('notifyMode')],
    certainty: 'stated',
  },
  {
    id: 'notify-mode-custom',
    note: [
      'Notify mode 1 (Custom) is no longer in the specification, which knows Normal only. The notification is sent as an ordinary one.',
      '规范里已经没有通知模式 1（Custom），只剩 Normal，因此按普通通知发送。',
    ],
    fix: ['Leave “notifyMode” out or set it to 0.', '去掉“notifyMode”，或设为 0。'],
    sources: [specification('notifyMode'), tencent.sdk],
    certainty: 'inferred',
  },
  {
    id: 'ext-over-1kb',
    note: [
      'The extension has {bytes} bytes. Tencent advises at most 1024; some vendors drop longer ones, and APNs takes 4096 bytes for the whole payload.',
      '扩展字段有 {bytes} 字节。腾讯建议不超过 1024 字节，部分厂商会丢弃更长的内容，APNs 的整个 payload 上限是 4096 字节。',
    ],
    fix: ['Send an id and let the app fetch the rest.', '只传一个 ID，其余内容由应用自行拉取。'],
    sources: [tencent.messageFormat, tencent.questions],
    certainty: 'stated',
  },
  {
    id: 'ext-not-json',
    note: [
      'The extension is not JSON. It is sent as it is, but OPPO push takes only a JSON object and refuses anything else.',
      '扩展字段不是 JSON，会原样下发；但 OPPO 推送只接受 JSON 对象，其他内容会被拒绝。',
    ],
    fix: ['Use a JSON object, such as {"level":15}.', '改用 JSON 对象，例如 {"level":15}。'],
    sources: [tencent.messageFormat, tencent.oppo],
    certainty: 'stated',
  },
]);
