import type { TraceStep } from '../../trace/types.ts';
import { chinaDayNumber } from '../kit/china.ts';
import type { FoundTarget } from '../types.ts';
import { illegalTokens, SUCCESS, triple } from './answers.ts';
import { authorize } from './auth.ts';
import type { Call, Handler, Refused, Reply, Sender } from './call.ts';
import { type CheckedV1, checkV1 } from './check-v1.ts';
import { dispatch } from './dispatch.ts';
import { number, object, seen, text } from './fields.ts';
import { lintV1 } from './lint.ts';
import { messageV1 } from './message-v1.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { countUp, type HuaweiState } from './state.ts';
import { channelStep } from './steps.ts';
import { audience, badNotes, type LookedUp, labelOf, lookUp } from './targets.ts';

interface Rights {
  readonly state: HuaweiState;
  readonly refusal: Refusal | null;
}

/** Step 7: receipt address, right to start processes, test messages of the day. */
function checkRights(checked: CheckedV1, sender: Sender, call: Call): Rights {
  const { state, context } = call;
  const { highDataRight, testMessagesPerDay: limit } = context.profile.huawei;
  const android = object(checked.message, 'android');
  const receipt = text(android, 'receipt_id') ?? '';
  if (receipt !== '' && !sender.apps.some(({ receipts }) => receipts.some(({ id }) => id === receipt)))
    return {
      state,
      refusal: refuse('huawei-receipt-id', '80300013', { received: seen(receipt), app: sender.app.appId }),
    };
  if (checked.isData && text(android, 'urgency') === 'HIGH' && !highDataRight)
    return { state, refusal: refuse('huawei-high-right', '80300011', { app: sender.app.appId }) };
  if (!isTest(checked) || limit <= 0 || checked.validateOnly) return { state, refusal: null };
  const by = checked.addressees.kind === 'tokens' ? checked.addressees.tokens.length : 1;
  const { count, counts } = countUp(state.tests, sender.app.appId, chinaDayNumber(context.now), by);
  if (count > limit) return { state, refusal: refuse('huawei-test-quota', '80300029', { received: count, limit }) };
  return { state: { ...state, tests: counts }, refusal: null };
}

const isTest = ({ message }: CheckedV1): boolean => number(object(message, 'android'), 'target_user_type') === 1;

interface Found {
  readonly targets: readonly FoundTarget[];
  readonly bad: readonly string[];
  readonly notes: readonly TraceStep[];
  readonly refusal: Refusal | null;
}

/** Step 8: which of the addressed registrations can be sent to. */
function findTargets({ addressees }: CheckedV1, sender: Sender, call: Call): Found {
  if (addressees.kind === 'topic') {
    const targets = sender.apps
      .flatMap((app) => audience(app, 'v1', call))
      .filter(({ target }) => addressees.matches(target.topics));
    return {
      targets,
      bad: [],
      notes: [channelStep('huawei-topic-audience', 'note', { count: targets.length })],
      refusal: null,
    };
  }
  const list = lookUp(addressees.tokens, sender.apps, 'v1', call);
  return sift(list, sender);
}

/** Good and bad ones apart; without a good one the whole call fails. */
export function sift(list: readonly LookedUp[], sender: Sender, code = '80300007'): Found {
  const targets = list.flatMap(({ found, bad }) => (bad === null && found !== null ? [found] : []));
  const bad = list.flatMap(({ token, bad: reason }) => (reason === null ? [] : [token]));
  const refusal =
    targets.length === 0 ? refuse('huawei-tokens', code, { received: bad.length, app: sender.app.appId }) : null;
  return { targets, bad, notes: badNotes(list), refusal };
}

/** The answer to a send of which some or all registrations are good. */
export function sendAnswer(good: number, bad: readonly string[], requestId: string): Reply['response'] {
  if (bad.length === 0) return triple(200, '80000000', SUCCESS, requestId);
  return triple(200, '80100000', illegalTokens(good, bad), requestId);
}

export const acceptedStep = (good: number, bad: readonly string[], requestId: string): TraceStep =>
  bad.length === 0
    ? channelStep('huawei-accepted', 'pass', { id: requestId, count: good })
    : channelStep('huawei-partial', 'pass', { id: requestId, count: good, bad: bad.length });

const MEMBERS = channelStep('huawei-members', 'pass');

function accept(
  call: Call,
  sender: Sender,
  checked: CheckedV1,
  found: Found,
  state: HuaweiState,
): Omit<Reply, 'steps'> {
  const { context, requestId } = call;
  const message = messageV1(checked, sender.app.appId, requestId, context);
  const expiresAt = checked.ttlSeconds === 0 ? null : context.now + checked.ttlSeconds * 1000;
  const sent = checked.validateOnly
    ? { effects: [], state }
    : dispatch({ message, apps: sender.apps, targets: found.targets, expiresAt, isTest: isTest(checked) }, state, call);
  return {
    response: sendAnswer(found.targets.length, found.bad, requestId),
    effects: sent.effects,
    state: sent.state,
  };
}

/** `messages:send` of v1 and v2. */
export const sendV1: Handler = (call: Call): Reply | Refused => {
  const admitted = authorize(call, false);
  if (isRefusal(admitted)) return { refusal: admitted };
  const { sender, steps } = admitted;
  const checked = checkV1(call.request.body, call.request.bodyTooLarge);
  if (isRefusal(checked)) return { refusal: checked, steps };
  const { addressees } = checked;
  const facts = {
    target: addressees.kind === 'tokens' ? labelOf(addressees.tokens) : addressees.label,
    title:
      text(object(object(checked.message, 'android'), 'notification'), 'title') ??
      text(object(checked.message, 'notification'), 'title') ??
      null,
  };
  const rights = checkRights(checked, sender, call);
  const before = [...steps, MEMBERS];
  if (rights.refusal) return { refusal: rights.refusal, steps: before, ...facts };
  const found = findTargets(checked, sender, call);
  if (found.refusal)
    return { refusal: found.refusal, steps: before, notes: found.notes, state: rights.state, ...facts };
  return {
    ...accept(call, sender, checked, found, rights.state),
    steps: [
      ...before,
      acceptedStep(found.targets.length, found.bad, call.requestId),
      ...found.notes,
      ...lintV1(checked, call.context.profile),
    ],
    ...facts,
  };
};
