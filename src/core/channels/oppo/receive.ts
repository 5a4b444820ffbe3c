import type { TraceStep } from '../../trace/types.ts';
import type { OppoApp } from '../credentials.ts';
import { pathOf } from '../kit/form.ts';
import { isRefused } from '../kit/handler.ts';
import { find } from '../kit/shelf.ts';
import { shorten } from '../kit/steps.ts';
import type { ReceiveContext, ReceiveResult, VendorRequest } from '../types.ts';
import { failureAnswer, textOf } from './answers.ts';
import { authenticate } from './auth.ts';
import { type Body, findToken, readBody } from './body.ts';
import type { Call, Refused, Reply } from './call.ts';
import { AUTH_PATH, ENDPOINTS, type Endpoint } from './endpoints.ts';
import { pictureRefusal } from './media.ts';
import { isRefusal } from './notification.ts';
import { type Refusal, refuse } from './refusal.ts';
import { countRequest, type OppoState, type Token } from './state.ts';
import { channelStep } from './steps.ts';

const PATH = channelStep('oppo-path', 'pass');
const METHOD = channelStep('oppo-method', 'pass');
const SIZE = channelStep('oppo-body-size', 'pass');
const ENCODING = channelStep('oppo-encoding', 'pass');
const OPENING: readonly TraceStep[] = [PATH, METHOD, SIZE, ENCODING];

function answerRefusal(
  context: ReceiveContext,
  { refusal, steps = [], target = null, title = null }: Refused,
  before: readonly TraceStep[],
  notes: readonly TraceStep[] = [],
): ReceiveResult {
  const { rule, code, params, text } = refusal;
  return {
    response: failureAnswer(code, text ?? textOf(code, context.profile)),
    effects: [],
    trace: before.concat(steps, [channelStep(rule, 'stop', params)], notes),
    target,
    title,
  };
}

/** What is checked before anybody is known: method and size. */
function checkRequest(
  request: VendorRequest,
  { method, picture }: Pick<Endpoint, 'method' | 'picture'>,
): Refused | null {
  if (request.method !== method) {
    const params = { received: shorten(request.method), expected: method };
    return { refusal: refuse('oppo-method', 12, params), steps: [PATH] };
  }
  if (!request.bodyTooLarge) return null;
  const refusal = picture ? pictureRefusal(picture, '> 1 MiB') : refuse('oppo-body-size', 41);
  return { refusal, steps: [PATH, METHOD] };
}

const AUTH: Pick<Endpoint, 'method'> = { method: 'POST' };

function receiveAuth(request: VendorRequest, context: ReceiveContext, state: OppoState): ReceiveResult {
  const early = checkRequest(request, AUTH);
  if (early) return answerRefusal(context, early, []);
  const body = readBody(request, 'form');
  if (isRefusal(body)) return answerRefusal(context, { refusal: body }, OPENING.slice(0, 3));
  const result = authenticate(body.form, context, state);
  if ('refusal' in result) return answerRefusal(context, result, OPENING, body.notes);
  return {
    response: result.response,
    effects: [{ type: 'state', state: result.state }],
    trace: OPENING.concat(result.steps, body.notes),
    target: null,
    title: null,
  };
}

/** What a trace shows of a token: enough to tell one from another, too little to use it. */
const mask = (value: string): string => shorten(value, 6);

interface Sender {
  readonly app: OppoApp;
  readonly token: Token;
}

/** 11: the token's app, if the token is known, current, and of credentials that still hold. */
function findSender(value: string, context: ReceiveContext, state: OppoState): Sender | Refusal {
  const received = mask(value);
  const token = find(state.tokens, value);
  if (token === undefined) return refuse('oppo-token', 11, { received });
  if (context.now >= token.until)
    return refuse('oppo-token-expired', 11, { received, until: new Date(token.until).toISOString() });
  const app = context.credentials.oppo.apps.find(
    ({ appKey, masterSecret }) => appKey === token.appKey && masterSecret === token.masterSecret,
  );
  if (app === undefined) return refuse('oppo-token-revoked', 11, { received });
  if (context.profile.oppo.reauthentication === 'replace' && state.newestToken[token.appId] !== value)
    return refuse('oppo-token-replaced', 11, { received });
  return { app, token };
}

