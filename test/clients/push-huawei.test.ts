import Huawei from 'push-huawei';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetProxies } from '../helpers/run.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';

const UNKNOWN = 'IQAAAACy0nobodyHasThisToken';
const HOUR = 3_600_000;

let server: TestServer;
let token: string;
beforeAll(async () => {
  forgetProxies();
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  await server.reset();
  token = (await server.api<{ token: string }>('GET', '/devices/huawei')).token;
});

type Options = ConstructorParameters<typeof Huawei>[0];

const client = (over: Partial<Options> = {}): Huawei =>
  new Huawei({
    appId: server.credentials.huawei.appId,
    appSecret: server.credentials.huawei.appSecret,
    appPkgName: 'com.example.app',
    getTokenUrl: `${server.plain.origin}/oauth2/v2/token`,
    pushUrl: `${server.plain.origin}/pushsend.do`,
    ...over,
  });

interface Answer {
  readonly headers: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
}
interface Told {
  readonly finish: { readonly success_total: number; readonly fail_total: number; readonly group: number };
  readonly answers: readonly Answer[];
  readonly failures: readonly Error[];
}

/** It tells the end by callbacks; its promise only means that everything was sent off. */
function push(sender: Huawei, list: readonly string[], over: object = {}): Promise<Told> {
  return new Promise((resolve, reject) => {
    const answers: Answer[] = [];
    const failures: Error[] = [];
    const callbacks = {
      success: (answer: Answer) => void answers.push(answer),
      fail: (error: Error) => void failures.push(error),
      finish: (finish: Told['finish']) => resolve({ finish, answers, failures }),
    };
    sender.push({ title: 'Table 5', content: 'is ready', list, sleep: 0, ...callbacks, ...over }).catch(reject);
  });
}

/** The next push gets this code of the table. */
const fault = (code: string): Promise<unknown> =>
  server.api('POST', '/faults', {
    channel: 'huawei',
    match: { path: '/pushsend.do' },
    times: 1,
    action: { type: 'code', code },
  });

describe('push-huawei', () => {
  it('fetches its token and shows its notification on the Huawei phone', async () => {
    const { finish, answers } = await push(client(), [token], { extras: { room: '42', ext: 't5' } });
    expect(finish).toMatchObject({ success_total: 1, fail_total: 0 });
    expect(answers.map(({ data }) => data)).toMatchObject([{ code: '80000000', msg: 'Success' }]);
    expect(answers[0]?.headers).not.toHaveProperty('nsp_status');
    const shown = await server.onlyNotification('huawei');
    expect(shown).toMatchObject({ title: 'Table 5', body: 'is ready', ext: 't5', sound: 'default', badge: 0 });
    expect(shown.pushId).toBe(answers[0]?.data.requestId);
    expect(shown.tap).toMatchObject({ kind: 'open-app', data: { room: '42', ext: 't5' } });
    const [login, sent] = await server.exchanges();
    expect(login).toMatchObject({ channel: 'huawei', status: 200, refused: false });
    expect(sent).toMatchObject({ channel: 'huawei', status: 200, delivered: true });
    // What only this client does: a number as version, and seconds in the time.
    expect(decodeURIComponent(sent?.request?.url ?? '')).toContain('{"ver":1,');
  });

  it('opens a page when told so', async () => {
    const intent = '#Intent;compo=com.example.app/.RoomActivity;S.room=7;end';
    await push(client(), [token], { action: { type: 1, param: { intent } } });
    const { tap } = await server.onlyNotification('huawei');
    expect(tap).toMatchObject({ kind: 'open-page', target: intent, data: { room: '7' } });
  });

  it('gets no token with a wrong secret or an unknown app', async () => {
    const refusal = { response: { status: 400, data: { error: 1101, sub_error: 12304 } } };
    await expect(push(client({ appSecret: 'wrong' }), [token])).rejects.toMatchObject(refusal);
    const unknown = { response: { status: 400, data: { error: 1101, sub_error: 20003 } } };
    await expect(push(client({ appId: '42' }), [token])).rejects.toMatchObject(unknown);
    expect((await server.screen('huawei')).notifications).toEqual([]);
  });

  it('hears in a header that its access token has ended, and goes on with a new one', async () => {
    const sender = client();
    const first = await sender.getToken();
    await server.api('PUT', '/workspace', { clock: { offsetMs: HOUR } });
    const old = client();
    old.getToken = async () => first;
    const { finish, answers } = await push(old, [token]);
    expect(answers).toMatchObject([{ headers: { nsp_status: '6' }, data: { error: 'session timeout' } }]);
    expect(finish).toMatchObject({ success_total: 0, fail_total: 1 });
    expect((await push(sender, [token])).finish).toMatchObject({ success_total: 1, fail_total: 0 });
  });

  it('counts the bad ones among its targets, and fails when all are bad', async () => {
    const some = await push(client(), [UNKNOWN, token]);
    expect(some.finish).toMatchObject({ success_total: 1, fail_total: 1 });
    expect(some.answers.map(({ data }) => JSON.parse(String(data.msg)))).toEqual([
      { success: 1, failure: 1, illegal_tokens: [UNKNOWN] },
    ]);
    const all = await push(client(), [UNKNOWN]);
    expect(all.answers).toMatchObject([{ data: { code: '80300007' } }]);
    expect(all.finish).toMatchObject({ success_total: 0, fail_total: 1 });
    await server.onlyNotification('huawei');
  });

  it('learns of an uninstall one message late', async () => {
    await server.act('huawei', { action: 'uninstall' });
    expect((await push(client(), [token])).finish).toMatchObject({ success_total: 1 });
    expect((await push(client(), [token])).finish).toMatchObject({ success_total: 0, fail_total: 1 });
    expect((await server.screen('huawei')).notifications).toEqual([]);
  });

  it('is refused with a text over 4 KB', async () => {
    const { answers, finish } = await push(client(), [token], { content: '长'.repeat(1400) });
    expect(answers).toMatchObject([{ data: { code: '80300008', msg: 'Push message size is too long' } }]);
    expect(finish).toMatchObject({ success_total: 0, fail_total: 1 });
  });

  it('splits long lists into several requests', async () => {
    const { finish } = await push(client({ maxLength: 1 }), [token, UNKNOWN]);
    expect(finish).toMatchObject({ group: 2, success_total: 1, fail_total: 1 });
  });

  it('is told of a scripted error and of a busy server, and sends again afterwards', async () => {
    const sender = client();
    await fault('NSP 111');
    expect((await push(sender, [token])).answers).toMatchObject([{ headers: { nsp_status: '111' } }]);
    await fault('HTTP 503');
    const busy = await push(sender, [token]);
    expect(busy.failures).toMatchObject([{ response: { status: 503 } }]);
    expect((await push(sender, [token])).finish).toMatchObject({ success_total: 1, fail_total: 0 });
  });
});
