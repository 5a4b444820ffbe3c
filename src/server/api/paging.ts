import { problem } from './problem.ts';

interface Page {
  readonly limit: number;
  readonly before?: string | undefined;
}

/**
 * One page of a list that stands newest first: at most `limit` entries that `keep` lets through, after the
 * entry `before`. An id that is not in the list is refused, since no page can be told from it.
 */
export function pageOf<T extends { readonly id: string }>(
  newestFirst: readonly T[],
  page: Page,
  keep: (item: T) => boolean = () => true,
): readonly T[] | Response {
  const from = page.before === undefined ? 0 : newestFirst.findIndex((item) => item.id === page.before) + 1;
  if (page.before !== undefined && from === 0) {
    const text = {
      en: `"before" names "${page.before}", which is not in the history (any more). Start again without it.`,
      zh: `“before”所指的“${page.before}”不在历史里（或已不在）。请去掉它重新开始。`,
    };
    return problem(400, 'unknown_cursor', text, { before: page.before });
  }
  const items: T[] = [];
  for (let i = from; i < newestFirst.length && items.length < page.limit; i++) {
    const item = newestFirst[i];
    if (item !== undefined && keep(item)) items.push(item);
  }
  return items;
}
