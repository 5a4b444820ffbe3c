import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** What the endpoint tells beside its checks, and the request of the IM side. */
export const otherRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'meizu-accepted',
    pass: ['Meizu took the message as {id}.', '魅族已受理消息，编号 {id}。'],
    certainty: 'stated',
    sources: [S.api],
  },
  {
    id: 'meizu-done',
    pass: ['The call was carried out.', '调用已执行。'],
    certainty: 'stated',
    sources: [S.api],
  },
  {
    id: 'meizu-task-made',
    pass: ['Task {id} was made.', '已创建任务 {id}。'],
    certainty: 'stated',
    sources: [S.api],
  },
  {
    id: 'meizu-timed',
    note: ['The task begins at {due} (China).', '任务将于 {due}（北京时间）开始。'],
    certainty: 'stated',
    sources: [S.api],
  },
  {
    id: 'meizu-display-wait',
    note: [
      'fixDisplay: to be shown from {due} (China) on, so it waits until then; a real phone keeps it itself.',
      'fixDisplay：从 {due}（北京时间）起才显示，在此之前等待；真实环境中由手机保存。',
    ],
    certainty: 'unconfirmed',
    sources: [S.api, S.client],
  },
  {
    id: 'meizu-nobody',
    note: ['Nobody belongs to the audience of the task.', '没有手机属于此任务的目标人群。'],
    certainty: 'inferred',
    sources: [S.api],
  },
  {
    id: 'meizu-sign-encoded',
    note: [
      'This signature was made over URL-encoded values; sign them as they are before encoding.',
      '该签名使用了 URL 编码后的值；应对编码前的原始值签名。',
    ],
    certainty: 'inferred',
    sources: [S.signature, S.javaClient],
  },
  {
    id: 'meizu-sign-plus',
    note: [
      'This signature has a plus where a space arrived: a plus in a form is a space, so send it as %2B.',
      '签名中是加号，而收到的是空格：表单中的加号表示空格，请以 %2B 发送加号。',
    ],
    certainty: 'inferred',
    sources: [S.signature],
  },
  {
    id: 'meizu-sign-json',
    note: [
      'This signature belongs to another spelling of the same JSON: sign exactly the text that is sent.',
      '该签名对应同一 JSON 的另一种写法：必须对实际发送的文本签名。',
    ],
    certainty: 'inferred',
    sources: [S.signature],
  },
  {
    id: 'meizu-sign-joined',
    note: ['This signature has & between the pairs; nothing belongs there.', '该签名在参数之间加了 &，应直接相连。'],
    certainty: 'inferred',
    sources: [S.signature],
  },
  {
    id: 'meizu-sign-app-key',
    note: [
      'This signature was made with the AppKey; the AppSecret belongs there.',
      '该签名使用了 AppKey，应使用 AppSecret。',
    ],
    certainty: 'inferred',
    sources: [S.signature],
  },
  {
    id: 'meizu-sign-other-app',
    note: ['This signature was made with the secret of app {received}.', '该签名使用了应用 {received} 的密钥。'],
    certainty: 'inferred',
    sources: [S.signature],
  },
  {
    id: 'meizu-sign-left-out',
    note: [
      'The signature does not cover {name}: it was added after signing. Every parameter counts, unknown and empty ones too.',
      '签名未包含 {name}：它是签名之后加上的。所有参数都要签名，包括未知的和空的。',
    ],
    certainty: 'inferred',
    sources: [S.signature, S.javaClient],
  },
  {
    id: 'meizu-sign-case',
    note: ['The digits are right but in capitals; send them in lower case.', '签名内容正确但为大写，请使用小写。'],
    certainty: 'unconfirmed',
    sources: [S.signature],
  },
  {
    id: 'meizu-answer-refused',
    stop: ['Meizu answered {code}: {message}.', '魅族返回 {code}：{message}。'],
    fix: ['See what this code means in the list of result codes.', '请在返回码列表中查看其含义。'],
    certainty: 'stated',
    sources: [S.api],
  },
  {
    id: 'meizu-answer-targets',
    stop: [
      'Meizu answered 200, but lists the target under {code}: it gets nothing.',
      '魅族返回 200，但把目标列在 {code} 下：该目标不会收到消息。',
    ],
    fix: ['See what this key means in the list of result codes.', '请在返回码列表中查看该键的含义。'],
    certainty: 'stated',
    sources: [S.api, S.trace],
  },
  {
    id: 'meizu-answer-unreadable',
    stop: [
      "This is no answer of Meizu's (HTTP {status}): {received}.",
      '这不是魅族的响应（HTTP {status}）：{received}。',
    ],
    fix: ['Check host, port and proxy between sender and vendor.', '请检查发送方与厂商之间的主机、端口和代理。'],
    certainty: 'inferred',
    sources: [S.javaClient],
  },
  {
    id: 'meizu-build-click',
    note: [
      'Tencent does not publish its request: a tap opens the app (clickType 0), as the console does unless told otherwise.',
      '腾讯未公开其请求：点击打开应用（clickType 0），与控制台的默认设置一致。',
    ],
    certainty: 'inferred',
    sources: [S.tencentMeizu, S.api],
  },
  {
    id: 'meizu-build-ext',
    note: [
      'ext travels as clickTypeInfo.parameters.ext, since apps read it from the extra "ext".',
      'ext 放在 clickTypeInfo.parameters.ext 中，因为应用从名为 “ext” 的 extra 中读取。',
    ],
    certainty: 'inferred',
    sources: [S.tencentExt, S.api],
  },
  {
    id: 'meizu-build-life',
    note: [
      'IM keeps a message for 7 days; Meizu keeps one for 72 hours at most, so validTime is 72.',
      'IM 保留消息 7 天，魅族最多保留 72 小时，因此 validTime 为 72。',
    ],
    certainty: 'inferred',
    sources: [S.tencentMeizu, S.api],
  },
  {
    id: 'meizu-build-length',
    note: [
      '{field} has {received} characters and Meizu takes {limit}; it is sent uncut, and Meizu answers.',
      '{field} 有 {received} 个字符，魅族上限为 {limit}；原样发送，由魅族答复。',
    ],
    certainty: 'unconfirmed',
    sources: [S.api, S.tencentMeizu],
  },
  {
    id: 'meizu-build-no-app',
    note: [
      'No Meizu app has the package {package}; the request cannot be signed.',
      '没有包名为 {package} 的魅族应用，请求无法签名。',
    ],
    certainty: 'inferred',
    sources: [S.api],
  },
]);
