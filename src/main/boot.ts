import { join } from 'node:path';
import { app, net, protocol } from 'electron';
import { resolveDataDir } from '../server/data-dir.ts';
import { runDesktop } from './desktop.ts';
import { desktopOptions } from './desktop-options.ts';
import type { StartPushpit } from './program.ts';
import { appSchemeRegistration } from './scheme.ts';

export interface BootSetting {
  /** Command line without the program itself. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that holds `out/` and `resources/`. */
  readonly projectDir: string;
  /** Loads the program that both hosts share; late, so that a second start which only shows the window stays quick. */
  readonly loadProgram: () => Promise<StartPushpit>;
}

/** Vite's development server, named by electron-vite; a packaged program never asks for it. */
function devServer(env: BootSetting['env']) {
  const origin = app.isPackaged ? undefined : env.ELECTRON_RENDERER_URL;
  return origin ? { origin, fetch: (address: string) => net.fetch(address) } : undefined;
}

/**
 * Everything from the start of the process to the window. What must come before the app is ready comes before the first await.
 * @throws {Error} when an option cannot be used
 */
export async function boot({ args, env, projectDir, loadProgram }: BootSetting): Promise<void> {
  protocol.registerSchemesAsPrivileged([appSchemeRegistration]);
  const options = desktopOptions(args, env, resolveDataDir(undefined, env));
  app.setPath('userData', options.profileDir);
  if (!app.requestSingleInstanceLock()) return app.quit();

  await app.whenReady();
  const dev = devServer(env);
  await runDesktop({
    options,
    start: await loadProgram(),
    folders: { rendererDir: join(projectDir, 'out', 'renderer'), resourcesDir: join(projectDir, 'resources') },
    files: {
      preload: join(projectDir, 'out', 'preload', 'index.cjs'),
      icon: join(projectDir, 'resources', 'icons', 'pushpit-256.png'),
    },
    ...(dev ? { devServer: dev } : {}),
  });
}
