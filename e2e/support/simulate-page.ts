import { expect, type Locator, type Page } from '@playwright/test';
import type { MessageInput } from '../../src/core/im/types.ts';
import type { FieldName, Language, Layer, ReasonCode } from '../../src/core/trace/types.ts';
import { PhoneCard } from './phone-card.ts';

/** The page "Simulate", by what its users see and do. Nothing in it depends on the language, except the phones. */
export class SimulatePage {
  readonly page: Page;
  readonly message: Locator;
  readonly why: Locator;
  readonly sentence: Locator;
  readonly traffic: Locator;
  readonly lines: Locator;
  readonly search: Locator;
  readonly drawer: Locator;
  readonly send: Locator;
  readonly editor: Locator;
  readonly problems: Locator;

  constructor(page: Page) {
    this.page = page;
    this.message = page.getByTestId('message-pane');
    this.why = page.getByTestId('why-pane');
    this.sentence = page.getByTestId('sentence');
    this.traffic = page.getByTestId('traffic-pane');
    this.lines = page.getByTestId('traffic-line');
    this.search = page.getByTestId('traffic-search');
    this.drawer = page.getByTestId('exchange-drawer');
    this.send = page.getByTestId('send');
    this.editor = page.getByTestId('json-editor');
    this.problems = page.getByTestId('json-problems');
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.loaded();
  }

  async loaded(): Promise<void> {
    await expect(this.page.locator('body')).toHaveAttribute('data-app-state', 'loaded');
  }

  phone(deviceId: string): PhoneCard {
    return new PhoneCard(this.page, deviceId);
  }

  async usePreset(id: string): Promise<void> {
    await this.pick('presets', `menu-preset-${id}`);
  }

  /** Picks the receiver by its id, account or group. */
  async sendTo(id: string): Promise<void> {
    await this.page.getByTestId('to').click();
    await this.page.getByRole('option', { name: id }).click();
    await expect(this.page.getByTestId('to')).toContainText(id);
    await expect(this.page.getByRole('listbox')).toHaveCount(0);
  }

  /** Writes the message in the JSON view and leaves that view open. */
  async writeJson(message: MessageInput | string): Promise<void> {
    await this.page.getByTestId('message-view-json').click();
    await this.editor.fill(typeof message === 'string' ? message : JSON.stringify(message, null, 2));
  }

  /** Opens the JSON view and answers the message that stands there. */
  async readJson(): Promise<MessageInput> {
    await this.page.getByTestId('message-view-json').click();
    const lines = await this.editor.locator('.cm-line').allTextContents();
    return JSON.parse(lines.join('\n')) as MessageInput;
  }

  async showForm(): Promise<void> {
    await this.page.getByTestId('message-view-form').click();
    await expect(this.page.getByTestId('elements')).toBeVisible();
  }

  /** Ctrl+Enter, until the outcome of this message stands in the pane. */
  async sendWithKeys(): Promise<void> {
    const answered = this.page.waitForResponse((response) => {
      const { pathname, search } = new URL(response.url());
      return pathname === '/api/v1/messages' && search === '';
    });
    await this.page.keyboard.press('ControlOrMeta+Enter');
    await answered;
    await this.shows('sent');
  }

  async shows(mode: 'preview' | 'sent' | 'past'): Promise<void> {
    await expect(this.page.getByTestId('why-mode')).toHaveAttribute('data-mode', mode);
  }

  async showsReason(reason: ReasonCode): Promise<void> {
    await expect(this.sentence).toHaveAttribute('data-reason', reason);
  }

  /** The chip of one receiving phone (or account, where there is no phone). */
  outcome(id: string): Locator {
    return this.page.getByTestId(`outcome-${id}`);
  }

  field(name: FieldName): Locator {
    return this.page.getByTestId(`field-${name}`);
  }

  async showsField(name: FieldName, value: string | RegExp, from: Layer): Promise<void> {
    await expect(this.field(name)).toHaveAttribute('data-from', from);
    await expect(this.field(name).getByRole('cell').first()).toHaveText(value);
  }

  step(rule: string): Locator {
    return this.page.getByTestId(`step-${rule}`);
  }

  async speak(language: Language): Promise<void> {
    await this.page.getByTestId(`language-${language}`).click();
    await expect(this.page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en');
  }

  async chooseTheme(theme: 'light' | 'dark' | 'system'): Promise<void> {
    await this.pick('theme', `menu-theme-${theme}`);
  }

  /** Opens a menu, picks an item, and waits until the menu has given the keyboard back. */
  async pick(trigger: string, item: string): Promise<void> {
    await this.page.getByTestId(trigger).click();
    await this.page.getByTestId(item).click();
    await expect(this.page.getByTestId(item)).toHaveCount(0);
  }
}
