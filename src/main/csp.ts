/**
 * The content security policy of the page, sent as a response header.
 *
 * Everything comes from our own origin. Styles may be inline, since component libraries set them from scripts; that opens no
 * way out, because nothing can be loaded from elsewhere. Sounds that the page makes itself are blobs.
 *
 * @param devServer origin of Vite's development server, such as `http://localhost:5173`; nothing in a built program. Its page
 * carries an inline script and talks to a web socket.
 */
export function contentSecurityPolicy(devServer?: string): string {
  const scripts = devServer ? ["'self'", "'unsafe-inline'"] : ["'self'"];
  const connections = devServer ? ["'self'", devServer, devServer.replace(/^http/, 'ws')] : ["'self'"];
  const directives: Record<string, string[]> = {
    'default-src': ["'none'"],
    'script-src': scripts,
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'media-src': ["'self'", 'data:', 'blob:'],
    'connect-src': connections,
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}
