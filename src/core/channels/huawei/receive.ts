import type { TraceStep } from '../../trace/types.ts';
import { pathOf } from '../kit/form.ts';
import { isRefused } from '../kit/handler.ts';
import { shorten } from '../kit/steps.ts';
import type { ReceiveContext, ReceiveResult, ResultCode, VendorRequest, VendorResponse } from '../types.ts';
import { codeAnswer, illegalTokens, requestIdOf, textOf } from './answers.ts';
import { appsOfPath } from './auth.ts';
import type { Call, Handler, Refused, Reply } from './call.ts';
import { sendLegacy } from './legacy.ts';
import { issue } from './oauth.ts';
import { type Refusal, refuse } from './refusal.ts';
import { revoke } from './revoke.ts';
import { sendV1 } from './send-v1.ts';
import { sendV3 } from './send-v3.ts';
import { countUp, type HuaweiState } from './state.ts';
import { channelStep } from './steps.ts';
import { listTopics, subscribe, unsubscribe } from './topics.ts';

interface Interface {
  readonly handle: Handler;
  /** The old interface has an answer of its own to another method. */
  readonly anyMethod?: true;
  /** Counts against the requests per second of an app. */
  readonly sends?: true;
}

const OAUTH: Interface = { handle: issue };
const LEGACY: Interface = { handle: sendLegacy, anyMethod: true, sends: true };
const V1: Readonly<Record<string, Interface>> = {
  'messages:send': { handle: sendV1, sends: true },
  'messages:revoke': { handle: revoke, sends: true },
  'topic:subscribe': { handle: subscribe },
  'topic:unsubscribe': { handle: unsubscribe },
  'topic:list': { handle: listTopics },
};
const V2: Readonly<Record<string, Interface>> = { 'messages:send': { handle: sendV1, sends: true } };
const V3: Readonly<Record<string, Interface>> = { 'messages:send': { handle: sendV3, sends: true } };
const VERSIONS: Readonly<Record<string, Readonly<Record<string, Interface>>>> = { v1: V1, v2: V2, v3: V3 };

interface Route {
  readonly target: Interface;
  readonly version: string;
  readonly pathId: string;
}

const NUMBERED = /^\/(v[123])\/([^/]+)\/([a-z]+)(?::|%3[Aa])([a-z]+)$/;

/** Which interface a path is; null for none. Compared as sent, but for the colon. */
function routeOf(path: string): Route | null {
  if (path === '/pushsend.do') return { target: LEGACY, version: '', pathId: '' };
  if (path === '/oauth2/v3/token' || path === '/oauth2/v2/token') return { target: OAUTH, version: '', pathId: '' };
  const [, version = '', pathId = '', noun = '', verb = ''] = NUMBERED.exec(path) ?? [];
  const table = VERSIONS[version] ?? {};
  const name = `${noun}:${verb}`;
  const target = Object.hasOwn(table, name) ? table[name] : undefined;
  return target === undefined ? null : { target, version, pathId };
}

