import type { Certainty, LocalText, Rule, RuleSource } from '../../trace/types.ts';

/** One sentence: English, Chinese. */
export type Pair = readonly [en: string, zh: string];

interface Basis {
  readonly sources: readonly RuleSource[];
  readonly certainty: Certainty;
}

/** Where a rule comes from and how sure that is. */
export const from = (certainty: Certainty, ...sources: readonly RuleSource[]): Basis => ({ certainty, sources });

const local = ([en, zh]: Pair): LocalText => ({ en, zh });

/** A check of the endpoint: what it says when it refuses, what would fix that, and what it says when it passes. */
export function check(id: string, basis: Basis, stop: Pair, fix: Pair, pass?: Pair): Rule {
  return {
    id: `apns-${id}`,
    stage: 'channel',
    reason: 'vendor-rejected',
    text: { ...(pass && { pass: local(pass) }), stop: local(stop) },
    fix: local(fix),
    ...basis,
  };
}

/** Something that only went well. */
export function fact(stage: Rule['stage'], id: string, basis: Basis, pass: Pair): Rule {
  return { id: `apns-${id}`, stage, text: { pass: local(pass) }, ...basis };
}

/** A remark that does not stop anything. */
export function remark(stage: Rule['stage'], id: string, basis: Basis, note: Pair, fix?: Pair): Rule {
  return { id: `apns-${id}`, stage, text: { note: local(note) }, ...(fix && { fix: local(fix) }), ...basis };
}

/** The phone does not show it. */
export function suppression(id: string, basis: Basis, stop: Pair, fix: Pair): Rule {
  return {
    id: `apns-${id}`,
    stage: 'device',
    reason: 'device-suppressed',
    text: { stop: local(stop) },
    fix: local(fix),
    ...basis,
  };
}
