import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

const PLATFORM = [S.oldCodes, S.nspList];
const SEND = [S.oldSend, S.pushHuawei];

/** What the old interface `pushsend.do` checks, in the order of the checks. */
export const legacyRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'huawei-nsp-method',
    stop: ['The call came with {received}; the platform takes POST only.', '请求方法为 {received}，平台只接受 POST。'],
    fix: ['Send the form with POST.', '请使用 POST 提交表单。'],
    certainty: 'stated',
    sources: PLATFORM,
  },
  {
    id: 'huawei-nsp-parameters',
    stop: ['{name} is missing or not a number ({received}).', '{name} 缺失或不是数字（{received}）。'],
    fix: [
      'Send access_token, nsp_svc and nsp_ts (whole seconds) as form fields.',
      '请以表单字段提交 access_token、nsp_svc 和 nsp_ts（整数秒）。',
    ],
    certainty: 'stated',
    sources: PLATFORM,
  },
  {
    id: 'huawei-nsp-time',
    stop: [
      'nsp_ts is {received}, it is {now}: more than 300 seconds apart.',
      'nsp_ts 为 {received}，当前为 {now}，相差超过 300 秒。',
    ],
    fix: ['Send the present Unix time in seconds.', '请发送当前的 Unix 秒级时间。'],
    certainty: 'stated',
    sources: PLATFORM,
  },
  {
    id: 'huawei-nsp-token',
    stop: [
      'The access token {received} was not issued here, or is damaged.',
      'access token {received} 不是在此签发的，或已损坏。',
    ],
    fix: [
      'Take the token out of the answer with a JSON parser and encode it for the form.',
      '请用 JSON 解析器取出 token，并做表单编码。',
    ],
    certainty: 'stated',
    sources: PLATFORM,
  },
  {
    id: 'huawei-nsp-token-life',
    stop: ['The access token expired at {received}.', 'access token 已于 {received} 过期。'],
    fix: ['Fetch a new access token and repeat the call.', '请重新获取 access token 后重发。'],
    certainty: 'stated',
    sources: PLATFORM,
  },
  {
    id: 'huawei-nsp-token-ended',
    stop: ['The access token of app {app} was revoked early.', '应用 {app} 的 access token 已被提前终止。'],
    fix: ['Fetch a new access token and repeat the call.', '请重新获取 access token 后重发。'],
    certainty: 'stated',
    sources: PLATFORM,
  },
  {
    id: 'huawei-nsp-service',
    stop: ['nsp_svc is {received} instead of {expected}.', 'nsp_svc 为 {received}，应为 {expected}。'],
    fix: ['Use nsp_svc={expected}.', '请使用 nsp_svc={expected}。'],
    certainty: 'stated',
    sources: SEND,
  },
  {
    id: 'huawei-nsp-context',
    stop: ['nsp_ctx is missing or names no app: {received}.', 'nsp_ctx 缺失或未指明应用：{received}。'],
    fix: [
      'Append ?nsp_ctx= with the URL-encoded JSON {"ver":"1","appId":"<App ID>"}.',
      '请在地址后附加 ?nsp_ctx=，值为 URL 编码的 JSON {"ver":"1","appId":"<App ID>"}。',
    ],
    certainty: 'stated',
    sources: SEND,
  },
  {
    id: 'huawei-nsp-app',
    stop: [
      'nsp_ctx names app {received}, the access token is of {expected}.',
      'nsp_ctx 中的应用为 {received}，而 access token 属于 {expected}。',
    ],
    fix: ['Use the app id for which the token was issued.', '请使用签发 token 时的 App ID。'],
    certainty: 'stated',
    sources: SEND,
  },
  {
    id: 'huawei-device-list',
    stop: [
      'device_token_list is not a JSON list of 1 to {limit} strings: {received}.',
      'device_token_list 不是含 1 至 {limit} 个字符串的 JSON 列表：{received}。',
    ],
    fix: ['Send the list as JSON text, e.g. ["token"].', '请以 JSON 文本形式发送，例如 ["token"]。'],
    certainty: 'stated',
    sources: SEND,
  },
  {
    id: 'huawei-legacy-payload-needed',
    stop: ['The form has no payload ({received}).', '表单中没有 payload（{received}）。'],
    fix: ['Send the message as JSON text in the field payload.', '请在 payload 字段中以 JSON 文本发送消息。'],
    certainty: 'stated',
    sources: SEND,
  },
  {
    id: 'huawei-legacy-payload',
    stop: ['{name} is {received}; needed: {expected}.', '{name} 的值为 {received}，要求：{expected}。'],
    fix: [
      'A notification needs hps.msg.type 3 with body.title and body.content; a transparent message type 1.',
      '通知栏消息需要 hps.msg.type 为 3 并填写 body.title、body.content；透传消息 type 为 1。',
    ],
    certainty: 'stated',
    sources: [S.oldSend, S.oldGuide],
  },
  {
    id: 'huawei-expire-time',
    stop: [
      'expire_time is {received}: not a valid time, or in the past.',
      'expire_time 为 {received}，格式不对或已过去。',
    ],
    fix: [
      'Write YYYY-MM-DDTHH:mm, in China time unless an offset follows.',
      '请写成 YYYY-MM-DDTHH:mm；不带时区时按北京时间。',
    ],
    certainty: 'stated',
    sources: SEND,
  },
]);
