import type { TraceStep } from '../../trace/types.ts';
import type { XiaomiApp } from '../credentials.ts';
import { type Form, header, pathOf, readForm } from '../kit/form.ts';
import { isRefused } from '../kit/handler.ts';
import { shorten } from '../kit/steps.ts';
import type { ReceiveContext, ReceiveResult, VendorRequest } from '../types.ts';
import { failureAnswer } from './answers.ts';
import type { Call, Refused, Reply } from './call.ts';
import { refusalStep } from './checks.ts';
import { ENDPOINTS, type Endpoint } from './endpoints.ts';
import { lintForm } from './lint.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { XiaomiState } from './state.ts';
import { channelStep } from './steps.ts';

function answerRefusal(
  context: ReceiveContext,
  refused: Refused,
  before: readonly TraceStep[],
  form?: Form,
): ReceiveResult {
  const { refusal } = refused;
  return {
    response: failureAnswer(context, refusal.code, refusal.reason, refusal.status),
    effects: [],
    trace: [
      ...before,
      ...(refused.steps ?? []),
      refusalStep(refusal),
      ...(refused.notes ?? []),
      ...(form ? lintForm(form) : []),
    ],
    target: refused.target ?? null,
    title: refused.title ?? null,
  };
}

const PATH = channelStep('xiaomi-path', 'pass');
const METHOD = channelStep('xiaomi-method', 'pass');
const SIZE = channelStep('xiaomi-body-size', 'pass');
const OPENING: readonly TraceStep[] = [PATH, METHOD, SIZE];
const LISTED = channelStep('xiaomi-blacklist', 'pass');

/** What is checked before anybody is known: path, method, size. */
function findEndpoint(
  request: VendorRequest,
  path: string,
): { readonly endpoint: Endpoint } | { readonly refusal: Refusal; readonly steps: readonly TraceStep[] } {
  const endpoint = ENDPOINTS.get(path);
  if (!endpoint)
    return {
      refusal: {
        ...refuse('xiaomi-path', 10020, `no such interface: ${shorten(path)}`, { received: shorten(path) }),
        status: 404,
      },
      steps: [],
    };
  if (!endpoint.methods.includes(request.method)) {
    const allowed = endpoint.methods.join(', ');
    const params = { received: shorten(request.method), allowed };
    return {
      refusal: { ...refuse('xiaomi-method', 10021, `method must be ${allowed}`, params), status: 405 },
      steps: [PATH],
    };
  }
  if (request.bodyTooLarge)
    return {
      refusal: refuse('xiaomi-body-size', 10018, 'request must not exceed 1 MiB', { received: request.body.length }),
      steps: [PATH, METHOD],
    };
  return { endpoint };
}

/** The app whose AppSecret stands in `Authorization: key=…`, spelt exactly so. */
function findApp(request: VendorRequest, apps: readonly XiaomiApp[]): XiaomiApp | undefined {
  const value = header(request, 'authorization');
  if (!value?.startsWith('key=')) return undefined;
  const secret = value.slice('key='.length);
  return secret === '' ? undefined : apps.find((app) => app.appSecret === secret);
}

/** What a trace shows of a credential: enough to see the form, too little to use it. */
function maskCredential(value: string | undefined): string {
  if (value === undefined) return '–';
  const equals = value.indexOf('=');
  if (equals < 0 || equals > 8) return `${shorten(value, 4)}`;
  return `${value.slice(0, equals + 1)}${shorten(value.slice(equals + 1), 4)}`;
}

function countRequest(state: XiaomiState, appId: string, now: number, limit: number): XiaomiState | null {
  const second = Math.floor(now / 1000);
  const before = state.rate[appId];
  const count = before && before.second === second ? before.count + 1 : 1;
  if (count > limit) return null;
  return { ...state, rate: { ...state.rate, [appId]: { second, count } } };
}

function admit(
  app: XiaomiApp,
  endpoint: Endpoint,
  context: ReceiveContext,
  state: XiaomiState,
): { readonly state: XiaomiState; readonly steps: readonly TraceStep[] } | Refused {
  if (!endpoint.sends) return { state, steps: [] };
  if (app.blacklisted)
    return {
      refusal: refuse('xiaomi-blacklist', 10031, `AppId(id=${app.appId}) in the blacklist, forbid to send messages`, {
        app: app.appId,
      }),
    };
  const limit = context.profile.xiaomi.requestsPerSecond;
  if (limit <= 0) return { state, steps: [LISTED] };
  const counted = countRequest(state, app.appId, context.now, limit);
  if (!counted) return { refusal: refuse('xiaomi-rate', 200002, 'exceed qps', { limit }), steps: [LISTED] };
  return { state: counted, steps: [LISTED, channelStep('xiaomi-rate', 'pass', { limit })] };
}

const SANDBOX = [channelStep('xiaomi-sandbox-host', 'note')];

function hostNotes(request: VendorRequest): readonly TraceStep[] {
  return request.host === 'sandbox.xmpush.xiaomi.com' ? SANDBOX : [];
}

function answerReply(reply: Reply, call: Call, before: readonly TraceStep[], original: XiaomiState): ReceiveResult {
  const state = reply.state ?? call.state;
  return {
    response: reply.response,
    // The memory goes first: deliveries that follow count on top of it.
    effects: [...(state === original ? [] : [{ type: 'state' as const, state }]), ...(reply.effects ?? [])],
    trace: before.concat(reply.steps, lintForm(call.form), hostNotes(call.request)),
    target: reply.target ?? null,
    title: reply.title ?? null,
  };
}

function handle(call: Call, endpoint: Endpoint, before: readonly TraceStep[], original: XiaomiState): ReceiveResult {
  const result = endpoint.handle(call);
  if (!isRefused(result)) return answerReply(result, call, before, original);
  const refused = answerRefusal(call.context, result, before, call.form);
  // Refused requests count against the rate as well, and their bad targets are kept for the feedback lists.
  const state = result.state ?? call.state;
  return state === original ? refused : { ...refused, effects: [{ type: 'state', state }] };
}

/** The checks of a known sender are the same for every request, so they are made once for each app. */
const openings = new WeakMap<XiaomiApp, readonly TraceStep[]>();

function knownAs(app: XiaomiApp): readonly TraceStep[] {
  const made = openings.get(app);
  if (made) return made;
  const steps = OPENING.concat(channelStep('xiaomi-secret', 'pass', { app: app.appId }));
  openings.set(app, steps);
  return steps;
}

/** Xiaomi's endpoint: one request in, the answer and what follows out. Pure; never throws on any input. */
export function receive(request: VendorRequest, context: ReceiveContext): ReceiveResult {
  const original = context.state as XiaomiState;
  const path = pathOf(request);
  const found = findEndpoint(request, path);
  if ('refusal' in found) return answerRefusal(context, found, []);
  const app = findApp(request, context.credentials.xiaomi.apps);
  if (!app) {
    const received = maskCredential(header(request, 'authorization'));
    const refusal = refuse('xiaomi-secret', 21301, 'Invalid application secret.', { received });
    return answerRefusal(context, { refusal }, OPENING);
  }
  const admitted = admit(app, found.endpoint, context, original);
  const known = knownAs(app);
  if ('refusal' in admitted) return answerRefusal(context, admitted, known);
  const call: Call = { request, path, form: readForm(request), context, app, state: admitted.state };
  return handle(call, found.endpoint, known.concat(admitted.steps), original);
}
