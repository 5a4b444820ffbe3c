import { ruleTable } from '../channels/kit/rule-table.ts';
import { specification, tencent, timSdkIssue } from '../trace/sources.ts';
import type { Rule } from '../trace/types.ts';

/** Where a field's value comes from; one of them passes for each field. */
export const fieldRules: readonly Rule[] = ruleTable('offline', null, [
  {
    id: 'title-from-message',
    pass: ['The title “{value}” comes from {from}.', '标题“{value}”来自{from}。'],
    sources: [specification('messageMembers'), specification('android'), specification('ios')],
    certainty: 'stated',
  },
  {
    id: 'default-title',
    pass: [
      'The sender set no title, so the Android notification has the default one, “{value}”.',
      '发送方没有设置标题，Android 通知使用默认标题“{value}”。',
    ],
    sources: [tencent.xiaomi, tencent.huawei, tencent.vivo, tencent.meizu, timSdkIssue(565)],
    certainty: 'stated',
  },
  {
    id: 'default-title-assumed',
    pass: [
      'The sender set no title. Tencent does not say what this channel then shows; “{value}” is taken from its other Android channels.',
      '发送方没有设置标题。腾讯没有说明这个通道此时显示什么，这里沿用其他 Android 通道的“{value}”。',
    ],
    sources: [tencent.oppo, tencent.fcm, tencent.xiaomi],
    certainty: 'unconfirmed',
  },
  {
    id: 'no-title',
    pass: [
      'The sender set no title, so the notification shows its text alone.',
      '发送方没有设置标题，通知只显示正文。',
    ],
    sources: [tencent.iosPush],
    certainty: 'stated',
  },
  {
    id: 'body-from-message',
    pass: ['The text “{value}” comes from {from}.', '正文“{value}”来自{from}。'],
    sources: [specification('messageMembers'), specification('android'), specification('ios')],
    certainty: 'stated',
  },
  {
    id: 'default-body',
    pass: [
      "No text was set, so it is made from the message: the sender's name, in groups also the group's, then the elements: “{value}”.",
      '没有设置正文，由消息生成：发送者名称（群消息再加群名），后接消息内容，即“{value}”。',
    ],
    sources: [tencent.iosPush],
    certainty: 'stated',
  },
  {
    id: 'default-body-plain',
    pass: [
      "No text was set, so it is made from the message's elements, without the sender's name: “{value}”. Tencent does not state this form for the Android channels.",
      '没有设置正文，由消息元素生成，不带发送者名称，即“{value}”。腾讯没有说明 Android 通道的具体格式。',
    ],
    sources: [tencent.xiaomi, tencent.iosPush],
    certainty: 'unconfirmed',
  },
  {
    id: 'body-empty',
    note: [
      'No layer gives a text, and the elements of the message have none.',
      '各层设置都没有正文，消息元素也没有产生文本。',
    ],
    fix: ['Set “descr” on the message.', '给消息设置“descr”。'],
    sources: [tencent.messageFormat],
    certainty: 'stated',
  },
  {
    id: 'sound-from-message',
    pass: ['The sound “{value}” comes from {from}.', '提示音“{value}”来自{from}。'],
    sources: [specification('ios'), specification('message')],
    certainty: 'stated',
  },
  {
    id: 'sound-from-element',
    pass: [
      'The sound “{value}” comes from the custom element, which counts because the message has no push settings.',
      '提示音“{value}”来自自定义元素；消息没有离线推送配置，所以它生效。',
    ],
    sources: [tencent.messageFormat],
    certainty: 'stated',
  },
  {
    id: 'sound-from-global',
    pass: ['The sound “{value}” comes from {from}.', '提示音“{value}”来自{from}。'],
    sources: [specification('globalMembers')],
    certainty: 'stated',
  },
  {
    id: 'default-sound',
    pass: ["No layer names a sound, so the system's own plays.", '各层都没有指定提示音，使用系统默认提示音。'],
    sources: [specification('globalMembers'), tencent.iosPush],
    certainty: 'stated',
  },
  {
    id: 'android-default-sound',
    pass: [
      "The phone's default sound is used: custom sounds exist for APNs only.",
      '使用手机的默认提示音：自定义提示音仅 APNs 支持。',
    ],
    sources: [specification('global'), specification('message')],
    certainty: 'stated',
  },
  {
    id: 'no-sound-no-vibration',
    pass: [
      'NO_SOUND_NO_VIBRATION comes from {from}: neither sound nor vibration.',
      '{from}指定了 NO_SOUND_NO_VIBRATION：无提示音，也不振动。',
    ],
    sources: [specification('ios')],
    certainty: 'stated',
  },
  {
    id: 'global-silence',
    pass: [
      'The global sound is “{value}”. The specification has this value for single messages; globally it is taken to mean silence too.',
      '全局提示音是“{value}”。规范只在单条消息里写了这个值，放在全局设置里也按静音处理。',
    ],
    sources: [specification('ios'), specification('globalMembers')],
    certainty: 'unconfirmed',
  },
  {
    id: 'badge-counted',
    pass: [
      'The message counts on the icon: {base} before, {badge} with it.',
      '这条消息计入角标：原来是 {base}，加上它是 {badge}。',
    ],
    sources: [specification('ios'), tencent.iosPush],
    certainty: 'stated',
  },
  {
    id: 'badge-off',
    pass: [
      'The sender switched badge counting off (setBadgeEnabled(false)): no number is sent, and the icon keeps the one it has.',
      '发送方关闭了角标计数（setBadgeEnabled(false)）：不下发角标数字，图标保持原有数字。',
    ],
    sources: [specification('ios'), tencent.iosPush],
    certainty: 'inferred',
  },
  {
    id: 'badge-left-to-launcher',
    pass: [
      'No badge number is sent on this channel; what the icon shows is left to the launcher.',
      '这个通道不下发角标数字，图标上显示什么由桌面决定。',
    ],
    sources: [specification('ios'), tencent.androidPush],
    certainty: 'unconfirmed',
  },
  {
    id: 'ext-from-message',
    pass: ['The extension of {bytes} bytes comes from {from}.', '扩展字段（{bytes} 字节）来自{from}。'],
    sources: [specification('messageMembers')],
    certainty: 'stated',
  },
  {
    id: 'ext-from-element',
    pass: [
      'The extension of {bytes} bytes comes from the custom element, which counts because the message has no push settings.',
      '扩展字段（{bytes} 字节）来自自定义元素；消息没有离线推送配置，所以它生效。',
    ],
    sources: [tencent.messageFormat],
    certainty: 'stated',
  },
  {
    id: 'ext-absent',
    pass: ['There is no extension, so none is delivered.', '没有扩展字段，不下发。'],
    sources: [specification('messageMembers')],
    certainty: 'stated',
  },
]);
