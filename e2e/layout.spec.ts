import type { Locator } from '@playwright/test';
import { expect, test } from './support/test.ts';

/** Whether the whole of an element lies inside the window and nothing covers its centre. */
const inSight = (element: Locator) =>
  element.evaluate((node) => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && hit !== null && node.contains(hit);
  });

test.describe('at 1100 × 800', () => {
  test.use({ viewport: { width: 1100, height: 800 } });

  test('everything fits: no sideways scrolling, all main controls in sight', async ({ simulate, page }) => {
    await simulate.sendTo('demo-group');
    await simulate.sendWithKeys();
    const wide = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('[data-testid$="-pane"], [data-testid$="-pane"] > div')]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(wide).toEqual([]);
    for (const id of [
      'from',
      'to',
      'presets',
      'send',
      'clock',
      'listeners',
      'language',
      'theme',
      'open-palette',
      'traffic-search',
      'traffic-vendor',
      'back-to-preview',
      'phones-filter',
      'message-view',
    ]) {
      await expect(page.getByTestId(id)).toBeInViewport({ ratio: 1 });
      expect(await inSight(page.getByTestId(id)), id).toBe(true);
    }
    await expect(simulate.sentence).toBeInViewport({ ratio: 1 });
    await expect(simulate.lines.first()).toBeInViewport({ ratio: 1 });
    await expect(simulate.phone('iphone').glass).toBeInViewport();
  });
});

test('the panes are resized with the keyboard and stay that way', async ({ simulate, page }) => {
  const width = async () => (await simulate.message.boundingBox())?.width ?? 0;
  const before = await width();
  const divider = page.getByRole('separator', { name: 'Resize the message pane' });
  await divider.focus();
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(width).toBeGreaterThan(before + 20);
  const after = await width();
  await page.reload();
  await simulate.loaded();
  await expect.poll(width).toBeCloseTo(after, 0);
});
