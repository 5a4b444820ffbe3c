import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { type WindowFiles, windowOptions } from './window-options.ts';
import { type Rectangle, restoreWindow } from './window-state.ts';
import { readWindowState, writeWindowState } from './window-state-file.ts';

/** Work areas of all displays, the primary one first. */
function workAreas(): Rectangle[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary, ...others].map(({ workArea }) => workArea);
}

/** Keeps the window's place when it closes; the size that it has when it is not maximized, so that it can go back to it. */
function keepState(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    const failure = writeWindowState(file, { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
    if (failure) console.error(`The window's place was not kept: ${failure.message}`);
  });
}

/** Makes the window, hidden until the page has drawn itself. */
export function createWindow(files: WindowFiles, profileDir: string): BrowserWindow {
  const stateFile = join(profileDir, 'window-state.json');
  const placement = restoreWindow(readWindowState(stateFile), workAreas());
  const look = { dark: nativeTheme.shouldUseDarkColors, platform: process.platform };
  const window = new BrowserWindow(windowOptions(placement, files, look));
  if (placement.maximized) window.maximize();
  keepState(window, stateFile);
  window.once('ready-to-show', () => window.show());
  return window;
}

/** Brings the window to the front, for example when the program is started a second time. */
export function bringToFront(window: BrowserWindow | undefined): void {
  if (!window || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
