import { COMMON_FIXES } from '../kit/code-table.ts';
import { localText, type Pair } from '../kit/rule-table.ts';
import type { ResultCode } from '../types.ts';
import type { CodeFix } from './code-row.ts';
import { CODE_TABLE } from './code-table.ts';

const FIXES: Readonly<Record<CodeFix, Pair>> = {
  none: COMMON_FIXES.none,
  request: COMMON_FIXES.request,
  target: [
    'Delete the registration on your server; the app will report a new one.',
    '请在服务器上删除该注册；应用会上报新的注册。',
  ],
  credentials: [
    'Use the service account of this project and a fresh access token.',
    '请使用该项目的服务账号和新的访问令牌。',
  ],
  project: ["Check the project's settings and roles in the console.", '请在控制台核对项目的设置和角色。'],
  later: ['Wait at least a minute, or as long as Retry-After says.', '请至少等待一分钟，或按 Retry-After 等待。'],
  soon: [
    'Try again with growing pauses, the first at least 10 seconds, or as Retry-After says.',
    '请以递增的间隔重试，首次至少 10 秒，或按 Retry-After 等待。',
  ],
  move: ['Move to HTTP v1.', '请迁移到 HTTP v1。'],
};

/** Every documented answer of Google's endpoints that is no success. */
export const fcmCodes: readonly ResultCode[] = CODE_TABLE.map((row) => ({
  code: row.code,
  httpStatus: row.status,
  meaning: localText(row.meaning),
  trigger: localText(row.trigger),
  fix: localText(FIXES[row.fix]),
  sources: row.sources,
  certainty: row.certainty,
  rule: row.rule,
}));
