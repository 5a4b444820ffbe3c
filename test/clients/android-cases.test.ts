import Huawei from 'push-huawei';
import PushXiaomi from 'push-xiaomi';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import xiaomiPush from 'xiaomi-push';
import { forgetProxies } from '../helpers/run.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';
import { clientCases, type Phone } from './matrix.ts';

const TEXT = { title: '外卖', body: '骑手已到楼下' };
const NOBODY_AT_XIAOMI = 'Qx3kQ7vN1xW8aR5tY2uI9oL6mB4cD0eF+gH/jK1sT7w=';
const HOUR = 3_600_000;

let server: TestServer;
let huaweiToken: string;
beforeAll(async () => {
  forgetProxies();
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  await server.reset();
  huaweiToken = (await server.api<{ token: string }>('GET', '/devices/huawei')).token;
});

const phone = (id: string): Phone => ({ shows: TEXT, shade: async () => (await server.screen(id)).notifications });

const fault = (channel: string, code: string, path: string) =>
  server.api('POST', '/faults', { channel, match: { path }, times: 1, action: { type: 'code', code } });

/** The newest exchange was refused, and says by which rule. */
async function refusedBy(rule: string): Promise<void> {
  const newest = (await server.exchanges()).at(-1);
  expect(newest).toMatchObject({ refused: true, deliveries: [] });
  expect(newest?.checks.filter(({ verdict }) => verdict === 'stop').map((check) => check.rule)).toEqual([rule]);
}

/** xiaomi-push, sent off; what it throws is the answer as text. */
async function viaXiaomiPush(over: { secret?: string; regid?: string; title?: string } = {}) {
  const { secret = server.credentials.xiaomi.appSecret, regid = server.tokens.xiaomi, title = TEXT.title } = over;
  const sender = new xiaomiPush.Notification({ production: true, appSecret: secret });
  sender.apis.regid = `${server.plain.origin}/v2/message/regid`;
  const message = new xiaomiPush.Message().title(title).description(TEXT.body).payload('p').passThrough(0);
  const sending = sender.send(regid, message.restrictedPackageName('com.example.app').notifyType(-1));
  return sending.catch((error: Error) => JSON.parse(error.message) as Readonly<Record<string, unknown>>);
}

clientCases('xiaomi-push', phone('xiaomi'), {
  success: async () => expect(await viaXiaomiPush()).toMatchObject({ result: 'ok', code: 0 }),
  'wrong credentials': async () => {
    expect(await viaXiaomiPush({ secret: 'wrong' })).toMatchObject({
      code: 21301,
      reason: 'Invalid application secret.',
    });
    await refusedBy('xiaomi-secret');
  },
  'bad target': async () => {
    expect(await viaXiaomiPush({ regid: NOBODY_AT_XIAOMI })).toMatchObject({
      code: 20301,
      reason: 'No valid targets!',
    });
    await refusedBy('xiaomi-target-valid');
  },
  'over-long text': async () => {
    expect(await viaXiaomiPush({ title: '长'.repeat(50) })).toMatchObject({ result: 'error', code: 10041 });
    await refusedBy('xiaomi-text-length');
  },
  // It sends nothing again by itself.
  'server error, then again': async () => {
    await fault('xiaomi', '10002', '/v2/message/regid');
    expect(await viaXiaomiPush()).toMatchObject({ result: 'error', code: 10002, description: '系统繁忙' });
    expect(await viaXiaomiPush()).toMatchObject({ code: 0 });
  },
});

interface Told {
  readonly success: number;
  readonly failed: number;
  readonly answers: readonly Readonly<Record<string, unknown>>[];
  readonly errors: readonly unknown[];
}

/** push-xiaomi and push-huawei tell the end by callbacks. */
function told(send: (callbacks: object) => Promise<void>): Promise<Told> {
  return new Promise((resolve, reject) => {
    const answers: Readonly<Record<string, unknown>>[] = [];
    const errors: unknown[] = [];
    send({
      success: ({ data }: { data: Readonly<Record<string, unknown>> }) => void answers.push(data),
      fail: (error: unknown) => void errors.push(error),
      finish: (end: { success_total: number; fail_total: number }) =>
        resolve({ success: end.success_total, failed: end.fail_total, answers, errors }),
    }).catch(reject);
  });
}

const letter = { title: TEXT.title, content: TEXT.body, payload: 'p', sleep: 0 };

