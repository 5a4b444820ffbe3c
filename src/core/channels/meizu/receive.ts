import type { TraceStep } from '../../trace/types.ts';
import type { MeizuApp } from '../credentials.ts';
import { pathOf } from '../kit/form.ts';
import { isRefused } from '../kit/handler.ts';
import { shorten } from '../kit/steps.ts';
import type { ReceiveContext, ReceiveResult, VendorRequest, VendorResponse } from '../types.ts';
import { failureAnswer, NOT_FOUND } from './answers.ts';
import type { Call, Endpoint, Refused, Reply } from './call.ts';
import { ENDPOINTS } from './endpoints.ts';
import { type Params, param, readParams } from './params.ts';
import { badValue, type Refusal, refuse } from './refusal.ts';
import { signatureOf, signHints } from './sign.ts';
import type { MeizuState } from './state.ts';
import { channelStep } from './steps.ts';

const MISSING = '参数不能为空';

/** Notes on the form itself. */
function formNotes({ problems, repeated }: Params): readonly TraceStep[] {
  if (problems.length === 0 && repeated.length === 0) return [];
  const steps = problems
    .slice(0, 5)
    .map(({ kind, name }) => channelStep('meizu-lint-form', 'note', { kind, received: shorten(name) }));
  return repeated.length === 0
    ? steps
    : [...steps, channelStep('meizu-lint-repeated', 'note', { names: shorten(repeated.join(', ')) })];
}

const refusalStep = ({ rule, code, message, params }: Refusal): TraceStep =>
  channelStep(rule, 'stop', { ...params, code, message });

const PATH = channelStep('meizu-path', 'pass');
const SIZE = channelStep('meizu-body-size', 'pass');
const REQUIRED = channelStep('meizu-app-required', 'pass');
const LISTED = channelStep('meizu-blacklist', 'pass');
const SIGNED = channelStep('meizu-sign', 'pass');
const PARAMETERS = channelStep('meizu-parameters', 'pass');

interface Checked {
  readonly steps: readonly TraceStep[];
  readonly refusal: Refusal | null;
  readonly notes?: readonly TraceStep[];
}

function noSuchPath(path: string): ReceiveResult {
  const step = channelStep('meizu-path', 'stop', { received: shorten(path) });
  return { response: NOT_FOUND, effects: [], trace: [step], target: null, title: null };
}

type Identified = { readonly app: MeizuApp } | { readonly refusal: Refusal; readonly steps: readonly TraceStep[] };

/** 1 of the order of checks: which app is it? */
function identify(request: VendorRequest, params: Params, context: ReceiveContext): Identified {
  if (request.bodyTooLarge)
    return { refusal: badValue('meizu-body-size', { received: request.body.length }), steps: [PATH] };
  const appId = param(params, 'appId');
  if (appId === '') return { refusal: refuse('meizu-app-required', '110004', MISSING), steps: [PATH, SIZE] };
  const { apps } = context.credentials.meizu;
  const app = apps.find((one) => one.appId === appId);
  if (app !== undefined) return { app };
  const expected = shorten(apps.map((one) => one.appId).join(', ')) || '–';
  const refusal = refuse('meizu-app-known', '110000', 'appId不合法', { received: shorten(appId), expected });
  return { refusal, steps: [PATH, SIZE, REQUIRED] };
}

/** The steps of a known app are the same for every request, so they are made once. */
const openings = new WeakMap<MeizuApp, readonly TraceStep[]>();

function knownAs(app: MeizuApp): readonly TraceStep[] {
  const made = openings.get(app);
  if (made) return made;
  const steps = [PATH, SIZE, REQUIRED, channelStep('meizu-app-known', 'pass', { app: app.appId }), LISTED, SIGNED];
  openings.set(app, steps);
  return steps;
}

/** The rest of 1, and 2: blocked apps, signature. */
function authenticate(app: MeizuApp, params: Params, { ports, credentials }: ReceiveContext): Checked {
  const steps = knownAs(app);
  if (app.blacklisted)
    return {
      steps: steps.slice(0, -2),
      refusal: refuse('meizu-blacklist', '110009', '应用被加入黑名单', { app: app.appId }),
    };
  const received = param(params, 'sign');
  if (received === signatureOf(ports.crypto, params.values, app.appSecret)) return { steps, refusal: null };
  const names = [...params.values.keys()].filter((name) => name !== 'sign').sort();
  const facts = { received: shorten(received, 40) || '–', app: app.appId, names: shorten(names.join(', '), 200) };
  return {
    steps: steps.slice(0, -1),
    refusal: refuse('meizu-sign', '1006', '签名认证失败', facts),
    notes: signHints(ports.crypto, params.values, app, credentials.meizu.apps),
  };
}

