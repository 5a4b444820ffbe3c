import type { Certainty, LocalText, ReasonCode, Rule, RuleSource, Stage, Verdict } from '../../trace/types.ts';

/** English and Chinese of one sentence. */
export type Pair = readonly [en: string, zh: string];

export interface RuleEntry<Id extends string> {
  readonly id: Id;
  readonly pass?: Pair;
  readonly stop?: Pair;
  readonly note?: Pair;
  readonly fix?: Pair;
  readonly certainty: Certainty;
  readonly sources: readonly RuleSource[];
  /** Where it is another than the table's. */
  readonly reason?: ReasonCode;
}

export const localText = ([en, zh]: Pair): LocalText => ({ en, zh });

/** Turns compact entries into rules of one stage; what they stop has `reason`. null: each stop is its own reason. */
export function ruleTable<const Id extends string>(
  stage: Stage,
  reason: ReasonCode | null,
  entries: readonly RuleEntry<Id>[],
): readonly (Rule & { readonly id: Id })[] {
  return entries.map((entry) => {
    const text: Partial<Record<Verdict, LocalText>> = {};
    const why = entry.reason ?? reason;
    if (entry.pass) text.pass = localText(entry.pass);
    if (entry.stop) text.stop = localText(entry.stop);
    if (entry.note) text.note = localText(entry.note);
    return {
      id: entry.id,
      stage,
      text,
      ...(entry.fix ? { fix: localText(entry.fix) } : {}),
      sources: entry.sources,
      certainty: entry.certainty,
      ...(entry.stop && why ? { reason: why } : {}),
    };
  });
}
