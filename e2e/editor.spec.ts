import { example } from './support/messages.ts';
import { expect, test } from './support/test.ts';

test.describe('the message as JSON', () => {
  test('follows the form and leads it', async ({ simulate, page }) => {
    await simulate.usePreset('specification');
    await page.getByTestId('push-title').fill('From the form');
    expect(await simulate.readJson()).toEqual({
      ...example,
      offlinePush: { ...example.offlinePush, title: 'From the form' },
    });
    await simulate.writeJson({ ...example, kind: 'system', offlinePush: { title: 'From the JSON', ios: {} } });
    await expect(simulate.problems).toContainText('Valid');
    await simulate.showForm();
    await expect(page.getByTestId('push-title')).toHaveValue('From the JSON');
    await expect(page.getByTestId('kind-system')).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByTestId('push-ext')).toHaveAttribute('data-set', 'false');
  });

  test('marks a problem at its line and does not send it', async ({ simulate, page }) => {
    await simulate.writeJson(
      '{\n  "from": "alice",\n  "to": { "c2c": "user-apns" },\n  "elements": [],\n  "colour": 1\n}',
    );
    await expect(simulate.problems).toContainText('Line 5');
    await expect(simulate.problems).toContainText('“colour” is not known here');
    await expect(page.locator('.cm-lintRange-error')).toHaveText('"colour": 1');
    await expect(simulate.send).toBeDisabled();
    await page.keyboard.press('ControlOrMeta+Enter');
    await simulate.shows('preview');

    await simulate.problems.getByRole('button').click();
    await expect(simulate.editor).toBeFocused();
    await expect(page.locator('.cm-activeLine')).toContainText('colour');

    await simulate.writeJson('{\n  "from": "alice",\n  oops\n}');
    await expect(simulate.problems).toContainText('Line 3');
    await simulate.writeJson(example);
    await expect(simulate.problems).toContainText('Valid');
    await expect(simulate.send).toBeEnabled();
  });

  test('is undone step by step', async ({ simulate, page }) => {
    await simulate.writeJson(example);
    await simulate.editor.press('ControlOrMeta+End');
    await page.keyboard.type('oops');
    await expect(simulate.problems).toContainText('Not JSON');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(simulate.problems).toContainText('Valid');
  });

  test('changes places with the form by Ctrl+J', async ({ simulate, page }) => {
    await page.keyboard.press('ControlOrMeta+j');
    await expect(simulate.editor).toBeVisible();
    await page.keyboard.press('ControlOrMeta+j');
    await expect(page.getByTestId('elements')).toBeVisible();
  });
});

test.describe('the form', () => {
  test('tells not set, empty and set apart', async ({ simulate, page }) => {
    const title = page.getByTestId('push-title');
    await page.getByTestId('push-title-unset').click();
    await expect(title).toHaveAttribute('placeholder', 'not set');
    expect((await simulate.readJson()).offlinePush).not.toHaveProperty('title');

    await simulate.showForm();
    await page.getByTestId('push-title-empty').click();
    await expect(title).toHaveAttribute('placeholder', '""');
    expect((await simulate.readJson()).offlinePush).toHaveProperty('title', '');

    await simulate.showForm();
    await title.fill('text');
    expect((await simulate.readJson()).offlinePush).toHaveProperty('title', 'text');
  });

  test('counts bytes, not characters', async ({ simulate, page }) => {
    await simulate.usePreset('specification');
    for (const field of ['push-title', 'push-descr', 'push-ext']) {
      await page.getByTestId(field).fill('你好😀e');
      await expect(page.getByTestId(`${field}-bytes`)).toHaveText('11 B');
    }
  });

  test('keeps the blocks of the systems apart', async ({ simulate, page }) => {
    await page.getByTestId('tab-general').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByTestId('android-title').fill('for Android');
    await page.getByTestId('notify-mode-custom').click();
    await page.getByTestId('tab-ios').click();
    await expect(page.getByTestId('ios-title')).toHaveValue('');
    await page.getByTestId('ios-title').fill('for iOS');
    await page.getByTestId('ios-badge-off').click();
    await simulate.pick('ios-sound-menu', 'menu-sound-silent');
    const { offlinePush } = await simulate.readJson();
    expect(offlinePush?.android).toMatchObject({ title: 'for Android', notifyMode: 1 });
    expect(offlinePush?.ios).toEqual({ title: 'for iOS', badgeEnabled: false, sound: 'push.no_sound' });
  });

  test('takes all settings of the message away and gives them back', async ({ simulate, page }) => {
    await page.getByTestId('push-present').click();
    await expect(page.getByTestId('push-settings')).toContainText('Nothing set on this message');
    expect(await simulate.readJson()).not.toHaveProperty('offlinePush');
    await simulate.showForm();
    await page.getByTestId('push-present').click();
    await expect(page.getByTestId('push-title')).toHaveAttribute('data-set', 'false');
  });

  test('adds, fills, orders and removes elements', async ({ simulate, page }) => {
    await simulate.pick('add-element', 'menu-element-location');
    await page.getByTestId('element-1-desc').fill('West Lake');
    await page.getByTestId('element-1-latitude').fill('30.24');
    await page.getByTestId('element-1').getByRole('button', { name: 'Move up' }).click();
    expect((await simulate.readJson()).elements).toEqual([
      { type: 'location', desc: 'West Lake', latitude: 30.24 },
      { type: 'text', text: 'a new msg from alice' },
    ]);
    await simulate.showForm();
    await page.getByTestId('element-0-remove').click();
    await expect(page.getByTestId('element-0-text')).toHaveValue('a new msg from alice');
  });

  test('is remembered', async ({ simulate, page }) => {
    await page.getByTestId('push-title').fill('kept');
    await page.reload();
    await simulate.loaded();
    await expect(page.getByTestId('push-title')).toHaveValue('kept');
  });
});
