import type { TraceStep } from '../../trace/types.ts';
import { field } from '../kit/form.ts';
import { isObject, member, parseJson } from '../kit/json.ts';
import { find, put } from '../kit/shelf.ts';
import { shorten } from '../kit/steps.ts';
import { sendSuccess } from './answers.ts';
import type { Call, Refused, Reply } from './call.ts';
import { type Addressee, dispatch, effectsOf, roomToday } from './dispatch.ts';
import { FieldReader, formSource } from './fields.ts';
import { hexId } from './ids.ts';
import { lintForm, lintNotification } from './lint.ts';
import { MESSAGE_PASSED, stepsBefore, takeNotification } from './message.ts';
import { isPublic } from './message-class.ts';
import { isRefusal, type OppoNotification } from './notification.ts';
import { invalid, missing, type Refusal, refuse } from './refusal.ts';
import type { OppoState, SavedMessage } from './state.ts';
import { channelStep } from './steps.ts';
import { liveTargets, resolveId, withAlias } from './targets.ts';

export const TARGETS_LIMIT = 1000;

/** Stores a message body; the same app_message_id again gives the stored id. */
export function saveMessage(call: Call): Reply | Refused {
  const { form, notes } = call.body;
  const notification = takeNotification(call, formSource(form), 'broadcast');
  if (isRefusal(notification)) return { refusal: notification, steps: stepsBefore(notification) };
  const { appMessageId } = notification;
  const key = appMessageId === null ? null : JSON.stringify([call.app.appId, appMessageId]);
  const stored = key === null ? undefined : find(call.state.savedIds, key);
  const id = stored ?? hexId(call.context.ports);
  const { appId } = call.app;
  const saved: OppoState = { ...call.state, saved: put(call.state.saved, id, { appId, notification }) };
  const before: readonly TraceStep[] =
    stored === undefined ? [] : [channelStep('oppo-saved-before', 'note', { received: shorten(appMessageId ?? '') })];
  return {
    response: sendSuccess(call.context.profile, JSON.stringify({ message_id: id })),
    ...(stored === undefined
      ? { state: key === null ? saved : { ...saved, savedIds: put(saved.savedIds, key, id) } }
      : {}),
    steps: MESSAGE_PASSED.concat(
      [channelStep('oppo-accepted', 'pass', { id })],
      before,
      lintNotification(notification, call),
      lintForm(form, [], true),
      notes,
    ),
    target: `message ${id}`,
    title: notification.title,
  };
}

type TargetType = 1 | 2 | 5 | 6;

interface Request {
  readonly id: string;
  readonly saved: SavedMessage;
  readonly type: TargetType;
  readonly value: string;
}

/** 40, 31, 40, 41: message, target type and value. */
function readRequest({ body, state, app }: Call): Request | Refusal {
  const source = formSource(body.form);
  const reader = new FieldReader(source);
  const id = reader.text('message_id');
  if (id === null) return missing('message_id');
  const saved = find(state.saved, id);
  if (saved === undefined || saved.appId !== app.appId)
    return refuse('oppo-data-exists', 31, { name: 'message_id', received: shorten(id) });
  if (source('target_type') === undefined) return missing('target_type');
  const type = reader.integer('target_type', { oneOf: [1, 2, 5, 6] });
  if (reader.refusal) return reader.refusal;
  const value = field(body.form, 'target_value') || field(body.form, 'targetValue');
  if (type !== 1 && value === '') return missing('target_value');
  return { id, saved, type: type as TargetType, value };
}

interface Audience {
  readonly to: readonly Addressee[];
  /** Rejected ids by code, as the answer lists them. */
  readonly failed: Readonly<Record<33 | 10000, readonly string[]>>;
  readonly label: string;
}

const NONE_FAILED = { 33: [], 10000: [] } as const;

const namesOf = (value: string): readonly string[] =>
  [...new Set(value.split(';').map((name) => name.trim()))].filter((name) => name !== '');

function byIds(call: Call, value: string, publicMessage: boolean): Audience | Refusal {
  const names = namesOf(value);
  if (names.length === 0) return missing('target_value');
  if (names.length > TARGETS_LIMIT) return invalid('target_value', String(names.length), `≤ ${TARGETS_LIMIT}`);
  const { used, limit } = roomToday(call, call.state);
  const to: Addressee[] = [];
  const failed: { 33: string[]; 10000: string[] } = { 33: [], 10000: [] };
  for (const id of names) {
    const resolved = resolveId(call, id);
    if (resolved.kind === 'malformed') failed[10000].push(id);
    else if (publicMessage && used + to.length >= limit) failed[33].push(id);
    else to.push({ id, found: resolved.kind === 'live' ? resolved.found : null });
  }
  const [first = ''] = names;
  return { to, failed, label: names.length === 1 ? first : `${names.length} registration ids` };
}

function byAliases(call: Call, value: string): Audience | Refusal {
  const names = namesOf(value);
  if (names.length === 0) return missing('target_value');
  if (names.length > TARGETS_LIMIT) return invalid('target_value', String(names.length), `≤ ${TARGETS_LIMIT}`);
  const to = new Map<string, Addressee>();
  for (const name of names)
    for (const found of withAlias(call, name)) to.set(found.target.token, { id: found.target.token, found });
  return { to: [...to.values()], failed: NONE_FAILED, label: `alias ${shorten(names.join(', '))}` };
}

const TAG_PARTS = ['or', 'and', 'not'] as const;

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

