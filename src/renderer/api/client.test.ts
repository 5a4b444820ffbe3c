import { describe, expect, it } from 'vitest';
import { createApi, type Fetch } from './client.ts';

function capture(status: number, body: string) {
  const calls: { readonly url: string; readonly init: RequestInit | undefined }[] = [];
  const fetch: Fetch = async (url, init) => {
    calls.push({ url, init });
    return new Response(body, { status });
  };
  return { calls, api: createApi(fetch) };
}

describe('the API client', () => {
  it('uses relative addresses and JSON', async () => {
    const { calls, api } = capture(200, '{}');
    await api.act('my phone/1', { action: 'kill', by: 'user' });
    expect(calls[0]?.url).toBe('/api/v1/devices/my%20phone%2F1/actions');
    expect(calls[0]?.init).toMatchObject({ method: 'POST', body: '{"action":"kill","by":"user"}' });
    expect(calls[0]?.init?.headers).toEqual({ 'content-type': 'application/json' });
  });

  it('takes lists out of their plural name', async () => {
    const { api } = capture(200, '{"devices":[{"id":"a"}]}');
    expect(await api.devices()).toEqual({ ok: true, value: [{ id: 'a' }] });
  });

  it("puts a vendor's console settings under the vendor's name", async () => {
    const { calls, api } = capture(200, '{"vendor":"huawei"}');
    expect(await api.putConsoleSettings('huawei', { receipts: [] })).toEqual({ ok: true, value: { vendor: 'huawei' } });
    expect(calls[0]).toMatchObject({
      url: '/api/v1/console/huawei',
      init: { method: 'PUT', body: '{"receipts":[]}' },
    });
  });

  it('leaves out what a query does not ask for', async () => {
    const { calls, api } = capture(200, '{"exchanges":[]}');
    await api.exchanges({ q: 'a b', channel: undefined, limit: 200 });
    await api.exchanges({ q: '' });
    expect(calls.map(({ url }) => url)).toEqual(['/api/v1/exchanges?q=a+b&limit=200', '/api/v1/exchanges']);
  });

  it('hands a refusal on with code, message in both languages, and details', async () => {
    const { api } = capture(
      409,
      '{"error":{"code":"not_logged_in","message":"m","messageZh":"消息","details":{"a":1}}}',
    );
    expect(await api.settings('u')).toEqual({
      ok: false,
      error: { status: 409, code: 'not_logged_in', message: 'm', messageZh: '消息', details: { a: 1 } },
    });
  });

  it('makes a refusal of an answer in no known form', async () => {
    expect(await capture(502, '{}').api.health()).toEqual({
      ok: false,
      error: { status: 502, code: 'http_502', message: 'HTTP 502' },
    });
  });

  it('never throws: no network and broken JSON are refusals too', async () => {
    const dead = createApi(async () => {
      throw new TypeError('Failed to fetch');
    });
    expect(await dead.health()).toEqual({
      ok: false,
      error: { status: 0, code: 'no_answer', message: 'Failed to fetch' },
    });
    expect(await capture(200, '<html>').api.health()).toMatchObject({ ok: false, error: { code: 'no_answer' } });
    const aborted = createApi(async () => {
      throw new DOMException('stop', 'AbortError');
    });
    expect(await aborted.health()).toMatchObject({ ok: false, error: { code: 'aborted' } });
  });
});
