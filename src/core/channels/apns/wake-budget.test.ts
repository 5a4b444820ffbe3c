import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextWake } from './wake-budget.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('the budget of background wakes', () => {
  it('gives all at once when it is full, then one every third of an hour', () => {
    expect(nextWake([], 3, 0)).toBeNull();
    expect(nextWake([0, 0], 3, 0)).toBeNull();
    expect(nextWake([0, 0, 0], 3, 0)).toBe(20 * MINUTE);
    expect(nextWake([0, 0, 0], 3, 20 * MINUTE - 1)).toBe(20 * MINUTE);
    expect(nextWake([0, 0, 0], 3, 20 * MINUTE)).toBeNull();
    expect(nextWake([20 * MINUTE, 0, 0, 0], 3, 25 * MINUTE)).toBe(40 * MINUTE);
  });

  it('is full again after an hour without a wake, and not fuller', () => {
    expect(nextWake([HOUR, HOUR, HOUR, 0, 0, 0], 3, HOUR)).toBe(HOUR + 20 * MINUTE);
    expect(nextWake([9 * HOUR, 9 * HOUR, 9 * HOUR, 0], 3, 9 * HOUR)).toBe(9 * HOUR + 20 * MINUTE);
  });

  it('knows no limit at 0, and does not mind a clock that was set back', () => {
    expect(nextWake(Array(100).fill(0), 0, 0)).toBeNull();
    expect(nextWake([HOUR, HOUR, HOUR], 3, 0)).toBe(20 * MINUTE);
  });

  it('never lets more through than a full bucket and what came back since', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.nat(30 * MINUTE), { maxLength: 60 }),
        (perHour, gaps) => {
          let now = 0;
          let wakes: number[] = [];
          for (const gap of gaps) {
            now += gap;
            const next = nextWake(wakes, perHour, now);
            if (next === null) wakes = [now, ...wakes];
            else {
              expect(next).toBeGreaterThan(now);
              // What it names is the first moment that would do.
              expect(nextWake(wakes, perHour, next)).toBeNull();
              expect(nextWake(wakes, perHour, next - 1)).not.toBeNull();
            }
          }
          for (const [i, last] of wakes.entries()) {
            for (const [j, first] of wakes.entries()) {
              if (j < i) continue;
              expect(j - i + 1).toBeLessThanOrEqual(perHour + ((last - first) * perHour) / HOUR);
            }
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
