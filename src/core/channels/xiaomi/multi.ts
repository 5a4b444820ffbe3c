import type { TraceStep } from '../../trace/types.ts';
import { type Form, field } from '../kit/form.ts';
import { parseJson } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import { sendAnswer } from './answers.ts';
import { appChannels } from './app-channels.ts';
import type { Call, Handler, Refused, Reply } from './call.ts';
import { checkMessage, isTooFar, type MessageInput, messageInput, type Times } from './checks.ts';
import { type Dispatch, dispatch, infoOf } from './dispatch.ts';
import { parseLong, readDraft } from './draft.ts';
import { messageId } from './ids.ts';
import { lintMessage, lintTargets } from './lint.ts';
import { dueOf, takeMessage } from './message.ts';
import { invalid, missing, type Refusal, refuse } from './refusal.ts';
import { checkQuota } from './send.ts';
import { queueBad } from './state.ts';
import { channelStep } from './steps.ts';
import { resolveTargets, TARGETS_LIMIT } from './targets.ts';

type MultiKind = 'regid' | 'alias' | 'user_account';

interface Item {
  readonly target: string;
  readonly input: MessageInput;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return '';
  try {
    return JSON.stringify(value);
  } catch {
    // Nested deeper than the engine can write out again.
    return '[object]';
  }
}

/** The same names as in a form, with `extra` nested instead of prefixed. */
function messageForm(message: Readonly<Record<string, unknown>>): Form {
  const values = new Map<string, string[]>();
  for (const [name, value] of Object.entries(message)) {
    if ((name === 'extra' || name === 'aps_proper_fields') && isRecord(value)) {
      for (const [key, item] of Object.entries(value)) values.set(`${name}.${key}`, [asText(item)]);
    } else {
      values.set(name, [asText(value)]);
    }
  }
  return { values, problems: [] };
}

function parseArray(text: string): readonly unknown[] | null {
  const value = parseJson(text);
  return Array.isArray(value) ? value : null;
}

type ReadItems = { readonly items: readonly Item[] } | { readonly refusal: Refusal };

const unusable = (reason: string, received: string): ReadItems => ({
  refusal: refuse('xiaomi-messages', 10017, `messages ${reason}`, { received: shorten(received) }),
});

function readItems(call: Call): ReadItems {
  const { app, state, context, form } = call;
  const text = field(form, 'messages');
  if (text === '') return { refusal: missing('xiaomi-messages', 'messages') };
  const list = parseArray(text);
  if (!list) return unusable('must be a JSON array', text);
  if (list.length === 0) return unusable('must not be empty', text);
  if (list.length > TARGETS_LIMIT)
    return unusable(`must not hold more than ${TARGETS_LIMIT} messages`, `${list.length} messages`);
  const channels = appChannels(app, state);
  const items: Item[] = [];
  for (const [index, entry] of list.entries()) {
    if (!isRecord(entry) || typeof entry.target !== 'string' || entry.target === '' || !isRecord(entry.message))
      return unusable(`must hold objects {target, message}; number ${index + 1} is none`, asText(entry));
    const draft = readDraft(messageForm(entry.message));
    const input = messageInput(draft, app, channels, context, context.profile.xiaomi);
    items.push({ target: entry.target, input });
  }
  return { items };
}

function checkItems(items: readonly Item[]): {
  readonly steps: readonly TraceStep[];
  readonly refusal: Refusal | null;
} {
  let steps: readonly TraceStep[] = [];
  for (const [index, { input }] of items.entries()) {
    const checked = checkMessage(input);
    steps = checked.steps;
    if (checked.refusal)
      return { steps, refusal: { ...checked.refusal, params: { ...checked.refusal.params, message: index + 1 } } };
  }
  return { steps, refusal: null };
}

function checkDue(form: Form, times: Times, days: number): Refusal | null {
  const text = field(form, 'time_to_send');
  if (text === '') return null;
  if (parseLong(text) === null)
    return invalid('xiaomi-numbers', 'time_to_send', shorten(text), 'an integer (ms since 1970)', 'int64 ms');
  return isTooFar(text, days, times)
    ? invalid('xiaomi-numbers', 'time_to_send', shorten(text), `at most ${days} days ahead`, `≤ now + ${days} d`)
    : null;
}

