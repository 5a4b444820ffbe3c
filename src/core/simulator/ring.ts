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

/**
 * Keeps the newest `capacity` items. `prefix` begins every id and is to differ from run to run, so that an old id is
 * not found among new entries. O(1) for everything but listing, without allocating: this is on the hot path.
 */
export function createRing<T extends { readonly id: string }>(capacity: number, prefix: string): Ring<T> {
  const { add, at, ...rest } = createBuffer<T>(capacity);
  return {
    ...rest,
    get size() {
      return rest.size();
    },
    get dropped() {
      return rest.dropped();
    },
    nextId: () => `${prefix}-${rest.total()}`,
    push: add,
    get(id) {
      const number = Number(id.slice(prefix.length + 1));
      const item = Number.isSafeInteger(number) && number >= 0 ? at(number) : undefined;
      return item?.id === id ? item : undefined;
    },
  };
}

/** The storage below: entries by running number. */
export function createBuffer<T>(capacity: number) {
  let items: (T | undefined)[] = [];
  let total = 0;
  let clearedAt = 0;
  const oldest = () => Math.max(clearedAt, total - capacity);
  return {
    add(item: T): void {
      items[total % capacity] = item;
      total++;
    },
    at: (number: number): T | undefined =>
      number >= oldest() && number < total ? items[number % capacity] : undefined,
    newestFirst(): T[] {
      const list: T[] = [];
      for (let number = total - 1; number >= oldest(); number--) {
        const item = items[number % capacity];
        if (item !== undefined) list.push(item);
      }
      return list;
    },
    size: () => total - oldest(),
    total: () => total,
    dropped: () => Math.max(0, total - capacity - clearedAt),
    clear(): void {
      items = [];
      clearedAt = total;
    },
  };
}
