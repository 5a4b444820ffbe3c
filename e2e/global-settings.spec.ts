import { plain } from './support/messages.ts';
import { expect, test } from './support/test.ts';

test.describe('the receiver’s global settings', () => {
  test.beforeEach(async ({ simulate }) => {
    await simulate.writeJson(plain());
    await simulate.showForm();
  });

  test('give the sound that the message leaves open', async ({ simulate, page, api }) => {
    await simulate.showsField('sound', 'system default', 'default');
    await simulate.pick('global-c2c-sound-menu', 'menu-sound-dudulu.caf');
    await simulate.showsField('sound', 'dudulu.caf', 'global');
    await page.getByTestId('global-c2c-sound').fill('hualala.caf');
    await simulate.showsField('sound', 'hualala.caf', 'global');
    const path = '/accounts/user-apns/offline-push-settings';
    expect(await api.call('GET', path)).toEqual({ enabled: true, c2cSound: 'hualala.caf', groupSound: null });
    await page.getByTestId('global-c2c-sound-unset').click();
    await simulate.showsField('sound', 'system default', 'default');
  });

  test('switch pushes off, unless the message says otherwise; the reading is a choice', async ({ simulate, page }) => {
    await page.getByTestId('global-enabled').click();
    await simulate.showsReason('global-switch-off');
    await page.getByTestId('push-present').click();
    await page.getByTestId('push-enabled-on').click();
    await simulate.showsReason('delivered');
    await expect(page.getByTestId('precedence')).toContainText('The specification gives the message the last word');
    await page.getByTestId('precedence-choice-global').click();
    await simulate.showsReason('global-switch-off');
    await page.getByTestId('precedence-choice-message').click();
    await simulate.showsReason('delivered');
    await page.getByTestId('global-enabled').click();
    await expect(page.getByTestId('precedence')).toHaveCount(0);
  });

  test('belong to a login: without one the page says why and offers it', async ({ page, api, troubles }) => {
    troubles.expect(/409 .*offline-push-settings/);
    await api.act('iphone', { action: 'logout' });
    const refused = page.getByTestId('global-refused');
    await expect(refused).toContainText('user-apns is not logged in');
    await expect(refused).toContainText('They can be read and set only after one');
    await refused.getByRole('button', { name: 'Log in on iPhone' }).click();
    await expect(page.getByTestId('global-enabled')).toBeChecked();
    expect((await api.device('iphone')).session).toEqual({ state: 'loggedIn', userId: 'user-apns' });
  });

  test('follow changes from elsewhere', async ({ page, api }) => {
    await api.call('PUT', '/accounts/user-apns/offline-push-settings', {
      enabled: true,
      c2cSound: 'x.caf',
      groupSound: null,
    });
    await expect(page.getByTestId('global-c2c-sound')).toHaveValue('x.caf');
  });

  test('of each member, when the message goes to a group', async ({ simulate, page }) => {
    await simulate.sendTo('demo-group');
    await page.getByTestId('global-account').click();
    await page.getByRole('option', { name: 'user-xiaomi' }).click();
    await page.getByTestId('global-enabled').click();
    await expect(simulate.outcome('xiaomi')).toBeVisible();
    await simulate.outcome('xiaomi').click();
    await simulate.showsReason('global-switch-off');
    await simulate.outcome('iphone').click();
    await simulate.showsReason('delivered');
  });
});
