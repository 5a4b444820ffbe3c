import type { Clock } from '../../core/ports.ts';

/** The machine's real time, ms since 1970-01-01 UTC. The simulator puts the user's offset on top. */
export const systemClock: Clock = { now: () => Date.now() };
