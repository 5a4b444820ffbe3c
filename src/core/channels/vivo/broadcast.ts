import { chinaDate } from '../kit/china.ts';
import { isObject, member } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import type { FoundTarget } from '../types.ts';
import { successAnswer } from './answers.ts';
import type { Call, Handler, Refused, Reply } from './call.ts';
import { AFTER_TARGET, BEFORE_TARGET, type Check, checkList } from './checks.ts';
import { dispatch } from './dispatch.ts';
import { newTaskId } from './ids.ts';
import { listOf } from './read.ts';
import { NOTHING, type Refusal, refuse } from './refusal.ts';
import { answered, checkTotal, firstAnswer, lintOf, passMessage, showAtOf, TOTAL_PASSED } from './send.ts';
import { countToday, today } from './state.ts';
import { channelStep } from './steps.ts';
import { resolveAll, scopeOf } from './targets.ts';

/** Tags that a registration must have one of, all of, none of. */
interface Expression {
  readonly or: readonly string[];
  readonly and: readonly string[];
  readonly not: readonly string[];
}

function expressionOf({ body }: Pick<Call, 'body'>): Expression {
  const value = member(body, 'tagExpression');
  if (!isObject(value)) return { or: [], and: [], not: [] };
  return {
    or: listOf(value, 'orTags') ?? [],
    and: listOf(value, 'andTags') ?? [],
    not: listOf(value, 'notTags') ?? [],
  };
}

function matches({ or, and, not }: Expression, { target: { topics } }: FoundTarget): boolean {
  const has = (tag: string): boolean => topics.includes(tag);
  return (or.length === 0 || or.some(has)) && and.every(has) && !not.some(has);
}

const expressionGiven: Check = {
  rule: 'vivo-target-given',
  run: ({ draft }) => {
    const { or, and } = expressionOf(draft);
    if (or.length + and.length > 0) return null;
    return refuse('vivo-target-given', 10050, { name: 'tagExpression.orTags / andTags' }, 'tagExpression 不能为空');
  },
};

const TO_ALL = checkList(...BEFORE_TARGET, ...AFTER_TARGET);
const TO_TAGS = checkList(...BEFORE_TARGET, expressionGiven, ...AFTER_TARGET);

/** Everybody is pushed to once a day, when the workspace counts. Test messages are free. */
function onceADay({ app, state, context }: Call, test: boolean): Refusal | null {
  if (!context.profile.vivo.messageClasses || test) return null;
  const { broadcasts } = today(state, app.appId, context.now);
  return broadcasts === 0 ? null : refuse('vivo-all-once', 10254, { app: app.appId, received: chinaDate(context.now) });
}

const ONCE_PASSED = channelStep('vivo-all-once', 'pass');

type Kind = 'all' | 'tags';

const labelOf = (call: Call, kind: Kind): string => {
  if (kind === 'all') return 'all';
  const { or, and, not } = expressionOf(call);
  return shorten(`tags ${[or.join('|'), and.join('&'), ...not.map((tag) => `!${tag}`)].filter(Boolean).join(' & ')}`);
};

function broadcast(call: Call, kind: Kind): Reply | Refused {
  const target = labelOf(call, kind);
  const passed = passMessage(call, kind === 'all' ? TO_ALL : TO_TAGS, true);
  if ('refusal' in passed) return { ...passed, target };
  const { draft, message, call: counted } = passed;
  const facts = { target, title: message.title, state: counted.state };
  const again = kind === 'all' ? onceADay(counted, message.test) : null;
  if (again) return { refusal: again, steps: passed.steps, ...facts };
  const total = checkTotal(counted, message.classification, message.test);
  const steps = kind === 'all' ? passed.steps.concat([ONCE_PASSED]) : passed.steps;
  if (total) return { refusal: total, steps, ...facts };
  const { directory, now, ports, profile } = call.context;
  const scope = scopeOf(call.app, directory, message.test, profile.vivo.testDevices);
  const expression = expressionOf(call);
  const resolution = resolveAll(scope, kind === 'all' ? () => true : (found) => matches(expression, found));
  const taskId = newTaskId(ports);
  const sent = dispatch(counted, { taskId, message, resolution, showAt: showAtOf(call, draft) });
  const response = successAnswer({ taskId });
  const once = kind === 'all' && !message.test ? countToday(sent.state, call.app.appId, now, 'broadcasts') : sent.state;
  const nobody = resolution.addressed.length === 0 ? [channelStep('vivo-nobody', 'note', { received: target })] : [];
  return {
    response,
    effects: sent.effects,
    state: answered(once, call, draft.requestId ?? NOTHING, response.body),
    steps: steps.concat(
      TOTAL_PASSED,
      [channelStep('vivo-accepted', 'pass', { task: taskId })],
      sent.steps,
      nobody,
      lintOf(call, draft, true),
    ),
    target,
    title: message.title,
  };
}

/** `/message/all`: to every registration of the app. */
export const allHandler: Handler = (call) => firstAnswer(call) ?? broadcast(call, 'all');

/** `/message/tagPush`: to registrations whose tags fit an expression. */
export const tagPushHandler: Handler = (call) => firstAnswer(call) ?? broadcast(call, 'tags');
