import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { ScreenView } from '../src/core/views.ts';
import { faultsOnGlass } from './support/looks.ts';
import { PHONES, plain } from './support/messages.ts';
import type { PhoneCard } from './support/phone-card.ts';
import { expect, test } from './support/test.ts';

const folder = resolve(import.meta.dirname, '..', 'test-artefacts', 'screenshots', 'skins');

/** What arrives, oldest first: Chinese, Latin and emoji, short and longer than any line. Vendors take up to 100 characters. */
const TEXTS = [
  'Stand-up in five minutes, room 4.12',
  '周会改到三点，会议室不变，请大家带上上周的数据和本周的计划，谢谢配合，稍后见',
  'Noodles at the corner, table for 8 at 12:30 — 一起去吗？🍜 see you there, bring an umbrella',
  '👩‍👩‍👧‍👦👍🏽 ok',
] as const;
const LAST = 'Release 4.2 is out — 发布说明见群公告 🎉, thanks to everybody who helped with it';

/** The channel of each phone, as its account is named. */
const CHANNELS = {
  iphone: 'apns',
  xiaomi: 'xiaomi',
  huawei: 'huawei',
  pixel: 'fcm',
  meizu: 'meizu',
  oppo: 'oppo',
  vivo: 'vivo',
} as const satisfies Record<(typeof PHONES)[number], string>;

const THEMES = ['light', 'dark'] as const;

/** Takes the phone's picture in both themes, the present one first, and looks for what is wrong in each. */
async function look(page: Page, phone: PhoneCard, name: string): Promise<void> {
  const isDark = (await page.locator('html').getAttribute('data-theme')) === 'dark';
  for (const colorScheme of isDark ? THEMES.toReversed() : THEMES) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    // Away from everything that shows something on hover.
    await page.mouse.move(1, 1);
    const path = join(folder, `${name}-${colorScheme}.png`);
    await phone.root.locator('.ph-body').screenshot({ path, animations: 'disabled' });
    expect.soft(await faultsOnGlass(phone.glass), `${name}, ${colorScheme}`).toEqual([]);
  }
}

/** Whether the icon's number or dot lies on the glass as a whole. */
const badgeInSight = (phone: PhoneCard): Promise<boolean> =>
  phone.glass.evaluate((glass) => {
    const badge = glass.querySelector('.ph-badge, .ph-unread')?.getBoundingClientRect();
    const box = glass.getBoundingClientRect();
    return badge !== undefined && badge.width > 4 && badge.left >= box.left && badge.right <= box.right;
  });

/**
 * What FCM draws pops up only when the app has made a channel of high importance, and this app makes none: the page is
 * told that it did, so that there is something to look at.
 */
async function popUpOnPixel(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const parse = JSON.parse;
    JSON.parse = (text: string) =>
      parse(text, text.includes('"pixel"') ? (key, value: unknown) => (key === 'headsUp' ? true : value) : undefined);
  });
  await page.reload();
}

test('each skin in each state and theme', async ({ simulate, page, api }) => {
  test.slow();
  await popUpOnPixel(page);
  await simulate.loaded();
  // Painting the rest of the page anew for each theme would take most of the time.
  await page.addStyleTag({
    content: '[data-testid$="-pane"]:not([data-testid="phones-pane"]) { content-visibility: hidden }',
  });
  await mkdir(folder, { recursive: true });
  for (const text of TEXTS) await api.call('POST', '/messages', { ...plain(text), to: { group: 'demo-group' } });
  for (const id of PHONES) {
    const phone = simulate.phone(id);
    const skin = await phone.root.locator('.ph').getAttribute('data-skin');
    await api.call('POST', '/messages', plain(LAST, `user-${CHANNELS[id]}`));
    await expect(phone.banner).toContainText('Release 4.2');
    await look(page, phone, `${skin}-heads-up`);

    await phone.root.getByRole('button', { name: 'Open the notification shade' }).click();
    const { groups, badgeText } = await api.call<ScreenView>('GET', `/devices/${id}/screen`);
    await expect(phone.notes).toHaveCount(groups.length);
    for (const group of await phone.glass.locator('.ph-group-open').all()) await group.click();
    await expect(phone.notes).toHaveCount(5);
    await look(page, phone, `${skin}-shade`);
    await phone.root.getByRole('button', { name: 'Close the notification shade' }).click();

    await expect(phone.banner).toHaveCount(0);
    if (badgeText !== null) await expect(phone.root.locator('.ph-badge')).toHaveText(badgeText);
    // Push Kit and vivo push set a number only when the sender asks for it; the app may do so itself.
    if (id === 'huawei' || id === 'vivo') await api.patch(id, { badge: 120 });
    await expect.poll(() => badgeInSight(phone), `badge of ${id}`).toBe(true);
    await look(page, phone, `${skin}-home`);

    await api.act(id, { action: 'lock' });
    await phone.face('lock');
    await look(page, phone, `${skin}-lock`);
    await phone.root.locator('.ph').evaluate((article) => {
      article.style.width = '420px';
    });
    expect.soft(await faultsOnGlass(phone.glass), `${skin}, large`).toEqual([]);
  }
});

