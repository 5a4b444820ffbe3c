import { chinaDayNumber } from '../kit/china.ts';
import { find, put } from '../kit/shelf.ts';
import type { FoundTarget } from '../types.ts';
import { SUCCESS, triple } from './answers.ts';
import { authorize } from './auth.ts';
import type { Call, Handler, Refused, Reply, Sender } from './call.ts';
import { type CheckedV3, checkV3, titleOf } from './check-v3.ts';
import { dispatch } from './dispatch.ts';
import { number, object, seen, text } from './fields.ts';
import { lintCategory } from './lint.ts';
import { lintMembersV3 } from './lint-members.ts';
import { messageV3 } from './message-v3.ts';
import { illegal, isRefusal, type Refusal, refuse } from './refusal.ts';
import { acceptedStep } from './send-v1.ts';
import { countUp, type HuaweiState } from './state.ts';
import { channelStep } from './steps.ts';
import { badNotes, type LookedUp, labelOf, lookUp } from './targets.ts';

/** Why a token fails, as the answer names it. */
type Reason =
  | 'tokenFormatError'
  | 'noRight'
  | 'noPushTypeRight'
  | 'noRightToSendThisLiveNotificationEvent'
  | 'notSupportPlayVoice';

const TEST_TOKENS = 10;

/** Receipt address and test messages of the day. */
function checkRights(
  checked: CheckedV3,
  sender: Sender,
  call: Call,
): { readonly state: HuaweiState; readonly refusal: Refusal | null } {
  const { state, context } = call;
  const receipt = text(checked.options, 'receiptId') ?? '';
  if (receipt !== '' && !sender.apps.some(({ receipts }) => receipts.some(({ id }) => id === receipt)))
    return {
      state,
      refusal: refuse('huawei-receipt-id', '80300013', { received: seen(receipt), app: sender.app.appId }),
    };
  if (!checked.isTest) return { state, refusal: null };
  const limit = context.profile.huawei.testRequestsPerDay;
  const { count, counts } = countUp(state.tests, `project ${sender.app.projectId}`, chinaDayNumber(context.now));
  if (limit > 0 && count > limit)
    return { state, refusal: refuse('huawei-test-quota', '80300029', { received: count, limit }) };
  const most = checked.pushType === 1 ? 1 : TEST_TOKENS;
  const many = checked.tokens.length;
  if (many > most) return { state, refusal: refuse('huawei-test-tokens', '80300030', { received: many, limit: most }) };
  return { state: { ...state, tests: counts }, refusal: null };
}

/** What fails every token alike: rights for the push type, and voice under another type. */
function commonReason({ pushType, payload }: CheckedV3, call: Call): Reason | null {
  const voice = text(object(payload, 'notification'), 'category') === 'PLAY_VOICE';
  if (voice && pushType !== 2) return 'notSupportPlayVoice';
  if (call.context.profile.huawei.pushTypeRights) return null;
  if (pushType === 7) return 'noRightToSendThisLiveNotificationEvent';
  return pushType === 2 || pushType === 10 ? 'noPushTypeRight' : null;
}

interface Sorted {
  readonly targets: readonly FoundTarget[];
  readonly reasons: ReadonlyMap<Reason, readonly string[]>;
}

/** Good tokens, and the bad ones by reason. */
function sort(list: readonly LookedUp[], common: Reason | null): Sorted {
  const targets: FoundTarget[] = [];
  const reasons = new Map<Reason, string[]>();
  for (const { token, found, bad } of list) {
    const own: Reason | null =
      bad === null ? common : bad === 'other-app' || bad === 'generation' ? 'noRight' : 'tokenFormatError';
    if (own === null && found !== null) targets.push(found);
    else reasons.set(own ?? 'tokenFormatError', [...(reasons.get(own ?? 'tokenFormatError') ?? []), token]);
  }
  return { targets, reasons };
}

const countBad = ({ reasons }: Sorted): number => [...reasons.values()].reduce((sum, tokens) => sum + tokens.length, 0);

/** The text of a partial success, and of a whole failure, which has no `success`. */
function badText(sorted: Sorted): string {
  const illegalTokens = Object.fromEntries(sorted.reasons);
  const failure = countBad(sorted);
  const success = sorted.targets.length;
  return JSON.stringify(success === 0 ? { failure, illegalTokens } : { illegalTokens, success, failure });
}

const formKey = ({ payload }: CheckedV3, token: string): string => `${token} ${number(payload, 'formId') ?? 0}`;

/** A form's version must grow; 0 starts anew. */
function checkForm(checked: CheckedV3, call: Call): { readonly state: HuaweiState } | Refusal {
  const { state } = call;
  const [token = ''] = checked.tokens;
  if (checked.pushType !== 1) return { state };
  const key = formKey(checked, token);
  const version = number(checked.payload, 'version') ?? 0;
  const last = find(state.forms, key);
  if (version !== 0 && last !== undefined && version <= last)
    return illegal('huawei-form-version', 'payload.version', { received: version, last }, 'version is invalid');
  return { state: { ...state, forms: put(state.forms, key, version) } };
}

function accept(
  call: Call,
  checked: CheckedV3,
  sender: Sender,
  sorted: Sorted,
  state: HuaweiState,
): Omit<Reply, 'steps'> {
  const { context, requestId } = call;
  const { apps } = sender;
  const message = messageV3(checked, sender.app.appId, requestId, context.profile);
  const expiresAt = checked.ttlSeconds === 0 ? null : context.now + checked.ttlSeconds * 1000;
  const sent = dispatch({ message, apps, targets: sorted.targets, expiresAt, isTest: checked.isTest }, state, call);
  const partial = sorted.reasons.size > 0;
  return {
    response: triple(200, partial ? '80100000' : '80000000', partial ? badText(sorted) : SUCCESS, requestId),
    effects: sent.effects,
    state: sent.state,
  };
}

const MEMBERS = channelStep('huawei-members', 'pass');

/** `messages:send` of v3: JWT only, camel case, a push type in the header. */
export const sendV3: Handler = (call: Call): Reply | Refused => {
  const admitted = authorize(call, true);
  if (isRefusal(admitted)) return { refusal: admitted };
  const { sender, steps } = admitted;
  const checked = checkV3(call.request);
  if (isRefusal(checked)) return { refusal: checked, steps };
  const facts = { target: labelOf(checked.tokens), title: titleOf(checked) };
  const rights = checkRights(checked, sender, call);
  const before = [...steps, MEMBERS];
  if (rights.refusal) return { refusal: rights.refusal, steps: before, ...facts };
  const list = lookUp(checked.tokens, sender.apps, 'v3', call);
  const sorted = sort(list, commonReason(checked, call));
  if (sorted.targets.length === 0) {
    const params = { received: countBad(sorted), reasons: [...sorted.reasons.keys()].join(', ') };
    const refusal = refuse('huawei-v3-tokens', '80300007', params, badText(sorted));
    return { refusal, steps: before, notes: badNotes(list), state: rights.state, ...facts };
  }
  const form = checkForm(checked, { ...call, state: rights.state });
  if (isRefusal(form)) return { refusal: form, steps: before, ...facts };
  const bad = [...sorted.reasons.values()].flat();
  return {
    ...accept(call, checked, sender, sorted, form.state),
    steps: [
      ...before,
      acceptedStep(sorted.targets.length, bad, call.requestId),
      ...badNotes(list),
      ...(checked.pushType === 0
        ? lintCategory(text(object(checked.payload, 'notification'), 'category'), call.context.profile)
        : []),
      ...lintMembersV3(checked),
    ],
    ...facts,
  };
};
