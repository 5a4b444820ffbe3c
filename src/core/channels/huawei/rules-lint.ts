import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** Things that are accepted and that do not do what the sender may expect. */
export const lintRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'huawei-bad-unknown',
    note: ['Unknown tokens ({count}): {tokens}', '未知的 token（{count} 个）：{tokens}'],
    certainty: 'stated',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-bad-other-app',
    note: ['Tokens of another app ({count}): {tokens}', '属于其他应用的 token（{count} 个）：{tokens}'],
    certainty: 'stated',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-bad-gone',
    note: [
      'Tokens that are gone, because the app was removed or gave them up ({count}): {tokens}',
      '因应用卸载或注销而失效的 token（{count} 个）：{tokens}',
    ],
    certainty: 'inferred',
    sources: [S.sendApi, S.receipts],
  },
  {
    id: 'huawei-bad-generation',
    note: [
      'Tokens of the other generation ({count}; HarmonyOS 5 and later take v3 only): {tokens}',
      '属于另一代系统的 token（{count} 个；HarmonyOS 5 及以上仅支持 v3）：{tokens}',
    ],
    certainty: 'unconfirmed',
    sources: [S.v3Token],
  },
  {
    id: 'huawei-topic-audience',
    note: ['Registrations that match the topic or condition: {count}.', '符合主题或条件的目标：{count} 个。'],
    certainty: 'stated',
    sources: [S.topicApi],
  },
  {
    id: 'huawei-validate-only',
    note: ['validate_only: checked and answered, but not delivered.', 'validate_only：仅校验并应答，不投递。'],
    certainty: 'stated',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-lint-data-message',
    note: [
      'A data message shows nothing: the app gets it at once while it runs, else when it next starts.',
      '透传消息不显示通知：应用运行时立即收到，否则在下次启动时收到。',
    ],
    certainty: 'stated',
    sources: [S.sendApi, S.receipts],
  },
  {
    id: 'huawei-lint-unknown',
    note: ['Not known to Huawei, and ignored: {received}', '华为不识别以下成员，已忽略：{received}'],
    fix: [
      'Check spelling and place; v1 and v2 write in snake_case, v3 in camelCase.',
      '请检查拼写和位置；v1、v2 使用 snake_case，v3 使用 camelCase。',
    ],
    certainty: 'unconfirmed',
    sources: [S.sendApi, S.v3Params],
  },
  {
    id: 'huawei-lint-not-drawn',
    note: [
      'Accepted, but phones here show the notification without it: {received}',
      '已接受，但此处的手机不呈现以下内容：{received}',
    ],
    fix: ['Look at it on a real phone.', '请在真机上查看效果。'],
    certainty: 'inferred',
    sources: [S.sendApi, S.v3Params],
  },
  {
    id: 'huawei-lint-category',
    note: ['category {received} is unknown and counts as none.', 'category {received} 未知，按未填写处理。'],
    fix: ['Use a documented category such as IM or EXPRESS.', '请使用文档列出的分类，如 IM、EXPRESS。'],
    certainty: 'unconfirmed',
    sources: [S.classes],
  },
  {
    id: 'huawei-lint-marketing',
    note: [
      'Ranked as news and marketing (category: {received}): quiet from EMUI 10 on, and limited per day.',
      '按资讯营销类处理（category：{received}）：EMUI 10 及以上静默显示，且每日限量。',
    ],
    fix: [
      'Give a service category for which the app has the right of self-classification.',
      '请填写服务与通讯类的 category，并确保应用已获得自分类权益。',
    ],
    certainty: 'stated',
    sources: [S.classes, S.limits],
  },
  {
    id: 'huawei-lint-clazz',
    note: [
      'badge.clazz is ignored; without badge.class the number stays as it is.',
      'badge.clazz 不会生效；缺少 badge.class 时角标不变。',
    ],
    fix: ['Spell the key class.', '键名应为 class。'],
    certainty: 'measured',
    sources: [S.badge],
  },
  {
    id: 'huawei-lint-badge-class',
    note: [
      'The badge names no launcher activity, so the number stays as it is.',
      '角标未指明启动 Activity，数字不变。',
    ],
    fix: ['Give the full class name of the launcher activity.', '请填写启动 Activity 的完整类名。'],
    certainty: 'stated',
    sources: [S.badge],
  },
  {
    id: 'huawei-lint-badge-both',
    note: ['set_num wins over add_num.', '同时填写时以 set_num 为准。'],
    certainty: 'stated',
    sources: [S.badge],
  },
  {
    id: 'huawei-lint-badge-empty',
    note: [
      'A badge without numbers adds 1; clients that leave out zeros turn set_num 0 into this.',
      '角标未填数字时加 1；省略零值的客户端会把 set_num 0 变成这种情况。',
    ],
    certainty: 'stated',
    sources: [S.badge],
  },
  {
    id: 'huawei-lint-badge-range',
    note: [
      'badgeAddNum {received} is not within 1 to 99 and is ignored.',
      'badgeAddNum {received} 不在 1 至 99 之内，被忽略。',
    ],
    fix: ['Send "1" to "99".', '请填写 "1" 至 "99"。'],
    certainty: 'unconfirmed',
    sources: [S.oldSend],
  },
  {
    id: 'huawei-lint-default-sound',
    note: [
      'sound {received} is not played while default_sound is not false.',
      'default_sound 未设为 false 时，sound {received} 不会播放。',
    ],
    fix: ['Add "default_sound": false.', '请添加 "default_sound": false。'],
    certainty: 'stated',
    sources: [S.sound],
  },
  {
    id: 'huawei-lint-sound-extension',
    note: [
      'sound {received} has an extension; Huawei wants /raw/name without it.',
      'sound {received} 带有扩展名，应写成不带扩展名的 /raw/name。',
    ],
    fix: ['Leave the extension out.', '请去掉扩展名。'],
    certainty: 'stated',
    sources: [S.sound],
  },
  {
    id: 'huawei-lint-channel',
    note: [
      'channel_id {received} has no effect for apps whose data is kept in mainland China.',
      '数据处理位置在中国大陆的应用，channel_id {received} 不生效。',
    ],
    certainty: 'stated',
    sources: [S.sendApi, S.sound],
  },
  {
    id: 'huawei-lint-data',
    note: [
      'data {received} is not a flat JSON object, so a tap hands nothing of it to the page.',
      'data {received} 不是单层 JSON 对象，点击后不会传给页面。',
    ],
    fix: ['Send a JSON object without nested values.', '请发送不含嵌套的 JSON 对象。'],
    certainty: 'stated',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-lint-ticker',
    note: ['ticker has been invisible since Android 5.', '自 Android 5 起 ticker 不再显示。'],
    certainty: 'stated',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-lint-id-and-group',
    note: [
      "notify_id together with group is refused by Huawei's Node client, not by the server.",
      '同时使用 notify_id 与 group 会被官方 Node 客户端拒绝，但服务器接受。',
    ],
    certainty: 'unconfirmed',
    sources: [S.nodeDemo],
  },
  {
    id: 'huawei-lint-style',
    note: [
      'Style 2 (big picture) is only in old documents; new phones show plain text.',
      '样式 2（大图）仅见于旧文档，新机型按普通样式显示。',
    ],
    certainty: 'stated',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-lint-auto-clear',
    note: [
      'auto_clear is only in old documents; the phone takes the notification away after so many milliseconds.',
      'auto_clear 仅见于旧文档；手机会在相应毫秒数后移除通知。',
    ],
    certainty: 'inferred',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-lint-package',
    note: [
      'The action opens the app but names no appPkgName; such a notification may never show.',
      '动作为打开应用但未填写 appPkgName，该通知可能不会显示。',
    ],
    fix: ['Give action.param.appPkgName.', '请填写 action.param.appPkgName。'],
    certainty: 'stated',
    sources: [S.oldSend],
  },
  {
    id: 'huawei-lint-legacy-category',
    note: ['The old interface knows no category; the member is ignored.', '旧版接口没有 category，该成员被忽略。'],
    certainty: 'inferred',
    sources: [S.oldSend],
  },
  {
    id: 'huawei-lint-legacy-header',
    note: [
      'The Authorization header is ignored here; access_token in the form counts.',
      '此接口忽略 Authorization 请求头，以表单中的 access_token 为准。',
    ],
    certainty: 'inferred',
    sources: [S.pushHuawei],
  },
]);
