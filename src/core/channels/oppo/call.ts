import type { TraceStep } from '../../trace/types.ts';
import type { OppoApp } from '../credentials.ts';
import type { Effect, ReceiveContext, VendorResponse } from '../types.ts';
import type { Body } from './body.ts';
import type { Refusal } from './refusal.ts';
import type { OppoState } from './state.ts';

/** A call whose sender is known: body, app, and what the server remembers. */
export interface Call {
  readonly body: Body;
  readonly context: ReceiveContext;
  readonly app: OppoApp;
  readonly state: OppoState;
}

/** What a handler makes of a call. */
export interface Reply {
  readonly response: VendorResponse;
  readonly steps: readonly TraceStep[];
  readonly effects?: readonly Effect[];
  readonly state?: OppoState;
  readonly target?: string | null;
  readonly title?: string | null;
}

/** A handler answers, or refuses with a code; the caller turns a refusal into an answer and its last step. */
export interface Refused {
  readonly refusal: Refusal;
  /** Checks that passed before. */
  readonly steps?: readonly TraceStep[];
  readonly target?: string | null;
  readonly title?: string | null;
}

export type Handler = (call: Call) => Reply | Refused;

export const isRefused = (result: Reply | Refused): result is Refused => 'refusal' in result;
