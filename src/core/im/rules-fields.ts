import { document, specification, tencent, timSdkIssue } from '../trace/sources.ts';
import type { Rule } from '../trace/types.ts';

const APPLE_SOUND = document(
  'Apple: UNNotificationSound',
  'https://developer.apple.com/documentation/usernotifications/unnotificationsound',
);

/** Rules about where a field's value comes from; one of them passes for each field. */
export const fieldRules: readonly Rule[] = [
  {
    id: 'title-from-message',
    stage: 'offline',
    text: { pass: { en: 'The title “{value}” comes from {from}.', zh: '标题“{value}”来自{from}。' } },
    sources: [specification('messageMembers'), specification('android'), specification('ios')],
    certainty: 'stated',
  },
  {
    id: 'default-title',
    stage: 'offline',
    text: {
      pass: {
        en: 'The sender set no title, so the Android notification has the default one, “{value}”.',
        zh: '发送方没有设置标题，Android 通知使用默认标题“{value}”。',
      },
    },
    sources: [tencent.xiaomi, tencent.huawei, tencent.vivo, tencent.meizu, timSdkIssue(565)],
    certainty: 'stated',
  },
  {
    id: 'default-title-assumed',
    stage: 'offline',
    text: {
      pass: {
        en: 'The sender set no title. Tencent does not say what this channel then shows; “{value}” is taken from its other Android channels.',
        zh: '发送方没有设置标题。腾讯没有说明这个通道此时显示什么，这里沿用其他 Android 通道的“{value}”。',
      },
    },
    sources: [tencent.oppo, tencent.fcm, tencent.xiaomi],
    certainty: 'unconfirmed',
  },
  {
    id: 'no-title',
    stage: 'offline',
    text: {
      pass: {
        en: 'The sender set no title, so the notification shows its text alone.',
        zh: '发送方没有设置标题，通知只显示正文。',
      },
    },
    sources: [tencent.iosPush],
    certainty: 'stated',
  },
  {
    id: 'body-from-message',
    stage: 'offline',
    text: { pass: { en: 'The text “{value}” comes from {from}.', zh: '正文“{value}”来自{from}。' } },
    sources: [specification('messageMembers'), specification('android'), specification('ios')],
    certainty: 'stated',
  },
  {
    id: 'default-body',
    stage: 'offline',
    text: {
      pass: {
        en: "No text was set, so it is made from the message: the sender's name, in groups also the group's, then the elements: “{value}”.",
        zh: '没有设置正文，由消息生成：发送者名称（群消息再加群名），后接消息内容，即“{value}”。',
      },
    },
    sources: [tencent.iosPush],
    certainty: 'stated',
  },
  {
    id: 'default-body-plain',
    stage: 'offline',
    text: {
      pass: {
        en: "No text was set, so it is made from the message's elements, without the sender's name: “{value}”. Tencent does not state this form for the Android channels.",
        zh: '没有设置正文，由消息元素生成，不带发送者名称，即“{value}”。腾讯没有说明 Android 通道的具体格式。',
      },
    },
    sources: [tencent.xiaomi, tencent.iosPush],
    certainty: 'unconfirmed',
  },
  {
    id: 'body-empty',
    stage: 'offline',
    text: {
      note: {
        en: 'No layer gives a text, and the elements of the message have none.',
        zh: '各层设置都没有正文，消息元素也没有产生文本。',
      },
    },
    fix: { en: 'Set “descr” on the message.', zh: '给消息设置“descr”。' },
    sources: [tencent.messageFormat],
    certainty: 'stated',
  },
  {
    id: 'sound-from-message',
    stage: 'offline',
    text: { pass: { en: 'The sound “{value}” comes from {from}.', zh: '提示音“{value}”来自{from}。' } },
    sources: [specification('ios'), specification('message')],
    certainty: 'stated',
  },
  {
    id: 'sound-from-element',
    stage: 'offline',
    text: {
      pass: {
        en: 'The sound “{value}” comes from the custom element, which counts because the message has no push settings.',
        zh: '提示音“{value}”来自自定义元素；消息没有离线推送配置，所以它生效。',
      },
    },
    sources: [tencent.messageFormat],
    certainty: 'stated',
  },
  {
    id: 'sound-from-global',
    stage: 'offline',
    text: { pass: { en: 'The sound “{value}” comes from {from}.', zh: '提示音“{value}”来自{from}。' } },
    sources: [specification('globalMembers')],
    certainty: 'stated',
  },
  {
    id: 'default-sound',
    stage: 'offline',
    text: {
      pass: {
        en: "No layer names a sound, so the system's own plays.",
        zh: '各层都没有指定提示音，使用系统默认提示音。',
      },
    },
    sources: [specification('globalMembers'), tencent.iosPush],
    certainty: 'stated',
  },
  {
    id: 'android-default-sound',
    stage: 'offline',
    text: {
      pass: {
        en: "The phone's default sound is used: custom sounds exist for APNs only.",
        zh: '使用手机的默认提示音：自定义提示音仅 APNs 支持。',
      },
    },
    sources: [specification('global'), specification('message')],
    certainty: 'stated',
  },
  {
    id: 'no-sound-no-vibration',
    stage: 'offline',
    text: {
      pass: {
        en: 'NO_SOUND_NO_VIBRATION comes from {from}: neither sound nor vibration.',
        zh: '{from}指定了 NO_SOUND_NO_VIBRATION：无提示音，也不振动。',
      },
    },
    sources: [specification('ios')],
    certainty: 'stated',
  },
  {
    id: 'global-silence',
    stage: 'offline',
    text: {
      pass: {
        en: 'The global sound is “{value}”. The specification has this value for single messages; globally it is taken to mean silence too.',
        zh: '全局提示音是“{value}”。规范只在单条消息里写了这个值，放在全局设置里也按静音处理。',
      },
    },
    sources: [specification('ios'), specification('globalMembers')],
    certainty: 'unconfirmed',
  },
  {
    id: 'badge-counted',
    stage: 'offline',
    text: {
      pass: {
        en: 'The message counts on the icon: {base} before, {badge} with it.',
        zh: '这条消息计入角标：原来是 {base}，加上它是 {badge}。',
      },
    },
    sources: [specification('ios'), tencent.iosPush],
    certainty: 'stated',
  },
  {
    id: 'badge-off',
    stage: 'offline',
    text: {
      pass: {
        en: 'The sender switched badge counting off (setBadgeEnabled(false)): no number is sent, and the icon keeps the one it has.',
        zh: '发送方关闭了角标计数（setBadgeEnabled(false)）：不下发角标数字，图标保持原有数字。',
      },
    },
    sources: [specification('ios'), tencent.iosPush],
    certainty: 'inferred',
  },
  {
    id: 'badge-left-to-launcher',
    stage: 'offline',
    text: {
      pass: {
        en: 'No badge number is sent on this channel; what the icon shows is left to the launcher.',
        zh: '这个通道不下发角标数字，图标上显示什么由桌面决定。',
      },
    },
    sources: [specification('ios'), tencent.androidPush],
    certainty: 'unconfirmed',
  },
  {
    id: 'ext-from-message',
    stage: 'offline',
    text: {
      pass: { en: 'The extension of {bytes} bytes comes from {from}.', zh: '扩展字段（{bytes} 字节）来自{from}。' },
    },
    sources: [specification('messageMembers')],
    certainty: 'stated',
  },
  {
    id: 'ext-from-element',
    stage: 'offline',
    text: {
      pass: {
        en: 'The extension of {bytes} bytes comes from the custom element, which counts because the message has no push settings.',
        zh: '扩展字段（{bytes} 字节）来自自定义元素；消息没有离线推送配置，所以它生效。',
      },
    },
    sources: [tencent.messageFormat],
    certainty: 'stated',
  },
  {
    id: 'ext-absent',
    stage: 'offline',
    text: { pass: { en: 'There is no extension, so none is delivered.', zh: '没有扩展字段，不下发。' } },
    sources: [specification('messageMembers')],
    certainty: 'stated',
  },
  {
    id: 'custom-sound-apns-only',
    stage: 'offline',
    text: {
      note: {
        en: 'The sound “{sound}” is set but has no effect here: custom sounds are supported on APNs only.',
        zh: '已设置提示音“{sound}”，但在这里不生效：目前仅 APNs 支持自定义提示音。',
      },
    },
    fix: {
      en: 'For iPhones set the sound in the iOS settings. On Android no setting of the message changes it.',
      zh: 'iPhone 请在 iOS 设置里指定提示音；Android 上无法通过消息设置改变提示音。',
    },
    sources: [specification('global'), specification('message')],
    certainty: 'stated',
  },
  {
    id: 'android-sound-uri-on-ios',
    stage: 'offline',
    text: {
      note: {
        en: '“{value}” from {from} is an address, not the name of a file in the iOS app. The phone will play its default sound.',
        zh: '{from}里的“{value}”是资源地址，不是 iOS 应用内的文件名，手机会播放默认提示音。',
      },
    },
    fix: {
      en: 'Give the file name with its extension, such as dudulu.caf.',
      zh: '填写带扩展名的文件名，例如 dudulu.caf。',
    },
    sources: [specification('globalMembers'), tencent.iosPush, APPLE_SOUND],
    certainty: 'inferred',
  },
  {
    id: 'ios-sound-is-a-path',
    stage: 'offline',
    text: {
      note: {
        en: '“{value}” from {from} is a path. iOS looks sounds up by file name inside the app, so the phone will play its default sound.',
        zh: '{from}里的“{value}”是路径。iOS 按文件名在应用内查找提示音，因此手机会播放默认提示音。',
      },
    },
    fix: {
      en: 'Give the file name with its extension, such as dudulu.caf; the file has to be inside the app.',
      zh: '填写带扩展名的文件名，例如 dudulu.caf，文件需内置在应用里。',
    },
    sources: [specification('ios'), specification('message'), APPLE_SOUND],
    certainty: 'inferred',
  },
  {
    id: 'ios-sound-without-extension',
    stage: 'offline',
    text: {
      note: {
        en: '“{value}” from {from} has no file extension. iOS needs the complete file name.',
        zh: '{from}里的“{value}”没有扩展名，而 iOS 需要完整的文件名。',
      },
    },
    fix: { en: 'Add the extension, such as {value}.caf.', zh: '补上扩展名，例如 {value}.caf。' },
    sources: [tencent.iosPush, APPLE_SOUND],
    certainty: 'inferred',
  },
  {
    id: 'sound-of-other-conversation',
    stage: 'offline',
    text: {
      note: {
        en: 'The global sound “{sound}” is set for the other kind of conversation; the sounds for single chats and for groups do not stand in for each other.',
        zh: '全局提示音“{sound}”属于另一类会话；单聊和群聊的提示音互不替代。',
      },
    },
    fix: {
      en: 'Set the global sound for this kind of conversation too.',
      zh: '也为这类会话设置全局提示音。',
    },
    sources: [specification('globalMembers')],
    certainty: 'stated',
  },
  {
    id: 'unset-field-falls-back',
    stage: 'offline',
    text: {
      note: {
        en: "The message has push settings but names no sound, so the receiver's global sound stays in force. Tencent's page for iOS can also be read as the message replacing all global settings.",
        zh: '消息带有离线推送配置但没有指定提示音，因此沿用接收方的全局提示音。腾讯的 iOS 页面也可以理解为消息配置整体取代全局设置。',
      },
    },
    sources: [specification('message'), tencent.iosPush],
    certainty: 'unconfirmed',
  },
  {
    id: 'title-with-default-body',
    stage: 'offline',
    text: {
      note: {
        en: 'A title is set but no text, so the title is shown above the text made from the message.',
        zh: '只设置了标题、没有设置正文，标题会显示在由消息生成的正文之上。',
      },
    },
    fix: { en: 'Set “descr” to show a text of your own.', zh: '设置“descr”可显示自定义正文。' },
    sources: [tencent.iosPush, timSdkIssue(596)],
    certainty: 'unconfirmed',
  },
  {
    id: 'default-text-video',
    stage: 'offline',
    text: {
      note: {
        en: 'No public text says what a video adds to the default text; “[视频]” follows the form of the other elements.',
        zh: '没有公开资料说明视频在默认文本中如何显示，“[视频]”沿用了其他元素的格式。',
      },
    },
    fix: { en: 'Set “descr” to be sure of the text.', zh: '设置“descr”可确定正文内容。' },
    sources: [tencent.iosPush],
    certainty: 'unconfirmed',
  },
  {
    id: 'custom-element-fields-ignored',
    stage: 'offline',
    text: {
      note: {
        en: 'The custom element has push fields of its own (desc, ext or sound). They are ignored as a whole, because the message has push settings.',
        zh: '自定义元素带有自己的推送字段（desc、ext 或 sound）。由于消息已有离线推送配置，这些字段全部忽略。',
      },
    },
    fix: {
      en: 'Put text, extension and sound into the message settings.',
      zh: '把正文、扩展字段和提示音写进消息的离线推送配置。',
    },
    sources: [tencent.messageFormat],
    certainty: 'stated',
  },
  {
    id: 'title-only-quirk',
    stage: 'offline',
    text: {
      note: {
        en: 'Only the title is set. In SDK 4.x setTitle does not mark the settings as valid, so a real client may not send them at all.',
        zh: '只设置了标题。SDK 4.x 的 setTitle 不会把配置标记为有效，真实客户端可能根本不会发送这份配置。',
      },
    },
    fix: {
      en: 'Also call another setter, for example setEnabled(true).',
      zh: '同时调用另一个设置方法，例如 setEnabled(true)。',
    },
    sources: [tencent.sdk, tencent.androidBasics],
    certainty: 'unconfirmed',
  },
  {
    id: 'notify-mode-deprecated',
    stage: 'offline',
    text: {
      note: {
        en: 'The notify mode is to be abandoned and can be left out; Normal is the default. It means that a click starts the app without a callback, though some vendors treat a click in their own way.',
        zh: '通知模式待废弃，可以不设置，默认就是 Normal：点击通知直接启动应用，不回调应用；个别厂商的点击行为另有规定。',
      },
    },
    fix: { en: 'Leave “notifyMode” out.', zh: '去掉“notifyMode”。' },
    sources: [specification('android'), specification('notifyMode')],
    certainty: 'stated',
  },
  {
    id: 'notify-mode-custom',
    stage: 'offline',
    text: {
      note: {
        en: 'Notify mode 1 (Custom) is no longer in the specification, which knows Normal only. The notification is sent as an ordinary one.',
        zh: '规范里已经没有通知模式 1（Custom），只剩 Normal，因此按普通通知发送。',
      },
    },
    fix: { en: 'Leave “notifyMode” out or set it to 0.', zh: '去掉“notifyMode”，或设为 0。' },
    sources: [specification('notifyMode'), tencent.sdk],
    certainty: 'inferred',
  },
  {
    id: 'ext-over-1kb',
    stage: 'offline',
    text: {
      note: {
        en: 'The extension has {bytes} bytes. Tencent advises at most 1024; some vendors drop longer ones, and APNs takes 4096 bytes for the whole payload.',
        zh: '扩展字段有 {bytes} 字节。腾讯建议不超过 1024 字节，部分厂商会丢弃更长的内容，APNs 的整个 payload 上限是 4096 字节。',
      },
    },
    fix: { en: 'Send an id and let the app fetch the rest.', zh: '只传一个 ID，其余内容由应用自行拉取。' },
    sources: [tencent.messageFormat, tencent.questions],
    certainty: 'stated',
  },
  {
    id: 'ext-not-json',
    stage: 'offline',
    text: {
      note: {
        en: 'The extension is not JSON. It is sent as it is, but OPPO push takes only a JSON object and refuses anything else.',
        zh: '扩展字段不是 JSON，会原样下发；但 OPPO 推送只接受 JSON 对象，其他内容会被拒绝。',
      },
    },
    fix: { en: 'Use a JSON object, such as {"level":15}.', zh: '改用 JSON 对象，例如 {"level":15}。' },
    sources: [tencent.messageFormat, tencent.oppo],
    certainty: 'stated',
  },
];
