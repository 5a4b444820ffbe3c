import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { prepare } from '../helpers/prepare.ts';

/** A new folder that is gone when the test has finished. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pushpit-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The same with the keys and secrets of an installation in it. */
export async function preparedFolder(): Promise<string> {
  const folder = await temporaryFolder();
  await prepare(folder);
  return folder;
}
