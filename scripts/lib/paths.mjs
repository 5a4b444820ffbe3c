import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The repository's root directory. */
export const root = join(import.meta.dirname, '..', '..');

/** Node 24 from the npm package `node`; the machine's own Node may be older. */
export const projectNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Everything that a test run leaves for people to look at. */
export const artefactsDir = join(root, 'test-artefacts');

/**
 * A file below node_modules that is started with Node, so that no shell and no `.cmd` wrapper is involved.
 * @param {...string} parts
 */
export function packageFile(...parts) {
  return join(root, 'node_modules', ...parts);
}

/**
 * The environment for everything that runs after the installation: the project's Node comes first in PATH.
 * @param {Record<string, string>} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnv(extra = {}) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, ...extra, PATH: path };
}

/** @returns {string} the Node to run things with: the project's, or this one before the installation */
export function bestNode() {
  return existsSync(projectNode) ? projectNode : process.execPath;
}
