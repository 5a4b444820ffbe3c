import { text } from 'node:stream/consumers';

/** The job that the test wrote to standard input. */
export const readJob = async <T>(): Promise<T> => JSON.parse(await text(process.stdin)) as T;

/** Prints the result and ends the process: the clients here keep their connections open. */
export function finish(result: unknown): void {
  process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0));
}
