import type { TraceParams } from '../../trace/types.ts';
import type { GoogleError } from './answers.ts';
import type { CheckRuleId } from './rules.ts';

/** A refusal of the API front end: the rule with what it saw, and the error that says so on the wire. */
export interface Refusal {
  readonly rule: CheckRuleId;
  readonly params: TraceParams;
  readonly error: GoogleError;
  /** 401 only: was there a credential at all? */
  readonly credentialSent?: boolean;
}

export const refuse = (rule: CheckRuleId, error: GoogleError, params: TraceParams): Refusal => ({
  rule,
  params,
  error,
});
