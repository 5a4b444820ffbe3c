import type { TraceParams } from '../../trace/types.ts';
import type { CheckRuleId } from './rules.ts';

/** An answer other than success: the code, its English reason, and the rule with what it saw. */
export interface Refusal {
  readonly rule: CheckRuleId;
  readonly code: number;
  readonly reason: string;
  readonly params: TraceParams;
  /** HTTP status; 200 for everything that has a code of the vendor's table. */
  readonly status?: number;
}

export const refuse = (rule: CheckRuleId, code: number, reason: string, params: TraceParams): Refusal => ({
  rule,
  code,
  reason,
  params,
});

/** 10016 with the text that the vendor's sample shows for a missing field. */
export const missing = (rule: CheckRuleId, name: string): Refusal =>
  refuse(rule, 10016, `${name}参数不能为空`, { name, received: '–' });

/**
 * 10017 for a value that is not allowed. `reason` begins with the parameter's name and says `must` in English, as on
 * the wire; `expected` is the same in signs that need no language, for the trace.
 */
export const invalid = (
  rule: CheckRuleId,
  name: string,
  received: string,
  must: string,
  expected: string = must,
): Refusal => refuse(rule, 10017, `${name} must be ${must}`, { name, received, expected });
