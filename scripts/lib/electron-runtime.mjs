import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bestNode, packageFile, projectEnv, root } from './paths.mjs';
import { run } from './run.mjs';

const probeLimit = 20_000;
const downloadLimit = 15 * 60_000;
const failureIsRememberedFor = 24 * 60 * 60_000;
const memoryFile = join(root, '.cache', 'electron-runtime.json');
const electronDir = packageFile('electron');

/** @typedef {{ path: string } | { missing: string }} Runtime the executable, or why there is none */

/**
 * Whether a window can be shown.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * @typedef {object} SandboxFacts what decides on Linux whether Chromium's sandbox can start
 * @property {boolean} root
 * @property {boolean} helperIsSetuid whether `chrome-sandbox` beside the executable belongs to root and has the setuid bit
 * @property {boolean} namespacesRestricted whether the system keeps user namespaces from ordinary programs
 */

/**
 * Why Chromium's sandbox cannot start, or nothing when it can. Distributions that restrict user namespaces (Ubuntu 24.04) let
 * only installed packages have one, and a runtime from npm is none.
 * Source: Electron documentation, process sandboxing, https://www.electronjs.org/docs/latest/tutorial/sandbox
 * @param {SandboxFacts} facts
 */
export function sandboxProblem({ root: isRoot, helperIsSetuid, namespacesRestricted }) {
  if (isRoot) return 'it does not start as root';
  if (namespacesRestricted && !helperIsSetuid) return 'this system restricts user namespaces';
  return undefined;
}

/** @param {string} file */
function readSetting(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/**
 * The same for this machine; other systems than Linux have sandboxes of another kind.
 * @param {string} executable of the runtime
 */
export function sandboxProblemHere(executable) {
  if (process.platform !== 'linux') return undefined;
  const helper = join(dirname(executable), 'chrome-sandbox');
  const status = existsSync(helper) ? statSync(helper) : undefined;
  return sandboxProblem({
    root: process.getuid?.() === 0,
    helperIsSetuid: status !== undefined && status.uid === 0 && (status.mode & 0o4000) !== 0,
    namespacesRestricted:
      readSetting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
      readSetting('/proc/sys/kernel/unprivileged_userns_clone') === '0',
  });
}

/**
 * The address that Electron's own installer would download from, mirrors included.
 * @param {string} version
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 * @param {string} arch
 */
export function runtimeUrl(version, env, platform, arch) {
  const mirror = env.npm_config_electron_mirror || env.ELECTRON_MIRROR;
  const base = mirror || 'https://github.com/electron/electron/releases/download/';
  const directory = env.npm_config_electron_custom_dir || env.ELECTRON_CUSTOM_DIR || `v${version}`;
  return `${base}${directory.replace('{{ version }}', version)}/electron-v${version}-${platform}-${arch}.zip`;
}

/** @returns {string} the version of the installed npm package */
function electronVersion() {
  return JSON.parse(readFileSync(join(electronDir, 'package.json'), 'utf8')).version;
}

/** @returns {string | undefined} the executable, when it is on this machine already */
export function installedRuntime() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(electronDir, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const path = override ? join(override, name) : join(electronDir, 'dist', name);
  return existsSync(path) ? path : undefined;
}

/**
 * Whether an earlier failure to get this version still counts.
 * @param {{ version?: string, at?: number } | undefined} memory
 * @param {string} version
 * @param {number} now milliseconds
 */
export function failedRecently(memory, version, now) {
  if (memory?.version !== version || typeof memory.at !== 'number') return false;
  return now - memory.at >= 0 && now - memory.at < failureIsRememberedFor;
}

/** @returns {{ version: string, at: number, reason: string } | undefined} */
function rememberedFailure() {
  try {
    return JSON.parse(readFileSync(memoryFile, 'utf8'));
  } catch {
    // No memory, or one that cannot be read: both mean that nothing is known.
    return undefined;
  }
}

/**
 * @param {string} version
 * @param {string} reason
 * @returns {Runtime}
 */
function rememberFailure(version, reason) {
  mkdirSync(dirname(memoryFile), { recursive: true });
  writeFileSync(memoryFile, `${JSON.stringify({ version, at: Date.now(), reason })}\n`);
  return { missing: reason };
}

/**
 * The Electron executable; downloaded by the electron package's own installer when it is not here yet. Where the download
 * cannot be reached this is found out within 20 seconds, and not tried again for a day (`.cache/electron-runtime.json`).
 * @param {(line: string) => void} say
 * @returns {Promise<Runtime>}
 */
export async function electronRuntime(say) {
  const present = installedRuntime();
  if (present) return { path: present };
  const version = electronVersion();
  const memory = rememberedFailure();
  if (memory && failedRecently(memory, version, Date.now())) return { missing: memory.reason };

  const env = projectEnv({ NODE_USE_ENV_PROXY: '1' });
  const url = runtimeUrl(version, process.env, process.platform, process.arch);
  const probe = await run(bestNode(), [join(import.meta.dirname, 'reachable.mjs'), url, String(probeLimit)], {
    env,
    quiet: true,
    limit: probeLimit + 5_000,
  });
  if (!probe.ok) {
    const detail = probe.timedOut ? 'no answer' : (probe.output.trim().split('\n').at(-1) ?? '');
    return rememberFailure(version, `Electron's runtime could not be downloaded (${detail})`);
  }
  say(`Downloading Electron ${version} …`);
  const installed = await run(bestNode(), [join(electronDir, 'install.js')], { env, limit: downloadLimit });
  const path = installedRuntime();
  if (!installed.ok || !path) return rememberFailure(version, "Electron's own installer failed");
  return { path };
}
