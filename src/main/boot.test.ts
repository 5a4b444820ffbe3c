import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { resetElectron } from '../../test/fakes/electron.ts';
import { type BootSetting, boot } from './boot.ts';

const folder = mkdtempSync(join(tmpdir(), 'pushpit-boot-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(resetElectron);

const start = vi.fn(async () => ({
  fetch: async () => new Response('the page'),
  listeners: { tls: 'https://127.0.0.1:1', plain: 'http://127.0.0.1:2' },
  dataDir: folder,
  close: async () => undefined,
}));
const setting = (more: Partial<BootSetting> = {}): BootSetting => ({
  args: ['.', '--data-dir', folder],
  env: {},
  projectDir: '/project',
  loadProgram: async () => start,
  ...more,
});
const calls = (): string[] => Reflect.get(app, 'calls');

describe('boot', () => {
  it('registers the scheme and takes the lock before it waits for anything', () => {
    const lock = vi.spyOn(app, 'requestSingleInstanceLock');
    const running = boot(setting());
    expect(Reflect.get(protocol, 'schemes')).toMatchObject([{ scheme: 'pushpit', privileges: { standard: true } }]);
    expect(lock).toHaveBeenCalledOnce();
    lock.mockRestore();
    return running;
  });

  it('opens the window with the files of the build', async () => {
    await boot(setting());
    expect(start).toHaveBeenLastCalledWith(
      expect.objectContaining({ dataDir: folder, rendererDir: join('/project', 'out', 'renderer') }),
    );
    expect(Reflect.get(BrowserWindow.getAllWindows()[0] ?? {}, 'options')).toMatchObject({
      webPreferences: { preload: join('/project', 'out', 'preload', 'index.cjs') },
    });
  });

  it('has a profile, and with it a lock, for each data directory', async () => {
    await boot(setting());
    expect(app.getPath('userData')).toBe(join(folder, 'desktop'));
  });

  it('goes when it is not alone, without loading the program', async () => {
    Reflect.set(app, 'hasLock', false);
    const loadProgram = vi.fn(async () => start);
    await boot(setting({ loadProgram }));
    expect(calls()).toContain('quit');
    expect(loadProgram).not.toHaveBeenCalled();
    expect(BrowserWindow.getAllWindows()).toHaveLength(0);
  });

  it('refuses an option that cannot be used', async () => {
    await expect(boot(setting({ env: { PUSHPIT_TLS_PORT: 'lots' } }))).rejects.toThrow('--tls-port');
  });
});
