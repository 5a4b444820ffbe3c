import { createInterface } from 'node:readline';

/** Answers each line of standard input, a job as JSON, with one line; ends with its input. */
export async function answerLines<Job>(answer: (job: Job) => Promise<unknown>): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line) as Job))}\n`);
  }
  // The clients here keep their connections open.
  process.exit(0);
}

/** Runs `make` with a clock that stands `ms` back. */
export function earlier<T>(ms: number, make: () => T): T {
  const { now } = Date;
  Date.now = () => now() - ms;
  try {
    return make();
  } finally {
    Date.now = now;
  }
}
