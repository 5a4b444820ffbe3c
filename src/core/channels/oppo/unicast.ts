import { field } from '../kit/form.ts';
import { parseJson } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import { sendSuccess } from './answers.ts';
import type { Call, Refused, Reply } from './call.ts';
import { effectsOf, roomToday } from './dispatch.ts';
import { jsonSource } from './fields.ts';
import { lintAround, lintBroadcastOnly, lintForm, lintKeys, lintNotification } from './lint.ts';
import { MESSAGE_PASSED, readMessage, type SingleMessage, stepsBefore } from './message.ts';
import { isRefusal } from './notification.ts';
import { missing, notJson } from './refusal.ts';
import { sendSingle } from './single.ts';
import { channelStep } from './steps.ts';

const KNOWN = ['message'];
const WELL_FORMED = channelStep('oppo-registration-id', 'pass');

const labelOf = ({ byAlias, target }: SingleMessage): string => (byAlias ? `alias ${shorten(target)}` : target);

/** Sends one message to one device, or to those with an alias. */
export function unicast(call: Call): Reply | Refused {
  const { form, notes } = call.body;
  const text = field(form, 'message');
  if (text === '') return { refusal: missing('message') };
  const value = parseJson(text);
  if (value === undefined) return { refusal: notJson('message', text, '{}') };
  const message = readMessage(call, value, 'message');
  if (isRefusal(message)) return { refusal: message, steps: stepsBefore(message) };
  const facts = { target: labelOf(message), title: message.notification.title };
  const room = roomToday(call, call.state);
  const sent = sendSingle(call, call.state, message);
  const counted =
    room.limit === Number.POSITIVE_INFINITY || (isRefusal(sent) && sent.rule === 'oppo-quota')
      ? []
      : [channelStep('oppo-quota', 'pass', { received: room.used, limit: room.limit })];
  const passed = MESSAGE_PASSED.concat(counted);
  if (isRefusal(sent)) return { refusal: sent, steps: passed, ...facts };
  const { messageId } = sent;
  return {
    response: sendSuccess(call.context.profile, `{"messageId":${JSON.stringify(messageId)}}`),
    effects: effectsOf(sent),
    state: sent.state,
    steps: passed.concat(
      [WELL_FORMED, channelStep(sent.again ? 'oppo-answered-again' : 'oppo-accepted', 'pass', { id: messageId })],
      sent.steps,
      lintNotification(message.notification, call),
      lintBroadcastOnly(jsonSource(message.raw)),
      lintKeys(message.raw),
      lintAround(message.around),
      lintForm(form, KNOWN),
      notes,
    ),
    ...facts,
  };
}
