import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, protocol } from 'electron';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { resetElectron } from '../../test/fakes/electron.ts';
import type { Pushpit, PushpitOptions } from '../server/pushpit.ts';
import { type DesktopParts, runDesktop } from './desktop.ts';

const folder = mkdtempSync(join(tmpdir(), 'pushpit-desktop-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(resetElectron);

const fake = (target: object, name: string) => Reflect.get(target, name);
const windows = () => BrowserWindow.getAllWindows();
const callsOf = (target: object | undefined): string[] => fake(target ?? {}, 'calls');
const emit = (name: string, ...args: unknown[]) => Reflect.apply(fake(app, 'emit'), app, [name, ...args]);

/** A program that can be told to fail, and remembers how it was started and whether it was closed. */
function program(...failures: Error[]) {
  const starts: PushpitOptions[] = [];
  let closed = 0;
  const pushpit: Pushpit = {
    fetch: async () => new Response('the page'),
    listeners: { tls: 'https://127.0.0.1:8443', plain: 'http://127.0.0.1:8180' },
    dataDir: folder,
    close: async () => {
      closed += 1;
    },
  };
  const start = async (options: PushpitOptions) => {
    starts.push(options);
    const failure = failures.shift();
    if (failure) throw failure;
    return pushpit;
  };
  return { start, starts, closed: () => closed };
}

function parts(start: DesktopParts['start']): DesktopParts {
  return {
    start,
    options: {
      dataDir: folder,
      profileDir: join(folder, 'desktop'),
      host: '127.0.0.1',
      tlsPort: 8443,
      plainPort: 8180,
      allowCallbackHosts: [],
    },
    folders: { rendererDir: '/out/renderer', resourcesDir: '/resources' },
    files: { preload: '/out/preload/index.cjs', icon: '/icon.png' },
  };
}

describe('runDesktop', () => {
  it('starts the program without a port for the page, and shows the page over our scheme', async () => {
    const { start, starts } = program();
    await runDesktop(parts(start));
    expect(starts).toMatchObject([
      { dataDir: folder, rendererDir: '/out/renderer', resourcesDir: '/resources', uiPort: null, tlsPort: 8443 },
    ]);
    expect(callsOf(windows()[0])).toEqual(['load pushpit://app/', 'show']);
    const response = await fake(protocol, 'handlers').get('pushpit')(new Request('pushpit://app/'));
    expect(await response.text()).toBe('the page');
  });

  it('is guarded before the first window exists', async () => {
    await runDesktop(parts(program().start));
    expect(fake(windows()[0]?.webContents ?? {}, 'windowOpenHandler')).toBeTypeOf('function');
  });

  it('comes to the front when it is started a second time', async () => {
    await runDesktop(parts(program().start));
    const [window] = windows();
    Reflect.set(window ?? {}, 'minimized', true);
    emit('second-instance');
    expect(fake(window ?? {}, 'minimized')).toBe(false);
    expect(callsOf(window).slice(-2)).toEqual(['show', 'focus']);
  });

  it('opens the window again where a click on the icon asks for it', async () => {
    await runDesktop(parts(program().start));
    emit('activate');
    expect(windows()).toHaveLength(1);
    windows()[0]?.close();
    emit('activate');
    expect(windows()).toHaveLength(1);
  });

  it('keeps the window where it was', async () => {
    await runDesktop(parts(program().start));
    const [window] = windows();
    Reflect.set(window ?? {}, 'bounds', { x: 40, y: 50, width: 1300, height: 800 });
    window?.close();
    expect(JSON.parse(readFileSync(join(folder, 'desktop/window-state.json'), 'utf8'))).toMatchObject({
      bounds: { x: 40, y: 50, width: 1300, height: 800 },
    });
    resetElectron();
    await runDesktop(parts(program().start));
    expect(fake(windows()[0] ?? {}, 'options')).toMatchObject({ x: 40, y: 50, width: 1300, height: 800 });
  });

  it('closes the program before it goes, once', async () => {
    const { start, closed } = program();
    await runDesktop(parts(start));
    app.quit();
    expect(callsOf(app)).not.toContain('will-quit');
    await expect.poll(() => callsOf(app)).toContain('will-quit');
    expect(closed()).toBe(1);
  });

  it('offers other ports when they are taken, and takes them', async () => {
    const { start, starts } = program(Object.assign(new Error('in use'), { code: 'EADDRINUSE' }));
    fake(dialog, 'answers').push({ response: 0 });
    await runDesktop(parts(start));
    expect(starts).toMatchObject([
      { tlsPort: 8443, plainPort: 8180 },
      { tlsPort: 0, plainPort: 0, uiPort: null },
    ]);
    expect(windows()).toHaveLength(1);
  });

  it('ends with a failure code, and without a window, when it cannot start', async () => {
    const { start } = program(new Error('workspace.json is newer than this program'));
    fake(dialog, 'answers').push({ response: 1 });
    await runDesktop(parts(start));
    expect(callsOf(app)).toEqual(['exit 1']);
    expect(windows()).toHaveLength(0);
    expect(fake(dialog, 'shown')).toMatchObject([{ detail: 'workspace.json is newer than this program' }]);
  });
});
