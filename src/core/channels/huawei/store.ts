import type { AcceptedPush } from '../types.ts';
import { CACHE_LIMIT } from './definition.ts';
import { payloadOf } from './payload.ts';
import type { DeviceRuleId } from './rules.ts';

/** Two messages of one app on one phone of which only the newer stays. */
function replaces(newer: AcceptedPush, older: AcceptedPush): boolean {
  const [a, b] = [payloadOf(newer).message, payloadOf(older).message];
  if (newer.app !== older.app || a.collapseKey < 0) return false;
  // v1: 0 keeps nothing but the newest; v3 counts 0 as a group like the others.
  return a.collapseKey === b.collapseKey || (a.collapseKey === 0 && a.generation !== 'v3');
}

/**
 * Keeps pushes for an offline phone until their life is over: per `collapse_key` the newest, and at most 120 of one
 * app. A push without a life (`ttl` 0) is only for phones that are online.
 */
export function store(
  stored: readonly AcceptedPush[],
  push: AcceptedPush,
): {
  readonly kept: readonly AcceptedPush[];
  readonly dropped: readonly AcceptedPush[];
  readonly cause?: DeviceRuleId;
} {
  if (payloadOf(push).quota === 'absent') return { kept: stored, dropped: [push], cause: 'huawei-device-absent' };
  const over = (item: AcceptedPush): boolean => item.expiresAt !== null && item.expiresAt <= push.acceptedAt;
  if (push.expiresAt === null)
    return { kept: stored.filter((item) => !over(item)), dropped: [...stored.filter(over), push] };
  const dropped = stored.filter((item) => over(item) || replaces(push, item));
  const staying = stored.filter((item) => !dropped.includes(item));
  const ofApp = staying.filter((item) => item.app === push.app);
  const surplus = ofApp.slice(0, Math.max(0, ofApp.length + 1 - CACHE_LIMIT));
  return {
    kept: [...staying.filter((item) => !surplus.includes(item)), push],
    dropped: [...dropped, ...surplus],
  };
}
