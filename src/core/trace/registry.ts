import type { LocalText, Rule } from './types.ts';

export interface RuleRegistry {
  get(id: string): Rule | undefined;
  /** In the order of registration. */
  all(): readonly Rule[];
}

/** A place in a sentence: `{name}`. Other braces, as in quoted JSON, are plain text. */
export const PLACE = /\{([a-zA-Z][a-zA-Z0-9]*)\}/g;

/** Names of the places in a sentence, sorted, each once. */
export function placesOf(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(PLACE), (match) => match[1] ?? ''))].sort();
}

/**
 * Joins the rules of all rooms. Throws on what is a mistake in the tables: an id twice or not in kebab case, a rule
 * without a sentence or source, a sentence missing in one language, or one whose places differ between the languages.
 */
export function createRuleRegistry(ruleLists: readonly (readonly Rule[])[]): RuleRegistry {
  const rules = new Map<string, Rule>();
  for (const rule of ruleLists.flat()) {
    if (rules.has(rule.id)) throw new Error(`Rule "${rule.id}" is registered twice.`);
    check(rule);
    rules.set(rule.id, rule);
  }
  const all = [...rules.values()];
  return { get: (id) => rules.get(id), all: () => all };
}

function check(rule: Rule): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(rule.id)) throw new Error(`Rule id "${rule.id}" is not kebab case.`);
  if (rule.sources.length === 0) throw new Error(`Rule "${rule.id}" names no source.`);
  const sentences = Object.entries(rule.text);
  if (sentences.length === 0) throw new Error(`Rule "${rule.id}" has no sentence.`);
  for (const [verdict, text] of sentences) checkText(`${rule.id}, ${verdict}`, text);
  if (rule.fix !== undefined) checkText(`${rule.id}, fix`, rule.fix);
}

function checkText(where: string, text: LocalText): void {
  if (text.en.trim() === '' || text.zh.trim() === '') throw new Error(`Rule ${where}: a language has no sentence.`);
  const [en, zh] = [placesOf(text.en).join(', '), placesOf(text.zh).join(', ')];
  if (en !== zh) throw new Error(`Rule ${where}: places differ, English has {${en}}, Chinese has {${zh}}.`);
}
