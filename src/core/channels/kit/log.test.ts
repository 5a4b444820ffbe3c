import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { append, emptyLog, entries, type Log, logOf, updateNewest } from './log.ts';

const same = (wanted: number) => (item: number) => item === wanted;

describe('a log', () => {
  it.each([1, 5, 32, 33, 100, 1000])('keeps the newest %i entries, in order', (limit) => {
    let log: Log<number> = emptyLog(limit);
    let plain: number[] = [];
    for (let item = 0; item < 3 * limit + 70; item += 1) {
      log = append(log, item);
      plain = [...plain, item].slice(-limit);
      if (item % 7 === 0 || item < 70) expect(entries(log)).toEqual(plain);
    }
    expect(entries(log)).toEqual(plain);
    const stored = log.chunks.reduce((sum, chunk) => sum + chunk.length, log.tail.length);
    expect(stored).toBeLessThanOrEqual(limit + 64);
  });

  it('changes the newest entry that fits, wherever it lies, and only that', () => {
    const log = logOf(100, [7, ...Array.from({ length: 70 }, (_, index) => index + 100), 7, 8]);
    const once = updateNewest(log, same(7), () => 70);
    expect(entries(once).filter((item) => item === 7)).toHaveLength(1);
    expect(entries(once).indexOf(70)).toBe(71);
    const twice = updateNewest(once, same(7), () => 71);
    expect(entries(twice)[0]).toBe(71);
    expect(updateNewest(twice, same(7), () => 72)).toBe(twice);
  });

  it('never changes what an earlier version says, and behaves like a plain list', () => {
    const step = fc.oneof(
      fc.record({ add: fc.integer({ min: 0, max: 9 }) }),
      fc.record({ change: fc.integer({ min: 0, max: 9 }) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.array(step, { maxLength: 200 }), (limit, steps) => {
        const versions: { log: Log<number>; plain: readonly number[] }[] = [{ log: emptyLog(limit), plain: [] }];
        for (const one of steps) {
          const { log, plain } = versions.at(-1) ?? { log: emptyLog<number>(limit), plain: [] };
          if ('add' in one) {
            versions.push({ log: append(log, one.add), plain: [...plain, one.add].slice(-limit) });
          } else {
            const index = plain.lastIndexOf(one.change);
            versions.push({
              log: updateNewest(log, same(one.change), (item) => item + 10),
              plain: index < 0 ? plain : plain.with(index, one.change + 10),
            });
          }
        }
        for (const { log, plain } of versions) expect(entries(log)).toEqual(plain);
      }),
    );
  });
});
