import type { Rule } from '../../trace/types.ts';
import { check, fact, from, remark } from './rule-kit.ts';
import { SOURCES as S } from './sources.ts';

const stated = from('stated', S.channelManagement, S.channelResponses);
const sending = from('stated', S.broadcasting, S.channelResponses);
const order = from('inferred', S.channelManagement);

/** Broadcast channels: their management and pushes to them. */
export const broadcastRules: readonly Rule[] = [
  check(
    'method-not-allowed-broadcast',
    from('measured', S.channelManagement, S.uniqush),
    ['The method is {received}; this path takes: {allowed}.', '请求方法为 {received}，该路径只接受：{allowed}。'],
    [
      'POST creates a channel or sends to it, GET reads, DELETE deletes.',
      'POST 用于创建频道或向其推送，GET 用于读取，DELETE 用于删除。',
    ],
    ['The path takes this method.', '该路径接受此请求方法。'],
  ),
  check(
    'bad-path-broadcast',
    stated,
    [
      'The path {received} is none of the broadcast channels: /1/apps/<bundle id>/channels, …/all-channels, /4/broadcasts/apps/<bundle id>.',
      '路径 {received} 不属于广播频道接口：/1/apps/<bundle id>/channels、…/all-channels、/4/broadcasts/apps/<bundle id>。',
    ],
    ['Use one of these paths, without query or trailing slash.', '使用上述路径之一，不带查询参数和结尾斜杠。'],
    ['The path is one of the broadcast channels.', '路径属于广播频道接口。'],
  ),
  check(
    'bad-path-host',
    order,
    [
      '{host} does not serve {received}: pushes go to api.push.apple.com or its sandbox, channels are managed at api-manage-broadcast.push.apple.com or its sandbox.',
      '{host} 不提供 {received}：推送发往 api.push.apple.com 或其沙盒，频道管理使用 api-manage-broadcast.push.apple.com 或其沙盒。',
    ],
    ['Send the request to the other host.', '将请求发往另一主机。'],
  ),
  check(
    'bad-message-id-request',
    stated,
    ['apns-request-id is “{received}”, which is no UUID.', 'apns-request-id 为“{received}”，不是 UUID。'],
    ['Send a UUID in the form 8-4-4-4-12, or leave the header out.', '使用 8-4-4-4-12 形式的 UUID，或不发送该请求头。'],
    ['apns-request-id is a UUID or absent.', 'apns-request-id 为 UUID 或未提供。'],
  ),
  check(
    'topic-disallowed-app',
    stated,
    [
      'The team {team} has no app {bundle}, so its key may not touch that app’s channels.',
      '团队 {team} 没有应用 {bundle}，其密钥不能操作该应用的频道。',
    ],
    ['Put the bundle id of an app of this team into the path.', '在路径中使用该团队名下应用的 bundle id。'],
    ['The credential belongs to the app.', '凭证属于该应用。'],
  ),
  check(
    'topic-disallowed-suffix',
    stated,
    [
      'The path names {bundle}; it takes the bare bundle id, without {suffix}.',
      '路径中的应用为 {bundle}，应使用不带 {suffix} 的 bundle id。',
    ],
    ['Leave the suffix out.', '去掉后缀。'],
  ),
  check(
    'topic-mismatch',
    stated,
    ['The certificate is for {topics}, not for the app {bundle}.', '证书用于 {topics}，不是应用 {bundle}。'],
    ['Use the certificate of this app, or a provider token.', '使用该应用的证书，或改用 provider token。'],
  ),
  check(
    'feature-not-enabled',
    stated,
    ['Broadcasting is not switched on for the app {bundle}.', '应用 {bundle} 未启用广播功能。'],
    [
      'Switch it on in the workspace (on Apple’s side: the app’s Broadcast Capability).',
      '在工作区中打开该开关（Apple 侧对应应用的 Broadcast Capability）。',
    ],
    ['Broadcasting is switched on for the app.', '应用已启用广播功能。'],
  ),
  check(
    'payload-empty-channel',
    order,
    ['The request to create a channel has no body.', '创建频道的请求没有正文。'],
    [
      'Send {"message-storage-policy":1,"push-type":"LiveActivity"}.',
      '发送 {"message-storage-policy":1,"push-type":"LiveActivity"}。',
    ],
  ),
  check(
    'bad-request-payload',
    stated,
    ['The body is no JSON object in UTF-8.', '正文不是 UTF-8 编码的 JSON 对象。'],
    ['Send one JSON object.', '发送一个 JSON 对象。'],
    ['The body is a JSON object.', '正文是 JSON 对象。'],
  ),
  check(
    'bad-request-params',
    stated,
    ['The body has the attribute {received}, which APNs does not know.', '正文中的属性 {received} 不被 APNs 识别。'],
    ['Send message-storage-policy and push-type only.', '只发送 message-storage-policy 和 push-type。'],
    ['The body has known attributes only.', '正文只包含已知属性。'],
  ),
  check(
    'missing-push-type-channel',
    stated,
    ['The body lacks push-type.', '正文缺少 push-type。'],
    ['Add "push-type":"LiveActivity".', '加上 "push-type":"LiveActivity"。'],
    ['push-type is LiveActivity.', 'push-type 为 LiveActivity。'],
  ),
  check(
    'invalid-push-type-channel',
    stated,
    ['push-type is {received}; channels take LiveActivity only.', 'push-type 为 {received}，频道只支持 LiveActivity。'],
    ['Send "push-type":"LiveActivity".', '发送 "push-type":"LiveActivity"。'],
  ),
  check(
    'missing-channel-queue-size',
    from('inferred', S.hapns),
    ['message-storage-policy is {received}; it must be 0 or 1.', 'message-storage-policy 为 {received}，应为 0 或 1。'],
    [
      'Send 0 to keep nothing, 1 to keep the newest message for phones that are away.',
      '0 表示不保留，1 表示为离线设备保留最新一条。',
    ],
    ['message-storage-policy is 0 or 1.', 'message-storage-policy 为 0 或 1。'],
  ),
  check(
    'cannot-create-channel-config',
    stated,
    [
      'The app {bundle} has {limit} channels in this environment, which is all it may have.',
      '应用 {bundle} 在该环境中已有 {limit} 个频道，达到上限。',
    ],
    ['Delete channels that are no longer used.', '删除不再使用的频道。'],
    ['The app may have another channel.', '应用还可以创建频道。'],
  ),
  check(
    'missing-channel-id',
    stated,
    ['The header apns-channel-id is missing.', '缺少请求头 apns-channel-id。'],
    ['Send the id that APNs gave when the channel was created.', '发送创建频道时 APNs 返回的 id。'],
  ),
  check(
    'bad-channel-id',
    stated,
    ['apns-channel-id is “{received}”, which is no Base64.', 'apns-channel-id 为“{received}”，不是 Base64。'],
    ['Send the id exactly as APNs gave it, padding included.', '原样发送 APNs 返回的 id，包括结尾的填充字符。'],
    ['apns-channel-id is there and is Base64.', 'apns-channel-id 已提供且为 Base64。'],
  ),
  check(
    'channel-not-registered',
    stated,
    [
      'The app {bundle} has no channel {received} in this environment ({environment}).',
      '应用 {bundle} 在该环境（{environment}）中没有频道 {received}。',
    ],
    ['Create the channel first; each environment has its own.', '请先创建频道；每个环境的频道相互独立。'],
    ['The channel exists.', '频道存在。'],
  ),
  check(
    'missing-push-type',
    sending,
    ['A broadcast push needs apns-push-type; it is missing.', '广播推送必须带 apns-push-type，请求中没有。'],
    ['Send apns-push-type: liveactivity.', '发送 apns-push-type: liveactivity。'],
    ['apns-push-type is liveactivity.', 'apns-push-type 为 liveactivity。'],
  ),
  check(
    'invalid-push-type-broadcast',
    sending,
    [
      'apns-push-type is “{received}”; broadcasts take liveactivity only.',
      'apns-push-type 为“{received}”，广播只支持 liveactivity。',
    ],
    ['Send apns-push-type: liveactivity.', '发送 apns-push-type: liveactivity。'],
  ),
  check(
    'bad-expiration-date-broadcast',
    sending,
    [
      'apns-expiration is “{received}”; broadcasts need whole seconds since 1970, or 0.',
      'apns-expiration 为“{received}”，广播必须提供 1970 年以来的整数秒或 0。',
    ],
    ['Send 0, or a time at most 8 hours ahead.', '发送 0，或不晚于 8 小时之后的时间。'],
    ['apns-expiration is a whole number that fits the channel.', 'apns-expiration 为整数且与频道相符。'],
  ),
  check(
    'bad-expiration-date-policy',
    sending,
    [
      'apns-expiration is {received}, but the channel was made to keep nothing.',
      'apns-expiration 为 {received}，但该频道的策略是不保留消息。',
    ],
    [
      'Send 0, or create the channel with message-storage-policy 1.',
      '发送 0，或以 message-storage-policy 1 创建频道。',
    ],
  ),
  fact('channel', 'channel-created', stated, [
    'APNs creates the channel {channelId} with the storage policy {policy} and answers 201.',
    'APNs 创建频道 {channelId}，保留策略为 {policy}，返回 201。',
  ]),
  fact('channel', 'channel-read', stated, [
    'APNs tells how the channel {channelId} was made.',
    'APNs 返回频道 {channelId} 的配置。',
  ]),
  fact('channel', 'channel-deleted', stated, [
    'APNs deletes the channel {channelId} and answers 204.',
    'APNs 删除频道 {channelId}，返回 204。',
  ]),
  fact('channel', 'channels-listed', stated, [
    'APNs lists the app’s channels: {count}.',
    'APNs 列出应用的频道，共 {count} 个。',
  ]),
  fact('channel', 'broadcast-accepted', sending, [
    'APNs takes the broadcast to the channel {channelId} and answers 200 with the id {id}.',
    'APNs 接受发往频道 {channelId} 的广播，返回 200，id 为 {id}。',
  ]),
  remark('channel', 'broadcast-kept', sending, [
    'It is the channel’s newest message, and is kept until {until} for phones that are away.',
    '它成为频道的最新消息，为离线设备保留至 {until}。',
  ]),
  remark('channel', 'broadcast-not-kept', sending, [
    'It is sent once: phones that are away do not get it later.',
    '只发送一次：离线设备之后不会收到。',
  ]),
  remark(
    'channel',
    'broadcast-start',
    from('stated', S.liveActivities),
    ['The event is start, but a broadcast cannot start a Live Activity.', 'event 为 start，但广播无法启动实时活动。'],
    ['Start it in the app or with a push to the device.', '由应用启动，或通过设备推送启动。'],
  ),
  remark('channel', 'broadcast-phones', from('stated', S.liveActivities, S.broadcasting), [
    'On phones a broadcast changes the Live Activities that follow the channel; the notification list stays as it is. Pushpit shows no Live Activities.',
    '在手机上，广播只更新订阅该频道的实时活动，通知列表不变。Pushpit 不显示实时活动。',
  ]),
];
