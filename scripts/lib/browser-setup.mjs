import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { bestNode, packageFile, projectEnv } from './paths.mjs';
import { run } from './run.mjs';

const downloadLimit = 5 * 60_000;
const packageLimit = 10 * 60_000;

/** Only root on a Debian-like system may install packages, and only there do we know how. */
async function canUseApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return (await run('apt-get', ['--version'], { quiet: true })).ok;
}

/** @param {string[]} packages */
async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, quiet: true, limit: packageLimit };
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
  if ((await install()).ok) return true;
  // The package lists of a fresh container are empty.
  return (await run('apt-get', ['update'], options)).ok && (await install()).ok;
}

/** Whether Playwright has downloaded a Chromium of its own, in the place where it keeps browsers. */
function playwrightHasChromium() {
  const defaults = {
    win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    linux: join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright'),
  };
  const usual =
    process.platform === 'win32' || process.platform === 'darwin' ? defaults[process.platform] : defaults.linux;
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH || usual;
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('chromium'));
}

/**
 * Sees to it that there is a Chromium: the machine's own, else Playwright's, else the system's package.
 * @param {(line: string) => void} say
 * @returns {Promise<boolean>}
 */
export async function ensureChromium(say) {
  if (findChromium() || playwrightHasChromium()) return true;
  say('No Chromium found; Playwright downloads one …');
  const playwright = packageFile('@playwright', 'test', 'cli.js');
  const download = await run(bestNode(), [playwright, 'install', 'chromium'], {
    env: projectEnv(),
    limit: downloadLimit,
  });
  if (download.ok && playwrightHasChromium()) return true;
  if (!(await canUseApt())) return false;
  say('Playwright could not get one; installing the package "chromium" …');
  return (await aptInstall(['chromium'])) && findChromium() !== undefined;
}

const FONTS = [
  { what: 'Chinese characters', pattern: ':lang=zh', debianPackage: 'fonts-noto-cjk' },
  { what: 'emoji', pattern: ':lang=und-zsye', debianPackage: 'fonts-noto-color-emoji' },
];

/**
 * Chinese text and emoji in screenshots need fonts. Where none is found it is installed if that is possible; it is no
 * failure where it is not, since no test depends on how a character looks.
 * @param {(line: string) => void} say
 */
export async function ensureFonts(say) {
  if (process.platform !== 'linux') return;
  for (const { what, pattern, debianPackage } of FONTS) {
    const fonts = await run('fc-list', [pattern, 'family'], { quiet: true });
    if (fonts.ok && fonts.output.trim() !== '') continue;
    if ((await canUseApt()) && (await aptInstall(['fontconfig', debianPackage]))) continue;
    say(`No font with ${what}: screenshots show boxes in their place.`);
  }
}
