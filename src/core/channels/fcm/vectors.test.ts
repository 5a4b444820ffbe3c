import { describe, expect, it } from 'vitest';
import { fcmRules } from './rules.ts';
import { checkAnswer } from './testing/check.ts';
import { VECTORS } from './testing/vectors.ts';
import { fcmWorld } from './testing/world.ts';

const stopping = new Set(fcmRules.filter(({ text }) => text.stop !== undefined).map(({ id }) => id));

describe('vectors', () => {
  it.each(VECTORS)('row $row', ({ exchanges, profile, shade }) => {
    const world = fcmWorld();
    world.profile = { ...world.profile, fcm: { ...world.profile.fcm, ...profile } };
    for (const { request, answer } of exchanges) {
      const { response, trace } = world.send(request);
      checkAnswer({ ...response, headers: Object.fromEntries(response.headers) }, answer);
      const stops = trace.filter(({ verdict }) => verdict === 'stop');
      // Partial failures of a list are notes, so that only calls that did nothing stop.
      const partial = answer.status === 200 && /"success":[1-9]|"results":\[\{[}"]/.test(response.body);
      if (answer.code === null || partial) expect(stops.length).toBeLessThanOrEqual(answer.code === null ? 0 : 1);
      else expect(stops).toHaveLength(1);
      for (const { rule } of stops) expect(stopping).toContain(rule);
    }
    if (shade !== undefined) expect(world.device().shade).toHaveLength(shade);
  });

  it('have a row for every number of the reference but the two that need a client', () => {
    const numbers = new Set(VECTORS.map(({ row }) => Number.parseInt(row, 10)).filter(Number.isFinite));
    const expected = Array.from({ length: 39 }, (_, index) => index + 1).filter((number) => number !== 31);
    expect([...numbers].sort((a, b) => a - b)).toEqual(expected);
  });
});
