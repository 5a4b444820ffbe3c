import type { TraceStep } from '../../trace/types.ts';
import type { AcceptedPush, Effect } from '../types.ts';
import type { Call } from './call.ts';
import { numberOf } from './ids.ts';
import type { MeizuMessage, MeizuPayload, TargetKind } from './message.ts';
import { count, type MeizuState } from './state.ts';
import { channelStep } from './steps.ts';
import type { Addressed, Audience } from './targets.ts';
import { timeText } from './time.ts';

/** A message on its way to those who get it. */
export interface Dispatch {
  readonly message: MeizuMessage;
  readonly audience: Audience;
  readonly kind: TargetKind;
  readonly messageId: string;
  readonly taskId: number | null;
  /** Names in the request; of tasks to many, everybody looked at. */
  readonly targets: number;
}

export interface Dispatched {
  readonly effects: readonly Effect[];
  readonly steps: readonly TraceStep[];
  readonly state: MeizuState;
}

function pushTo(call: Call, sending: Dispatch, { found, name }: Addressed, from: number): AcceptedPush<MeizuPayload> {
  const { message, kind, messageId, taskId } = sending;
  const { token, app } = found.target;
  return {
    id: messageId,
    channel: 'meizu',
    deviceId: found.device.id,
    token,
    app,
    payload: {
      messageId,
      appId: call.app.appId,
      taskId,
      message,
      kind,
      addressed: name,
      notifyId: numberOf(message.notifyKey === '' ? messageId : `${app}#${message.notifyKey}`),
    },
    title: message.passThrough ? null : message.title,
    body: message.passThrough ? null : message.content,
    expiresAt: message.lifeMs === null ? null : from + message.lifeMs,
    acceptedAt: call.context.now,
  };
}

/** Job of a task in the host's time table. */
export const jobOf = (taskId: number): string => `meizu-task-${taskId}`;

/** What is pushed later counts on the day of its push. */
function countSend(
  { app: { appId }, context: { now } }: Call,
  { message, audience, taskId, targets }: Dispatch,
): MeizuState {
  const asked = { targetNo: targets, validNo: audience.valid };
  const pushed = { pushedNo: audience.reached.length };
  const counted = { appId, taskId, now };
  if (message.startAt === null) return count(audience.state, counted, { ...asked, ...pushed }, 1);
  return count(count(audience.state, counted, asked, 1), { ...counted, now: message.startAt }, pushed);
}

/**
 * Sends an accepted message: one push for each registration, now or when the task or the display span begins, and the
 * counters of the statistics.
 */
export function dispatch(call: Call, sending: Dispatch): Dispatched {
  const { message, audience, messageId, taskId } = sending;
  const { now } = call.context;
  const steps: TraceStep[] = [];
  let due: number | null = message.startAt;
  if (due !== null) steps.push(channelStep('meizu-timed', 'note', { due: timeText(due) }));
  if (message.display !== null && message.display.from > (due ?? now) && message.display.from < message.display.to) {
    due = message.display.from;
    steps.push(channelStep('meizu-display-wait', 'note', { due: timeText(due) }));
  }
  const pushes = audience.reached.map((one) => pushTo(call, sending, one, due ?? now));
  const jobId = message.startAt !== null && taskId !== null ? jobOf(taskId) : messageId;
  const effects: readonly Effect[] =
    due === null
      ? pushes.map((push) => ({ type: 'push', push }))
      : pushes.length === 0
        ? []
        : [{ type: 'schedule', jobId, dueAt: due, pushes }];
  return { effects, steps, state: countSend(call, sending) };
}
