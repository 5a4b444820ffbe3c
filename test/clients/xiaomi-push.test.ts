import { createRequire } from 'node:module';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetProxies, runScript } from '../helpers/run.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';
import type { XiaomiJob, XiaomiResult } from './children/xiaomi-proxy.ts';

type Client = typeof import('xiaomi-push');

const require = createRequire(import.meta.url);
const MESSAGE_ID = /^[satuigm][a-z]{2}[0-9a-f]{5}\d{12}[0-9A-Za-z]{2}$/;
const UNKNOWN = 'Qx3kQ7vN1xW8aR5tY2uI9oL6mB4cD0eF+gH/jK1sT7w=';

let server: TestServer;
let client: Client;
beforeAll(async () => {
  forgetProxies();
  server = await startTestServer();
  client = loadRedirected(server.plain.origin);
});
afterAll(() => server.close());
beforeEach(() => server.reset());

/** Its table of addresses is an object that may be changed before the client itself is loaded. */
function loadRedirected(origin: string): Client {
  const constant = require('xiaomi-push/lib/constant') as typeof import('xiaomi-push/lib/constant');
  const move = (address: string): string => address.replace(/^https:\/\/[^/]+/, origin);
  for (const [name, value] of Object.entries(constant)) {
    constant[name] =
      typeof value === 'string'
        ? move(value)
        : Object.fromEntries(Object.entries(value).map(([key, address]) => [key, move(address)]));
  }
  return require('xiaomi-push') as Client;
}

const options = () => ({
  production: true,
  appSecret: server.credentials.xiaomi.appSecret,
  restrictedPackageName: 'com.example.app',
});
const notification = (over = {}) => new client.Notification({ ...options(), ...over });
const message = () =>
  new client.Message()
    .title('外卖')
    .description('骑手已到楼下')
    .payload('{"order":7}')
    .passThrough(0)
    .notifyType(-1)
    .restrictedPackageName('com.example.app');

/** The answer that this client throws away when its code is not 0: only the text of the error keeps it. */
async function refusal(sending: Promise<unknown>): Promise<Readonly<Record<string, unknown>>> {
  const error = await sending.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('it was not refused');
  return JSON.parse(error.message) as Readonly<Record<string, unknown>>;
}

async function expectRefused(code: number): Promise<void> {
  const exchange = await server.onlyExchange();
  expect(exchange).toMatchObject({ channel: 'xiaomi', status: 200, delivered: false, deliveries: [] });
  expect(exchange.response?.body).toMatchObject({ result: 'error', code });
  expect(exchange.summary.en).toMatch(/^Refused\b/);
  expect(await server.screen('xiaomi')).toMatchObject({ badge: 0, notifications: [], sounds: [] });
}

