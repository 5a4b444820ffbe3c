import type { TraceStep } from '../../trace/types.ts';
import { isObject, type JsonObject, member } from '../kit/json.ts';
import { put } from '../kit/shelf.ts';
import { shorten } from '../kit/steps.ts';
import { successAnswer } from './answers.ts';
import type { Call, Handler, Refused, Reply } from './call.ts';
import { dispatch } from './dispatch.ts';
import { newTaskId } from './ids.ts';
import { integerOf, shownOf } from './read.ts';
import { REASON, receiptPost } from './receipt-post.ts';
import { NOTHING } from './refusal.ts';
import { answered, firstAnswer, lintOf, passSingle, type SinglePassed } from './send.ts';
import { newTask } from './state.ts';
import { channelStep } from './steps.ts';

/** What is wrong with a live card; vivo tells it in a receipt, so the call itself succeeds. */
function faultOf(body: JsonObject, notifyId: number | null): string | null {
  if (notifyId === null) return `notifyId ${NOTHING}`;
  const live = member(body, 'liveMessage');
  if (!isObject(live)) return `liveMessage ${shownOf(body, 'liveMessage')}`;
  const operation = integerOf(live, 'operation');
  if (operation !== 1 && operation !== 2) return `operation ${shorten(shownOf(live, 'operation'))}`;
  const template = integerOf(live, 'templateType');
  const known = template === undefined || (template !== null && [1, 2, 4].includes(template));
  return known ? null : `templateType ${shorten(shownOf(live, 'templateType'))}`;
}

function send(passed: SinglePassed): Reply {
  const { call, draft, resolution, steps, target } = passed;
  const taskId = newTaskId(call.context.ports);
  const { receipts } = passed.message;
  // Live cards have receipts by id only.
  const message = { ...passed.message, live: true, receipts: receipts?.form === 'id' ? receipts : null };
  const response = successAnswer({ taskId });
  const fault = faultOf(call.body, message.notifyId);
  const finish = (state: Call['state'], more: readonly TraceStep[]): Reply => ({
    response,
    state: answered(state, call, draft.requestId ?? NOTHING, response.body),
    steps: steps.concat([channelStep('vivo-accepted', 'pass', { task: taskId })], more, lintOf(call, draft, false)),
    target,
    title: message.title,
  });
  if (fault !== null) {
    const tasks = put(call.state.tasks, taskId, newTask(call.app.appId));
    const post = receiptPost({ taskId, message, addressed: target, control: null }, REASON.liveNotSent);
    const effects = post ? [{ type: 'callback' as const, callback: post }] : [];
    const note = channelStep('vivo-live-fault', 'note', { received: fault });
    return { ...finish({ ...call.state, tasks }, [note]), effects };
  }
  const sent = dispatch(call, { taskId, message, resolution, showAt: null });
  return { ...finish(sent.state, sent.steps), effects: sent.effects };
}

/** `/livemessage/send`: updates or ends a live card that the app has made on the phone. */
export const liveHandler: Handler = (call): Reply | Refused => {
  const before = firstAnswer(call);
  if (before) return before;
  const passed = passSingle(call);
  return 'refusal' in passed ? passed : send(passed);
};
