import type { MenuItemConstructorOptions } from 'electron';
import type { Labels } from './labels.ts';

export interface MenuActions {
  readonly openDataFolder: () => void;
  readonly copyAddresses: () => void;
}

export interface MenuSetting {
  readonly platform: NodeJS.Platform;
  readonly appName: string;
  readonly labels: Labels;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

function appMenu(appName: string): MenuItemConstructorOptions {
  return {
    label: appName,
    submenu: [
      { role: 'about' },
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}

/**
 * The menu bar. Roles are Electron's own, with the system's words and keys; what the program does itself has our labels.
 * macOS has the program's menu first and `quit` in it, the others have `quit` in the file menu and `about` in the help menu.
 */
export function menuTemplate(setting: MenuSetting, actions: MenuActions): MenuItemConstructorOptions[] {
  const { labels, appName } = setting;
  const mac = setting.platform === 'darwin';
  const file: MenuItemConstructorOptions[] = [
    { id: 'open-data-folder', label: labels.openDataFolder, click: actions.openDataFolder },
    { id: 'copy-addresses', label: labels.copyAddresses, click: actions.copyAddresses },
    separator,
    mac ? { role: 'close' } : { role: 'quit', label: labels.quit },
  ];
  const view: MenuItemConstructorOptions[] = [
    { role: 'reload' },
    { role: 'toggleDevTools' },
    separator,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    separator,
    { role: 'togglefullscreen' },
  ];
  return [
    ...(mac ? [appMenu(appName)] : []),
    { label: labels.file, submenu: file },
    { role: 'editMenu', label: labels.edit },
    { label: labels.view, submenu: view },
    { role: 'windowMenu', label: labels.window },
    ...(mac ? [] : [{ role: 'help' as const, label: labels.help, submenu: [{ role: 'about' as const }] }]),
  ];
}
