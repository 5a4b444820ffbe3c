/** A bounded list that forgets its oldest entries and counts what it forgot. */
export interface Ring<T> {
  /** The id that the next entry has to carry; its number is its place, so that finding it needs no index. */
  nextId(): string;
  push(item: T): void;
  /** Newest first. */
  newestFirst(): T[];
  get(id: string): T | undefined;
  readonly size: number;
  /** How many entries were forgotten since the last `clear`. */
  readonly dropped: number;
  clear(): void;
}

/** How much may be kept: a number of entries, and optionally a sum of weights (say, bytes). */
export interface Bounds<T> {
  readonly length: number;
  readonly weight?: number;
  weigh?(item: T): number;
  /** Gets what is forgotten for want of room. */
  readonly forget?: ((item: T) => void) | undefined;
}

/**
 * Keeps the newest items. `prefix` begins every id and is to differ from run to run, so that an old id is not found
 * among new entries. O(1) for everything but listing, without allocating: this is on the hot path.
 */
export function createRing<T extends { readonly id: string }>(bounds: Bounds<T>, prefix: string): Ring<T> {
  const buffer = createBuffer<T>(bounds);
  return {
    newestFirst: buffer.newestFirst,
    clear: buffer.clear,
    get size() {
      return buffer.size();
    },
    get dropped() {
      return buffer.dropped();
    },
    nextId: () => `${prefix}-${buffer.total()}`,
    push: buffer.add,
    get(id) {
      const number = Number(id.slice(prefix.length + 1));
      const item = Number.isSafeInteger(number) && number >= 0 ? buffer.at(number) : undefined;
      return item?.id === id ? item : undefined;
    },
  };
}

/** The storage below: entries by running number. The newest entry stays, however heavy it is. */
export function createBuffer<T>({ length, weight = Number.POSITIVE_INFINITY, weigh = () => 0, forget }: Bounds<T>) {
  let items: (T | undefined)[] = [];
  let total = 0;
  let oldest = 0;
  let clearedAt = 0;
  let kept = 0;

  function forgetOldest(): void {
    const place = oldest % length;
    const item = items[place];
    if (item !== undefined) {
      kept -= weigh(item);
      forget?.(item);
    }
    items[place] = undefined;
    oldest++;
  }

  return {
    add(item: T): void {
      if (total - oldest === length) forgetOldest();
      items[total % length] = item;
      total++;
      kept += weigh(item);
      while (kept > weight && oldest < total - 1) forgetOldest();
    },
    at: (number: number): T | undefined => (number >= oldest && number < total ? items[number % length] : undefined),
    newestFirst(): T[] {
      const list: T[] = [];
      for (let number = total - 1; number >= oldest; number--) {
        const item = items[number % length];
        if (item !== undefined) list.push(item);
      }
      return list;
    },
    size: () => total - oldest,
    total: () => total,
    dropped: () => oldest - clearedAt,
    clear(): void {
      items = [];
      oldest = total;
      clearedAt = total;
      kept = 0;
    },
  };
}