function viaPushXiaomi(over: { secret?: string; regid?: string; content?: string } = {}) {
  const { secret = server.credentials.xiaomi.appSecret, regid = server.tokens.xiaomi, content = TEXT.body } = over;
  const pushUrl = `${server.plain.origin}/v3/message/regid`;
  const client = new PushXiaomi({ appSecret: secret, appPkgName: 'com.example.app', pushUrl });
  return told((callbacks) => client.push({ ...letter, content, list: [regid], ...callbacks }));
}

clientCases('push-xiaomi', phone('xiaomi'), {
  success: async () => expect(await viaPushXiaomi()).toMatchObject({ success: 1, failed: 0, answers: [{ code: 0 }] }),
  'wrong credentials': async () => {
    expect((await viaPushXiaomi({ secret: 'wrong' })).answers).toMatchObject([{ code: 21301 }]);
    await refusedBy('xiaomi-secret');
  },
  'bad target': async () => {
    const { success, failed, answers } = await viaPushXiaomi({ regid: NOBODY_AT_XIAOMI });
    expect([success, failed, answers]).toEqual([0, 1, [expect.objectContaining({ code: 20301 })]]);
    await refusedBy('xiaomi-target-valid');
  },
  'over-long text': async () => {
    const { success, answers } = await viaPushXiaomi({ content: '长'.repeat(128) });
    expect([success, answers]).toEqual([0, [expect.objectContaining({ code: 10041 })]]);
    await refusedBy('xiaomi-text-length');
  },
  // It sends nothing again by itself.
  'server error, then again': async () => {
    await fault('xiaomi', '10002', '/v3/message/regid');
    expect(await viaPushXiaomi()).toMatchObject({ success: 0, answers: [{ code: 10002 }] });
    expect(await viaPushXiaomi()).toMatchObject({ success: 1, answers: [{ code: 0 }] });
  },
});

function huawei(appSecret = server.credentials.huawei.appSecret): Huawei {
  const { appId } = server.credentials.huawei;
  const [getTokenUrl, pushUrl] = [`${server.plain.origin}/oauth2/v2/token`, `${server.plain.origin}/pushsend.do`];
  return new Huawei({ appId, appSecret, appPkgName: 'com.example.app', getTokenUrl, pushUrl });
}

const viaHuawei = (over: { content?: string; token?: string } = {}, client = huawei()) => {
  const { content = TEXT.body, token = huaweiToken } = over;
  return told((callbacks) => client.push({ ...letter, content, list: [token], ...callbacks }));
};

clientCases('push-huawei', phone('huawei'), {
  success: async () =>
    expect(await viaHuawei()).toMatchObject({ success: 1, failed: 0, answers: [{ code: '80000000' }] }),
  'wrong credentials': async () => {
    await expect(viaHuawei({}, huawei('wrong'))).rejects.toMatchObject({
      response: { status: 400, data: { error: 1101, sub_error: 12304 } },
    });
    await refusedBy('huawei-oauth-secret');
  },
  // It asks for a token with every push, so that only one which takes its time meets the end of the token.
  'expired token': async () => {
    const sender = huawei();
    const token = await sender.getToken();
    await server.api('PUT', '/workspace', { clock: { offsetMs: HOUR } });
    const slow = huawei();
    slow.getToken = async () => token;
    expect(await viaHuawei({}, slow)).toMatchObject({ success: 0, failed: 1, answers: [{ error: 'session timeout' }] });
    await refusedBy('huawei-nsp-token-life');
    expect(await viaHuawei({}, sender)).toMatchObject({ success: 1, failed: 0 });
  },
  'bad target': async () => {
    const { failed, answers } = await viaHuawei({ token: 'IQAAAACy0nobodyHasThisToken' });
    expect([failed, answers]).toEqual([1, [expect.objectContaining({ code: '80300007' })]]);
    await refusedBy('huawei-tokens');
  },
  'over-long text': async () => {
    const { failed, answers } = await viaHuawei({ content: '长'.repeat(1400) });
    expect([failed, answers]).toEqual([1, [expect.objectContaining({ code: '80300008' })]]);
    await refusedBy('huawei-size');
  },
  // It sends nothing again by itself.
  'server error, then again': async () => {
    const sender = huawei();
    await fault('huawei', 'HTTP 503', '/pushsend.do');
    expect((await viaHuawei({}, sender)).errors).toMatchObject([{ response: { status: 503 } }]);
    expect(await viaHuawei({}, sender)).toMatchObject({ success: 1, failed: 0 });
  },
});
