import type { AcceptedPush } from '../types.ts';

/**
 * Keeps every push for an offline phone until its time to live is over, in the order of acceptance. With
 * `sendOnline` (`expiresAt` null) nothing is kept.
 */
export function store(
  stored: readonly AcceptedPush[],
  push: AcceptedPush,
): { readonly kept: readonly AcceptedPush[]; readonly dropped: readonly AcceptedPush[] } {
  const over = (item: AcceptedPush): boolean => item.expiresAt !== null && item.expiresAt <= push.acceptedAt;
  const dropped = stored.filter(over);
  const kept = stored.filter((item) => !over(item));
  return push.expiresAt === null ? { kept, dropped: [...dropped, push] } : { kept: [...kept, push], dropped };
}
