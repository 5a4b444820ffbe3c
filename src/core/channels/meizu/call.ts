import type { TraceStep } from '../../trace/types.ts';
import type { MeizuApp } from '../credentials.ts';
import type { Refused as HandlerRefused, Reply as HandlerReply } from '../kit/handler.ts';
import type { ReceiveContext, VendorRequest } from '../types.ts';
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

export type Reply = HandlerReply<MeizuState>;

export interface Refused extends HandlerRefused<Refusal> {
  /** Explanations that follow the failing check. */
  readonly notes?: readonly TraceStep[];
}

export type Handler = (call: Call) => Reply | Refused;

export interface Endpoint {
  /** Must be there and not empty, in the order in which they are checked. */
  readonly required: readonly string[];
  /** Counts against the requests per second. */
  readonly sends: boolean;
  readonly handle: Handler;
}
