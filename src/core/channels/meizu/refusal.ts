import type { TraceParams } from '../../trace/types.ts';
import type { CheckRuleId } from './rules.ts';

/** An answer other than success: `code` and `message` as they go out, and the rule with what it saw. */
export interface Refusal {
  readonly rule: CheckRuleId;
  readonly code: string;
  readonly message: string;
  readonly params: TraceParams;
}

export const refuse = (rule: CheckRuleId, code: string, message: string, params: TraceParams = {}): Refusal => ({
  rule,
  code,
  message,
  params,
});

/** Meizu's text of 1005, its answer to every value that is not allowed. */
export const BAD_VALUE = '参数错误，请参考API文档';

export const badValue = (rule: CheckRuleId, params: TraceParams): Refusal => refuse(rule, '1005', BAD_VALUE, params);
