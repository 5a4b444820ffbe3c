import type { TraceStep } from '../../trace/types.ts';
import type { VivoApp } from '../credentials.ts';
import { decodeUtf8 } from '../kit/bytes.ts';
import { pathOf } from '../kit/form.ts';
import { isRefused } from '../kit/handler.ts';
import { isObject, type JsonObject } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import type { ReceiveContext, ReceiveResult, VendorRequest } from '../types.ts';
import { refusalAnswer } from './answers.ts';
import { authorize, findApp } from './auth.ts';
import type { Refused, Reply } from './call.ts';
import { descOf } from './code-table.ts';
import { AUTH_PATH, ENDPOINTS, type Endpoint, tidyPath } from './endpoints.ts';
import { lintRequest } from './lint.ts';
import { integerOf, readJson, shownOf, trimmedOf } from './read.ts';
import { NOTHING, type Refusal, refuse } from './refusal.ts';
import type { VivoState } from './state.ts';
import { channelStep } from './steps.ts';

/** The step of a refusal, with the code in its parameters. */
const refusalStep = ({ rule, code, desc, params }: Refusal): TraceStep =>
  channelStep(rule, 'stop', { ...params, code, description: desc ?? descOf(code) });

const PATH = channelStep('vivo-path', 'pass');
const BODY = channelStep('vivo-body', 'pass');
const APP_ID = channelStep('vivo-app-id', 'pass');
const APP_STATE: readonly TraceStep[] = [
  channelStep('vivo-app-open', 'pass'),
  channelStep('vivo-app-released', 'pass'),
];

/** The steps of a known app are the same for every request, so they are made once for each. */
const openings = new WeakMap<VivoApp, readonly TraceStep[]>();

function openingOf(app: VivoApp): readonly TraceStep[] {
  const made = openings.get(app);
  if (made) return made;
  const steps = [PATH, channelStep('vivo-token', 'pass', { app: app.appId })];
  openings.set(app, steps);
  return steps;
}

function unknownPath(request: VendorRequest, path: string, endpoint: Endpoint | undefined): Refusal {
  const expected = endpoint ? `${endpoint.method} ${path}` : [...ENDPOINTS.keys(), AUTH_PATH].join(', ');
  return refuse('vivo-path', 404, { received: `${shorten(request.method, 20)} ${shorten(path)}`, expected });
}

const FAULTS = {
  'not-utf8': 'vivo-body-encoding',
  'not-json': 'vivo-body',
  'not-object': 'vivo-body-object',
} as const;

/** The body of a call that has one, or why it cannot be read. */
function bodyOf(request: VendorRequest): { readonly body: JsonObject } | Refused {
  if (request.bodyTooLarge) return { refusal: refuse('vivo-body-size', 500, {}) };
  const body = readJson(request.body);
  if (isObject(body)) return { body };
  const received = shorten(decodeUtf8(request.body) ?? '') || NOTHING;
  return { refusal: refuse(FAULTS[body], 500, { received }) };
}

function wrongApp(body: JsonObject, app: VivoApp): Refusal | null {
  const appId = trimmedOf(body, 'appId');
  if (appId === undefined || appId === app.appId) return null;
  return refuse('vivo-app-id', 10094, { received: shorten(shownOf(body, 'appId')), expected: app.appId });
}

/** A closed channel sends nothing, an app under review tests only. A list push without pushMode follows its saved body. */
function notAllowed(body: JsonObject, path: string, app: VivoApp, context: ReceiveContext): Refusal | null {
  const { appState } = context.profile.vivo;
  if (app.blacklisted || appState === 'closed') return refuse('vivo-app-open', 10043, { app: app.appId });
  if (appState === 'released') return null;
  const mode = integerOf(body, 'pushMode');
  if (mode === 1 || (mode === undefined && path === '/message/pushToList')) return null;
  return refuse('vivo-app-released', 10045, { app: app.appId });
}

interface Opened {
  readonly steps: readonly TraceStep[];
  readonly result: Reply | Refused;
}

function open(request: VendorRequest, path: string, context: ReceiveContext): Opened {
  if (path === AUTH_PATH && request.method === 'POST') {
    const read = bodyOf(request);
    if ('refusal' in read) return { steps: [PATH], result: read };
    return { steps: [PATH, BODY], result: authorize(read.body, context) };
  }
  const endpoint = ENDPOINTS.get(path);
  if (endpoint?.method !== request.method)
    return { steps: [], result: { refusal: unknownPath(request, path, endpoint) } };
  const app = findApp(request, context);
  if ('rule' in app) return { steps: [PATH], result: { refusal: app } };
  if (endpoint.method === 'GET') {
    const call = { request, path, body: {}, context, app, state: context.state as VivoState };
    return { steps: openingOf(app), result: endpoint.handle(call) };
  }
  return post(request, path, context, app, endpoint);
}

function post(request: VendorRequest, path: string, context: ReceiveContext, app: VivoApp, endpoint: Endpoint): Opened {
  const opening = openingOf(app);
  const read = bodyOf(request);
  if ('refusal' in read) return { steps: opening, result: read };
  const { body } = read;
  const foreign = wrongApp(body, app);
  if (foreign) return { steps: opening.concat([BODY]), result: { refusal: foreign } };
  const refusal = endpoint.sends ? notAllowed(body, path, app, context) : null;
  if (refusal) {
    const before = refusal.code === 10043 ? [BODY, APP_ID] : [BODY, APP_ID, ...APP_STATE.slice(0, 1)];
    return { steps: opening.concat(before), result: { refusal } };
  }
  const steps = opening.concat([BODY, APP_ID], endpoint.sends ? APP_STATE : []);
  const state = context.state as VivoState;
  return { steps, result: endpoint.handle({ request, path, body, context, app, state }) };
}

/** vivo's endpoint: one request in, the answer and what follows out. Pure; never throws on any input. */
export function receive(request: VendorRequest, context: ReceiveContext): ReceiveResult {
  const sent = pathOf(request);
  const path = tidyPath(sent);
  const { steps, result } = open(request, path, context);
  const notes = lintRequest(request, sent, path);
  // The memory goes first: deliveries that follow count on top of it.
  const changed = result.state !== undefined && result.state !== context.state;
  const state = changed ? [{ type: 'state' as const, state: result.state }] : [];
  const facts = { target: result.target ?? null, title: result.title ?? null };
  if (isRefused(result)) {
    const { refusal, steps: passed = [], notes: hints = [] } = result;
    return {
      response: refusalAnswer(refusal),
      effects: state,
      trace: steps.concat(passed, [refusalStep(refusal)], hints, notes),
      ...facts,
    };
  }
  return {
    response: result.response,
    effects: [...state, ...(result.effects ?? [])],
    trace: steps.concat(result.steps, notes),
    ...facts,
  };
}
