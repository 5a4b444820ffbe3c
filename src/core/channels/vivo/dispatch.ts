import type { TraceStep } from '../../trace/types.ts';
import { find, put } from '../kit/shelf.ts';
import { shorten } from '../kit/steps.ts';
import type { Effect } from '../types.ts';
import { timeText } from './auth.ts';
import type { Call } from './call.ts';
import { CONTROL_CODES, dailyTotal, ruleOn } from './control.ts';
import type { Control, VivoMessage, VivoPush } from './payload.ts';
import { controlReceipt } from './receipt-post.ts';
import { addUp, newTask, type VivoState } from './state.ts';
import { channelStep } from './steps.ts';
import type { Addressed, Resolution } from './targets.ts';

/** A message with its looked-up targets, under one task. */
export interface Dispatch {
  readonly taskId: string;
  readonly message: VivoMessage;
  readonly resolution: Resolution;
  /** When it is to be shown, ms; null = on arrival. */
  readonly showAt: number | null;
}

export interface Dispatched {
  readonly effects: readonly Effect[];
  readonly steps: readonly TraceStep[];
  readonly state: VivoState;
}

function pushTo(call: Call, part: Dispatch, { found, name }: Addressed, control: Control | null): VivoPush {
  const { taskId, message, showAt } = part;
  const { now } = call.context;
  return {
    id: taskId,
    channel: 'vivo',
    deviceId: found.device.id,
    token: found.target.token,
    app: found.target.app,
    payload: { taskId, message, addressed: name, control },
    title: message.title,
    body: message.content,
    expiresAt: message.sendOnline ? null : (showAt ?? now) + message.life,
    acceptedAt: now,
  };
}

interface Ruled {
  readonly pushes: readonly VivoPush[];
  readonly state: VivoState;
}

function ruleAll(call: Call, part: Dispatch): Ruled {
  const { message, resolution } = part;
  const { context, app } = call;
  const total = message.classed ? dailyTotal(app.packageName, message.classification, context) : 0;
  let { state } = call;
  const pushes: VivoPush[] = [];
  for (const [index, item] of resolution.addressed.entries()) {
    const ruled = ruleOn(message, item.found, index, total, context, state);
    state = ruled.state;
    pushes.push(pushTo(call, part, item, ruled.control));
  }
  return { pushes, state };
}

function remember(part: Dispatch, call: Call, { pushes, state }: Ruled): VivoState {
  const { addressed, invalid } = part.resolution;
  const record = find(state.tasks, part.taskId) ?? newTask(call.app.appId);
  const controlled = pushes.filter(({ payload }) => payload.control !== null).length;
  const counted = addUp(record, {
    target: addressed.length + invalid.length,
    valid: addressed.length,
    send: pushes.length - controlled,
    controlled,
    targetInvalid: invalid.filter(({ status }) => status !== 2).length,
    targetUnSub: invalid.filter(({ status }) => status === 2).length,
    targetOffline: addressed.filter(({ found }) => !found.device.online).length,
  });
  return { ...state, tasks: put(state.tasks, part.taskId, counted) };
}

function notes(part: Dispatch, pushes: readonly VivoPush[]): TraceStep[] {
  const steps: TraceStep[] = [];
  const { invalid } = part.resolution;
  if (invalid.length > 0) {
    const targets = shorten(invalid.map(({ userid }) => userid).join(', '));
    steps.push(channelStep('vivo-bad-targets', 'note', { count: invalid.length, targets }));
  }
  for (const [control, code] of Object.entries(CONTROL_CODES)) {
    const count = pushes.filter(({ payload }) => payload.control === control).length;
    if (count > 0) steps.push(channelStep('vivo-controlled', 'note', { count, code }));
  }
  if (part.showAt !== null) steps.push(channelStep('vivo-timed-display-due', 'note', { due: timeText(part.showAt) }));
  return steps;
}

function onTheirWay(call: Call, part: Dispatch, pushes: readonly VivoPush[]): readonly Effect[] {
  const { showAt, taskId } = part;
  if (showAt === null || pushes.length === 0) return pushes.map((push) => ({ type: 'push', push }));
  // A saved body may be sent several times, so the task alone does not name the job.
  return [{ type: 'schedule', jobId: call.context.ports.ids.next(`vivo-${taskId}`), dueAt: showAt, pushes }];
}

/** Sends a message on its way: a push for each registration, counters, receipts of what is only counted. */
export function dispatch(call: Call, part: Dispatch): Dispatched {
  const ruled = ruleAll(call, part);
  const posts = ruled.pushes.flatMap((push) => controlReceipt(push));
  return {
    effects: onTheirWay(call, part, ruled.pushes).concat(posts.map((callback) => ({ type: 'callback', callback }))),
    steps: notes(part, ruled.pushes),
    state: remember(part, call, ruled),
  };
}
