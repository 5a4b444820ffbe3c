import type { TraceStep } from '../../trace/types.ts';
import { utf8Length } from '../kit/bytes.ts';
import { type Form, field, readForm } from '../kit/form.ts';
import { isObject, parseJson } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import type { Call, Handler, Refused, Reply, Sender } from './call.ts';
import { SIZE_LIMIT } from './definition.ts';
import { dispatch } from './dispatch.ts';
import { object, seen, text } from './fields.ts';
import { type CheckedLegacy, checkPayload, legacyMessage } from './legacy-payload.ts';
import { expireTime } from './legacy-time.ts';
import { lintLegacy } from './lint-legacy.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { acceptedStep, sendAnswer, sift } from './send-v1.ts';
import { channelStep } from './steps.ts';
import { labelOf, lookUp } from './targets.ts';
import { isEnded, readToken } from './tokens.ts';

const SERVICE = 'openpush.message.api.send';
const MAX_SKEW_S = 300;
const DAY_MS = 86_400_000;

const nsp = (rule: Parameters<typeof refuse>[0], status: number, params: Refusal['params']): Refusal =>
  refuse(rule, `NSP ${status}`, params);

/** Step 1: what every call of the platform needs. */
function checkPlatform(form: Form, call: Call): Refusal | null {
  if (call.request.method !== 'POST') return nsp('huawei-nsp-method', 103, { received: shorten(call.request.method) });
  const missing = ['nsp_svc', 'nsp_ts', 'access_token'].find((name) => field(form, name) === '');
  if (missing !== undefined) return nsp('huawei-nsp-parameters', 105, { name: missing, received: '–' });
  const time = field(form, 'nsp_ts');
  if (!/^\d{1,15}$/.test(time)) return nsp('huawei-nsp-parameters', 105, { name: 'nsp_ts', received: shorten(time) });
  const seconds = Math.floor(call.context.now / 1000);
  const sent = Math.floor(call.context.senderTime(Number(time) * 1000) / 1000);
  if (call.context.profile.huawei.timestampChecked && Math.abs(seconds - sent) > MAX_SKEW_S)
    return nsp('huawei-nsp-time', 109, { received: Number(time), now: seconds });
  return null;
}

/** Step 2: whose access token it is. */
function checkAccess(form: Form, call: Call): Sender | Refusal {
  const { context, state } = call;
  const value = field(form, 'access_token');
  const token = readToken(value, context);
  if (token === null) return nsp('huawei-nsp-token', 102, { received: shorten(value, 12) });
  if (token.expiresAt <= context.now)
    return nsp('huawei-nsp-token-life', 6, { received: new Date(token.expiresAt).toISOString() });
  if (isEnded(token, state, context)) return nsp('huawei-nsp-token-ended', 31204, { app: token.app.appId });
  return { app: token.app, apps: [token.app] };
}

/** Steps 3 and 4: service and context. */
function checkContext(form: Form, { app }: Sender, call: Call): Refusal | null {
  const service = field(form, 'nsp_svc');
  if (service !== SERVICE)
    return refuse(
      'huawei-nsp-service',
      '80100001',
      { received: shorten(service), expected: SERVICE },
      'UnSupported svc',
    );
  const given = field(form, 'nsp_ctx');
  const value = parseJson(given);
  const appId = isObject(value) ? text(value, 'appId') : undefined;
  if (appId === undefined)
    return refuse('huawei-nsp-context', '80100001', { received: shorten(given) }, 'nsp_ctx is invalid');
  if (appId !== app.appId)
    return refuse('huawei-nsp-app', '80300002', { received: shorten(appId), expected: app.appId });
  return call.context.profile.huawei.pushEnabled ? null : refuse('huawei-push-enabled', '80300002', { app: app.appId });
}

/** Step 5: the list of registrations, a JSON array as text. */
function readList(form: Form, limit: number): readonly string[] | Refusal {
  const given = field(form, 'device_token_list');
  const value = parseJson(given);
  if (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= limit &&
    value.every((one) => typeof one === 'string')
  )
    return value;
  const received = Array.isArray(value) ? `[${value.length}]` : shorten(given);
  return refuse('huawei-device-list', '80100001', { received, limit }, 'device_token_list is invalid');
}

/** Life of the message: the time given, else one day. */
function expiryOf(form: Form, { now, senderTime }: Call['context']): number | Refusal {
  const given = field(form, 'expire_time');
  if (given === '') return now + DAY_MS;
  const time = expireTime(given);
  const at = time === null ? null : senderTime(time);
  return at === null || at <= now ? refuse('huawei-expire-time', '80100004', { received: shorten(given) }) : at;
}

interface Ready {
  readonly tokens: readonly string[];
  readonly checked: CheckedLegacy;
  readonly expiresAt: number;
}

/** Steps 5 and 6: registrations, payload, life, size. */
function checkMessage(form: Form, call: Call): Ready | Refusal {
  const tokens = readList(form, call.context.profile.huawei.legacyTokenLimit);
  if (isRefusal(tokens)) return tokens;
  const payload = field(form, 'payload');
  if (payload === '')
    return refuse('huawei-legacy-payload-needed', '80100001', { received: '–' }, 'payload is invalid');
  const checked = checkPayload(payload);
  if (isRefusal(checked)) return checked;
  const expiresAt = expiryOf(form, call.context);
  if (typeof expiresAt !== 'number') return expiresAt;
  const size = utf8Length(payload);
  return size > SIZE_LIMIT
    ? refuse('huawei-size', '80300008', { received: size, limit: SIZE_LIMIT })
    : { tokens, checked, expiresAt };
}

function send(
  { tokens, checked, expiresAt }: Ready,
  sender: Sender,
  call: Call,
  steps: readonly TraceStep[],
): Reply | Refused {
  const { context, requestId, state } = call;
  const facts = { target: labelOf(tokens), title: text(object(checked.msg, 'body'), 'title') ?? null };
  const found = sift(lookUp(tokens, sender.apps, 'legacy', call), sender, String(context.profile.huawei.legacyAllBad));
  if (found.refusal) return { refusal: found.refusal, steps, notes: found.notes, ...facts };
  const message = legacyMessage(checked, sender.app.appId, requestId, context.profile);
  const sent = dispatch({ message, apps: sender.apps, targets: found.targets, expiresAt, isTest: false }, state, call);
  return {
    response: sendAnswer(found.targets.length, found.bad, requestId),
    effects: sent.effects,
    state: sent.state,
    steps: [
      ...steps,
      acceptedStep(found.targets.length, found.bad, requestId),
      ...found.notes,
      ...lintLegacy(checked, call.request),
    ],
    ...facts,
  };
}

/** `pushsend.do`, the protocol of HMS 2: HTTP 200 whatever happens. */
export const sendLegacy: Handler = (call: Call): Reply | Refused => {
  const form = readForm(call.request);
  const platform = checkPlatform(form, call);
  if (platform) return { refusal: platform };
  const sender = checkAccess(form, call);
  if (isRefusal(sender)) return { refusal: sender };
  const known = [channelStep('huawei-authorization', 'pass', { app: sender.app.appId })];
  const wrong = checkContext(form, sender, call);
  if (wrong) return { refusal: wrong, steps: known };
  const ready = checkMessage(form, call);
  if (isRefusal(ready)) return { refusal: ready, steps: known, target: seen(field(form, 'device_token_list')) };
  return send(ready, sender, call, [...known, channelStep('huawei-members', 'pass')]);
};
