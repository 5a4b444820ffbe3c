import { problem } from './problem.ts';

interface Page {
  readonly limit: number;
  readonly before?: string | undefined;
}

/** Where a list goes on beyond the simulator's memory. */
export interface Older<T> {
  /** Entries older than the entry `before` (null = all), newest first. */
  entries(before: string | null): Iterable<T>;
  has(id: string): boolean;
}

/**
 * One page of a list that stands newest first: at most `limit` entries that `keep` lets through, after the
 * entry `before`, from the memory and then from what is `older`. An id that is in neither is refused, since no page
 * can be told from it.
 */
export function pageOf<T extends { readonly id: string }>(
  newestFirst: readonly T[],
  page: Page,
  keep: (item: T) => boolean = () => true,
  older?: Older<T>,
): readonly T[] | Response {
  const { before, limit } = page;
  const from = before === undefined ? 0 : newestFirst.findIndex((item) => item.id === before) + 1;
  const isOld = before !== undefined && from === 0;
  if (isOld && older?.has(before) !== true) return unknownCursor(before);
  const items: T[] = [];
  if (!isOld) take(from === 0 ? newestFirst : newestFirst.slice(from), items, limit, keep);
  if (older !== undefined && items.length < limit) take(older.entries(isOld ? before : null), items, limit, keep);
  return items;
}

function take<T>(from: Iterable<T>, items: T[], limit: number, keep: (item: T) => boolean): void {
  for (const item of from) {
    if (keep(item)) items.push(item);
    if (items.length >= limit) return;
  }
}

const unknownCursor = (before: string): Response => {
  const text = {
    en: `"before" names "${before}", which is not in the history (any more). Start again without it.`,
    zh: `“before”所指的“${before}”不在历史里（或已不在）。请去掉它重新开始。`,
  };
  return problem(400, 'unknown_cursor', text, { before });
};
