import type { AcceptedPush } from '../types.ts';

/** What an offline phone's store holds after a push, and what left it. */
export interface Kept {
  readonly kept: readonly AcceptedPush[];
  readonly dropped: readonly AcceptedPush[];
  /** Why those left, when their time was not over. */
  readonly cause?: 'device-store-full';
}

/** Pushes kept for one phone. No vendor here publishes a number; without one a flood to a phone that is off has no end. */
export const KEPT_MAX = 1000;

/**
 * Keeps every push for an offline phone until its time to live is over, in the order of acceptance; none takes the
 * place of another, but of more than `KEPT_MAX` the oldest leave. A push that is tried once only (`expiresAt` null), or has no time to live, is dropped.
 */
export function keepAll(stored: readonly AcceptedPush[], push: AcceptedPush): Kept {
  const over = (item: AcceptedPush): boolean => item.expiresAt !== null && item.expiresAt <= push.acceptedAt;
  const dropped = stored.filter(over);
  const kept = stored.filter((item) => !over(item));
  if (push.expiresAt === null || over(push)) return { kept, dropped: [...dropped, push] };
  if (kept.length < KEPT_MAX) return { kept: [...kept, push], dropped };
  const surplus = kept.length + 1 - KEPT_MAX;
  return {
    kept: [...kept.slice(surplus), push],
    dropped: [...dropped, ...kept.slice(0, surplus)],
    cause: 'device-store-full',
  };
}
