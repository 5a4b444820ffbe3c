/** Holds work back until everything that has arrived in this turn of the event loop has been dealt with. */
export interface Outbox {
  post(run: () => void): void;
}

/**
 * A write wakes the client at the other end, which takes the kernel longer than the request took us. When many requests
 * arrived together, writing their answers one after another at the end of the turn wakes it once instead of each time.
 */
export function createOutbox(schedule: (run: () => void) => void = setImmediate): Outbox {
  let waiting: (() => void)[] = [];
  const flush = (): void => {
    const all = waiting;
    waiting = [];
    for (const run of all) run();
  };
  return {
    post(run) {
      waiting.push(run);
      if (waiting.length === 1) schedule(flush);
    },
  };
}