/** The app that a request's rate is counted for: by its path, or for the old interface by `nsp_ctx`. */
function rateKey(call: Call): string | null {
  if (call.version !== '') return appsOfPath(call)[0]?.appId ?? null;
  const query = decodeURIComponentSafely(call.request.path);
  const appId = /"appId"\s*:\s*"?(\d+)/.exec(query)?.[1];
  return call.context.credentials.huawei.apps.some((app) => app.appId === appId) ? (appId ?? null) : null;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function checkRate(call: Call): { readonly state: HuaweiState; readonly refusal: Refusal | null } {
  const limit = call.context.profile.huawei.requestsPerSecond;
  const key = limit > 0 ? rateKey(call) : null;
  if (key === null) return { state: call.state, refusal: null };
  const { count, counts } = countUp(call.state.rate, key, Math.floor(call.context.now / 1000));
  const refusal = count > limit ? refuse('huawei-rate', 'HTTP 503', { limit }) : null;
  return { state: { ...call.state, rate: counts }, refusal };
}

const isLegacy = (request: VendorRequest): boolean => pathOf(request) === '/pushsend.do';

function answerRefusal(
  call: Call,
  refused: Refused,
  before: readonly TraceStep[],
  original: HuaweiState,
): ReceiveResult {
  const { refusal } = refused;
  const { requestId, context, request } = call;
  const state = refused.state ?? call.state;
  return {
    response: codeAnswer(refusal.code, refusal.msg, { requestId, profile: context.profile, legacy: isLegacy(request) }),
    effects: state === original ? [] : [{ type: 'state', state }],
    trace: [
      ...before,
      ...(refused.steps ?? []),
      channelStep(refusal.rule, 'stop', refusal.params),
      ...(refused.notes ?? []),
    ],
    target: refused.target ?? null,
    title: refused.title ?? null,
  };
}

function answerReply(call: Call, reply: Reply, before: readonly TraceStep[], original: HuaweiState): ReceiveResult {
  const state = reply.state ?? call.state;
  return {
    response: reply.response,
    // The memory goes first: deliveries that follow count on top of it.
    effects: [...(state === original ? [] : [{ type: 'state' as const, state }]), ...(reply.effects ?? [])],
    trace: [...before, ...reply.steps],
    target: reply.target ?? null,
    title: reply.title ?? null,
  };
}

const PATH = [channelStep('huawei-path', 'pass')];
const OPENING = [...PATH, channelStep('huawei-method', 'pass')];

/** Huawei's endpoints: one request in, the answer and what follows out. Pure; never throws on any input. */
export function receive(request: VendorRequest, context: ReceiveContext): ReceiveResult {
  const original = context.state as HuaweiState;
  const path = pathOf(request);
  const route = routeOf(path);
  const state = { ...original, requests: (original.requests + 1) % 100_000_000 };
  const call: Call = {
    request,
    context,
    state,
    version: route?.version ?? '',
    pathId: route?.pathId ?? '',
    requestId: requestIdOf(context.now, state.requests),
  };
  if (route === null) {
    const refusal = refuse('huawei-path', 'HTTP 404', { received: shorten(path) });
    return answerRefusal({ ...call, state: original }, { refusal }, [], original);
  }
  if (request.method !== 'POST' && route.target.anyMethod !== true) {
    const refusal = refuse('huawei-method', 'HTTP 405', { received: shorten(request.method) });
    return answerRefusal({ ...call, state: original }, { refusal }, PATH, original);
  }
  const rated = route.target.sends === true ? checkRate(call) : { state, refusal: null };
  if (rated.refusal)
    return answerRefusal({ ...call, state: rated.state }, { refusal: rated.refusal }, OPENING, original);
  const counted = { ...call, state: rated.state };
  const result = route.target.handle(counted);
  return isRefused(result)
    ? answerRefusal(counted, result, OPENING, original)
    : answerReply(counted, result, OPENING, original);
}

/** The first registration that the request names, for answers that name bad ones. */
function firstToken({ body }: VendorRequest): string {
  const text = new TextDecoder().decode(body);
  return /"token"\s*:\s*\[\s*"([^"\\]*)"/.exec(text)?.[1] ?? '';
}

function scriptedText(code: string, request: VendorRequest): string {
  const isV3 = pathOf(request).startsWith('/v3/');
  if (isV3 && code === '80100000')
    return JSON.stringify({ illegalTokens: { tokenFormatError: [firstToken(request)] }, success: 0, failure: 1 });
  if (isV3 && code === '80300007')
    return JSON.stringify({ failure: 1, illegalTokens: { tokenFormatError: [firstToken(request)] } });
  if (code === '80100000') return illegalTokens(0, [firstToken(request)]);
  const [, sub] = code.split('/');
  return sub === undefined ? textOf(code) : (OAUTH_TEXTS[sub] ?? 'invalid client_id');
}

const OAUTH_TEXTS: Readonly<Record<string, string>> = {
  12304: 'invalid client_secret',
  20171: 'invalid client_secret',
  20172: 'invalid client_secret',
  20173: 'invalid client_secret',
  20182: 'invalid grant_type',
  20001: 'missing client_id',
  20181: 'missing grant_type',
};

/** A code of the table as the vendor answers it to this request: what a scripted fault gives. */
export function answerWith({ code }: ResultCode, request: VendorRequest, context: ReceiveContext): VendorResponse {
  const { requests } = context.state as HuaweiState;
  const frame = {
    requestId: requestIdOf(context.now, requests + 1),
    profile: context.profile,
    legacy: isLegacy(request),
  };
  return codeAnswer(code, scriptedText(code, request), frame);
}
