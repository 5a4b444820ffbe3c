import { codePoints } from '../kit/bytes.ts';
import { append } from '../kit/log.ts';
import { shorten } from '../kit/steps.ts';
import { valueAnswer } from './answers.ts';
import type { Call, Handler, Refused, Reply } from './call.ts';
import { dispatch, jobOf } from './dispatch.ts';
import { messageId } from './ids.ts';
import type { MeizuMessage } from './message.ts';
import { listParam, param } from './params.ts';
import { readMessage } from './read-message.ts';
import { badValue, type Refusal, refuse } from './refusal.ts';
import { type Checked, checkAfterMessage, checkPassThrough, PASS_THROUGH } from './send.ts';
import { cancelTask, findTask, type MeizuState, NO_COUNTS, type Task } from './state.ts';
import { channelStep } from './steps.ts';
import { audienceOfMany, registrations, taggedWith } from './targets.ts';

export const TAG_LIMIT = 20;
export const TAGS_LIMIT = 100;

const badParameter = (name: string, received: string | number, expected: string): Refusal =>
  badValue('meizu-parameter-value', {
    name,
    received: typeof received === 'string' ? shorten(received) : received,
    expected,
  });

/** One of the texts that a parameter may be. */
export function oneOf(call: Call, name: string, allowed: readonly string[]): Refusal | null {
  const value = param(call.params, name);
  return allowed.includes(value) ? null : badParameter(name, value, allowed.join(', '));
}

/** At most 100 tags of at most 20 characters; none at all counts as a missing parameter. */
export function checkTags(tags: readonly string[], name: string): Refusal | null {
  if (tags.length === 0) return refuse('meizu-parameters', '110004', '参数不能为空', { name });
  if (tags.length > TAGS_LIMIT) return badParameter(name, tags.length, `≤ ${TAGS_LIMIT}`);
  const long = tags.find((tag) => codePoints(tag) > TAG_LIMIT);
  return long === undefined ? null : badParameter(name, long, `≤ ${TAG_LIMIT}`);
}

const VALUES = channelStep('meizu-parameter-value', 'pass');

const taskValue = (task: Task): object => ({
  taskId: task.id,
  pushType: task.passThrough ? 1 : 0,
  appId: Number(task.appId),
});

function addTask(
  call: Call,
  message: MeizuMessage,
  audience: Task['audience'],
): { readonly state: MeizuState; readonly task: Task } {
  const { state, app } = call;
  const task: Task = {
    id: state.nextTaskId,
    appId: app.appId,
    passThrough: message.passThrough,
    audience,
    message,
    dueAt: message.startAt,
    cancelled: false,
    counters: NO_COUNTS,
  };
  return { task, state: { ...state, nextTaskId: task.id + 1, tasks: append(state.tasks, task) } };
}

/** A message that has passed, with the steps so far; or the refusal. */
function takeMessage(call: Call, passThrough: boolean, broadcast: boolean): Checked {
  const refusal = checkPassThrough(call, passThrough);
  if (refusal) return { refusal, steps: [VALUES] };
  const use = { passThrough, task: true, broadcast, times: call.context, profile: call.context.profile.meizu };
  const checked = checkAfterMessage(call, readMessage(param(call.params, 'messageJson'), use));
  return { ...checked, steps: [VALUES, PASS_THROUGH, ...checked.steps] };
}

/** `getTaskId`: keeps a message for sends by its number. */
export const makeTask: Handler = (call): Reply | Refused => {
  const bad = oneOf(call, 'pushType', ['0', '1']);
  if (bad) return { refusal: bad };
  const taken = takeMessage(call, param(call.params, 'pushType') === '1', false);
  if ('refusal' in taken) return taken;
  const { task, state } = addTask(call, taken.message, 'targets');
  return {
    response: valueAnswer(call, taskValue(task)),
    state,
    steps: [...taken.steps, channelStep('meizu-task-made', 'pass', { id: task.id }), ...taken.notes],
    title: taken.message.title || null,
  };
};

interface Audience {
  readonly kind: 'app' | 'tag';
  readonly label: string;
  readonly tags: readonly string[] | null;
}

function sendToMany(call: Call, { kind, label, tags }: Audience): Reply | Refused {
  const taken = takeMessage(call, param(call.params, 'pushType') === '1', true);
  if ('refusal' in taken) return { ...taken, target: label };
  const { message } = taken;
  const { task, state } = addTask(call, message, kind);
  const all = tags === null ? registrations(call) : taggedWith(call, tags, param(call.params, 'scope') === '1');
  const audience = audienceOfMany({ ...call, state }, message, all);
  const id = messageId(call.context.ports);
  const sending = { message, audience, kind, messageId: id, taskId: task.id, targets: all.length };
  const sent = dispatch(call, sending);
  return {
    response: valueAnswer(call, taskValue(task)),
    effects: sent.effects,
    state: sent.state,
    steps: [
      ...taken.steps,
      channelStep('meizu-task-made', 'pass', { id: task.id }),
      ...(audience.reached.length === 0 ? [channelStep('meizu-nobody', 'note')] : []),
      ...sent.steps,
      ...taken.notes,
    ],
    target: label,
    title: message.title || null,
  };
}

/** `pushToApp`: all users; notifications only. */
export const pushToApp: Handler = (call) => {
  const bad = oneOf(call, 'pushType', ['0']);
  return bad ? { refusal: bad } : sendToMany(call, { kind: 'app', label: 'all users', tags: null });
};

/** `pushToTag`: users with any (`scope` 0) or all (1) of the tags. */
export const pushToTag: Handler = (call) => {
  const tags = listParam(call.params, 'tagNames');
  const bad = oneOf(call, 'pushType', ['0', '1']) ?? oneOf(call, 'scope', ['0', '1']) ?? checkTags(tags, 'tagNames');
  const label = `tags ${shorten(tags.join(', '))}`;
  return bad ? { refusal: bad, target: label } : sendToMany(call, { kind: 'tag', label, tags });
};

/** `cancel`: only tasks to all users whose time has not come; they go out at once, so none is ever half sent. */
export const cancel: Handler = (call) => {
  const bad = oneOf(call, 'pushType', ['0', '1']);
  if (bad) return { refusal: bad };
  const received = shorten(param(call.params, 'taskId'));
  const task = findTask(call.state, call.app.appId, param(call.params, 'taskId'));
  const type = task?.passThrough === true ? '1' : '0';
  if (task === undefined || task.audience !== 'app' || type !== param(call.params, 'pushType')) {
    const refusal = refuse('meizu-task-known', '110032', '非法的taskId', { received, app: call.app.appId });
    return { refusal, steps: [VALUES] };
  }
  const steps = [VALUES, channelStep('meizu-task-known', 'pass', { received })];
  if (task.cancelled || task.dueAt === null || task.dueAt <= call.context.now) {
    const refusal = refuse('meizu-task-ended', '500', '任务已取消[已完成]，无法取消', { received });
    return { refusal, steps };
  }
  return {
    response: valueAnswer(call, { result: true }),
    effects: [{ type: 'unschedule', jobId: jobOf(task.id) }],
    state: cancelTask(call.state, task),
    steps: [...steps, channelStep('meizu-task-ended', 'pass'), channelStep('meizu-done', 'pass')],
    target: `task ${task.id}`,
  };
};
