/** The pages, in the order of the rail. A page's name is its place in the address: `#connect`. */
export const PAGES = ['simulate', 'phones', 'matrix', 'connect', 'workspace'] as const;
export type Page = (typeof PAGES)[number];

/** Where an address leads: a page, and on `#phones/ID` one phone of it. */
export interface Place {
  readonly page: Page;
  readonly phone: string | null;
}

/** The place that an address names, the first page without a name; undefined for other anchors, such as the skip link's. */
export function placeOf(hash: string): Place | undefined {
  const [name = '', phone] = hash.replace(/^#\/?/, '').split('/', 2);
  if (name === '') return { page: 'simulate', phone: null };
  const page = PAGES.find((one) => one === name);
  if (page === undefined) return undefined;
  return { page, phone: page === 'phones' && phone !== undefined && phone !== '' ? decoded(phone) : null };
}

/** The address of one phone's page. */
export const phoneAddress = (id: string): string => `#phones/${encodeURIComponent(id)}`;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
