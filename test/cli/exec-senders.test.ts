import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { defaultWorkspace } from '../../src/core/default-workspace.ts';
import { registeredVendors } from '../../src/server/credentials/hosts.ts';
import type { Apns2Job, Apns2Result } from '../clients/children/apns2-unchanged.ts';
import type { FirebaseJob, FirebaseResult } from '../clients/children/firebase-unchanged.ts';
import { prepare } from '../helpers/prepare.ts';
import { environment, runProgram } from '../helpers/run.ts';
import { buildGo, lacks } from '../helpers/runtimes.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';
import { type Given, runExec } from './run-exec.ts';

const CHILDREN = join(import.meta.dirname, '../clients/children');

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

/** A script of the tests' clients, run by Node, with a job for its standard input. */
async function client<T>(script: string, job: unknown): Promise<T> {
  const { code, out, err } = await exec(['node', join(CHILDREN, script)], { input: JSON.stringify(job) });
  if (code !== 0) throw new Error(`${script} ended with ${code}\n${out}\n${err}`);
  return JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as T;
}

const node = (code: string): string[] => ['node', '--input-type=module', '-e', code];

function fcmToken(): string {
  const token = defaultWorkspace(0, ['fcm']).devices[0]?.targets[0]?.token;
  if (token === undefined) throw new Error('no built-in phone for FCM');
  return token;
}

