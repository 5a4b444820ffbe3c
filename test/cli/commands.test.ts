import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { preparedFolder } from '../api/temporary.ts';
import { run, serveProcess } from './run.ts';

const FREE = ['--ui-port', '0', '--tls-port', '0', '--plain-port', '0'];

async function served(args: readonly string[] = []) {
  const dataDir = await preparedFolder();
  return { dataDir, server: await serveProcess([...FREE, '--data-dir', dataDir, ...args]) };
}

const sendTo = (dataDir: string, ...args: string[]) => run(['send', '--data-dir', dataDir, ...args]);

describe('serve', () => {
  it('prints one line when it is ready, leaves server.json, and stops cleanly', async () => {
    const { dataDir, server } = await served();
    expect((await fetch(`${server.ui}/api/v1/health`)).status).toBe(200);
    expect(JSON.parse(server.printed())).toEqual({ ui: server.ui, tls: server.tls, plain: server.plain });
    const file = JSON.parse(await readFile(join(dataDir, 'server.json'), 'utf8'));
    expect(file).toMatchObject({ pid: server.child.pid, listeners: { ui: server.ui } });
    await fetch(`${server.ui}/api/v1/accounts/bob`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    // An open event stream must not keep it from stopping.
    const stream = await fetch(`${server.ui}/api/v1/events`);
    server.child.kill('SIGTERM');
    expect(await server.ended).toEqual({ code: 0, signal: null });
    await stream.body?.cancel().catch(() => undefined);
    expect(server.printed().split('\n').length).toBe(2);
    expect(await readdir(dataDir)).toEqual(['certificates', 'credentials', 'workspace.json']);
    expect(await readFile(join(dataDir, 'workspace.json'), 'utf8')).toContain('"bob"');
  });

  it('takes its settings from the environment', async () => {
    const dataDir = await preparedFolder();
    const env = { PUSHPIT_DATA_DIR: dataDir, PUSHPIT_UI_PORT: '0', PUSHPIT_TLS_PORT: '0', PUSHPIT_PLAIN_PORT: '0' };
    const server = await serveProcess([], env);
    expect(JSON.parse(await readFile(join(dataDir, 'server.json'), 'utf8')).listeners.ui).toBe(server.ui);
    server.child.kill('SIGINT');
    expect((await server.ended).code).toBe(0);
  });

  it('refuses a second server on the same data, and starts after a crash', async () => {
    const { dataDir, server } = await served();
    const second = await run(['serve', ...FREE, '--data-dir', dataDir]);
    expect(second.code).toBe(1);
    expect(second.err).toContain(`process ${server.child.pid}`);
    server.child.kill('SIGKILL');
    await server.ended;
    expect(await readdir(dataDir)).toContain('server.lock');
    const third = await serveProcess([...FREE, '--data-dir', dataDir]);
    expect((await fetch(`${third.ui}/api/v1/health`)).status).toBe(200);
  });

  it('says which port is taken and what to do', async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)),
    );
    onTestFinished(() => void taken.close());
    const dataDir = await preparedFolder();
    const { code, err } = await run(['serve', ...FREE.slice(2), '--ui-port', String(port), '--data-dir', dataDir]);
    expect(code).toBe(1);
    expect(err).toContain(`Port 127.0.0.1:${port} is taken`);
    expect(err).toContain('pushpit doctor');
  });

  it('says how to go on when the workspace is damaged', async () => {
    const dataDir = await preparedFolder();
    await writeFile(join(dataDir, 'workspace.json'), 'garbage');
    const { code, err } = await run(['serve', ...FREE, '--data-dir', dataDir]);
    expect(code).toBe(1);
    expect(err).toContain(join(dataDir, 'workspace.json'));
    expect(err).toContain('move it away');
  });
});

