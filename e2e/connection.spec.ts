import { createApi } from './support/api.ts';
import { plain } from './support/messages.ts';
import { startServer } from './support/server.ts';
import { SimulatePage } from './support/simulate-page.ts';
import { expect, test } from './support/test.ts';

test('a lost server is told in one line, and the page finds it again', async ({ page, troubles }) => {
  troubles.expect(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/);
  const server = await startServer('restarted');
  try {
    const simulate = new SimulatePage(page);
    await simulate.open(server.ui);
    const api = createApi(server.ui);
    await api.act('iphone', { action: 'lock' });
    await api.call('POST', '/messages', plain('before'));
    await expect(simulate.phone('iphone').notes).toContainText('before');
    await expect(simulate.lines).toHaveCount(1);

    await server.kill();
    const line = page.getByTestId('link-lost');
    await expect(line).toContainText('The connection to Pushpit is lost');
    await expect(line).toContainText(/Next try in \d+ s|Trying now/);
    await expect(simulate.send).toBeDisabled();
    await expect(simulate.lines).toHaveCount(1);

    await server.start();
    await line.getByRole('button', { name: 'Try now' }).click();
    await expect(line).toHaveCount(0);
    await expect(simulate.send).toBeEnabled();
    await simulate.phone('iphone').face('lock');
    await expect(simulate.lines).toHaveCount(0);
    await api.call('POST', '/messages', plain('after'));
    await expect(simulate.phone('iphone').notes.first()).toContainText('after');
    await expect(simulate.lines).toHaveCount(1);
  } finally {
    await server.close();
  }
});

test('a page that cannot read the API says so and tries again', async ({ page, server, troubles }) => {
  troubles.expect(/503|ERR_FAILED/);
  await page.route('**/api/v1/**', (route) => route.fulfill({ status: 503, body: 'not now' }));
  await page.goto(server.ui);
  const failed = page.getByTestId('start-failed');
  await expect(failed).toContainText('Pushpit does not answer');
  await page.unroute('**/api/v1/**');
  await failed.getByRole('button', { name: 'Try again' }).click();
  await new SimulatePage(page).loaded();
});
