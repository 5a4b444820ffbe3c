import { createHash, createHmac } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ChannelId } from '../../src/core/channels/types.ts';
import type { OutcomeView } from '../../src/core/views.ts';
import type { ConnectionView, ConsoleView } from '../../src/server/api/views.ts';
import { type Pushpit, startPushpit } from '../../src/server/pushpit.ts';
import { answerOf, message } from './harness.ts';
import { preparedFolder } from './temporary.ts';

const SECRET = 'a secret, 29 characters long!';
const BADGE_CLASS = 'com.example.app.MainActivity';

async function start(dataDir: string, allowCallbackHosts: readonly string[] = []): Promise<Pushpit> {
  const pushpit = await startPushpit({ dataDir, allowCallbackHosts });
  onTestFinished(() => pushpit.close());
  return pushpit;
}

async function call(pushpit: Pushpit, method: string, path: string, body?: unknown) {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const init = { method, headers: { 'content-type': 'application/json' }, ...content };
  return answerOf(await pushpit.fetch(new Request(`http://127.0.0.1/api/v1${path}`, init)));
}

async function consoleOf(pushpit: Pushpit, vendor: string): Promise<ConsoleView | undefined> {
  const { body } = await call(pushpit, 'GET', '/console');
  return (body.at('console') as readonly ConsoleView[]).find((one) => one.vendor === vendor);
}

/** What the IM side's message came to on the phone of a vendor. */
async function sendByIm(pushpit: Pushpit, vendor: ChannelId): Promise<OutcomeView> {
  const sent = await call(pushpit, 'POST', '/messages', message({ to: { c2c: `user-${vendor}` } }));
  expect(sent.status, JSON.stringify(sent.body.value)).toBe(200);
  return sent.body.at('outcomes', 0) as OutcomeView;
}

const rulesOf = ({ trace }: OutcomeView): readonly string[] => trace.map(({ rule }) => rule);
const stopsOf = ({ trace }: OutcomeView): readonly string[] =>
  trace.filter(({ verdict }) => verdict === 'stop').map(({ rule }) => rule);

