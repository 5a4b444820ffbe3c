import { plain } from './support/messages.ts';
import { expect, test } from './support/test.ts';

const open = async (page: import('@playwright/test').Page, id: string) => {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#phones/${id}`);
  await expect(page.getByTestId('device-page')).toBeVisible();
};

test.describe('the page of one phone', () => {
  test('is reached from Simulate, the wall and the palette, and says when there is no such phone', async ({
    simulate,
    page,
  }) => {
    await simulate.loaded();
    await page.getByTestId('more-iphone').click();
    await expect(page.getByTestId('device-page').getByTestId('phone-iphone')).toBeVisible();
    await page.getByTestId('back-to-wall').click();
    await page.getByTestId('open-pixel').click();
    await expect(page.getByTestId('device-page').getByTestId('phone-pixel')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByTestId('palette').getByRole('combobox').fill('iphone open page');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('device-page').getByTestId('phone-iphone')).toBeVisible();
    await page.evaluate(() => {
      window.location.hash = '#phones/none';
    });
    await expect(page.getByText('There is no phone “none” any more')).toBeVisible();
  });

  test('sets the state that the API has, from its own tables', async ({ simulate, page, api }) => {
    await simulate.loaded();
    await open(page, 'xiaomi');
    await page.getByTestId('device-conditions').getByRole('switch', { name: 'Power saving' }).click();
    await expect.poll(async () => (await api.device('xiaomi')).conditions.powerSaver).toBe(true);
    await page.getByTestId('device-settings').getByRole('switch', { name: 'Banners' }).click();
    await expect.poll(async () => typeof (await api.device('xiaomi')).settings.popUps).toBe('boolean');
    await page.getByRole('button', { name: 'Force-stopped' }).click();
    await expect.poll(async () => (await api.device('xiaomi')).app.killedBy).toBe('forceStop');
    await expect(page.getByRole('button', { name: 'Force-stopped' })).toHaveAttribute('aria-pressed', 'true');
    await page.getByLabel('Vendor SDK in the app').fill('3_8_0');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await api.device('xiaomi')).system.sdkVersion).toBe('3_8_0');
    await expect(page.getByTestId('device-conditions')).not.toContainText('Focus');
  });

  test('creates a notification channel as the app would, whose rank the user may change', async ({
    simulate,
    page,
    api,
  }) => {
    await simulate.loaded();
    await open(page, 'pixel');
    const channels = page.getByTestId('device-channels');
    await channels.getByLabel('channel id').fill('chat');
    await channels.getByRole('button', { name: 'Create' }).click();
    await expect(channels).toContainText('chat · default · vibrates');
    await channels.getByRole('combobox', { name: 'Importance of chat' }).click();
    await page.getByRole('option', { name: 'Low' }).click();
    await expect
      .poll(async () => (await api.device('pixel')).notificationChannels)
      .toMatchObject([{ id: 'chat', importance: 2, sound: 'default', vibrate: true }]);
  });

  test('tells what a message left behind: history with what a tap brings, badge, sound', async ({
    simulate,
    page,
    api,
  }) => {
    await simulate.loaded();
    await api.call('POST', '/messages', plain());
    await open(page, 'iphone');
    await expect(page.getByTestId('device-latest')).toContainText('Delivered to iPhone');
    const history = page.getByTestId('history-row');
    await expect(history).toHaveCount(1);
    await history.getByRole('button').first().click();
    await expect(history).toContainText('A tap opens the app');
    await expect(page.getByTestId('device-badges')).toContainText('0 → 1');
    await expect(page.getByTestId('device-badges')).toContainText('The push');
    await expect(page.getByTestId('device-sounds')).toContainText('payload');
    await page.getByTestId('device-badges').getByRole('button', { name: 'A push arrived' }).click();
    await expect(page.getByTestId('exchange-drawer')).toBeVisible();
  });

  test('says what waits and until when, and lets it through', async ({ simulate, page, api }) => {
    await simulate.loaded();
    await api.patch('pixel', { settings: { battery: 'restricted' }, conditions: { doze: 'light' } });
    await api.call('POST', '/messages', { ...plain(), to: { c2c: 'user-fcm' } });
    await open(page, 'pixel');
    const waiting = page.getByTestId('waiting-push');
    const kept = await api.call<{ waiting: readonly { step: { texts: { en: string } } }[] }>(
      'GET',
      '/devices/pixel/waiting',
    );
    await expect(waiting).toHaveCount(kept.waiting.length);
    expect(kept.waiting).toHaveLength(1);
    await expect(waiting).toContainText(kept.waiting[0]?.step.texts.en ?? 'none');
    await page.getByRole('button', { name: 'Let a maintenance window pass' }).click();
    await expect(waiting).toHaveCount(0);
    await expect(page.getByTestId('history-row')).toHaveCount(1);
  });

  test('makes the change that makes a message appear', async ({ simulate, page, api }) => {
    await simulate.loaded();
    await api.patch('iphone', { permission: 'denied' });
    await api.call('POST', '/messages', plain());
    await open(page, 'iphone');
    await page.getByTestId('device-latest').getByRole('button', { name: 'Why' }).click();
    await expect(
      page
        .getByTestId('what-would-help')
        .getByRole('button', { name: /^Do it/ })
        .first(),
    ).toBeVisible();
    await page.goBack();
    const remedies = page.getByTestId('device-latest').getByTestId('remedies');
    await remedies
      .getByRole('button', { name: /^Do it/ })
      .first()
      .click();
    await expect.poll(async () => (await api.device('iphone')).permission).toBe('granted');
    await page.getByTestId('remedy-resend').click();
    await expect(page.getByTestId('device-latest')).toContainText('Delivered to iPhone');
    await expect(page.getByTestId('history-row')).toHaveCount(1);
  });

  test('renews a registration and lets it run out', async ({ simulate, page, api }) => {
    await simulate.loaded();
    const before = (await api.device('iphone')).token;
    await open(page, 'iphone');
    const tokens = page.getByTestId('device-tokens');
    await page.getByRole('button', { name: 'Register anew' }).click();
    await expect(tokens).toContainText('dead');
    expect((await api.device('iphone')).token).not.toBe(before);
    await page.getByRole('button', { name: 'Let it run out' }).click();
    await expect(tokens).toContainText('run out');
    await expect(page.getByRole('button', { name: 'Let it run out' })).toBeDisabled();
  });
});
