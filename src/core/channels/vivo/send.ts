import type { TraceStep } from '../../trace/types.ts';
import { codePoints } from '../kit/bytes.ts';
import { find, put } from '../kit/shelf.ts';
import { shorten } from '../kit/steps.ts';
import { successAnswer } from './answers.ts';
import type { Call, Handler, Refused, Reply } from './call.ts';
import { AFTER_TARGET, BEFORE_TARGET, type CheckList, checkList, type MessageInput, runChecks } from './checks.ts';
import { dailyTotal, totalKey } from './control.ts';
import { dispatch } from './dispatch.ts';
import { type Draft, readDraft } from './draft.ts';
import { newTaskId } from './ids.ts';
import { ERA_LIMITS } from './limits.ts';
import { lintMessage } from './lint.ts';
import { classOf, displayAt, takeMessage } from './message.ts';
import type { VivoMessage } from './payload.ts';
import { trimmedOf } from './read.ts';
import { NOTHING, type Refusal, refuse } from './refusal.ts';
import { countSecond, today, type VivoState } from './state.ts';
import { channelStep } from './steps.ts';
import { explainInvalid, type IdKind, type InvalidUser, type Resolution, resolveIds, scopeOf } from './targets.ts';

/** A check that may change what the server remembers. */
type Admitted = { readonly state: VivoState; readonly steps: readonly TraceStep[] } | Refused;

/** Requests of the app in this second, when the workspace limits them. */
export function admitRate(call: Call): Admitted {
  const limit = call.context.profile.vivo.requestsPerSecond;
  if (limit <= 0) return { state: call.state, steps: [] };
  const sends = countSecond(call.state.sends, call.app.appId, call.context.now, limit);
  if (sends === null) return { refusal: refuse('vivo-rate', 10072, { app: call.app.appId, limit }) };
  return { state: { ...call.state, sends }, steps: [channelStep('vivo-rate', 'pass', { limit })] };
}

/** The total of the day of the message's class: what arrived against what may. */
export function checkTotal({ app, state, context }: Call, classification: 0 | 1, test: boolean): Refusal | null {
  if (!context.profile.vivo.messageClasses || test) return null;
  const received = today(state, app.appId, context.now)[totalKey(classification)];
  const limit = dailyTotal(app.packageName, classification, context);
  return received < limit ? null : refuse('vivo-total', classification === 0 ? 10070 : 10073, { received, limit });
}

function targetGiven({ draft }: MessageInput): Refusal | null {
  return draft.regId || draft.alias ? null : refuse('vivo-target-given', 10050, { name: 'regId / alias' });
}

function aliasLength({ call, draft }: MessageInput): Refusal | null {
  if (draft.regId || !draft.alias) return null;
  const received = codePoints(draft.alias);
  const limit = ERA_LIMITS[call.context.profile.vivo.era].alias;
  return received > limit
    ? refuse('vivo-alias-length', 10301, { received, limit }, `alias 长度不能超过${limit}个字符`)
    : null;
}

const SINGLE: CheckList = checkList(
  ...BEFORE_TARGET,
  { rule: 'vivo-target-given', run: targetGiven },
  { rule: 'vivo-alias-length', run: aliasLength },
  ...AFTER_TARGET,
);

export const lintOf = (call: Call, draft: Draft, many: boolean): readonly TraceStep[] =>
  lintMessage({
    draft,
    app: call.app,
    many,
    path: call.path,
    times: call.context,
    switches: call.context.profile.vivo,
  });

/** When the draft's `timedDisplay` wants it shown; null = on arrival. */
export function showAtOf(call: Call, draft: Draft): number | null {
  const due = displayAt(draft, call.context, classOf(draft, call.context.profile.vivo) === 0);
  return typeof due === 'number' ? due : null;
}

/** A message with its checks, rate and total passed. */
export interface Passed {
  readonly message: VivoMessage;
  readonly draft: Draft;
  readonly call: Call;
  readonly steps: readonly TraceStep[];
}

/** Checks a message up to the totals of the day, the same for every kind of send. */
export function passMessage(call: Call, list: CheckList, many: boolean): Passed | Refused {
  const draft = readDraft(call.body);
  const title = typeof draft.title === 'string' ? draft.title : null;
  const checked = runChecks(list, { call, draft, many });
  if (checked.refusal) return { refusal: checked.refusal, steps: checked.steps, title };
  const rated = admitRate(call);
  if ('refusal' in rated) return { ...rated, steps: checked.steps, title };
  const counted: Call = { ...call, state: rated.state };
  const steps = rated.steps.length === 0 ? checked.steps : checked.steps.concat(rated.steps);
  const { vivo } = call.context.profile;
  return { message: takeMessage(draft, call.app, many, vivo), draft, call: counted, steps };
}

