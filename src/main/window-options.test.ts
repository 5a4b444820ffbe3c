import { describe, expect, it } from 'vitest';
import { windowOptions } from './window-options.ts';

const files = { preload: '/out/preload/index.cjs', icon: '/icons/pushpit.png' };
const placement = { x: 10, y: 20, width: 1400, height: 900, maximized: false };
const light = { dark: false, platform: 'linux' as const };

describe('windowOptions', () => {
  it('shuts the page off from Node and Electron', () => {
    expect(windowOptions(placement, files, light).webPreferences).toMatchObject({
      preload: files.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
    });
  });

  it('puts the window where it belongs, hidden until it has drawn itself', () => {
    const options = windowOptions(placement, files, light);
    expect(options).toMatchObject({ x: 10, y: 20, width: 1400, height: 900, show: false });
    expect(options).not.toHaveProperty('maximized');
  });

  it('never asks for a smallest size that does not fit the window', () => {
    const options = windowOptions({ width: 1024, height: 600, maximized: false }, files, light);
    expect(options).toMatchObject({ minWidth: 1024, minHeight: 600 });
    expect(options).not.toHaveProperty('x');
  });

  it('has the ground colour of the theme, and an icon where the system does not bring one', () => {
    const dark = windowOptions(placement, files, { dark: true, platform: 'darwin' });
    expect(dark.backgroundColor).not.toBe(windowOptions(placement, files, light).backgroundColor);
    expect(dark).not.toHaveProperty('icon');
    expect(windowOptions(placement, files, light).icon).toBe(files.icon);
  });
});
