import { randomBytes } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export const PRIVATE_FILE = 0o600;
const PRIVATE_DIRECTORY = 0o700;

/** The text of a file; undefined when it does not exist. Other errors (no permission) throw. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Replaces a file in one step, readable for its owner only. */
export async function writePrivate(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await writeFile(temporary, content, { mode: PRIVATE_FILE });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * Creates a directory with all its files in one step, so that of two processes that start at once on the
 * same data directory one wins and the other uses what the first made. Returns whether ours was kept.
 */
export async function createPrivateDirectory(
  path: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<boolean> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  await mkdir(temporary, { mode: PRIVATE_DIRECTORY });
  try {
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(temporary, name), content, { mode: PRIVATE_FILE });
    }
    await rename(temporary, path);
    return true;
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // POSIX says ENOTEMPTY or EEXIST, Windows EPERM, when the other process was first.
    if (await exists(path)) return false;
    throw error;
  }
}

/** Takes a directory away in one step, before what was in it is deleted. */
export async function removeDirectory(path: string): Promise<void> {
  const aside = `${path}.${randomBytes(4).toString('hex')}.old`;
  await rename(path, aside);
  await rm(aside, { recursive: true, force: true });
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
