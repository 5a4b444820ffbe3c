import type { Locator } from '@playwright/test';
import { forgetGestures, listen } from './support/audio.ts';
import { plain } from './support/messages.ts';
import { SimulatePage } from './support/simulate-page.ts';
import { expect, test } from './support/test.ts';
import { wavFile } from './support/wav.ts';

/** The tallest bar of a meter, 0…1. */
const level = (meter: Locator) =>
  meter.evaluate((bars) =>
    Math.max(...Array.from(bars.children, (bar) => new DOMMatrix(getComputedStyle(bar).transform).d)),
  );

const withSound = (sound: string) => ({ ...plain(), offlinePush: { ios: { sound } } });

test('a sound is really played, with its level in sight, and again on demand', async ({ page, server, api }) => {
  const heard = await listen(page);
  const simulate = new SimulatePage(page);
  await simulate.open(server.ui);
  const phone = simulate.phone('iphone');
  await simulate.writeJson(withSound('hualala.caf'));
  await simulate.sendWithKeys();
  await expect(phone.sound).toContainText('hualala');
  await expect.poll(async () => (await heard()).contexts).toEqual(['running']);
  await expect.poll(async () => (await heard()).started.length).toBe(1);
  await expect.poll(() => level(phone.meter)).toBeGreaterThan(0.2);
  await expect(phone.meter).not.toHaveAttribute('data-playing');

  await phone.button('Play hualala again on iPhone').click();
  await expect(phone.meter).toHaveAttribute('data-playing');
  await expect.poll(async () => (await heard()).started.length).toBe(2);
  const [first, second] = (await heard()).started;
  expect(first).toBeGreaterThan(0.2);
  expect(second).toBe(first);
  const [event] = (await api.screen('iphone')).sounds;
  expect(event).toMatchObject({ requested: 'hualala.caf', played: 'hualala.caf' });
});

test('before the first click the page says that the browser holds the sound back', async ({ page, server, api }) => {
  await forgetGestures(page);
  const simulate = new SimulatePage(page);
  await simulate.open(server.ui);
  await api.call('POST', '/messages', plain());
  const phone = simulate.phone('iphone');
  await expect(phone.sound).toContainText('holds sound back until you click');
  await phone.button('Play Default tone again on iPhone').click();
  await expect(phone.sound).not.toContainText('holds sound back');
  await expect(phone.meter).toHaveAttribute('data-playing');
});

test('an imported file is in the app, and a push can play it', async ({ simulate, api }) => {
  const phone = simulate.phone('iphone');
  const panel = await phone.panel('App sounds');
  const before = (await api.device('iphone')).sounds.length;
  await expect(panel.getByRole('listitem')).toHaveCount(before);
  await panel
    .locator('input[type=file]')
    .setInputFiles({ name: 'bell.wav', mimeType: 'audio/wav', buffer: wavFile(0.4) });
  const row = panel.getByRole('listitem').filter({ hasText: 'bell.wav' });
  await expect(row).toContainText('pcm · 0.4 s');
  await simulate.page.keyboard.press('Escape');

  await simulate.writeJson(withSound('bell.wav'));
  await simulate.sendWithKeys();
  await expect(simulate.sentence).toContainText('with sound bell.wav');
  await expect(phone.sound).toContainText('bell');
  expect((await api.screen('iphone')).sounds[0]?.played).toBe('bell.wav');

  await (await phone.panel('App sounds')).getByRole('button', { name: 'Remove bell.wav' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(before);
});

test('a file that iOS would not play is taken, and the phone plays its default tone and says why', async ({
  simulate,
}) => {
  const phone = simulate.phone('iphone');
  const panel = await phone.panel('App sounds');
  await panel
    .locator('input[type=file]')
    .setInputFiles({ name: 'long.wav', mimeType: 'audio/wav', buffer: wavFile(31) });
  await expect(panel.getByRole('listitem').filter({ hasText: 'long.wav' })).toContainText('31.0 s');
  await simulate.page.keyboard.press('Escape');
  await simulate.writeJson(withSound('long.wav'));
  await simulate.sendWithKeys();
  await expect(simulate.sentence).toContainText('with the default sound');
  await expect(simulate.page.getByTestId('stage-device')).toContainText(/30/);
});

test('what is no sound is refused with the reason', async ({ simulate, page, troubles }) => {
  troubles.expect(/4\d\d .*\/sounds/);
  const panel = await simulate.phone('iphone').panel('App sounds');
  await panel
    .locator('input[type=file]')
    .setInputFiles({ name: 'x.wav', mimeType: 'audio/wav', buffer: Buffer.from('no sound') });
  await expect(page.getByTestId('notice')).toContainText(/sound|audio/i);
  await expect(panel.getByRole('listitem').filter({ hasText: 'x.wav' })).toHaveCount(0);
});
