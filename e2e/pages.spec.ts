import { plain } from './support/messages.ts';
import { expect, test } from './support/test.ts';

const VENDORS = ['apns', 'xiaomi', 'huawei', 'fcm', 'meizu', 'oppo', 'vivo'] as const;

test.describe('the pages', () => {
  test('are reached by the rail, the address, and the palette', async ({ simulate, page }) => {
    await page.getByTestId('page-connect').click();
    await expect(page.getByTestId('connect-pane')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Connect');
    await expect(page.getByTestId('page-connect')).toHaveAttribute('aria-current', 'page');
    await page.goBack();
    await expect(page.getByTestId('message-pane')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByTestId('palette').getByRole('combobox').fill('go workspace');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('switches-pane')).toBeVisible();
    await page.reload();
    await simulate.loaded();
    await expect(page.getByTestId('switches-pane')).toBeVisible();
  });

  test('keep what was typed on Simulate', async ({ simulate, page }) => {
    await simulate.writeJson(plain());
    await simulate.showForm();
    const typed = await simulate.sentence.textContent();
    await page.getByTestId('page-phones').click();
    await page.getByTestId('page-simulate').click();
    await expect(simulate.sentence).toHaveText(typed ?? '');
  });
});

test.describe('the wall of phones', () => {
  test('shows every phone, and those of one vendor', async ({ simulate, page, api }) => {
    const { devices } = await api.call<{ devices: { id: string }[] }>('GET', '/devices');
    await simulate.page.getByTestId('page-phones').click();
    for (const { id } of devices) await expect(page.getByTestId(`phone-${id}`)).toBeVisible();
    await page.getByTestId('wall-vendor-xiaomi').click();
    await expect(page.getByTestId('phone-iphone')).toHaveCount(0);
    await expect(page.getByTestId('phone-xiaomi')).toBeVisible();
  });

  test('shows what arrives while it is open', async ({ simulate, api }) => {
    await simulate.page.getByTestId('page-phones').click();
    await api.call('POST', '/messages', plain());
    await expect(simulate.phone('iphone').banner).toBeVisible();
  });
});

test.describe('Connect', () => {
  test.beforeEach(async ({ simulate, page }) => {
    await simulate.loaded();
    await page.getByTestId('page-connect').click();
  });

  test('hides secrets until they are asked for', async ({ page, api }) => {
    await page.getByTestId('connect-vendor-xiaomi').click();
    const facts = page.getByTestId('connect-facts');
    type Answer = { channels: { channel: string; credentials: Record<string, string> }[] };
    const { channels } = await api.call<Answer>('GET', '/connection?secrets=true');
    const secret = channels.find(({ channel }) => channel === 'xiaomi')?.credentials.appSecret ?? 'none';
    await expect(facts).toContainText('••••••••');
    await expect(facts).not.toContainText(secret);
    await page.getByTestId('show-secrets').click();
    await expect(facts).toContainText(secret);
    await page.getByTestId('show-secrets').click();
    await expect(facts).not.toContainText(secret);
  });

  test('gives recipes for each way', async ({ page }) => {
    const recipes = page.getByTestId('recipes');
    await expect(recipes).toContainText('@parse/node-apn');
    await page.getByTestId('connect-way-proxy').click();
    await expect(recipes).toContainText('HTTPS_PROXY');
  });

  test('takes credentials of the user, masks them, and says what is wrong with them', async ({
    simulate,
    page,
    api,
    troubles,
  }) => {
    troubles.expect(/422 .*credentials/);
    await page.getByTestId('connect-vendor-xiaomi').click();
    await page.getByTestId('add-credential').click();
    const editor = page.getByTestId('credential-editor');
    await editor.getByLabel('appSecret').fill('a-secret-of-my-own==');
    await editor.getByLabel('packageName').fill('com.example.app');
    await editor.getByRole('button', { name: 'Save' }).click();
    await expect(editor.getByRole('alert')).toContainText('"appId" is missing. Expected: the AppID, digits.');
    await simulate.speak('zh');
    await expect(editor.getByRole('alert')).toContainText('“appId”的值：没有填写。应为：AppID，纯数字。');
    await simulate.speak('en');
    await editor.getByLabel('appId').fill('2882303761517999999');
    await editor.getByRole('button', { name: 'Save' }).click();
    await expect(editor).toHaveCount(0);
    const own = page.getByTestId('own-credentials').getByRole('listitem');
    await expect(own).toContainText('2882303761517999999');
    await expect(own).not.toContainText('a-secret-of-my-own');
    await own.getByRole('button').click();
    await expect(own).toHaveCount(0);
    expect(await api.call('GET', '/credentials')).toEqual({ credentials: [] });
  });

  test("sets up what a vendor's console holds, says what is wrong with it, and keeps it", async ({
    simulate,
    page,
    api,
    troubles,
  }) => {
    troubles.expect(/400 .*console/);
    type Answer = { console: { vendor: string; settings: unknown; example: unknown }[] };
    const ofXiaomi = async () =>
      (await api.call<Answer>('GET', '/console')).console.find(({ vendor }) => vendor === 'xiaomi');
    const section = page.getByTestId('console-settings');
    const text = section.getByRole('textbox');
    const save = section.getByRole('button', { name: 'Save' });
    await page.getByTestId('connect-vendor-xiaomi').click();

    await text.fill('{"channels": [');
    await save.click();
    await expect(section.getByRole('alert')).toHaveText('Line 1. Not JSON: the text ends too early');
    await expect(text).toHaveAttribute('aria-invalid', 'true');
    await text.fill('{"blacklist": true}');
    await expect(section.getByRole('alert')).toHaveCount(0);
    await save.click();
    await expect(section.getByRole('alert')).toContainText('Did you mean "blacklisted"?');
    expect((await ofXiaomi())?.settings).toEqual({});

    await text.fill('');
    await section.getByRole('button', { name: 'Fill in the example' }).click();
    const { example } = (await ofXiaomi()) ?? {};
    expect(JSON.parse(await text.inputValue())).toEqual(example);
    await save.click();
    await expect(section.getByRole('status')).toContainText('Saved');
    expect((await ofXiaomi())?.settings).toEqual(example);
    await page.reload();
    await simulate.loaded();
    await page.getByTestId('connect-vendor-xiaomi').click();
    await expect(text).toHaveValue(JSON.stringify(example, null, 2));

    await text.fill('');
    await save.click();
    await expect(section.getByRole('status')).toContainText('Saved');
    expect((await ofXiaomi())?.settings).toEqual({});
  });

  test('shows the whole of every label, in both languages', async ({ simulate, page }) => {
    const labels = page.locator('[data-testid="connect-facts"] dt, [data-testid="credential-editor"] label');
    await page.getByTestId('add-credential').click();
    await expect(page.getByTestId('credential-editor')).toBeVisible();
    for (const language of ['zh', 'en'] as const) {
      await simulate.speak(language);
      for (const vendor of VENDORS) {
        await page.getByTestId(`connect-vendor-${vendor}`).click();
        const cut = await labels.evaluateAll((all) =>
          all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent),
        );
        expect(cut, vendor).toEqual([]);
      }
    }
  });

  test('tests every vendor through every way', async ({ page }) => {
    await page.getByTestId('run-self-test').click();
    const summary = page.getByTestId('self-test-summary');
    await expect(summary).toBeVisible({ timeout: 30_000 });
    const refused = page.locator('[data-testid^="self-test-"] li[data-ok="false"]');
    await expect(refused).toHaveCount(0);
    await expect(summary).toHaveText(/^(\d+) of \1 arrived$/);
    await expect(page.locator('[data-testid^="self-test-"] h3')).toHaveCount(7);
  });

  test('offers the files to save', async ({ page }) => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /ca\.pem/ }).click();
    expect((await download).suggestedFilename()).toBe('ca.pem');
  });
});

