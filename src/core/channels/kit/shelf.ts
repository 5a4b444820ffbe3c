/**
 * A bounded map that never changes: each operation makes a new one that shares nearly all of the old. Entries lie in
 * boxes by the hash of their key, so that a change copies one box instead of everything. A full box forgets its oldest
 * entry, so about `limit` entries are kept, the newest of each box.
 */
export interface Shelf<V> {
  readonly limit: number;
  readonly boxes: readonly (ReadonlyMap<string, V> | null)[];
}

const BOXES = 64;

export const emptyShelf = <V>(limit: number): Shelf<V> => ({ limit, boxes: new Array<null>(BOXES).fill(null) });

/** FNV-1a over the UTF-16 units. */
function boxOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return ((hash >>> 16) ^ hash) & (BOXES - 1);
}

/** The value under a key; undefined when there is none or it was forgotten. */
export const find = <V>({ boxes }: Shelf<V>, key: string): V | undefined => boxes[boxOf(key)]?.get(key);

/** Puts a value under a key, as the newest entry. */
export function put<V>({ limit, boxes }: Shelf<V>, key: string, value: V): Shelf<V> {
  const index = boxOf(key);
  const box = new Map(boxes[index]);
  box.delete(key);
  const room = Math.max(1, Math.ceil(limit / BOXES));
  for (const oldest of box.keys()) {
    if (box.size < room) break;
    box.delete(oldest);
  }
  return { limit, boxes: boxes.with(index, box.set(key, value)) };
}

/** Takes what is under a key away; without an entry the shelf stays the same object. */
export function drop<V>(shelf: Shelf<V>, key: string): Shelf<V> {
  const index = boxOf(key);
  const before = shelf.boxes[index];
  if (!before?.has(key)) return shelf;
  const box = new Map(before);
  box.delete(key);
  return { limit: shelf.limit, boxes: shelf.boxes.with(index, box) };
}

/** Every entry that fits, in no particular order. */
export function select<V>({ boxes }: Shelf<V>, fits: (value: V, key: string) => boolean): readonly [string, V][] {
  const found: [string, V][] = [];
  for (const box of boxes) for (const [key, value] of box ?? []) if (fits(value, key)) found.push([key, value]);
  return found;
}
