import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '../..');
const program = join(root, 'bin', 'pushpit.js');

/** Answered by `pushpit serve --json` as soon as it is ready. */
export interface Listeners {
  readonly ui: string;
  readonly tls: string;
  readonly plain: string;
}

/** The built program as its users start it: a process with a data directory of its own and ports that were free. */
export interface Server extends Listeners {
  readonly dataDir: string;
  /** Ends the process without a word to the pages that are open. */
  kill(): Promise<void>;
  /** Starts it again on the same ports and the same data. */
  start(): Promise<void>;
  /** Ends the process in good order and takes the directory away. */
  close(): Promise<void>;
}

/** Starts a server; `name` is part of its directory's. Rejects with what it printed when it ends before it is ready. */
export async function startServer(name: string): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), `pushpit-e2e-${name}-`));
  let child = run(dataDir, { ui: 0, tls: 0, plain: 0 });
  const listeners = await ready(child);
  const ports = {
    ui: portOf(listeners.ui),
    tls: portOf(listeners.tls),
    plain: portOf(listeners.plain),
  };
  return {
    ...listeners,
    dataDir,
    kill: () => end(child, 'SIGKILL'),
    start: async () => {
      child = run(dataDir, ports);
      await ready(child);
    },
    close: async () => {
      await end(child, 'SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

type Ports = Readonly<Record<'ui' | 'tls' | 'plain', number>>;

const portOf = (url: string): number => Number(new URL(url).port);

function run(dataDir: string, ports: Ports): ChildProcess {
  const flags = ['--ui-port', ports.ui, '--tls-port', ports.tls, '--plain-port', ports.plain].map(String);
  return spawn(process.execPath, [program, 'serve', '--json', '--data-dir', dataDir, ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function ready(child: ChildProcess): Promise<Listeners> {
  if (child.stdout === null || child.stderr === null) throw new Error('The server has no output.');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`pushpit serve ended with ${code} before it was ready:\n${said}`);
  });
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  // From here on an end is somebody's wish.
  ended.catch(() => undefined);
  return JSON.parse(line) as Listeners;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** Runs one command of the built program to its end and answers the JSON that it prints. Throws when it fails. */
export async function pushpit<T>(args: readonly string[]): Promise<T> {
  const child = spawn(process.execPath, [program, ...args, '--json'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const text = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (chunk: string) => {
      text[stream] += chunk;
    });
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`pushpit ${args.join(' ')} ended with ${code}:\n${text.stdout}${text.stderr}`);
  return JSON.parse(text.stdout) as T;
}