test.describe('Workspace', () => {
  test('a switch changes what is decided', async ({ simulate, page, api }) => {
    await api.call('PUT', '/accounts/user-apns/offline-push-settings', {
      enabled: false,
      c2cSound: null,
      groupSound: null,
    });
    await simulate.writeJson({ ...plain(), offlinePush: { enabled: true } });
    await simulate.showForm();
    await simulate.showsReason('delivered');
    await page.getByTestId('page-workspace').click();
    const row = page.getByTestId('switch-im-globalOffMessageOn');
    await row.getByRole('combobox').click();
    await page.getByRole('option', { name: /global setting/ }).click();
    await expect(row).toHaveAttribute('data-changed', 'true');
    await page.getByTestId('page-simulate').click();
    await simulate.showsReason('global-switch-off');
    await page.getByTestId('page-workspace').click();
    await row.getByRole('button').last().click();
    await expect(row).not.toHaveAttribute('data-changed', 'true');
  });

  test('a scripted fault meets the next push, and then is gone', async ({ simulate, page, api }) => {
    await page.getByTestId('page-workspace').click();
    await page.getByTestId('fault-code').click();
    await page.getByRole('option', { name: /^ServiceUnavailable/ }).click();
    await page.getByTestId('add-fault').click();
    await expect(page.getByTestId('faults').getByRole('listitem')).toHaveCount(1);
    await page.getByTestId('page-simulate').click();
    await simulate.writeJson(plain());
    await simulate.showForm();
    await simulate.sendWithKeys();
    await simulate.showsReason('vendor-rejected');
    await expect(simulate.step('scripted-fault')).toContainText('ServiceUnavailable');
    expect(await api.call('GET', '/faults')).toEqual({ faults: [] });
    await simulate.sendWithKeys();
    await simulate.showsReason('delivered');
  });

  test('a fault can be taken away', async ({ simulate, page, api }) => {
    await simulate.loaded();
    await api.call('POST', '/faults', { channel: 'apns', action: { type: 'reset' }, times: null });
    await page.getByTestId('page-workspace').click();
    const faults = page.getByTestId('faults');
    await expect(faults).toContainText('resets the connection');
    await faults.getByRole('button').click();
    await expect(faults).toHaveCount(0);
    expect(await api.call('GET', '/faults')).toEqual({ faults: [] });
  });
});
