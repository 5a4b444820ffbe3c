import type { XiaomiApp } from '../credentials.ts';
import type { Form } from '../kit/form.ts';
import type { Reply as HandlerReply, RememberedRefusal } from '../kit/handler.ts';
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

export type Refused = RememberedRefusal<Refusal, XiaomiState>;

export type Handler = (call: Call) => Reply | Refused;
