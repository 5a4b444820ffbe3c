import type { AcceptedPush } from '../types.ts';

/**
 * Keeps every push for an offline phone until its `off_line_ttl` is over, in the order of acceptance. With `off_line`
 * false (`expiresAt` null) a push is tried once and not kept.
 */
export function store(
  stored: readonly AcceptedPush[],
  push: AcceptedPush,
): { readonly kept: readonly AcceptedPush[]; readonly dropped: readonly AcceptedPush[] } {
  const over = (item: AcceptedPush): boolean => item.expiresAt !== null && item.expiresAt <= push.acceptedAt;
  const dropped = stored.filter(over);
  const kept = stored.filter((item) => !over(item));
  if (push.expiresAt === null || over(push)) return { kept, dropped: [...dropped, push] };
  return { kept: [...kept, push], dropped };
}
