import type { Certainty, RuleSource } from '../../trace/types.ts';
import { COMMON_FIXES, resultCodes } from '../kit/code-table.ts';
import type { Pair } from '../kit/rule-table.ts';
import type { ResultCode } from '../types.ts';
import { CODE_TABLE, type CodeFix, type CodeOrigin } from './code-table.ts';
import { SOURCES as S } from './sources.ts';
import { TRIGGERS } from './triggers.ts';

const FIXES: Readonly<Record<CodeFix, Pair>> = {
  ...COMMON_FIXES,
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

/** Every result code of vivo push that is publicly known, with what brings it about here. */
export const vivoCodes: readonly ResultCode[] = resultCodes(CODE_TABLE, {
  fixes: FIXES,
  origins: ORIGINS,
  triggers: TRIGGERS,
  scripted: ['Given here by scripted faults only.', '此处只会由故障脚本产生。'],
  statuses: { 404: 404, 500: 500 },
});