describe('xiaomi-push, redirected by its constants', () => {
  it('shows its notification on the Xiaomi phone, which counts and rings', async () => {
    const answer = await notification().send(server.tokens.xiaomi, message());
    expect(answer).toEqual({
      result: 'ok',
      trace_id: expect.stringMatching(/^X/),
      code: 0,
      data: { id: expect.stringMatching(MESSAGE_ID) },
      description: '成功',
      info: 'Received push messages for 1 REGID',
    });
    expect(await server.onlyNotification('xiaomi')).toMatchObject({
      app: 'com.example.app',
      title: '外卖',
      body: '骑手已到楼下',
      sound: 'default',
      vibrated: true,
      badge: 1,
      pushId: answer.data.id,
    });
    expect(await server.screen('xiaomi')).toMatchObject({ badge: 1, sounds: [{ played: 'default', vibrated: true }] });
    expect(await server.onlyExchange()).toMatchObject({
      channel: 'xiaomi',
      protocol: 'http/1.1',
      target: server.tokens.xiaomi,
      title: '外卖',
      status: 200,
      delivered: true,
      summary: { en: 'Shown on Xiaomi 14.' },
      deliveries: [{ deviceId: 'xiaomi', result: 'shown' }],
    });
  });

  it('keeps one connection when it is asked to', async () => {
    const sender = notification({ keepAlive: true });
    await sender.send(server.tokens.xiaomi, message().notifyId(1));
    await sender.send(server.tokens.xiaomi, message().notifyId(2));
    expect(new Set((await server.exchanges()).map(({ remote }) => remote)).size).toBe(1);
    expect(await server.screen('xiaomi')).toMatchObject({ badge: 2, notifications: [{}, {}] });
  });

  it('replaces its notification when the notify id is the same, given or not', async () => {
    const sender = notification();
    await sender.send(server.tokens.xiaomi, message());
    await sender.send(server.tokens.xiaomi, message().title('餐已取'));
    expect(await server.onlyNotification('xiaomi')).toMatchObject({ title: '餐已取', badge: 1 });
  });

  it('is refused with a wrong secret', async () => {
    const answer = await refusal(notification({ appSecret: 'wrong' }).send(server.tokens.xiaomi, message()));
    expect(answer).toEqual({
      result: 'error',
      reason: 'Invalid application secret.',
      trace_id: expect.any(String),
      code: 21301,
      description: '认证失败',
    });
    await expectRefused(21301);
  });

  it('is refused without a title', async () => {
    const answer = await refusal(notification().send(server.tokens.xiaomi, message().title('')));
    expect(answer).toMatchObject({ code: 65011, reason: 'Title or Description is empty!' });
    await expectRefused(65011);
  });

  it('is refused with nothing but unknown targets', async () => {
    expect(await refusal(notification().send(UNKNOWN, message()))).toMatchObject({
      code: 20301,
      reason: 'No valid targets!',
    });
    await expectRefused(20301);
  });

  it('learns which of its targets are bad', async () => {
    const answer = await notification().send([UNKNOWN, server.tokens.xiaomi], message());
    expect(answer).toMatchObject({
      code: 0,
      data: { bad_regids: UNKNOWN },
      info: 'Received push messages for 1 REGID',
    });
    expect(await server.onlyNotification('xiaomi')).toMatchObject({ title: '外卖' });
  });

  it('is refused for an unregistered target', async () => {
    await server.act('xiaomi', { action: 'unregister' });
    const answer = await refusal(notification().send(server.tokens.xiaomi, message()));
    expect(answer).toMatchObject({ code: 20301, reason: 'No valid targets!' });
    await expectRefused(20301);
  });

  it('finds an unregistered target among others in the feedback, once', async () => {
    const second = 'S2x7kQ7vN1xW8aR5tY2uI9oL6mB4cD0eFagHbjK1sT7w';
    await server.api('POST', '/devices', { id: 'xiaomi-2', channel: 'xiaomi', token: second });
    await server.act('xiaomi', { action: 'unregister' });
    const { data } = await notification().send([server.tokens.xiaomi, second], message());
    expect(data.bad_regids).toBe(server.tokens.xiaomi);
    expect((await server.screen('xiaomi')).notifications).toEqual([]);
    expect(await server.onlyNotification('xiaomi-2')).toMatchObject({ title: '外卖' });
    const feedback = new client.Feedback(options());
    expect(await feedback.getInvalidRegIds()).toEqual([server.tokens.xiaomi]);
    expect(await feedback.getInvalidRegIds()).toEqual([]);
  });

  it('reaches the phone by alias, account and topic too', async () => {
    await server.patch('xiaomi', { aliases: ['bob'], userAccounts: ['bob@example.com'] });
    await new client.Subscription(options()).subscribeTopic(server.tokens.xiaomi, 'news');
    const sender = notification();
    const infos = [
      await sender.sendToAlias('bob', message().notifyId(1)),
      await sender.sendToUserAccount('bob@example.com', message().notifyId(2)),
      await sender.sendToTopic('news', message().notifyId(3)),
      await sender.sendToAll(message().notifyId(4)),
    ].map(({ info, data }) => `${info} ${data.id[0]}`);
    expect(infos).toEqual([
      'Received push messages for 1 ALIAS a',
      'Received push messages for 1 USER_ACCOUNT u',
      'Received push messages for 1 TOPIC t',
      'Received push messages for 1 ALL t',
    ]);
    expect((await server.screen('xiaomi')).badge).toBe(4);
    const stats = new client.Stats(options());
    expect((await stats.getAliasesOf(server.tokens.xiaomi)).data.list).toEqual(['bob']);
    expect((await stats.getTopicsOf(server.tokens.xiaomi)).data.list).toEqual(['news']);
  });

  it('can ask what became of a message', async () => {
    const { data } = await notification().send(server.tokens.xiaomi, message());
    const tracer = new client.Tracer(options());
    expect((await tracer.getMessageStatus(data.id)).data.data).toMatchObject({ id: data.id, delivered: 1, click: 0 });
    const { id } = await server.onlyNotification('xiaomi');
    await server.act('xiaomi', { action: 'tap', notificationId: id });
    expect((await tracer.getMessageStatus(data.id)).data.data).toMatchObject({ delivered: 1, click: 1 });
  });
});

describe('xiaomi-push, redirected otherwise', () => {
  it('goes where its member `apis` points', async () => {
    const sender = notification({ production: false });
    sender.apis.regid = `http://localhost:${server.plain.port}/v2/message/regid`;
    expect(await sender.send(server.tokens.xiaomi, message())).toMatchObject({ code: 0 });
    expect(await server.onlyNotification('xiaomi')).toMatchObject({ title: '外卖' });
  });

  it('comes through HTTPS_PROXY when it means api.xmpush.xiaomi.com', async () => {
    const job: XiaomiJob = { ...server.credentials.xiaomi, regid: server.tokens.xiaomi };
    const env = { HTTPS_PROXY: server.plain.origin, NODE_EXTRA_CA_CERTS: server.credentials.caFile };
    const answer = await runScript<XiaomiResult>('test/clients/children/xiaomi-proxy.ts', job, env);
    expect(answer).toMatchObject({ result: 'ok', code: 0, data: { id: expect.stringMatching(MESSAGE_ID) } });
    expect(await server.onlyNotification('xiaomi')).toMatchObject({ title: 'Via proxy', body: 'Unchanged client' });
    const { request, summary } = await server.onlyExchange();
    expect(request?.url).toBe('https://api.xmpush.xiaomi.com/v2/message/regid');
    expect(summary.en).toBe('Shown on Xiaomi 14.');
  });
});
