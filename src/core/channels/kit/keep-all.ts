import type { AcceptedPush } from '../types.ts';

/** What an offline phone's store holds after a push, and what left it. */
export interface Kept {
  readonly kept: readonly AcceptedPush[];
  readonly dropped: readonly AcceptedPush[];
}

/**
 * Keeps every push for an offline phone until its time to live is over, in the order of acceptance; none takes the
 * place of another. A push that is tried once only (`expiresAt` null), or has no time to live, is dropped.
 */
export function keepAll(stored: readonly AcceptedPush[], push: AcceptedPush): Kept {
  const over = (item: AcceptedPush): boolean => item.expiresAt !== null && item.expiresAt <= push.acceptedAt;
  const dropped = stored.filter(over);
  const kept = stored.filter((item) => !over(item));
  if (push.expiresAt === null || over(push)) return { kept, dropped: [...dropped, push] };
  return { kept: [...kept, push], dropped };
}
