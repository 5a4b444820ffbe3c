import type { ClockSetting } from '../../core/simulator-types.ts';

/** What moves a clock that shows `now` to `time`, ms: a standing one is set, a running one is shifted. */
export const movedTo = (clock: ClockSetting, now: number, time: number): Partial<ClockSetting> =>
  clock.stoppedAt === null ? { offsetMs: Math.round(clock.offsetMs + time - now) } : { stoppedAt: Math.round(time) };
