import type { TraceStep } from '../../trace/types.ts';
import type { XiaomiApp } from '../credentials.ts';
import type { Form } from '../kit/form.ts';
import type { Effect, ReceiveContext, VendorRequest, VendorResponse } from '../types.ts';
import type { Refusal } from './refusal.ts';
import type { XiaomiState } from './state.ts';

/** A call whose sender is known: request, parameters, app, and what the server remembers. */
export interface Call {
  readonly request: VendorRequest;
  readonly path: string;
  readonly form: Form;
  readonly context: ReceiveContext;
  readonly app: XiaomiApp;
  readonly state: XiaomiState;
}

/** What a handler makes of a call. */
export interface Reply {
  readonly response: VendorResponse;
  readonly steps: readonly TraceStep[];
  readonly effects?: readonly Effect[];
  readonly state?: XiaomiState;
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
  /** What the server remembers of the refused call, such as bad targets; the call's own state when absent. */
  readonly state?: XiaomiState;
}

export type Handler = (call: Call) => Reply | Refused;

export const isRefused = (result: Reply | Refused): result is Refused => 'refusal' in result;
