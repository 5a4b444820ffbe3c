import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { sayGarbage } from './support/foreign-sender.ts';
import { PHONES, plain, toDemoGroup } from './support/messages.ts';
import type { SimulatePage } from './support/simulate-page.ts';
import { smallerPng } from './support/smaller-png.ts';
import { expect, test } from './support/test.ts';

// Pictures for people: nothing here compares pixels.

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'test-artefacts', 'screenshots');

const THEMES = ['light', 'dark'] as const;
const AS_HIGH_AS_THE_WALL = { width: 1500, height: 1560 };

/** Waits for fonts, lets every animation come to its end, and takes the whole window. */
async function take(page: Page, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => {
    for (const pane of document.querySelectorAll('[data-testid="phones-pane"] > div')) pane.scrollTop = 0;
  });
  // Away from everything that shows a hint on hover.
  await page.mouse.move(1, 1);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  return path;
}

async function sendExample(simulate: SimulatePage): Promise<void> {
  await simulate.writeJson(toDemoGroup);
  await simulate.showForm();
  await sendIt(simulate);
}

async function sendIt(simulate: SimulatePage): Promise<void> {
  await simulate.sendWithKeys();
  await expect(simulate.lines.filter({ hasText: "I'm title" })).toHaveCount(PHONES.length);
  await expect(simulate.phone('iphone').banner).toBeVisible();
  await expect(simulate.phone('xiaomi').banner).toBeVisible();
}

// One page for all pictures of the same thing: loading it anew for each took most of the time.
test('the example, sent, in each language and theme; an exchange, open', async ({ simulate, page, api }) => {
  test.slow();
  await simulate.writeJson(toDemoGroup);
  await simulate.showForm();
  for (const language of ['en', 'zh'] as const) {
    await simulate.speak(language);
    for (const colorScheme of THEMES) {
      await inTheme(page, colorScheme);
      // A banner does not stay for long, so each picture has its own.
      await api.call('POST', '/reset', {});
      await sendIt(simulate);
      const path = await take(page, `simulate-${colorScheme}-${language}`);
      if (process.env.PUSHPIT_DOCS_IMAGES === '1' && colorScheme === 'light') {
        const images = join(root, 'docs', 'images');
        await mkdir(images, { recursive: true });
        await writeFile(join(images, `simulate-light-${language}.png`), smallerPng(await readFile(path)));
      }
    }
  }
  await simulate.speak('en');
  await inTheme(page, 'light');
  await simulate.lines.filter({ hasText: 'APNs' }).click();
  await expect(page.getByTestId('exchange-deliveries')).toBeVisible();
  await take(page, 'exchange');
});

async function inTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
}

test('a refused push', async ({ simulate, page, api }) => {
  await api.act('iphone', { action: 'unregister' });
  await simulate.writeJson(plain('a new msg from alice'));
  await simulate.sendWithKeys();
  await simulate.showsReason('vendor-rejected');
  await take(page, 'refused');
});

test('logged out', async ({ simulate, page, api, troubles }) => {
  troubles.expect(/409 .*offline-push-settings/);
  await api.act('iphone', { action: 'logout' });
  await simulate.showsReason('logged-out');
  await expect(page.getByTestId('global-refused')).toBeVisible();
  await simulate.sendWithKeys();
  await take(page, 'logged-out');
});

test('a failed connection, open', async ({ simulate, page, server }) => {
  await sayGarbage(server.tls, Buffer.from('GET / HTTP/1.1\r\nHost: api.push.apple.com\r\n\r\n'));
  await simulate.lines.click();
  await expect(page.getByTestId('exchange-failure')).toBeVisible();
  await take(page, 'connection-failure');
});

test('nothing yet; the palette; JSON with a problem', async ({ simulate, page }) => {
  await simulate.showsReason('delivered');
  await expect(page.getByTestId('traffic-empty').getByRole('listitem').first()).toBeVisible();
  await take(page, 'empty');

  await expect(simulate.send).toBeEnabled();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('iphone');
  await expect(page.getByRole('option').first()).toBeVisible();
  await take(page, 'palette');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('palette')).toHaveCount(0);

  await simulate.writeJson(JSON.stringify({ ...toDemoGroup, colour: 'red' }, null, 2));
  await expect(simulate.problems).toContainText('colour');
  await take(page, 'json-problem');
});

test.describe('narrow', () => {
  test.use({ viewport: { width: 1100, height: 800 } });

  test('the example at 1100 × 800', async ({ simulate, page }) => {
    await sendExample(simulate);
    await take(page, 'narrow');
  });
});

test('the wall, in each theme', async ({ simulate, page, api }) => {
  test.slow();
  await simulate.page.getByTestId('page-phones').click();
  await page.setViewportSize(AS_HIGH_AS_THE_WALL);
  for (const colorScheme of THEMES) {
    await inTheme(page, colorScheme);
    await api.call('POST', '/reset', {});
    for (const text of ['Stand-up in five minutes', '周会改到三点，会议室不变']) {
      await api.call('POST', '/messages', { ...plain(text), to: { group: 'demo-group' } });
    }
    await expect(simulate.phone('iphone').banner).toBeVisible();
    await take(page, `wall-${colorScheme}`);
  }
});

async function takeInThemes(page: Page, name: string): Promise<void> {
  for (const colorScheme of THEMES) {
    await inTheme(page, colorScheme);
    await take(page, `${name}-${colorScheme}`);
  }
}

test('Connect and Workspace, in each theme', async ({ simulate, page }) => {
  await simulate.loaded();
  await page.getByTestId('page-connect').click();
  await page.getByTestId('connect-vendor-huawei').click();
  await page.getByTestId('run-self-test').click();
  await expect(page.getByTestId('self-test-summary')).toBeVisible({ timeout: 30_000 });
  await takeInThemes(page, 'connect');
  await page.getByTestId('page-workspace').click();
  await page.getByTestId('add-fault').click();
  await expect(page.getByTestId('faults')).toBeVisible();
  await takeInThemes(page, 'workspace');
});
