import type { Certainty, RuleSource } from '../../trace/types.ts';
import type { Pair } from '../kit/rule-table.ts';
import type { CheckRuleId } from './rules.ts';

export type CodeFix = 'request' | 'target' | 'credentials' | 'project' | 'later' | 'soon' | 'move' | 'none';

/** One documented answer. Answers with the same error code but another body are rows of their own, told by `/…`. */
export interface CodeRow {
  readonly code: string;
  readonly status: number;
  readonly meaning: Pair;
  readonly trigger: Pair;
  readonly fix: CodeFix;
  /** null: only scripted faults give it, for the reason in `trigger`. */
  readonly rule: CheckRuleId | null;
  readonly certainty: Certainty;
  readonly sources: readonly RuleSource[];
}

/** A row, compactly; `[certainty, ...sources]` in the middle. */
export const row = (
  code: string,
  status: number,
  fix: CodeFix,
  rule: CheckRuleId | null,
  [certainty, ...sources]: readonly [Certainty, ...RuleSource[]],
  meaning: Pair,
  trigger: Pair,
): CodeRow => ({ code, status, fix, rule, certainty, sources, meaning, trigger });

/** The trigger of a code that no request leads to, with the reason. */
export const scripted = (en: string, zh: string): Pair => [
  `Given by scripted faults only: ${en}`,
  `仅由故障脚本产生：${zh}`,
];
