import { expect, test } from './support/test.ts';

test.describe('the keyboard', () => {
  test('reaches every command through the palette', async ({ simulate, page, api }) => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByTestId('palette-input')).toBeFocused();
    await page.keyboard.type('iphone kill system');
    await expect(page.getByRole('option').first()).toHaveText('iPhone: kill the app (by the system)');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('palette')).toHaveCount(0);
    await expect(simulate.phone('iphone').mark('process')).toHaveText('Killed by system');
    expect((await api.device('iphone')).app.killedBy).toBe('system');

    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('explain: global');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option', { selected: true })).toHaveText(/^Explain: /);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('rule-text')).toContainText('Sources');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('rule-text')).toHaveCount(0);
  });

  test('finds no command where there is none, and leaves with Escape', async ({ simulate, page }) => {
    await expect(simulate.send).toBeEnabled();
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('zzzz');
    await expect(page.getByTestId('palette')).toContainText('No command matches');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('palette')).toHaveCount(0);
  });

  test('shows its shortcuts with ?, but not while one types', async ({ simulate, page }) => {
    await expect(simulate.send).toBeEnabled();
    await page.keyboard.press('?');
    await expect(page.getByTestId('shortcuts')).toContainText('Send the message');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('shortcuts')).toHaveCount(0);
    await page.getByTestId('push-title').fill('');
    await page.keyboard.type('?/');
    await expect(page.getByTestId('push-title')).toHaveValue('?/');
    await expect(page.getByTestId('shortcuts')).toHaveCount(0);
  });

  test('walks from pane to pane in the order they stand, with the focus in sight', async ({ simulate, page }) => {
    await simulate.sendWithKeys();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const panes: string[] = [];
    const unseen: string[] = [];
    for (let step = 0; step < 400; step += 1) {
      await page.keyboard.press('Tab');
      const { pane, seen, name } = await page.evaluate(focused);
      if (pane !== null && panes.at(-1) !== pane) panes.push(pane);
      if (!seen) unseen.push(`${step}: ${name.slice(0, 80)}`);
      if (pane === 'traffic-pane' && name.includes('row')) break;
    }
    expect(panes).toEqual(['message-pane', 'why-pane', 'phones-pane', 'traffic-pane']);
    expect(unseen).toEqual([]);
  });
});

/** Runs in the page: where the focus is, and whether one can see it (a ring on the element or on the field around it). */
function focused() {
  const element = document.activeElement ?? document.body;
  const rung = (one: Element | null): boolean => {
    if (one === null) return false;
    const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(one);
    if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) return true;
    if (one.getAttribute('role') === 'separator') return true;
    return one.matches('.field, .border-transparent, .ph-input') && (boxShadow !== 'none' || borderColor !== '');
  };
  return {
    pane: element.closest('[data-testid$="-pane"]')?.getAttribute('data-testid') ?? null,
    seen: rung(element) || rung(element.closest('.field, .border-transparent')),
    name: `${element.tagName} ${element.getAttribute('role') ?? ''} ${element.getAttribute('aria-label') ?? element.textContent}`,
  };
}
