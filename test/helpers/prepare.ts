import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { isBuilt } from '../../scripts/lib/build.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { openInstallation } from '../../src/server/credentials/installation.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A data directory whose CA, keys and secrets have been made. */
    readonly madeInstallation: string;
    /** What Node runs as `pushpit`: the built program where it is that of these sources, which starts three times as fast. */
    readonly program: string;
  }
}

/** Before all tests: makes the keys of an installation once, which takes about a second. Vitest calls it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'pushpit-made-'));
  await openInstallation(directory);
  project.provide('madeInstallation', directory);
  project.provide('program', join(root, ...(isBuilt() ? ['bin', 'pushpit.js'] : ['src', 'cli', 'index.ts'])));
  return () => rm(directory, { recursive: true, force: true });
}

/** Puts a finished installation into a data directory that is new, for tests that are not about how one is made. */
export const prepare = (dataDir: string): Promise<void> => cp(inject('madeInstallation'), dataDir, { recursive: true });
