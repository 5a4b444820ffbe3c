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
  foregroundAnswer: {
    kind: 'choice',
    default: 'nothing',
    text: {
      en: 'What the app in the foreground answers to willPresent.',
      zh: '应用在前台时对 willPresent 的回应。',
    },
    options: [
      { value: 'nothing', text: { en: 'Nothing: the system shows nothing', zh: '不作处理：系统不显示' } },
      { value: 'everything', text: { en: 'Banner, list, sound and badge', zh: '横幅、列表、声音和角标' } },
      { value: 'list', text: { en: 'List and badge', zh: '列表和角标' } },
      { value: 'sound', text: { en: 'Sound and badge', zh: '声音和角标' } },
    ],
  },
  backgroundPerHour: {
    kind: 'amount',
    default: 3,
    min: 0,
    max: 20,
    text: {
      en: 'Background pushes per hour that may wake one app; the phone holds the newest of the rest. 0 = no limit.',
      zh: '每小时可唤醒同一应用的后台推送数，超出部分手机只保留最新一条；0 表示不限。',
    },
  },
  powerDeferral: {
    kind: 'choice',
    default: 'screenOff',
    text: {
      en: 'When pushes with priority 5 or 1 wait for a phone that saves power.',
      zh: '手机省电时，优先级为 5 或 1 的推送何时等待。',
    },
    options: [
      { value: 'screenOff', text: { en: 'While its screen is off', zh: '屏幕关闭期间' } },
      { value: 'saving', text: { en: 'Until it stops saving power', zh: '直到退出省电模式' } },
      { value: 'never', text: { en: 'Never', zh: '从不等待' } },
    ],
  },
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
