import type { LocalText } from '../../trace/types.ts';
import type { ResultCode } from '../types.ts';
import { ruleOfReason } from './answer.ts';
import { REASON_STATUS, type Reason } from './refusal.ts';
import type { Pair } from './rule-kit.ts';
import { rules } from './rules.ts';

/** What a reason means, and when Pushpit gives it. `scripted`: no rule gives it, only faults that the user sets up. */
interface Row {
  readonly meaning: Pair;
  readonly trigger: Pair;
  readonly scripted?: true;
}

const BY_USER: Pair = ['Only when the user sets this fault up.', '仅在用户设置该故障时返回。'];

const ROWS: Readonly<Record<Reason, Row>> = {
  BadChannelId: {
    meaning: ['The channel’s id is bad.', '频道 id 无效。'],
    trigger: ['apns-channel-id is no Base64.', 'apns-channel-id 不是 Base64。'],
  },
  BadRequestParams: {
    meaning: ['The body has an attribute that is not known.', '正文含有未知属性。'],
    trigger: [
      'Creating a channel with an attribute beside message-storage-policy and push-type.',
      '创建频道时出现 message-storage-policy 和 push-type 以外的属性。',
    ],
  },
  BadRequestPayload: {
    meaning: ['The body cannot be read.', '正文无法解析。'],
    trigger: ['Creating a channel with a body that is no JSON object.', '创建频道时正文不是 JSON 对象。'],
  },
  CannotCreateChannelConfig: {
    meaning: ['The app has as many channels as it may have.', '应用的频道数已达上限。'],
    trigger: ['10,000 channels in the environment.', '该环境中已有 10,000 个频道。'],
  },
  ChannelNotRegistered: {
    meaning: ['There is no such channel.', '频道不存在。'],
    trigger: [
      'The channel was not created for this app and environment, or was deleted.',
      '频道未在该应用和环境中创建，或已被删除。',
    ],
  },
  FeatureNotEnabled: {
    meaning: ['Broadcasting is not switched on for the app.', '应用未启用广播。'],
    trigger: ['The workspace’s switch for broadcasting is off.', '工作区的广播开关已关闭。'],
  },
  MissingChannelId: {
    meaning: ['The channel is not named.', '未指明频道。'],
    trigger: [
      'No apns-channel-id when a channel is read, deleted or sent to.',
      '读取、删除频道或向其推送时没有 apns-channel-id。',
    ],
  },
  MissingChannelQueueSize: {
    meaning: ['The storage policy is missing or invalid (undocumented).', '保留策略缺失或无效（文档未列）。'],
    trigger: ['message-storage-policy is not 0 or 1.', 'message-storage-policy 不是 0 或 1。'],
  },
  MissingPushType: {
    meaning: ['The push type is missing.', '缺少推送类型。'],
    trigger: [
      'No apns-push-type with a broadcast, or no push-type when a channel is created.',
      '广播没有 apns-push-type，或创建频道时没有 push-type。',
    ],
  },
  TopicMismatch: {
    meaning: ['The certificate is not the app’s.', '证书不属于该应用。'],
    trigger: [
      'The path of a call about channels names an app that the certificate does not list.',
      '频道接口路径中的应用不在证书中。',
    ],
  },
  BadCollapseId: {
    meaning: ['The collapse id is too long.', '折叠标识过长。'],
    trigger: ['apns-collapse-id has more than 64 bytes.', 'apns-collapse-id 超过 64 字节。'],
  },
  BadDeviceToken: {
    meaning: ['The device token is bad or belongs to the other environment.', '设备 token 无效，或属于另一环境。'],
    trigger: [
      'The token is not hexadecimal, not registered here, or registered in the other environment.',
      'token 不是十六进制、未在这里注册，或注册于另一环境。',
    ],
  },
  BadExpirationDate: {
    meaning: ['The expiration is not a time.', '过期时间无效。'],
    trigger: ['apns-expiration is not 1 to 19 digits.', 'apns-expiration 不是 1 至 19 位数字。'],
  },
  BadMessageId: {
    meaning: ['The push’s id is bad.', '推送 id 无效。'],
    trigger: ['apns-id is no UUID in the form 8-4-4-4-12.', 'apns-id 不是 8-4-4-4-12 形式的 UUID。'],
  },
  BadPriority: {
    meaning: ['The priority is bad.', '优先级无效。'],
    trigger: [
      'apns-priority is not 1, 5 or 10; with the strict switch also a background push with 10.',
      'apns-priority 不是 1、5、10；开启严格开关时，后台推送使用 10 也会返回。',
    ],
  },
  BadTopic: {
    meaning: ['The topic is bad.', '主题无效。'],
    trigger: [
      'apns-topic is over 255 bytes or holds something other than printable ASCII.',
      'apns-topic 超过 255 字节，或含有可见 ASCII 以外的字符。',
    ],
  },
  DeviceTokenNotForTopic: {
    meaning: ['The device token does not match the topic.', '设备 token 与主题不符。'],
    trigger: ['The token is registered for another topic.', 'token 注册的是另一个主题。'],
  },
  DuplicateHeaders: {
    meaning: ['A header was sent more than once.', '请求头重复。'],
    trigger: ['Any header occurs twice.', '任意请求头出现两次。'],
  },
  IdleTimeout: {
    meaning: ['The connection was idle for too long.', '连接空闲过久。'],
    trigger: [
      'As GOAWAY after the idle time that the workspace sets; off by default.',
      '工作区设置的空闲时间到后以 GOAWAY 发送，默认关闭。',
    ],
    scripted: true,
  },
  InvalidPushType: {
    meaning: ['The push type is invalid.', '推送类型无效。'],
    trigger: [
      'apns-push-type is unknown, or does not fit the suffix of the topic.',
      'apns-push-type 未知，或与主题后缀不符。',
    ],
  },
  MissingDeviceToken: {
    meaning: ['The path names no device token.', '路径中没有设备 token。'],
    trigger: ['The path is /3/device or /3/device/.', '路径为 /3/device 或 /3/device/。'],
  },
  MissingTopic: {
    meaning: ['The topic is missing although it is required.', '缺少必需的主题。'],
    trigger: [
      'No apns-topic with a provider token, or with a certificate of several topics.',
      '使用 provider token 或多主题证书而没有 apns-topic。',
    ],
  },
  PayloadEmpty: {
    meaning: ['There is no payload.', '没有负载。'],
    trigger: ['The body is empty or no JSON object in UTF-8.', '正文为空，或不是 UTF-8 的 JSON 对象。'],
  },
  TopicDisallowed: {
    meaning: ['Pushing to this topic is not allowed.', '不允许推送到该主题。'],
    trigger: [
      'The topic belongs neither to the key’s team (or list) nor to the certificate.',
      '主题不属于密钥的团队或列表，也不在证书中。',
    ],
  },
  BadCertificate: {
    meaning: ['The client certificate is bad.', '客户端证书无效。'],
    trigger: [
      'Outside its dates, marked as revoked, or without topic. Sent as GOAWAY.',
      '不在有效期内、被标记为吊销或没有主题。以 GOAWAY 发送。',
    ],
  },
  BadCertificateEnvironment: {
    meaning: ['The client certificate is for the other environment.', '客户端证书属于另一环境。'],
    trigger: [
      'The certificate lacks the environment of the address. Sent as GOAWAY.',
      '证书不含所连环境。以 GOAWAY 发送。',
    ],
  },
  ExpiredProviderToken: {
    meaning: ['The provider token is stale.', 'provider token 已过期。'],
    trigger: ['iat is more than an hour old.', 'iat 距今超过一小时。'],
  },
  Forbidden: {
    meaning: ['The action is not allowed.', '不允许该操作。'],
    trigger: BY_USER,
    scripted: true,
  },
  InvalidProviderToken: {
    meaning: ['The provider token is not valid.', 'provider token 无效。'],
    trigger: [
      'The JWT cannot be read, has another algorithm, an unknown key, a wrong signature or team, or is of a second team on the connection.',
      'JWT 无法解析、算法不符、密钥未知、签名或团队有误，或连接已绑定另一团队。',
    ],
  },
  MissingProviderToken: {
    meaning: [
      'There is neither a client certificate nor a provider token.',
      '既没有客户端证书，也没有 provider token。',
    ],
    trigger: ['No authorization header with bearer and a token.', '没有带 bearer token 的 authorization 头。'],
  },
  UnrelatedKeyIdInToken: {
    meaning: [
      'The key is not related to the one of the connection’s first push.',
      '密钥与连接首条推送所用的密钥无关联。',
    ],
    trigger: [
      'A team key after a topic key, the reverse, or a key with other topics.',
      '主题密钥之后使用团队密钥或相反，或使用另一组主题的密钥。',
    ],
  },
  BadEnvironmentKeyIdInToken: {
    meaning: [
      'The key is for the other environment (spelling of the documentation).',
      '密钥属于另一环境（文档中的拼写）。',
    ],
    trigger: [
      'As BadEnvironmentKeyInToken, when the workspace chooses this spelling.',
      '同 BadEnvironmentKeyInToken，由工作区选择此拼写。',
    ],
  },
  BadEnvironmentKeyInToken: {
    meaning: ['The key is for the other environment (spelling on the wire).', '密钥属于另一环境（实际返回的拼写）。'],
    trigger: ['The key lacks the environment of the address.', '密钥不含所连环境。'],
  },
  BadPath: {
    meaning: ['The path is bad.', '路径无效。'],
    trigger: [
      'The path is neither /3/device/ and one segment nor one of the broadcast channels, or the host does not serve it.',
      '路径既不是 /3/device/ 加一段，也不属于广播频道接口，或该主机不提供此路径。',
    ],
  },
  MethodNotAllowed: {
    meaning: ['The path does not take this method.', '该路径不接受此请求方法。'],
    trigger: [
      'Any method but POST; GET and DELETE are for channels only.',
      'POST 以外的任何方法；GET 和 DELETE 只用于频道。',
    ],
  },
  ExpiredToken: {
    meaning: ['The device token has expired.', '设备 token 已过期。'],
    trigger: ['The registration is in the state expired.', '该注册处于已过期状态。'],
  },
  Unregistered: {
    meaning: ['The device token is no longer active for the topic.', '设备 token 对该主题已失效。'],
    trigger: ['The app was removed or gave its registration up.', '应用被卸载或注销了推送。'],
  },
  PayloadTooLarge: {
    meaning: ['The payload is too large.', '负载过大。'],
    trigger: ['More than 4096 bytes, 5120 for VoIP and broadcasts.', '超过 4096 字节，VoIP 和广播为 5120 字节。'],
  },
  TooManyProviderTokenUpdates: {
    meaning: ['The provider token changes too often.', 'provider token 更换过于频繁。'],
    trigger: [
      'A second change of the token on one connection within 20 minutes.',
      '同一连接 20 分钟内第二次更换 token。',
    ],
  },
  TooManyRequests: {
    meaning: ['Too many pushes to one device token.', '对同一设备 token 推送过多。'],
    trigger: ['More per second than the workspace allows; off by default.', '每秒推送数超过工作区的限制，默认关闭。'],
  },
  InternalServerError: {
    meaning: ['An internal error of APNs.', 'APNs 内部错误。'],
    trigger: BY_USER,
    scripted: true,
  },
  ServiceUnavailable: {
    meaning: ['APNs is not available.', 'APNs 不可用。'],
    trigger: BY_USER,
    scripted: true,
  },
  Shutdown: {
    meaning: ['The APNs server is shutting down.', 'APNs 服务器正在关闭。'],
    trigger: BY_USER,
    scripted: true,
  },
};

const local = ([en, zh]: Pair): LocalText => ({ en, zh });

function toCode(reason: Reason): ResultCode {
  const id = ruleOfReason(reason);
  const rule = rules.find((one) => one.id === id);
  const { meaning, trigger, scripted } = ROWS[reason];
  return {
    code: reason,
    httpStatus: REASON_STATUS[reason],
    meaning: local(meaning),
    trigger: local(trigger),
    fix: rule?.fix ?? local(['', '']),
    sources: rule?.sources ?? [],
    certainty: rule?.certainty ?? 'unconfirmed',
    rule: scripted ? null : id,
  };
}

/** Every reason that APNs documents for device pushes and broadcast channels, and those known from the wire only. */
export const codes: readonly ResultCode[] = (Object.keys(ROWS) as Reason[]).map(toCode);
