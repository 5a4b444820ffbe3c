import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode, root } from './paths.mjs';
import { run } from './run.mjs';

const oldestNode = [20, 19];
const lockFile = join(root, 'package-lock.json');
const hiddenLockFile = join(root, 'node_modules', '.package-lock.json');
const stampFile = join(root, 'node_modules', '.pushpit-install');

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} LockEntry */

/**
 * Says what is wrong with the machine's Node, in a sentence, or nothing when it is new enough.
 * @param {string} version such as `20.19.0`
 * @returns {string | undefined}
 */
export function nodeTooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = oldestNode;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return undefined;
  return `Node ${version} is too old: Pushpit needs Node ${oldestNode.join('.')} or newer to install itself (it then brings its own Node 24).`;
}

/** What an installation depends on: the lock file, and the system it was made for. */
function wantedStamp() {
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  return `${lock} ${process.platform} ${process.arch}\n`;
}

/**
 * Compares what npm recorded about node_modules with the lock file.
 * @param {{ packages?: Record<string, LockEntry> }} lock
 * @param {{ packages?: Record<string, LockEntry> }} installed
 */
export function matchesLock(lock, installed) {
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed.packages?.[path];
    if (!found) return wanted.optional === true || wanted.devOptional === true || wanted.peer === true;
    return found.version === wanted.version;
  });
}

/** An installation that somebody made by hand (`npm install`) is as good as ours when it holds what the lock asks for. */
async function installedByHand() {
  if (!existsSync(hiddenLockFile)) return false;
  const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
  if (!matchesLock(lock, JSON.parse(readFileSync(hiddenLockFile, 'utf8')))) return false;
  return projectNodeWorks();
}

async function projectNodeWorks() {
  if (!existsSync(projectNode)) return false;
  const { ok, output } = await run(projectNode, ['--version'], { quiet: true });
  return ok && output.startsWith('v24.');
}

/** npm as this process was started by it, so that the same npm is used on every system; else the one in PATH. */
function npmCommand() {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js') && existsSync(cli)) return { command: process.execPath, args: [cli], shell: false };
  const windows = process.platform === 'win32';
  return { command: windows ? 'npm.cmd' : 'npm', args: [], shell: windows };
}

/**
 * Installs the packages when they are missing or when they are not those of the lock file.
 * @param {(line: string) => void} say
 * @returns {Promise<boolean>} whether something was installed
 * @throws {Error} with what to do, when npm fails or the project's Node does not run
 */
export async function ensureInstalled(say) {
  const stamp = wantedStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && existsSync(projectNode)) return false;
  if (await installedByHand()) {
    writeFileSync(stampFile, stamp);
    return false;
  }
  say('Installing packages (npm ci) …');
  const npm = npmCommand();
  const flags = ['ci', '--include=dev', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const result = await run(npm.command, [...npm.args, ...flags], { shell: npm.shell });
  if (!result.ok) throw new Error('npm ci failed (see above). Check the network or the registry, then start again.');
  if (!(await projectNodeWorks())) {
    throw new Error(
      'The packages are installed but Node 24 is missing: the install script of the package "node" did not run. Run "npm rebuild node".',
    );
  }
  writeFileSync(stampFile, stamp);
  return true;
}
