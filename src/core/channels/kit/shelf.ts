type Box<V> = ReadonlyMap<string, V> | null;

/**
 * A bounded map that never changes: each operation makes a new one that shares nearly all of the old. Entries lie in
 * boxes by the hash of their key, and boxes in rows, so that a change copies one box and two short lists. A full box
 * forgets its oldest entry, so about `limit` entries are kept, the newest of each box.
 */
export interface Shelf<V> {
  readonly limit: number;
  readonly rows: readonly (readonly Box<V>[])[];
}

/** Large enough for boxes to fill about evenly, small enough to be copied in no time. */
const BOX_SIZE = 16;

/** The largest power of two that is not above a number, at least 1. */
const powerBelow = (value: number): number => 2 ** Math.max(0, Math.floor(Math.log2(Math.max(1, value))));

export function emptyShelf<V>(limit: number): Shelf<V> {
  const boxes = powerBelow(limit / BOX_SIZE);
  const width = powerBelow(Math.sqrt(boxes));
  const row = new Array<Box<V>>(width).fill(null);
  return { limit, rows: new Array<readonly Box<V>[]>(boxes / width).fill(row) };
}

/** FNV-1a over the UTF-16 units, its halves mixed; not negative. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

interface Place<V> {
  readonly row: number;
  readonly column: number;
  readonly boxes: readonly Box<V>[];
  readonly box: Box<V>;
}

function placeOf<V>({ rows }: Shelf<V>, key: string): Place<V> {
  const hash = hashOf(key);
  const row = hash & (rows.length - 1);
  const boxes = rows[row] ?? [];
  const column = Math.floor(hash / rows.length) & (boxes.length - 1);
  return { row, column, boxes, box: boxes[column] ?? null };
}

const withBox = <V>({ limit, rows }: Shelf<V>, { row, column, boxes }: Place<V>, box: Box<V>): Shelf<V> => ({
  limit,
  rows: rows.with(row, boxes.with(column, box)),
});

/** The value under a key; undefined when there is none or it was forgotten. */
export const find = <V>(shelf: Shelf<V>, key: string): V | undefined => placeOf(shelf, key).box?.get(key);

/** Puts a value under a key, as the newest entry. */
export function put<V>(shelf: Shelf<V>, key: string, value: V): Shelf<V> {
  const place = placeOf(shelf, key);
  const box = new Map(place.box);
  box.delete(key);
  const room = Math.max(1, Math.ceil(shelf.limit / (shelf.rows.length * place.boxes.length)));
  for (const oldest of box.keys()) {
    if (box.size < room) break;
    box.delete(oldest);
  }
  return withBox(shelf, place, box.set(key, value));
}

/** Takes what is under a key away; without an entry the shelf stays the same object. */
export function drop<V>(shelf: Shelf<V>, key: string): Shelf<V> {
  const place = placeOf(shelf, key);
  if (!place.box?.has(key)) return shelf;
  const box = new Map(place.box);
  box.delete(key);
  return withBox(shelf, place, box);
}

/** Every entry that fits, in no particular order. */
export function select<V>({ rows }: Shelf<V>, fits: (value: V, key: string) => boolean): readonly [string, V][] {
  const found: [string, V][] = [];
  for (const row of rows)
    for (const box of row) for (const [key, value] of box ?? []) if (fits(value, key)) found.push([key, value]);
  return found;
}
