import { createPrivateKey, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { environment, runProgram } from '../helpers/run.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';
import { APPLE_ID } from './apns.ts';
import { clientCases, type Phone } from './matrix.ts';

/** null = curl speaks HTTP/2; else why these tests cannot run. */
async function missing(): Promise<string | null> {
  try {
    const { stdout } = await runProgram('curl', ['--version']);
    return /^Features:.* HTTP2\b/m.test(stdout) ? null : `curl has no HTTP/2: ${stdout.split('\n')[0]}`;
  } catch {
    return 'there is no curl on this machine';
  }
}

const reason = await missing();
if (reason !== null) console.warn(`SKIPPED: the tests with curl over HTTP/2, because ${reason}.`);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

interface Answer {
  readonly status: number;
  readonly version: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

async function curl(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const options = ['--silent', '--show-error', '--max-time', '10', '--include', '--suppress-connect-headers'];
  const finished = await runProgram('curl', [...options, ...args], { env: environment(env) });
  if (finished.code !== 0) throw new Error(`curl ended with ${finished.code}: ${finished.stderr}`);
  const end = finished.stdout.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = finished.stdout.slice(0, end).split('\r\n');
  const [, version = '', status] = /^HTTP\/(\S+) (\d+)/.exec(statusLine) ?? [];
  const headers = lines.map((line) => line.split(': ') as [string, string]);
  return {
    status: Number(status),
    version,
    headers: Object.fromEntries(headers),
    body: finished.stdout.slice(end + 4),
  };
}

/** A provider token as Apple's own shell sample makes it: with openssl's DER signature. */
async function providerToken(over: { readonly teamId?: string; readonly ageSeconds?: number } = {}): Promise<string> {
  const { keyFile, keyId } = server.credentials.apns;
  const { teamId = server.credentials.apns.teamId, ageSeconds = 0 } = over;
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${part({ alg: 'ES256', kid: keyId })}.${part({ iss: teamId, iat: Math.floor(Date.now() / 1000) - ageSeconds })}`;
  const signature = sign('sha256', Buffer.from(head), createPrivateKey(await readFile(keyFile)));
  return `${head}.${signature.toString('base64url')}`;
}

const alertHeaders = ['-H', 'apns-topic: com.example.app', '-H', 'apns-push-type: alert'];
const data = ['-d', '{"aps":{"alert":{"title":"Hi","body":"from curl"},"badge":9,"sound":"default"}}'];

async function push(where: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return curl([...alertHeaders, '-H', `authorization: bearer ${await providerToken()}`, ...data, ...where], env);
}

const path = () => `/3/device/${server.tokens.iphone}`;
const overTls = () => [
  '--http2',
  '--cacert',
  server.credentials.caFile,
  `https://localhost:${server.tls.port}${path()}`,
];

async function expectShown(): Promise<void> {
  expect(await server.onlyNotification('iphone')).toMatchObject({ title: 'Hi', body: 'from curl', badge: 9 });
  expect(await server.screen('iphone')).toMatchObject({ badge: 9, sounds: [{ played: 'default' }] });
  expect(await server.onlyExchange()).toMatchObject({
    protocol: 'http/2',
    status: 200,
    summary: { en: 'Shown on iPhone.' },
    deliveries: [{ deviceId: 'iphone', result: 'shown' }],
  });
}

describe.skipIf(reason !== null)(`curl over HTTP/2${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  it('shows its notification on the iPhone over TLS', async () => {
    const answer = await push(overTls());
    expect(answer).toEqual({
      status: 200,
      version: '2',
      body: '',
      headers: { 'apns-id': expect.stringMatching(APPLE_ID) },
    });
    await expectShown();
  });

  it('speaks HTTP/2 without encryption to the plain port', async () => {
    const answer = await push(['--http2-prior-knowledge', `http://127.0.0.1:${server.plain.port}${path()}`]);
    expect(answer).toMatchObject({ status: 200, version: '2' });
    await expectShown();
  });

  it('comes through HTTPS_PROXY when it means api.push.apple.com', async () => {
    const to = ['--http2', '--cacert', server.credentials.caFile, `https://api.push.apple.com${path()}`];
    expect(await push(to, { HTTPS_PROXY: server.plain.origin })).toMatchObject({ status: 200, version: '2' });
    await expectShown();
    expect((await server.onlyExchange()).request?.url).toBe(`https://api.push.apple.com${path()}`);
  });

  it('is kept from other hosts by the proxy', async () => {
    const env = { HTTPS_PROXY: server.plain.origin };
    await expect(curl(['https://www.example.com/'], env)).rejects.toThrow(/403/);
    expect((await server.onlyExchange()).failure?.code).toBe('proxy_target_refused');
  });

  it('is refused with a broken provider token', async () => {
    const answer = await curl([...alertHeaders, '-H', 'authorization: bearer a.b.c', ...data, ...overTls()]);
    expect(answer).toMatchObject({ status: 403, body: '{"reason":"InvalidProviderToken"}' });
    expect(answer.headers['apns-id']).toMatch(APPLE_ID);
    const { summary, deliveries } = await server.onlyExchange();
    expect(summary.en).toMatch(/^Refused with 403: /);
    expect(deliveries).toEqual([]);
    expect((await server.screen('iphone')).notifications).toEqual([]);
  });

  it('learns since when a target is unregistered', async () => {
    await server.act('iphone', { action: 'unregister' });
    const answer = await push(overTls());
    expect(answer.status).toBe(410);
    expect(JSON.parse(answer.body)).toEqual({ reason: 'Unregistered', timestamp: expect.any(Number) });
    expect((await server.screen('iphone')).notifications).toEqual([]);
  });

  it('repeats an exchange with the command that the API shows for it', async () => {
    await push(overTls());
    const { curl: command } = await server.onlyExchange();
    const { code, stderr } = await runProgram('sh', ['-c', command ?? 'false']);
    expect(code, stderr).toBe(0);
    expect((await server.screen('iphone')).notifications).toMatchObject([
      { title: 'Hi', body: 'from curl' },
      { title: 'Hi', body: 'from curl' },
    ]);
  });

  it('works with the lines that come with the credentials, for both vendors', async () => {
    const { tokens, credentials } = server;
    for (const command of [
      credentials.usage('curl (APNs, certificate)').replace('<device token>', tokens.iphone),
      credentials.usage('curl (Xiaomi)').replace('<regid>', tokens.xiaomi),
    ]) {
      const { code, stderr } = await runProgram('sh', ['-c', command]);
      expect(code, stderr).toBe(0);
    }
    expect(await server.onlyNotification('iphone')).toMatchObject({ title: null, body: 'Hello' });
    expect(await server.onlyNotification('xiaomi')).toMatchObject({ title: 'Hello', body: 'World' });
  });

  it('is redirected by the line for senders that honour a proxy, without any option', async () => {
    const line = server.credentials.usage('any sender that honours a proxy', 'proxy');
    const plain = 'curl --silent --show-error --http2 -X POST https://api.push.apple.com/3/device/ab';
    const { code, stdout, stderr } = await runProgram('sh', ['-c', `${line}\n${plain}`]);
    expect(code, stderr).toBe(0);
    expect(stdout).toBe('{"reason":"MissingProviderToken"}');
  });

  const send = async (token = providerToken(), to = overTls(), body = data): Promise<Answer> =>
    curl([...alertHeaders, '-H', `authorization: bearer ${await token}`, ...body, ...to]);

  const iphone: Phone = {
    shows: { title: 'Hi', body: 'from curl' },
    shade: async () => (await server.screen('iphone')).notifications,
  };
  clientCases('curl', iphone, {
    success: async () => expect(await send()).toMatchObject({ status: 200, body: '' }),
    'wrong credentials': async () => {
      const answer = await send(providerToken({ teamId: 'OTHERTEAM1' }));
      expect(answer).toMatchObject({ status: 403, body: '{"reason":"InvalidProviderToken"}' });
    },
    // A script makes its token anew when it is told so.
    'expired token': async () => {
      await server.api('PUT', '/workspace', { clock: { offsetMs: 3_595_000 } });
      const late = await send(providerToken({ ageSeconds: 10 }));
      expect(late).toMatchObject({ status: 403, body: '{"reason":"ExpiredProviderToken"}' });
      expect(await send()).toMatchObject({ status: 200 });
    },
    'bad target': async () => {
      const to = overTls().map((word) => word.replace(server.tokens.iphone, 'ab'.repeat(32)));
      expect(await send(providerToken(), to)).toMatchObject({ status: 400, body: '{"reason":"BadDeviceToken"}' });
    },
    'over-long text': async () => {
      const long = ['-d', JSON.stringify({ aps: { alert: 'x'.repeat(4096) } })];
      const answer = await send(providerToken(), overTls(), long);
      expect(answer).toMatchObject({ status: 413, body: '{"reason":"PayloadTooLarge"}' });
    },
    // It sends again by itself after a second when it is given --retry.
    'server error, then again': async () => {
      const action = { type: 'code', code: 'ServiceUnavailable' };
      await server.api('POST', '/faults', { channel: 'apns', times: 1, action });
      expect(await send(providerToken(), [...overTls(), '--retry', '1'])).toMatchObject({ status: 503 });
      expect((await server.exchanges()).map(({ status }) => status)).toEqual([503, 200]);
    },
  });
});