describe('send', () => {
  it('shows outcome and trace, and its exit code says whether the phone showed it', async () => {
    const { dataDir, server } = await served();
    const shown = await sendTo(
      dataDir,
      '--to',
      'user-apns',
      '--text',
      'hi',
      '--title',
      'T',
      '--ios-sound',
      'push.no_sound',
    );
    expect(shown.code).toBe(0);
    expect(shown.out).toContain('✓ user-apns on iphone: Delivered to iPhone');
    expect(shown.out).toContain('title  "T" from message');
    expect(shown.out).toContain('vendor answered 200');

    const json = await sendTo(dataDir, '--to', 'user-apns', '--text', 'hi', '--json', '--ext', 'e', '--descr', 'd');
    expect(JSON.parse(json.out)).toMatchObject({ message: { offlinePush: { ext: 'e', descr: 'd' } } });

    const off = await sendTo(dataDir, '--to', 'user-apns', '--text', 'hi', '--no-push');
    expect(off.code).toBe(3);
    expect(off.out).toContain('✗ user-apns on iphone: No push: the sender switched offline push off');

    const group = await run([
      'send',
      '--url',
      `${server.ui}/`,
      '--group',
      'demo-group',
      '--text',
      'hi',
      '--dry-run',
      '--json',
    ]);
    expect(group.code).toBe(0);
    expect(JSON.parse(group.out).outcomes.map((one: { dryRun: boolean }) => one.dryRun)).toEqual(
      Array.from({ length: 7 }, () => true),
    );

    const file = join(dataDir, 'message.json');
    const message = { from: 'alice', to: { c2c: 'user-xiaomi' }, kind: 'chat', elements: [{ type: 'image' }] };
    await writeFile(file, JSON.stringify(message));
    expect((await sendTo(dataDir, '--file', file)).code).toBe(0);
    const piped = await run(['send', '--data-dir', dataDir, '--file', '-'], { stdin: JSON.stringify(message) });
    expect(piped.out).toContain('user-xiaomi on xiaomi');

    const refused = await sendTo(dataDir, '--to', 'nobody', '--text', 'hi');
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('The receiver "nobody" has no account');
    const broken = await run(['send', '--data-dir', dataDir, '--file', '-', '--json'], { stdin: '{' });
    expect([broken.code, JSON.parse(broken.err).error.code]).toEqual([1, 'invalid_json']);
  });

  it('says what to start when no server is there', async () => {
    const dataDir = await preparedFolder();
    const none = await sendTo(dataDir, '--to', 'user-apns', '--text', 'hi');
    expect(none.code).toBe(1);
    expect(none.err).toContain('pushpit serve');
    const gone = await run(['send', '--url', 'http://127.0.0.1:1', '--to', 'user-apns', '--text', 'hi']);
    expect(gone.code).toBe(1);
    expect(gone.err).toContain('No server answers at http://127.0.0.1:1');
  });
});

describe('creds', () => {
  it('writes what a sender needs without a server, and the same with one', async () => {
    const dataDir = await preparedFolder();
    const out = join(dataDir, 'out');
    const written = await run(['creds', '--data-dir', dataDir, '--out', out]);
    expect(written.code).toBe(0);
    expect(written.out).toContain('No server runs');
    expect(written.out).toContain('@parse/node-apn');
    const file = JSON.parse(await readFile(join(out, 'credentials.json'), 'utf8'));
    const named = [file.apns.keyFile, file.apns.p12File, file.ca, file.fcm.serviceAccountFile];
    const beside = ['credentials.json', 'hosts', 'huawei-service-account.json', 'service-account-local.json'];
    expect(await readdir(out)).toEqual([...named, ...beside].sort());

    const server = await serveProcess([...FREE, '--data-dir', dataDir]);
    const json = await run(['creds', '--data-dir', dataDir, '--json']);
    const printed = JSON.parse(json.out);
    expect(printed).toMatchObject({ running: true, files: [], listeners: { tls: server.tls, plain: server.plain } });
    expect(printed.credentials).toEqual(file);
    expect(JSON.stringify(printed.usage)).toContain(new URL(server.tls).port);
  });
});

describe('doctor', () => {
  interface Finding {
    readonly what: string;
    readonly state: string;
    readonly found: string;
    readonly fix?: string;
  }
  const findings = async (...args: string[]) => {
    const { code, out } = await run(['doctor', '--json', ...args]);
    const list = (JSON.parse(out) as { findings: Finding[] }).findings;
    return { code, of: (what: string) => list.find((one) => one.what === what) };
  };

  it('finds everything in order on free ports, and the ports of the running server too', async () => {
    const dataDir = await preparedFolder();
    const first = await findings('--data-dir', dataDir, ...FREE);
    expect(first.code).toBe(0);
    expect(first.of('Node')).toMatchObject({ state: 'ok', found: process.versions.node });
    expect(first.of('CA')?.found).toContain('valid until');
    const server = await serveProcess([...FREE, '--data-dir', dataDir]);
    const port = new URL(server.ui).port;
    const second = await findings('--data-dir', dataDir, ...FREE.slice(2), '--ui-port', port);
    expect(second.of('--ui-port')).toMatchObject({ state: 'ok', found: `${port}, used by the running Pushpit` });
  });

  it('names what keeps Pushpit from running, with the way out', async () => {
    const dataDir = await preparedFolder();
    await writeFile(join(dataDir, 'workspace.json'), 'garbage');
    const taken = createServer();
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)),
    );
    onTestFinished(() => void taken.close());
    const { code, of } = await findings('--data-dir', dataDir, ...FREE.slice(2), '--ui-port', String(port));
    expect(code).toBe(1);
    expect(of('Data directory')).toMatchObject({ state: 'bad', found: expect.stringContaining('damaged') });
    expect(of('--ui-port')).toMatchObject({ state: 'bad', found: `${port} is taken by another program` });
    expect(of('--ui-port')?.fix).toContain('--ui-port PORT');
    const text = (await run(['doctor', '--data-dir', dataDir, ...FREE])).out;
    expect(text).toMatch(/^✓ Node/);
    expect(text).toContain('✗ Data directory');
  });
});
