import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** What v3 and revoking check beyond v1. */
export const v3Rules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'huawei-push-type',
    stop: [
      'The header push-type is {received}; allowed: {expected}.',
      '请求头 push-type 为 {received}，允许：{expected}。',
    ],
    fix: ['Send the header push-type, e.g. 0 for a notification.', '请发送 push-type 请求头，例如通知消息为 0。'],
    certainty: 'stated',
    sources: [S.v3Request, S.v3Revoke],
  },
  {
    id: 'huawei-v3-parts',
    stop: ['The body has no object "{name}" ({received}).', '请求体中没有 {name} 对象（{received}）。'],
    fix: [
      'v3 takes {"payload": …, "target": …}, in camel case throughout.',
      'v3 的请求体为 {"payload": …, "target": …}，一律使用驼峰命名。',
    ],
    certainty: 'unconfirmed',
    sources: [S.v3Request],
  },
  {
    id: 'huawei-form-version',
    stop: ['version is {received}, not above the last one, {last}.', 'version 为 {received}，未大于上次的 {last}。'],
    fix: ['Increase the version of the form; 0 starts anew.', '请递增卡片版本号，0 表示重新开始。'],
    certainty: 'stated',
    sources: [S.v3Request],
  },
  {
    id: 'huawei-test-tokens',
    stop: [
      'A test message to {received} tokens; the most allowed is {limit}.',
      '测试消息发给 {received} 个 token，最多 {limit} 个。',
    ],
    fix: ['Send test messages to fewer tokens.', '请减少测试消息的 token 数。'],
    certainty: 'stated',
    sources: [S.v3Params, S.v3Answer],
  },
  {
    id: 'huawei-v3-tokens',
    stop: [
      'No push token of the request can be sent to (sent: {received}): {reasons}.',
      '请求中的推送 token 均无法发送（共 {received} 个）：{reasons}。',
    ],
    fix: [
      'Use tokens that this app got on HarmonyOS 5 or later, and a push type for which the app has the right; PLAY_VOICE goes with push type 2 only.',
      '请使用该应用在 HarmonyOS 5 及以上取得的 token，并确认应用有此推送类型的权限；PLAY_VOICE 仅可用于推送类型 2。',
    ],
    certainty: 'stated',
    sources: [S.v3Answer],
  },
  {
    id: 'huawei-revoke-id',
    stop: ['notifyId is missing ({received}), so nothing can be revoked.', '缺少 notifyId（{received}），无法撤回。'],
    fix: [
      'Send messages with a notifyId, and revoke by it together with the tokens.',
      '发送时请设置 notifyId，撤回时与 token 一并填写。',
    ],
    certainty: 'stated',
    sources: [S.v3Revoke],
  },
  {
    id: 'huawei-revoke-apps',
    stop: ['The tokens belong to {received} apps; only one is allowed.', 'token 属于 {received} 个应用，只允许一个。'],
    fix: ['Revoke app by app.', '请按应用分别撤回。'],
    certainty: 'unconfirmed',
    sources: [S.v3Revoke],
  },
  {
    id: 'huawei-revoke-mismatch',
    stop: [
      'Every token belongs to another app than {app} (sent: {received}).',
      '所有 token（共 {received} 个）均不属于应用 {app}。',
    ],
    fix: ['Put the app of the tokens into the path.', '请在路径中填写这些 token 所属的应用。'],
    certainty: 'unconfirmed',
    sources: [S.v3Revoke],
  },
  {
    id: 'huawei-revoke-partial',
    pass: [
      'Notifications taken back: {count}; tokens that cannot be reached: {bad}.',
      '已撤回 {count} 条通知，{bad} 个 token 无效。',
    ],
    certainty: 'unconfirmed',
    sources: [S.v3Revoke],
  },
  {
    id: 'huawei-revoked',
    pass: ['Notifications taken back: {count}.', '已撤回 {count} 条通知。'],
    certainty: 'stated',
    sources: [S.v3Revoke],
  },
]);
