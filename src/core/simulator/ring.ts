/** A bounded list that forgets its oldest entries and counts what it forgot. */
export interface Ring<T> {
  push(item: T): void;
  /** Newest first. */
  newestFirst(): T[];
  get(id: string): T | undefined;
  readonly size: number;
  /** How many entries were forgotten since the last `clear`. */
  readonly dropped: number;
  clear(): void;
}

/** Keeps the newest `capacity` items, findable by `id`. O(1) for everything but listing. */
export function createRing<T>(capacity: number, idOf: (item: T) => string): Ring<T> {
  let items: (T | undefined)[] = [];
  let next = 0;
  let size = 0;
  let dropped = 0;
  const byId = new Map<string, T>();

  return {
    push(item) {
      const old = items[next];
      if (old !== undefined) {
        byId.delete(idOf(old));
        dropped++;
      } else {
        size++;
      }
      items[next] = item;
      byId.set(idOf(item), item);
      next = (next + 1) % capacity;
    },
    newestFirst() {
      const list: T[] = [];
      for (let i = 1; i <= size; i++) {
        const item = items[(next - i + capacity) % capacity];
        if (item !== undefined) list.push(item);
      }
      return list;
    },
    get: (id) => byId.get(id),
    get size() {
      return size;
    },
    get dropped() {
      return dropped;
    },
    clear() {
      items = [];
      byId.clear();
      next = 0;
      size = 0;
      dropped = 0;
    },
  };
}
