import { readFile } from 'node:fs/promises';
import { expect, test } from './support/test.ts';

test.describe('the matrix', () => {
  test.beforeEach(async ({ simulate, page }) => {
    await simulate.loaded();
    await page.getByTestId('page-matrix').click();
    await expect(page.getByTestId('matrix-grid')).toBeVisible();
  });

  test('opens with the variables of the specification, and says what its API says', async ({ page, api }) => {
    type Matrix = {
      counts: Record<string, number>;
      cells: number[];
      answers: { state: string; text: { en: string } }[];
    };
    const view = await api.call<Matrix>('POST', '/matrix', { preset: 'specification' });
    await expect(page.getByRole('heading', { name: `${view.cells.length} cells` })).toBeVisible();
    for (const state of ['delivered', 'silent', 'not-delivered', 'impossible']) {
      await expect(page.getByTestId(`matrix-count-${state}`)).toContainText(String(view.counts[state]));
    }
    for (const cell of [0, 48, 55]) {
      const answer = view.answers[view.cells[cell] ?? -1];
      const drawn = page.locator(`[data-cell="${cell}"]`);
      await expect(drawn).toHaveAttribute('data-state', answer?.state ?? '');
      await drawn.hover();
      await expect(page.getByTestId('matrix-said')).toContainText(answer?.text.en ?? 'none');
    }
    // Only what is in sight is drawn.
    expect(await page.locator('[data-cell]').count()).toBeLessThan(view.cells.length);
  });

  test('is walked through with keys, and opens the trace of a cell', async ({ page }) => {
    await page.locator('[data-cell="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('[data-cell="48"]')).toBeFocused();
    await expect(page.getByTestId('matrix-said')).toContainText('Delivered');
    await page.keyboard.press('Enter');
    const pane = page.getByTestId('matrix-cell-pane');
    await expect(pane.getByTestId('sentence')).toContainText('Would be delivered to iPhone');
    await expect(pane.getByTestId('stage-device')).toBeVisible();
    await page.keyboard.press('End');
    await expect(page.locator('[data-cell="71"]')).toBeFocused();
  });

  test('varies what is ticked', async ({ page }) => {
    const cells = page.getByTestId('matrix-pane').getByRole('heading');
    await page.getByTestId('axis-login').getByRole('checkbox').first().click();
    await expect(cells).toHaveText('672 cells');
    await page.getByTestId('matrix-preset-phone').click();
    await expect(page.getByTestId('matrix-count-silent')).toBeVisible();
    await page.getByTestId('axis-ringer').getByRole('checkbox', { name: 'silent' }).click();
    await expect(page.getByTestId('matrix-grid')).not.toContainText('silent');
    await expect(page.getByTestId('axis-ringer').getByRole('checkbox', { name: 'vibrate' })).toBeChecked();
  });

  test('is saved as CSV and as a picture', async ({ page, api }) => {
    const [csv] = await Promise.all([page.waitForEvent('download'), page.getByTestId('matrix-csv').click()]);
    expect(csv.suggestedFilename()).toBe('matrix.csv');
    const saved = await readFile(await csv.path(), 'utf8');
    const { cells } = await api.call<{ cells: number[] }>('POST', '/matrix', { preset: 'specification' });
    expect(saved.trim().split('\n')).toHaveLength(cells.length + 1);
    const [png] = await Promise.all([page.waitForEvent('download'), page.getByTestId('matrix-png').click()]);
    const bytes = await readFile(await png.path());
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    // Width and height stand in the head of the file.
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(24 * 22);
    expect(bytes.readUInt32BE(20)).toBeGreaterThan(112 * 22);
  });
});
