import { generateKeyPairSync, sign } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:http2';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Pushpit, startPushpit } from '../../src/server/pushpit.ts';
import { answerOf } from './harness.ts';
import { preparedFolder } from './temporary.ts';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const P8 = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const KEY = { kind: 'key', keyId: 'USERKEY001', teamId: 'USERTEAM01', key: P8 };
const SECRET = 'users-own-secret-of-xiaomi';
const APP = { kind: 'app', appId: '2882303761520000000', appSecret: SECRET, packageName: 'com.acme.app' };

async function start(dataDir: string): Promise<Pushpit> {
  const pushpit = await startPushpit({ dataDir });
  onTestFinished(() => pushpit.close());
  return pushpit;
}

async function call(pushpit: Pushpit, method: string, path: string, body?: unknown) {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const init = { method, headers: { 'content-type': 'application/json' }, ...content };
  return answerOf(await pushpit.fetch(new Request(`http://127.0.0.1/api/v1${path}`, init)));
}

function jwt(): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor(Date.now() / 1000);
  const signed = `${part({ alg: 'ES256', kid: KEY.keyId })}.${part({ iss: KEY.teamId, iat })}`;
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}

/** One APNs push as the user's backend sends it; resolves with status and body. */
async function pushApns(pushpit: Pushpit, topic = 'com.example.app'): Promise<{ status: number; body: string }> {
  const ca = await readFile(join(pushpit.dataDir, 'certificates', 'ca.pem'));
  const token = (await call(pushpit, 'GET', '/devices/iphone')).body.at('token');
  const session = connect(pushpit.listeners.tls, { ca });
  try {
    const stream = session.request({
      ':method': 'POST',
      ':path': `/3/device/${token}`,
      authorization: `bearer ${jwt()}`,
      'apns-topic': topic,
      'apns-push-type': 'alert',
    });
    stream.end('{"aps":{"alert":"From the backend"}}');
    let status = 0;
    let body = '';
    stream.setEncoding('utf8').on('response', (headers) => {
      status = Number(headers[':status']);
    });
    for await (const chunk of stream) body += String(chunk);
    return { status, body };
  } finally {
    session.close();
  }
}

const pushXiaomi = (pushpit: Pushpit, regid: string) =>
  fetch(`${pushpit.listeners.plain}/v3/message/regid`, {
    method: 'POST',
    headers: { authorization: `key=${SECRET}` },
    body: new URLSearchParams({
      registration_id: regid,
      restricted_package_name: 'com.acme.app',
      title: 'Own app',
      description: 'own secret',
      pass_through: '0',
      payload: 'x',
    }),
  }).then((response) => response.json());

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ACCOUNT = {
  type: 'service_account',
  project_id: 'acme-app-1234',
  private_key_id: 'ab'.repeat(20),
  private_key: rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  client_email: 'push@acme-app-1234.iam.gserviceaccount.com',
};

