import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** How the IM side's own request is made, and how it reads the answer. */
export const otherRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'vivo-answer-refused',
    stop: ['vivo answered {code}: {description}', 'vivo 返回 {code}：{description}'],
    fix: ['See the list of result codes.', '请查阅错误码列表。'],
    certainty: 'stated',
    sources: [S.errorCodes],
  },
  {
    id: 'vivo-answer-unreadable',
    stop: [
      'The answer (HTTP {status}) is none of vivo: {received}',
      '应答（HTTP {status}）不是 vivo 的格式：{received}',
    ],
    fix: ['Check that the host leads to vivo or to Pushpit.', '请检查主机名是否指向 vivo 或 Pushpit。'],
    certainty: 'inferred',
    sources: [S.javaSdk],
  },
  {
    id: 'vivo-build-ext',
    note: [
      'ext travels as clientCustomMap.ext, where apps read it after a tap; Tencent does not publish the request.',
      'ext 放在 clientCustomMap.ext 中，应用点击后由此读取；腾讯未公开该请求。',
    ],
    certainty: 'inferred',
    sources: [S.tencentExt, S.serverApi],
  },
  {
    id: 'vivo-build-life',
    note: [
      'timeToLive is {value} s: IM keeps offline messages for seven days.',
      'timeToLive 为 {value} 秒：IM 离线消息保留七天。',
    ],
    certainty: 'inferred',
    sources: [S.tencentVivo, S.serverApi],
  },
  {
    id: 'vivo-build-life-cut',
    note: [
      'timeToLive is {value} s, the most that the edition set in the workspace takes: IM itself would keep the message for {life} s.',
      'timeToLive 为 {value} 秒，即工作区所选接口版本允许的最大值；IM 自身会保留 {life} 秒。',
    ],
    certainty: 'inferred',
    sources: [S.tencentVivo, S.serverApi],
  },
  {
    id: 'vivo-build-class',
    note: [
      'classification 1 (system), notifyType 4 and skipType 1 (opens the app) are taken, as Tencent names them as defaults.',
      '采用腾讯所述默认值：classification 1（系统消息）、notifyType 4、skipType 1（打开应用）。',
    ],
    certainty: 'inferred',
    sources: [S.tencentVivo, S.serverApi],
  },
  {
    id: 'vivo-build-length',
    note: [
      'The {name} has {received} characters, more than the {limit} of vivo. IM passes it on uncut, so vivo decides.',
      '{name} 有 {received} 个字符，超过 vivo 的 {limit}。IM 不截断，由 vivo 判定。',
    ],
    fix: [
      'Shorten it; newer IM servers cut such texts and end them with three dots.',
      '请缩短；较新的 IM 服务器会截断并以省略号结尾。',
    ],
    certainty: 'inferred',
    sources: [S.tencentVivo],
  },
  {
    id: 'vivo-build-no-app',
    note: ['The credentials know no vivo app with the package {package}.', '凭据中没有包名为 {package} 的 vivo 应用。'],
    fix: ['Add the app to the credentials.', '请在凭据中添加该应用。'],
    certainty: 'stated',
    sources: [S.tencentVivo],
  },
]);
