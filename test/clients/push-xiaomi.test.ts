import Xiaomi from 'push-xiaomi';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetProxies, runScript } from '../helpers/run.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';
import type { PushXiaomiResult } from './children/push-xiaomi-proxy.ts';
import type { XiaomiJob } from './children/xiaomi-proxy.ts';

const UNKNOWN = 'Qx3kQ7vN1xW8aR5tY2uI9oL6mB4cD0eF+gH/jK1sT7w=';

let server: TestServer;
beforeAll(async () => {
  forgetProxies();
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

type Options = ConstructorParameters<typeof Xiaomi>[0];

const client = (over: Partial<Options> = {}): Xiaomi =>
  new Xiaomi({
    appSecret: server.credentials.xiaomi.appSecret,
    appPkgName: 'com.example.app',
    pushUrl: `${server.plain.origin}/v3/message/regid`,
    queryUrl: `${server.plain.origin}/v1/trace/message/status`,
    ...over,
  });

interface Told {
  readonly finish: {
    readonly success_total: number;
    readonly fail_total: number;
    readonly traceIdList: readonly string[];
  };
  readonly answers: readonly Readonly<Record<string, unknown>>[];
}

/** It tells the end by callbacks; the promise of `push` only means that everything was sent off. */
function push(sender: Xiaomi, list: readonly string[], over: object = {}): Promise<Told> {
  return new Promise((resolve, reject) => {
    const answers: Readonly<Record<string, unknown>>[] = [];
    const callbacks = {
      success: ({ data }: { data: Readonly<Record<string, unknown>> }) => void answers.push(data),
      fail: reject,
      finish: (finish: Told['finish']) => resolve({ finish, answers }),
    };
    sender.push({ title: 'Table 5', content: 'is ready', payload: 't5', list, ...callbacks, ...over }).catch(reject);
  });
}

async function expectNothingShown(): Promise<void> {
  const exchange = await server.onlyExchange();
  expect(exchange).toMatchObject({ channel: 'xiaomi', status: 200, delivered: false, deliveries: [] });
  expect(exchange.summary.en).toMatch(/^Refused\b/);
  expect(await server.screen('xiaomi')).toMatchObject({ badge: 0, notifications: [], sounds: [] });
}

describe('push-xiaomi', () => {
  it('shows its notification on the Xiaomi phone', async () => {
    const { finish, answers } = await push(client(), [server.tokens.xiaomi]);
    expect(finish).toMatchObject({ status: 'success', success_total: 1, fail_total: 0 });
    expect(answers).toMatchObject([{ result: 'ok', code: 0, data: { id: finish.traceIdList[0] } }]);
    const shown = await server.onlyNotification('xiaomi');
    expect(shown).toMatchObject({ title: 'Table 5', body: 'is ready', sound: 'default', badge: 1 });
    expect(shown.pushId).toBe(finish.traceIdList[0]);
    const { request, summary, deliveries } = await server.onlyExchange();
    expect(summary).toEqual({ en: 'Shown on Xiaomi 14.', zh: '已在 Xiaomi 14 上显示。' });
    expect(deliveries).toMatchObject([{ deviceId: 'xiaomi', result: 'shown' }]);
    // What only this client does: every extra empty, and the time in milliseconds as notify id.
    const body = request?.body as Readonly<Record<string, string>>;
    expect(body['extra.callback']).toBe('');
    expect(Number(body.notify_id)).toBeGreaterThan(2 ** 31);
  });

  it('is silent with notify_type 0', async () => {
    await push(client(), [server.tokens.xiaomi], { notify_type: 0 });
    expect(await server.onlyNotification('xiaomi')).toMatchObject({ sound: null, vibrated: false });
  });

  it('is refused with a wrong secret', async () => {
    const { finish, answers } = await push(client({ appSecret: 'wrong' }), [server.tokens.xiaomi]);
    expect(answers).toMatchObject([{ result: 'error', code: 21301, reason: 'Invalid application secret.' }]);
    expect(finish).toMatchObject({ success_total: 0, traceIdList: [] });
    expect(await server.onlyExchange()).toMatchObject({ status: 200, refused: true });
    await expectNothingShown();
  });

  it('is refused with a package of somebody else', async () => {
    const { answers } = await push(client({ appPkgName: 'com.example.other' }), [server.tokens.xiaomi]);
    expect(answers).toMatchObject([{ code: 10017, reason: 'Invalid package name.' }]);
    await expectNothingShown();
  });

  it('counts an unregistered target as failed', async () => {
    await server.act('xiaomi', { action: 'unregister' });
    const { finish, answers } = await push(client(), [server.tokens.xiaomi]);
    expect(answers).toMatchObject([{ code: 20301, reason: 'No valid targets!' }]);
    expect(finish).toMatchObject({ success_total: 0, fail_total: 1 });
    await expectNothingShown();
  });

  it('counts the bad ones among its targets', async () => {
    const { finish, answers } = await push(client(), [UNKNOWN, server.tokens.xiaomi, 'nobody']);
    expect(answers).toMatchObject([{ code: 0, data: { bad_regids: `${UNKNOWN},nobody` } }]);
    expect(finish).toMatchObject({ success_total: 1, fail_total: 2 });
    expect(await server.onlyExchange()).toMatchObject({ status: 200, refused: false });
    expect(await server.onlyNotification('xiaomi')).toMatchObject({ title: 'Table 5' });
  });

  it('splits long lists into several requests', async () => {
    const { finish } = await push(client({ maxLength: 1 }), [server.tokens.xiaomi, UNKNOWN]);
    expect(finish).toMatchObject({ group: 2, success_total: 1, fail_total: 1 });
    expect(await server.exchanges()).toHaveLength(2);
  });

  it('can ask how often its message was shown and tapped', async () => {
    const { finish } = await push(client(), [server.tokens.xiaomi]);
    const { id } = await server.onlyNotification('xiaomi');
    await server.act('xiaomi', { action: 'tap', notificationId: id });
    expect(await client().query({ msg_id: finish.traceIdList })).toMatchObject({ delivered: 1, click: 1 });
  });

  // Its axios encrypts the way to the proxy as if that were the vendor, and asks there for the whole address.
  it('comes through HTTPS_PROXY when that names the TLS listener', async () => {
    expect(await viaProxy(server.tls.origin)).toMatchObject({ success_total: 1, fail_total: 0 });
    expect(await server.onlyNotification('xiaomi')).toMatchObject({ title: 'Via proxy', body: 'Unchanged client' });
    const { request } = await server.onlyExchange();
    expect(request).toMatchObject({ method: 'POST', url: 'https://api.xmpush.xiaomi.com/v3/message/regid' });
  });

  it('does not come through the plain listener, and the traffic says why', async () => {
    expect(await viaProxy(server.plain.origin)).toMatchObject({ success_total: 0, fail_total: 1 });
    const { failure } = await server.onlyExchange();
    expect(failure).toMatchObject({ code: 'tls_on_plain_port' });
    expect(failure?.fix).toContain('TLS port');
    expect((await server.screen('xiaomi')).notifications).toEqual([]);
  });

  function viaProxy(proxy: string): Promise<PushXiaomiResult> {
    const job: XiaomiJob = { ...server.credentials.xiaomi, regid: server.tokens.xiaomi };
    const env = { HTTPS_PROXY: proxy, NODE_EXTRA_CA_CERTS: server.credentials.caFile };
    return runScript<PushXiaomiResult>('test/clients/children/push-xiaomi-proxy.ts', job, env);
  }
});
