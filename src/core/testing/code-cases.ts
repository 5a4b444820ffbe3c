/** What a request brought: the row of the code table that the answer is, its HTTP status, and the rule that refused. */
export interface ProducedCode {
  readonly code: string | null;
  /** Absent where the vendor says it without an HTTP status. */
  readonly status?: number;
  /** undefined when nothing refused. */
  readonly rule: string | undefined;
}

/** A named way to get one of a channel's result codes from its endpoint, in a fresh world. */
export interface CodeCase {
  readonly name: string;
  readonly code: string;
  readonly run: () => ProducedCode | Promise<ProducedCode>;
}
