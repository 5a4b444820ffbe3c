import type { Rule } from '../../trace/types.ts';
import { check, fact, from } from './rule-kit.ts';
import { SOURCES as S } from './sources.ts';

const RETRY: readonly [string, string] = [
  'Try again after 15 minutes or more, with growing pauses.',
  '15 分钟后再试，并逐次延长间隔。',
];

/** The addressed registration, the answer, and what only scripted faults produce. */
export const targetRules: readonly Rule[] = [
  check(
    'bad-device-token',
    from('stated', S.responses),
    ['No phone here has registered the device token {token}.', '这里没有任何手机注册过设备 token {token}。'],
    [
      'Send to a token that a phone of this workspace shows; never repeat a refused one.',
      '使用当前工作区中手机显示的 token；被拒绝的 token 不要重试。',
    ],
    ['A phone here has registered this device token.', '该设备 token 已由这里的手机注册。'],
  ),
  check(
    'bad-device-token-form',
    from('stated', S.responses, S.sending),
    [
      'The device token {token} ({length} characters) is not an even number of hexadecimal digits.',
      '设备 token {token}（{length} 个字符）不是偶数个十六进制数字。',
    ],
    [
      'Write each byte of the token as two hexadecimal digits, without blanks or brackets.',
      '将 token 的每个字节写成两位十六进制数，不带空格和尖括号。',
    ],
  ),
  check(
    'bad-device-token-environment',
    from('measured', S.responses, S.knuff),
    [
      'The device token {token} is of the {tokenEnvironment} environment; the request addresses {environment}.',
      '设备 token {token} 属于 {tokenEnvironment} 环境，而请求的目标是 {environment} 环境。',
    ],
    [
      'Send to the other host: builds run from Xcode have sandbox tokens, TestFlight and App Store builds production ones.',
      '改用另一环境的主机：Xcode 直接运行的应用使用 sandbox token，TestFlight 和 App Store 版本使用 production token。',
    ],
  ),
  check(
    'device-token-not-for-topic',
    from('stated', S.responses),
    [
      'The device token {token} is registered for the topic {tokenTopic}, not for {topic}.',
      '设备 token {token} 注册的主题是 {tokenTopic}，而不是 {topic}。',
    ],
    [
      'Send the topic that the token belongs to, with its suffix for the push type.',
      '使用该 token 所属的主题（含推送类型后缀）。',
    ],
    ['The device token belongs to the topic.', '设备 token 属于该主题。'],
  ),
  check(
    'unregistered',
    from('stated', S.responses),
    [
      'The device token {token} has been inactive for the topic since {since}; the app was deleted or gave it up.',
      '设备 token {token} 自 {since} 起不再有效：应用已卸载或已注销推送。',
    ],
    ['Stop sending to it until the app registers again.', '停止向其推送，直到应用重新注册。'],
    ['The device token is active.', '设备 token 处于有效状态。'],
  ),
  check(
    'expired-token',
    from('stated', S.responses),
    ['The device token {token} expired at {since}.', '设备 token {token} 已于 {since} 过期。'],
    ['Use the token that the app got since.', '使用应用之后获得的新 token。'],
  ),
  check(
    'too-many-requests',
    from('unconfirmed', S.responses),
    [
      'More than {limit} pushes in one second went to the device token {token}.',
      '一秒内发往设备 token {token} 的推送超过 {limit} 条。',
    ],
    [
      'Send less often to one phone, or raise the limit of the workspace.',
      '降低对同一手机的推送频率，或调高工作区的限制。',
    ],
    ['The phone is not pushed to too often.', '对该手机的推送频率正常。'],
  ),
  fact('channel', 'accepted', from('stated', S.responses), [
    'APNs takes the push and answers 200 with the id {id}.',
    'APNs 接受推送，返回 200，推送 id 为 {id}。',
  ]),
  check(
    'answer',
    from('stated', S.responses),
    ['APNs answered {status} with the reason {reason}.', 'APNs 返回 {status}，原因为 {reason}。'],
    ['Look the reason up in the table of APNs answers.', '在 APNs 返回码表中查询该原因。'],
    ['APNs answered 200.', 'APNs 返回 200。'],
  ),
  check(
    'forbidden',
    from('stated', S.responses),
    [
      'APNs says that the action is not allowed. Its trigger is not published.',
      'APNs 表示不允许该操作，触发条件未公开。',
    ],
    ['Do not repeat the request.', '不要重试该请求。'],
  ),
  check(
    'idle-timeout',
    from('stated', S.responses),
    ['The connection was idle for too long, and APNs closed it.', '连接空闲过久，被 APNs 关闭。'],
    ['Reconnect; send a PING now and then to keep a connection.', '重新连接；可定期发送 PING 保持连接。'],
  ),
  check(
    'internal-server-error',
    from('stated', S.responses),
    ['APNs reports an internal error.', 'APNs 报告内部错误。'],
    RETRY,
  ),
  check(
    'service-unavailable',
    from('stated', S.responses),
    ['APNs reports that the service is unavailable.', 'APNs 报告服务不可用。'],
    RETRY,
  ),
  check(
    'shutdown',
    from('stated', S.responses),
    [
      'The APNs server is shutting down and takes no new pushes on this connection.',
      'APNs 服务器正在关闭，该连接不再接收新推送。',
    ],
    ['Reconnect and send again.', '重新连接后再发送。'],
  ),
];
