import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bestNode, packageFile, projectEnv, root } from './paths.mjs';
import { run } from './run.mjs';

const stampFile = join(root, 'out', '.stamp');
const outputs = ['out/main/index.js', 'out/main/cli.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/** Files that a build reads. Tests are left out: changing one must not cause a build. */
function buildInputs() {
  const below = ['src', 'resources'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const own = ['electron.config.ts', 'package.json', 'package-lock.json'].map((name) => join(root, name));
  return [...below.filter((file) => !/\.test\.tsx?$/.test(file)), ...own].sort();
}

/** @returns {string} a hash over names and contents of everything that a build reads */
export function sourceHash() {
  const hash = createHash('sha256');
  for (const file of buildInputs()) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return `${hash.digest('hex')}\n`;
}

/** Whether `out/` was built from the sources as they are now. */
export function isBuilt() {
  if (!existsSync(stampFile) || !outputs.every((file) => existsSync(join(root, file)))) return false;
  return readFileSync(stampFile, 'utf8') === sourceHash();
}

/**
 * Builds main, preload and renderer into `out/`.
 * @returns {Promise<boolean>} whether the build succeeded
 */
export async function build() {
  // Taken before the build: a file that changes meanwhile makes the next start build again.
  const hash = sourceHash();
  const cli = packageFile('electron-vite', 'bin', 'electron-vite.js');
  const args = [cli, 'build', '--config', 'electron.config.ts', '--logLevel', 'warn'];
  const result = await run(bestNode(), args, { env: projectEnv({ NODE_ENV: 'production' }) });
  if (result.ok) writeFileSync(stampFile, hash);
  return result.ok;
}

/**
 * Builds when `out/` is missing or older than the sources.
 * @param {(line: string) => void} say
 * @returns {Promise<boolean>} whether something was built
 * @throws {Error} when the build fails
 */
export async function ensureBuilt(say) {
  if (isBuilt()) return false;
  say('Building …');
  if (!(await build())) throw new Error('The build failed (see above).');
  return true;
}
