import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Installation } from '../../src/server/credentials/installation.ts';
import { APNS, ask, type Harness, openDoor, temporaryInstallation, XIAOMI } from './harness.ts';
import { exchangeBytes, jsonOf, statusOf } from './sockets.ts';

const run = promisify(execFile);
const REGID = '/v3/message/regid';

let installation: Installation;
let dispose: () => Promise<void>;
let harness: Harness;
let directory: string;
let caFile: string;

beforeAll(async () => {
  ({ installation, dispose } = await temporaryInstallation());
  directory = await mkdtemp(join(tmpdir(), 'pushpit-ca-'));
  caFile = join(directory, 'ca.pem');
  await writeFile(caFile, installation.ca.certPem);
});
afterAll(async () => {
  await dispose();
  await rm(directory, { recursive: true, force: true });
});
beforeEach(async () => {
  harness = await openDoor(installation);
});
afterEach(() => harness.close());

const post = (target: string, host: string): string =>
  `POST ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nContent-Length: 3\r\n\r\na=b`;

describe('plain listener', () => {
  it('serves vendors over HTTP/1.1, by Host or by path', async () => {
    expect(statusOf(await exchangeBytes(harness.door.plain.port, post(REGID, XIAOMI)))).toBe(200);
    expect(statusOf(await exchangeBytes(harness.door.plain.port, post(REGID, 'localhost:8180')))).toBe(200);
    expect(harness.engine.received.map((entry) => [entry.channel, entry.request.host])).toEqual([
      ['xiaomi', XIAOMI],
      ['xiaomi', 'localhost'],
    ]);
    expect(harness.engine.received[0]?.request.connection).toMatchObject({ protocol: 'http/1.1', tls: false });
  });

  it('keeps a connection for several requests and forgets it when it is closed', async () => {
    const answers = await new Promise<string>((resolve) => {
      const socket = connect(harness.door.plain.port, '127.0.0.1');
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString();
        if (text.split('HTTP/1.1 200').length === 3) socket.end();
      });
      socket.on('close', () => resolve(text));
      socket.write(post(REGID, XIAOMI).replace('close', 'keep-alive').repeat(2));
    });
    expect(answers.split('HTTP/1.1 200')).toHaveLength(3);
    const ids = harness.engine.received.map((entry) => entry.request.connection.id);
    expect(new Set(ids).size).toBe(1);
    await harness.engine.until(() => harness.engine.closed.length === 1);
    expect(harness.engine.closed).toEqual([ids[0]]);
  });

  it('serves APNs over h2c by prior knowledge', async () => {
    const session = connectHttp2(harness.door.plain.url);
    expect((await ask(session, { ':path': '/3/device/aa', ':authority': APNS }, '{}')).status).toBe(200);
    session.destroy();
    expect(harness.engine.received[0]).toMatchObject({
      channel: 'apns',
      request: { connection: { protocol: 'http/2', tls: false, serverName: null } },
    });
  });

  it('answers a request that offers an upgrade to h2c over HTTP/1.1', async () => {
    const bytes = post(REGID, XIAOMI).replace('Connection: close', 'Connection: Upgrade, close\r\nUpgrade: h2c');
    expect(statusOf(await exchangeBytes(harness.door.plain.port, bytes))).toBe(200);
  });

  it('listens on loopback only, unless told otherwise', () => {
    expect(harness.door.plain.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(harness.door.tls.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  });

  it('says which port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { startFrontDoor } = await import('../../src/server/front-door/start.ts');
    const start = startFrontDoor({
      host: '127.0.0.1',
      tlsPort: 0,
      plainPort: port,
      certificates: installation.certificates,
      engine: harness.engine,
      channels: [],
    });
    await expect(start).rejects.toThrow(`Port 127.0.0.1:${port} is taken`);
    await new Promise((resolve) => taken.close(resolve));
  });
});

