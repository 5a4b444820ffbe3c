import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** The request of Tencent IM's server, and how it reads the answer. */
export const buildRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'fcm-build-address',
    note: [
      'IM sends an HTTP v1 message for project {project}; Tencent does not publish the request.',
      'IM 以 HTTP v1 向项目 {project} 发送消息；腾讯未公开该请求。',
    ],
    certainty: 'inferred',
    sources: [S.tencent, S.send],
  },
  {
    id: 'fcm-build-ext',
    note: [
      'ext goes into the data key ext, where apps read it as an intent extra.',
      'ext 放入 data 的 ext 键，应用从 intent extra 中读取。',
    ],
    certainty: 'inferred',
    sources: [S.tencentExt, S.message],
  },
  {
    id: 'fcm-build-life',
    note: [
      'FCM is asked to keep the push for {days} days with high priority.',
      '请求 FCM 以高优先级保留推送 {days} 天。',
    ],
    certainty: 'unconfirmed',
    sources: [S.tencentExt, S.lifespan],
  },
  {
    id: 'fcm-build-no-project',
    note: [
      'No project is known for {package}, so FCM will refuse the request.',
      '没有与 {package} 对应的项目，FCM 将拒绝该请求。',
    ],
    fix: ["Enter the project's service account in the credentials.", '请在凭据中填写项目的服务账号。'],
    certainty: 'inferred',
    sources: [S.tencent],
  },
  {
    id: 'fcm-build-no-account',
    note: [
      'There is no usable service account for {package}, so no access token can be obtained.',
      '没有可用于 {package} 的服务账号，无法获取访问令牌。',
    ],
    fix: ["Enter the project's service account in the credentials.", '请在凭据中填写项目的服务账号。'],
    certainty: 'inferred',
    sources: [S.tencent],
  },
  {
    id: 'fcm-taken',
    pass: ['FCM took the push as {id}.', 'FCM 接受了推送，编号 {id}。'],
    certainty: 'stated',
    sources: [S.send],
  },
  {
    id: 'fcm-answer-refused',
    stop: ['FCM refused the push: {code} {status}, {reason}', 'FCM 拒绝了推送：{code} {status}，{reason}'],
    fix: [
      'Look at the request in the traffic list: its last check says why.',
      '请在流量列表中查看该请求，最后一项检查说明了原因。',
    ],
    certainty: 'stated',
    sources: [S.errorCode, S.errorGuide],
  },
  {
    id: 'fcm-token-refused',
    stop: [
      'Google gave no access token, so nothing was sent: {code} {status}, {reason}',
      'Google 未签发访问令牌，因此没有发送：{code} {status}，{reason}',
    ],
    fix: [
      "Enter the project's service account in the credentials, with its key.",
      '请在凭据中填写项目的服务账号及其密钥。',
    ],
    certainty: 'stated',
    sources: [S.serviceAccounts],
  },
  {
    id: 'fcm-answer-unreadable',
    stop: ['The answer ({status}) is not what FCM sends: {received}', '应答（{status}）不是 FCM 的形式：{received}'],
    fix: ['See which server answered.', '请确认应答来自哪个服务器。'],
    certainty: 'inferred',
    sources: [S.send],
  },
]);
