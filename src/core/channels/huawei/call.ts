import type { TraceStep } from '../../trace/types.ts';
import type { HuaweiApp } from '../credentials.ts';
import type { Effect, ReceiveContext, VendorRequest, VendorResponse } from '../types.ts';
import type { Refusal } from './refusal.ts';
import type { HuaweiState } from './state.ts';

/** A request at one of the interfaces. */
export interface Call {
  readonly request: VendorRequest;
  readonly context: ReceiveContext;
  readonly state: HuaweiState;
  /** App, client or project id in the path; empty where the path has none. */
  readonly pathId: string;
  /** Version in the path. */
  readonly version: string;
  /** For an answer to this request. */
  readonly requestId: string;
}

/** Who sends: the app, and all whose push tokens may be addressed. */
export interface Sender {
  readonly app: HuaweiApp;
  readonly apps: readonly HuaweiApp[];
}

/** What a handler makes of a call. */
export interface Reply {
  readonly response: VendorResponse;
  readonly steps: readonly TraceStep[];
  readonly effects?: readonly Effect[];
  readonly state?: HuaweiState;
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
  readonly state?: HuaweiState;
}

export type Handler = (call: Call) => Reply | Refused;

export const isRefused = (result: Reply | Refused): result is Refused => 'refusal' in result;