/** The check of a token is the same for each of its requests, so it is made once. */
const knownTokens = new WeakMap<Token, readonly TraceStep[]>();

function knownAs({ app, token }: Sender): readonly TraceStep[] {
  const made = knownTokens.get(token);
  if (made) return made;
  const params = { app: app.appId, until: new Date(token.until).toISOString() };
  const steps = OPENING.concat(channelStep('oppo-token', 'pass', params));
  knownTokens.set(token, steps);
  return steps;
}

interface Admitted {
  readonly state: OppoState;
  readonly steps: readonly TraceStep[];
}

const NO_STEPS: readonly TraceStep[] = [];

/** 28, 30, 55: may the app call this interface now? */
function admit({ app }: Sender, { sends }: Endpoint, context: ReceiveContext, state: OppoState): Admitted | Refused {
  if (app.blacklisted) return { refusal: refuse('oppo-app-disabled', 28, { app: app.appId }) };
  const { underReview, requestsPerSecond: limit } = context.profile.oppo;
  if (sends && underReview) return { refusal: refuse('oppo-api-permission', 30, { app: app.appId }) };
  const counted = countRequest(state, app.appId, context.now, limit);
  if (counted === null) return { refusal: refuse('oppo-rate', 55, { limit }) };
  return { state: counted, steps: limit > 0 ? [channelStep('oppo-rate', 'pass', { limit })] : NO_STEPS };
}

function answerReply(reply: Reply, call: Call, before: readonly TraceStep[], original: OppoState): ReceiveResult {
  const state = reply.state ?? call.state;
  return {
    response: reply.response,
    // The memory goes first: deliveries that follow build on it.
    effects: [...(state === original ? [] : [{ type: 'state' as const, state }]), ...(reply.effects ?? [])],
    trace: before.concat(reply.steps),
    target: reply.target ?? null,
    title: reply.title ?? null,
  };
}

function receiveCall(
  request: VendorRequest,
  endpoint: Endpoint,
  body: Body,
  context: ReceiveContext,
  original: OppoState,
): ReceiveResult {
  const found = findToken(request, body);
  if (found === null)
    return answerRefusal(context, { refusal: refuse('oppo-token-required', 29) }, OPENING, body.notes);
  const sender = findSender(found.value, context, original);
  const notes = body.notes.concat(found.notes);
  if ('rule' in sender) return answerRefusal(context, { refusal: sender }, OPENING, notes);
  const known = knownAs(sender);
  const admitted = admit(sender, endpoint, context, original);
  if ('refusal' in admitted) return answerRefusal(context, admitted, known, notes);
  const before = known.concat(admitted.steps);
  const call: Call = { body: { ...body, notes }, context, app: sender.app, state: admitted.state };
  const result = endpoint.handle(call);
  if (!isRefused(result)) return answerReply(result, call, before, original);
  const refused = answerRefusal(context, result, before, notes);
  // Refused requests count against the rate as well.
  return admitted.state === original ? refused : { ...refused, effects: [{ type: 'state', state: admitted.state }] };
}

/** OPPO's endpoint: one request in, the answer and what follows out. Pure; never throws on any input. */
export function receive(request: VendorRequest, context: ReceiveContext): ReceiveResult {
  const state = context.state as OppoState;
  const path = pathOf(request);
  if (path === AUTH_PATH) return receiveAuth(request, context, state);
  const endpoint = ENDPOINTS.get(path);
  if (!endpoint) return answerRefusal(context, { refusal: refuse('oppo-path', 20, { received: shorten(path) }) }, []);
  const early = checkRequest(request, endpoint);
  if (early) return answerRefusal(context, early, []);
  const body = readBody(request, endpoint.body);
  if (isRefusal(body)) return answerRefusal(context, { refusal: body }, OPENING.slice(0, 3));
  return receiveCall(request, endpoint, body, context, state);
}