/** A push to FCM with the user's service account, from the token on. */
async function pushFcm(pushpit: Pushpit, target: string): Promise<{ status: number; body: string }> {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor(Date.now() / 1000);
  const claims = {
    iss: ACCOUNT.client_email,
    scope: 'https://www.googleapis.com/auth/firebase.messaging',
    aud: 'https://oauth2.googleapis.com/token',
    iat,
    exp: iat + 3600,
  };
  const signed = `${part({ alg: 'RS256' })}.${part(claims)}`;
  const assertion = `${signed}.${sign('sha256', Buffer.from(signed), rsa.privateKey).toString('base64url')}`;
  const grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
  const token = await fetch(`${pushpit.listeners.plain}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type, assertion }),
  });
  if (!token.ok) return { status: token.status, body: await token.text() };
  const { access_token } = (await token.json()) as { access_token: string };
  const answer = await fetch(`${pushpit.listeners.plain}/v1/projects/${ACCOUNT.project_id}/messages:send`, {
    method: 'POST',
    headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ message: { token: target, notification: { title: 'Own project', body: 'own account' } } }),
  });
  return { status: answer.status, body: await answer.text() };
}

describe("the user's own credentials", () => {
  it("let a Firebase backend send with its own project, and the IM side reach that project's app", async () => {
    const pushpit = await start(await preparedFolder());
    const device = { id: 'mine', channel: 'fcm', app: 'com.acme.app', userId: 'user-mine' };
    await call(pushpit, 'PUT', '/accounts/user-mine', { session: 'loggedIn' });
    expect((await call(pushpit, 'POST', '/devices', device)).status).toBe(201);
    const token = String((await call(pushpit, 'GET', '/devices/mine')).body.at('token'));
    expect((await pushFcm(pushpit, token)).status).toBe(400);
    const account = { kind: 'account', file: JSON.stringify(ACCOUNT), packageName: 'com.acme.app' };
    expect((await call(pushpit, 'PUT', '/credentials/fcm', account)).body.at('phones')).toEqual(['mine']);
    expect(await pushFcm(pushpit, token)).toMatchObject({ status: 200 });
    const screen = await call(pushpit, 'GET', '/devices/mine/screen');
    expect(screen.body.at('notifications', 0, 'title')).toBe('Own project');
    const other = String((await call(pushpit, 'GET', '/devices/pixel')).body.at('token'));
    expect((await pushFcm(pushpit, other)).status).toBe(403);
    await call(pushpit, 'POST', '/devices/mine/actions', { action: 'login', userId: 'user-mine' });
    await call(pushpit, 'POST', '/devices/mine/actions', { action: 'kill', by: 'system' });
    const sent = await call(pushpit, 'POST', '/messages', {
      from: 'alice',
      to: { c2c: 'user-mine' },
      kind: 'chat',
      elements: [{ type: 'text', text: 'hello' }],
    });
    expect(sent.body.at('outcomes', 0, 'response', 'status'), JSON.stringify(sent.body.value)).toBe(200);
  });

  it('let an APNs backend send with its own key, at once, after a restart, and no more when they are taken away', async () => {
    const dataDir = await preparedFolder();
    const first = await start(dataDir);
    expect(await pushApns(first)).toEqual({ status: 403, body: '{"reason":"InvalidProviderToken"}' });
    const put = await call(first, 'PUT', '/credentials/apns', KEY);
    expect(put.status).toBe(200);
    expect(put.body.value).toMatchObject({ id: 'key-USERKEY001', vendor: 'apns', kind: 'key' });
    expect((await pushApns(first)).status).toBe(200);
    await first.close();

    const second = await start(dataDir);
    expect((await pushApns(second)).status).toBe(200);
    const shown = await call(second, 'GET', '/devices/iphone/screen');
    expect(shown.body.at('notifications', 0, 'body')).toBe('From the backend');
    expect((await call(second, 'DELETE', '/credentials/apns/key-USERKEY001')).status).toBe(200);
    expect((await pushApns(second)).status).toBe(403);
    expect((await call(second, 'DELETE', '/credentials/apns/key-USERKEY001')).status).toBe(404);
    await second.close();
    expect((await call(await start(dataDir), 'GET', '/credentials')).body.value).toEqual({ credentials: [] });
  });

  it('reach a phone that has the app, and name the phones that do', async () => {
    const pushpit = await start(await preparedFolder());
    expect((await call(pushpit, 'PUT', '/credentials/xiaomi', APP)).body.at('phones')).toEqual([]);
    await call(pushpit, 'POST', '/devices', { id: 'mine', channel: 'xiaomi', app: 'com.acme.app' });
    expect((await call(pushpit, 'GET', '/credentials')).body.at('credentials', 0, 'phones')).toEqual(['mine']);
    const token = String((await call(pushpit, 'GET', '/devices/mine')).body.at('token'));
    expect(await pushXiaomi(pushpit, token)).toMatchObject({ code: 0 });
    const screen = await call(pushpit, 'GET', '/devices/mine/screen');
    expect(screen.body.at('notifications', 0, 'title')).toBe('Own app');
  });

  it('are masked in every answer, kept for their owner only, and left out of the workspace', async () => {
    const pushpit = await start(await preparedFolder());
    const answers = [
      await call(pushpit, 'PUT', '/credentials/xiaomi', APP),
      await call(pushpit, 'PUT', '/credentials/apns', KEY),
      await call(pushpit, 'GET', '/credentials'),
      await call(pushpit, 'GET', '/connection?secrets=true'),
      await call(pushpit, 'GET', '/workspace'),
      await call(pushpit, 'DELETE', '/credentials/apns/key-USERKEY001'),
    ];
    expect(JSON.stringify(answers.map(({ body }) => body.value))).not.toMatch(/users-own-secret|PRIVATE KEY/);
    expect(answers[2]?.body.at('credentials', 0, 'fields')).toContainEqual({
      name: 'appSecret',
      value: '••••aomi',
      secret: true,
    });
    const file = join(pushpit.dataDir, 'credentials', 'own.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toContain(SECRET);
    expect(await readFile(file, 'utf8')).not.toContain('PRIVATE KEY');
    await pushpit.close();
    expect(await readFile(join(pushpit.dataDir, 'workspace.json'), 'utf8').catch(() => '')).not.toContain(SECRET);
  });

  it('replace the entry of the same id, and never one of our own', async () => {
    const pushpit = await start(await preparedFolder());
    await call(pushpit, 'PUT', '/credentials/xiaomi', APP);
    await call(pushpit, 'PUT', '/credentials/xiaomi', { ...APP, packageName: 'com.acme.other' });
    const { body } = await call(pushpit, 'GET', '/credentials');
    expect(body.at('credentials')).toHaveLength(1);
    expect(body.at('credentials', 0, 'apps')).toEqual(['com.acme.other']);
    const connection = (await call(pushpit, 'GET', '/connection')).body;
    const own = connection.at('channels', 0, 'credentials') as { readonly keyId: string };
    const refused = await call(pushpit, 'PUT', '/credentials/apns', { ...KEY, keyId: own.keyId });
    expect(refused.status).toBe(409);
    expect(refused.body.at('error', 'message')).toContain("Pushpit's own");
  });

  it('are refused with what came and what is expected', async () => {
    const pushpit = await start(await preparedFolder());
    const refused = await call(pushpit, 'PUT', '/credentials/apns', { ...KEY, keyId: 'short' });
    expect(refused.status).toBe(422);
    expect(refused.body.at('error')).toMatchObject({
      code: 'invalid_credential',
      details: { field: 'keyId', received: '"short"', expected: 'the key id, ten capital letters and digits' },
    });
    expect((await call(pushpit, 'PUT', '/credentials/apns', { ...KEY, keyID: 'x' })).status).toBe(400);
    const misspelt = await call(pushpit, 'PUT', '/credentials/xiaomi', { ...APP, appSecrt: SECRET });
    expect(misspelt.body.at('error', 'message')).toContain('Did you mean "appSecret"?');
    expect(JSON.stringify(misspelt.body.value)).not.toContain(SECRET);
    const renamed = await call(pushpit, 'PUT', '/credentials/xiaomi', { ...APP, clientToken: SECRET });
    expect(renamed.body.at('error', 'code')).toBe('unknown_field');
    expect(JSON.stringify(renamed.body.value)).not.toContain(SECRET);
    const secret = { ...APP, appSecret: [SECRET] };
    const wrongType = await call(pushpit, 'PUT', '/credentials/xiaomi', secret);
    expect(wrongType.status).toBe(400);
    expect(wrongType.body.at('error', 'message')).toContain('"appSecret" is a value of type object');
    expect(JSON.stringify(wrongType.body.value)).not.toContain(SECRET);
    expect((await call(pushpit, 'PUT', '/credentials/nokia', KEY)).status).toBe(400);
  });

  it('that lie in a damaged file keep Pushpit from starting, and the file is left as it is', async () => {
    const dataDir = await preparedFolder();
    await (await start(dataDir)).close();
    const file = join(dataDir, 'credentials', 'own.json');
    for (const content of ['{', '{"format":1,"credentials":[{"vendor":"apns"}]}']) {
      await writeFile(file, content);
      await expect(startPushpit({ dataDir })).rejects.toMatchObject({ code: 'damaged_file', path: file });
      expect(await readFile(file, 'utf8')).toBe(content);
    }
  });
});
