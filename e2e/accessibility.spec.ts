import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { toDemoGroup } from './support/messages.ts';
import { expect, test } from './support/test.ts';

const PAGES = [
  ['phones', 'wall-pane'],
  ['connect', 'recipes'],
  ['workspace', 'switch-im-globalOffMessageOn'],
] as const;

/** Serious and critical findings on the whole page, one line each. */
async function findings(page: Page): Promise<readonly string[]> {
  // Colours are judged when nothing fades any more.
  await page.evaluate(() => {
    for (const one of document.getAnimations()) {
      if (one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) one.finish();
    }
  });
  // Everything runs inside the page, which takes a fifth of the time. That leaves out frames of other origins: there are none.
  expect(page.frames()).toHaveLength(1);
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${help} at ${target.join(' ')} ${any[0]?.message ?? ''}`),
    );
}

for (const locale of ['en-GB', 'zh-CN']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`axe, ${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });

      test('finds nothing serious on any page', async ({ simulate, page }) => {
        test.slow();
        expect.soft(await findings(page), 'nothing sent').toEqual([]);
        await simulate.writeJson(toDemoGroup);
        expect.soft(await findings(page), 'the JSON view').toEqual([]);
        await simulate.showForm();
        await simulate.sendWithKeys();
        await simulate.outcome('xiaomi').click();
        expect.soft(await findings(page), 'a message sent').toEqual([]);
        await simulate.lines.first().click();
        await expect(page.getByTestId('exchange-deliveries')).toBeVisible();
        expect.soft(await findings(page), 'an exchange open').toEqual([]);
        for (const [name, pane] of PAGES) {
          await page.getByTestId(`page-${name}`).click();
          await expect(page.getByTestId(pane)).toBeVisible();
          expect.soft(await findings(page), name).toEqual([]);
        }
        // Each language and each theme once: the large pages take their time.
        if ((locale === 'en-GB') !== (colorScheme === 'light')) return;
        await page.getByTestId('page-matrix').click();
        await expect(page.getByTestId('matrix-grid')).toBeVisible();
        expect.soft(await findings(page), 'the matrix').toEqual([]);
        await page.getByTestId('page-phones').click();
        await page.getByTestId('open-xiaomi').click();
        await expect(page.getByTestId('device-latest')).toBeVisible();
        expect.soft(await findings(page), 'one phone').toEqual([]);
        await page.getByTestId('back-to-wall').click();
        await page.getByTestId('present').click();
        await expect(page.getByTestId('presentation')).toBeVisible();
        expect.soft(await findings(page), 'the big screen').toEqual([]);
      });
    });
  }
}

test('axe would find a text that nobody can read, and a button without a name, in the phones too', async ({
  simulate,
  page,
}) => {
  await expect(simulate.phone('iphone').root).toBeVisible();
  await simulate.phone('iphone').root.evaluate((phone) => {
    phone.insertAdjacentHTML('afterbegin', '<p style="color:#ccc;background:#fff">faint</p><button></button>');
  });
  const found = (await findings(page)).map((line) => line.replace(/:.*/, ''));
  expect(found.sort()).toEqual(['button-name', 'color-contrast']);
});
