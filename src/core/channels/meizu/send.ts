import type { TraceStep } from '../../trace/types.ts';
import { chinaDayNumber } from '../kit/china.ts';
import { shorten } from '../kit/steps.ts';
import { sendAnswer } from './answers.ts';
import type { Call, Handler, Refused, Reply } from './call.ts';
import { dispatch } from './dispatch.ts';
import { messageId } from './ids.ts';
import type { MeizuMessage } from './message.ts';
import { listParam, param } from './params.ts';
import { type ReadMessage, readMessage } from './read-message.ts';
import { badValue, type Refusal, refuse } from './refusal.ts';
import { dayOf, findTask } from './state.ts';
import { channelStep } from './steps.ts';
import { audienceOfAliases, audienceOfPushIds } from './targets.ts';

export const PACKAGES_LIMIT = 50;

/** How a send says whom it addresses. */
export interface SendKind {
  readonly by: 'pushId' | 'alias';
  readonly passThrough: boolean;
  /** With a message that getTaskId has taken before. */
  readonly task: boolean;
}

/** 7 of the order of checks. */
export const checkPassThrough = ({ context }: Call, passThrough: boolean): Refusal | null =>
  passThrough && !context.profile.meizu.passThrough ? refuse('meizu-pass-through', '110053', '透传超过限制') : null;

/** 9: only packages of the app. */
export function checkPackages({ params, app }: Call): Refusal | null {
  const names = listParam(params, 'restrictedPackageNames');
  const facts = { app: app.appId, expected: app.packageName };
  if (names.length > PACKAGES_LIMIT)
    return badValue('meizu-parameter-value', {
      name: 'restrictedPackageNames',
      received: names.length,
      expected: `≤ ${PACKAGES_LIMIT}`,
    });
  const foreign = names.find((name) => name !== app.packageName);
  return foreign === undefined
    ? null
    : refuse('meizu-packages', '110031', 'packageName不合法', { received: shorten(foreign), ...facts });
}

/** 10: sends of the app today. */
export function checkDayTotal({ context, app, state }: Call): Refusal | null {
  const limit = context.profile.meizu.sendsPerDay;
  if (limit === 0 || dayOf(state, app.appId, chinaDayNumber(context.now)).sends < limit) return null;
  return refuse('meizu-day-total', '110019', '超过该应用每天推送次数限制', { limit });
}

const step = channelStep;
/** Steps of a `messageJson` that passes. */
export const MESSAGE_PASSED: readonly TraceStep[] = [
  step('meizu-json', 'pass'),
  step('meizu-title-present', 'pass'),
  step('meizu-content-present', 'pass'),
  step('meizu-text-length', 'pass'),
  step('meizu-json-value', 'pass'),
  step('meizu-needed', 'pass'),
  step('meizu-vip-mix', 'pass'),
];
const PACKAGES = step('meizu-packages', 'pass');
const DAY_TOTAL = step('meizu-day-total', 'pass');
export const PASS_THROUGH = step('meizu-pass-through', 'pass');
const AFTER: readonly TraceStep[] = [...MESSAGE_PASSED, PACKAGES, DAY_TOTAL];

/** The steps before a message check that failed. */
export function stepsBefore(refusal: Refusal, passed: readonly TraceStep[]): readonly TraceStep[] {
  const index = passed.findIndex(({ rule }) => rule === refusal.rule);
  return index < 0 ? passed : passed.slice(0, index);
}

export type Checked =
  | { readonly steps: readonly TraceStep[]; readonly refusal: Refusal }
  | { readonly steps: readonly TraceStep[]; readonly message: MeizuMessage; readonly notes: readonly TraceStep[] };

/** 8 to 10: message, packages, total of the day. */
export function checkAfterMessage(call: Call, read: ReadMessage): Checked {
  if ('refusal' in read) return { steps: stepsBefore(read.refusal, MESSAGE_PASSED), refusal: read.refusal };
  const packages = checkPackages(call);
  if (packages) return { steps: MESSAGE_PASSED, refusal: packages };
  const total = checkDayTotal(call);
  if (total) return { steps: AFTER.slice(0, -1), refusal: total };
  return { steps: AFTER, message: read.message, notes: read.notes };
}

const labelOf = (by: SendKind['by'], names: readonly string[]): string => {
  const [first] = names;
  if (names.length === 1 && first !== undefined) return by === 'pushId' ? shorten(first) : `alias ${shorten(first)}`;
  return `${names.length} ${by === 'pushId' ? 'pushIds' : 'aliases'}`;
};

