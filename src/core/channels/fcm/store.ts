import type { AcceptedPush } from '../types.ts';
import { collapseKeyOf, type FcmPayload, payloadOf } from './payload.ts';
import type { DeviceRuleId } from './rules.ts';

/** Different collapse keys kept for one app on one phone. */
const KEYS_KEPT = 4;
/** Messages without collapse key kept for one app on one phone. */
const PENDING_KEPT = 100;

interface Stored {
  readonly kept: readonly AcceptedPush[];
  readonly dropped: readonly AcceptedPush[];
  readonly cause?: DeviceRuleId;
}

function keyOf(push: AcceptedPush): string | null {
  const payload = payloadOf(push);
  return payload.kind === 'message' ? collapseKeyOf(payload.message, push.app) : null;
}

const isMessage = (push: AcceptedPush): boolean => payloadOf(push).kind === 'message';

/** The newest of each key counts; of five keys the oldest goes (Google does not say which). */
function collapse(waiting: readonly AcceptedPush[], push: AcceptedPush, key: string): Stored {
  const same = waiting.filter((one) => one.app === push.app && keyOf(one) === key);
  const rest = waiting.filter((one) => !same.includes(one));
  const keys = rest.flatMap((one) => (one.app === push.app ? (keyOf(one) ?? []) : []));
  const oldest = new Set(keys).size >= KEYS_KEPT ? keys[0] : undefined;
  const over = oldest === undefined ? [] : rest.filter((one) => one.app === push.app && keyOf(one) === oldest);
  return { kept: [...rest.filter((one) => !over.includes(one)), push], dropped: [...same, ...over] };
}

/** Stands for all that is thrown away; the app learns of it when the phone is back. */
function deletionOf(push: AcceptedPush): AcceptedPush<FcmPayload> {
  return { ...push, id: `${push.id}#deleted`, payload: { kind: 'deleted' }, title: null, body: null };
}

function pile(waiting: readonly AcceptedPush[], push: AcceptedPush): Stored {
  const own = waiting.filter((one) => one.app === push.app);
  const pending = own.filter((one) => isMessage(one) && keyOf(one) === null);
  if (pending.length < PENDING_KEPT) return { kept: [...waiting, push], dropped: [] };
  const others = waiting.filter((one) => one.app !== push.app);
  const told = own.find((one) => !isMessage(one)) ?? deletionOf(push);
  return { kept: [...others, told], dropped: [...own.filter(isMessage), push], cause: 'fcm-device-too-many' };
}

/**
 * What FCM keeps for an offline phone: nothing with a time to live of 0, the newest message of each collapse key (at
 * most four keys of an app), and 100 others; the 101st makes it throw away everything and tell the app so.
 */
export function store(stored: readonly AcceptedPush[], push: AcceptedPush): Stored {
  const over = stored.filter((one) => one.expiresAt !== null && one.expiresAt <= push.acceptedAt);
  const waiting = over.length === 0 ? stored : stored.filter((one) => !over.includes(one));
  if (push.expiresAt === null) return { kept: waiting, dropped: [...over, push] };
  const key = keyOf(push);
  const result = key === null ? pile(waiting, push) : collapse(waiting, push, key);
  return { ...result, dropped: [...over, ...result.dropped] };
}
