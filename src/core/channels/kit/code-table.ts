import type { Certainty, RuleSource } from '../../trace/types.ts';
import type { ResultCode } from '../types.ts';
import { localText, type Pair } from './rule-table.ts';

/** Advice that is the same with every vendor. */
export const COMMON_FIXES = {
  none: ['Nothing to do.', '无需处理。'],
  retry: ['Send again later with growing pauses.', '请稍后以递增的间隔重试。'],
  request: ['Correct the request; sending it again unchanged will fail again.', '请修正请求；原样重发仍会失败。'],
  slower: ['Send less often, or wait until the limit starts anew.', '请降低频率，或等待限额重新计算。'],
} as const satisfies Readonly<Record<string, Pair>>;

/** A code of one of a vendor's lists. */
export interface ListedCode<Origin extends string, Fix extends string, Id extends string> {
  readonly code: number;
  /** The vendor's own text. */
  readonly zh: string;
  readonly en: string;
  /** Where code and text were read. */
  readonly origin: Origin;
  readonly fix: Fix;
  /** Rule that produces it here; absent = only scripted faults do. */
  readonly rule?: Id;
}

/** Writes the rows of one list: code, Chinese, English, advice, rule. */
export const listedIn =
  <Origin extends string, Fix extends string, Id extends string>(origin: Origin) =>
  (code: number, zh: string, en: string, fix: Fix, rule?: Id): ListedCode<Origin, Fix, Id> =>
    rule ? { code, zh, en, origin, fix, rule } : { code, zh, en, origin, fix };

/** What the rows of a vendor's table leave out because many share it. */
export interface CodeReading<Origin extends string, Fix extends string> {
  readonly fixes: Readonly<Record<Fix, Pair>>;
  readonly origins: Readonly<
    Record<Origin, { readonly sources: readonly RuleSource[]; readonly certainty: Certainty }>
  >;
  /** What brings a code about here. */
  readonly triggers: Readonly<Record<number, Pair>>;
  /** The same for codes that only scripted faults give. */
  readonly scripted: Pair;
  /** HTTP statuses other than 200. */
  readonly statuses: Readonly<Record<number, number>>;
}

/** The documentation of a table's codes; 0 is success. */
export const resultCodes = <Origin extends string, Fix extends string>(
  rows: readonly ListedCode<Origin, Fix, string>[],
  { fixes, origins, triggers, scripted, statuses }: CodeReading<Origin, Fix>,
): readonly ResultCode[] =>
  rows.map((row) => ({
    code: String(row.code),
    httpStatus: statuses[row.code] ?? 200,
    meaning: { en: row.en, zh: row.zh },
    trigger: localText(triggers[row.code] ?? scripted),
    fix: localText(fixes[row.fix]),
    sources: origins[row.origin].sources,
    certainty: origins[row.origin].certainty,
    rule: row.rule ?? null,
    ...(row.code === 0 ? { success: true } : {}),
  }));
