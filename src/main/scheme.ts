import type { CustomScheme } from 'electron';

/** Our own scheme: the page and its API come from one origin, without a port that other programs could reach. */
export const appScheme = 'pushpit';
export const appOrigin = `${appScheme}://app`;
export const appEntry = `${appOrigin}/`;

/**
 * What the scheme may do; must be registered before the app is ready.
 * `standard` gives relative addresses, origins and storage, `stream` the event stream. It does not bypass the content security
 * policy, and other origins get no access to it.
 * Source: Electron documentation, protocol, https://www.electronjs.org/docs/latest/api/protocol
 */
export const appSchemeRegistration: CustomScheme = {
  scheme: appScheme,
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    stream: true,
    codeCache: true,
    corsEnabled: false,
    bypassCSP: false,
    allowServiceWorkers: false,
  },
};

/**
 * Whether an address belongs to our page. Parsed, never compared by its beginning: `pushpit://app.evil` begins the same.
 * `URL.origin` is `"null"` for schemes that Node does not know, therefore protocol and host are compared.
 */
export function isAppUrl(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === `${appScheme}:` && url.host === 'app' && url.username === '' && url.password === '';
}