describe('an unchanged sender', () => {
  it('with firebase-admin is led here: token, send, dry run, topics, and sendEach over HTTP/2', async () => {
    const serviceAccountFile = join(server.credentials.directory, 'service-account.json');
    const job: FirebaseJob = { serviceAccountFile, token: fcmToken(), batch: 18 };
    const result = await client<FirebaseResult>('firebase-unchanged.ts', job);
    expect(result).toMatchObject({ bad: 'messaging/invalid-argument', subscribed: 1, failures: [] });
    expect(result.sent).toMatch(/^projects\/[^/]+\/messages\//);
    expect(new Set(result.each).size).toBe(18);
    const exchanges = await server.exchanges();
    const malformed = exchanges.filter((one) => one.checks.some((step) => step.rule === 'http2-malformed-scheme'));
    expect(malformed).toHaveLength(18);
    expect(new Set(malformed.map((one) => one.remote)).size).toBe(1);
    expect(malformed.every((one) => one.protocol === 'http/2' && one.status === 200 && one.delivered)).toBe(true);
    const { notifications } = await server.screen('pixel');
    // The dry run shows nothing.
    const each = Array.from({ length: 18 }, (_, i) => `Each ${i}`);
    expect(notifications.map((one) => one.title).sort()).toEqual([...each, 'One'].sort());
  });

  it('with apns2, whose host and port are fixed, is led here', async () => {
    const { teamId, keyId, keyFile, topic } = server.credentials.apns;
    const tokens = [server.tokens.iphone, 'ab'.repeat(32)];
    const job: Apns2Job = { team: teamId, keyId, keyFile, topic, tokens };
    expect(await client<Apns2Result>('apns2-unchanged.ts', job)).toEqual([null, 'BadDeviceToken']);
    expect(await server.onlyNotification('iphone')).toMatchObject({ title: 'Two', body: 'by apns2' });
  });

  const WITHOUT_PROXY = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NODE_USE_ENV_PROXY'];
  const NODE_SENDER = `
    import { connect as h2 } from 'node:http2';
    import http from 'node:http';
    import https from 'node:https';
    import { connect as tls } from 'node:tls';
    const [apple, xiaomi] = ['api.push.apple.com', 'api.xmpush.xiaomi.com'];
    const viaHttp2 = (host) => new Promise((resolve, reject) => {
      const session = h2('https://' + host);
      session.on('error', reject);
      const stream = session.request({ ':path': '/nothing', ':method': 'GET' });
      stream.on('response', (headers) => { resolve(headers[':status']); session.destroy(); });
      stream.on('error', reject);
    });
    const viaTls = (...args) => new Promise((resolve, reject) => {
      const socket = tls(...args, () => {
        resolve(socket.getPeerCertificate().subject.CN);
        socket.destroy();
      });
      socket.on('error', reject);
    });
    const via = (module, options) => new Promise((resolve, reject) => {
      module.get(options, (answer) => { answer.resume(); resolve(answer.statusCode); }).on('error', reject);
    });
    console.log(JSON.stringify({
      http2: [await viaHttp2(apple), await viaHttp2(xiaomi + '.')],
      tls: [
        await viaTls(443, apple, { servername: apple }),
        await viaTls({ host: xiaomi.toUpperCase(), port: 443, servername: xiaomi }),
      ],
      https: await via(https, { host: xiaomi, path: '/nothing' }),
      agent: await via(https, { host: xiaomi, path: '/nothing', agent: new https.Agent({ keepAlive: true }) }),
      http: await via(http, { host: xiaomi, path: '/nothing' }),
      fetch: (await fetch('https://' + xiaomi + '/nothing')).status,
    }));
    process.exit(0);`;

  it.each([
    ['with the proxy variables', []],
    ['by the preloaded file alone', ['env', ...WITHOUT_PROXY.flatMap((name) => ['-u', name])]],
  ])('in Node reaches the vendors by every module, under the name that it asked for, %s', async (_how, prefix) => {
    const { out, err } = await exec([...prefix, ...node(NODE_SENDER)]);
    expect(out, err).not.toBe('');
    expect(JSON.parse(out)).toEqual({
      http2: [405, 404],
      tls: ['api.push.apple.com', 'api.xmpush.xiaomi.com'],
      https: 404,
      agent: 404,
      http: 404,
      fetch: 404,
    });
  });

  const CURL = ['curl', '-sS', '-o', '/dev/null', '-w', '%{http_code} %{url}\\n', '--max-time', '8'];

  it.each(['pushpit exec', 'HTTPS_PROXY alone'])(
    'that is curl reaches every vendor under every host name by %s',
    async (how) => {
      const urls = registeredVendors().flatMap(({ hosts }) => hosts.map((host) => `https://${host}/`));
      expect(urls.length).toBeGreaterThan(30);
      const transfers = urls.flatMap((url, i) => [...(i === 0 ? CURL.slice(1) : ['--next', ...CURL.slice(1)]), url]);
      const alone = { HTTPS_PROXY: server.plain.origin, CURL_CA_BUNDLE: server.credentials.caFile };
      const { out, code } =
        how === 'pushpit exec'
          ? await exec(['curl', ...transfers])
          : await runProgram('curl', transfers, { env: environment(alone) }).then((ran) => ({
              ...ran,
              out: ran.stdout,
            }));
      expect(code).toBe(0);
      const lines = out.trimEnd().split('\n');
      expect(lines.map((line) => line.split(' ')[1])).toEqual(urls);
      // Some vendor answered each of them: nothing was refused by the proxy or for its certificate.
      expect(lines.filter((line) => !/^[2-5]\d\d /.test(line))).toEqual([]);
      const { exchanges } = await server.api<{ exchanges: { channel: string; failure: unknown }[] }>(
        'GET',
        '/exchanges?limit=200',
      );
      expect(exchanges).toHaveLength(urls.length);
      expect(exchanges.filter((one) => one.failure !== null)).toEqual([]);
      expect(new Set(exchanges.map((one) => one.channel)).size).toBe(registeredVendors().length);
    },
  );

  it.skipIf(lacks('Java'))('in Java uses the proxy and trusts us', async () => {
    const file = join(elsewhere, 'Sender.java');
    await writeFile(
      file,
      `class Sender { public static void main(String[] a) throws Exception {
        var c = (java.net.HttpURLConnection) new java.net.URL("https://api.xmpush.xiaomi.com/nothing").openConnection();
        System.out.println(c.getResponseCode()); } }`,
    );
    const { out, err } = await exec(['java', file]);
    expect(out.trim(), err).toBe('404');
  });

  it.skipIf(lacks('Python'))('in Python uses the proxy and trusts us', async () => {
    const { out, err } = await exec([
      'python3',
      '-c',
      'import urllib.request as u, urllib.error as e\ntry: u.urlopen("https://api.xmpush.xiaomi.com/nothing")\nexcept e.HTTPError as x: print(x.code)',
    ]);
    expect(out.trim(), err).toBe('404');
  });

  // Building takes long where Go has to compile its library first.
  it.skipIf(lacks('Go'))(
    'in Go uses the proxy and trusts us, over HTTP/2 where the vendor has it',
    async () => {
      const source = `package main
import ("fmt"; "net/http")
func main() {
	for _, host := range []string{"api.xmpush.xiaomi.com", "api.push.apple.com"} {
		answer, err := http.Post("https://"+host+"/3/device/ab", "application/json", nil)
		if err != nil { panic(err) }
		fmt.Println(host, answer.Proto, answer.StatusCode)
	}
}`;
      const { out, err } = await exec([await buildGo(elsewhere, source)]);
      expect(out, err).toBe('api.xmpush.xiaomi.com HTTP/2.0 404\napi.push.apple.com HTTP/2.0 403\n');
    },
    130_000,
  );

  it.skipIf(lacks('PHP'))(
    'in PHP uses the proxy and trusts us by curl, by streams once they are given the proxy',
    async () => {
      const code = `$url = 'https://api.xmpush.xiaomi.com/nothing';
      $ch = curl_init($url);
      curl_setopt($ch, CURLOPT_RETURNTRANSFER, true);
      curl_exec($ch);
      $proxy = ['proxy' => str_replace('http://', 'tcp://', getenv('HTTPS_PROXY')), 'ignore_errors' => true];
      file_get_contents($url, false, stream_context_create(['http' => $proxy]));
      echo curl_getinfo($ch, CURLINFO_RESPONSE_CODE), ' ', $http_response_header[0];`;
      const { out, err } = await exec(['php', '-r', code]);
      expect(out, err).toBe('404 HTTP/1.1 404 Not Found');
    },
  );

  it.skipIf(lacks('Ruby'))('in Ruby uses the proxy and trusts us', async () => {
    const code = 'print Net::HTTP.get_response(URI("https://api.xmpush.xiaomi.com/nothing")).code';
    const { out, err } = await exec(['ruby', '-rnet/http', '-e', code]);
    expect(out, err).toBe('404');
  });
});

/** An HTTP server that is no vendor's. */
async function otherServer(answer: RequestListener): Promise<{ origin: string; server: Server; port: number }> {
  const other = createServer(answer);
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    other.closeAllConnections();
    other.close();
  });
  const { port } = other.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, server: other, port };
}

