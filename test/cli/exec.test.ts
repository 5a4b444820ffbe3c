import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { prepare } from '../helpers/prepare.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';
import { type Given, runExec } from './run-exec.ts';

let server: TestServer;
let elsewhere: string;

beforeAll(async () => {
  server = await startTestServer({ uiPort: 0 });
  elsewhere = await mkdtemp(join(tmpdir(), 'pushpit-exec-test-'));
  await prepare(elsewhere);
});
afterAll(async () => {
  await server.close();
  await rm(elsewhere, { recursive: true, force: true });
});
beforeEach(() => server.reset());

const exec = (command: readonly string[], given: Partial<Given> = {}) =>
  runExec(command, { dataDir: server.pushpit.dataDir, ...given });

describe('what is set', () => {
  const names = [
    'NODE_EXTRA_CA_CERTS',
    'SSL_CERT_FILE',
    'REQUESTS_CA_BUNDLE',
    'CURL_CA_BUNDLE',
    'HTTPS_PROXY',
    'https_proxy',
    'HTTP_PROXY',
    'http_proxy',
    'NODE_USE_ENV_PROXY',
    'NODE_OPTIONS',
    'JAVA_TOOL_OPTIONS',
    'PUSHPIT_URL',
  ];

  it('is printed, with what cannot be led, on standard error', async () => {
    const { out, err } = await exec(['node', '-p', '"the command"'], { options: [] });
    expect(out).toBe('the command\n');
    expect(err).toContain('led to the running Pushpit');
    for (const name of names) expect(err).toContain(`  ${name}=`);
    expect(err).toContain('Not led in this way:');
  });

  it('is what the command gets, as JSON too; what was there before is kept', async () => {
    const before = join(elsewhere, 'own.pem');
    await writeFile(before, '-----OWN CA-----\n');
    const env = {
      NODE_OPTIONS: '--max-old-space-size=500',
      JAVA_TOOL_OPTIONS: '-Dx=y',
      SSL_CERT_FILE: before,
      NODE_EXTRA_CA_CERTS: before,
    };
    const code =
      "const fs = require('fs'); const e = process.env; console.log(JSON.stringify({ e, bundle: fs.readFileSync(e.SSL_CERT_FILE, 'utf8'), node: fs.readFileSync(e.NODE_EXTRA_CA_CERTS, 'utf8') }))";
    const { out, err } = await exec(['node', '-e', code], { options: ['--json'], env });
    const told = JSON.parse(err.split('\n').find((line) => line.startsWith('{')) ?? '') as {
      started: boolean;
      env: Record<string, string>;
      listeners: { ui: string };
    };
    expect(told).toMatchObject({ started: false, listeners: { ui: server.pushpit.listeners.ui } });
    expect(Object.keys(told.env)).toEqual(expect.arrayContaining(names));
    const got = JSON.parse(out) as { e: Record<string, string>; bundle: string; node: string };
    expect(got.e).toMatchObject(told.env);
    expect(told.env.NODE_OPTIONS).toMatch(/^--max-old-space-size=500 --require=\S+preload\.cjs$/);
    expect(told.env.JAVA_TOOL_OPTIONS).toMatch(/^-Dx=y -Dhttps\.proxyHost=127\.0\.0\.1 /);
    const ca = server.credentials.ca.toString().trim();
    for (const file of [got.bundle, got.node]) {
      expect(file).toContain(ca);
      expect(file).toContain('-----OWN CA-----');
    }
    // The files go with the command.
    await expect(readFile(told.env.SSL_CERT_FILE ?? '')).rejects.toThrow('ENOENT');
  });

  it('is nothing when a CA file that the environment names is not there', async () => {
    const { code, err } = await exec(['node', '-p', '1'], { env: { SSL_CERT_FILE: '/no/such/file.pem' } });
    expect(code).toBe(1);
    expect(err).toContain('SSL_CERT_FILE names /no/such/file.pem');
  });
});

describe('the command', () => {
  it.each([
    [['node', '-e', 'process.exit(7)'], 7],
    [['sh', '-c', 'kill -TERM $$'], 143],
    [['no-such-command-here'], 127],
    [[import.meta.dirname], 126],
  ])('%j ends with %i', async (command, expected) => {
    expect((await exec(command)).code).toBe(expected);
  });

  it.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)('gets %s, and its own end counts', async (signal) => {
    const code = `process.on('${signal}', () => { console.log('got ${signal}'); process.exit(5); }); setInterval(() => {}, 1000); console.log('ready');`;
    let told = false;
    const ran = await exec(['node', '-e', code], {
      printed(child, out) {
        if (told || !out.includes('ready')) return;
        told = true;
        child.kill(signal);
      },
    });
    expect(ran).toMatchObject({ code: 5, out: `ready\ngot ${signal}\n` });
  });

  it('keeps its arguments, its standard input and its own options', async () => {
    const code = "process.stdin.on('data', (d) => console.log(process.argv.slice(1).join('|'), String(d)))";
    const { out } = await exec(['node', '-e', code, '--', '-d', 'x y', '--json'], { input: 'in' });
    expect(out).toBe('-d|x y|--json in\n');
  });

  it('is asked for when it is missing', async () => {
    const { code, err } = await exec([]);
    expect(code).toBe(2);
    expect(err).toContain('Name the command to run');
  });
});

describe('without a running server', () => {
  it('one is started for the command, told about, and gone afterwards with its files', async () => {
    const dataDir = join(elsewhere, 'fresh');
    const code =
      "fetch(process.env.PUSHPIT_URL + '/api/v1/health').then((r) => r.json()).then((h) => fetch('https://api.xmpush.xiaomi.com/v3/message/regid', { method: 'POST', body: 'a=b' }).then((r) => r.json()).then((a) => console.log(h.status, a.code)))";
    const { out, err } = await exec(['node', '-e', code], { dataDir, options: [] });
    expect(out, err).toBe('ok 21301\n');
    expect(err).toContain('one was started for the command');
    expect(err).toContain('the last request to a vendor:\n  xiaomi 200 Refused with 200');
    expect(await readdir(dataDir)).not.toContain('server.json');
  });

  it('a file that a killed server left is no running server', async () => {
    const dataDir = join(elsewhere, 'stale');
    await exec(['node', '-p', '1'], { dataDir });
    const listeners = { tls: 'https://127.0.0.1:1', plain: 'http://127.0.0.1:1' };
    const stale = { pid: 1, version: '0', startedAt: '2026-01-01T00:00:00Z', listeners };
    await writeFile(join(dataDir, 'server.json'), JSON.stringify(stale));
    const { out, err } = await exec(['node', '-p', '2'], { dataDir, options: [] });
    expect(out).toBe('2\n');
    expect(err).toContain('one was started for the command');
  });
});
