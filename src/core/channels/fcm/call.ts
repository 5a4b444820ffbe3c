import type { TraceStep } from '../../trace/types.ts';
import { header, readForm } from '../kit/form.ts';
import type { Reply as HandlerReply } from '../kit/handler.ts';
import type { ReceiveContext, VendorRequest } from '../types.ts';
import { errorAnswer } from './answers.ts';
import type { Refusal } from './refusal.ts';
import type { FcmState } from './state.ts';
import { channelStep } from './steps.ts';

export type Query = ReadonlyMap<string, readonly string[]>;

/** A request to one interface, with what the servers remember. */
export interface Call {
  readonly request: VendorRequest;
  /** Path without query, as sent. */
  readonly path: string;
  /** Variable parts of the path, decoded. */
  readonly parts: readonly string[];
  readonly query: Query;
  /** JSON answers are indented unless the query says otherwise. */
  readonly pretty: boolean;
  readonly context: ReceiveContext;
  readonly state: FcmState;
}

/** What a handler makes of a call; a refusal's stop is the last check among the steps. */
export type Reply = HandlerReply<FcmState>;

export type Handler = (call: Call) => Reply;

const NO_QUERY: Query = new Map();
const NO_BODY = new Uint8Array(0);

export const readQuery = (request: VendorRequest): Query =>
  request.path.includes('?') ? readForm({ ...request, body: NO_BODY }).values : NO_QUERY;

/** The last value of a query parameter; undefined when it is absent. */
export const queryValue = (query: Query, name: string): string | undefined => query.get(name)?.at(-1);

export const stopStep = ({ rule, params }: Refusal): TraceStep => channelStep(rule, 'stop', params);

/** The API front end's answer to a refused call. */
export const refused = (
  call: Pick<Call, 'pretty'>,
  refusal: Refusal,
  before: readonly TraceStep[],
  rest: Partial<Reply> = {},
): Reply => ({
  response: errorAnswer(refusal.error, call.pretty, refusal.credentialSent !== false),
  steps: [...before, stopStep(refusal)],
  ...rest,
});

/** Media type of the body in lower case, without parameters; `''` when there is none. */
export const mediaType = (request: VendorRequest): string =>
  (header(request, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
