import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** Topic management, the batch endpoint and the legacy interface. */
export const otherRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'fcm-iid-credential',
    pass: ['The Instance ID service knows the caller.', 'Instance ID 服务已确认调用方。'],
    stop: ['The Instance ID service lacks a valid {missing}.', 'Instance ID 服务缺少有效的 {missing}。'],
    fix: [
      'Send a valid access token and "access_token_auth: true" with it.',
      '请发送有效的访问令牌，并附带 “access_token_auth: true”。',
    ],
    certainty: 'measured',
    sources: [S.instanceId, S.adminNode],
  },
  {
    id: 'fcm-iid-body',
    stop: [
      '{name} is missing, malformed, or has too few or too many entries.',
      '{name} 缺失、格式错误，或数量过少或过多。',
    ],
    fix: [
      'Send {"to": "/topics/<name>", "registration_tokens": [1 to 1000 texts]}.',
      '请发送 {"to": "/topics/<名称>", "registration_tokens": [1 至 1000 个文本]}。',
    ],
    certainty: 'unconfirmed',
    sources: [S.instanceId],
  },
  {
    id: 'fcm-iid-token',
    stop: ['{received}: {error}.', '令牌 {received}：{error}。'],
    note: ['{received}: {error}.', '令牌 {received}：{error}。'],
    fix: ['Take dead registrations off your lists.', '请从列表中移除失效的令牌。'],
    certainty: 'stated',
    sources: [S.instanceId, S.adminNode],
  },
  {
    id: 'fcm-iid-done',
    pass: [
      'Registrations whose subscription to {topic} changed: {changed}.',
      '对 {topic} 的订阅有变化的注册令牌：{changed} 个。',
    ],
    certainty: 'stated',
    sources: [S.instanceId],
  },
  {
    id: 'fcm-iid-import',
    note: [
      'The registrations have the right form, but no iPhone here listens to FCM.',
      '生成的令牌格式正确，但此处没有通过 FCM 接收推送的 iPhone。',
    ],
    certainty: 'unconfirmed',
    sources: [S.instanceId],
  },
  {
    id: 'fcm-iid-info',
    pass: ['The registration belongs to {app}.', '该令牌属于 {app}。'],
    certainty: 'stated',
    sources: [S.instanceId],
  },
  {
    id: 'fcm-iid-malformed',
    stop: ['{received} does not have the form of a registration token.', '{received} 不符合注册令牌的格式。'],
    fix: ['Send the token as the app got it.', '请原样使用应用获得的令牌。'],
    certainty: 'unconfirmed',
    sources: [S.instanceId],
  },
  {
    id: 'fcm-iid-unknown',
    stop: ['Nothing is known of the registration {received}.', '没有令牌 {received} 的信息。'],
    fix: ['Use a live registration of this project.', '请使用该项目的有效令牌。'],
    certainty: 'measured',
    sources: [S.instanceId],
  },
  {
    id: 'fcm-subscription',
    pass: ['The subscription call was carried out (topics: {topic}).', '订阅操作已完成（主题：{topic}）。'],
    certainty: 'stated',
    sources: [S.topicsRest, S.manageTopics],
  },
  {
    id: 'fcm-subscription-exists',
    stop: ['The registration is subscribed to {topic} already.', '该令牌已订阅主题 {topic}。'],
    fix: ['Nothing is wrong; use PATCH to create or update.', '无需处理；可使用 PATCH 创建或更新。'],
    certainty: 'stated',
    sources: [S.topicsRest],
  },
  {
    id: 'fcm-subscription-missing',
    stop: ['The registration is not subscribed to {topic}.', '该令牌未订阅主题 {topic}。'],
    fix: ['Subscribe it first.', '请先订阅。'],
    certainty: 'unconfirmed',
    sources: [S.topicsRest],
  },
  {
    id: 'fcm-topics-limit',
    stop: ['The registration is subscribed to {received} topics already.', '该令牌已订阅 {received} 个主题。'],
    fix: ['An app instance may have 2000 topics; leave some.', '每个应用实例最多 2000 个主题；请先退订一部分。'],
    certainty: 'unconfirmed',
    sources: [S.topics, S.manageTopics],
  },
  {
    id: 'fcm-batch',
    pass: [
      'The batch was carried out: {taken} of {count} messages were taken.',
      '批量请求已执行：{count} 条消息中接受了 {taken} 条。',
    ],
    certainty: 'stated',
    sources: [S.adminNode],
  },
  {
    id: 'fcm-batch-failed',
    note: ['At least one message of the batch was refused by {rule}.', '批量请求中至少有一条消息因 {rule} 被拒绝。'],
    certainty: 'inferred',
    sources: [S.adminNode],
  },
  {
    id: 'fcm-batch-gone',
    stop: ['The batch endpoint has been gone since 2024.', '批量接口已于 2024 年下线。'],
    fix: [
      'Send each message by itself (sendEach), or switch the workspace to the time before.',
      '请逐条发送（sendEach），或将工作区切换到下线之前的时期。',
    ],
    certainty: 'measured',
    sources: [S.batchGone],
  },
  {
    id: 'fcm-batch-closing',
    stop: [
      'The batch endpoint is being switched off (as in September 2024).',
      '批量接口正在关闭（2024 年 9 月时的状态）。',
    ],
    fix: ['Send each message by itself (sendEach).', '请逐条发送（sendEach）。'],
    certainty: 'measured',
    sources: [S.batchClosing],
  },
  {
    id: 'fcm-batch-body',
    stop: [
      'The batch cannot be read, or does not have 1 to {limit} parts: {received}.',
      '批量请求无法读取，或部分数不在 1 到 {limit} 之间：{received}。',
    ],
    fix: ['Send multipart/mixed with a closing boundary.', '请发送带结束边界的 multipart/mixed。'],
    certainty: 'unconfirmed',
    sources: [S.adminNode],
  },
  {
    id: 'fcm-legacy-gone',
    stop: ['The legacy interface has been switched off since 2024.', '旧版接口已于 2024 年关闭。'],
    fix: [
      'Move to HTTP v1 (/v1/projects/<id>/messages:send), or switch the workspace to the time before.',
      '请迁移到 HTTP v1（/v1/projects/<ID>/messages:send），或将工作区切换到关闭之前的时期。',
    ],
    certainty: 'unconfirmed',
    sources: [S.deprecation],
  },
  {
    id: 'fcm-legacy-deprecated',
    stop: [
      'The legacy interface answers every send with DeprecatedApi (as in September 2024).',
      '旧版接口对所有发送返回 DeprecatedApi（2024 年 9 月时的状态）。',
    ],
    fix: ['Move to HTTP v1.', '请迁移到 HTTP v1。'],
    certainty: 'measured',
    sources: [S.deprecatedApi],
  },
  {
    id: 'fcm-legacy-key',
    pass: ['The server key belongs to a project.', '服务器密钥属于某个项目。'],
    stop: [
      'The Authorization header names no known server key: {received}.',
      'Authorization 请求头中没有已知的服务器密钥：{received}。',
    ],
    fix: ['Send "Authorization: key=<server key>".', '请发送 “Authorization: key=<服务器密钥>”。'],
    certainty: 'measured',
    sources: [S.legacyKey, S.legacy],
  },
  {
    id: 'fcm-legacy-json',
    stop: ['The body is not a JSON object: {received}', '请求体不是 JSON 对象：{received}'],
    fix: ['Send a JSON object.', '请发送 JSON 对象。'],
    certainty: 'measured',
    sources: [S.legacy],
  },
  {
    id: 'fcm-legacy-field',
    stop: ['{name} has a value of the wrong kind.', '{name} 的值类型不正确。'],
    fix: ['Send the documented type.', '请按文档规定的类型发送。'],
    certainty: 'unconfirmed',
    sources: [S.legacy],
  },
  {
    id: 'fcm-legacy-target',
    stop: [
      'There is no target, or more than one kind, or too many: {received}.',
      '没有目标、目标种类多于一种，或目标过多：{received}。',
    ],
    fix: [
      'Set to, or registration_ids (1 to 1000), or condition.',
      '请设置 to、registration_ids（1 至 1000 个）或 condition。',
    ],
    certainty: 'stated',
    sources: [S.legacy],
  },
  {
    id: 'fcm-legacy-result',
    note: ['One of the targets got {error}.', '其中一个目标的结果为 {error}。'],
    certainty: 'stated',
    sources: [S.legacy],
  },
]);
