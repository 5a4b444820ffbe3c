/** What a command may touch of the process it runs in. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  out(text: string): void;
  err(text: string): void;
  /** All of standard input as text. */
  readStdin(): Promise<string>;
}

/** Exit codes of all commands. */
export const EXIT = { ok: 0, error: 1, usage: 2, notDelivered: 3 } as const;

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
