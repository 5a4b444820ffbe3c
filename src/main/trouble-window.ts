import type { BrowserWindow, Clipboard, Dialog } from 'electron';
import type { Labels } from './labels.ts';
import {
  type Environment,
  isCrash,
  isLoadFailure,
  type Trouble,
  troubleDialog,
  troubleReport,
  type WayOut,
} from './trouble.ts';

export interface TroubleParts {
  /** Ends the program in good order, whatever state the page is in. */
  readonly quit: () => void;
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly clipboard: Pick<Clipboard, 'writeText'>;
  readonly labels: Labels;
  readonly environment: Environment;
}

/** Asks until the answer is something else than "copy report", which leaves the question open. */
export async function askWayOut(
  trouble: Trouble,
  parts: TroubleParts,
  window?: BrowserWindow,
): Promise<Exclude<WayOut, 'copy'>> {
  const { waysOut, message, detail, defaultId, cancelId, buttons } = troubleDialog(trouble, parts.labels);
  const options = { type: 'error' as const, message, detail, defaultId, cancelId, buttons: [...buttons], noLink: true };
  for (;;) {
    const { response } = await (window && !window.isDestroyed()
      ? parts.dialog.showMessageBox(window, options)
      : parts.dialog.showMessageBox(options));
    const wayOut = waysOut[response] ?? 'quit';
    if (wayOut !== 'copy') return wayOut;
    await parts.clipboard.writeText(troubleReport(trouble, parts.environment));
  }
}

/** Tells the user when the page crashes, hangs or does not load, and does what he chooses. One question at a time. */
export function watchWindow(window: BrowserWindow, entry: string, parts: TroubleParts): void {
  const { webContents } = window;
  let asking = false;
  let endedByUs = false;

  const reload = async (): Promise<void> => {
    if (window.isDestroyed()) return;
    // A page that hangs would not give way to a new one.
    endedByUs = !webContents.isCrashed();
    if (endedByUs) webContents.forcefullyCrashRenderer();
    // A page that failed to load has no address to reload, so its own address is loaded anew.
    await load(window, entry);
  };
  const tell = async (trouble: Trouble): Promise<void> => {
    if (asking || window.isDestroyed()) return;
    asking = true;
    const wayOut = await askWayOut(trouble, parts, window).finally(() => {
      asking = false;
    });
    if (wayOut === 'quit') parts.quit();
    if (wayOut === 'reload') await reload();
  };
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    const expected = endedByUs;
    endedByUs = false;
    if (isCrash(reason) && !expected) void tell({ kind: 'gone', reason, exitCode });
  });
  webContents.on('did-fail-load', (_event, code, description, url, isMainFrame) => {
    if (isLoadFailure(code, isMainFrame)) void tell({ kind: 'not-loaded', code, description, url });
  });
  window.on('unresponsive', () => void tell({ kind: 'unresponsive' }));
}

/** Loads the page. A failure is not thrown: `did-fail-load` tells the user about it. */
export async function load(window: Pick<BrowserWindow, 'loadURL'>, entry: string): Promise<void> {
  await window.loadURL(entry).catch(() => undefined);
}