describe('proxy', () => {
  it('serves requests in absolute form to vendors', async () => {
    const answer = await exchangeBytes(harness.door.plain.port, post(`http://${XIAOMI}${REGID}?x=1`, 'wrong.example'));
    expect(statusOf(answer)).toBe(200);
    expect(harness.engine.received[0]?.request).toMatchObject({ host: XIAOMI, path: `${REGID}?x=1` });
  });

  it('never forwards: absolute form and CONNECT to other hosts get 403 and are recorded', async () => {
    const reached: Socket[] = [];
    const elsewhere = createServer((socket) => reached.push(socket));
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const address = elsewhere.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const targets = ['example.com:443', `127.0.0.1:${port}`, 'api.push.apple.com.evil.com:443', 'x'];
    for (const target of targets) {
      const answer = await exchangeBytes(
        harness.door.plain.port,
        `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`,
      );
      expect([target, statusOf(answer)]).toEqual([target, 403]);
      expect(jsonOf(answer)).toMatchObject({ error: { code: 'proxy_target_refused' } });
    }
    expect(statusOf(await exchangeBytes(harness.door.plain.port, post('http://example.com/', 'example.com')))).toBe(
      403,
    );
    expect(harness.engine.codes()).toEqual(Array<string>(5).fill('proxy_target_refused'));
    expect(harness.engine.failures[0]?.failure.received).toBe('CONNECT example.com:443');
    expect(reached).toEqual([]);
    await new Promise((resolve) => elsewhere.close(resolve));
  });

  it('ends a tunnel at the TLS listener: HTTP/2 to APNs through CONNECT', async () => {
    const socket = await tunnel(`${APNS}:443`);
    const session = connectHttp2(`https://${APNS}`, {
      createConnection: () => connectTls({ socket, ca: harness.ca, servername: APNS, ALPNProtocols: ['h2'] }),
    });
    expect((await ask(session, { ':path': '/3/device/aa' }, '{}')).status).toBe(200);
    session.destroy();
    expect(harness.engine.received[0]?.request.connection).toMatchObject({ tls: true, serverName: APNS });
  });

  it('takes plain HTTP inside a tunnel, and bytes that came with the CONNECT', async () => {
    const bytes = `CONNECT ${XIAOMI}:80 HTTP/1.1\r\nHost: x\r\n\r\n${post(REGID, XIAOMI)}`;
    const answer = await exchangeBytes(harness.door.plain.port, bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 200 Connection Established\r\n\r\nHTTP\/1\.1 200 OK/);
    expect(harness.engine.received).toHaveLength(1);
  });

  it('allows a tunnel to itself, for clients that proxy localhost too', async () => {
    const socket = await tunnel(`localhost:${harness.door.tls.port}`);
    const secure = connectTls({ socket, ca: harness.ca, servername: 'localhost', ALPNProtocols: ['http/1.1'] });
    await new Promise<void>((resolve) => secure.on('secureConnect', () => resolve()));
    expect(secure.authorized).toBe(true);
    const closed = new Promise<string>((resolve) => secure.on('data', (chunk) => resolve(chunk.toString())));
    secure.write(post(REGID, 'localhost'));
    expect(statusOf(await closed)).toBe(200);
    secure.destroy();
  });

  it('redirects curl by HTTPS_PROXY, over HTTP/1.1 and HTTP/2', async () => {
    const env = { ...process.env, HTTPS_PROXY: harness.door.plain.url, NO_PROXY: '' };
    const curl = (...args: string[]) =>
      run('curl', ['-sS', '--cacert', caFile, '-w', '%{http_version} %{http_code}', ...args], { env });
    const xiaomi = await curl('--http1.1', '-d', 'a=b', `https://${XIAOMI}${REGID}`);
    const apns = await curl('--http2', '-d', '{}', `https://${APNS}/3/device/aa`);
    expect([xiaomi.stdout, apns.stdout]).toEqual(['1.1 200', '2 200']);
    expect(harness.engine.received.map((entry) => entry.channel)).toEqual(['xiaomi', 'apns']);
    await expect(curl('https://example.com/')).rejects.toThrow(/403/);
  });

  it("redirects Node's fetch by HTTPS_PROXY", async () => {
    const script = `fetch('https://${XIAOMI}${REGID}',{method:'POST',body:'a=b'}).then(r=>console.log(r.status),e=>console.log(e.cause??e))`;
    const { stdout } = await run(process.execPath, ['-e', script], {
      env: {
        ...process.env,
        NODE_USE_ENV_PROXY: '1',
        HTTPS_PROXY: harness.door.plain.url,
        NO_PROXY: '',
        NODE_EXTRA_CA_CERTS: caFile,
      },
    });
    expect(stdout.trim()).toBe('200');
  });

  function tunnel(target: string): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const outgoing = request({ port: harness.door.plain.port, host: '127.0.0.1', method: 'CONNECT', path: target });
      outgoing.on('connect', (answer, socket) => {
        if (answer.statusCode === 200) resolve(socket);
        else reject(new Error(String(answer.statusCode)));
      });
      outgoing.on('error', reject);
      outgoing.end();
    });
  }
});
