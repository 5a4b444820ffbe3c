import type { TraceParams } from '../../trace/types.ts';
import { shorten } from '../kit/steps.ts';
import type { CheckRuleId } from './rules.ts';

/** An answer other than success: the code, and the rule with what it saw. */
export interface Refusal {
  readonly rule: CheckRuleId;
  readonly code: number;
  readonly params: TraceParams;
  /** A text more specific than the code's. */
  readonly text?: string;
}

export const refuse = (rule: CheckRuleId, code: number, params: TraceParams = {}): Refusal => ({ rule, code, params });

/** 40: something required is missing. */
export const missing = (name: string): Refusal => refuse('oppo-argument-required', 40, { name });

/** 41: a value that is not allowed. `expected` is written in signs that need no language. */
export const invalid = (name: string, received: string, expected: string): Refusal =>
  refuse('oppo-argument-value', 41, { name, received: shorten(received), expected });

/** 41: text that should be JSON of a kind (`{}` or `[]`) and is not. */
export const notJson = (name: string, received: string, expected: '{}' | '[]'): Refusal =>
  refuse('oppo-json', 41, { name, received: shorten(received), expected });
