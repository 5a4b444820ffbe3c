import { describe, expect, it } from 'vitest';
import { createTestApi, message, push } from './harness.ts';

const TOKEN = '6b1f0c5ae2d94c7788a3b1d05f9e3c4276d8e0a9b2c14f35d6e7f8091a2b3c4d';

describe('exchanges', () => {
  it('lists what any client sent, newest first', async () => {
    const { call, simulator } = createTestApi();
    const first = push(simulator, TOKEN, 'first');
    const second = push(simulator, 'nobody', 'second');
    const { body } = await call('GET', '/exchanges');
    expect(body.at('dropped')).toBe(0);
    expect(body.at('exchanges', 0)).toMatchObject({
      id: second,
      channel: 'apns',
      outcomeId: null,
      protocol: 'http/2',
      target: 'nobody',
      status: 400,
      delivered: false,
      refused: true,
      summary: {
        en: 'Refused with 400: No phone has the token nobody.',
        zh: '被拒绝（400）：没有手机使用 token nobody。',
      },
    });
    expect(body.at('exchanges', 1)).toMatchObject({ id: first, delivered: true, refused: false, title: 'first' });
  });

  it('answers one with parsed bodies, checks and what the phone made of it', async () => {
    const { call, simulator } = createTestApi();
    const { body } = await call('GET', `/exchanges/${push(simulator, TOKEN, '标题')}`);
    expect(body.at('request')).toMatchObject({
      method: 'POST',
      url: `https://push.fake.test/fake/${TOKEN}`,
      headers: { 'content-type': 'application/json' },
      body: { title: '标题', body: 'body' },
      raw: '{"title":"标题","body":"body"}',
      bytes: 32,
      limit: 4096,
    });
    expect(body.at('response')).toMatchObject({ status: 200, body: null, raw: '' });
    expect(body.at('checks', 0)).toMatchObject({ rule: 'fake-known-token', verdict: 'pass', certainty: 'stated' });
    expect(body.at('deliveries', 0)).toMatchObject({ deviceId: 'iphone', result: 'shown' });
    expect(body.at('curl')).toContain('--connect-to ::127.0.0.1:8443');
  });

  it('shows a connection that never became a request', async () => {
    const { call, simulator } = createTestApi();
    const failure = {
      code: 'not_http',
      message: 'The bytes are no HTTP.',
      received: '16 03',
      fix: 'Use TLS.',
      texts: {
        message: { en: 'The bytes are no HTTP.', zh: '这些字节不是 HTTP。' },
        received: { en: '16 03', zh: '16 03' },
        fix: { en: 'Use TLS.', zh: '请使用 TLS。' },
      },
    };
    const { id } = simulator.recordFailure(failure, {
      remote: '127.0.0.1:9',
      channel: null,
      request: null,
      response: null,
    });
    const { body } = await call('GET', `/exchanges/${id}`);
    expect(body.value).toMatchObject({ failure, request: null, response: null, status: null, curl: null });
    expect(body.at('summary')).toEqual(failure.texts.message);
  });

  it('filters by channel and by text anywhere in the exchange', async () => {
    const { call, simulator } = createTestApi();
    push(simulator, TOKEN, 'Apple', 'pie');
    push(simulator, 'nobody', 'Banana', 'split');
    const titles = async (query: string) => {
      const { body } = await call('GET', `/exchanges?${query}`);
      return (body.at('exchanges') as readonly { title: string | null; target: string }[]).map((one) => one.target);
    };
    expect(await titles('q=APPLE')).toEqual([TOKEN]);
    expect(await titles('q=split')).toEqual(['nobody']);
    expect(await titles('q=baddevicetoken')).toEqual(['nobody']);
    expect(await titles('q=')).toEqual(['nobody', TOKEN]);
    expect(await titles('channel=apns')).toEqual(['nobody', TOKEN]);
    expect(await titles('channel=xiaomi')).toEqual([]);
  });

  it('is paged by limit and before, without gap or repetition', async () => {
    const { call, simulator } = createTestApi();
    const ids = Array.from({ length: 7 }, (_, i) => push(simulator, TOKEN, `n${i}`)).reverse();
    const page = async (query: string) => {
      const { body } = await call('GET', `/exchanges?${query}`);
      return (body.at('exchanges') as readonly { id: string }[]).map((one) => one.id);
    };
    expect(await page('limit=3')).toEqual(ids.slice(0, 3));
    expect(await page(`limit=3&before=${ids[2]}`)).toEqual(ids.slice(3, 6));
    expect(await page(`limit=3&before=${ids[5]}`)).toEqual(ids.slice(6));
    expect(await page(`before=${ids[6]}`)).toEqual([]);
    const unknown = await call('GET', '/exchanges?before=nothing');
    expect([unknown.status, unknown.body.at('error', 'code')]).toEqual([400, 'unknown_cursor']);
  });

  it('says how many of a bounded history were forgotten', async () => {
    const { call, simulator } = createTestApi({ historyLength: 3 });
    const first = push(simulator, TOKEN, 'n0');
    for (let i = 1; i < 5; i++) push(simulator, TOKEN, `n${i}`);
    const { body } = await call('GET', '/exchanges');
    expect(body.at('dropped')).toBe(2);
    expect((body.at('exchanges') as readonly unknown[]).length).toBe(3);
    expect((await call('GET', `/exchanges/${first}`)).status).toBe(404);
  });
});

describe('outcomes', () => {
  it('are listed newest first and by message', async () => {
    const { call } = createTestApi();
    const one = (await call('POST', '/messages', message())).body.at('message', 'id');
    const two = (await call('POST', '/messages', message())).body.at('message', 'id');
    const all = (await call('GET', '/outcomes')).body;
    expect([all.at('outcomes', 0, 'messageId'), all.at('outcomes', 1, 'messageId')]).toEqual([two, one]);
    const only = (await call('GET', `/outcomes?messageId=${one}`)).body.at('outcomes') as readonly unknown[];
    expect(only.length).toBe(1);
    expect((await call('GET', '/outcomes?limit=1')).body.at('outcomes', 1)).toBeUndefined();
    expect((await call('GET', '/outcomes/none')).status).toBe(404);
  });
});
