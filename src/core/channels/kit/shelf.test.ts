import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drop, emptyShelf, find, put, type Shelf, select } from './shelf.ts';

const size = (shelf: Shelf<number>): number => select(shelf, () => true).length;

describe('a shelf', () => {
  it('behaves like a plain map while there is room, and never changes an earlier version', () => {
    const step = fc.record({ key: fc.string({ maxLength: 2 }), value: fc.option(fc.integer()) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const versions: [Shelf<number>, ReadonlyMap<string, number>][] = [[emptyShelf(100_000), new Map()]];
        for (const { key, value } of steps) {
          const [shelf, plain] = versions.at(-1) ?? [emptyShelf<number>(1), new Map<string, number>()];
          const next = new Map(plain);
          if (value === null) next.delete(key);
          else next.set(key, value);
          versions.push([value === null ? drop(shelf, key) : put(shelf, key, value), next]);
        }
        for (const [shelf, plain] of versions) {
          expect(size(shelf)).toBe(plain.size);
          for (const { key } of steps) expect(find(shelf, key)).toBe(plain.get(key));
        }
      }),
    );
  });

  it.each([1, 20, 640, 5000])('of %i stays about that full and keeps the newest', (limit) => {
    let shelf = emptyShelf<number>(limit);
    const count = 8 * limit;
    for (let item = 0; item < count; item += 1) shelf = put(shelf, `key-${item}`, item);
    expect(size(shelf)).toBeLessThanOrEqual(limit + 512);
    expect(size(shelf)).toBeGreaterThanOrEqual(Math.floor(limit * 0.8));
    expect(find(shelf, `key-${count - 1}`)).toBe(count - 1);
    expect(find(shelf, 'key-0')).toBeUndefined();
  });

  it('loses next to nothing while it is half full', () => {
    let shelf = emptyShelf<number>(10_000);
    for (let item = 0; item < 5000; item += 1) shelf = put(shelf, `key-${item}`, item);
    expect(size(shelf)).toBeGreaterThan(4950);
  });

  it('counts an entry that is put again as new', () => {
    let shelf = put(emptyShelf<number>(128), 'kept', 1);
    for (let item = 0; item < 500; item += 1) shelf = put(put(shelf, `other-${item}`, item), 'kept', item);
    expect(find(shelf, 'kept')).toBe(499);
    expect(drop(shelf, 'absent')).toBe(shelf);
    expect(find(shelf, '__proto__')).toBeUndefined();
  });
});
