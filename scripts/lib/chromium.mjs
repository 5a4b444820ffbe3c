import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/**
 * Where a Chromium may be, best first: the one that was named, those in PATH, and the usual places of each system.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {string[]}
 */
export function chromiumCandidates(env, platform) {
  if (env.PUSHPIT_CHROMIUM) return [env.PUSHPIT_CHROMIUM];
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    const programs = [
      join('Google', 'Chrome', 'Application', 'chrome.exe'),
      join('Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ];
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(
    (folder) => folder !== '',
  );
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * The Chromium of this machine.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {string | undefined} its path; nothing when there is none (Playwright's own is then looked for by Playwright)
 */
export function findChromium(env = process.env, platform = process.platform) {
  return chromiumCandidates(env, platform).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      // Not there or not executable: the next candidate.
      return false;
    }
  });
}
