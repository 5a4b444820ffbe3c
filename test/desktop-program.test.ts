import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDesktop } from '../src/main/desktop.ts';
import { startPushpit } from '../src/server/pushpit.ts';
import { app, BrowserWindow, protocol, resetElectron } from './fakes/electron.ts';

// The shell with the real program behind it: everything of the desktop but Electron itself.
const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'pushpit-desktop-program-'));

beforeAll(async () => {
  resetElectron();
  const ports = { host: '127.0.0.1', tlsPort: 0, plainPort: 0, allowCallbackHosts: [] };
  await runDesktop({
    start: startPushpit,
    options: { dataDir: folder, profileDir: join(folder, 'desktop'), ...ports },
    folders: { rendererDir: join(root, 'src/renderer'), resourcesDir: join(root, 'resources') },
    files: { preload: '/preload.cjs', icon: '/icon.png' },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A request as the page in the window makes it. */
async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const handler = protocol.handlers.get('pushpit');
  if (!handler) throw new Error('The scheme is not answered.');
  return handler(
    new Request(`pushpit://app${path}`, { ...init, headers: { ...init.headers, origin: 'pushpit://app' } }),
  );
}

describe('the desktop program', () => {
  it('opens one window on its own address', () => {
    expect(BrowserWindow.all).toHaveLength(1);
    expect(BrowserWindow.all[0]?.calls).toContain('load pushpit://app/');
  });

  it('serves the page with the policy', async () => {
    const response = await ask('/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await response.text()).toContain('<div id="root">');
  });

  it('answers the API, and has no port for it', async () => {
    const health: unknown = await (await ask('/api/v1/health')).json();
    expect(health).toMatchObject({ status: 'ok', listeners: { tls: expect.stringMatching(/^https:/) } });
    expect(health).not.toHaveProperty('listeners.ui');
  });

  it('takes a message from the page and shows it on the phone', async () => {
    const body = JSON.stringify({
      from: 'alice',
      to: { c2c: 'user-apns' },
      kind: 'chat',
      elements: [{ type: 'text', text: 'hello' }],
    });
    const response = await ask('/api/v1/messages', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBeLessThan(300);
    expect(await response.json()).toMatchObject({ outcomes: [{ deviceId: 'iphone', delivered: true, via: 'push' }] });
    expect(await (await ask('/api/v1/devices/iphone/screen')).json()).toMatchObject({ badge: 1 });
  });

  it('refuses a page of another origin', async () => {
    const handler = protocol.handlers.get('pushpit');
    const headers = { origin: 'https://evil.example', 'content-type': 'application/json' };
    const response = await handler?.(
      new Request('pushpit://app/api/v1/reset', { method: 'POST', body: '{}', headers }),
    );
    expect(response?.status).toBe(403);
  });

  it('ends in good order: what the server left for others to find is gone', async () => {
    expect(existsSync(join(folder, 'server.json'))).toBe(true);
    app.quit();
    await expect.poll(() => app.calls).toContain('will-quit');
    expect(existsSync(join(folder, 'server.json'))).toBe(false);
  });
});
