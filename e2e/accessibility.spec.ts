import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { toDemoGroup } from './support/messages.ts';
import { expect, test } from './support/test.ts';

const PAGES = [
  ['phones', 'wall-pane'],
  ['connect', 'recipes'],
  ['workspace', 'switch-im-globalOffMessageOn'],
] as const;

const PHONES_PANE = '[data-testid="phones-pane"]';

/** Serious and critical findings, one line each; `without` leaves a part of the page out. */
async function findings(page: Page, without?: string): Promise<readonly string[]> {
  // Colours are judged when nothing fades any more.
  await page.evaluate(() => {
    for (const one of document.getAnimations()) {
      if (one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) one.finish();
    }
  });
  const axe = new AxeBuilder({ page });
  const { violations } = await (without === undefined ? axe : axe.exclude(without)).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${help} at ${target.join(' ')} ${any[0]?.message ?? ''}`),
    );
}

// Each theme and each language once: the whole page takes long to look at.
for (const [locale, colorScheme] of [
  ['en-GB', 'light'],
  ['zh-CN', 'dark'],
] as const) {
  test.describe(`axe, ${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme });

    test('finds nothing serious', async ({ simulate, page }) => {
      test.slow();
      expect.soft(await findings(page, PHONES_PANE), 'nothing sent').toEqual([]);
      await simulate.writeJson(toDemoGroup);
      expect.soft(await findings(page, PHONES_PANE), 'the JSON view').toEqual([]);
      await simulate.showForm();
      await simulate.sendWithKeys();
      await simulate.outcome('xiaomi').click();
      expect.soft(await findings(page, PHONES_PANE), 'a message sent').toEqual([]);
      await simulate.lines.first().click();
      await expect(page.getByTestId('exchange-deliveries')).toBeVisible();
      expect.soft(await findings(page, PHONES_PANE), 'an exchange open').toEqual([]);
    });

    for (const [name, pane] of PAGES) {
      test(`finds nothing serious on ${name}`, async ({ simulate, page }) => {
        await simulate.loaded();
        await page.getByTestId(`page-${name}`).click();
        await expect(page.getByTestId(pane)).toBeVisible();
        expect(await findings(page)).toEqual([]);
      });
    }
  });
}
