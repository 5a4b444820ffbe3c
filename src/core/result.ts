import type { LocalText } from './trace/types.ts';

/** An expected failure: what was received, the rule that refused it, and what would fix it. */
export interface Failure {
  /** Stable snake_case code, e.g. `not_logged_in`. */
  readonly code: string;
  /** In English, for scripts and logs. */
  readonly message: string;
  /** The same in Chinese. */
  readonly messageZh: string;
  readonly details?: unknown;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** A failure of that code; both languages say what was received and what would fix it. */
export const fail = (code: string, text: LocalText, details?: unknown): { ok: false; error: Failure } => ({
  ok: false,
  error: failure(code, text, details),
});

/** The failure alone, as answers of the API carry it. */
export function failure(code: string, text: LocalText, details?: unknown): Failure {
  const said = { code, message: text.en, messageZh: text.zh };
  return details === undefined ? said : { ...said, details };
}
