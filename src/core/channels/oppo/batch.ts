import type { TraceStep } from '../../trace/types.ts';
import { field } from '../kit/form.ts';
import { parseJson } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import { sendSuccess, textOf } from './answers.ts';
import type { Call, Refused, Reply } from './call.ts';
import { type Dispatched, effectsOf } from './dispatch.ts';
import { unicastId } from './ids.ts';
import { lintAround, lintForm, lintKeys, lintNotification } from './lint.ts';
import { MESSAGE_PASSED, readMessage, type SingleMessage, stepsBefore } from './message.ts';
import { isRefusal } from './notification.ts';
import { invalid, missing, notJson, type Refusal } from './refusal.ts';
import { sendSingle } from './single.ts';
import type { OppoState } from './state.ts';
import { channelStep } from './steps.ts';

export const BATCH_LIMIT = 1000;
const KNOWN = ['messages'];

/** Reads all messages; the first bad field fails the whole call. */
function readMessages(call: Call): readonly SingleMessage[] | Refusal {
  const text = field(call.body.form, 'messages');
  if (text === '') return missing('messages');
  const value = parseJson(text);
  if (!Array.isArray(value)) return notJson('messages', text, '[]');
  if (value.length === 0) return missing('messages');
  if (value.length > BATCH_LIMIT) return invalid('messages', `[${value.length}]`, `≤ ${BATCH_LIMIT}`);
  const messages: SingleMessage[] = [];
  for (const [index, item] of value.entries()) {
    const read = readMessage(call, item, `messages[${index}]`);
    if (isRefusal(read)) return read;
    messages.push(read);
  }
  return messages;
}

interface Outcome extends Pick<Dispatched, 'receipts' | 'pushes'> {
  /** JSON text of each item's result, in order. */
  readonly items: readonly string[];
  readonly steps: readonly TraceStep[];
  readonly state: OppoState;
}

function note(rule: 'oppo-bad-targets' | 'oppo-quota-targets', ids: readonly string[]): TraceStep[] {
  if (ids.length === 0) return [];
  return [channelStep(rule, 'note', { count: ids.length, received: shorten(ids.join(', ')) })];
}

/** V1.9.3 leaves the id out of failed items; a sample of today's document has it. */
const failedId = ({ app, context }: Call): { readonly messageId?: string } =>
  context.profile.oppo.failedItemIds ? { messageId: unicastId(app.appId, context.ports) } : {};

function sendAll(call: Call, messages: readonly SingleMessage[]): Outcome {
  const items: string[] = [];
  const pushes: Dispatched['pushes'][number][] = [];
  const receipts: Dispatched['receipts'][number][] = [];
  const steps: TraceStep[] = [];
  const failed: Record<number, string[]> = { 33: [], 10000: [] };
  let state = call.state;
  for (const message of messages) {
    const sent = sendSingle(call, state, message);
    const registrationId = message.target;
    if (isRefusal(sent)) {
      failed[sent.code]?.push(registrationId);
      const errorMessage = textOf(sent.code, call.context.profile);
      items.push(JSON.stringify({ ...failedId(call), registrationId, errorCode: sent.code, errorMessage }));
      continue;
    }
    items.push(JSON.stringify({ messageId: sent.messageId, registrationId }));
    pushes.push(...sent.pushes);
    receipts.push(...sent.receipts);
    steps.push(...sent.steps);
    state = sent.state;
  }
  const notes = [...note('oppo-bad-targets', failed[10000] ?? []), ...note('oppo-quota-targets', failed[33] ?? [])];
  return { items, pushes, receipts, steps: notes.concat(steps), state };
}

const NOTES_MAX = 20;

/** Notes on the messages of a batch, each kind once. */
function lintAll(call: Call, messages: readonly SingleMessage[]): readonly TraceStep[] {
  const seen = new Map<string, TraceStep>();
  for (const { notification, raw, around } of messages)
    for (const step of [...lintNotification(notification, call), ...lintKeys(raw), ...lintAround(around)])
      if (!seen.has(step.rule)) seen.set(step.rule, step);
  return [...seen.values()];
}

/** Sends up to 1000 different messages, each to its own target; every one has its own result. */
export function unicastBatch(call: Call): Reply | Refused {
  const messages = readMessages(call);
  if (isRefusal(messages)) return { refusal: messages, steps: stepsBefore(messages) };
  const { items, steps, state, ...sent } = sendAll(call, messages);
  const [first] = messages;
  return {
    response: sendSuccess(call.context.profile, `[${items.join(',')}]`),
    effects: effectsOf(sent),
    state,
    steps: MESSAGE_PASSED.concat(
      [channelStep('oppo-batch-accepted', 'pass', { count: messages.length })],
      steps.slice(0, NOTES_MAX),
      lintAll(call, messages),
      lintForm(call.body.form, KNOWN),
      call.body.notes,
    ),
    target: messages.length === 1 ? (first?.target ?? null) : `${messages.length} targets`,
    title: first?.notification.title ?? null,
  };
}