test('a stack opens and closes; a long press shows the whole text', async ({ simulate, page, api }) => {
  await api.act('iphone', { action: 'lock' });
  for (const text of ['one', 'long '.repeat(100)]) await api.call('POST', '/messages', plain(text));
  const phone = simulate.phone('iphone');
  await expect(phone.notes).toHaveCount(1);
  await expect(phone.notes).toContainText('1 more');
  await phone.glass.locator('.ph-group-open').click();
  await expect(phone.notes).toHaveCount(2);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .include('.ph[data-device="iphone"]')
    .analyze();
  expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('; ')}`)).toEqual([]);
  const body = phone.notes.first().locator('.ios-card-body');
  await expect(body).toHaveAttribute('data-cut', 'true');
  await phone.notes.first().locator('.ph-tap').click({ button: 'right' });
  await expect(body).not.toHaveAttribute('data-cut', 'true');
  await phone.glass.getByRole('button', { name: 'Show less' }).click();
  await phone.glass.locator('.ph-group-open').press('Enter');
  await expect(phone.glass.getByRole('button', { name: 'Show less' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(phone.notes).toHaveCount(1);
  await expect(phone.glass.locator('.ph-group-open')).toBeFocused();

  expect(await faultsOnGlass(phone.glass)).toEqual([]);
  await phone.notes.locator('.ios-card-title').evaluate((title) => {
    title.textContent = 'longer than a line '.repeat(9);
    if (title instanceof HTMLElement) title.style.color = '#aaa';
  });
  const found = (await faultsOnGlass(phone.glass)).map((fault) => fault.replace(/ ?[\d.]*:.*/, ''));
  expect(found, 'what the look at the drawing would find').toEqual(['too many lines', 'contrast']);
});

test('a picture is fetched when somebody asks for it, and its host learns no more than that', async ({
  simulate,
  page,
  api,
}) => {
  const asked: (string | undefined)[] = [];
  await page.route('https://pictures.example/**', (route) => {
    asked.push(route.request().headers().referer);
    const body = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';
    return route.fulfill({ contentType: 'image/svg+xml', body });
  });
  await page.route('**/api/v1/devices/pixel/screen', async (route) => {
    const response = await route.fetch();
    const screen = (await response.json()) as ScreenView;
    const image = 'https://pictures.example/a.svg';
    await route.fulfill({
      response,
      json: { ...screen, notifications: screen.notifications.map((one) => ({ ...one, image })) },
    });
  });
  await api.call('POST', '/messages', plain('with a picture', 'user-fcm'));
  await api.act('pixel', { action: 'lock' });
  await page.reload();
  await simulate.loaded();
  const phone = simulate.phone('pixel');
  await expect(phone.notes).toContainText('pictures.example');
  expect(asked).toEqual([]);
  await phone.notes.getByRole('button', { name: 'Load the picture from pictures.example' }).click();
  const picture = phone.notes.getByRole('img', { name: 'Picture from pictures.example' });
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40);
  expect(asked).toEqual([undefined]);
});
