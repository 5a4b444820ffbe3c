import type { MessageInput } from '../../core/im/types.ts';
import { jsonErrorAt, lineOf, locateJson } from '../lib/json-text.ts';
import { checkMessage, isMessage, type Problem } from './check.ts';

/** A problem with its place in the text. `code: 'syntax'` = the text is not JSON. */
export interface TextProblem {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly problem: Problem | { readonly code: 'syntax'; readonly found: string };
}

export type ParsedMessage =
  | { readonly ok: true; readonly message: MessageInput }
  | { readonly ok: false; readonly problems: readonly TextProblem[] };

/** The message as the editor shows it: two spaces, members in the order the draft holds them. */
export function messageToText(message: MessageInput): string {
  return JSON.stringify(message, null, 2);
}

/** The message that a JSON text holds, as written: absent, null and empty stay apart. */
export function textToMessage(text: string): ParsedMessage {
  const value = parse(text);
  if (value === undefined) return { ok: false, problems: [syntaxProblem(text)] };
  const whole = withKind(value.parsed);
  if (isMessage(whole)) return { ok: true, message: whole };
  const problems = checkMessage(value.parsed).map((problem) => {
    const { from, to } = locateJson(text, problem.path);
    return { from, to, line: lineOf(text, from), problem };
  });
  return { ok: false, problems };
}

/** The API takes a body without `kind` as a chat message; so does the editor. */
function withKind(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !('kind' in value) ? { ...value, kind: 'chat' } : value;
}

function parse(text: string): { readonly parsed: unknown } | undefined {
  try {
    return { parsed: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Where a text stops being JSON, and the word that stands there; none at the end of the text. */
export function syntaxProblem(text: string): TextProblem & { readonly problem: { readonly code: 'syntax' } } {
  const end = text.trimEnd().length;
  const from = Math.min(jsonErrorAt(text) ?? end, end);
  const word = /^\S*/.exec(text.slice(from))?.[0].slice(0, 16) ?? '';
  const to = Math.min(from + Math.max(word.length, 1), text.length);
  return { from: Math.min(from, to), to, line: lineOf(text, from), problem: { code: 'syntax', found: word } };
}
