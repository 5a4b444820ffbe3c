import type { TraceStep } from '../../trace/types.ts';
import type { XiaomiApp } from '../credentials.ts';
import type { Form } from '../kit/form.ts';
import type { Refused as HandlerRefused, Reply as HandlerReply } from '../kit/handler.ts';
import type { ReceiveContext, VendorRequest } from '../types.ts';
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

export type Reply = HandlerReply<XiaomiState>;

export interface Refused extends HandlerRefused<Refusal> {
  /** Explanations that follow the failing check. */
  readonly notes?: readonly TraceStep[];
  /** What the server remembers of the refused call; the call's own state when absent. */
  readonly state?: XiaomiState;
}

export type Handler = (call: Call) => Reply | Refused;
