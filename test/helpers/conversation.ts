import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program that answers each line with one line. */
export interface Conversation {
  /** Throws with what the program said on standard error when it ends instead of answering. */
  ask<T>(job: unknown): Promise<T>;
  /** Ends its input and waits for its end. */
  close(): Promise<void>;
}

/** Starts a program that speaks JSON in lines. */
export function converse(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Conversation {
  const child = spawn(command, args, { env });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  child.stdin.on('error', () => undefined);
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve());
  });
  return {
    async ask<T>(job: unknown) {
      child.stdin.write(`${JSON.stringify(job)}\n`);
      const { done, value } = await answers.next();
      if (done) throw new Error(`${command} ${args.join(' ')} ended\n${errors}`);
      return JSON.parse(value) as T;
    },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}
