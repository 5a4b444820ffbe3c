import type { TraceStep } from '../../trace/types.ts';
import { isObject, type JsonObject, member, parseJson } from '../kit/json.ts';
import type { Call } from './call.ts';
import { FieldReader, jsonSource, type Source, shown } from './fields.ts';
import { applyTemplate, checkClass, templateOf } from './message-class.ts';
import { checkRequired, isRefusal, type OppoNotification, type Place, readNotification } from './notification.ts';
import { invalid, missing, notJson, type Refusal } from './refusal.ts';
import { channelStep } from './steps.ts';

/** One message for one target, as unicast and batch take it. */
export interface SingleMessage {
  readonly byAlias: boolean;
  readonly target: string;
  readonly verify: boolean;
  readonly notification: OppoNotification;
  /** The notification as sent, for notes on its keys. */
  readonly raw: JsonObject;
  /** The message around it, for the same. */
  readonly around: JsonObject;
}

const PRESENT = channelStep('oppo-argument-required', 'pass');
const VALID = channelStep('oppo-argument-value', 'pass');
const CLASSED = channelStep('oppo-category', 'pass');

/** What has been checked when everything was right. */
export const MESSAGE_PASSED: readonly TraceStep[] = [PRESENT, VALID, CLASSED];

/** The steps before a refusal, by the rule that refused. */
export function stepsBefore({ rule }: Refusal): readonly TraceStep[] {
  if (rule === 'oppo-argument-required') return [];
  if (rule === 'oppo-argument-value' || rule === 'oppo-json') return [];
  return [PRESENT, VALID];
}

/** Required fields, ranges, and class checks of a notification; templates filled in. */
export function takeNotification(call: Call, source: Source, place: Place, prefix = ''): OppoNotification | Refusal {
  const { profile } = call.context;
  const textsGiven = templateOf(source('private_msg_template_id'), call.app) !== undefined;
  const lacking = checkRequired(source, place, textsGiven, prefix);
  if (lacking) return lacking;
  const read = readNotification(source, place, profile, prefix);
  if (isRefusal(read)) return read;
  return checkClass(read, profile) ?? applyTemplate(inOurTime(read, call), call.app);
}

/** Its absolute times on the simulator's clock. */
function inOurTime(read: OppoNotification, { context }: Call): OppoNotification {
  const moved = (at: number | null) => (at === null ? null : context.senderTime(at));
  const { showFrom, showUntil, startAt } = read;
  return { ...read, showFrom: moved(showFrom), showUntil: moved(showUntil), startAt: moved(startAt) };
}

/** 40: what a message must have around its notification. */
function checkEnvelope(source: Source, prefix: string): Refusal | null {
  for (const name of ['target_type', 'target_value', 'notification'])
    if (source(name) === undefined) return missing(`${prefix}${name}`);
  return null;
}

/** The notification of a message: an object, or the text of one. */
function notificationObject(value: unknown): JsonObject | null {
  const parsed = typeof value === 'string' ? parseJson(value) : value;
  return isObject(parsed) ? parsed : null;
}

/** Reads and checks one message object; everything but quota and target. */
export function readMessage(call: Call, value: unknown, name: string): SingleMessage | Refusal {
  if (!isObject(value)) return notJson(name, shown(value), '{}');
  const source = jsonSource(value);
  const prefix = name === 'message' ? '' : `${name}.`;
  const lacking = checkEnvelope(source, prefix);
  if (lacking) return lacking;
  const given = source('notification');
  const raw = notificationObject(given);
  if (raw === null) return invalid(`${prefix}notification`, shown(given), '{…}');
  const inner = `${prefix}notification.`;
  const needs = checkRequired(
    jsonSource(raw),
    'unicast',
    templateOf(member(raw, 'private_msg_template_id'), call.app) !== undefined,
    inner,
  );
  if (needs) return needs;
  const reader = new FieldReader(source, prefix);
  const byAlias = reader.integer('target_type', { oneOf: [2, 5] }) === 5;
  const target = reader.text('target_value') ?? '';
  const verify = reader.flag('verify_registration_id', false);
  if (reader.refusal) return reader.refusal;
  const notification = takeNotification(call, jsonSource(raw), 'unicast', inner);
  return isRefusal(notification) ? notification : { byAlias, target, verify, notification, raw, around: value };
}
