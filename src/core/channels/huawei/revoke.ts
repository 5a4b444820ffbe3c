import { decodeUtf8 } from '../kit/bytes.ts';
import { isObject, member, parseBody } from '../kit/json.ts';
import type { Effect } from '../types.ts';
import { SUCCESS, textOf, triple } from './answers.ts';
import { authorize } from './auth.ts';
import type { Call, Handler, Refused, Reply, Sender } from './call.ts';
import { checkTokens, countRefusal } from './check-v1.ts';
import { pushTypeOf } from './check-v3.ts';
import { has, number, seen } from './fields.ts';
import { hasNotifyId } from './present-alert.ts';
import { illegal, isRefusal, type Refusal, refuse } from './refusal.ts';
import { channelStep } from './steps.ts';
import { badNotes, type LookedUp, labelOf, lookUp } from './targets.ts';

interface Wish {
  readonly notifyId: number;
  readonly tokens: readonly string[];
}

function checkWish(call: Call): Wish | Refusal {
  const type = pushTypeOf(call.request, [0, 2]);
  if (typeof type !== 'number') return type;
  const body = call.request.bodyTooLarge ? 'not-json' : parseBody(call.request.body);
  if (!isObject(body))
    return refuse('huawei-body-json', '80100001', { received: seen(decodeUtf8(call.request.body) ?? body) });
  if (!has(body, 'notifyId')) return refuse('huawei-revoke-id', '80300032', { received: '–' });
  const notifyId = number(body, 'notifyId');
  if (notifyId === undefined || !Number.isInteger(notifyId) || notifyId < 0)
    return illegal('huawei-value', 'notifyId', { received: seen(member(body, 'notifyId')), expected: '≥ 0' });
  const tokens = has(body, 'token') ? checkTokens(member(body, 'token')) : countRefusal('–');
  return isRefusal(tokens) ? tokens : { notifyId, tokens };
}

/** Tokens of several apps, or all of another one. */
function checkApps(list: readonly LookedUp[], { app }: Sender): Refusal | null {
  const known = list.filter(({ found }) => found !== null);
  const apps = new Set(known.map(({ found }) => found?.target.app));
  if (apps.size > 1) return refuse('huawei-revoke-apps', '80300017', { received: apps.size });
  return apps.size === 1 && !apps.has(app.packageName)
    ? refuse('huawei-revoke-mismatch', '80300028', { received: known.length, app: app.appId })
    : null;
}

/** What stands in the shades under the id. */
function takeBack(list: readonly LookedUp[], { notifyId }: Wish): readonly Effect[] {
  return list.flatMap(({ found, bad }) => {
    if (found === null || bad !== null) return [];
    const { id: deviceId, shade } = found.device;
    return shade
      .filter((one) => one.app === found.target.app && hasNotifyId(one.replaceKey, notifyId))
      .map(({ replaceKey }): Effect => ({ type: 'revoke', deviceId, replaceKey }));
  });
}

/** `messages:revoke`: takes shown notifications of HarmonyOS 5 and later back. Path of v1 with the client id. */
export const revoke: Handler = (call: Call): Reply | Refused => {
  const admitted = authorize(call, true);
  if (isRefusal(admitted)) return { refusal: admitted };
  const { sender, steps } = admitted;
  const wish = checkWish(call);
  if (isRefusal(wish)) return { refusal: wish, steps };
  const target = labelOf(wish.tokens);
  const list = lookUp(wish.tokens, sender.apps, 'v3', call);
  const apps = checkApps(list, sender);
  if (apps) return { refusal: apps, steps, target };
  const bad = list.filter((one) => one.bad !== null);
  if (bad.length === list.length) {
    const refusal = refuse('huawei-tokens', '80300007', { received: bad.length, app: sender.app.appId });
    return { refusal, steps, notes: badNotes(list), target };
  }
  const effects = takeBack(list, wish);
  const { requestId } = call;
  const count = effects.length;
  return {
    response:
      bad.length === 0
        ? triple(200, '80000000', SUCCESS, requestId)
        : triple(200, '80100020', textOf('80100020'), requestId),
    effects,
    steps: [
      ...steps,
      bad.length === 0
        ? channelStep('huawei-revoked', 'pass', { count })
        : channelStep('huawei-revoke-partial', 'pass', { count, bad: bad.length }),
      ...badNotes(list),
    ],
    target,
  };
};
