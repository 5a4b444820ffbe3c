import { createForeignSender, sayGarbage } from './support/foreign-sender.ts';
import { plain } from './support/messages.ts';
import { expect, test } from './support/test.ts';

const alert = (title: string) => ({ aps: { alert: { title, body: 'from elsewhere' }, sound: 'default' } });

test.describe('traffic', () => {
  test('of a foreign client appears as it happens, with what the phone made of it', async ({
    simulate,
    api,
    server,
    page,
  }) => {
    const sender = await createForeignSender(server);
    const { token } = await api.device('iphone');
    await expect(page.getByTestId('traffic-empty')).toContainText('No push yet.');
    expect(await sender.push(token ?? '', alert('Parcel'))).toBe(200);
    await expect(simulate.lines).toHaveCount(1);
    await expect(simulate.lines).toContainText('Parcel');
    await expect(simulate.lines).toContainText('APNs');
    await expect(simulate.lines).toContainText('200');
    await expect(simulate.phone('iphone').banner).toContainText('from elsewhere');

    expect(await sender.push('ab'.repeat(32), alert('Lost'))).toBe(400);
    await expect(simulate.lines.first()).toContainText('Lost');
    await expect(simulate.lines.first()).toContainText('400');

    await simulate.lines.first().click();
    await expect(simulate.drawer).toContainText('BadDeviceToken');
    await expect(simulate.drawer).toContainText('Sent by another client');
    await expect(page.getByTestId('exchange-request')).toContainText('"Lost"');
    await expect(page.getByTestId('exchange-checks').locator('[data-verdict="stop"]')).toContainText('What helps');
  });

  test('is searched with / and filtered by vendor', async ({ simulate, api, page }) => {
    await api.call('POST', '/messages', plain('needle'));
    await api.call('POST', '/messages', plain('hay'));
    await api.call('POST', '/messages', plain('needle', 'user-xiaomi'));
    await expect(simulate.lines).toHaveCount(3);
    await page.keyboard.press('/');
    await expect(simulate.search).toBeFocused();
    await page.keyboard.type('needle');
    await expect(simulate.lines).toHaveCount(2);
    await page.getByTestId('traffic-vendor').click();
    await page.getByRole('option', { name: 'Xiaomi' }).click();
    await expect(simulate.lines).toHaveCount(1);
    await expect(simulate.lines).toContainText('Xiaomi');
    await simulate.search.fill('nothing like it');
    await expect(page.getByTestId('traffic-nothing')).toBeVisible();
    await simulate.search.press('Escape');
    await expect(simulate.lines).toHaveCount(1);
  });

  test('opens with its request, answer and decision; arrows walk through it', async ({ simulate, api, page }) => {
    await api.call('POST', '/messages', plain('older'));
    await api.call('POST', '/messages', plain('newer'));
    await expect(simulate.lines).toHaveCount(2);
    await simulate.lines.first().click();
    await expect(page.getByTestId('exchange-request')).toContainText('newer');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByTestId('exchange-request')).toContainText('older');
    await expect(page.getByTestId('exchange-answer')).toContainText('200');
    await expect(page.getByTestId('exchange-deliveries')).toContainText('shown');
    await page.getByTestId('exchange-request').getByTestId('body-view-raw').click();
    await expect(page.getByTestId('exchange-request')).toContainText('{"aps":');
    await page.getByTestId('show-decision').click();
    await expect(simulate.drawer).toHaveCount(0);
    await simulate.shows('past');
    await simulate.showsField('body', /older/, 'default');
  });

  test('of a connection that is no TLS is listed with its reason', async ({ simulate, server, page }) => {
    await sayGarbage(server.tls, Buffer.from([1, 2, 3, 4]));
    await expect(simulate.lines).toHaveCount(1);
    await simulate.lines.click();
    const failure = page.getByTestId('exchange-failure');
    await expect(failure).toContainText('"\\x01\\x02\\x03\\x04"');
    await expect(failure).toContainText('What helps');
    await expect(simulate.drawer).toContainText('127.0.0.1');
  });
});
