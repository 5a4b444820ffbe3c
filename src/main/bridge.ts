import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type App, BrowserWindow, type Dialog, type IpcMain, type IpcMainInvokeEvent, Notification } from 'electron';
import { channels, type OpenedFile } from '../preload/bridge.ts';
import {
  badgeCount,
  largestFile,
  notificationRequest,
  openDialogOptions,
  openFileRequest,
  saveDialogOptions,
  saveFileRequest,
} from './dialog-options.ts';
import { handleVerb } from './ipc.ts';

export interface BridgeParts {
  readonly ipc: Pick<IpcMain, 'handle'>;
  readonly app: Pick<App, 'setBadgeCount'>;
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
}

/** The window that asked; a dialog belongs to it. */
function windowOf(event: IpcMainInvokeEvent): BrowserWindow {
  const window = BrowserWindow.fromWebContents(event.sender);
  if (!window) throw new Error('The window that asked is gone.');
  return window;
}

async function readText(path: string): Promise<OpenedFile> {
  const { size } = await stat(path);
  if (size > largestFile) {
    throw new Error(`${basename(path)} has ${size} bytes; at most ${largestFile} can be opened.`);
  }
  return { name: basename(path), text: await readFile(path, 'utf8') };
}

/** Answers the verbs of `window.desktop`. */
export function setupBridge({ ipc, app, dialog }: BridgeParts): void {
  handleVerb(ipc, channels.openFile, openFileRequest, async (request, event) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(event), openDialogOptions(request));
    const [path] = filePaths;
    return canceled || path === undefined ? null : readText(path);
  });
  handleVerb(ipc, channels.saveFile, saveFileRequest, async (request, event) => {
    const { canceled, filePath } = await dialog.showSaveDialog(windowOf(event), saveDialogOptions(request));
    if (canceled || !filePath) return false;
    await writeFile(filePath, request.text);
    return true;
  });
  handleVerb(ipc, channels.setBadge, badgeCount, (count) => {
    app.setBadgeCount(count);
  });
  handleVerb(ipc, channels.showNotification, notificationRequest, ({ title, body }, event) => {
    if (!Notification.isSupported()) return;
    const window = windowOf(event);
    // The page plays the phone's own sound; the desktop's would cover it.
    const notification = new Notification({ title, body, silent: true });
    notification.on('click', () => {
      if (!window.isDestroyed()) window.show();
    });
    notification.show();
  });
}
