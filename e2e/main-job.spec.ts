import { example, PHONES } from './support/messages.ts';
import { expect, test } from './support/test.ts';

test.describe('the specification’s example', () => {
  test('on the iPhone: title, text, badge 1, and why', async ({ simulate, page, context, api }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const settings = { enabled: true, c2cSound: 'dudulu.caf', groupSound: null };
    await api.call('PUT', '/accounts/user-apns/offline-push-settings', settings);
    await simulate.usePreset('specification');
    await simulate.sendWithKeys();
    await simulate.showsReason('delivered');
    await expect(simulate.sentence).toContainText('Delivered to iPhone by APNs');
    await expect(simulate.sentence).toContainText('badge 1');

    const phone = simulate.phone('iphone');
    await expect(phone.root).toContainText("I'm title");
    await expect(phone.root).toContainText("I'm description");
    await phone.badge(1);

    await simulate.showsField('title', "I'm title", 'message');
    await simulate.showsField('body', "I'm description", 'message');
    await simulate.showsField('sound', '/path/to/sound/file', 'message.ios');
    await expect(simulate.field('sound').locator('del')).toContainText('dudulu.caf');
    await expect(simulate.field('sound')).toContainText('global');
    await simulate.showsField('ext', example.offlinePush.ext, 'message');
    await expect(simulate.field('ext')).toContainText('28 B');

    await expect(page.getByTestId('vendor-request')).toContainText('/3/device/');
    await expect(page.getByTestId('vendor-request')).toContainText('"aps"');
    await expect(page.getByTestId('vendor-answer')).toContainText('200');
    await page.getByTestId('copy-curl').click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^curl /);
    expect(copied).toContain('/3/device/');
    expect(copied).toContain("I'\\''m title");
  });

  test('on all seven phones of the group; the Xiaomi phone keeps to its own sound and says why', async ({
    simulate,
    page,
  }) => {
    await simulate.usePreset('specification');
    await simulate.sendTo('demo-group');
    await simulate.sendWithKeys();
    for (const id of PHONES) {
      await expect(simulate.outcome(id)).toHaveAttribute('data-reason', 'delivered');
    }
    for (const id of ['iphone', 'xiaomi']) {
      await expect(simulate.phone(id).root).toContainText("I'm title");
      await expect(simulate.phone(id).root).toContainText("I'm description");
      await expect(simulate.phone(id).root.locator('[data-highlight]')).toBeVisible();
    }
    await simulate.outcome('xiaomi').click();
    await simulate.showsReason('delivered');
    await expect(simulate.sentence).toContainText('with the default sound');
    await simulate.showsField('title', "I'm title", 'message');
    const note = simulate.step('custom-sound-apns-only');
    await expect(note).toHaveAttribute('data-verdict', 'note');
    await expect(note).toContainText('custom sounds are supported on APNs only');
    await expect(note).toContainText('android.resource://com.example.app/raw/hualala');
    await expect(page.getByTestId('vendor-request')).toContainText('/v3/message/regid');

    // Besides, the IM server fetched four access tokens.
    await expect(simulate.lines.filter({ hasText: "I'm title" })).toHaveCount(PHONES.length);
    await expect(simulate.lines.filter({ hasText: 'Xiaomi' })).toContainText("I'm title");
    await expect(simulate.lines.filter({ hasText: 'APNs' })).toContainText("I'm title");
  });

  test('every rule opens its explanation with the source', async ({ simulate, page }) => {
    await simulate.usePreset('specification');
    await simulate.sendWithKeys();
    await simulate.sentence.getByRole('button', { name: /^Explain/ }).click();
    const text = page.getByTestId('rule-text');
    await expect(text.getByRole('listitem').first()).not.toBeEmpty();
    await expect(text).toContainText('Sources');
    await expect(text).toContainText(/stated|measured|inferred|unconfirmed/);
  });

  test('with the silent sound: nothing is heard, and the field says so', async ({ simulate }) => {
    await simulate.usePreset('silent');
    await simulate.sendWithKeys();
    await expect(simulate.sentence).toContainText('without sound');
    await simulate.showsField('sound', 'none, no vibration', 'message.ios');
    await expect(simulate.phone('iphone').sound).toHaveAttribute('data-heard', 'never');
  });
});
