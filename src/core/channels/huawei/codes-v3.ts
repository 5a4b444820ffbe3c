import { listed, scripted } from './code-row.ts';

/** Codes that only the v3 interface gives. */
export const v3Codes = listed('v3', {
  '80000001': scripted('Common internal error', '通用内部错误'),
  '80100022': {
    en: 'Image not verified',
    zh: '图片未通过校验',
    rule: null,
    trigger: ['Pictures are not fetched here; only scripted faults give it.', '此处不下载图片，只由故障注入产生。'],
    fix: 'request',
  },
  '80300029': {
    en: 'Too many test messages',
    zh: '测试消息过多',
    rule: 'huawei-test-quota',
    trigger: ['More test messages in a day than allowed.', '当日测试消息超过上限。'],
    fix: 'slower',
  },
  '80300030': {
    en: 'Too many tokens for a test message',
    zh: '测试消息的 token 过多',
    rule: 'huawei-test-tokens',
    trigger: [
      'A test message of v3 to more than 10 tokens (form update: 1).',
      'v3 测试消息的 token 超过 10 个（卡片更新为 1 个）。',
    ],
    fix: 'request',
  },
  '80300036': {
    en: 'JWT lasts too long',
    zh: 'JWT 有效期过长',
    rule: 'huawei-jwt-period',
    trigger: ['exp lies more than a day after iat.', 'exp 比 iat 晚一天以上。'],
    fix: 'credentials',
  },
  '80300037': {
    en: 'Sending forbidden as a penalty',
    zh: '因处罚禁止发送',
    rule: null,
    trigger: ['Penalties are not emulated; only scripted faults give it.', '未模拟处罚，只由故障注入产生。'],
    fix: 'support',
  },
});

/** Codes of revoking. */
export const revokeCodes = listed('revoke', {
  '80100020': {
    en: 'Revoking: some tokens are unknown',
    zh: '撤回：部分 token 未知',
    rule: 'huawei-revoke-partial',
    trigger: ['Some tokens of a revoke call are unknown.', '撤回请求中的部分 token 未知。'],
    fix: 'targets',
    success: true,
  },
  '80300017': {
    en: 'Revoking: tokens of more than one app',
    zh: '撤回：token 属于多个应用',
    rule: 'huawei-revoke-apps',
    trigger: ['The tokens of a revoke call belong to two apps.', '撤回请求的 token 属于两个应用。'],
    fix: 'targets',
  },
  '80300028': {
    en: 'Revoking: tokens of another app',
    zh: '撤回：token 属于其他应用',
    rule: 'huawei-revoke-mismatch',
    trigger: [
      'All tokens of a revoke call belong to another app than the path.',
      '撤回请求的 token 均不属于路径中的应用。',
    ],
    fix: 'targets',
  },
  '80300032': {
    en: 'No permission to revoke',
    zh: '无权撤回',
    rule: 'huawei-revoke-id',
    trigger: ['A revoke call without notifyId.', '撤回请求缺少 notifyId。'],
    fix: 'request',
  },
});
