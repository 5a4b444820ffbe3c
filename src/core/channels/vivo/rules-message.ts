import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** What is checked of a message, in the order of the vendor's own SDK. */
export const messageRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'vivo-request-id',
    pass: ['requestId is given.', '已提供 requestId。'],
    stop: ['requestId has more than 64 characters: {received}.', 'requestId 超过 64 个字符：{received}。'],
    fix: ['Give each request a short id of its own.', '请为每个请求设置较短且唯一的 requestId。'],
    certainty: 'stated',
    sources: [S.serverApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-field-missing',
    stop: ['{name} is missing or empty.', '{name} 缺失或为空。'],
    fix: ['Send {name}; the interface needs it.', '请提供 {name}，该接口必须有它。'],
    certainty: 'stated',
    sources: [S.serverApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-field-text',
    stop: ['{name} must be text; received: {received}.', '{name} 须为文本；实际为：{received}。'],
    fix: ['Send {name} as a JSON string.', '请以 JSON 字符串发送 {name}。'],
    certainty: 'unconfirmed',
    sources: [S.serverApi],
  },
  {
    id: 'vivo-skip-missing',
    stop: [
      'skipContent is missing or empty; skipType {type} needs it.',
      'skipContent 缺失或为空；skipType 为 {type} 时必须提供。',
    ],
    fix: [
      'Give the link (2), the text for the app (3), or the intent of the page (4).',
      '请提供链接（2）、交给应用的内容（3）或页面的 intent（4）。',
    ],
    certainty: 'stated',
    sources: [S.serverApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-title',
    pass: ['The title fits.', '标题符合要求。'],
    stop: ['The title has a length of {received}; {limit} is the limit.', '标题长度为 {received}，最多 {limit}。'],
    fix: [
      'Shorten the title. In the old edition a Chinese character counts twice.',
      '请缩短标题。旧版接口中一个汉字按 2 计。',
    ],
    certainty: 'stated',
    sources: [S.serverApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-content',
    pass: ['The content fits.', '内容符合要求。'],
    stop: ['The content has a length of {received}; {limit} is the limit.', '内容长度为 {received}，最多 {limit}。'],
    fix: [
      'Shorten the content. In the old edition a Chinese character counts twice.',
      '请缩短内容。旧版接口中一个汉字按 2 计。',
    ],
    certainty: 'stated',
    sources: [S.serverApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-notify-type',
    pass: ['notifyType is allowed.', 'notifyType 有效。'],
    stop: ['notifyType is {received}; 1, 2, 3 or 4 is needed.', 'notifyType 为 {received}，须为 1、2、3 或 4。'],
    fix: ['1 none, 2 ring, 3 vibrate, 4 both.', '1 无提醒，2 响铃，3 振动，4 响铃和振动。'],
    certainty: 'stated',
    sources: [S.serverApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-skip-type',
    pass: ['skipType is allowed.', 'skipType 有效。'],
    stop: ['skipType is {received}; 1, 2, 3 or 4 is needed.', 'skipType 为 {received}，须为 1、2、3 或 4。'],
    fix: [
      '1 opens the app, 2 a link, 3 is custom, 4 opens a page of the app.',
      '1 打开应用，2 打开链接，3 自定义，4 打开应用内页面。',
    ],
    certainty: 'stated',
    sources: [S.serverApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-skip-content',
    pass: ['skipContent fits the action.', 'skipContent 与点击动作相符。'],
    stop: [
      'skipContent has {received} characters; {limit} are allowed for skipType {type}.',
      'skipContent 有 {received} 个字符；skipType 为 {type} 时最多 {limit} 个。',
    ],
    fix: [
      'Put the link or the page into skipContent, shortened if need be.',
      '请在 skipContent 中填写链接或页面，必要时缩短。',
    ],
    certainty: 'stated',
    sources: [S.serverApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-network-type',
    pass: ['networkType is allowed.', 'networkType 有效。'],
    stop: ['networkType is {received}; -1 or 1 is needed.', 'networkType 为 {received}，须为 -1 或 1。'],
    fix: ['-1 any network, 1 Wi-Fi only.', '-1 任意网络，1 仅 Wi-Fi。'],
    certainty: 'stated',
    sources: [S.serverApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-map-count',
    pass: ['clientCustomMap has at most 10 pairs.', 'clientCustomMap 不超过 10 对。'],
    stop: [
      'clientCustomMap has {received} pairs; {limit} are allowed.',
      'clientCustomMap 有 {received} 对，最多 {limit} 对。',
    ],
    fix: ['Put several values into one, e.g. as JSON text.', '可将多个值合并为一个，例如 JSON 文本。'],
    certainty: 'stated',
    sources: [S.oldApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-map-value',
    pass: [
      'clientCustomMap holds texts of at most 1024 characters in all.',
      'clientCustomMap 均为文本，总长不超过 1024。',
    ],
    stop: [
      'clientCustomMap must be a map of texts with at most {limit} characters in all; received: {received}.',
      'clientCustomMap 须为文本键值对，总长不超过 {limit} 个字符；实际为：{received}。',
    ],
    fix: ['Send texts only, and less of them.', '请只使用文本值并减少长度。'],
    certainty: 'stated',
    sources: [S.oldApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-classification',
    pass: ['classification is allowed.', 'classification 有效。'],
    stop: ['classification is {received}; 0 or 1 is needed.', 'classification 为 {received}，须为 0 或 1。'],
    fix: ['0 operational, 1 system.', '0 运营消息，1 系统消息。'],
    certainty: 'stated',
    sources: [S.serverApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-extra-keys',
    pass: ['extra has known keys only.', 'extra 只含支持的键。'],
    stop: ['extra has keys that are not supported: {received}.', 'extra 含有不支持的键：{received}。'],
    fix: [
      'extra takes callback, callback.id and callback.param; your own values belong into clientCustomMap.',
      'extra 只支持 callback、callback.id、callback.param；自定义数据请放入 clientCustomMap。',
    ],
    certainty: 'stated',
    sources: [S.serverApi, S.getui],
  },
  {
    id: 'vivo-extra-map',
    stop: ['extra must be a map of texts; received: {received}.', 'extra 须为文本键值对；实际为：{received}。'],
    fix: [
      'Send an object such as {"callback":"https://…","callback.param":"…"}, or leave it out.',
      '请发送如 {"callback":"https://…","callback.param":"…"} 的对象，或不传。',
    ],
    certainty: 'unconfirmed',
    sources: [S.serverApi, S.getui],
  },
  {
    id: 'vivo-callback-length',
    pass: ['extra.callback is not too long.', 'extra.callback 长度符合要求。'],
    stop: [
      'extra.callback has {received} characters; {limit} are allowed.',
      'extra.callback 有 {received} 个字符，最多 {limit} 个。',
    ],
    fix: ['Use a shorter address.', '请使用较短的地址。'],
    certainty: 'stated',
    sources: [S.serverApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-callback-param',
    pass: ['extra["callback.param"] is not too long.', 'extra["callback.param"] 长度符合要求。'],
    stop: [
      'extra["callback.param"] has {received} characters; {limit} are allowed.',
      'extra["callback.param"] 有 {received} 个字符，最多 {limit} 个。',
    ],
    fix: ['Send a short key and keep the rest on your side.', '请只传短标识，其余信息留在自己的服务器。'],
    certainty: 'stated',
    sources: [S.serverApi, S.oldJavaSdk],
  },
  {
    id: 'vivo-life',
    pass: ['timeToLive is allowed.', 'timeToLive 有效。'],
    stop: [
      'timeToLive is {received}; {expected} seconds are allowed.',
      'timeToLive 为 {received}，允许 {expected} 秒。',
    ],
    fix: ['Give whole seconds within these limits.', '请填写该范围内的整数秒。'],
    certainty: 'stated',
    sources: [S.serverApi, S.oldApi, S.modood],
  },
  {
    id: 'vivo-notify-id',
    pass: ['notifyId is allowed.', 'notifyId 有效。'],
    stop: ['notifyId is {received}; 1 to 2147483647 is needed.', 'notifyId 为 {received}，须为 1 至 2147483647。'],
    fix: ['Use a positive 32-bit number, or leave it out.', '请使用 32 位正整数，或不传。'],
    certainty: 'stated',
    sources: [S.serverApi],
  },
  {
    id: 'vivo-category',
    pass: ['category is known.', 'category 有效。'],
    stop: [
      'category {received} is not known; there are {expected}.',
      '不存在 category {received}，可用的有 {expected}。',
    ],
    fix: ['Write it in upper case as in the list.', '请按列表使用大写。'],
    certainty: 'stated',
    sources: [S.messageClasses, S.getui],
  },
  {
    id: 'vivo-category-class',
    pass: ['category and classification agree.', 'category 与 classification 一致。'],
    stop: [
      'category {received} belongs to class {expected}, but classification says {classification}.',
      'category {received} 属于分类 {expected}，而 classification 为 {classification}。',
    ],
    fix: [
      'Leave classification out, or set it to the class of the category.',
      '请去掉 classification，或改为该 category 所属分类。',
    ],
    certainty: 'stated',
    sources: [S.messageClasses, S.getui],
  },
  {
    id: 'vivo-system-open',
    pass: ['The app may send messages of this class.', '应用可发送此分类的消息。'],
    stop: ['System messages are not switched on for app {app}.', '应用 {app} 未打开系统消息开关。'],
    fix: [
      'Turn the switch for system messages on, or send an operational message.',
      '请打开系统消息开关，或改发运营消息。',
    ],
    certainty: 'stated',
    sources: [S.getui, S.messageClasses],
  },
  {
    id: 'vivo-text',
    pass: ['The text does not look like a test.', '文案不像测试内容。'],
    stop: [
      'The {name} of a formal message looks like a test: {received}.',
      '正式消息的 {name} 像测试内容：{received}。',
    ],
    fix: [
      'Write real text: not only digits, Latin letters or symbols, without 测试 and brackets; or send with pushMode 1.',
      '请使用正式文案：不能只有数字、字母或符号，不含“测试”和括号；或使用 pushMode 1。',
    ],
    certainty: 'unconfirmed',
    sources: [S.serverApi, S.goClient],
  },
  {
    id: 'vivo-hours',
    pass: ['A message of this class may be sent at this hour.', '此分类的消息可在当前时段发送。'],
    stop: [
      'It is {received} in China; operational messages go out from 7:00 to 23:00.',
      '北京时间 {received}，运营消息只能在 7:00 至 23:00 发送。',
    ],
    fix: ['Send later, or as a system message if it is one.', '请稍后发送；确属系统消息的请按系统消息发送。'],
    certainty: 'unconfirmed',
    sources: [S.questions, S.goClient],
  },
  {
    id: 'vivo-total',
    pass: ['The total of the day is not used up.', '当日总量未用完。'],
    stop: [
      'Messages of this class that arrived today: {received}; the total is {limit}.',
      '今日此分类已送达 {received} 条，总量为 {limit}。',
    ],
    fix: [
      'Stop for today: vivo lowers the total of those who go on. The totals are switches.',
      '请当日停止推送，否则 vivo 会降低总量。总量可在开关中调整。',
    ],
    certainty: 'stated',
    sources: [S.quotas, S.messageClasses],
  },
]);
