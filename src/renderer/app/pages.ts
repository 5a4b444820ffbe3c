/** The pages, in the order of the rail. A page's name is its place in the address: `#connect`. */
export const PAGES = ['simulate', 'phones', 'connect', 'workspace'] as const;
export type Page = (typeof PAGES)[number];

/** The page that an address names, the first one without a name; undefined for other anchors, such as the skip link's. */
export function pageOf(hash: string): Page | undefined {
  const name = hash.replace(/^#/, '');
  if (name === '') return 'simulate';
  return PAGES.find((page) => page === name);
}
