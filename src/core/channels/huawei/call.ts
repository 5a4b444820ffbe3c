import type { HuaweiApp } from '../credentials.ts';
import type { Reply as HandlerReply, RememberedRefusal } from '../kit/handler.ts';
import type { ReceiveContext, VendorRequest } from '../types.ts';
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

export type Reply = HandlerReply<HuaweiState>;

export type Refused = RememberedRefusal<Refusal, HuaweiState>;

export type Handler = (call: Call) => Reply | Refused;
