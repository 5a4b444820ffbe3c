import type { OppoApp } from '../credentials.ts';
import type { Refused as HandlerRefused, Reply as HandlerReply } from '../kit/handler.ts';
import type { ReceiveContext } from '../types.ts';
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

export type Reply = HandlerReply<OppoState>;

export type Refused = HandlerRefused<Refusal>;

export type Handler = (call: Call) => Reply | Refused;