function countRequest(state: MeizuState, appId: string, now: number, limit: number): MeizuState | null {
  const second = Math.floor(now / 1000);
  const before = state.rate[appId];
  const count = before?.second === second ? before.count + 1 : 1;
  if (count > limit) return null;
  return { ...state, rate: { ...state.rate, [appId]: { second, count } } };
}

type Admitted =
  | { readonly state: MeizuState; readonly steps: readonly TraceStep[] }
  | { readonly refusal: Refusal; readonly steps: readonly TraceStep[]; readonly state: MeizuState };

/** 3 and 4: requests per second, form parameters. */
function admit(app: MeizuApp, endpoint: Endpoint, params: Params, context: ReceiveContext): Admitted {
  let state = context.state as MeizuState;
  let steps: readonly TraceStep[] = [];
  const limit = context.profile.meizu.requestsPerSecond;
  if (limit > 0 && endpoint.sends) {
    const counted = countRequest(state, app.appId, context.now, limit);
    if (counted === null)
      return { state, steps, refusal: refuse('meizu-rate', '110010', '应用请求频率超过限制', { limit }) };
    state = counted;
    steps = [channelStep('meizu-rate', 'pass', { limit })];
  }
  const name = endpoint.required.find((one) => param(params, one) === '');
  if (name !== undefined) return { state, steps, refusal: refuse('meizu-parameters', '110004', MISSING, { name }) };
  return { state, steps: [...steps, PARAMETERS] };
}

interface Exchange {
  readonly request: VendorRequest;
  readonly context: ReceiveContext;
  readonly params: Params;
}

function answerRefusal(
  { request, context, params }: Exchange,
  { refusal, steps = [], notes = [], target = null, title = null }: Refused,
  before: readonly TraceStep[],
  state: MeizuState = context.state as MeizuState,
): ReceiveResult {
  const response: VendorResponse = failureAnswer({ request, context }, refusal.code, refusal.message);
  return {
    response,
    // Refused requests count against the rate as well.
    effects: state === context.state ? [] : [{ type: 'state', state }],
    trace: [...before, ...steps, refusalStep(refusal), ...notes, ...formNotes(params)],
    target,
    title,
  };
}

function answerReply(call: Call, reply: Reply, before: readonly TraceStep[]): ReceiveResult {
  const state = reply.state ?? call.state;
  return {
    response: reply.response,
    // The memory goes first: deliveries that follow count on top of it.
    effects: [...(state === call.context.state ? [] : [{ type: 'state' as const, state }]), ...(reply.effects ?? [])],
    trace: before.concat(reply.steps, formNotes(call.params)),
    target: reply.target ?? null,
    title: reply.title ?? null,
  };
}

/** Meizu's endpoint: one request in, the answer and what follows out. Pure; never throws on any input. */
export function receive(request: VendorRequest, context: ReceiveContext): ReceiveResult {
  const path = pathOf(request);
  const endpoint = ENDPOINTS.get(path);
  if (endpoint === undefined) return noSuchPath(path);
  const params = readParams(request);
  const exchange = { request, context, params };
  const identified = identify(request, params, context);
  if ('refusal' in identified) return answerRefusal(exchange, { refusal: identified.refusal }, identified.steps);
  const { app } = identified;
  const known = authenticate(app, params, context);
  if (known.refusal) return answerRefusal(exchange, { refusal: known.refusal, notes: known.notes ?? [] }, known.steps);
  const admitted = admit(app, endpoint, params, context);
  const before = known.steps.concat(admitted.steps);
  if ('refusal' in admitted) return answerRefusal(exchange, { refusal: admitted.refusal }, before, admitted.state);
  const call: Call = { request, params, context, app, state: admitted.state };
  const result = endpoint.handle(call);
  return isRefused(result) ? answerRefusal(exchange, result, before, call.state) : answerReply(call, result, before);
}
