import type { Certainty, RuleSource } from '../../trace/types.ts';
import { localText, type Pair } from '../kit/rule-table.ts';
import type { ResultCode } from '../types.ts';
import { CODE_TABLE, type CodeFix, type CodeOrigin, type CodeRow } from './code-table.ts';
import { SOURCES as S } from './sources.ts';
import { TRIGGERS } from './triggers.ts';

const FIXES: Readonly<Record<CodeFix, Pair>> = {
  none: ['Nothing to do.', '无需处理。'],
  retry: ['Send again later with growing pauses.', '请稍后以递增的间隔重试。'],
  request: ['Correct the request; sending it again unchanged will fail again.', '请修正请求；原样重发仍会失败。'],
  credentials: [
    'Check appId, appKey, appSecret and the clock, and fetch a new token.',
    '请核对 appId、appKey、appSecret 与时钟，并重新获取 token。',
  ],
  slower: ['Send less often; keep the token.', '请降低频率，并缓存 token。'],
  tomorrow: ['Stop for today; vivo lowers the quota of those who go on.', '请当日停止推送，否则 vivo 会降低额度。'],
  console: ["Check the app's state and switches in vivo's console.", '请在 vivo 控制台检查应用状态和开关。'],
  targets: [
    'Delete the ids that were named, and take those that the app reports.',
    '请删除所列 id，并使用应用上报的新 id。',
  ],
  unknown: ['Belongs to an interface that is not published.', '属于未公开的接口。'],
};

const ORIGINS: Readonly<
  Record<CodeOrigin, { readonly sources: readonly RuleSource[]; readonly certainty: Certainty }>
> = {
  sdk: { sources: [S.oldJavaSdk, S.errorCodes], certainty: 'stated' },
  document: { sources: [S.oldApi, S.liveCards, S.tagsApi], certainty: 'stated' },
  aggregator: { sources: [S.errorCodes, S.getui], certainty: 'stated' },
  clients: { sources: [S.goClient], certainty: 'inferred' },
  hearsay: { sources: [S.getui], certainty: 'unconfirmed' },
};

const STATUS: Readonly<Record<number, number>> = { 404: 404, 500: 500 };

function resultCode(row: CodeRow): ResultCode {
  const origin = ORIGINS[row.origin];
  const injected: Pair = ['Given here by scripted faults only.', '此处只会由故障脚本产生。'];
  return {
    code: String(row.code),
    httpStatus: STATUS[row.code] ?? 200,
    meaning: { en: row.en, zh: row.zh },
    trigger: localText(TRIGGERS[row.code] ?? injected),
    fix: localText(FIXES[row.fix]),
    sources: origin.sources,
    certainty: origin.certainty,
    rule: row.rule ?? null,
    ...(row.code === 0 ? { success: true } : {}),
  };
}

/** Every result code of vivo push that is publicly known, with what brings it about here. */
export const vivoCodes: readonly ResultCode[] = CODE_TABLE.map(resultCode);
