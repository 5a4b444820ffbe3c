import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Notification } from 'electron';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  contextBridge,
  dialog as fakeDialog,
  fakeInvokeEvent,
  ipcMain as fakeIpc,
  resetElectron,
} from '../../test/fakes/electron.ts';
import { channels, type DesktopBridge } from '../preload/bridge.ts';
import { setupBridge } from './bridge.ts';
import { largestFile } from './dialog-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'pushpit-bridge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  resetElectron();
  setupBridge({ ipc: ipcMain, app, dialog });
  new BrowserWindow();
});

/** The bridge as the page has it: the real preload script over the fake of Electron. */
async function pageBridge(): Promise<DesktopBridge> {
  await import('../preload/index.ts');
  const bridge = contextBridge.exposed.get('desktop') ?? exposedOnce;
  exposedOnce = bridge;
  return bridge as DesktopBridge;
}
let exposedOnce: unknown;

const invoke = async (channel: string, payload: unknown, frame?: { url: string; parent: unknown } | null) =>
  fakeIpc.handlers.get(channel)?.(frame === undefined ? fakeInvokeEvent() : fakeInvokeEvent(frame), payload);

describe('what the page can do on the desktop', () => {
  it('has these verbs and nothing else', async () => {
    const bridge = await pageBridge();
    expect(Object.keys(bridge).sort()).toEqual(['openFile', 'saveFile', 'setBadge', 'showNotification']);
    expect([...fakeIpc.handlers.keys()].sort()).toEqual(Object.values(channels).sort());
  });

  it('opens a file that the user picks', async () => {
    const file = join(folder, 'message.json');
    writeFileSync(file, '{"kind":"chat"}');
    fakeDialog.answers.push({ canceled: false, filePaths: [file] });
    const bridge = await pageBridge();
    const filters = [{ name: 'JSON', extensions: ['json'] }];
    expect(await bridge.openFile({ filters })).toEqual({ name: 'message.json', text: '{"kind":"chat"}' });
    expect(fakeDialog.shown).toEqual([{ properties: ['openFile'], filters }]);
  });

  it('opens nothing when the user cancels', async () => {
    fakeDialog.answers.push({ canceled: true, filePaths: [] });
    expect(await (await pageBridge()).openFile({ filters: [] })).toBeNull();
  });

  it('does not read a file that is far too large, and says so', async () => {
    const file = join(folder, 'huge.json');
    writeFileSync(file, '');
    truncateSync(file, largestFile + 1);
    fakeDialog.answers.push({ canceled: false, filePaths: [file] });
    await expect((await pageBridge()).openFile({ filters: [] })).rejects.toThrow(/huge\.json has \d+ bytes/);
  });

  it('saves where the user says, and proposes no folder', async () => {
    const file = join(folder, 'trace.json');
    fakeDialog.answers.push({ canceled: false, filePath: file });
    const bridge = await pageBridge();
    expect(await bridge.saveFile({ name: '../../etc/trace.json', text: '你好' })).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('你好');
    expect(fakeDialog.shown).toEqual([
      { defaultPath: 'trace.json', filters: [{ name: 'JSON', extensions: ['json'] }] },
    ]);
  });

  it('saves nothing when the user cancels', async () => {
    fakeDialog.answers.push({ canceled: true, filePath: '' });
    expect(await (await pageBridge()).saveFile({ name: 'a', text: '' })).toBe(false);
  });

  it('sets the badge', async () => {
    (await pageBridge()).setBadge(3);
    await expect.poll(() => Reflect.get(app, 'badgeCount')).toBe(3);
  });

  it('shows a silent notification; a click brings the window to the front', async () => {
    (await pageBridge()).showNotification({ title: 'alice', body: 'hello' });
    const shown = () => Reflect.get(Notification, 'shown');
    await expect.poll(() => shown().length).toBe(1);
    expect(shown()[0].options).toEqual({ title: 'alice', body: 'hello', silent: true });
    shown()[0].emit('click');
    expect(Reflect.get(BrowserWindow.getAllWindows()[0] ?? {}, 'calls')).toEqual(['show']);
  });

  it('shows none where the system has none', async () => {
    Reflect.set(Notification, 'supported', false);
    await invoke(channels.showNotification, { title: 'a', body: 'b' });
    expect(Reflect.get(Notification, 'shown')).toEqual([]);
  });
});

describe('who is heard', () => {
  it.each([
    ['a frame that is gone', null, 'gone'],
    ['another page', { url: 'https://example.com/', parent: null }, 'from the page only'],
    ['another host of our scheme', { url: 'pushpit://evil/', parent: null }, 'from the page only'],
    ['an inner frame', { url: 'pushpit://app/', parent: {} }, 'main frame'],
  ])('refuses %s', async (_who, frame, reason) => {
    await expect(invoke(channels.setBadge, 1, frame)).rejects.toThrow(reason);
    expect(Reflect.get(app, 'badgeCount')).toBe(0);
  });
});

describe('what is taken', () => {
  it.each([
    [channels.setBadge, -1],
    [channels.setBadge, 1.5],
    [channels.setBadge, '3'],
    [channels.setBadge, undefined],
    [channels.openFile, {}],
    [channels.openFile, { filters: [{ name: 'All', extensions: ['../x'] }] }],
    [channels.openFile, { filters: [], properties: ['openDirectory'] }],
    [channels.saveFile, { name: '', text: 'x' }],
    [channels.saveFile, { name: 'x', text: 5 }],
    [channels.saveFile, { name: 'x', text: '', path: '/etc/passwd' }],
    [channels.showNotification, { title: 'only' }],
  ])('%s refuses %j, naming the channel', async (channel, payload) => {
    await expect(invoke(channel, payload)).rejects.toThrow(channel);
    expect(fakeDialog.shown).toEqual([]);
  });
});
