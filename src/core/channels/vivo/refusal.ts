import type { TraceParams } from '../../trace/types.ts';
import type { CheckRuleId } from './rules.ts';

/** An answer other than success: the code with its text, and the rule with what it saw. */
export interface Refusal {
  readonly rule: CheckRuleId;
  /** `result` of the answer; 404 and 500 are HTTP statuses with plain text. */
  readonly code: number;
  /** Text of the answer; the one of the code's row when absent. */
  readonly desc?: string;
  readonly params: TraceParams;
  /** Further members of the answer. */
  readonly more?: Readonly<Record<string, unknown>>;
}

export const refuse = (rule: CheckRuleId, code: number, params: TraceParams, desc?: string): Refusal =>
  desc === undefined ? { rule, code, params } : { rule, code, params, desc };

/** What a trace shows for an absent value. */
export const NOTHING = '–';
