import type { Session } from 'electron';
import { isAppUrl } from './scheme.ts';

/** All that the page may do beyond showing itself: put text on the clipboard ("copy as cURL") and fill the screen. */
const granted: readonly string[] = ['clipboard-sanitized-write', 'fullscreen'];

/**
 * Whether a page may have a permission: only the two above, only our own page, only its main frame. Everything else is denied,
 * also what browsers will invent later.
 */
export function decidePermission(permission: string, requester: string, isMainFrame: boolean): boolean {
  return isMainFrame && isAppUrl(requester) && granted.includes(permission);
}

type PermissionSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>;

/** Denies by default what pages ask of a session. */
export function setupPermissions(session: PermissionSession): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(decidePermission(permission, details.requestingUrl, details.isMainFrame));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    return decidePermission(permission, details.requestingUrl ?? origin, details.isMainFrame);
  });
  session.setDevicePermissionHandler(() => false);
}
