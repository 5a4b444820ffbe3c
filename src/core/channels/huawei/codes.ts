import { defaultProfile } from '../../profile.ts';
import type { RuleSource } from '../../trace/types.ts';
import { COMMON_FIXES } from '../kit/code-table.ts';
import { localText, type Pair } from '../kit/rule-table.ts';
import type { ResultCode } from '../types.ts';
import { codeAnswer } from './answers.ts';
import type { CodeFix, CodeOrigin, CodeRow } from './code-row.ts';
import { CODE_TABLE } from './code-table.ts';
import { SOURCES as S } from './sources.ts';

const FIXES: Readonly<Record<CodeFix, Pair>> = {
  ...COMMON_FIXES,
  credentials: [
    'Check id, secret or key, and fetch a new access token or sign a new JWT.',
    '请核对编号、密钥，并重新获取 access token 或重新签发 JWT。',
  ],
  console: ["Check the app's rights and settings in Huawei's console.", '请在华为控制台检查应用的权限和设置。'],
  targets: ['Remove or renew the tokens that were named.', '请删除或更新请求中的 token。'],
  support: ["Ask Huawei's support.", '请联系华为客服。'],
};

const SOURCES: Readonly<Record<CodeOrigin, readonly RuleSource[]>> = {
  send: [S.sendApi],
  v3: [S.v3Answer],
  revoke: [S.v3Revoke],
  topic: [S.sendApi, S.topicApi],
  oauth: [S.oauthErrors],
  nsp: [S.oldCodes, S.nspList],
  http: [S.sendApi, S.oldCodes],
};

const FRAME = { requestId: '', profile: defaultProfile, legacy: false };

const resultCode = ([code, row]: readonly [string, CodeRow]): ResultCode => ({
  code,
  httpStatus: codeAnswer(code, '', FRAME).status,
  meaning: { en: row.en, zh: row.zh },
  trigger: localText(row.trigger),
  fix: localText(FIXES[row.fix]),
  sources: SOURCES[row.origin],
  certainty: row.certainty ?? 'stated',
  rule: row.rule,
  ...(row.success === true ? { success: true } : {}),
});

/** Every documented result code of Huawei push, with what brings it about here. */
export const huaweiCodes: readonly ResultCode[] = Object.entries(CODE_TABLE).map(resultCode);
