import type { TraceStep } from '../../trace/types.ts';
import { isObject, member, parseBody } from '../kit/json.ts';
import { put } from '../kit/shelf.ts';
import { shorten } from '../kit/steps.ts';
import { successAnswer } from './answers.ts';
import type { Call, Handler, Refused, Reply } from './call.ts';
import { AFTER_TARGET, BEFORE_TARGET, checkList, REQUEST_ID, runChecks } from './checks.ts';
import { chinaClock, isDay } from './china.ts';
import { dispatch } from './dispatch.ts';
import { readDraft } from './draft.ts';
import { newTaskId } from './ids.ts';
import { TARGETS_LIMIT } from './limits.ts';
import { listOf, type Read, shownOf, trimmedOf } from './read.ts';
import { NOTHING, type Refusal, refuse } from './refusal.ts';
import { admitRate, answered, checkTotal, firstAnswer, lintOf, passMessage, showAtOf, TOTAL_PASSED } from './send.ts';
import { BODY_DAYS, countToday, newTask, type SavedBody, savedBody, today } from './state.ts';
import { channelStep } from './steps.ts';
import { explainInvalid, type IdKind, resolveIds, scopeOf } from './targets.ts';

const TO_SAVE = checkList(...BEFORE_TARGET, ...AFTER_TARGET);

function bodiesLeft({ app, state, context }: Call): Refusal | null {
  const { messageClasses, bodiesPerDay: limit } = context.profile.vivo;
  if (!messageClasses) return null;
  const received = today(state, app.appId, context.now).bodies;
  return received < limit ? null : refuse('vivo-bodies', 10252, { received, limit });
}

function save(call: Call): Reply | Refused {
  const passed = passMessage(call, TO_SAVE, true);
  if ('refusal' in passed) return passed;
  const { draft, message, steps, call: counted } = passed;
  const { now, ports } = call.context;
  const full = bodiesLeft(counted);
  if (full) return { refusal: full, steps, title: message.title, state: counted.state };
  const taskId = newTaskId(ports);
  const body: SavedBody = { appId: call.app.appId, message, showAt: showAtOf(call, draft), at: now };
  const response = successAnswer({ taskId });
  const kept = countToday(counted.state, call.app.appId, now, 'bodies');
  const state = {
    ...kept,
    bodies: put(kept.bodies, taskId, body),
    tasks: put(kept.tasks, taskId, newTask(call.app.appId)),
  };
  return {
    response,
    state: answered(state, call, draft.requestId ?? NOTHING, response.body),
    steps: steps.concat(
      [channelStep('vivo-bodies', 'pass'), channelStep('vivo-accepted', 'pass', { task: taskId })],
      lintOf(call, draft, true),
    ),
    target: `task ${taskId}`,
    title: message.title,
  };
}

/** `/message/saveListPayload`: keeps a body for list pushes. */
export const saveHandler: Handler = (call) => firstAnswer(call) ?? save(call);

interface Targets {
  readonly kind: IdKind;
  readonly names: readonly string[];
}

/** `regIds` win over `aliases`; what is no list of texts counts as a list of the wrong length. */
function readTargets({ body }: Call): Targets | Refusal {
  const given = (['regIds', 'aliases'] as const).map((name): [typeof name, Read<readonly string[]>] => [
    name,
    listOf(body, name),
  ]);
  const [name, names] = given.find(([, value]) => value !== undefined) ?? ['regIds', undefined];
  if (names === undefined) return refuse('vivo-target-given', 10150, { name: 'regIds / aliases' });
  const code = name === 'regIds' ? 10153 : 10154;
  if (names === null) return refuse('vivo-target-list', code, { name, received: shorten(shownOf(body, name)) });
  const received = names.length;
  if (received < 2 || received > TARGETS_LIMIT)
    return refuse('vivo-target-count', code, { name, received, limit: TARGETS_LIMIT });
  return { kind: name === 'regIds' ? 'regId' : 'alias', names };
}

function findBody(call: Call): { readonly taskId: string; readonly saved: SavedBody } | Refusal {
  const taskId = trimmedOf(call.body, 'taskId');
  if (taskId === undefined) return refuse('vivo-task-id', 10151, { received: NOTHING });
  const received = shorten(shownOf(call.body, 'taskId'));
  if (taskId === null || !/^\d+$/.test(taskId)) return refuse('vivo-task-id', 10152, { received });
  const saved = savedBody(call.state, call.app.appId, taskId, call.context.now);
  return saved ? { taskId, saved } : refuse('vivo-task-known', 10155, { received, limit: BODY_DAYS });
}

