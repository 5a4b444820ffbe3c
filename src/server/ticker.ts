import type { Simulator } from '../core/simulator-types.ts';

/** Real ms after which the simulator is looked at even if nothing announced itself. */
const LONGEST = 1000;
const SHORTEST = 20;

/** Calls `tick` when the simulator says that something is due. Returns what ends it. */
export function startTicker(simulator: Simulator): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let armedFor = Number.POSITIVE_INFINITY;

  function arm(): void {
    const due = simulator.nextDue();
    const wait = due === null ? LONGEST : Math.min(LONGEST, Math.max(SHORTEST, due - simulator.now()));
    const at = performance.now() + wait;
    // Each push announces itself; only one that is due earlier than what is armed matters.
    if (timer !== undefined && at >= armedFor - SHORTEST) return;
    clearTimeout(timer);
    armedFor = at;
    timer = setTimeout(run, wait);
    timer.unref();
  }

  function run(): void {
    timer = undefined;
    armedFor = Number.POSITIVE_INFINITY;
    const due = simulator.nextDue();
    if (due !== null && due <= simulator.now()) simulator.tick();
    arm();
  }

  let noticed = false;
  const stop = simulator.subscribe(({ event }) => {
    if (noticed || (event.type !== 'exchange' && event.type !== 'workspace' && event.type !== 'reset')) return;
    noticed = true;
    // After the command that caused it, and once for many.
    setTimeout(() => {
      noticed = false;
      arm();
    }, SHORTEST).unref();
  });
  arm();
  return () => {
    stop();
    clearTimeout(timer);
  };
}
