import { expect, type Locator, type Page } from '@playwright/test';

/** One phone of the wall with its controls, in English. */
export class PhoneCard {
  readonly root: Locator;
  readonly glass: Locator;
  /** What stands on the lock screen or in the open shade, newest first. */
  readonly notes: Locator;
  readonly banner: Locator;
  readonly icon: Locator;
  readonly sound: Locator;
  readonly meter: Locator;
  private readonly page: Page;

  constructor(page: Page, deviceId: string) {
    this.page = page;
    this.root = page.getByTestId(`phone-${deviceId}`);
    this.glass = this.root.locator('.ph-glass');
    this.notes = this.root.locator('.ph-list [data-notification]');
    this.banner = this.root.locator('.ph-banner');
    this.icon = this.root.getByRole('button', { name: /^Open \w+(?:, badge \d+)?$/ });
    this.sound = this.root.locator('.ph-sound');
    this.meter = this.root.locator('.ph-meter');
  }

  async face(face: 'lock' | 'home' | 'app'): Promise<void> {
    await expect(this.glass).toHaveAttribute('data-face', face);
  }

  async badge(count: number): Promise<void> {
    await expect(this.root.locator('.ph-app')).toHaveAttribute('data-badge', String(count));
  }

  mark(id: 'offline' | 'permission' | 'session' | 'process' | 'install' | 'token'): Locator {
    return this.root.locator(`[data-mark="${id}"]`);
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name });
  }

  /** Opens the panel of a field ("Session", "App", "App sounds") and answers it. */
  async panel(field: string): Promise<Locator> {
    const trigger = this.root.getByRole('button', { name: new RegExp(`^${field} of `) });
    await trigger.click();
    const panel = this.page.getByRole('dialog', { name: new RegExp(`^${field} of `) });
    await expect(panel).toBeVisible();
    return panel;
  }

  /** Opens a field's panel and does one of its actions, which closes the panel. */
  async does(field: string, action: string): Promise<void> {
    const panel = await this.panel(field);
    await panel.getByRole('button', { name: action, exact: true }).click();
    await expect(panel).toBeHidden();
  }

  /** Picks a value of a field ("Permission", "Ringer"). */
  async choose(field: string, value: string): Promise<void> {
    const trigger = this.root.getByRole('combobox', { name: new RegExp(`^${field} of `) });
    await trigger.click();
    const option = this.page.getByRole('option', { name: value, exact: true });
    await option.click();
    await expect(trigger).toHaveText(value);
    // A list that is still closing takes the next key.
    await expect(option).toHaveCount(0);
  }
}
