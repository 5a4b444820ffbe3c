import { useEffect, useState } from 'react';
import { useWorld } from '../stores/services.ts';
import { simulatedNow } from './simulated-now.ts';

/** The simulated time, ms, running on between the API's answers; looked at every `everyMs`. */
export function useSimulatedNow(everyMs: number): number {
  const clock = useWorld((world) => world.workspace?.clock);
  const readAt = useWorld((world) => world.workspaceReadAt);
  const [, tick] = useState(0);
  const running = clock !== undefined && clock.stoppedAt === null;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => tick((count) => count + 1), everyMs);
    return () => clearInterval(timer);
  }, [running, everyMs]);
  return clock === undefined ? Date.now() : simulatedNow(clock, readAt, performance.now());
}
