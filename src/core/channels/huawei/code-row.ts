import type { Certainty } from '../../trace/types.ts';
import type { CheckRuleId } from './rules.ts';

/** Which list a code stands in. */
export type CodeOrigin = 'send' | 'v3' | 'revoke' | 'topic' | 'oauth' | 'nsp' | 'http';

/** What a sender can do about a code. */
export type CodeFix = 'none' | 'retry' | 'request' | 'credentials' | 'slower' | 'console' | 'targets' | 'support';

export interface CodeRow {
  readonly en: string;
  readonly zh: string;
  /** Rule that produces it here; the first of several. null = only scripted faults do. */
  readonly rule: CheckRuleId | null;
  /** What brings it about here, or why nothing does. */
  readonly trigger: readonly [en: string, zh: string];
  readonly fix: CodeFix;
  readonly origin: CodeOrigin;
  /** `stated` when absent. */
  readonly certainty?: Certainty;
  readonly success?: true;
}

/** Rows of one list by their code; which list is said once for all of them. */
export function listed(
  origin: CodeOrigin,
  rows: Readonly<Record<string, Omit<CodeRow, 'origin'>>>,
): Readonly<Record<string, CodeRow>> {
  return Object.fromEntries(Object.entries(rows).map(([code, row]) => [code, { ...row, origin }]));
}

/** A row that no request leads to, and that a later attempt may get past. */
export const scripted = (en: string, zh: string): Omit<CodeRow, 'origin'> => ({
  en,
  zh,
  rule: null,
  trigger: ['Only scripted faults give it.', '只由故障注入产生。'],
  fix: 'retry',
});
