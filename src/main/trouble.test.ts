import { BrowserWindow, clipboard, dialog } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clipboard as fakeClipboard, dialog as fakeDialog, resetElectron } from '../../test/fakes/electron.ts';
import { labelsFor } from './labels.ts';
import { isCrash, isLoadFailure, isPortTaken, type Trouble, troubleDialog, troubleReport } from './trouble.ts';
import { askWayOut, load, watchWindow } from './trouble-window.ts';

beforeEach(resetElectron);

const labels = labelsFor('en');
const environment = { version: '0.1.0', electron: '45.4.1', platform: 'linux', arch: 'x64' };
const taken = Object.assign(new Error('listen EADDRINUSE: address already in use 127.0.0.1:8443'), {
  code: 'EADDRINUSE',
});
const troubles: Trouble[] = [
  { kind: 'gone', reason: 'crashed', exitCode: 139 },
  { kind: 'not-loaded', code: -6, description: 'ERR_FILE_NOT_FOUND', url: 'pushpit://app/' },
  { kind: 'unresponsive' },
  { kind: 'not-started', error: new Error('workspace.json is damaged') },
  { kind: 'not-started', error: taken },
];

describe('troubleDialog', () => {
  it.each(troubles)('$kind has a sentence, ways out, and a word for each', (trouble) => {
    const { message, buttons, waysOut, cancelId } = troubleDialog(trouble, labels);
    expect(message).not.toBe('');
    expect(buttons).toHaveLength(waysOut.length);
    expect(new Set(buttons).size).toBe(buttons.length);
    expect(waysOut).toContain('quit');
    expect(['wait', 'quit']).toContain(waysOut[cancelId]);
  });

  it('offers other ports exactly when the ports are taken', () => {
    expect(troubleDialog({ kind: 'not-started', error: taken }, labels).waysOut).toContain('free-ports');
    expect(troubleDialog({ kind: 'not-started', error: new Error('x') }, labels).waysOut).not.toContain('free-ports');
    expect(isPortTaken(Object.assign(new Error(), { code: 'EACCES' }))).toBe(false);
    expect(isPortTaken(new Error('The TLS listener could not start.', { cause: taken }))).toBe(true);
  });
});

describe('what counts as trouble', () => {
  it('is a page that ended other than cleanly', () => {
    expect(isCrash('clean-exit')).toBe(false);
    for (const reason of ['crashed', 'oom', 'killed', 'launch-failed']) expect(isCrash(reason)).toBe(true);
  });
  it('is a failed load of the page itself, not one that a newer load replaced', () => {
    expect(isLoadFailure(-6, true)).toBe(true);
    expect(isLoadFailure(-6, false)).toBe(false);
    expect(isLoadFailure(-3, true)).toBe(false);
  });
});

describe('troubleReport', () => {
  it('names program, system and what happened', () => {
    const report = troubleReport({ kind: 'gone', reason: 'oom', exitCode: 5 }, environment);
    expect(report).toBe('Pushpit 0.1.0, Electron 45.4.1, linux x64\nTrouble: gone\noom (5)\n');
  });
  it('has the stack where there is one', () => {
    expect(troubleReport({ kind: 'not-started', error: taken }, environment)).toContain('trouble.test.ts');
  });
});

describe('the dialog and what follows', () => {
  const quit = vi.fn();
  const parts = { quit, dialog, clipboard, labels, environment };
  const calls = (window: object): string[] => Reflect.get(window, 'calls');
  function watched() {
    const window = new BrowserWindow();
    watchWindow(window, 'pushpit://app/', parts);
    return window;
  }
  const emit = (target: object, name: string, ...args: unknown[]) =>
    Reflect.apply(Reflect.get(target, 'emit'), target, [name, ...args]);
  const crash = (window: BrowserWindow, reason = 'crashed') => {
    Reflect.set(window.webContents, 'crashed', true);
    emit(window.webContents, 'render-process-gone', {}, { reason, exitCode: 1 });
  };
  beforeEach(() => quit.mockClear());

  it('copies the report and asks again', async () => {
    fakeDialog.answers.push({ response: 1 }, { response: 0 });
    expect(await askWayOut({ kind: 'gone', reason: 'crashed', exitCode: 1 }, parts)).toBe('reload');
    expect(fakeClipboard.text).toContain('Trouble: gone');
    expect(fakeDialog.shown).toHaveLength(2);
  });

  it('loads the page anew after a crash', async () => {
    const window = watched();
    fakeDialog.answers.push({ response: 0 });
    crash(window);
    await expect.poll(() => calls(window)).toContain('load pushpit://app/');
    expect(quit).not.toHaveBeenCalled();
  });

  it('quits when the user says so', async () => {
    fakeDialog.answers.push({ response: 2 });
    crash(watched());
    await expect.poll(() => quit.mock.calls.length).toBe(1);
  });

  it('is quiet when the page ended cleanly', async () => {
    crash(watched(), 'clean-exit');
    await Promise.resolve();
    expect(fakeDialog.shown).toEqual([]);
  });

  it('asks once, however many things go wrong at once, and again later', async () => {
    const window = watched();
    fakeDialog.answers.push({ response: 0 }, { response: 0 });
    emit(window, 'unresponsive');
    crash(window);
    emit(window.webContents, 'did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', 'pushpit://app/', true);
    await expect.poll(() => fakeDialog.shown.length).toBe(1);
    await expect.poll(() => fakeDialog.answers.length).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    crash(window);
    await expect.poll(() => fakeDialog.shown.length).toBe(2);
  });

  it('ends a page that hangs before it loads it anew, without asking about that end', async () => {
    const window = watched();
    fakeDialog.answers.push({ response: 1 });
    emit(window, 'unresponsive');
    await expect.poll(() => calls(window)).toContain('load pushpit://app/');
    expect(fakeDialog.shown).toHaveLength(1);
  });

  it('tells that the page could not be loaded; a try again that fails as well asks again', async () => {
    const window = watched();
    Reflect.get(window, 'broken').add('pushpit://app/');
    fakeDialog.answers.push({ response: 0 }, { response: 2 });
    await load(window, 'pushpit://app/');
    await expect.poll(() => quit.mock.calls.length).toBe(1);
    expect(fakeDialog.shown).toMatchObject([{ message: labels.notLoaded }, { message: labels.notLoaded }]);
    expect(calls(window).filter((call) => call === 'load pushpit://app/')).toHaveLength(2);
  });
});
