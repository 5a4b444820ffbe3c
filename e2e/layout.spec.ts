import type { Locator } from '@playwright/test';
import { PHONES } from './support/messages.ts';
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

test.describe('the ring round a phone that a push reached', () => {
  for (const width of [1440, 1100]) {
    test(`is whole, on Simulate and on Phones, ${width} px wide`, async ({ simulate, page }) => {
      await page.setViewportSize({ width, height: 900 });
      await simulate.sendTo('demo-group');
      await simulate.sendWithKeys();
      for (const where of ['simulate', 'phones']) {
        await page.getByTestId(`page-${where}`).click();
        await expect(page.locator('.ph[data-highlight]')).toHaveCount(PHONES.length);
        // It fades in.
        await expect.poll(() => page.evaluate(rung), where).toEqual({ rings: PHONES.map(() => 5), cut: [] });
      }
    });
  }
});

/** Runs in the page: how far each ring reaches beyond its phone, and every side at which something clips it. */
function rung() {
  const rings: number[] = [];
  const cut: string[] = [];
  for (const phone of document.querySelectorAll('.ph[data-highlight] .ph-case')) {
    const ring = reach(getComputedStyle(phone).boxShadow);
    rings.push(ring);
    const { left, right, top, bottom } = phone.getBoundingClientRect();
    for (let box = phone.parentElement; box !== null; box = box.parentElement) {
      const { contain, contentVisibility, overflowX } = getComputedStyle(box);
      const paints = /paint|strict|content/.test(contain) || contentVisibility !== 'visible';
      if (!paints && overflowX === 'visible') continue;
      const clip = box.getBoundingClientRect();
      // What scrolls cuts above and below what is out of sight: that is its purpose.
      const beyond = {
        left: clip.left - (left - ring),
        right: right + ring - clip.right,
        top: paints ? clip.top - (top - ring) : 0,
        bottom: paints ? bottom + ring - clip.bottom : 0,
      };
      for (const [side, by] of Object.entries(beyond)) {
        if (by > 0) cut.push(`${side} by ${by} px in ${box.outerHTML.slice(0, 60)}`);
      }
    }
  }
  return { rings, cut };

  /** The largest spread of the shadows that have sharp edges and lie outside. */
  function reach(shadows: string): number {
    const outer = shadows.split(/,(?![^(]*\))/).filter((shadow) => !shadow.includes('inset'));
    const lengths = outer.map((shadow) => [...shadow.matchAll(/(-?[\d.]+)px/g)].map(([, px]) => Number(px)));
    return Math.max(...lengths.map(([, , blur, spread]) => (blur === 0 ? (spread ?? 0) : 0)));
  }
}
