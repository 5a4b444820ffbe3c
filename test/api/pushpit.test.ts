import { execFile, execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Pushpit, type PushpitOptions, startPushpit } from '../../src/server/pushpit.ts';
import { answerOf, message } from './harness.ts';
import { preparedFolder, temporaryFolder } from './temporary.ts';

async function start(options: Partial<PushpitOptions> = {}): Promise<Pushpit> {
  const dataDir = options.dataDir ?? (await preparedFolder());
  const pushpit = await startPushpit({ uiPort: 0, ...options, dataDir });
  onTestFinished(() => pushpit.close());
  return pushpit;
}

async function call(pushpit: Pushpit, method: string, path: string, body?: unknown) {
  const init = body === undefined ? { method } : { method, headers: JSON_TYPE, body: JSON.stringify(body) };
  return answerOf(await fetch(`${pushpit.listeners.ui}/api/v1${path}`, init));
}

const JSON_TYPE = { 'content-type': 'application/json' };

describe('the whole program', () => {
  it('serves API and page on one address, tells where it listens and cleans up behind itself', async () => {
    const pushpit = await start();
    expect((await call(pushpit, 'GET', '/health')).body.at('listeners')).toEqual(pushpit.listeners);
    const file = JSON.parse(await readFile(join(pushpit.dataDir, 'server.json'), 'utf8'));
    expect(file).toMatchObject({ pid: process.pid, listeners: pushpit.listeners });
    expect((await fetch(`${pushpit.listeners.ui}/`)).headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    );
    await pushpit.close();
    await pushpit.close();
    const left = await readdir(pushpit.dataDir);
    expect(left.filter((name) => name.startsWith('server'))).toEqual([]);
    await expect(fetch(`${pushpit.listeners.ui}/api/v1/health`)).rejects.toThrow();
  });

  it('needs no port for the page', async () => {
    const pushpit = await start({ uiPort: null });
    expect(pushpit.listeners).not.toHaveProperty('ui');
    const answer = await answerOf(await pushpit.fetch(new Request('pushpit://app/api/v1/health')));
    expect(answer.body.at('status')).toBe('ok');
    const sent = new Request('pushpit://app/api/v1/messages', {
      method: 'POST',
      headers: { ...JSON_TYPE, origin: 'pushpit://app' },
      body: JSON.stringify(message()),
    });
    expect((await answerOf(await pushpit.fetch(sent))).body.at('outcomes', 0, 'reason')).toBe('delivered');
  });

  it('finds its world again after a restart', async () => {
    const first = await start();
    const { dataDir } = first;
    await call(first, 'PUT', '/accounts/bob', { nickName: 'Bob' });
    await call(first, 'PUT', '/workspace', { globalOffMessageOn: 'global', clock: { offsetMs: 5000 } });
    await call(first, 'POST', '/messages', message({ offlinePush: { title: 'Kept' } }));
    const credentials = (await call(first, 'GET', '/connection?secrets=true')).body.at('channels');
    await first.close();
    const second = await start({ dataDir });
    expect((await call(second, 'GET', '/accounts/bob')).body.at('nickName')).toBe('Bob');
    expect((await call(second, 'GET', '/workspace')).body.at('globalOffMessageOn')).toBe('global');
    expect((await call(second, 'GET', '/devices/iphone/screen')).body.at('notifications', 0, 'title')).toBe('Kept');
    const again = (await call(second, 'GET', '/connection?secrets=true')).body.at('channels');
    expect(JSON.stringify(again)).toContain(keyOf(credentials));
  });

  it('does not share its data directory', async () => {
    const pushpit = await start();
    await expect(startPushpit({ dataDir: pushpit.dataDir })).rejects.toMatchObject({ code: 'in_use' });
    expect((await call(pushpit, 'GET', '/health')).status).toBe(200);
  });

  it('does not start on a damaged workspace, leaves it alone, and gives the directory free', async () => {
    const dataDir = await temporaryFolder();
    await writeFile(join(dataDir, 'workspace.json'), '{');
    await expect(startPushpit({ dataDir })).rejects.toMatchObject({ code: 'damaged' });
    expect(await readFile(join(dataDir, 'workspace.json'), 'utf8')).toBe('{');
    expect(await readdir(dataDir)).not.toContain('server.lock');
  });

  it('opens nothing when one of its ports is taken', async () => {
    const dataDir = await temporaryFolder();
    const taken = createServer();
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)),
    );
    onTestFinished(() => void taken.close());
    for (const ports of [{ tlsPort: port }, { plainPort: port }, { uiPort: port }]) {
      await expect(startPushpit({ dataDir, ...ports })).rejects.toMatchObject({
        message: expect.stringContaining(`${port} is taken`),
        cause: { code: 'EADDRINUSE' },
      });
      expect(await readdir(dataDir)).not.toContain('server.lock');
    }
    const pushpit = await start({ dataDir });
    expect((await call(pushpit, 'GET', '/health')).status).toBe(200);
  });

  it('turns other sites away at the socket', async () => {
    const pushpit = await start();
    const url = new URL('/api/v1/reset', pushpit.listeners.ui);
    expect(await rawStatus(url, { host: 'evil.example' })).toBe(403);
    expect(await rawStatus(url, { origin: 'https://evil.example' })).toBe(403);
    expect(await rawStatus(url, {})).toBe(200);
  });

  it('streams events over the socket until the client leaves', async () => {
    const pushpit = await start();
    const leaving = new AbortController();
    const response = await fetch(`${pushpit.listeners.ui}/api/v1/events`, { signal: leaving.signal });
    const reader = response.body?.getReader();
    await call(pushpit, 'PUT', '/accounts/bob', {});
    let text = '';
    while (!text.includes('event: account')) text += new TextDecoder().decode((await reader?.read())?.value);
    expect(text).toContain('"userId":"bob"');
    leaving.abort();
    await pushpit.close();
  });

  it('delivers what was scheduled when its time comes, the clock moved or not', async () => {
    const pushpit = await start();
    const { body } = await call(pushpit, 'GET', '/connection?secrets=true');
    const xiaomi = body.at('channels', 1, 'credentials') as { appSecret: string; packageName: string };
    const token = (await call(pushpit, 'GET', '/devices/xiaomi')).body.at('token') as string;
    const dueAt = Date.now() + 3_600_000;
    const form = new URLSearchParams({
      registration_id: token,
      restricted_package_name: xiaomi.packageName,
      title: 'Later',
      description: 'text',
      pass_through: '0',
      payload: 'x',
      time_to_send: String(dueAt),
    });
    const headers = { authorization: `key=${xiaomi.appSecret}` };
    const sent = await fetch(`${pushpit.listeners.plain}/v3/message/regid`, { method: 'POST', headers, body: form });
    expect(await sent.json()).toMatchObject({ result: 'ok' });
    expect((await call(pushpit, 'GET', '/exchanges')).body.at('exchanges', 0, 'summary', 'en')).toContain('Waits');
    const waiting = call(pushpit, 'GET', '/notifications?device=xiaomi&title=Later&wait=10s');
    await call(pushpit, 'PUT', '/workspace', { clock: { offsetMs: 3_599_900 } });
    expect((await waiting).body.at('notifications', 0, 'title')).toBe('Later');
  });

  it.runIf(hasCurlWithHttp2())('writes curl commands that send the same request again', async () => {
    const pushpit = await start();
    for (const to of ['user-apns', 'user-xiaomi']) {
      const offlinePush = { title: "It's $HOME", descr: '`date` "x" 你好 \\n', ext: '{"a":"\'"}' };
      const sent = (await call(pushpit, 'POST', '/messages', message({ to: { c2c: to }, offlinePush }))).body;
      const { stdout } = await sh(String(sent.at('outcomes', 0, 'curl')));
      const exchanges = (await call(pushpit, 'GET', '/exchanges?limit=2')).body;
      expect(exchanges.at('exchanges', 0, 'id')).not.toBe(sent.at('outcomes', 0, 'exchangeId'));
      expect(exchanges.at('exchanges', 0, 'status'), stdout).toBe(200);
      const one = (await call(pushpit, 'GET', `/exchanges/${exchanges.at('exchanges', 0, 'id')}`)).body;
      expect(one.at('request', 'raw')).toBe(sent.at('outcomes', 0, 'request', 'raw'));
      await sh(String(one.at('curl')));
      const third = (await call(pushpit, 'GET', '/exchanges?limit=1')).body;
      expect(third.at('exchanges', 0, 'status')).toBe(200);
    }
  });
});

const keyOf = (channels: unknown): string =>
  (channels as readonly { credentials: { keyId?: string } }[])[0]?.credentials.keyId ?? 'no key id';

function sh(command: string): Promise<{ stdout: string }> {
  return new Promise((resolve, reject) => {
    execFile('bash', ['-c', command], (error, stdout, stderr) =>
      error === null ? resolve({ stdout }) : reject(new Error(`${command}\n${stderr}`)),
    );
  });
}

function hasCurlWithHttp2(): boolean {
  try {
    return execFileSync('curl', ['--version'], { encoding: 'utf8' }).includes('HTTP2');
  } catch {
    return false;
  }
}

function rawStatus(url: URL, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}
