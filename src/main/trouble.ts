import type { Labels } from './labels.ts';

/** Something that the user must be told, with the ways out of it. */
export type Trouble =
  | { readonly kind: 'gone'; readonly reason: string; readonly exitCode: number }
  | { readonly kind: 'not-loaded'; readonly code: number; readonly description: string; readonly url: string }
  | { readonly kind: 'unresponsive' }
  | { readonly kind: 'not-started'; readonly error: Error };

export type WayOut = 'reload' | 'free-ports' | 'wait' | 'copy' | 'quit';

export interface TroubleDialog {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
  /** What each button means, in the order of the buttons. */
  readonly waysOut: readonly WayOut[];
  readonly defaultId: number;
  readonly cancelId: number;
}

export interface Environment {
  readonly version: string;
  readonly electron: string;
  readonly platform: string;
  readonly arch: string;
}

/** A load that a newer load replaced; Chromium reports it as a failure, but nothing is wrong. */
const loadReplaced = -3;

/** Whether a failed load is worth a message: the page itself, and not a load that was replaced. */
export function isLoadFailure(code: number, isMainFrame: boolean): boolean {
  return isMainFrame && code !== loadReplaced;
}

/** Whether a page that has ended needs a message; a clean exit is the program closing it. */
export function isCrash(reason: string): boolean {
  return reason !== 'clean-exit';
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** Whether a listener's address was taken; the program puts its own words around the system's error. */
export function isPortTaken(error: Error): boolean {
  return hasCode(error, 'EADDRINUSE') || hasCode(error.cause, 'EADDRINUSE');
}

function messageOf(trouble: Trouble, labels: Labels): string {
  if (trouble.kind === 'gone') return labels.gone;
  if (trouble.kind === 'not-loaded') return labels.notLoaded;
  if (trouble.kind === 'unresponsive') return labels.unresponsive;
  return isPortTaken(trouble.error) ? labels.portTaken : labels.notStarted;
}

function detailOf(trouble: Trouble): string {
  if (trouble.kind === 'gone') return `${trouble.reason} (${trouble.exitCode})`;
  if (trouble.kind === 'not-loaded') return `${trouble.description} (${trouble.code})\n${trouble.url}`;
  if (trouble.kind === 'unresponsive') return '';
  return trouble.error.message;
}

function waysOutOf(trouble: Trouble): readonly WayOut[] {
  if (trouble.kind === 'unresponsive') return ['wait', 'reload', 'quit'];
  if (trouble.kind === 'not-started')
    return isPortTaken(trouble.error) ? ['free-ports', 'copy', 'quit'] : ['copy', 'quit'];
  return ['reload', 'copy', 'quit'];
}

/** What the dialog says and offers. Escape never destroys anything: it waits, or it quits where nothing is left to keep. */
export function troubleDialog(trouble: Trouble, labels: Labels): TroubleDialog {
  const waysOut = waysOutOf(trouble);
  const words: Record<WayOut, string> = {
    reload: trouble.kind === 'not-loaded' ? labels.retry : labels.reload,
    'free-ports': labels.useFreePorts,
    wait: labels.wait,
    copy: labels.copyReport,
    quit: labels.quit,
  };
  return {
    message: messageOf(trouble, labels),
    detail: detailOf(trouble),
    buttons: waysOut.map((wayOut) => words[wayOut]),
    waysOut,
    defaultId: 0,
    cancelId: waysOut.includes('wait') ? waysOut.indexOf('wait') : waysOut.indexOf('quit'),
  };
}

/** A text for a bug report; no payloads and no secrets, only what failed and where. */
export function troubleReport(trouble: Trouble, environment: Environment): string {
  const stack = trouble.kind === 'not-started' ? (trouble.error.stack ?? trouble.error.message) : detailOf(trouble);
  return [
    `Pushpit ${environment.version}, Electron ${environment.electron}, ${environment.platform} ${environment.arch}`,
    `Trouble: ${trouble.kind}`,
    stack,
    '',
  ].join('\n');
}
