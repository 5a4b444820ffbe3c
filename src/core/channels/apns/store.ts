import { isObject } from '../kit/json.ts';
import type { AcceptedPush } from '../types.ts';
import type { ApnsPayload } from './payload.ts';

/**
 * What APNs keeps for a phone that is offline: one push per app, the newest. Each full topic has its own place, so a
 * VoIP push does not replace an alert. A push that allows one attempt only (`expiresAt` null) is not kept and
 * replaces nothing. (Apple: Viewing the status of push notifications using metrics and APNs.)
 */
export function store(
  stored: readonly AcceptedPush[],
  push: AcceptedPush,
): { readonly kept: readonly AcceptedPush[]; readonly dropped: readonly AcceptedPush[] } {
  if (push.expiresAt === null) return { kept: stored, dropped: [push] };
  const replaced = (one: AcceptedPush): boolean =>
    one.channel === push.channel && one.deviceId === push.deviceId && topicOf(one) === topicOf(push);
  return {
    kept: [...stored.filter((one) => !replaced(one)), push],
    dropped: stored.filter(replaced),
  };
}

function topicOf(push: AcceptedPush): string {
  return isObject(push.payload) ? (push.payload as unknown as ApnsPayload).topic : push.app;
}
