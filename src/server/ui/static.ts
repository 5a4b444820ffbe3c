import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { problem } from '../api/problem.ts';

/**
 * What the page may do: its own scripts, styles, fonts, sounds and API. From elsewhere come only the pictures that
 * a notification names, and those when the user asks for them. Inline styles are allowed because the JSON editor
 * puts its theme into a style element.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: http: https:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const SECURITY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.webmanifest': 'application/manifest+json',
};

const NO_PATH = { en: 'The path is not a plain path of this server.', zh: '这不是本服务器的普通路径。' };

/** Serves the built page. A path without extension is a page of the application and gets its HTML. */
export function createStatic(rendererDir: string | null): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const text = {
        en: `${request.method} is not possible here. Use GET.`,
        zh: `这里不支持 ${request.method}。请用 GET。`,
      };
      const refusal = problem(405, 'method_not_allowed', text);
      refusal.headers.set('allow', 'GET, HEAD');
      return refusal;
    }
    const path = decodePath(new URL(request.url).pathname);
    if (path === null) return problem(400, 'invalid_path', NO_PATH);
    if (rendererDir === null) return notBuilt(path);
    const found = await read(rendererDir, extname(path) === '' ? '/index.html' : path);
    if (found === null) return extname(path) === '' ? notBuilt('/') : missing(path);
    return send(found.bytes, extname(path) === '' ? '.html' : extname(path), isHashed(path), request.method);
  };
}

/** The decoded path; null when it tries to leave the folder or holds what no file name of ours has. */
function decodePath(pathname: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const odd = path.includes('\0') || path.includes('\\') || path.split('/').includes('..') || !path.startsWith('/');
  return odd ? null : path;
}

async function read(root: string, path: string): Promise<{ readonly bytes: Buffer } | null> {
  try {
    const base = await realpath(root);
    const file = await realpath(join(base, path));
    // A link inside the folder may not lead out of it either.
    if (!file.startsWith(base + sep)) return null;
    return { bytes: await readFile(file) };
  } catch {
    return null;
  }
}

/** Vite names the files below `assets/` by their content. */
const isHashed = (path: string): boolean => /^\/assets\/.+-[\w-]{8,}\.\w+$/.test(path);

function send(bytes: Buffer, extension: string, immutable: boolean, method: string): Response {
  const headers = {
    ...SECURITY_HEADERS,
    'content-type': TYPES[extension.toLowerCase()] ?? 'application/octet-stream',
    'content-length': String(bytes.length),
    'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  return new Response(method === 'HEAD' ? null : new Uint8Array(bytes), { headers });
}

function missing(path: string): Response {
  const answer = problem(404, 'not_found', { en: `There is no file ${path}.`, zh: `没有文件 ${path}。` });
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) answer.headers.set(name, value);
  return answer;
}

/** The API works without the page; say so to whoever opens the address in a browser. */
function notBuilt(path: string): Response {
  if (path !== '/' && extname(path) !== '') return missing(path);
  const html =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Pushpit</title><h1>Pushpit is running</h1>' +
    '<p>Its page has not been built: run <code>npm run build</code> and start again. ' +
    'The API answers at <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</p></html>';
  return new Response(html, {
    status: 503,
    headers: { ...SECURITY_HEADERS, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}
