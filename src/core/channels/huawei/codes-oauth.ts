import { listed, scripted } from './code-row.ts';

/** `error/sub_error` of the token endpoint. */
export const oauthCodes = listed('oauth', {
  'OAuth 1101/12304': {
    en: 'client_secret wrong',
    zh: 'client_secret 错误',
    rule: 'huawei-oauth-secret',
    trigger: ["The secret is not the app's.", '密钥与应用不符。'],
    fix: 'credentials',
  },
  'OAuth 1101/20002': {
    en: 'client_id malformed',
    zh: 'client_id 格式错误',
    rule: 'huawei-oauth-client-form',
    trigger: ['client_id is not 1 to 64 digits.', 'client_id 不是 1 至 64 位数字。'],
    fix: 'credentials',
  },
  'OAuth 1101/20003': {
    en: 'client_id unknown',
    zh: 'client_id 不存在',
    rule: 'huawei-oauth-client-known',
    trigger: ['No app has this id.', '没有此编号的应用。'],
    fix: 'credentials',
  },
  'OAuth 1101/20171': {
    en: 'client_secret empty',
    zh: 'client_secret 为空',
    rule: 'huawei-oauth-secret-empty',
    trigger: ['client_secret is missing or empty.', 'client_secret 缺失或为空。'],
    fix: 'credentials',
  },
  'OAuth 1101/20172': {
    en: 'client_secret malformed',
    zh: 'client_secret 格式错误',
    rule: 'huawei-oauth-secret-form',
    trigger: ['client_secret has characters that no secret has.', 'client_secret 含有不允许的字符。'],
    fix: 'credentials',
  },
  'OAuth 1101/20173': {
    en: 'client_secret illegal (older list)',
    zh: 'client_secret 非法（旧版列表）',
    rule: null,
    trigger: [
      'Of an older list, never sent by itself; only scripted faults give it.',
      '属于旧版列表，不会主动返回，只由故障注入产生。',
    ],
    fix: 'credentials',
  },
  'OAuth 1101/20182': {
    en: 'grant_type wrong',
    zh: 'grant_type 错误',
    rule: 'huawei-oauth-grant',
    trigger: ['grant_type is not client_credentials.', 'grant_type 不是 client_credentials。'],
    fix: 'credentials',
  },
  'OAuth 1102/20001': {
    en: 'client_id missing',
    zh: '缺少 client_id',
    rule: 'huawei-oauth-client-missing',
    trigger: ['The form has no client_id.', '表单中没有 client_id。'],
    fix: 'credentials',
  },
  'OAuth 1102/20181': {
    en: 'grant_type missing',
    zh: '缺少 grant_type',
    rule: 'huawei-oauth-form',
    trigger: ['The form has no grant_type, or the body is no form.', '表单中没有 grant_type，或请求体不是表单。'],
    fix: 'credentials',
  },
  'OAuth 1203/12303': {
    en: 'client_id not known to the system',
    zh: '系统中没有该 client_id',
    rule: null,
    trigger: [
      'An unknown client gets 1101/20003; only scripted faults give this.',
      '未知 client 返回 1101/20003，此码只由故障注入产生。',
    ],
    fix: 'credentials',
  },
  'OAuth 6': {
    en: 'Token asked for too often (older list)',
    zh: '取 token 过于频繁（旧版列表）',
    rule: 'huawei-oauth-rate',
    trigger: [
      'More token calls in five minutes than the workspace allows, with the older answer switched on.',
      '五分钟内取 token 超过工作区上限，且启用旧版应答。',
    ],
    fix: 'slower',
  },
  'OAuth 500': scripted('Internal error of the token service', 'token 服务内部错误'),
});
