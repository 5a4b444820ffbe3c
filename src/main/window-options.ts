import type { BrowserWindowConstructorOptions } from 'electron';
import { smallestWindow, type WindowPlacement } from './window-state.ts';

export interface WindowFiles {
  /** Absolute path of the built preload script. */
  readonly preload: string;
  /** Absolute path of the program's icon; macOS takes it from the bundle. */
  readonly icon: string;
}

/** Background before the page has drawn itself: the page's own, so that nothing flashes. */
const backgrounds = { light: '#faf9f7', dark: '#161412' } as const;

/**
 * Options of the one window.
 * Source of the security settings: Electron documentation, Security, https://www.electronjs.org/docs/latest/tutorial/security
 */
export function windowOptions(
  placement: WindowPlacement,
  files: WindowFiles,
  look: { readonly dark: boolean; readonly platform: NodeJS.Platform },
): BrowserWindowConstructorOptions {
  const { maximized: _, ...bounds } = placement;
  return {
    ...bounds,
    minWidth: Math.min(smallestWindow.width, bounds.width),
    minHeight: Math.min(smallestWindow.height, bounds.height),
    title: 'Pushpit',
    show: false,
    backgroundColor: look.dark ? backgrounds.dark : backgrounds.light,
    ...(look.platform === 'darwin' ? {} : { icon: files.icon }),
    webPreferences: {
      preload: files.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      // A notification sounds when it arrives, not when somebody clicks.
      autoplayPolicy: 'no-user-gesture-required',
      // The phones keep showing what arrives while the window is behind another.
      backgroundThrottling: false,
    },
  };
}
