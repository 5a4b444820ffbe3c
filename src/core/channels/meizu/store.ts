import type { AcceptedPush } from '../types.ts';

/**
 * Keeps every push for an offline phone for its hours, in the order of acceptance; one with `offLine` 0 (`expiresAt`
 * null) is dropped. Messages with one `notifyKey` are all kept: the phone replaces them.
 */
export function store(
  stored: readonly AcceptedPush[],
  push: AcceptedPush,
): { readonly kept: readonly AcceptedPush[]; readonly dropped: readonly AcceptedPush[] } {
  const over = (one: AcceptedPush): boolean => one.expiresAt !== null && one.expiresAt <= push.acceptedAt;
  const dropped = stored.filter(over);
  const kept = stored.filter((one) => !over(one));
  return push.expiresAt === null ? { kept, dropped: [...dropped, push] } : { kept: [...kept, push], dropped };
}
