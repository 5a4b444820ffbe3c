import type { TraceStep } from '../../trace/types.ts';
import type { VivoApp } from '../credentials.ts';
import type { JsonObject } from '../kit/json.ts';
import type { Effect, ReceiveContext, VendorRequest, VendorResponse } from '../types.ts';
import type { Refusal } from './refusal.ts';
import type { VivoState } from './state.ts';

/** A call whose sender is known: request, body, app, and what the server remembers. */
export interface Call {
  readonly request: VendorRequest;
  /** Tidied: without doubled slashes and trailing blanks. */
  readonly path: string;
  readonly body: JsonObject;
  readonly context: ReceiveContext;
  readonly app: VivoApp;
  readonly state: VivoState;
}

/** What a handler makes of a call. */
export interface Reply {
  readonly response: VendorResponse;
  readonly steps: readonly TraceStep[];
  readonly effects?: readonly Effect[];
  readonly state?: VivoState;
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
  /** Explanations that follow the failing check. */
  readonly notes?: readonly TraceStep[];
  /** The call's own state when absent. */
  readonly state?: VivoState;
}

export type Handler = (call: Call) => Reply | Refused;

export const isRefused = (result: Reply | Refused): result is Refused => 'refusal' in result;
