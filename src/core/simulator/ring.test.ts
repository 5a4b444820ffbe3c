import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRing } from './ring.ts';

interface Item {
  readonly id: string;
  readonly weight: number;
}

const make = (length: number, weight?: number) =>
  createRing<Item>({ length, ...(weight === undefined ? {} : { weight }), weigh: (item) => item.weight }, 'r');

describe('ring', () => {
  it('keeps the newest, newest first, finds them by id and counts the others', () => {
    const ring = make(3);
    const ids = [1, 1, 1, 1, 1].map((weight) => {
      const id = ring.nextId();
      ring.push({ id, weight });
      return id;
    });
    expect(ring.newestFirst().map((item) => item.id)).toEqual([ids[4], ids[3], ids[2]]);
    expect([ring.size, ring.dropped]).toEqual([3, 2]);
    expect(ring.get(ids[1] ?? '')).toBeUndefined();
    expect(ring.get(ids[2] ?? '')?.id).toBe(ids[2]);
  });

  it.each(['', 'r-', 'r-99', 'r-1e0', 'x-0', 'r--1'])('has nothing under "%s"', (id) => {
    const ring = make(3);
    ring.push({ id: ring.nextId(), weight: 1 });
    ring.push({ id: ring.nextId(), weight: 1 });
    expect(ring.get(id)).toBeUndefined();
  });

  it('does not find an entry from before it was cleared', () => {
    const ring = make(3);
    const id = ring.nextId();
    ring.push({ id, weight: 1 });
    ring.clear();
    expect([ring.get(id), ring.size, ring.dropped]).toEqual([undefined, 0, 0]);
    expect(ring.nextId()).not.toBe(id);
  });

  it('never holds more than its bounds, and always the newest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(50), { minLength: 1 }),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(60),
        (weights, length, weight) => {
          const ring = make(length, weight);
          for (const one of weights) {
            const id = ring.nextId();
            ring.push({ id, weight: one });
            const kept = ring.newestFirst();
            expect(kept[0]?.id).toBe(id);
            expect(kept.length).toBeLessThanOrEqual(length);
            if (kept.length > 1) expect(kept.reduce((sum, item) => sum + item.weight, 0)).toBeLessThanOrEqual(weight);
          }
          expect(ring.size + ring.dropped).toBe(weights.length);
        },
      ),
    );
  });
});