describe('hosts that are no vendor’s', () => {
  it('are reached as ever, by Node and by what uses the proxy', async () => {
    const { origin, port } = await otherServer((request, response) => response.end(`${request.method} ${request.url}`));
    const code = `
      import http from 'node:http';
      import net from 'node:net';
      const viaNet = await new Promise((resolve) => {
        const socket = net.connect(${port}, '127.0.0.1', () => socket.write('GET /net HTTP/1.0\\r\\n\\r\\n'));
        let text = '';
        socket.on('data', (chunk) => { text += chunk; }).on('end', () => resolve(text.split('\\r\\n\\r\\n')[1]));
      });
      console.log(await (await fetch('${origin}/fetch')).text(), viaNet);`;
    expect((await exec(node(code))).out).toBe('GET /fetch GET /net\n');
    // curl asks a proxy for anything but names that NO_PROXY holds.
    expect((await exec(['curl', '-sS', '-d', 'x', `${origin}/curl?a=b`])).out).toBe('POST /curl?a=b');
    const tunnelled = await exec(['curl', '-sS', '--proxytunnel', `${origin}/tunnel`]);
    expect(tunnelled.out, tunnelled.err).toBe('GET /tunnel');
    expect(await server.exchanges()).toEqual([]);
  });

  it('go through the proxy that the environment had', async () => {
    const seen: string[] = [];
    const proxy = await otherServer((request, response) => {
      seen.push(`${request.url} ${request.headers['proxy-authorization'] ?? ''}`);
      response.end('from the proxy');
    });
    proxy.server.on('connect', (request: IncomingMessage, socket) => {
      seen.push(`CONNECT ${request.url} ${request.headers['proxy-authorization'] ?? ''}`);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    const env = { HTTP_PROXY: `http://me:secret@127.0.0.1:${proxy.port}`, https_proxy: `127.0.0.1:${proxy.port}` };
    const basic = `Basic ${Buffer.from('me:secret').toString('base64')}`;
    expect((await exec(['curl', '-sS', 'http://intranet.test/page'], { env })).out).toBe('from the proxy');
    await exec(['curl', '-sS', 'https://intranet.test/'], { env });
    expect(seen).toEqual([`http://intranet.test/page ${basic}`, 'CONNECT intranet.test:443 ']);
    const vendor = ['curl', '-sS', '-o', '/dev/null', '-w', '%{http_code}', 'https://api.xmpush.xiaomi.com/nothing'];
    expect((await exec(vendor, { env })).out).toBe('404');
    expect(seen).toHaveLength(2);
  });

  it('that cannot be reached are said to be so', async () => {
    const refused = await exec(['curl', '-sS', '-o', '/dev/null', '-w', '%{http_code}', 'http://127.0.0.1:1/'], {
      env: { NO_PROXY: '' },
    });
    expect(refused.out).toBe('502');
  });
});
