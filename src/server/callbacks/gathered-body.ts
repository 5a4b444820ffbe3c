import type { GatheredItems } from '../../core/channels/types.ts';

type Members = Readonly<Record<string, unknown>>;

/** One item of a receipt's body; in a form, one entry of the list with the member around it. */
export type GatheredItem =
  | { readonly type: 'entry'; readonly value: unknown }
  | { readonly type: 'of-member'; readonly name: string; readonly around: Members; readonly value: unknown };

/** The items of a receipt's body in their order; null when it has not the form that `items` describes. */
export function itemsOf(items: GatheredItems, body: string): readonly GatheredItem[] | null {
  if (items.type === 'list') {
    const value = parsed(body);
    const list = items.member === null ? value : membersOf(value)?.[items.member];
    return Array.isArray(list) ? list.map((entry) => ({ type: 'entry', value: entry })) : null;
  }
  const members = membersOf(parsed(fieldOf(body, items.field) ?? ''));
  if (members === null) return null;
  const found: GatheredItem[] = [];
  for (const [name, member] of Object.entries(members)) {
    const around = membersOf(member);
    const list = around?.[items.member];
    if (around === null || !Array.isArray(list)) return null;
    found.push(...list.map((value) => ({ type: 'of-member', name, around, value }) as const));
  }
  return found;
}

/** `body`, one that `itemsOf` understood, with other items in the place of its own. */
export function withItems(items: GatheredItems, body: string, all: readonly GatheredItem[]): string {
  if (items.type === 'list') {
    const values = all.map(({ value }) => value);
    return JSON.stringify(items.member === null ? values : { ...membersOf(parsed(body)), [items.member]: values });
  }
  const members = new Map<string, { readonly around: Members; readonly list: unknown[] }>();
  for (const item of all) {
    if (item.type !== 'of-member') continue;
    const known = members.get(item.name);
    if (known) known.list.push(item.value);
    else members.set(item.name, { around: item.around, list: [item.value] });
  }
  const joined = [...members].map(([name, { around, list }]) => [name, { ...around, [items.member]: list }] as const);
  return withField(body, items.field, JSON.stringify(Object.fromEntries(joined)));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const membersOf = (value: unknown): Members | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : null;

function fieldOf(form: string, field: string): string | null {
  const value = form.split('&').find((part) => part.startsWith(`${field}=`));
  try {
    return value === undefined ? null : decodeURIComponent(value.slice(field.length + 1));
  } catch {
    return null;
  }
}

/** The other fields stay as they are written. */
const withField = (form: string, field: string, value: string): string =>
  form
    .split('&')
    .map((part) => (part.startsWith(`${field}=`) ? `${field}=${encodeURIComponent(value)}` : part))
    .join('&');
