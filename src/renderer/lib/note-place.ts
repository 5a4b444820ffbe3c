import type { TraceStepView } from '../../core/views.ts';

/**
 * Which of the given keys (members of a body, header names) a note speaks of: the one that its params name, else the
 * one that its rule's id names (`apns-lint-badge-type` → `badge`, `xiaomi-notify-id-wide` → `notify_id`), else an
 * identifier such as `time_to_live` that its sentence names. Null: none.
 */
export function noteKey(step: TraceStepView, keys: readonly string[]): string | null {
  const named = Object.values(step.params ?? {});
  const direct = keys.find((key) => named.includes(key));
  if (direct !== undefined) return direct;
  return byRule(step.rule.split('-'), keys) ?? bySentence(step.texts.en, keys);
}

function bySentence(sentence: string, keys: readonly string[]): string | null {
  const words = sentence.split(/[^\w.-]+/).map((word) => word.replace(/[.-]+$/, ''));
  return keys.find((key) => /[_.-]/.test(key) && words.includes(key)) ?? null;
}

function byRule(words: readonly string[], keys: readonly string[]): string | null {
  let best: string | null = null;
  for (const key of keys) {
    const parts = key.toLowerCase().split(/[-_.]/);
    const named = parts[0] === words[0] ? parts.slice(1) : parts;
    if (named.length > 0 && holds(words.slice(1), named) && key.length > (best?.length ?? 0)) best = key;
  }
  return best;
}

/** Do `words` hold `parts` one after the other? */
function holds(words: readonly string[], parts: readonly string[]): boolean {
  return words.some((_, start) => parts.every((part, at) => words[start + at] === part));
}

/** Every member name of a JSON text by the line (1-based) on which it first stands, when printed with indentation. */
export function keyLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  text.split('\n').forEach((line, at) => {
    const name = /^\s*("(?:[^"\\]|\\.)*")\s*:/.exec(line)?.[1];
    if (name === undefined) return;
    const key = String(JSON.parse(name));
    if (!lines.has(key)) lines.set(key, at + 1);
  });
  return lines;
}
