import { requestsPerSecond, type Switches } from '../kit/switches.ts';

/** Readings of APNs that no public text settles. */
export const apnsSwitches = {
  strictStreams: {
    kind: 'flag',
    default: false,
    text: {
      en: 'A token connection may open one stream until its first accepted push.',
      zh: '令牌认证的连接在首条推送被接受之前只能打开一个流。',
    },
  },
  strictBackground: {
    kind: 'flag',
    default: false,
    text: {
      en: 'Refuse background pushes with priority 10 (BadPriority).',
      zh: '拒绝优先级为 10 的后台推送（BadPriority）。',
    },
  },
  environmentKeyReason: {
    kind: 'choice',
    default: 'BadEnvironmentKeyInToken',
    text: {
      en: 'Reason for a signing key of the other environment.',
      zh: '签名密钥属于另一环境时返回的原因。',
    },
    options: [
      {
        value: 'BadEnvironmentKeyInToken',
        text: { en: 'BadEnvironmentKeyInToken (seen on the wire)', zh: 'BadEnvironmentKeyInToken（实际抓到）' },
      },
      {
        value: 'BadEnvironmentKeyIdInToken',
        text: { en: 'BadEnvironmentKeyIdInToken (documentation)', zh: 'BadEnvironmentKeyIdInToken（文档所写）' },
      },
    ],
  },
  strictTokenUpdates: {
    kind: 'flag',
    default: false,
    text: {
      en: 'After TooManyProviderTokenUpdates, refuse every push on the connection for 20 minutes.',
      zh: '出现 TooManyProviderTokenUpdates 后，该连接 20 分钟内的推送全部拒绝。',
    },
  },
  broadcast: {
    kind: 'flag',
    default: true,
    text: {
      en: 'Apps may broadcast to channels (otherwise FeatureNotEnabled).',
      zh: '应用可以向频道广播（关闭时返回 FeatureNotEnabled）。',
    },
  },
  requestsPerSecond: requestsPerSecond(
    'Pushes per second to one device token, beyond which TooManyRequests is given; 0 = no limit.',
    '每个设备令牌每秒的推送数，超出返回 TooManyRequests；0 表示不限。',
  ),
  addressEnvironment: {
    kind: 'choice',
    default: 'either',
    text: {
      en: 'Environment of connections to an address that names none.',
      zh: '连接地址未指明环境时按哪个环境处理。',
    },
    options: [
      { value: 'either', text: { en: 'Whichever fits the device token', zh: '以设备令牌为准' } },
      { value: 'production', text: { en: 'Production', zh: '生产' } },
      { value: 'sandbox', text: { en: 'Sandbox', zh: '沙盒' } },
    ],
  },
  idleTimeoutMs: {
    kind: 'amount',
    default: 0,
    min: 0,
    max: 86_400_000,
    text: {
      en: 'Close connections that were idle for this many milliseconds (IdleTimeout); 0 = never.',
      zh: '连接空闲超过该毫秒数即关闭（IdleTimeout）；0 表示不关闭。',
    },
  },
} as const satisfies Switches;
