import type { Certainty } from '../../trace/types.ts';
import type { Pair } from '../kit/rule-table.ts';
import type { CheckRuleId } from './rules.ts';

/** What a sender can do about a code. */
export type CodeFix = 'none' | 'retry' | 'request' | 'credentials' | 'token' | 'slower' | 'console' | 'targets';

export interface CodeRow {
  readonly code: number;
  /** `message` of the answer, as the document has it. */
  readonly text: string;
  /** The Java SDK's constant where it differs. */
  readonly sdk?: string;
  readonly meaning: Pair;
  readonly trigger: Pair;
  readonly fix: CodeFix;
  readonly certainty: Certainty;
  /** Rule that produces it here; null = only scripted faults do. */
  readonly rule: CheckRuleId | null;
}

/** Why only scripted faults give a code. */
export const INJECTED: Pair = ['Given here by fault injection only.', '此处只会由故障注入产生。'];

/** A published code that no request leads to. */
export const scripted = (code: number, text: string, fix: CodeFix, meaning: Pair, trigger = INJECTED): CodeRow => ({
  code,
  text,
  meaning,
  trigger,
  fix,
  certainty: 'stated',
  rule: null,
});
