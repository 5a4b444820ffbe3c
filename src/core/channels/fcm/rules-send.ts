import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** What the send call checks, in the order of the checks. */
export const sendRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'fcm-json',
    pass: ['The body is JSON, or empty.', '请求体是 JSON 或为空。'],
    stop: ['The body is not JSON: {received}', '请求体不是 JSON：{received}'],
    fix: ['Send JSON in UTF-8.', '请发送 UTF-8 编码的 JSON。'],
    certainty: 'measured',
    sources: [S.captures, S.protobuf],
  },
  {
    id: 'fcm-query',
    stop: [
      'The query parameter {received} is unknown (faults: {count}); a body sent as a form counts as one.',
      '查询参数 {received} 未知（共 {count} 处）；以表单发送的请求体也按查询参数处理。',
    ],
    fix: [
      'Take it out, and send JSON with "Content-Type: application/json" (curl -d alone sends a form).',
      '请去掉该参数，并以 “Content-Type: application/json” 发送 JSON（仅用 curl -d 会发送表单）。',
    ],
    certainty: 'inferred',
    sources: [S.send, S.protobuf],
  },
  {
    id: 'fcm-field-known',
    stop: [
      'There is no field {received} (place: {field}), or it cannot hold a list or an object (faults: {count}).',
      '字段 {received} 不存在（位置：{field}），或不能是列表或对象（共 {count} 处）。',
    ],
    fix: [
      'Correct the name or the place; both spellings, snake_case and camelCase, are known.',
      '请更正名称或位置；snake_case 和 camelCase 两种写法均可。',
    ],
    certainty: 'measured',
    sources: [S.captures, S.message, S.protobuf],
  },
  {
    id: 'fcm-field-value',
    pass: ['Every field is known and has a fitting value.', '所有字段均已知且取值合适。'],
    stop: ['{field} cannot be {received} (faults: {count}).', '{field} 不能为 {received}（共 {count} 处）。'],
    fix: [
      'Send the type of the schema: data values are texts, durations end with s.',
      '请按字段类型发送：data 的值为字符串，时长以 s 结尾。',
    ],
    certainty: 'stated',
    sources: [S.message, S.errorGuide, S.protobuf],
  },
  {
    id: 'fcm-one-target',
    stop: [
      '{received} is a second member of a union at {field} (faults: {count}); even an empty text counts.',
      '{field} 处的 {received} 是互斥字段中的第二个（共 {count} 处）；空字符串也算。',
    ],
    fix: [
      'Set just one of token, topic, condition and fid, and leave the others out.',
      '请只设置 token、topic、condition、fid 中的一个，其余不要出现。',
    ],
    certainty: 'measured',
    sources: [S.twoTargets, S.emptyTarget],
  },
  {
    id: 'fcm-target-present',
    pass: ['The message has a target.', '消息指定了目标。'],
    stop: ['The message has no target.', '消息没有目标。'],
    fix: ['Set token, topic, condition or fid.', '请设置 token、topic、condition 或 fid。'],
    certainty: 'measured',
    sources: [S.captures],
  },
  {
    id: 'fcm-topic-name',
    pass: ['The topic has a good name.', '主题名称有效。'],
    stop: ['{received} is not a valid topic name.', '{received} 不是有效的主题名称。'],
    fix: [
      'Use letters, digits and -_.~% only, without /topics/ in front.',
      '只能使用字母、数字和 -_.~%，前面不要加 /topics/。',
    ],
    certainty: 'measured',
    sources: [S.captures, S.topics],
  },
  {
    id: 'fcm-condition',
    pass: ['The condition can be read.', '条件表达式可以解析。'],
    stop: ['The condition {received} cannot be read.', '无法解析条件表达式 {received}。'],
    fix: [
      "Write 'a' in topics && ('b' in topics || !('c' in topics)).",
      "写法示例：'a' in topics && ('b' in topics || !('c' in topics))。",
    ],
    certainty: 'measured',
    sources: [S.captures, S.topics],
  },
  {
    id: 'fcm-condition-topics',
    pass: ['The condition names no more than five topics.', '条件中的主题不超过五个。'],
    stop: [
      'The condition names {received} topics; at most {limit} are allowed.',
      '条件中有 {received} 个主题，最多 {limit} 个。',
    ],
    fix: ['Split the send.', '请拆成多次发送。'],
    certainty: 'unconfirmed',
    sources: [S.topics],
  },
  {
    id: 'fcm-token-form',
    pass: ['The token looks like a registration token.', '令牌格式正确。'],
    stop: ['{received} does not have the form of a registration token.', '{received} 不符合注册令牌的格式。'],
    fix: ['Send the token as the app got it, unchanged.', '请原样使用应用获得的令牌。'],
    certainty: 'measured',
    sources: [S.captures],
  },
  {
    id: 'fcm-data-key',
    pass: ['No key of the data is reserved.', 'data 中没有保留的键。'],
    stop: ['{field} has the reserved key {received}.', '{field} 中含有保留的键 {received}。'],
    fix: [
      'Use another key than from and message_type, and none that begins with google. or gcm.notification.',
      '请勿使用 from、message_type，以及以 google. 或 gcm.notification. 开头的键。',
    ],
    certainty: 'measured',
    sources: [S.captures, S.errorGuide],
  },
  {
    id: 'fcm-webpush-ttl',
    pass: ['The web-push TTL is a number.', 'Web 推送的 TTL 是数字。'],
    stop: [
      'webpush.headers.TTL is {received}, which is not a number of seconds.',
      'webpush.headers.TTL 为 {received}，不是秒数。',
    ],
    fix: ['Send whole seconds, 0 or more, as text.', '请以文本发送不小于 0 的整数秒。'],
    certainty: 'measured',
    sources: [S.captures],
  },
  {
    id: 'fcm-ttl',
    pass: ['The time to live is within 28 days.', '有效期在 28 天以内。'],
    stop: ['{field} is {received} s; allowed: 0 to {limit} s.', '{field} 为 {received} 秒；允许 0 到 {limit} 秒。'],
    fix: ['Stay within 28 days.', '请不要超过 28 天。'],
    certainty: 'stated',
    sources: [S.message, S.lifespan, S.legacyTtl],
  },
  {
    id: 'fcm-size',
    pass: ['The payload is within the limit.', '消息大小在上限之内。'],
    stop: [
      'The payload has {received} bytes; at most {limit} are allowed.',
      '消息为 {received} 字节，最多 {limit} 字节。',
    ],
    fix: ['Send less, and let the app fetch the rest.', '请减少内容，其余由应用自行获取。'],
    certainty: 'measured',
    sources: [S.captures, S.messageTypes],
  },
  {
    id: 'fcm-registered',
    pass: ['The registration is alive.', '注册令牌有效。'],
    stop: [
      'The registration {received} is not valid any more, or never was ({state}).',
      '注册令牌 {received} 已失效或从未存在（{state}）。',
    ],
    fix: [
      'Delete it on your server and use what the app reports next.',
      '请在服务器上删除该令牌，改用应用之后上报的令牌。',
    ],
    certainty: 'measured',
    sources: [S.captures, S.adminPython, S.tokens],
  },
  {
    id: 'fcm-sender',
    pass: ['It belongs to an app of this project.', '该令牌属于本项目的应用。'],
    stop: [
      'The registration belongs to {app}, which is not an app of project {project}.',
      '该令牌属于 {app}，而 {app} 不是项目 {project} 的应用。',
    ],
    fix: [
      'Send with the credentials of the project that the app was built with.',
      '请使用构建该应用时所用项目的凭据发送。',
    ],
    certainty: 'measured',
    sources: [S.pushiko, S.errorCode],
  },
  {
    id: 'fcm-package',
    stop: [
      'restricted_package_name is {received}, but the registration belongs to {app}.',
      'restricted_package_name 为 {received}，而该令牌属于 {app}。',
    ],
    fix: ["Set it to the app's package name, or leave it out.", '请填写该应用的包名，或不设置。'],
    certainty: 'stated',
    sources: [S.message, S.errorGuide],
  },
  {
    id: 'fcm-quota-project',
    stop: ['The project has used up its {limit} messages for this minute.', '该项目本分钟的 {limit} 条消息已用完。'],
    fix: ['Wait at least a minute, then send more evenly.', '请至少等待一分钟，并均匀发送。'],
    certainty: 'measured',
    sources: [S.projectQuota, S.quotas],
  },
  {
    id: 'fcm-quota-topic',
    stop: [
      'Topic {topic} has used up its {limit} messages for this minute.',
      '主题 {topic} 本分钟的 {limit} 条消息已用完。',
    ],
    fix: ['Wait at least a minute.', '请至少等待一分钟。'],
    certainty: 'unconfirmed',
    sources: [S.topicQuota, S.quotas],
  },
  {
    id: 'fcm-quota-device',
    stop: ['{device} has used up its {limit} messages per {span}.', '{device} 的消息配额（{limit} 条/{span}）已用完。'],
    fix: ['Send to this phone less often.', '请降低向该手机发送的频率。'],
    certainty: 'unconfirmed',
    sources: [S.quotas, S.errorCode],
  },
  {
    id: 'fcm-accepted',
    pass: ['FCM accepts the message as {id}.', 'FCM 接受了消息，编号 {id}。'],
    certainty: 'measured',
    sources: [S.send, S.captures],
  },
  {
    id: 'fcm-validated',
    pass: ['A dry run: everything was checked, nothing is delivered.', '试运行：已完成全部检查，不会投递。'],
    certainty: 'measured',
    sources: [S.send, S.captures],
  },
]);
