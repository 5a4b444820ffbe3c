import { plain } from './support/messages.ts';
import { expect, test } from './support/test.ts';

test.describe('the preview', () => {
  test('follows every key and sends nothing', async ({ simulate, page, api }) => {
    await simulate.usePreset('specification');
    await page.getByTestId('push-title').press('End');
    await page.keyboard.type('!?');
    await simulate.showsField('title', "I'm title!?", 'message');
    await page.getByTestId('push-title-unset').click();
    await simulate.showsField('title', 'none', 'default');
    await simulate.shows('preview');
    await expect(page.getByTestId('vendor-request')).toContainText('would be sent');
    await expect(page.getByTestId('vendor-answer')).toHaveCount(0);
    await page.getByTestId('kind-system').click();
    await simulate.showsReason('system-message');

    expect(await api.exchanges()).toEqual([]);
    expect(await api.outcomes()).toEqual([]);
    expect((await api.screen('iphone')).notifications).toEqual([]);
    await expect(page.getByTestId('traffic-empty')).toBeVisible();
    await simulate.phone('iphone').badge(0);
  });

  test('follows the phones, whoever changes them', async ({ simulate, api, troubles }) => {
    troubles.expect(/409 .*offline-push-settings/);
    await simulate.showsReason('delivered');
    await api.act('iphone', { action: 'logout' });
    await simulate.showsReason('logged-out');
    await api.act('iphone', { action: 'login', userId: 'user-apns' });
    await simulate.showsReason('instance-foreground');
    await api.act('iphone', { action: 'kill', by: 'user' });
    await simulate.showsReason('delivered');
    await api.patch('iphone', { permission: 'denied' });
    await simulate.showsReason('device-suppressed');
  });

  test('comes back after a message was sent', async ({ simulate, page }) => {
    await simulate.sendWithKeys();
    await page.getByTestId('back-to-preview').click();
    await simulate.shows('preview');
    await simulate.sendWithKeys();
    await page.getByTestId('push-title').fill('the next one');
    await simulate.shows('preview');
    await simulate.showsField('title', 'the next one', 'message');
  });

  test('shows what the API refuses, in the language of the page', async ({ simulate, page, troubles }) => {
    troubles.expect(/422 .*\/messages/);
    await simulate.writeJson(plain('x', 'nobody'));
    const failure = page.getByTestId('why-failure');
    await expect(failure).toContainText('The receiver "nobody" has no account.');
    await simulate.speak('zh');
    await expect(failure).toContainText('接收者“nobody”没有账号。');
    await expect(failure).not.toContainText('has no account');
  });
});
