import { expect, test } from './support/test.ts';

test.describe('the wall', () => {
  test.beforeEach(async ({ simulate, page }) => {
    await simulate.loaded();
    await page.getByTestId('page-phones').click();
    await expect(page.getByTestId('wall-compose')).toBeVisible();
  });

  test('sends to the phones in sight and says of each what became of it', async ({ page, api }) => {
    await api.patch('pixel', { permission: 'denied' });
    await api.patch('meizu', { online: false });
    await page.getByTestId('wall-send').click();
    await expect(page.getByTestId('result-iphone')).toHaveAttribute('data-result', 'delivered');
    await expect(page.getByTestId('result-pixel')).toHaveAttribute('data-result', 'not-delivered');
    await expect(page.getByTestId('result-meizu')).toHaveAttribute('data-result', 'waiting');
    await expect(page.getByTestId('wall-sent')).toContainText('Waiting 1');
    await page.getByTestId('wall-state').click();
    await page.getByRole('option', { name: 'Not delivered' }).click();
    await expect(page.getByTestId('tile-pixel')).toBeVisible();
    await expect(page.getByTestId('tile-iphone')).toHaveCount(0);
  });

  test('sends to chosen phones only, and to a group', async ({ page, api }) => {
    await page.getByRole('checkbox', { name: 'Choose vivo' }).click();
    await page.getByTestId('wall-target').click();
    await page.getByRole('option', { name: 'The 1 chosen' }).click();
    await page.getByTestId('wall-send').click();
    await expect(page.getByTestId('result-vivo')).toBeVisible();
    expect((await api.outcomes()).map(({ deviceId }) => deviceId)).toEqual(['vivo']);
    await page.getByTestId('wall-target').click();
    await page.getByRole('option', { name: 'demo-group' }).click();
    await page.getByTestId('wall-send').click();
    await expect(page.getByTestId('result-iphone')).toBeVisible();
    expect(await api.outcomes()).toHaveLength(8);
  });
});

test.describe('the big screen', () => {
  test('is driven by keys and shows no token, account or address', async ({ simulate, page, api }) => {
    await simulate.loaded();
    await page.getByTestId('page-phones').click();
    await api.act('huawei', { action: 'launch' });
    await api.patch('oppo', { permission: 'denied' });
    await page.getByTestId('wall-send').click();
    await expect(page.getByTestId('result-oppo')).toBeVisible();
    await page.getByTestId('present').click();
    const screen = page.getByTestId('presentation');
    await expect(screen.getByTestId('audience-iphone')).toBeVisible();
    await expect(screen.getByTestId('audience-oppo')).toContainText('Not delivered');

    await page.keyboard.press('?');
    await expect(page.getByTestId('audience-keys')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('audience-keys')).toBeHidden();

    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(screen).toHaveAttribute('data-single', 'true');
    await expect(screen.getByTestId('phone-xiaomi')).toBeVisible();

    const { devices } = await api.call<{
      devices: { id: string; token: string | null; session: { userId: string } }[];
    }>('GET', '/devices');
    for (const [index, device] of devices.entries()) {
      await page.keyboard.press(String(index + 1));
      await expect(screen.getByTestId(`phone-${device.id}`)).toBeVisible();
      const secrets = devices.flatMap(({ token, session }) => [token ?? 'no token', session.userId]);
      for (const secret of secrets) await expect(screen).not.toContainText(secret, { useInnerText: true });
      await expect(screen).not.toContainText(/\d+\.\d+\.\d+\.\d+|https?:\/\//, { useInnerText: true });
    }

    await page.keyboard.press('Escape');
    await expect(screen.getByTestId('audience-iphone')).toBeVisible();
    const before = (await api.outcomes()).length;
    await page.keyboard.press('Space');
    await expect.poll(async () => (await api.outcomes()).length).toBe(before + 7);
    await page.keyboard.press('Escape');
    await expect(screen).toBeHidden();
    await expect(page.getByTestId('wall-compose')).toBeVisible();
  });
});
