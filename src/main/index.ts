import { join } from 'node:path';
import { app, net, protocol } from 'electron';
import { runDesktop } from './desktop.ts';
import { desktopOptions } from './desktop-options.ts';
import { appSchemeRegistration } from './scheme.ts';

/** Built, this file lies in `out/main`; `resources/` lies beside `out/`. */
const projectDir = join(import.meta.dirname, '..', '..');

/** Vite's development server, named by electron-vite; a packaged program never asks for it. */
function devServer() {
  const origin = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  return origin ? { origin, fetch: (address: string) => net.fetch(address) } : undefined;
}

async function main(): Promise<void> {
  // Before anything is awaited: both must come before the app is ready.
  protocol.registerSchemesAsPrivileged([appSchemeRegistration]);
  const options = desktopOptions(process.argv.slice(1), process.env, join(app.getPath('userData'), 'data'));
  app.setPath('userData', options.profileDir);
  if (!app.requestSingleInstanceLock()) return app.quit();

  await app.whenReady();
  // Loaded when the app is ready, so that a second start which only brings the window to the front stays quick.
  const { startPushpit } = await import('../server/pushpit.ts');
  const dev = devServer();
  await runDesktop({
    options,
    start: startPushpit,
    folders: { rendererDir: join(projectDir, 'out', 'renderer'), resourcesDir: join(projectDir, 'resources') },
    files: {
      preload: join(projectDir, 'out', 'preload', 'index.cjs'),
      icon: join(projectDir, 'resources', 'icons', 'pushpit-256.png'),
    },
    ...(dev ? { devServer: dev } : {}),
  });
}

// Not awaited at top level: Electron becomes ready only after this module has been evaluated, and `main` waits for that.
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  app.exit(1);
});
