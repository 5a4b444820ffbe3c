import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');
const executablePath = process.env.PUSHPIT_ELECTRON;
let folder = '';
let app: ElectronApplication | undefined;
let page: Page;

/** The built program, with ports of its own and a data directory that goes afterwards. */
async function launch(): Promise<ElectronApplication> {
  // Not everywhere can Chromium's sandbox start; who runs this test finds that out.
  const sandbox = process.env.PUSHPIT_ELECTRON_SANDBOX === 'off' ? ['--no-sandbox'] : [];
  const args = [...sandbox, root, '--data-dir', folder, '--tls-port', '0', '--plain-port', '0'];
  const started = await _electron.launch({ args, cwd: root, ...(executablePath ? { executablePath } : {}) });
  started.process().stdout?.pipe(process.stdout);
  started.process().stderr?.pipe(process.stderr);
  return started;
}

test.beforeAll(async () => {
  expect(existsSync(join(root, 'out/main/index.js')), 'npm run build comes first').toBe(true);
  folder = mkdtempSync(join(tmpdir(), 'pushpit-launch-'));
  app = await launch();
  page = await app.firstWindow();
});

test.afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('shows the page over its own scheme, in a sandbox', async () => {
  await expect(page).toHaveTitle(/Pushpit/);
  expect(page.url()).toMatch(/^pushpit:\/\/app\//);
  await expect(page.locator('#root')).not.toBeEmpty();
  const reached = await page.evaluate(() => [
    typeof Reflect.get(window, 'require'),
    typeof Reflect.get(window, 'process'),
  ]);
  expect(reached).toEqual(['undefined', 'undefined']);
  const verbs = await page.evaluate(() => Object.keys(Reflect.get(window, 'desktop') ?? {}).sort());
  expect(verbs).toEqual(['openFile', 'saveFile', 'setBadge', 'showNotification']);
});

test('answers the API without a port for the page, with the policy as a header', async () => {
  const health = await page.evaluate(async () => {
    const response = await fetch('/api/v1/health');
    return { policy: response.headers.get('content-security-policy'), body: await response.json() };
  });
  expect(health.policy).toContain("default-src 'none'");
  expect(health.body).toMatchObject({ status: 'ok' });
  expect(health.body.listeners).not.toHaveProperty('ui');
});

test('passes events on as they happen', async () => {
  const type = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const events = new EventSource('/api/v1/events');
        events.addEventListener('open', () => {
          events.close();
          resolve('open');
        });
        events.addEventListener('error', () => resolve('error'));
      }),
  );
  expect(type).toBe('open');
});

test('does not leave its own page', async () => {
  await page.evaluate(() => {
    location.href = 'file:///etc/passwd';
  });
  await expect.poll(() => page.url()).toMatch(/^pushpit:\/\/app\//);
  expect(await page.evaluate(() => window.open('file:///etc/passwd'))).toBeNull();
});

test('keeps the place of the window', async () => {
  await app?.close();
  app = undefined;
  const state = JSON.parse(readFileSync(join(folder, 'desktop/window-state.json'), 'utf8'));
  expect(state).toMatchObject({ schemaVersion: 1, bounds: { width: expect.any(Number) } });
});
