import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Simulator, SimulatorEvent, Workspace } from '../../core/simulator-types.ts';
import { writeFileAtomic } from './atomic-file.ts';
import { currentVersion, MIGRATIONS, type Migration, migrate } from './migrations.ts';
import { StorageError } from './storage-error.ts';
import { parseWorkspace } from './workspace-schema.ts';

export const WORKSPACE_FILE = 'workspace.json';

/**
 * The saved workspace of a data directory; null when none was saved yet. Throws `StorageError` when the file is
 * damaged or newer than this program, and leaves it as it is.
 */
export async function loadWorkspace(
  dataDir: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<Workspace | null> {
  const file = join(dataDir, WORKSPACE_FILE);
  const text = await readIfThere(file);
  if (text === null) return null;
  const stored = parseObject(text, file);
  const version = stored.schemaVersion;
  const current = currentVersion(migrations);
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw damaged(file, 'it has no schemaVersion');
  }
  if (version > current) {
    throw new StorageError(
      'newer',
      file,
      `${file} was written by a newer Pushpit (schema ${version}, this one knows ${current}). It was left as it is. ` +
        'Use the newer version, or another data directory (--data-dir).',
    );
  }
  const { workspace } = stored;
  if (!isRecord(workspace)) throw damaged(file, 'it has no workspace');
  const parsed = parseWorkspace(migrate(workspace, version, migrations));
  if (!parsed.ok) throw damaged(file, parsed.why);
  return parsed.workspace;
}

/** Writes the workspace so that a crash at any moment leaves the old file or the new one. */
export async function saveWorkspace(dataDir: string, workspace: Workspace, savedBy: string): Promise<void> {
  const document = { schemaVersion: currentVersion(), savedBy, workspace };
  await writeFileAtomic(join(dataDir, WORKSPACE_FILE), `${JSON.stringify(document)}\n`);
}

export interface AutoSave {
  /** Writes what has changed and waits until it is on disk. */
  flush(): Promise<void>;
  /** `flush`, then watches no longer. */
  close(): Promise<void>;
}

export interface AutoSaveOptions {
  readonly version: string;
  log(line: string): void;
  /** ms between a change and the write; grows with what a write costs. */
  readonly delayMs?: number;
  readonly save?: typeof saveWorkspace;
}

const CHANGES: ReadonlySet<SimulatorEvent['type']> = new Set([
  'device',
  'device-removed',
  'account',
  'workspace',
  'faults',
  'reset',
]);

/** Saves the simulator's workspace a moment after each change, one write at a time. */
export function autoSave(dataDir: string, simulator: Simulator, options: AutoSaveOptions): AutoSave {
  const { delayMs = 300, save = saveWorkspace } = options;
  let dirty = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();
  let cost = 0;

  const stop = simulator.subscribe(({ event }) => {
    if (!CHANGES.has(event.type)) return;
    dirty = true;
    // Under a stream of pushes writing takes at most a twentieth of the time.
    timer ??= setTimeout(() => void write(), Math.max(delayMs, cost * 20));
  });

  function write(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    writing = writing.then(async () => {
      if (!dirty) return;
      dirty = false;
      const began = performance.now();
      try {
        await save(dataDir, simulator.workspace(), options.version);
        cost = performance.now() - began;
      } catch (error) {
        dirty = true;
        const why = error instanceof Error ? error.message : String(error);
        options.log(`The workspace could not be saved: ${why}. The next change tries again.`);
      }
    });
    return writing;
  }

  return {
    flush: write,
    close: async () => {
      stop();
      await write();
    },
  };
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isRecord(error) && error.code === 'ENOENT') return null;
    const why = error instanceof Error ? error.message : String(error);
    throw new StorageError('unusable', file, `${file} cannot be read: ${why}`, { cause: error });
  }
}

function parseObject(text: string, file: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw damaged(file, `it is no JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  if (!isRecord(value)) throw damaged(file, 'it holds no JSON object');
  return value;
}

function damaged(file: string, why: string): StorageError {
  return new StorageError(
    'damaged',
    file,
    `${file} is damaged: ${why}. It was left as it is. Repair it, move it away to begin with the built-in workspace, ` +
      'or use another data directory (--data-dir).',
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
