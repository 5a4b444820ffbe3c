import { describe, expect, it } from 'vitest';
import { movedTo } from './move-clock.ts';

describe('a clock that is moved', () => {
  it('runs on from the new time when it runs', () => {
    expect(movedTo({ offsetMs: 500, stoppedAt: null }, 1000, 4000)).toEqual({ offsetMs: 3500 });
    expect(movedTo({ offsetMs: 0, stoppedAt: null }, 1000.4, 0)).toEqual({ offsetMs: -1000 });
  });

  it('stands at the new time when it stands', () => {
    expect(movedTo({ offsetMs: 500, stoppedAt: 1000 }, 1000, 4000.2)).toEqual({ stoppedAt: 4000 });
  });
});