/** A client that keeps taskIds as doubles rounds their 18 digits before they get here. */
function roundedNumber({ request }: Call): readonly TraceStep[] {
  const plain = parseBody(request.body);
  const value = isObject(plain) ? member(plain, 'taskId') : undefined;
  const rounded = typeof value === 'number' && !Number.isSafeInteger(value);
  return rounded ? [channelStep('vivo-task-digits', 'note')] : [];
}

const TO_LIST = checkList(REQUEST_ID);
const TARGETS_PASSED = [channelStep('vivo-target-given', 'pass'), channelStep('vivo-target-count', 'pass')];
const TASK_PASSED = [channelStep('vivo-task-id', 'pass'), channelStep('vivo-task-known', 'pass')];

function list(call: Call): Reply | Refused {
  const draft = readDraft(call.body);
  const checked = runChecks(TO_LIST, { call, draft, many: true });
  if (checked.refusal) return { refusal: checked.refusal };
  const targets = readTargets(call);
  if ('rule' in targets) return { refusal: targets, steps: checked.steps };
  const steps = checked.steps.concat(TARGETS_PASSED);
  const target = `${targets.names.length} ${targets.kind === 'regId' ? 'regIds' : 'aliases'}`;
  const rated = admitRate(call);
  if ('refusal' in rated) return { ...rated, steps, target };
  const counted: Call = { ...call, state: rated.state };
  const found = findBody(counted);
  if ('rule' in found)
    return {
      refusal: found,
      steps: steps.concat(rated.steps),
      notes: roundedNumber(call),
      target,
      state: counted.state,
    };
  const requestId = draft.requestId ?? NOTHING;
  // A body that was saved for a test stays one; the list's own pushMode can also make it one.
  const test = draft.pushMode === undefined ? found.saved.message.test : draft.pushMode === 1;
  const saved = test === found.saved.message.test ? found.saved : withTest(found.saved, test);
  return sendList(counted, targets, {
    ...found,
    saved,
    requestId,
    target,
    steps: steps.concat(rated.steps, TASK_PASSED),
  });
}

const withTest = (saved: SavedBody, test: boolean): SavedBody => ({ ...saved, message: { ...saved.message, test } });

interface Ready {
  readonly taskId: string;
  readonly saved: SavedBody;
  readonly requestId: string;
  readonly target: string;
  readonly steps: ReturnType<typeof TASK_PASSED.concat>;
}

/** The hour may have changed since the body was saved. */
function hoursNow(call: Call, { message }: SavedBody): Refusal | null {
  const { vivo } = call.context.profile;
  if (!vivo.messageClasses || vivo.nightSends !== 'refused') return null;
  if (message.test || message.classification === 1 || isDay(call.context.now)) return null;
  return refuse('vivo-hours', 10071, { received: chinaClock(call.context.now) });
}

function sendList(call: Call, { kind, names }: Targets, ready: Ready): Reply | Refused {
  const { taskId, saved, requestId, target } = ready;
  const { message } = saved;
  const facts = { target, title: message.title, state: call.state };
  const refusal = hoursNow(call, saved) ?? checkTotal(call, message.classification, message.test);
  if (refusal) return { refusal, steps: ready.steps, ...facts };
  const { directory, now, profile } = call.context;
  const resolution = resolveIds(kind, names, scopeOf(call.app, directory, message.test, profile.vivo.testDevices));
  const showAt = saved.showAt !== null && saved.showAt > now ? saved.showAt : null;
  const sent = dispatch(call, { taskId, message, resolution, showAt });
  const response = successAnswer({ requestId, invalidUsers: resolution.invalid });
  const nobody = resolution.addressed.length === 0 ? [channelStep('vivo-nobody', 'note', { received: target })] : [];
  return {
    response,
    effects: sent.effects,
    state: answered(sent.state, call, requestId, response.body),
    steps: ready.steps.concat(
      TOTAL_PASSED,
      [channelStep('vivo-accepted', 'pass', { task: taskId })],
      sent.steps,
      nobody,
      explainInvalid(kind, resolution.invalid, directory),
    ),
    target,
    title: message.title,
  };
}

/** `/message/pushToList`: a saved body to 2 to 1000 regIds or aliases. */
export const listHandler: Handler = (call) => firstAnswer(call) ?? list(call);
