import { type ChildProcess, spawn } from 'node:child_process';
import { inject, onTestFinished } from 'vitest';
import { environment } from '../helpers/run.ts';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Given {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Options of `pushpit exec` beside the data directory. */
  readonly options?: readonly string[];
  readonly dataDir: string;
  /** Called once the command has printed something. */
  printed?(child: ChildProcess, out: string): void;
}

/** Runs a command through `pushpit exec`, a process of its own, without proxies and CAs of the machine. */
export function runExec(command: readonly string[], given: Given): Promise<Ran> {
  const args = [inject('program'), 'exec', '-d', given.dataDir, ...(given.options ?? ['--quiet']), '--', ...command];
  const child = spawn(process.execPath, args, { env: environment(given.env), timeout: 25_000, killSignal: 'SIGKILL' });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    given.printed?.(child, out);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  child.stdin.on('error', () => undefined).end(given.input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
