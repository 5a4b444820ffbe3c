import { app, BrowserWindow, clipboard, dialog, ipcMain, Menu, session, shell } from 'electron';
import type { Pushpit } from '../server/pushpit.ts';
import { setupBridge } from './bridge.ts';
import type { DesktopOptions } from './desktop-options.ts';
import { labelsFor } from './labels.ts';
import { menuTemplate } from './menu-template.ts';
import { setupNavigationGuard } from './navigation.ts';
import { setupPermissions } from './permissions.ts';
import { type ProgramFolders, type StartPushpit, startProgram } from './program.ts';
import { type AppHost, setupProtocol } from './protocol.ts';
import { appEntry } from './scheme.ts';
import { askWayOut, load, type TroubleParts, watchWindow } from './trouble-window.ts';
import { bringToFront, createWindow } from './window.ts';
import type { WindowFiles } from './window-options.ts';

export interface DesktopParts {
  readonly options: DesktopOptions;
  readonly folders: ProgramFolders;
  readonly files: WindowFiles;
  readonly start: StartPushpit;
  readonly devServer?: AppHost['devServer'];
}

/** Ends in good order: data is written before the process goes, and asking twice does not do it twice. */
function closeInOrder(pushpit: Pushpit): void {
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void pushpit
      .close()
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        closed = true;
        app.quit();
      });
  });
}

function setupMenu(parts: DesktopParts, pushpit: Pushpit): void {
  const { tls, plain } = pushpit.listeners;
  const setting = { platform: process.platform, appName: app.name, labels: labelsFor(app.getLocale()) };
  const template = menuTemplate(setting, {
    openDataFolder: () => void shell.openPath(parts.options.dataDir),
    copyAddresses: () => void clipboard.writeText(`${tls}\n${plain}\n`),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function troubleParts(): TroubleParts {
  const { version, platform, arch } = { version: app.getVersion(), platform: process.platform, arch: process.arch };
  return {
    quit: () => app.quit(),
    dialog,
    clipboard,
    labels: labelsFor(app.getLocale()),
    environment: { version, electron: process.versions.electron ?? 'unknown', platform, arch },
  };
}

/**
 * Runs the desktop program; the app must be ready. One window: closing it ends the program, except on macOS, where a click on
 * the icon opens it again.
 */
export async function runDesktop(parts: DesktopParts): Promise<void> {
  const trouble = troubleParts();
  const pushpit = await startProgram(parts.start, parts.options, parts.folders, async (error) => {
    const wayOut = await askWayOut({ kind: 'not-started', error }, trouble);
    return wayOut === 'free-ports' ? 'free-ports' : 'quit';
  });
  if (!pushpit) return app.exit(1);

  closeInOrder(pushpit);
  setupNavigationGuard(app, shell);
  setupPermissions(session.defaultSession);
  setupProtocol({
    fetch: (request) => pushpit.fetch(request),
    ...(parts.devServer ? { devServer: parts.devServer } : {}),
  });
  setupBridge({ ipc: ipcMain, app, dialog });
  setupMenu(parts, pushpit);

  const open = (): Promise<void> => {
    const window = createWindow(parts.files, parts.options.profileDir);
    watchWindow(window, appEntry, trouble);
    return load(window, appEntry);
  };
  app.on('second-instance', () => bringToFront(BrowserWindow.getAllWindows()[0]));
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) void open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  await open();
}
