import { randomUUID } from 'node:crypto';
import { constants, readFileSync } from 'node:fs';
import { copyFile, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StorageError } from './storage-error.ts';

export const LOCK_FILE = 'server.lock';

export interface Lock {
  release(): Promise<void>;
}

interface Holder {
  readonly pid: number;
  /** When the process started, in the system's own unit; null where it does not tell. Guards against reused ids. */
  readonly started: string | null;
}

/**
 * Takes a data directory for this process; the lock of a process that is gone is taken over. Throws
 * `StorageError` (`in_use`, or `unusable` when the directory cannot be written).
 */
export async function lockDataDir(dataDir: string): Promise<Lock> {
  const file = join(dataDir, LOCK_FILE);
  const mine: Holder = { pid: process.pid, started: startOf(process.pid) };
  await makeDirectory(dataDir);
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await create(file, mine)) return { release: () => release(file, mine) };
    const holder = await read(file);
    if (holder !== null && lives(holder)) throw inUse(file, dataDir, holder.pid);
    await takeAway(file, holder);
  }
  throw inUse(file, dataDir, null);
}

async function makeDirectory(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unusable(dataDir, error);
  }
}

/** Puts the lock there with its content in one step: a lock that is there but empty would look abandoned. */
async function create(file: string, holder: Holder): Promise<boolean> {
  const prepared = `${file}.${process.pid}.${randomUUID()}.tmp`;
  try {
    await writeFile(prepared, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
    await link(prepared, file).catch((error: unknown) => {
      if (codeOf(error) === 'EEXIST') throw error;
      // File systems without hard links.
      return copyFile(prepared, file, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw unusable(file, error);
  } finally {
    await rm(prepared, { force: true });
  }
}

/** Who holds the lock; null when the file is gone or says nothing usable (its writer died while writing). */
async function read(file: string): Promise<Holder | null> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof value !== 'object' || value === null || !('pid' in value) || typeof value.pid !== 'number') return null;
    const started = 'started' in value && typeof value.started === 'string' ? value.started : null;
    return { pid: value.pid, started };
  } catch {
    return null;
  }
}

/** Removes a stale lock, unless another process has put its own there meanwhile. */
async function takeAway(file: string, stale: Holder | null): Promise<void> {
  const aside = `${file}.${process.pid}.stale`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw unusable(file, error);
  }
  const moved = await read(aside);
  if (moved !== null && moved.pid !== stale?.pid && lives(moved)) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}

async function release(file: string, mine: Holder): Promise<void> {
  const holder = await read(file);
  if (holder?.pid === mine.pid) await rm(file, { force: true });
}

/** A process of another user answers EPERM: it lives. In a container our own id may be that of our predecessor. */
function lives(holder: Holder): boolean {
  if (holder.pid === process.pid) return holder.started === startOf(process.pid);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  const started = startOf(holder.pid);
  return holder.started === null || started === null || started === holder.started;
}

/** Start time of a process where `/proc` tells it (field 22 of proc(5) stat, clock ticks since boot). */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; what follows the last one is regular.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function inUse(file: string, dataDir: string, pid: number | null): StorageError {
  const who = pid === null ? 'another Pushpit' : `another Pushpit (process ${pid})`;
  return new StorageError(
    'in_use',
    file,
    `The data directory ${dataDir} is in use by ${who}. Stop it, use it (pushpit send --data-dir ${dataDir}), or choose ` +
      `another one with --data-dir. If you are sure that it is not running, remove ${file}.`,
  );
}

function unusable(file: string, error: unknown): StorageError {
  const why = error instanceof Error ? error.message : String(error);
  return new StorageError(
    'unusable',
    file,
    `${file} cannot be written: ${why}. Choose a data directory that you may write to (--data-dir).`,
    { cause: error },
  );
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
