import { access, constants, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { loadWorkspace } from '../server/storage/workspace-store.ts';
import { messageOf } from './io.ts';

/** One thing that was looked at. `bad` keeps Pushpit from running; `note` only takes something away. */
export interface Finding {
  readonly what: string;
  readonly state: 'ok' | 'note' | 'bad';
  readonly found: string;
  readonly fix?: string;
}

/** Can the directory be written, and the workspace in it be read? */
export async function checkDataDir(dataDir: string): Promise<Finding> {
  const what = 'Data directory';
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await access(dataDir, constants.R_OK | constants.W_OK);
    const probe = join(dataDir, `doctor.${process.pid}.tmp`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    return {
      what,
      state: 'bad',
      found: `${dataDir} cannot be written: ${messageOf(error)}`,
      fix: 'Choose another one with --data-dir or PUSHPIT_DATA_DIR.',
    };
  }
  try {
    await loadWorkspace(dataDir);
    return { what, state: 'ok', found: dataDir };
  } catch (error) {
    return { what, state: 'bad', found: messageOf(error) };
  }
}

/** Can the port be opened? Ports of the server that runs on this data directory are in order. */
export async function checkPort(name: string, host: string, port: number, own: ReadonlySet<number>): Promise<Finding> {
  const what = `--${name}`;
  if (port !== 0 && own.has(port)) return { what, state: 'ok', found: `${port}, used by the running Pushpit` };
  const error = await tryListen(host, port);
  if (error === null) return { what, state: 'ok', found: port === 0 ? 'any free port' : `${port} is free` };
  const taken = error === 'EADDRINUSE';
  return {
    what,
    state: 'bad',
    found: taken ? `${port} is taken by another program` : `${port} on ${host} cannot be opened (${error})`,
    fix: `Choose another one: --${name} PORT, or 0 for any free one.`,
  };
}

function tryListen(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