interface Receipt {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** A receiver of receipts on loopback; `next` resolves with the first one that has not been taken yet. */
async function receiver(): Promise<{ readonly url: string; next(): Promise<Receipt> }> {
  const waiting: ((receipt: Receipt) => void)[] = [];
  const queued: Receipt[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => {
      const receipt = { path: request.url ?? '', headers: request.headers, body: JSON.parse(text) as unknown };
      const taker = waiting.shift();
      if (taker === undefined) queued.push(receipt);
      else taker(receipt);
      response.end('{"code":"0","message":"success"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: () =>
      new Promise((resolve) => {
        const first = queued.shift();
        if (first === undefined) waiting.push(resolve);
        else resolve(first);
      }),
  };
}

/** One push through vivo's own interface, as a backend sends it; the answer of `/message/send`. */
async function pushVivo(pushpit: Pushpit, extra: object): Promise<{ result: number; taskId: string }> {
  const connection = (await call(pushpit, 'GET', '/connection?secrets=true')).body.value as ConnectionView;
  const { appId, appKey, appSecret } = connection.channels.find(({ channel }) => channel === 'vivo')?.credentials ?? {};
  const post = async (path: string, body: object, headers: Record<string, string> = {}): Promise<unknown> => {
    const answer = await fetch(`${pushpit.listeners.plain}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return answer.json();
  };
  const timestamp = Date.now();
  const sign = createHash('md5').update(`${appId}${appKey}${timestamp}${appSecret}`).digest('hex');
  const { authToken } = (await post('/message/auth', { appId, appKey, timestamp, sign })) as { authToken: string };
  const regId = (await call(pushpit, 'GET', '/devices/vivo')).body.at('token');
  const body = { appId, regId, notifyType: 4, title: 'Hello', content: 'World', skipType: 1, classification: 1 };
  const sent = await post('/message/send', { ...body, requestId: `r${timestamp}`, extra }, { authToken });
  return sent as { result: number; taskId: string };
}

/** Checks what a receiver checks: HMAC-SHA256 over time, nonce and user name. */
function expectSigned({ headers }: Receipt, userName: string): void {
  const header = String(headers['x-huawei-callback-id']);
  const [, timestamp, nonce, value] = /^timestamp=(\d+); nonce=([\w-]+); value=(.+)$/.exec(header) ?? [];
  const signature = createHmac('sha256', SECRET).update(`${timestamp}${nonce}${userName}`).digest('base64');
  expect(value, header).toBe(signature);
}

describe('what is set up in the consoles', () => {
  it('sends signed receipts of Huawei to the address, at once and after a restart', async () => {
    const { url, next } = await receiver();
    const dataDir = await preparedFolder();
    const first = await start(dataDir);
    const receipt = { id: null, url: `${url}/huawei`, userName: 'receiver', secret: SECRET };
    const put = await call(first, 'PUT', '/console/huawei', { receipts: [receipt] });
    expect(put.body.value).toMatchObject({ vendor: 'huawei', notes: [] });
    await sendByIm(first, 'huawei');
    const posted = await next();
    expectSigned(posted, 'receiver');
    const token = (await call(first, 'GET', '/devices/huawei')).body.at('token');
    expect(posted).toMatchObject({ path: '/huawei', body: { statuses: [{ token, status: 0 }] } });
    await first.close();

    const file = join(dataDir, 'credentials', 'console.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const second = await start(dataDir);
    await sendByIm(second, 'huawei');
    expectSigned(await next(), 'receiver');
  });

  it("carries Huawei's badge and click once the certificate form has them, and no more when they are taken away", async () => {
    const pushpit = await start(await preparedFolder());
    expect(rulesOf(await sendByIm(pushpit, 'huawei'))).toContain('huawei-build-badge');
    expect((await call(pushpit, 'GET', '/devices/huawei')).body.at('badge')).toBe(0);
    const click = { kind: 'web', target: 'https://www.example.com/' };
    await call(pushpit, 'PUT', '/console/huawei', { certificate: { badgeClass: BADGE_CLASS, click } });
    const outcome = await sendByIm(pushpit, 'huawei');
    expect(decodeURIComponent(outcome.request?.raw ?? '')).toContain(`"badgeAddNum":"1","badgeClass":"${BADGE_CLASS}"`);
    expect(rulesOf(outcome)).toEqual(expect.arrayContaining(['huawei-build-badge-class', 'huawei-build-click']));
    expect((await call(pushpit, 'GET', '/devices/huawei')).body.at('badge')).toBe(1);
    expect((await call(pushpit, 'PUT', '/console/huawei', {})).body.at('settings')).toEqual({});
    expect(rulesOf(await sendByIm(pushpit, 'huawei'))).toContain('huawei-build-badge');
    expect((await call(pushpit, 'GET', '/devices/huawei')).body.at('badge')).toBe(1);
  });

  it('sends receipts of vivo by callback.id while the switch lets them go', async () => {
    const { url, next } = await receiver();
    const pushpit = await start(await preparedFolder());
    const put = await call(pushpit, 'PUT', '/console/vivo', { receipts: [{ id: '1001', url: `${url}/vivo` }] });
    expect(put.body.at('notes', 0, 'en')).toContain('vivo.idReceipts');
    // Without the switch nothing is posted: the receipt below would not be the first.
    expect(await pushVivo(pushpit, { 'callback.id': '1001', 'callback.param': 'first' })).toMatchObject({ result: 0 });
    await call(pushpit, 'PUT', '/workspace', { vivo: { idReceipts: 'assumed' } });
    expect((await consoleOf(pushpit, 'vivo'))?.notes).toEqual([]);
    const sent = await pushVivo(pushpit, { 'callback.id': '1001', 'callback.param': 'second' });
    expect(sent).toMatchObject({ result: 0 });
    const token = (await call(pushpit, 'GET', '/devices/vivo')).body.at('token');
    expect(await next()).toMatchObject({
      path: '/vivo',
      body: { [sent.taskId]: { param: 'second', targets: token, code: '0' } },
    });
  });

  it.each([
    ['xiaomi', 'xiaomi-blacklist'],
    ['meizu', 'meizu-blacklist'],
    ['oppo', 'oppo-app-disabled'],
    ['vivo', 'vivo-app-open'],
  ] as const)('has %s refuse the pushes of a blocked app', async (vendor, rule) => {
    const pushpit = await start(await preparedFolder());
    expect((await call(pushpit, 'PUT', `/console/${vendor}`, { blacklisted: true })).status).toBe(200);
    expect(stopsOf(await sendByIm(pushpit, vendor))).toContain(rule);
    await call(pushpit, 'PUT', `/console/${vendor}`, {});
    expect(await sendByIm(pushpit, vendor)).toMatchObject({ delivered: true });
  });

  it("holds for the user's own apps too, in whatever order they come", async () => {
    const pushpit = await start(await preparedFolder());
    await call(pushpit, 'PUT', '/console/xiaomi', { blacklisted: true });
    const app = { kind: 'app', appId: '2882303761520000000', appSecret: 'own-secret', packageName: 'com.acme.app' };
    await call(pushpit, 'PUT', '/credentials/xiaomi', app);
    await call(pushpit, 'POST', '/devices', { id: 'mine', channel: 'xiaomi', app: 'com.acme.app' });
    const token = String((await call(pushpit, 'GET', '/devices/mine')).body.at('token'));
    const form = { registration_id: token, restricted_package_name: 'com.acme.app', title: 'a', description: 'b' };
    const push = () =>
      fetch(`${pushpit.listeners.plain}/v3/message/regid`, {
        method: 'POST',
        headers: { authorization: 'key=own-secret' },
        body: new URLSearchParams({ ...form, pass_through: '0', payload: 'x' }),
      }).then((response) => response.json());
    expect(await push()).toMatchObject({ code: 10031 });
    await call(pushpit, 'PUT', '/console/xiaomi', { blacklisted: false });
    expect(await push()).toMatchObject({ code: 0 });
  });

  it('has Google refuse a service account that is off, and take it again', async () => {
    const pushpit = await start(await preparedFolder());
    const connection = (await call(pushpit, 'GET', '/connection')).body.value as ConnectionView;
    const email = connection.channels.find(({ channel }) => channel === 'fcm')?.credentials.clientEmail;
    expect((await consoleOf(pushpit, 'fcm'))?.example).toEqual({ disabledAccounts: [email] });
    const put = await call(pushpit, 'PUT', '/console/fcm', { disabledAccounts: [email, 'nobody@example.com'] });
    expect(put.status, JSON.stringify(put.body.value)).toBe(200);
    expect(put.body.at('notes')).toEqual([
      { en: expect.stringContaining('nobody@example.com'), zh: expect.anything() },
    ]);
    expect(stopsOf(await sendByIm(pushpit, 'fcm'))).toContain('fcm-account-disabled');
    await call(pushpit, 'PUT', '/console/fcm', {});
    expect(await sendByIm(pushpit, 'fcm')).toMatchObject({ delivered: true });
  });

  it("sends Huawei's receipts to the project's address while the app has none of its own", async () => {
    const { url, next } = await receiver();
    const pushpit = await start(await preparedFolder());
    const project = { projectId: null, url: `${url}/project`, userName: 'receiver', secret: SECRET };
    const put = await call(pushpit, 'PUT', '/console/huawei', { projectReceipts: [project] });
    expect(JSON.stringify(put.body.value)).not.toContain(SECRET);
    await sendByIm(pushpit, 'huawei');
    const posted = await next();
    expect(posted.path).toBe('/project');
    expectSigned(posted, 'receiver');
    const receipts = [{ id: null, url: `${url}/app` }];
    const kept = [{ ...project, secret: '••••ong!' }];
    expect((await call(pushpit, 'PUT', '/console/huawei', { receipts, projectReceipts: kept })).status).toBe(200);
    await sendByIm(pushpit, 'huawei');
    expect(await next()).toMatchObject({ path: '/app' });
    await call(pushpit, 'PUT', '/console/huawei', { projectReceipts: kept });
    await sendByIm(pushpit, 'huawei');
    expectSigned(await next(), 'receiver');
  });

  it('limits a key of APNs to its topics', async () => {
    const pushpit = await start(await preparedFolder());
    const connection = (await call(pushpit, 'GET', '/connection')).body.value as ConnectionView;
    const keyId = connection.channels.find(({ channel }) => channel === 'apns')?.credentials.keyId;
    await call(pushpit, 'PUT', '/console/apns', { topicKeys: [{ keyId, topics: ['com.example.other'] }] });
    const outcome = await sendByIm(pushpit, 'apns');
    expect(outcome.delivered).toBe(false);
    expect(outcome.trace.map(({ text }) => text).join('\n')).toContain('com.example.other');
  });

  it('masks secrets in every answer, and takes a masked one as the one that is kept', async () => {
    const { url, next } = await receiver();
    const pushpit = await start(await preparedFolder());
    const receipt = { id: null, url, userName: 'receiver', secret: SECRET };
    const put = await call(pushpit, 'PUT', '/console/huawei', { receipts: [receipt] });
    const shown = await consoleOf(pushpit, 'huawei');
    const answers = [put.body.value, shown, (await call(pushpit, 'GET', '/workspace')).body.value];
    expect(JSON.stringify(answers)).not.toContain(SECRET);
    const masked = { ...receipt, secret: '••••ong!' };
    expect(shown?.settings).toEqual({ receipts: [masked] });

    const moved = { ...masked, url: `${url}/moved`, userName: 'other' };
    expect((await call(pushpit, 'PUT', '/console/huawei', { receipts: [moved] })).status).toBe(200);
    await sendByIm(pushpit, 'huawei');
    const posted = await next();
    expect(posted.path).toBe('/moved');
    expectSigned(posted, 'other');
    const other = await call(pushpit, 'PUT', '/console/huawei', { receipts: [{ ...masked, id: 'RCP1' }] });
    expect(other.status).toBe(422);
    expect(other.body.at('error')).toMatchObject({
      code: 'invalid_setting',
      details: { field: 'receipts[0].secret', received: 'a masked secret' },
    });
  });

  it('refuses what does not fit, with what came and what is expected', async () => {
    const pushpit = await start(await preparedFolder());
    for (const [vendor, body, words] of MISFITS) {
      const refused = await call(pushpit, 'PUT', `/console/${vendor}`, body);
      expect(refused.status, words).toBe(400);
      expect(refused.body.at('error', 'message')).toContain(words);
      expect((await consoleOf(pushpit, vendor))?.settings, words).toEqual({});
    }
  });

  it('repeats no secret in what it refuses', async () => {
    const pushpit = await start(await preparedFolder());
    const url = 'http://127.0.0.1';
    for (const receipts of [
      { url, secret: SECRET },
      [{ url, userName: 'u', secret: [SECRET] }],
      [{ url, userName: 'u', secrt: SECRET }],
    ]) {
      const refused = await call(pushpit, 'PUT', '/console/huawei', { receipts });
      expect(refused.status).toBe(400);
      expect(JSON.stringify(refused.body.value)).not.toContain(SECRET);
    }
    const projectReceipts = [{ url, userName: 'u', secret: [SECRET] }];
    const refused = await call(pushpit, 'PUT', '/console/huawei', { projectReceipts });
    expect([refused.status, JSON.stringify(refused.body.value).includes(SECRET)]).toEqual([400, false]);
  });

  it('says which hosts get no receipts unless they are allowed', async () => {
    const pushpit = await start(await preparedFolder(), ['Allowed.example.com']);
    const hosts = ['localhost', '[::1]', 'allowed.example.com', 'far.example.com'];
    const receipts = hosts.map((host, index) => ({ id: `${index}`, url: `http://${host}/x` }));
    const put = await call(pushpit, 'PUT', '/console/huawei', { receipts });
    expect(put.body.at('notes')).toHaveLength(1);
    expect(put.body.at('notes', 0, 'en')).toContain('--allow-callback-host far.example.com');
  });

  it('takes its own examples, and shows them as they were sent', async () => {
    const pushpit = await start(await preparedFolder());
    const { body } = await call(pushpit, 'GET', '/console');
    for (const { vendor, example } of body.at('console') as readonly ConsoleView[]) {
      const put = await call(pushpit, 'PUT', `/console/${vendor}`, example);
      expect(put.status, JSON.stringify(put.body.value)).toBe(200);
      const shown = JSON.stringify(put.body.at('settings')).replace('••••-own', 'a-secret-of-your-own');
      expect(JSON.parse(shown), vendor).toEqual(example);
    }
  });

  it('keeps Pushpit from starting when its file is damaged, and leaves it as it is', async () => {
    const dataDir = await preparedFolder();
    await (await start(dataDir)).close();
    const file = join(dataDir, 'credentials', 'console.json');
    for (const content of ['{', '{"format":1,"settings":{"vivo":{"receipts":[{"id":"1","url":"x"}]}}}']) {
      await writeFile(file, content);
      await expect(startPushpit({ dataDir })).rejects.toMatchObject({ code: 'damaged_file', path: file });
      expect(await readFile(file, 'utf8')).toBe(content);
    }
  });
});

const MISFITS: readonly (readonly [vendor: string, body: object, words: string])[] = [
  ['huawei', { receipts: [{ url: 'ftp://127.0.0.1/x' }] }, '"receipts[0].url" is "ftp://127.0.0.1/x". Give an http or'],
  ['huawei', { receipts: [{ url: 'http://a', userName: 'u' }] }, '"receipts[0].secret" is missing. Give userName and'],
  [
    'huawei',
    { receipts: [{ url: 'http://a' }, { url: 'http://b' }] },
    '"receipts[1].id" is missing. Give a value that',
  ],
  ['huawei', { certificate: { badgeClas: 'x' } }, 'Did you mean "badgeClass"?'],
  [
    'huawei',
    { certificate: { click: { kind: 'web', target: 'x' } } },
    '"certificate.click.target" is "x". Give the http',
  ],
  ['huawei', { blacklisted: true }, 'Unknown field "blacklisted"'],
  ['vivo', { receipts: [{ id: '1', url: 'x' }] }, '"receipts[0].url" is "x". Give an http or https address'],
  [
    'oppo',
    { channels: [{ id: 'a', kind: 'secret' }] },
    '"channels[0].kind" is "secret". Give one of "public", "private"',
  ],
  ['meizu', { blacklisted: 'yes' }, '"blacklisted" is "yes". Give a boolean'],
  ['apns', { revokedCertificates: ['abc'] }, '"revokedCertificates[0]" is "abc". Give the SHA-256 fingerprint'],
  ['xiaomi', { channels: 'x' }, '"channels" is "x". Give an array'],
];
