import type { Rule } from '../../trace/types.ts';
import { check, fact, from } from './rule-kit.ts';
import { SOURCES as S } from './sources.ts';

/** Method, path, headers and body of a device push. */
export const requestRules: readonly Rule[] = [
  check(
    'method-not-allowed',
    from('measured', S.responses, S.uniqush),
    ['The method is {received}; device pushes are sent with POST.', '请求方法为 {received}，推送必须使用 POST。'],
    ['Send POST.', '使用 POST。'],
    ['The method is POST.', '请求方法为 POST。'],
  ),
  check(
    'bad-path',
    from('stated', S.responses),
    [
      'The path {received} is not /3/device/ followed by one device token.',
      '路径 {received} 不是 /3/device/ 加一个设备 token 的形式。',
    ],
    ['Use /3/device/<token> without query or trailing slash.', '使用 /3/device/<token>，不带查询参数和结尾斜杠。'],
    ['The path is one of a device push.', '路径符合设备推送的格式。'],
  ),
  check(
    'duplicate-headers',
    from('stated', S.responses),
    ['The header {header} occurs twice.', '请求头 {header} 出现了两次。'],
    ['Send each header once.', '每个请求头只发送一次。'],
    ['No header occurs twice.', '没有重复的请求头。'],
  ),
  check(
    'missing-device-token',
    from('stated', S.responses),
    ['The path {received} ends before the device token.', '路径 {received} 中没有设备 token。'],
    ['Append the device token in hexadecimal.', '在路径后加上十六进制的设备 token。'],
    ['The path names a device token.', '路径中包含设备 token。'],
  ),
  check(
    'bad-message-id',
    from('stated', S.sending, S.responses),
    ['apns-id is “{received}”, which is no UUID.', 'apns-id 为“{received}”，不是 UUID。'],
    ['Send a UUID in the form 8-4-4-4-12, or leave the header out.', '使用 8-4-4-4-12 形式的 UUID，或不发送该请求头。'],
    ['apns-id is a UUID or absent.', 'apns-id 为 UUID 或未提供。'],
  ),
  check(
    'bad-expiration-date',
    from('stated', S.sending, S.responses),
    [
      'apns-expiration is “{received}”; it must be whole seconds since 1970 or 0.',
      'apns-expiration 为“{received}”，应为 1970 年以来的整数秒或 0。',
    ],
    ['Send digits only, for example the current time plus one hour.', '只发送数字，例如当前时间加一小时。'],
    ['apns-expiration is a whole number or absent.', 'apns-expiration 为整数或未提供。'],
  ),
  check(
    'bad-priority',
    from('stated', S.sending, S.responses),
    ['apns-priority is “{received}”; APNs knows 1, 5 and 10.', 'apns-priority 为“{received}”，APNs 只接受 1、5、10。'],
    ['Send 10 for visible pushes, 5 for background pushes.', '可见推送用 10，后台推送用 5。'],
    ['apns-priority is 1, 5, 10 or absent.', 'apns-priority 为 1、5、10 或未提供。'],
  ),
  check(
    'bad-priority-background',
    from('unconfirmed', S.sending),
    [
      'A background push came with priority 10 (the value without the header, too). The strict reading refuses that.',
      '后台推送的优先级为 10（未提供时默认 10），严格模式下拒绝。',
    ],
    ['Send apns-priority: 5.', '发送 apns-priority: 5。'],
  ),
  check(
    'bad-collapse-id',
    from('stated', S.sending, S.responses),
    [
      'apns-collapse-id has {bytes} bytes; {limit} are allowed.',
      'apns-collapse-id 为 {bytes} 字节，上限为 {limit} 字节。',
    ],
    ['Shorten it; letters beyond ASCII count two to four bytes.', '缩短该值；非 ASCII 字符占两到四个字节。'],
    ['apns-collapse-id is short enough or absent.', 'apns-collapse-id 长度符合要求或未提供。'],
  ),
  check(
    'invalid-push-type',
    from('stated', S.sending, S.responses),
    ['apns-push-type is “{received}”, which APNs does not know.', 'apns-push-type 为“{received}”，APNs 不认识。'],
    ['Use alert for visible pushes, background for silent ones.', '可见推送用 alert，静默推送用 background。'],
    ['apns-push-type is known and fits the topic, or is absent.', 'apns-push-type 有效且与主题相符，或未提供。'],
  ),
  check(
    'invalid-push-type-topic',
    from('measured', S.sending, S.responses),
    [
      'apns-push-type is {pushType}, but the topic {topic} ends in {suffix}, which belongs to another type.',
      'apns-push-type 为 {pushType}，但主题 {topic} 以 {suffix} 结尾，属于其他推送类型。',
    ],
    [
      'Send the bundle id as topic, or the push type of that suffix.',
      '以 bundle id 作为主题，或改用该后缀对应的推送类型。',
    ],
  ),
  check(
    'missing-topic',
    from('stated', S.sending, S.responses),
    [
      'With a provider token every push needs apns-topic; it is missing.',
      '使用 provider token 时每条推送都必须带 apns-topic，请求中没有。',
    ],
    ['Send apns-topic with the app’s bundle id.', '发送 apns-topic，值为应用的 bundle id。'],
    ['The topic is known.', '推送主题已确定。'],
  ),
  check(
    'missing-topic-certificate',
    from('stated', S.certificateAuth, S.responses),
    [
      'The certificate lists several topics ({topics}), and apns-topic does not say which.',
      '证书包含多个主题（{topics}），而请求没有用 apns-topic 指明。',
    ],
    ['Send apns-topic with one of them.', '用 apns-topic 指明其中一个。'],
  ),
  check(
    'bad-topic',
    from('unconfirmed', S.responses),
    [
      'apns-topic “{received}” ({bytes} bytes) cannot be a topic: printable ASCII without blanks, at most {limit} bytes.',
      'apns-topic“{received}”（{bytes} 字节）不可能是主题：只能是不含空格的可见 ASCII，最多 {limit} 字节。',
    ],
    ['Send the app’s bundle id.', '发送应用的 bundle id。'],
    ['The topic is well formed.', '主题格式正确。'],
  ),
  check(
    'topic-disallowed',
    from('stated', S.responses, S.keyScopes),
    [
      'The team {team} has no app {bundle}, so its key may not push to the topic {topic}.',
      '团队 {team} 没有应用 {bundle}，其密钥不能推送到主题 {topic}。',
    ],
    ['Send the bundle id of an app of this team.', '使用该团队名下应用的 bundle id。'],
    ['The credential may push to this topic.', '凭证有权推送到该主题。'],
  ),
  check(
    'topic-disallowed-reconnect',
    from('unconfirmed', S.keyScopes),
    [
      'The app {bundle} came to the team {team} after this connection was bound, so the connection does not know it.',
      '应用 {bundle} 是在该连接绑定团队 {team} 之后加入的，连接尚不认识它。',
    ],
    ['Reconnect.', '重新建立连接。'],
  ),
  check(
    'topic-disallowed-key',
    from('unconfirmed', S.keyScopes),
    [
      'Key {keyId} is limited to these topics: {topics}. {topic} is not among them.',
      '密钥 {keyId} 仅限于以下主题：{topics}，不包括 {topic}。',
    ],
    ['Use the key of this topic, or a key of the whole team.', '使用该主题的密钥，或团队级密钥。'],
  ),
  check(
    'topic-disallowed-certificate',
    from('measured', S.certificateAuth, S.responses),
    [
      'The certificate may push to: {topics}. {topic} is not among them.',
      '证书可推送的主题为：{topics}，不包括 {topic}。',
    ],
    ['Use a certificate that lists the topic, or a provider token.', '使用包含该主题的证书，或改用 provider token。'],
  ),
  check(
    'payload-empty',
    from('stated', S.responses),
    ['The request has no body.', '请求没有正文。'],
    ['Send a JSON object, at least {"aps":{}}.', '发送 JSON 对象，至少为 {"aps":{}}。'],
    ['The request has a body.', '请求带有正文。'],
  ),
  check(
    'payload-too-large',
    from('stated', S.generating, S.responses),
    [
      'The body has {bytes} bytes; {limit} are allowed for this push type.',
      '正文为 {bytes} 字节，该推送类型的上限为 {limit} 字节。',
    ],
    ['Shorten texts and app data; the app can fetch the rest.', '缩短文案和自定义数据，其余内容由应用自行拉取。'],
    ['The body is within the limit.', '正文大小在限制之内。'],
  ),
  fact('channel', 'payload-empty-json', from('unconfirmed', S.generating), [
    'The body is a JSON object in UTF-8.',
    '正文是 UTF-8 编码的 JSON 对象。',
  ]),
  check(
    'payload-empty-not-utf8',
    from('unconfirmed', S.generating),
    ['The body is not UTF-8, so there is no payload to read.', '正文不是 UTF-8 编码，无法读取。'],
    ['Encode the JSON in UTF-8, without compression.', '以 UTF-8 编码 JSON，且不要压缩。'],
  ),
  check(
    'payload-empty-not-json',
    from('unconfirmed', S.generating),
    ['The body is not JSON, so there is no payload to read.', '正文不是 JSON，无法读取。'],
    ['Send one JSON object.', '发送一个 JSON 对象。'],
  ),
  check(
    'payload-empty-not-object',
    from('unconfirmed', S.generating),
    ['The body is JSON but not an object.', '正文是 JSON，但不是对象。'],
    ['Send one JSON object with the key aps.', '发送一个包含 aps 的 JSON 对象。'],
  ),
];
