import { expect } from 'vitest';
import type { Channel } from '../channels/types.ts';
import { androidRules } from '../device/android-rules.ts';
import { deviceRules } from '../device/rules.ts';
import { fill } from '../trace/explain.ts';
import type { Rule, TraceStep } from '../trace/types.ts';
import type { VendorWorld } from './vendor-world.ts';

type Rules = ReadonlyMap<string, Rule>;

/** Rules that a channel and its phones may name, by id. */
export const rulesAround = (channel: Pick<Channel, 'rules'>): Rules =>
  new Map([...channel.rules, ...androidRules, ...deviceRules].map((rule) => [rule.id, rule]));

const PLACE = /\{([a-zA-Z]\w*)\}/g;

/** Every step names a rule that has a sentence for its verdict, and every place of the sentences has a value. */
export function checkTrace(rules: Rules, trace: readonly TraceStep[]): void {
  for (const { rule: id, verdict, params = {} } of trace) {
    const rule = rules.get(id);
    const text = rule?.text[verdict];
    expect(text, `${id} ${verdict}`).toBeDefined();
    const fix = verdict === 'stop' ? rule?.fix : undefined;
    const sentences = [text?.en, text?.zh, fix?.en, fix?.zh].filter((sentence) => sentence !== undefined);
    for (const sentence of sentences) {
      const empty = [...sentence.matchAll(PLACE)].filter(([, place = '']) => !Object.hasOwn(params, place));
      expect(empty, `${id}: ${sentence}`).toEqual([]);
      expect(fill(sentence, params)).toBeTypeOf('string');
    }
  }
}

/** What the phones did since the last look: traces in order, shown with a notification, suppressed with a cause. */
export function checkPhones(rules: Rules, world: Pick<VendorWorld, 'presentations'>): void {
  for (const { trace, notification, result, cause } of world.presentations.splice(0)) {
    checkTrace(rules, trace);
    expect(notification !== null).toBe(result === 'shown');
    expect(cause !== null).toBe(result === 'suppressed');
  }
}
