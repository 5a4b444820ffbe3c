import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { labelsFor } from './labels.ts';
import { menuTemplate } from './menu-template.ts';

const actions = { openDataFolder: vi.fn(), copyAddresses: vi.fn() };
const template = (platform: NodeJS.Platform, locale = 'en') =>
  menuTemplate({ platform, appName: 'Pushpit', labels: labelsFor(locale) }, actions);

function items(menus: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return menus.flatMap((menu) => [menu, ...(Array.isArray(menu.submenu) ? items(menu.submenu) : [])]);
}
const roles = (menus: MenuItemConstructorOptions[]) => items(menus).map(({ role }) => role);

describe('menuTemplate', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('on %s one can quit, edit and look at the program', (platform) => {
    const all = roles(template(platform));
    for (const role of ['quit', 'editMenu', 'windowMenu', 'about', 'reload']) expect(all).toContain(role);
    expect(all.filter((role) => role === 'quit')).toHaveLength(1);
  });

  it('begins with the program on macOS, with the file menu elsewhere', () => {
    expect(template('darwin')[0]?.label).toBe('Pushpit');
    expect(template('linux')[0]?.label).toBe('File');
  });

  it('speaks Chinese to a Chinese system, English to all others', () => {
    expect(template('linux', 'zh-CN')[0]?.label).toBe('文件');
    expect(template('linux', 'zh-TW')[0]?.label).toBe('文件');
    expect(template('linux', 'de')[0]?.label).toBe('File');
  });

  it('does its own two things', () => {
    const click = (id: string) => {
      const item = items(template('linux')).find((candidate) => candidate.id === id);
      // Electron passes the item, the window and the event; ours look at none of them.
      Reflect.apply(item?.click ?? (() => undefined), undefined, []);
    };
    click('open-data-folder');
    expect(actions.openDataFolder).toHaveBeenCalledOnce();
    click('copy-addresses');
    expect(actions.copyAddresses).toHaveBeenCalledOnce();
  });
});

describe('labelsFor', () => {
  it('leaves no word untranslated', () => {
    const english = labelsFor('en');
    const chinese = labelsFor('zh-CN');
    expect(Object.keys(chinese)).toEqual(Object.keys(english));
    for (const label of Object.values(chinese)) expect(label).toMatch(/\p{Script=Han}/u);
  });
});
