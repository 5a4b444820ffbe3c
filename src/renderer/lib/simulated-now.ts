import type { WorkspaceView } from '../../core/views.ts';

/** Simulated time, ms. `readAt` and `monotonic` are of one clock: when the setting was read, and now. */
export function simulatedNow(clock: WorkspaceView['clock'], readAt: number, monotonic: number): number {
  return clock.stoppedAt ?? clock.now + (monotonic - readAt);
}
