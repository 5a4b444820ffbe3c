import { spawn } from 'node:child_process';
import { projectNode, root } from '../../scripts/lib/paths.mjs';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const LONGEST_MS = 25_000;

/** Runs a program to its end. Rejects when it cannot be started; one that hangs is killed and its exit code is null. */
export function runProgram(
  command: string,
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv; input?: string } = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const env = options.env ?? environment();
    const child = spawn(command, args, { cwd: root, env, timeout: LONGEST_MS, killSignal: 'SIGKILL' });
    const text = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (chunk: string) => {
        text[stream] += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...text }));
    child.stdin.on('error', () => undefined).end(options.input);
  });
}

/** This process's environment without proxies and extra CAs of the machine, plus `extra`. */
export function environment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !isProxyOrCa(name));
  return { ...Object.fromEntries(own), ...extra };
}

const isProxyOrCa = (name: string): boolean =>
  /^(?:.*_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_(?:FILE|DIR)|(?:CURL|REQUESTS)_CA_BUNDLE)$/i.test(name);

/** Takes the machine's proxy settings out of this process, for clients that read them on every request. */
export function forgetProxies(): void {
  for (const name of Object.keys(process.env)) if (/_proxy$/i.test(name)) delete process.env[name];
}

/**
 * Runs a script of the repository on the project's Node with `job` as JSON on its standard input, and answers the JSON
 * that it prints last. Throws with what it said when it fails.
 */
export async function runScript<T>(script: string, job: unknown, env: Readonly<Record<string, string>>): Promise<T> {
  const { code, stdout, stderr } = await runProgram(projectNode, [script], {
    env: environment(env),
    input: JSON.stringify(job),
  });
  if (code !== 0) throw new Error(`${script} ended with ${code}\n${stdout}\n${stderr}`);
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as T;
}