/** A tag expression: any of `or`, all of `and`, none of `not`; the three parts hold together. */
function byTags(call: Call, value: string): Audience | Refusal {
  const expected = '{"or":[…],"and":[…],"not":[…]}';
  const parsed = parseJson(value);
  if (!isObject(parsed)) return invalid('target_value', value, expected);
  const parts: Record<(typeof TAG_PARTS)[number], readonly string[]> = { or: [], and: [], not: [] };
  for (const name of TAG_PARTS) {
    const list = member(parsed, name) ?? [];
    if (!isNames(list)) return invalid('target_value', value, expected);
    parts[name] = list;
  }
  if (TAG_PARTS.every((name) => parts[name].length === 0)) return invalid('target_value', value, expected);
  const fits = (topics: readonly string[]): boolean =>
    (parts.or.length === 0 || parts.or.some((tag) => topics.includes(tag))) &&
    parts.and.every((tag) => topics.includes(tag)) &&
    !parts.not.some((tag) => topics.includes(tag));
  const to = liveTargets(call).filter(({ target }) => fits(target.topics));
  return {
    to: to.map((found) => ({ id: found.target.token, found })),
    failed: NONE_FAILED,
    label: `tags ${shorten(value)}`,
  };
}

function audienceOf(call: Call, { type, value, saved }: Request): Audience | Refusal {
  const publicMessage = isPublic(saved.notification, call.app);
  if (type === 2) return byIds(call, value, publicMessage);
  const { used, limit } = roomToday(call, call.state);
  if (publicMessage && used >= limit) return refuse('oppo-quota', 33, { received: used, limit });
  if (type === 5) return byAliases(call, value);
  if (type === 6) return byTags(call, value);
  const to = liveTargets(call).map((found) => ({ id: found.target.token, found }));
  return { to, failed: NONE_FAILED, label: 'all devices' };
}

interface Plan {
  /** ms; null = at once. */
  readonly due: number | null;
  readonly steps: readonly TraceStep[];
}

const time = (ms: number): string => new Date(Math.min(ms, 8_640_000_000_000_000)).toISOString();

/** When it goes out: a planned time counts for everybody only; a window of display holds it back until it opens. */
function planOf({ startAt, showFrom }: OppoNotification, type: TargetType, now: number): Plan {
  const steps: TraceStep[] = [];
  if (startAt !== null && type !== 1) steps.push(channelStep('oppo-schedule-all-only', 'note'));
  if (startAt !== null && type === 1 && startAt <= now)
    steps.push(channelStep('oppo-schedule-past', 'note', { received: time(startAt) }));
  const due = Math.max(type === 1 ? (startAt ?? 0) : 0, showFrom ?? 0);
  if (due <= now) return { due: null, steps };
  return { due, steps: [...steps, channelStep('oppo-scheduled', 'note', { due: time(due) })] };
}

/** `data` of the answer: ids first, then rejected targets under their code. Written out, since digits sort first. */
function dataOf(id: string, taskId: string, failed: Audience['failed']): string {
  const lists = ([33, 10000] as const)
    .filter((code) => failed[code].length > 0)
    .map((code) => `,"${code}":${JSON.stringify(failed[code])}`);
  return `{"message_id":${JSON.stringify(id)},"task_id":${JSON.stringify(taskId)}${lists.join('')}}`;
}

function audienceNotes({ to, failed }: Audience, { type, saved }: Request): readonly TraceStep[] {
  const steps: TraceStep[] = [];
  const list = (rule: 'oppo-bad-targets' | 'oppo-quota-targets', ids: readonly string[]): void => {
    if (ids.length > 0) steps.push(channelStep(rule, 'note', { count: ids.length, received: shorten(ids.join(', ')) }));
  };
  list('oppo-bad-targets', failed[10000]);
  list('oppo-quota-targets', failed[33]);
  if (to.length === 0) steps.push(channelStep('oppo-nobody', 'note'));
  if (type !== 2 && saved.notification.callbackUrl !== null)
    steps.push(channelStep('oppo-callback-targets', 'note', { received: `target_type ${type}` }));
  return steps;
}

const KNOWN = ['message_id', 'target_type', 'target_value', 'messageId', 'targetType', 'targetValue'];
const CHECKED: readonly TraceStep[] = MESSAGE_PASSED.slice(0, 2);

/** Sends a stored body to all, to registration ids, aliases, or by tags. */
export function broadcast(call: Call): Reply | Refused {
  const request = readRequest(call);
  if (isRefusal(request)) return { refusal: request };
  const { id, saved, type } = request;
  const { title } = saved.notification;
  const found = channelStep('oppo-data-exists', 'pass', { name: 'message_id', received: id });
  const audience = audienceOf(call, request);
  if (isRefusal(audience)) return { refusal: audience, steps: [found], title };
  const taskId = hexId(call.context.ports);
  const plan = planOf(saved.notification, type, call.context.now);
  const sending = {
    notification: saved.notification,
    messageId: id,
    taskId,
    byId: type === 2,
    verify: false,
    due: plan.due,
  };
  const sent = dispatch(call, call.state, sending, audience.to);
  return {
    response: sendSuccess(call.context.profile, dataOf(id, taskId, audience.failed)),
    effects: effectsOf(sent, plan.due === null ? null : { jobId: taskId, dueAt: plan.due }),
    state: sent.state,
    steps: [found].concat(
      CHECKED,
      [channelStep('oppo-accepted', 'pass', { id: taskId })],
      plan.steps,
      audienceNotes(audience, request),
      sent.steps,
      lintForm(call.body.form, KNOWN),
      call.body.notes,
    ),
    target: audience.label,
    title,
  };
}
