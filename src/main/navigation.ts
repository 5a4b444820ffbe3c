import type { App, Shell, WebContents } from 'electron';
import { isAppUrl } from './scheme.ts';

/** `stay`: our own page. `browser`: opened by the system's browser instead. `deny`: nothing happens. */
export type NavigationDecision = 'stay' | 'browser' | 'deny';

/**
 * Where a link may lead. Only http and https leave the program: the system would start anything for other schemes
 * (`file:`, `ms-msdt:`, a program's own), and payloads shown in the page are written by strangers.
 */
export function decideNavigation(address: string): NavigationDecision {
  if (isAppUrl(address)) return 'stay';
  if (!URL.canParse(address)) return 'deny';
  const { protocol, username, password } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return 'deny';
  // A user name in an address exists to make `https://apple.com@evil.example` look like Apple.
  return username === '' && password === '' ? 'browser' : 'deny';
}

function guardContents(contents: WebContents, shell: Pick<Shell, 'openExternal'>): void {
  const leave = (address: string): void => {
    if (decideNavigation(address) === 'browser') void shell.openExternal(address);
  };
  const guard = (event: { preventDefault(): void; url: string }): void => {
    if (decideNavigation(event.url) === 'stay') return;
    event.preventDefault();
    leave(event.url);
  };
  contents.on('will-navigate', guard);
  contents.on('will-redirect', guard);
  contents.on('will-frame-navigate', (event) => {
    // The main frame is guarded above; the page has no frames of its own, so any other frame is not ours.
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    leave(url);
    return { action: 'deny' };
  });
}

/** Guards every page that the program ever shows. Call before the first window is made. */
export function setupNavigationGuard(app: Pick<App, 'on'>, shell: Pick<Shell, 'openExternal'>): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, shell));
}
