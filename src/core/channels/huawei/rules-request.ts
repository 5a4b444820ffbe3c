import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** What v1 and v2 check in a message, in the order of the checks; most of it holds for v3 and topics too. */
export const requestRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'huawei-body-json',
    stop: ['The body is not a JSON object: {received}.', '请求体不是 JSON 对象：{received}。'],
    fix: ['Send a JSON object in UTF-8.', '请发送 UTF-8 编码的 JSON 对象。'],
    certainty: 'unconfirmed',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-size',
    stop: [
      'The message has {received} bytes without the tokens, more than {limit}.',
      '除 token 外消息共 {received} 字节，超过 {limit} 字节。',
    ],
    fix: ['Shorten texts and data; let the app fetch what is long.', '请缩短文本和数据，较长内容由应用自行拉取。'],
    certainty: 'stated',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-message',
    stop: [
      'The body has no object "message" (its members: {received}); the server says so with the code for wrong token counts.',
      '请求体中没有 message 对象（现有成员：{received}）；服务器以 token 数量错误的错误码应答。',
    ],
    fix: ['Put everything into "message", spelt exactly so.', '请将内容放入名为 message 的成员中，拼写须完全一致。'],
    certainty: 'measured',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-target-needed',
    stop: [
      'The message names neither token, topic nor condition (its members: {received}).',
      '消息中没有 token、topic 或 condition（现有成员：{received}）。',
    ],
    fix: ['Give message.token as a list of push tokens.', '请以列表形式填写 message.token。'],
    certainty: 'measured',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-target-one',
    stop: ['More than one kind of target is named: {received}.', '同时指定了多种目标：{received}。'],
    fix: ['Name exactly one of token, topic and condition.', 'token、topic、condition 只能选择一种。'],
    certainty: 'unconfirmed',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-token-list',
    stop: ['The tokens are not a list of strings: {received}.', 'token 不是字符串列表：{received}。'],
    fix: ['Send a JSON list, also for a single token.', '请发送 JSON 列表，单个 token 也不例外。'],
    certainty: 'unconfirmed',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-token-count',
    stop: [
      '{received} tokens were sent; 1 to {limit} are allowed.',
      '收到 {received} 个 token，允许 1 至 {limit} 个。',
    ],
    fix: ['Split the list into several requests.', '请将列表拆分为多个请求。'],
    certainty: 'stated',
    sources: [S.sendApi, S.v3Answer],
  },
  {
    id: 'huawei-payload',
    stop: [
      'The message carries neither a notification nor data (its members: {received}).',
      '消息中既没有通知也没有数据（现有成员：{received}）。',
    ],
    fix: [
      'Add android.notification, or data for a message to the app.',
      '请添加 android.notification，或为透传消息添加 data。',
    ],
    certainty: 'unconfirmed',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-members',
    pass: ['Every member of the message is in order.', '消息的各个成员均符合要求。'],
    certainty: 'stated',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-type',
    stop: ['{name} is {received}; its form must be {expected}.', '{name} 的值为 {received}，形式应为 {expected}。'],
    fix: ['Send the member in the form that is documented.', '请按文档要求的形式填写该成员。'],
    certainty: 'unconfirmed',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-value',
    stop: ['{name} is {received}; allowed: {expected}.', '{name} 的值为 {received}，允许：{expected}。'],
    fix: ['Send a value within the allowed range.', '请填写允许范围内的值。'],
    certainty: 'stated',
    sources: [S.sendApi, S.nodeDemo, S.badgeReport],
  },
  {
    id: 'huawei-required',
    stop: ['{name} is missing or empty ({received}).', '{name} 缺失或为空（{received}）。'],
    fix: [
      'Add the member; every notification needs title, body and click_action.',
      '请补上该成员；每条通知都需要 title、body 和 click_action。',
    ],
    certainty: 'stated',
    sources: [S.sendApi, S.nodeDemo],
  },
  {
    id: 'huawei-topic-name',
    stop: ['{received} is not a valid topic name.', '{received} 不是合法的主题名。'],
    fix: [
      'Use 1 to 900 Chinese characters, letters, digits and - _ . ~ %.',
      '主题名为 1 至 900 个汉字、字母、数字或 - _ . ~ %。',
    ],
    certainty: 'stated',
    sources: [S.topicApi],
  },
  {
    id: 'huawei-condition',
    stop: ['The condition cannot be read: {received}.', '条件表达式无法解析：{received}。'],
    fix: [
      "Write it as 'A' in topics && ('B' in topics || !('C' in topics)), with at most 5 topics.",
      "请写成 'A' in topics && ('B' in topics || !('C' in topics))，最多 5 个主题。",
    ],
    certainty: 'unconfirmed',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-collapse-key',
    stop: ['The collapse key is {received}; allowed are -1 to 100.', 'collapse_key 为 {received}，允许 -1 至 100。'],
    fix: [
      '-1 keeps all messages for an offline phone, other values the newest only.',
      '-1 表示保留全部离线消息，其他值只保留最新一条。',
    ],
    certainty: 'stated',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-ttl',
    stop: [
      'The life of the message is {received}; allowed are up to {limit} seconds.',
      '消息有效期为 {received}，最长 {limit} 秒。',
    ],
    fix: [
      'v1 and v2: text such as "3600s"; v3: a whole number of seconds.',
      'v1、v2 填写如 "3600s" 的文本，v3 填写整数秒。',
    ],
    certainty: 'stated',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-receipt-id',
    stop: ['App {app} has no receipt address {received}.', '应用 {app} 没有编号为 {received} 的回执地址。'],
    fix: ['Set the receipt address up first.', '请先配置该回执地址。'],
    certainty: 'stated',
    sources: [S.sendApi, S.receipts],
  },
  {
    id: 'huawei-high-right',
    stop: [
      'App {app} has no right to send data messages of HIGH urgency.',
      '应用 {app} 无权发送 urgency 为 HIGH 的透传消息。',
    ],
    fix: [
      'Leave urgency out, send a notification, or grant the right (a switch of the workspace).',
      '请去掉 urgency、改发通知，或授予该权限（工作区开关）。',
    ],
    certainty: 'stated',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-test-quota',
    stop: ['Test messages of the day: {received}, more than {limit}.', '当日测试消息数为 {received}，超过 {limit}。'],
    fix: ['Send without the mark for tests, or wait for the next day.', '请去掉测试标记，或次日再发。'],
    certainty: 'unconfirmed',
    sources: [S.sendApi, S.v3Answer],
  },
  {
    id: 'huawei-tokens',
    stop: [
      'No push token of the request is valid for app {app} (sent: {received}).',
      '请求中的推送 token 对应用 {app} 均无效（共 {received} 个）。',
    ],
    fix: [
      'Use tokens that this app got on its phones; the notes below say what is wrong with these.',
      '请使用该应用在手机上取得的 token；下方说明指出了这些 token 的问题。',
    ],
    certainty: 'stated',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-partial',
    pass: [
      'Accepted as {id}; good tokens: {count}, bad tokens: {bad}.',
      '已接受，编号 {id}：{count} 个 token 有效，{bad} 个无效。',
    ],
    certainty: 'stated',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-accepted',
    pass: ['Accepted as {id}; registrations addressed: {count}.', '已接受，编号 {id}，共 {count} 个目标。'],
    certainty: 'stated',
    sources: [S.sendApi],
  },
  {
    id: 'huawei-topic-tokens',
    stop: ['tokenArray is missing ({received}).', '缺少 tokenArray（{received}）。'],
    fix: ['Give the push tokens as tokenArray.', '请在 tokenArray 中填写推送 token。'],
    certainty: 'unconfirmed',
    sources: [S.topicApi],
  },
  {
    id: 'huawei-topic-token-count',
    stop: [
      'tokenArray has {received} entries; 1 to {limit} are allowed.',
      'tokenArray 有 {received} 项，允许 1 至 {limit} 项。',
    ],
    fix: ['Split the list into several requests.', '请将列表拆分为多个请求。'],
    certainty: 'unconfirmed',
    sources: [S.topicApi],
  },
  {
    id: 'huawei-topic-limit',
    stop: [
      'The app has {limit} topics already; {received} would be one more.',
      '应用已有 {limit} 个主题，无法再新增 {received}。',
    ],
    fix: ['Use fewer topics.', '请减少主题数量。'],
    certainty: 'stated',
    sources: [S.topicApi],
  },
  {
    id: 'huawei-topic-token',
    stop: ['token is missing ({received}).', '缺少 token（{received}）。'],
    fix: ['Give one push token as "token".', '请在 token 中填写一个推送 token。'],
    certainty: 'unconfirmed',
    sources: [S.topicApi],
  },
  {
    id: 'huawei-topic-token-valid',
    stop: ['{received} is not a push token of the app.', '{received} 不是该应用的推送 token。'],
    fix: ['Use a token that this app got on its phone.', '请使用该应用在手机上取得的 token。'],
    certainty: 'unconfirmed',
    sources: [S.topicApi],
  },
  {
    id: 'huawei-topic-subscribed',
    pass: ['Subscribed to topic {topic}; registrations: {count}.', '{count} 个目标已订阅主题 {topic}。'],
    certainty: 'stated',
    sources: [S.topicApi],
  },
  {
    id: 'huawei-topic-unsubscribed',
    pass: ['No longer subscribed to topic {topic}; registrations: {count}.', '{count} 个目标已退订主题 {topic}。'],
    certainty: 'stated',
    sources: [S.topicApi],
  },
  {
    id: 'huawei-topic-listed',
    pass: ['Topics of the registration: {count}.', '该目标共订阅 {count} 个主题。'],
    certainty: 'stated',
    sources: [S.topicApi],
  },
]);
