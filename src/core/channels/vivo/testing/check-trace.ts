import { expect } from 'vitest';
import { androidRules } from '../../../device/android-rules.ts';
import type { Rule, TraceStep } from '../../../trace/types.ts';
import { vivoRules } from '../rules.ts';

export const RULES: ReadonlyMap<string, Rule> = new Map(
  [...vivoRules, ...androidRules].map((rule): [string, Rule] => [rule.id, rule]),
);

/** Every step names a rule that has a sentence for its verdict, and every place of the sentence has a value. */
export function checkTrace(trace: readonly TraceStep[]): void {
  for (const step of trace) {
    const rule = RULES.get(step.rule);
    expect(rule, step.rule).toBeDefined();
    const text = rule?.text[step.verdict];
    expect(text, `${step.rule} ${step.verdict}`).toBeDefined();
    for (const sentence of [text?.en, text?.zh, step.verdict === 'stop' ? rule?.fix?.en : undefined])
      for (const [, place = ''] of (sentence ?? '').matchAll(/\{(\w+)\}/g))
        expect(Object.keys(step.params ?? {}), `${step.rule}: ${sentence}`).toContain(place);
  }
}
