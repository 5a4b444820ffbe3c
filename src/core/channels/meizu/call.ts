import type { TraceStep } from '../../trace/types.ts';
import type { MeizuApp } from '../credentials.ts';
import type { Effect, ReceiveContext, VendorRequest, VendorResponse } from '../types.ts';
import type { Params } from './params.ts';
import type { Refusal } from './refusal.ts';
import type { MeizuState } from './state.ts';

/** A call whose sender is known: request, parameters, app, and what the server remembers. */
export interface Call {
  readonly request: VendorRequest;
  readonly params: Params;
  readonly context: ReceiveContext;
  readonly app: MeizuApp;
  readonly state: MeizuState;
}

/** What a handler makes of a call. */
export interface Reply {
  readonly response: VendorResponse;
  readonly steps: readonly TraceStep[];
  readonly effects?: readonly Effect[];
  readonly state?: MeizuState;
  readonly target?: string | null;
  readonly title?: string | null;
}

/** A handler answers, or refuses with a code; the caller turns a refusal into an answer and its last step. */
export interface Refused {
  readonly refusal: Refusal;
  /** Checks that passed before. */
  readonly steps?: readonly TraceStep[];
  /** Explanations that follow the failing check. */
  readonly notes?: readonly TraceStep[];
  readonly target?: string | null;
  readonly title?: string | null;
}

export type Handler = (call: Call) => Reply | Refused;

export interface Endpoint {
  /** Must be there and not empty, in the order in which they are checked. */
  readonly required: readonly string[];
  /** Counts against the requests per second. */
  readonly sends: boolean;
  readonly handle: Handler;
}

export const isRefused = (result: Reply | Refused): result is Refused => 'refusal' in result;
