import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guard, isOwnHost } from '../../src/server/ui/guard.ts';
import { createStatic } from '../../src/server/ui/static.ts';
import { temporaryFolder } from './temporary.ts';

interface Call {
  readonly url?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const OWN = 'http://127.0.0.1:8170';

async function refusal(
  { url = `${OWN}/api/v1/messages`, method = 'POST', headers = {} }: Call,
  bindHost = '127.0.0.1',
) {
  const request = new Request(url, { method });
  // Browsers and servers set these; the Request constructor of a page would not let us.
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
  const refused = guard(request, { bindHost });
  if (refused === null) return null;
  const body = (await refused.json()) as { error: { code: string; message: string } };
  return `${refused.status} ${body.error.code}`;
}

describe('who may use the listener', () => {
  it.each(['127.0.0.1:8170', 'localhost:8170', 'LOCALHOST:8170', '[::1]:8170', '127.0.0.1', 'localhost:9000'])(
    'the machine itself as %s',
    (host) => {
      expect(isOwnHost(host, '127.0.0.1')).toBe(true);
    },
  );

  it.each([
    'evil.example:8170',
    '10.0.0.1:8170',
    'localhost.evil.example',
    '',
    'localhost:8170:1',
    '[::2]',
    'a b',
    '127.0.0.1.nip.io',
  ])('not whoever calls it "%s"', (host) => {
    expect(isOwnHost(host, '127.0.0.1')).toBe(false);
  });

  it('its address and others of the network once it listens there, but no names', () => {
    expect(isOwnHost('10.0.0.1:8170', '10.0.0.1')).toBe(true);
    expect(isOwnHost('192.168.0.7:8170', '0.0.0.0')).toBe(true);
    expect(isOwnHost('[fe80::1]:8170', '::')).toBe(true);
    expect(isOwnHost('evil.example', '0.0.0.0')).toBe(false);
    expect(isOwnHost('pushpit.lan:8170', 'pushpit.lan')).toBe(true);
  });

  it('refuses a rebound name on every path, the page included', async () => {
    expect(await refusal({ headers: { host: 'evil.example:8170' } })).toBe('403 foreign_host');
    expect(await refusal({ url: `${OWN}/`, method: 'GET', headers: { host: 'evil.example' } })).toBe(
      '403 foreign_host',
    );
  });

  it.each([
    [{ origin: OWN, host: '127.0.0.1:8170' }, null],
    [{}, null],
    [{ 'sec-fetch-site': 'same-origin' }, null],
    [{ 'sec-fetch-site': 'none' }, null],
    [{ origin: 'https://evil.example' }, '403 foreign_origin'],
    [{ origin: 'null' }, '403 foreign_origin'],
    [{ origin: 'http://127.0.0.1:3000' }, '403 foreign_origin'],
    [{ origin: 'https://127.0.0.1:8170' }, '403 foreign_origin'],
    [{ 'sec-fetch-site': 'cross-site' }, '403 foreign_origin'],
    [{ 'sec-fetch-site': 'same-site' }, '403 foreign_origin'],
  ])('posts with %j: %s', async (headers, expected) => {
    expect(await refusal({ headers })).toBe(expected);
  });

  it('keeps other pages off the event stream, and lets people open a link to the API', async () => {
    const events = { url: `${OWN}/api/v1/events`, method: 'GET' };
    expect(await refusal({ ...events, headers: { origin: 'https://evil.example' } })).toBe('403 foreign_origin');
    expect(await refusal({ ...events, headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' } })).toBe(
      '403 foreign_origin',
    );
    expect(
      await refusal({ ...events, headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } }),
    ).toBeNull();
  });

  it('serves the desktop window and nobody else over its scheme', async () => {
    expect(await refusal({ url: 'pushpit://app/api/v1/messages', headers: { origin: 'pushpit://app' } })).toBeNull();
    expect(await refusal({ url: 'pushpit://app/', method: 'GET' })).toBeNull();
    expect(await refusal({ url: 'pushpit://app/api/v1/messages', headers: { origin: 'https://evil.example' } })).toBe(
      '403 foreign_origin',
    );
    expect(await refusal({ url: 'pushpit://other/' })).toBe('403 foreign_origin');
  });
});

describe('the page', () => {
  async function page() {
    const folder = await temporaryFolder();
    const root = join(folder, 'renderer');
    await mkdir(join(root, 'assets'), { recursive: true });
    await writeFile(join(root, 'index.html'), '<!doctype html><title>P</title>');
    await writeFile(join(root, 'icon.svg'), '<svg/>');
    await writeFile(join(root, 'assets', 'index-B1a2C3d4.js'), 'export {};');
    await writeFile(join(root, 'assets', 'app-Xy_9-zAb.css'), 'a{}');
    await writeFile(join(folder, 'secret.txt'), 'top secret');
    // Windows lets only administrators make links.
    if (process.platform !== 'win32') await symlink(join(folder, 'secret.txt'), join(root, 'link.txt'));
    const serve = createStatic(root);
    return (path: string, method = 'GET') => serve(new Request(`${OWN}${path}`, { method }));
  }

  it('is the HTML at the root and at every page of the application', async () => {
    const get = await page();
    for (const path of ['/', '/simulate', '/devices/iphone', '/index.html']) {
      const response = await get(path);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('<title>P</title>');
    }
  });

  it('may run its own scripts only, be framed by nobody and call nobody else', async () => {
    const policy = (await (await page())('/')).headers.get('content-security-policy') ?? '';
    const directives = new Map(policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]));
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self'");
    expect(directives.get('connect-src')).toBe("'self'");
    expect(directives.get('frame-ancestors')).toBe("'none'");
    expect(directives.get('media-src')).toBe("'self' blob:");
    expect((await (await page())('/')).headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['/assets/index-B1a2C3d4.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/app-Xy_9-zAb.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/icon.svg', 'image/svg+xml', 'no-cache'],
  ])('%s is %s, %s', async (path, type, caching) => {
    const response = await (await page())(path);
    expect([response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([type, caching]);
  });

  it.each([
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/%00.txt',
    '/%zz.txt',
    '//etc/passwd.txt',
  ])('%s leads nowhere', async (path) => {
    const response = await (await page())(path);
    expect([400, 404]).toContain(response.status);
    expect(await response.text()).not.toContain('top secret');
  });

  it('does not take a missing file for a page', async () => {
    expect((await (await page())('/assets/gone-12345678.js')).status).toBe(404);
  });

  it('is for reading', async () => {
    const get = await page();
    expect((await get('/', 'POST')).status).toBe(405);
    const head = await get('/', 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('says how to get it when it has not been built', async () => {
    const response = await createStatic(null)(new Request(`${OWN}/`));
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  });
});
