import type { CheckRuleId } from './rules.ts';

/** What a sender can do about a code. */
export type CodeFix = 'none' | 'retry' | 'request' | 'credentials' | 'slower' | 'console' | 'targets' | 'redirect';

/** Which list a code was read in; `seen`: in an answer that somebody published. */
export type CodeOrigin = 'official' | 'sdk' | 'seen';

export interface CodeRow {
  /** `code` of an answer, or after `value.` a key under which a successful answer lists targets. */
  readonly code: string;
  /** The vendor's text, which answers carry as `message`. */
  readonly zh: string;
  readonly en: string;
  readonly origin: CodeOrigin;
  readonly fix: CodeFix;
  /** Rule that produces it here; null = only fault injection does. */
  readonly rule: CheckRuleId | null;
  /** What brings it about here, or why nothing does. */
  readonly trigger: readonly [en: string, zh: string];
}

const INJECTED = [
  'A failure inside Meizu; given here by fault injection only.',
  '魅族内部故障；此处只会由故障注入产生。',
] as const;

/** Every documented result code: those of answers, then those of targets inside a successful answer. */
export const CODE_TABLE: readonly CodeRow[] = [
  {
    code: '200',
    zh: '正常',
    en: 'Success; bad targets are listed in value all the same',
    origin: 'official',
    fix: 'none',
    rule: 'meizu-accepted',
    trigger: ['The call was carried out, even if every target was bad.', '调用已执行，即使所有目标都无效。'],
  },
  {
    code: '300',
    zh: '使用redirect',
    en: 'Use the address in redirect',
    origin: 'official',
    fix: 'redirect',
    rule: null,
    trigger: [
      'Only mentioned in the description of the frame; given here by fault injection only.',
      '仅在响应格式说明中提到；此处只会由故障注入产生。',
    ],
  },
  {
    code: '500',
    zh: '其他异常',
    en: 'Other error; message says which',
    origin: 'seen',
    fix: 'request',
    rule: 'meizu-content-present',
    trigger: [
      'Title or text is missing, dates of statistics are in the wrong order or too far apart, or a task that has ended is cancelled; message says which.',
      '缺少标题或内容、统计日期先后颠倒或间隔过长、取消已结束的任务；具体见 message。',
    ],
  },
  { code: '1001', zh: '系统错误', en: 'System error', origin: 'official', fix: 'retry', rule: null, trigger: INJECTED },
  { code: '1003', zh: '服务器忙', en: 'Server busy', origin: 'official', fix: 'retry', rule: null, trigger: INJECTED },
  {
    code: '1005',
    zh: '参数错误，请参考API文档',
    en: 'Wrong parameter, see the API document',
    origin: 'official',
    fix: 'request',
    rule: 'meizu-json-value',
    trigger: [
      'A value is too long or not allowed, messageJson is no object, there are too many targets, or the body is too large; the trace names it.',
      '取值过长或不被允许、messageJson 不是对象、目标过多或请求体过大；跟踪中指出具体项。',
    ],
  },
  {
    code: '1006',
    zh: '签名认证失败',
    en: 'Signature not accepted',
    origin: 'seen',
    fix: 'credentials',
    rule: 'meizu-sign',
    trigger: ['sign is missing or does not fit the parameters received.', '缺少 sign，或与收到的参数不符。'],
  },
  {
    code: '110000',
    zh: 'appId不合法',
    en: 'Illegal appId',
    origin: 'official',
    fix: 'credentials',
    rule: 'meizu-app-known',
    trigger: ['No app has this appId.', '没有此 appId 的应用。'],
  },
  {
    code: '110001',
    zh: 'appKey不合法',
    en: 'Illegal appKey',
    origin: 'official',
    fix: 'credentials',
    rule: null,
    trigger: [
      'No interface takes an appKey; given here by fault injection only.',
      '没有接口使用 appKey；此处只会由故障注入产生。',
    ],
  },
  {
    code: '110002',
    zh: 'pushId未注册',
    en: 'pushId not registered',
    origin: 'official',
    fix: 'targets',
    rule: 'meizu-push-id-registered',
    trigger: [
      'A subscription call for a pushId that is not registered with the app. Sends list it in value instead.',
      '订阅接口中的 pushId 未在该应用下注册；推送接口则列在 value 中。',
    ],
  },
  {
    code: '110003',
    zh: 'pushId非法',
    en: 'Illegal pushId',
    origin: 'official',
    fix: 'targets',
    rule: 'meizu-push-id-form',
    trigger: [
      'A subscription call for a text that cannot be a pushId. Sends list it in value instead.',
      '订阅接口中的值不可能是 pushId；推送接口则列在 value 中。',
    ],
  },
  {
    code: '110004',
    zh: '参数不能为空',
    en: 'A parameter must not be empty',
    origin: 'official',
    fix: 'request',
    rule: 'meizu-parameters',
    trigger: [
      'appId or a parameter that the interface needs is missing or empty.',
      '缺少 appId 或接口所需的参数，或其值为空。',
    ],
  },
  {
    code: '110009',
    zh: '应用被加入黑名单',
    en: 'The app is on the blacklist',
    origin: 'official',
    fix: 'console',
    rule: 'meizu-blacklist',
    trigger: ['The app is marked as blacklisted in the credentials.', '凭据中该应用被标记为黑名单。'],
  },
  {
    code: '110010',
    zh: '应用请求频率超过限制',
    en: 'The app sends too fast',
    origin: 'official',
    fix: 'slower',
    rule: 'meizu-rate',
    trigger: [
      'More requests in one second than the workspace allows. As a key of value the same number means a switched-off pushId.',
      '一秒内的请求数超过工作区设定的上限。同一数字作为 value 的键时表示 pushId 开关已关。',
    ],
  },
  {
    code: '110019',
    zh: '超过该应用每天推送次数限制',
    en: 'The sends of the day are used up',
    origin: 'official',
    fix: 'slower',
    rule: 'meizu-day-total',
    trigger: ['More sends in a day than the workspace allows.', '一天内的推送次数超过工作区设定的上限。'],
  },
  {
    code: '110031',
    zh: 'packageName不合法',
    en: 'Illegal package name',
    origin: 'official',
    fix: 'request',
    rule: 'meizu-packages',
    trigger: [
      'restrictedPackageNames names a package of another app.',
      'restrictedPackageNames 中有不属于该应用的包名。',
    ],
  },
  {
    code: '110032',
    zh: '非法的taskId',
    en: 'Illegal taskId',
    origin: 'official',
    fix: 'request',
    rule: 'meizu-task-known',
    trigger: ['The task is unknown, of another app, or of another kind.', '任务不存在、属于其他应用或类型不符。'],
  },
  {
    code: '110033',
    zh: '非法的appSecret',
    en: 'Illegal appSecret',
    origin: 'official',
    fix: 'credentials',
    rule: null,
    trigger: [
      'No interface takes a secret; given here by fault injection only.',
      '没有接口直接使用密钥；此处只会由故障注入产生。',
    ],
  },
  {
    code: '110051',
    zh: '超过该应用的次数限制',
    en: 'A limit of the app is exceeded',
    origin: 'official',
    fix: 'slower',
    rule: null,
    trigger: [
      'What it limits is not public; given here by fault injection only.',
      '所限制的内容未公开；此处只会由故障注入产生。',
    ],
  },
  {
    code: '110053',
    zh: '透传超过限制',
    en: 'Pass-through is over its limit',
    origin: 'seen',
    fix: 'request',
    rule: 'meizu-pass-through',
    trigger: ['A pass-through message, unless the workspace allows them.', '透传消息，除非工作区允许。'],
  },
  {
    code: 'value.201',
    zh: '没有权限，服务器主动拒绝',
    en: 'No permission, refused by the server',
    origin: 'sdk',
    fix: 'console',
    rule: null,
    trigger: INJECTED,
  },
  {
    code: 'value.501',
    zh: '推送消息失败（db_error）',
    en: 'The push failed (database)',
    origin: 'sdk',
    fix: 'retry',
    rule: null,
    trigger: INJECTED,
  },
  {
    code: 'value.513',
    zh: '推送消息失败',
    en: 'The push failed',
    origin: 'sdk',
    fix: 'retry',
    rule: null,
    trigger: INJECTED,
  },
  {
    code: 'value.518',
    zh: '推送超过配置的速率',
    en: 'Over the configured rate',
    origin: 'sdk',
    fix: 'slower',
    rule: null,
    trigger: INJECTED,
  },
  {
    code: 'value.519',
    zh: '推送消息失败服务过载',
    en: 'The push failed, the service is overloaded',
    origin: 'sdk',
    fix: 'retry',
    rule: null,
    trigger: INJECTED,
  },
  {
    code: 'value.520',
    zh: '消息折叠',
    en: 'Folded: too many messages of the app to one phone',
    origin: 'official',
    fix: 'slower',
    rule: 'meizu-folded',
    trigger: [
      'More messages to one phone within a minute than the workspace allows.',
      '一分钟内发给同一手机的消息超过工作区设定的上限。',
    ],
  },
  {
    code: 'value.110002',
    zh: 'pushId失效(pushId未订阅)',
    en: 'pushId no longer registered',
    origin: 'official',
    fix: 'targets',
    rule: 'meizu-push-id-registered',
    trigger: ['A pushId of the send is not registered with the app.', '推送的 pushId 未在该应用下注册。'],
  },
  {
    code: 'value.110003',
    zh: 'pushId非法',
    en: 'Malformed pushId',
    origin: 'official',
    fix: 'targets',
    rule: 'meizu-push-id-form',
    trigger: ['A value of pushIds cannot be a pushId.', 'pushIds 中的值不可能是 pushId。'],
  },
  {
    code: 'value.110005',
    zh: 'alias失效(alias未订阅或者消息开关关闭)',
    en: 'Alias unknown or switched off',
    origin: 'seen',
    fix: 'targets',
    rule: 'meizu-alias-known',
    trigger: [
      'Nobody has the alias, or only phones with the switch off.',
      '没有手机订阅该别名，或其消息开关都已关闭。',
    ],
  },
  {
    code: 'value.110010',
    zh: 'pushId失效(消息开关关闭)',
    en: 'The message switch of the pushId is off',
    origin: 'official',
    fix: 'targets',
    rule: 'meizu-switch-on',
    trigger: [
      'The switch was set to 0 with changeRegisterSwitch or changeAllSwitch.',
      '开关已由 changeRegisterSwitch 或 changeAllSwitch 设为 0。',
    ],
  },
  {
    code: 'value.110011',
    zh: '单日公信消息数超过限制',
    en: "The phone's public messages of the day are used up",
    origin: 'official',
    fix: 'slower',
    rule: 'meizu-public-limit',
    trigger: [
      'More public messages to one phone in a day than the workspace allows.',
      '一天内发给同一手机的公信消息超过工作区设定的上限。',
    ],
  },
];

export const codeRow = (code: string): CodeRow | undefined => CODE_TABLE.find((row) => row.code === code);
