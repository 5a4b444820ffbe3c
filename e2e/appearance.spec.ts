import { SimulatePage } from './support/simulate-page.ts';
import { expect, test } from './support/test.ts';

test('language and theme are chosen and remembered', async ({ simulate, page }) => {
  const html = page.locator('html');
  await simulate.speak('zh');
  await expect(simulate.send).toContainText('发送');
  await expect(simulate.phone('iphone').root).toContainText('还没有响过');
  await simulate.chooseTheme('dark');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await simulate.loaded();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await expect(html).toHaveAttribute('lang', 'zh-CN');
  await expect(simulate.send).toContainText('发送');
  await simulate.speak('en');
  await simulate.chooseTheme('light');
  await expect(html).toHaveAttribute('data-theme', 'light');
  await expect(simulate.send).toContainText('Send');
});

test.describe('on the first visit', () => {
  test.use({ locale: 'zh-HK', colorScheme: 'dark' });

  test('the browser’s language and the system’s theme count', async ({ simulate, page }) => {
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(simulate.send).toContainText('发送');
  });
});

test('the page obeys its own policy, and a breach of it would fail these tests', async ({
  simulate,
  page,
  troubles,
}) => {
  troubles.expect(/policy: script-src/);
  troubles.expect(/console: .*Content Security Policy/);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "broken in"';
    document.body.append(script);
  });
  await expect(page).toHaveTitle('Pushpit');
  await expect.poll(() => troubles.found.join('\n')).toContain('policy: script-src');
  await expect(simulate.send).toBeEnabled();
});

test('where less motion is wanted, nothing slides or shakes', async ({ page, server }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const simulate = new SimulatePage(page);
  await simulate.open(server.ui);
  await simulate.sendWithKeys();
  const phone = simulate.phone('iphone');
  await expect(phone.banner).toBeVisible();
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && Number(effect?.getComputedTiming().duration) > 50)
      .map(({ effect }) => (effect as KeyframeEffect).target?.className ?? ''),
  );
  expect(moving).toEqual([]);
});