/** `no_channel:2 1001:3`: messages that were left out because their class has used up its quota, by channel. */
function exceededText(items: readonly Item[]): string {
  const counts = new Map<string, number>();
  for (const { input } of items) {
    const name = input.channel?.id ?? 'no_channel';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${name}:${count}`).join(' ');
}

/** Different messages for many targets in one call. All are checked first; one bad message refuses the call. */
export const multiHandler =
  (kind: MultiKind): Handler =>
  (call: Call): Reply | Refused => {
    const { context, form } = call;
    const read = readItems(call);
    if ('refusal' in read) return { refusal: read.refusal };
    const facts = {
      target: `${read.items.length} ${kind}s`,
      title: read.items[0]?.input.draft.title || null,
    };
    const checked = checkItems(read.items);
    const steps = [channelStep('xiaomi-messages', 'pass'), ...checked.steps];
    const refusal = checked.refusal ?? checkDue(form, context, context.profile.xiaomi.scheduleDays);
    return refusal ? { refusal, steps, ...facts } : sendItems(call, kind, read.items, { steps, ...facts });
  };

interface Facts {
  readonly steps: readonly TraceStep[];
  readonly target: string;
  readonly title: string | null;
}

interface Sorted {
  /** Messages whose class still has quota. */
  readonly left: readonly Item[];
  readonly exceeded: readonly Item[];
  readonly parts: readonly Dispatch[];
  readonly bad: readonly string[];
  /** Number of distinct targets that are registered. */
  readonly valid: number;
}

function sortItems(call: Call, kind: MultiKind, items: readonly Item[]): Sorted {
  const exceeded: Item[] = [];
  const left: Item[] = [];
  for (const item of items) (checkQuota(call, item.input) === null ? left : exceeded).push(item);
  const parts = left.map(({ target, input }) => ({
    message: takeMessage(input),
    resolution: resolveTargets(
      { kind, names: [target], topicOp: null },
      call.context.directory,
      input.draft.packageNames,
    ),
  }));
  const bad = [...new Set(parts.flatMap(({ resolution }) => resolution.bad))];
  const reached = left.filter((_, index) => (parts[index]?.resolution.valid ?? 0) > 0);
  const valid = new Set(reached.map(({ target }) => target)).size;
  return { left, exceeded, parts, bad, valid };
}

function sendItems(call: Call, kind: MultiKind, items: readonly Item[], facts: Facts): Reply | Refused {
  const { context } = call;
  const { left, exceeded, parts, bad, valid } = sortItems(call, kind, items);
  const hints = lintTargets(bad, context.directory);
  if (valid === 0 && exceeded.length === 0) {
    const params = { received: shorten(bad.join(', ')), app: call.app.appId };
    const refusal = refuse('xiaomi-target-valid', 20301, 'No valid targets!', params);
    return { refusal, ...facts, notes: hints, state: queueBad(call.state, kind, call.app.appId, bad) };
  }
  const id = messageId('multi', context.now, context.ports);
  const sent = dispatch(call, parts, kind, id, dueOf(field(call.form, 'time_to_send'), context));
  const data = {
    id,
    ...(kind === 'regid' && bad.length > 0 ? { bad_regids: bad.join(',') } : {}),
    ...(exceeded.length > 0 ? { channel_exceed_quota: exceededText(exceeded) } : {}),
  };
  return {
    ...facts,
    response: sendAnswer(context, data, infoOf(kind, valid)),
    effects: sent.effects,
    state: sent.state,
    steps: [
      ...facts.steps,
      channelStep('xiaomi-target-valid', 'pass', { received: valid }),
      channelStep('xiaomi-accepted', 'pass', { id }),
      ...sent.steps,
      ...hints,
      ...uniqueNotes(left),
    ],
  };
}

/** The same note on a thousand messages is told once. */
function uniqueNotes(items: readonly Item[]): readonly TraceStep[] {
  const seen = new Map<string, TraceStep>();
  for (const { input } of items)
    for (const step of lintMessage(input)) if (!seen.has(step.rule)) seen.set(step.rule, step);
  return [...seen.values()];
}
