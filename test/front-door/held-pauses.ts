/** Pauses that end when the test says so. */
export function heldPauses() {
  const held: { readonly ms: number; run(): void }[] = [];
  const arrived: (() => void)[] = [];
  return {
    schedule(run: () => void, ms: number) {
      const entry = { ms, run };
      held.push(entry);
      arrived.shift()?.();
      return () => {
        // One that has ended already is no longer in the list.
        const index = held.indexOf(entry);
        if (index >= 0) held.splice(index, 1);
      };
    },
    count: () => held.length,
    /** Waits for the next pause, ends it, and says how long it was. */
    async endNext(): Promise<number> {
      if (held.length === 0) await new Promise<void>((resolve) => arrived.push(resolve));
      const entry = held.shift();
      if (entry === undefined) throw new Error('no pause');
      entry.run();
      return entry.ms;
    },
    arrival: () => (held.length > 0 ? Promise.resolve() : new Promise<void>((resolve) => arrived.push(resolve))),
  };
}
