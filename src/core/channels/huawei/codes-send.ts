import { listed, scripted } from './code-row.ts';

/** Codes of the send interfaces, old and v1. */
export const sendCodes = listed('send', {
  '80000000': {
    en: 'Accepted',
    zh: '已接受',
    rule: 'huawei-accepted',
    trigger: ['Every addressed registration can be sent to, or a topic was named.', '所有目标均有效，或按主题发送。'],
    fix: 'none',
    success: true,
  },
  '80100000': {
    en: 'Some tokens are bad',
    zh: '部分 token 无效',
    rule: 'huawei-partial',
    trigger: ['Some of the tokens are unknown, of another app, or gone.', '部分 token 未知、属于其他应用或已失效。'],
    fix: 'targets',
    success: true,
  },
  '80100001': {
    en: 'Some parameter is wrong',
    zh: '参数错误',
    rule: 'huawei-body-json',
    trigger: [
      'The body is no JSON object, a member has another form, targets of two kinds; old interface: nsp_svc, nsp_ctx, device_token_list or payload missing.',
      '请求体不是 JSON 对象、成员形式不符、指定了多种目标；旧版接口中 nsp_svc、nsp_ctx、device_token_list 或 payload 有误。',
    ],
    fix: 'request',
  },
  '80100002': {
    en: 'Token count must be 1 for a synchronous message; in older servers of the old interface: every token failed',
    zh: '同步消息的 token 数必须为 1；旧版接口的早期服务器中表示所有 token 失败',
    rule: 'huawei-tokens',
    trigger: [
      'Old interface with every token bad, while the workspace is switched to the older servers.',
      '旧版接口所有 token 均无效，且工作区设为早期服务器。',
    ],
    fix: 'targets',
    certainty: 'unconfirmed',
  },
  '80100003': {
    en: 'Structure or value of the message is wrong',
    zh: '消息结构或取值错误',
    rule: 'huawei-value',
    trigger: [
      'A member is missing, out of range, or no allowed value; the text names it.',
      '成员缺失、超出范围或取值不被允许，文本中给出成员名。',
    ],
    fix: 'request',
  },
  '80100004': {
    en: 'Life of the message is wrong',
    zh: '有效期错误',
    rule: 'huawei-ttl',
    trigger: [
      'ttl over 15 days or unreadable; old interface: expire_time unreadable or past.',
      'ttl 超过 15 天或无法解析；旧版接口 expire_time 无法解析或已过去。',
    ],
    fix: 'request',
  },
  '80100013': {
    en: 'collapse_key out of range',
    zh: 'collapse_key 超出范围',
    rule: 'huawei-collapse-key',
    trigger: ['collapse_key is not within -1 to 100.', 'collapse_key 不在 -1 至 100 之内。'],
    fix: 'request',
  },
  '80100016': {
    en: 'A sensitive word',
    zh: '含敏感词',
    rule: null,
    trigger: [
      'Only for words that Huawei forbids; none are known here, so only scripted faults give it.',
      '仅针对华为禁用的词语；此处没有词表，只由故障注入产生。',
    ],
    fix: 'request',
  },
  '80100017': {
    en: 'More than 100 topic tasks at once',
    zh: '同时进行的主题任务超过 100 个',
    rule: null,
    trigger: [
      'Topic sends are carried out at once here, so tasks never pile up; only scripted faults give it.',
      '此处按主题的发送立即完成，不会积压任务，只由故障注入产生。',
    ],
    fix: 'slower',
  },
  '80100018': {
    en: 'Signature in review invalid',
    zh: 'review 签名无效',
    rule: null,
    trigger: ['review is never checked here; only scripted faults give it.', '此处不校验 review，只由故障注入产生。'],
    fix: 'request',
  },
  '80200001': {
    en: 'Authentication failed',
    zh: '认证失败',
    rule: 'huawei-authorization',
    trigger: [
      'Authorization missing, access token unknown or of another app, JWT not in order.',
      '缺少 Authorization、access token 未知或属于其他应用、JWT 有误。',
    ],
    fix: 'credentials',
  },
  '80200003': {
    en: 'Access token expired',
    zh: 'access token 过期',
    rule: 'huawei-token-life',
    trigger: [
      'The access token is past its hour, ended by a newer one, or holds characters that no token has.',
      'access token 已过期、被新 token 取代，或含有不应出现的字符。',
    ],
    fix: 'credentials',
  },
  '80200005': {
    en: 'JWT expired',
    zh: 'JWT 过期',
    rule: 'huawei-jwt-expired',
    trigger: ['exp of the JWT lies in the past.', 'JWT 的 exp 已过去。'],
    fix: 'credentials',
  },
  '80300002': {
    en: 'No permission to send to these tokens',
    zh: '无权向这些 token 发送',
    rule: 'huawei-push-enabled',
    trigger: [
      'Push is not switched on for the app; old interface: nsp_ctx names another app than the access token.',
      '应用未开通推送；旧版接口中 nsp_ctx 的应用与 access token 不一致。',
    ],
    fix: 'console',
  },
  '80300007': {
    en: 'Every token is bad',
    zh: '所有 token 无效',
    rule: 'huawei-tokens',
    trigger: ['No token of the request can be sent to.', '请求中没有可发送的 token。'],
    fix: 'targets',
  },
  '80300008': {
    en: 'Message too long',
    zh: '消息过长',
    rule: 'huawei-size',
    trigger: ['More than 4096 bytes without the tokens.', '除 token 外超过 4096 字节。'],
    fix: 'request',
  },
  '80300010': {
    en: 'Wrong number of tokens',
    zh: 'token 数量错误',
    rule: 'huawei-token-count',
    trigger: [
      'No token or more than 1000, or message is misspelt or misplaced.',
      '没有 token 或超过 1000 个，或 message 拼写、位置有误。',
    ],
    fix: 'request',
  },
  '80300011': {
    en: 'No right to send data messages of HIGH urgency',
    zh: '无权发送高优先级透传消息',
    rule: 'huawei-high-right',
    trigger: ['A data message of HIGH urgency without the right.', '没有权限却发送 HIGH 透传消息。'],
    fix: 'console',
  },
  '80300013': {
    en: 'Receipt address wrong or unknown',
    zh: '回执地址错误或未知',
    rule: 'huawei-receipt-id',
    trigger: ['receipt_id names no receipt address of the app.', 'receipt_id 不是该应用的回执地址编号。'],
    fix: 'console',
  },
  '80600003': {
    en: 'OAuth service not reachable',
    zh: 'OAuth 服务不可用',
    rule: null,
    trigger: [
      'The token service never fails here; only scripted faults give it.',
      '此处 token 服务不会出错，只由故障注入产生。',
    ],
    fix: 'retry',
  },
  '81000001': scripted('Internal error', '内部错误'),
});
