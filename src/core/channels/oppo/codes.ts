import type { RuleSource } from '../../trace/types.ts';
import { COMMON_FIXES } from '../kit/code-table.ts';
import { localText, type Pair } from '../kit/rule-table.ts';
import type { ResultCode } from '../types.ts';
import type { CodeFix, CodeRow } from './code-row.ts';
import { CODE_TABLE } from './code-table.ts';
import { SOURCES as S } from './sources.ts';

const FIXES: Readonly<Record<CodeFix, Pair>> = {
  ...COMMON_FIXES,
  credentials: ['Check AppKey and MasterSecret.', '请核对 AppKey 与 MasterSecret。'],
  token: ['Fetch a new token and repeat the call once.', '请重新获取 token 并重试一次。'],
  console: ["Check the app's rights in OPPO's console.", '请在 OPPO 控制台检查应用权限。'],
  targets: ['Remove or renew the ids that were named.', '请删除或更新所列的 id。'],
};

/** Codes that stand in other lists than the vendor's document. */
const ORIGINS: Readonly<Record<number, readonly RuleSource[]>> = {
  [-3]: [S.javaSdk],
  42: [S.getui],
  54: [S.classes],
  69: [S.getui],
};

const resultCode = (row: CodeRow): ResultCode => ({
  code: String(row.code),
  httpStatus: row.code === 20 ? 404 : 200,
  meaning: localText(row.meaning),
  trigger: localText(row.trigger),
  fix: localText(FIXES[row.fix]),
  sources: ORIGINS[row.code] ?? [S.codes, S.pdf],
  certainty: row.certainty,
  rule: row.rule,
  ...(row.code === 0 ? { success: true } : {}),
});

/** Every result code of OPPO push that is publicly known, with what brings it about here. */
export const oppoCodes: readonly ResultCode[] = CODE_TABLE.map(resultCode);
