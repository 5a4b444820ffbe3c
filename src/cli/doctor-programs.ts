import { access, readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { projectRoot } from '../server/paths.ts';
import type { Finding } from './doctor-checks.ts';

/** The desktop window needs Electron's runtime, which its package fetches at first use. */
export async function checkElectron(): Promise<Finding> {
  const what = 'Electron';
  const fix = 'The desktop window is not available; "pushpit serve" with a browser does all of it.';
  const root = projectRoot();
  const folder = root === null ? null : join(root, 'node_modules', 'electron');
  const name = folder === null ? null : await readText(join(folder, 'path.txt'));
  if (folder === null || name === null) return { what, state: 'note', found: 'no runtime installed', fix };
  const program = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name.trim());
  if (await exists(program)) return { what, state: 'ok', found: program };
  return { what, state: 'note', found: `${program} is missing`, fix };
}

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'msedge', 'chrome'];

/** Only the end-to-end tests need Chromium itself; people may use any browser. */
export async function checkBrowser(): Promise<Finding> {
  const what = 'Chromium';
  const found = (await onPath(BROWSERS)) ?? (await fromPlaywright());
  if (found !== null) return { what, state: 'ok', found };
  return {
    what,
    state: 'note',
    found: 'not found',
    fix: 'Only the end-to-end tests need it: npx playwright install chromium.',
  };
}

async function onPath(names: readonly string[]): Promise<string | null> {
  const suffixes = process.platform === 'win32' ? ['.exe'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      for (const suffix of suffixes) {
        const file = join(folder, name + suffix);
        if (folder !== '' && (await exists(file))) return file;
      }
    }
  }
  return null;
}

async function fromPlaywright(): Promise<string | null> {
  const home = homedir();
  const usual =
    process.platform === 'darwin'
      ? join(home, 'Library', 'Caches', 'ms-playwright')
      : process.platform === 'win32'
        ? join(process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'ms-playwright')
        : join(home, '.cache', 'ms-playwright');
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? usual;
  const names = await readdir(folder).catch((): string[] => []);
  const name = names.find((one) => one.startsWith('chromium'));
  return name === undefined ? null : join(folder, name);
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const readText = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);