/** Which rule says what an invalid user's status means. */
const WRONG = {
  regId: { 1: 'vivo-regid', 2: 'vivo-regid-gone', 4: 'vivo-test-device' },
  alias: { 1: 'vivo-alias', 2: 'vivo-alias-gone', 4: 'vivo-test-device' },
} as const;

function wrongTarget(kind: IdKind, { status, userid }: InvalidUser): Refusal {
  const params = { received: shorten(userid), status };
  const rule = WRONG[kind][status];
  if (kind === 'alias') return refuse(rule, 10303, params);
  return { ...refuse(rule, 10302, params), more: { invalidUser: { status, userid } } };
}

/** The phone of a single push refuses notifications, and the workspace has vivo say so. */
function unreachable(call: Call, { addressed }: Resolution): Refusal | null {
  const [one] = addressed;
  if (call.context.profile.vivo.unreachable === 'accept' || one === undefined) return null;
  return one.found.device.permission === 'denied'
    ? refuse('vivo-reachable', 10311, { received: shorten(one.name) })
    : null;
}

/** The memory of a call, with its first answer under its requestId. */
export function answered(state: VivoState, call: Call, requestId: string, body: string): VivoState {
  return { ...state, answers: put(state.answers, answerKey(call, requestId), body) };
}

const answerKey = ({ app, path }: Call, requestId: string): string => `${app.appId} ${path} ${requestId}`;

/** The first answer to a requestId that was used before, without sending anything. */
export function firstAnswer(call: Call): Reply | null {
  if (call.context.profile.vivo.repeatedRequest === 'send') return null;
  const requestId = trimmedOf(call.body, 'requestId');
  if (!requestId) return null;
  const body = find(call.state.answers, answerKey(call, requestId));
  if (body === undefined) return null;
  const response = { ...successAnswer(), body };
  const received = shorten(requestId);
  const steps = [
    channelStep('vivo-duplicate-request', 'note', { received }),
    channelStep('vivo-answered-again', 'pass', { received }),
  ];
  return { response, steps };
}

export const TOTAL_PASSED: readonly TraceStep[] = [channelStep('vivo-total', 'pass')];
const REACHABLE = channelStep('vivo-reachable', 'pass');
const KNOWN: Readonly<Record<IdKind, TraceStep>> = {
  regId: channelStep('vivo-regid', 'pass'),
  alias: channelStep('vivo-alias', 'pass'),
};

/** A message to one phone, which exists. */
export interface SinglePassed extends Passed {
  readonly resolution: Resolution;
  readonly target: string;
}

/** All checks of a message to one regId or alias. */
export function passSingle(call: Call): SinglePassed | Refused {
  const passed = passMessage(call, SINGLE, false);
  if ('refusal' in passed) return passed;
  const { draft, message, steps } = passed;
  const kind: IdKind = draft.regId ? 'regId' : 'alias';
  const name = draft.regId || draft.alias || '';
  const facts = { target: shorten(name), title: message.title, state: passed.call.state };
  const total = checkTotal(passed.call, message.classification, message.test);
  if (total) return { refusal: total, steps, ...facts };
  const { directory, profile } = call.context;
  const resolution = resolveIds(kind, [name], scopeOf(call.app, directory, message.test, profile.vivo.testDevices));
  const before = steps.concat(TOTAL_PASSED);
  const [wrong] = resolution.invalid;
  if (wrong) {
    const notes = explainInvalid(kind, resolution.invalid, directory);
    return { refusal: wrongTarget(kind, wrong), steps: before, notes, ...facts };
  }
  const refusal = unreachable(call, resolution);
  if (refusal) return { refusal, steps: before.concat([KNOWN[kind]]), ...facts };
  return { ...passed, resolution, target: facts.target, steps: before.concat([KNOWN[kind], REACHABLE]) };
}

/** Sends a message to the one phone and answers with its taskId. */
function single(call: Call): Reply | Refused {
  const passed = passSingle(call);
  if ('refusal' in passed) return passed;
  const { draft, message, resolution, steps, target } = passed;
  const taskId = newTaskId(call.context.ports);
  const sent = dispatch(passed.call, { taskId, message, resolution, showAt: showAtOf(call, draft) });
  const response = successAnswer({ taskId });
  const both = draft.regId && draft.alias ? [channelStep('vivo-alias-ignored', 'note', { received: 'regId' })] : [];
  return {
    response,
    effects: sent.effects,
    state: answered(sent.state, call, draft.requestId ?? NOTHING, response.body),
    steps: steps.concat(
      [channelStep('vivo-accepted', 'pass', { task: taskId })],
      sent.steps,
      both,
      lintOf(call, draft, false),
    ),
    target,
    title: message.title,
  };
}

/** `/message/send`: to one regId or alias. */
export const sendHandler: Handler = (call) => firstAnswer(call) ?? single(call);
