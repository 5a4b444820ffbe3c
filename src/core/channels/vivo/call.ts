import type { VivoApp } from '../credentials.ts';
import type { Reply as HandlerReply, RememberedRefusal } from '../kit/handler.ts';
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

export type Refused = RememberedRefusal<Refusal, VivoState>;

export type Handler = (call: Call) => Reply | Refused;
