/**
 * A bounded list that never changes: each operation makes a new one that shares nearly all of the old. Entries lie in
 * chunks, so that one more entry or one changed entry copies a chunk instead of everything.
 */
export interface Log<T> {
  /** How many of the newest entries count. */
  readonly limit: number;
  /** Full chunks, oldest first. The first may reach beyond the limit. */
  readonly chunks: readonly (readonly T[])[];
  /** The newest entries, at most a chunk. */
  readonly tail: readonly T[];
}

/** About the square root of the limits in use: copying a chunk then costs as much as copying the list of chunks. */
const CHUNK = 32;

export const emptyLog = <T>(limit: number): Log<T> => ({ limit, chunks: [], tail: [] });

/** Adds the newest entry and forgets what is beyond the limit. */
export function append<T>({ limit, chunks, tail }: Log<T>, item: T): Log<T> {
  if (tail.length < CHUNK) return { limit, chunks, tail: tail.concat([item]) };
  // The first chunk can go once the others and the new entry reach the limit without it.
  const enough = chunks.length * CHUNK + 1 >= limit;
  return { limit, chunks: (enough ? chunks.slice(1) : chunks).concat([tail]), tail: [item] };
}

/** A log of these entries, oldest first. */
export const logOf = <T>(limit: number, items: readonly T[]): Log<T> =>
  items.reduce((log, item) => append(log, item), emptyLog<T>(limit));

/** The entries that count, oldest first. */
export function entries<T>({ limit, chunks, tail }: Log<T>): readonly T[] {
  const all = chunks.flat().concat(tail);
  return all.length > limit ? all.slice(all.length - limit) : all;
}

/** Changes the newest entry that fits; without one the log stays the same object. */
export function updateNewest<T>(log: Log<T>, fits: (item: T) => boolean, change: (item: T) => T): Log<T> {
  const tail = changed(log.tail, fits, change);
  if (tail !== null) return { ...log, tail };
  for (let index = log.chunks.length - 1; index >= 0; index -= 1) {
    const chunk = changed(log.chunks[index] ?? [], fits, change);
    if (chunk !== null) return { ...log, chunks: log.chunks.with(index, chunk) };
  }
  return log;
}

function changed<T>(chunk: readonly T[], fits: (item: T) => boolean, change: (item: T) => T): readonly T[] | null {
  const index = chunk.findLastIndex(fits);
  const item = chunk[index];
  return item === undefined ? null : chunk.with(index, change(item));
}
