// `npm run dev`: the desktop window on Vite's development server, with reload. Needs Electron's runtime and a display.
import { electronRuntime, hasDisplay } from './lib/electron-runtime.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { packageFile, projectEnv, projectNode } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

/** @param {string} line */
const say = (line) => console.error(line);

await ensureInstalled(say);
const runtime = hasDisplay() ? await electronRuntime(say) : { missing: 'There is no display' };
if ('missing' in runtime) {
  say(`${runtime.missing}. Without the window: "npm run build" after a change, and "npm start -- --browser".`);
  process.exitCode = 1;
} else {
  const args = [packageFile('electron-vite', 'bin', 'electron-vite.js'), 'dev', '--config', 'electron.config.ts'];
  const { code } = await run(projectNode, args, { env: projectEnv({ ELECTRON_EXEC_PATH: runtime.path }) });
  process.exitCode = code ?? 1;
}
