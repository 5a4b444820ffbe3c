import { CONTENT_SECURITY_POLICY } from '../server/ui/static.ts';

/**
 * The content security policy of the page, sent as a response header: the same in the window as in a browser.
 *
 * @param devServer origin of Vite's development server, such as `http://localhost:5173`; nothing in a built program. Its page
 * carries an inline script and talks to a web socket.
 */
export function contentSecurityPolicy(devServer?: string): string {
  if (!devServer) return CONTENT_SECURITY_POLICY;
  const more: Record<string, string> = {
    'script-src': "'unsafe-inline'",
    'connect-src': `${devServer} ${devServer.replace(/^http/, 'ws')}`,
  };
  return CONTENT_SECURITY_POLICY.split('; ')
    .map((directive) => [directive, more[directive.split(' ')[0] ?? '']].filter(Boolean).join(' '))
    .join('; ');
}
