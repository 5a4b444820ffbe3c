import type { TraceStep } from '../../trace/types.ts';
import type { Effect, VendorResponse } from '../types.ts';

/** What a handler makes of a call. `S`: what the vendor's server remembers. */
export interface Reply<S> {
  readonly response: VendorResponse;
  readonly steps: readonly TraceStep[];
  readonly effects?: readonly Effect[];
  /** The call's own state when absent. */
  readonly state?: S;
  readonly target?: string | null;
  readonly title?: string | null;
}

/** A handler answers, or refuses with a code; the caller turns a refusal into an answer and its last step. */
export interface Refused<R> {
  readonly refusal: R;
  /** Checks that passed before. */
  readonly steps?: readonly TraceStep[];
  readonly target?: string | null;
  readonly title?: string | null;
}

/** A refusal with explanations that follow the failing check, and with what the server remembers all the same. */
export interface RememberedRefusal<R, S> extends Refused<R> {
  readonly notes?: readonly TraceStep[];
  /** The call's own state when absent. */
  readonly state?: S;
}

/** Is a handler's result a refusal? */
export const isRefused = <T extends object>(result: T): result is Extract<T, { readonly refusal: unknown }> =>
  'refusal' in result;
