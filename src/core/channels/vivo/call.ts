import type { TraceStep } from '../../trace/types.ts';
import type { VivoApp } from '../credentials.ts';
import type { Refused as HandlerRefused, Reply as HandlerReply } from '../kit/handler.ts';
import type { JsonObject } from '../kit/json.ts';
import type { ReceiveContext, VendorRequest } from '../types.ts';
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

export type Reply = HandlerReply<VivoState>;

export interface Refused extends HandlerRefused<Refusal> {
  /** Explanations that follow the failing check. */
  readonly notes?: readonly TraceStep[];
  /** What the server remembers of the refused call; the call's own state when absent. */
  readonly state?: VivoState;
}

export type Handler = (call: Call) => Reply | Refused;