interface Found {
  readonly steps: readonly TraceStep[];
  readonly taskId: number | null;
  readonly read: ReadMessage;
}

/** The message: of the task named, or in the request itself. Checks 6 to 8. */
function findMessage(call: Call, { task, passThrough }: SendKind): Found | Refused {
  if (!task) {
    const refusal = checkPassThrough(call, passThrough);
    if (refusal) return { refusal };
    const use = {
      passThrough,
      task: false,
      broadcast: false,
      times: call.context,
      profile: call.context.profile.meizu,
    };
    return { steps: [PASS_THROUGH], taskId: null, read: readMessage(param(call.params, 'messageJson'), use) };
  }
  const received = param(call.params, 'taskId');
  const known = findTask(call.state, call.app.appId, received);
  if (known === undefined || known.passThrough !== passThrough || known.audience !== 'targets') {
    const params = { received: shorten(received), app: call.app.appId };
    return { refusal: refuse('meizu-task-known', '110032', '非法的taskId', params) };
  }
  const steps = [channelStep('meizu-task-known', 'pass', { received: known.id })];
  const refusal = checkPassThrough(call, passThrough);
  if (refusal) return { refusal, steps };
  return { steps: [...steps, PASS_THROUGH], taskId: known.id, read: { message: known.message, notes: [] } };
}

interface Ready {
  readonly message: MeizuMessage;
  readonly taskId: number | null;
  readonly names: readonly string[];
  readonly steps: readonly TraceStep[];
  readonly notes: readonly TraceStep[];
}

/** Targets of other apps, which look right but are not. */
function foreignNote({ context, app }: Call, names: readonly string[]): readonly TraceStep[] {
  const foreign = names.filter((name) => {
    const found = context.directory.byToken(name);
    return found !== undefined && found.target.app !== app.packageName;
  });
  return foreign.length === 0
    ? []
    : [channelStep('meizu-lint-foreign', 'note', { targets: shorten(foreign.join(', ')) })];
}

const SEPARATORS = { pushId: /[\s;；，、|]/, alias: /^\s|\s$|[;；，、|]/ } as const;

/** Names that look like several in one. */
function separatorNote(bad: Readonly<Record<string, readonly string[]>>, by: SendKind['by']): readonly TraceStep[] {
  const odd = Object.values(bad)
    .flat()
    .filter((name) => SEPARATORS[by].test(name));
  return odd.length === 0 ? [] : [channelStep('meizu-lint-separator', 'note', { targets: shorten(odd.join(', ')) })];
}

function accept(call: Call, { by }: SendKind, { message, taskId, names, steps, notes }: Ready): Reply {
  const look = by === 'pushId' ? audienceOfPushIds : audienceOfAliases;
  const audience = look(call, message, names);
  const id = messageId(call.context.ports);
  const sent = dispatch(call, { message, audience, kind: by, messageId: id, taskId, targets: names.length });
  const reached = audience.reached.length > 0;
  const all = Object.keys(audience.bad).length === 0;
  return {
    response: sendAnswer(call, audience.bad, id),
    effects: sent.effects,
    state: sent.state,
    steps: steps.concat(
      reached ? [channelStep('meizu-accepted', 'pass', { id })] : [],
      audience.steps,
      sent.steps,
      all ? [] : [...foreignNote(call, names), ...separatorNote(audience.bad, by)],
      notes,
    ),
    target: labelOf(by, names),
    title: message.title || null,
  };
}

const LIST: Readonly<Record<SendKind['by'], string>> = { pushId: 'pushIds', alias: 'alias' };

/** One message to pushIds or aliases, with the message in the request or in a task. */
export const sendHandler =
  (kind: SendKind): Handler =>
  (call: Call): Reply | Refused => {
    const name = LIST[kind.by];
    const names = listParam(call.params, name);
    const target = labelOf(kind.by, names);
    if (names.length === 0) return { refusal: refuse('meizu-parameters', '110004', '参数不能为空', { name }), target };
    const limit = call.context.profile.meizu.targetLimit;
    if (names.length > limit)
      return { refusal: badValue('meizu-target-count', { received: names.length, limit }), target };
    const counted = [channelStep('meizu-target-count', 'pass', { limit })];
    const found = findMessage(call, kind);
    if ('refusal' in found) return { ...found, steps: counted.concat(found.steps ?? []), target };
    const { read, taskId } = found;
    const checked = checkAfterMessage(call, read);
    const steps = counted.concat(found.steps, checked.steps);
    if ('refusal' in checked) return { refusal: checked.refusal, steps, target };
    return accept(call, kind, { ...checked, taskId, names, steps });
  };
