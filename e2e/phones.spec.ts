import { plain } from './support/messages.ts';
import { expect, test } from './support/test.ts';

test.describe('what happens on a phone', () => {
  test('a banner slides in, the icon counts, a tap opens the app', async ({ simulate, api }) => {
    const phone = simulate.phone('iphone');
    await phone.face('home');
    await simulate.sendWithKeys();
    await expect(phone.banner).toContainText("I'm title");
    await phone.badge(1);
    await expect(phone.root.locator('.ph-badge')).toHaveText('1');
    await simulate.sendWithKeys();
    await phone.badge(2);

    await phone.banner.locator('.ph-card').click();
    await phone.face('app');
    await expect(phone.banner).toHaveCount(0);
    expect((await api.device('iphone')).app.process).toBe('foreground');
    expect((await api.screen('iphone')).notifications).toHaveLength(1);
    const [tapped] = (await api.outcomes()).filter(({ trace }) =>
      trace.some(({ stage, verdict }) => stage === 'user' && verdict === 'pass'),
    );
    expect(tapped?.deviceId).toBe('iphone');
  });

  test('the shade lists newest first, dismisses one and clears the rest', async ({ simulate, api }) => {
    const phone = simulate.phone('xiaomi');
    for (const text of ['one', 'two', 'three']) await api.call('POST', '/messages', plain(text, 'user-xiaomi'));
    await phone.button('Shade of Xiaomi 14').click();
    await expect(phone.notes).toHaveCount(3);
    await expect(phone.notes.first()).toContainText('three');
    await expect(phone.notes.last()).toContainText('one');
    await phone.notes.first().hover();
    await phone.notes
      .first()
      .getByRole('button', { name: /^Dismiss/ })
      .click();
    await expect(phone.notes).toHaveCount(2);
    await expect(phone.notes.first()).toContainText('two');
    await phone.button('Clear of Xiaomi 14').click();
    await expect(phone.notes).toHaveCount(0);
    await expect(phone.glass).toContainText('No notifications');
    await phone.button('Shade of Xiaomi 14').click();
    await phone.face('home');
    await phone.badge(0);
  });

  test('a locked phone lists it on the lock screen', async ({ simulate, api }) => {
    for (const id of ['iphone', 'xiaomi']) await api.act(id, { action: 'lock' });
    await simulate.sendTo('demo-group');
    await simulate.sendWithKeys();
    for (const id of ['iphone', 'xiaomi']) {
      await simulate.phone(id).face('lock');
      await expect(simulate.phone(id).notes).toHaveCount(1);
      await expect(simulate.phone(id).notes).toContainText("I'm description");
      await expect(simulate.phone(id).banner).toHaveCount(0);
    }
    await simulate.phone('iphone').root.getByRole('button', { name: 'Unlock', exact: true }).click();
    await simulate.phone('iphone').face('home');
  });

  test('an offline phone gets the last push when it is back', async ({ simulate, api }) => {
    const phone = simulate.phone('iphone');
    await phone.root.getByRole('switch', { name: 'Online of iPhone' }).click();
    await expect(phone.mark('offline')).toHaveText('Offline');
    await simulate.writeJson(plain('first'));
    await simulate.sendWithKeys();
    await simulate.showsReason('device-offline');
    await expect(phone.mark('offline')).toHaveText('Offline, 1 waiting');
    await simulate.writeJson(plain('second'));
    await simulate.sendWithKeys();
    await expect(phone.mark('offline')).toHaveText('Offline, 1 waiting');
    expect((await api.screen('iphone')).notifications).toEqual([]);

    await phone.root.getByRole('switch', { name: 'Online of iPhone' }).click();
    await expect(phone.mark('offline')).toHaveCount(0);
    await expect(phone.banner).toContainText('second');
    expect((await api.screen('iphone')).notifications).toHaveLength(1);
    await simulate.showsReason('delivered');
  });
});

test.describe('controls under a phone', () => {
  test('log in, log out, kick', async ({ simulate, api, troubles }) => {
    troubles.expect(/409 .*offline-push-settings/);
    const phone = simulate.phone('iphone');
    await phone.does('Session', 'Log out');
    await expect(phone.mark('session')).toHaveText('Logged out');
    await simulate.showsReason('logged-out');
    await api.call('PUT', '/accounts/carol', {});
    const panel = await phone.panel('Session');
    await panel.getByLabel('Log in as').fill('carol');
    await panel.getByRole('button', { name: 'Log in', exact: true }).click();
    await expect(phone.mark('session')).toHaveCount(0);
    expect((await api.device('iphone')).session).toEqual({ state: 'loggedIn', userId: 'carol' });
    await phone.does('Session', 'Kick offline');
    await expect(phone.mark('session')).toHaveText('Kicked offline');
  });

  test('launch, background, kill, uninstall', async ({ simulate, api, troubles }) => {
    // Uninstalling ends the session, and the settings with it.
    troubles.expect(/409 .*offline-push-settings/);
    const phone = simulate.phone('iphone');
    await expect(phone.mark('process')).toHaveText('Killed by user');
    await phone.does('App', 'Open in the foreground');
    await phone.face('app');
    await simulate.showsReason('instance-foreground');
    await phone.does('App', 'Send to the background');
    await phone.face('home');
    await simulate.showsReason('instance-online');
    await phone.does('App', 'Kill, as the system');
    await expect(phone.mark('process')).toHaveText('Killed by system');
    await phone.does('App', 'Uninstall the app');
    await expect(phone.mark('install')).toBeVisible();
    await expect(phone.icon).toHaveCount(0);
    await phone.does('App', 'Install the app');
    await expect(phone.icon).toBeVisible();
    expect((await api.device('iphone')).app.installed).toBe(true);
  });

  test('permission and ringer', async ({ simulate }) => {
    const phone = simulate.phone('iphone');
    await simulate.writeJson(plain());
    await phone.choose('Permission', 'Denied');
    await expect(phone.mark('permission')).toHaveText('Notifications denied');
    await simulate.sendWithKeys();
    await simulate.showsReason('device-suppressed');
    await expect(phone.banner).toHaveCount(0);
    await phone.choose('Permission', 'Granted');
    await phone.choose('Ringer', 'Vibrate');
    await simulate.sendWithKeys();
    await expect(phone.banner).toBeVisible();
    await expect(phone.sound).toHaveAttribute('data-heard', 'vibration');
    await phone.choose('Ringer', 'Ring');
    await simulate.sendWithKeys();
    await expect(phone.sound).toHaveAttribute('data-heard', 'sound');
  });

  test('show the phones that receive, or all', async ({ simulate, page }) => {
    await page.getByTestId('phones-filter-receivers').click();
    await expect(simulate.phone('xiaomi').root).toHaveCount(0);
    await simulate.sendTo('user-xiaomi');
    await expect(simulate.phone('xiaomi').root).toBeVisible();
    await expect(simulate.phone('iphone').root).toHaveCount(0);
  });

  test('a refusal is told in a notice', async ({ simulate, page, api, troubles }) => {
    troubles.expect(/40\d .*\/devices\/iphone/);
    await page.route('**/api/v1/devices/iphone', (route) => route.continue({ postData: '{"ringer":"loud"}' }));
    const phone = simulate.phone('iphone');
    await phone.root.getByRole('switch', { name: 'Online of iPhone' }).click();
    await expect(page.getByTestId('notice')).toContainText('ringer');
    expect((await api.device('iphone')).ringer).toBe('normal');
  });
});
