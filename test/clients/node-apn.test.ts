import { Provider } from '@parse/node-apn';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runScript } from '../helpers/run.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';
import { APPLE_ID, alert, certificateOptions, push, tokenOptions, withProvider } from './apns.ts';
import type { ProxyJob, ProxyResult } from './children/node-apn-proxy.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const rulesOf = (checks: readonly { readonly rule: string; readonly verdict: string }[], verdict: string) =>
  checks.filter((check) => check.verdict === verdict).map((check) => check.rule);

describe('@parse/node-apn with a provider token', () => {
  const send = (notification = alert(), target = server.tokens.iphone) =>
    withProvider(tokenOptions(server), (provider) => push(provider, notification, target));

  it('shows its notification on the iPhone, with sound, badge and the id that the client was told', async () => {
    const notification = alert({ badge: 3, sound: 'hualala.caf', payload: { ext: '{"order":7}' } });
    const { sent, failed } = await send(notification);
    expect(failed).toEqual([]);
    expect(sent).toEqual([{ device: server.tokens.iphone, 'apns-id': expect.stringMatching(APPLE_ID) }]);

    const screen = await server.screen('iphone');
    expect(screen.badge).toBe(3);
    expect(screen.sounds[0]).toMatchObject({ requested: 'hualala.caf', played: 'hualala.caf', soundId: 'hualala-caf' });
    expect(await server.onlyNotification('iphone')).toMatchObject({
      app: 'com.example.app',
      title: 'Parcel',
      body: 'It is at your door',
      sound: 'hualala.caf',
      badge: 3,
      ext: '{"order":7}',
      pushId: sent[0]?.['apns-id'],
      outcomeId: null,
    });
    expect(await server.onlyExchange()).toMatchObject({
      channel: 'apns',
      protocol: 'http/2',
      target: server.tokens.iphone,
      title: 'Parcel',
      status: 200,
      delivered: true,
      outcomeId: null,
      failure: null,
      summary: { en: 'Shown on iPhone.' },
      deliveries: [{ deviceId: 'iphone', result: 'shown' }],
    });
  });

  it('gets its own id back byte for byte', async () => {
    const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
    expect((await send(alert({ id }))).sent).toEqual([{ device: server.tokens.iphone, 'apns-id': id }]);
    expect((await server.onlyNotification('iphone')).pushId).toBe(id);
  });

  it('learns an apns-unique-id for a token of the development environment', async () => {
    await server.patch('iphone', { environment: 'sandbox' });
    const [sent] = (await send()).sent;
    expect(sent?.['apns-unique-id']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('puts two pushes with one collapse id into one place', async () => {
    await withProvider(tokenOptions(server), async (provider) => {
      await push(provider, alert({ collapseId: 'parcel', alert: 'Underway' }), server.tokens.iphone);
      await push(provider, alert({ collapseId: 'parcel', alert: 'Arrived' }), server.tokens.iphone);
    });
    expect(await server.onlyNotification('iphone')).toMatchObject({ title: null, body: 'Arrived' });
  });

  it('has a push kept while the phone is offline, and shown when it returns', async () => {
    await server.act('iphone', { action: 'offline' });
    const expiry = Math.floor(Date.now() / 1000) + 3600;
    expect((await send(alert({ expiry }))).sent).toHaveLength(1);
    expect((await server.screen('iphone')).notifications).toEqual([]);
    expect((await server.onlyExchange()).deliveries).toMatchObject([{ result: 'stored' }]);
    await server.act('iphone', { action: 'online' });
    expect(await server.onlyNotification('iphone')).toMatchObject({ title: 'Parcel' });
    expect((await server.onlyExchange()).summary.en).toBe('Shown on iPhone.');
  });

  it('is told of a badge that iOS ignores, although the push is accepted', async () => {
    const notification = alert({ rawPayload: { aps: { alert: 'Five', badge: '5' } } });
    expect((await send(notification)).sent).toHaveLength(1);
    expect((await server.screen('iphone')).badge).toBe(0);
    expect(await server.onlyNotification('iphone')).toMatchObject({ body: 'Five', badge: 0 });
    expect(rulesOf((await server.onlyExchange()).checks, 'note')).toContain('apns-lint-badge-type');
  });

  const refusals = [
    ['a topic of somebody else', () => alert({ topic: 'com.example.other' }), 400, 'TopicDisallowed'],
    ['no topic', () => alert({ topic: '' }), 400, 'MissingTopic'],
    ['a topic that cannot be one', () => alert({ topic: 'com example app' }), 400, 'BadTopic'],
    ['a payload over 4096 bytes', () => alert({ alert: 'x'.repeat(4096) }), 413, 'PayloadTooLarge'],
    // The client sends no body at all for an empty payload.
    ['an empty payload', () => alert({ rawPayload: {} }), 400, 'PayloadEmpty'],
    ['a priority that does not exist', () => alert({ priority: 7 }), 400, 'BadPriority'],
    ['an id that is no UUID', () => alert({ id: 'order-7' }), 400, 'BadMessageId'],
    ['a collapse id of 65 bytes', () => alert({ collapseId: 'c'.repeat(65) }), 400, 'BadCollapseId'],
  ] as const;
  it.each(refusals)('is refused with %s', async (_what, make, status, reason) => {
    const { sent, failed } = await send(make());
    expect(sent).toEqual([]);
    expect(failed).toMatchObject([{ device: server.tokens.iphone, status, response: { reason } }]);
    expect(failed[0]?.['apns-id']).toMatch(APPLE_ID);
    await expectNothingShown(status);
  });

  it('is refused with a device token that nobody has', async () => {
    const { failed } = await send(alert(), 'ab'.repeat(32));
    expect(failed).toMatchObject([{ status: 400, response: { reason: 'BadDeviceToken' } }]);
    await expectNothingShown(400);
  });

  it('is refused with a token of a team that does not own the key', async () => {
    const options = tokenOptions(server);
    const { keyId } = server.credentials.apns;
    const token = { key: server.credentials.apns.keyFile, keyId, teamId: 'OTHERTEAM1' };
    const { failed } = await withProvider({ ...options, token }, (provider) =>
      push(provider, alert(), server.tokens.iphone),
    );
    expect(failed).toMatchObject([{ status: 403, response: { reason: 'InvalidProviderToken' } }]);
    await expectNothingShown(403);
    expect(rulesOf((await server.onlyExchange()).checks, 'stop')).toEqual(['apns-invalid-provider-token-team']);
  });

  it('learns since when a target is unregistered', async () => {
    const before = Date.now();
    await server.act('iphone', { action: 'unregister' });
    const { sent, failed } = await send();
    expect(sent).toEqual([]);
    expect(failed).toMatchObject([{ status: 410, response: { reason: 'Unregistered' } }]);
    const timestamp = failed[0]?.response?.timestamp;
    expect(timestamp).toBeGreaterThanOrEqual(before);
    expect(timestamp).toBeLessThanOrEqual(Date.now());
    expect(Number.isInteger(timestamp)).toBe(true);
    await expectNothingShown(410);
  });

  async function expectNothingShown(status: number): Promise<void> {
    const exchange = await server.onlyExchange();
    expect(exchange).toMatchObject({ status, delivered: false, deliveries: [] });
    expect(exchange.summary.en).toMatch(new RegExp(`^Refused with ${status}: .`));
    expect(exchange.summary.zh).toMatch(new RegExp(`^被拒绝（${status}）：.`));
    expect(await server.screen('iphone')).toMatchObject({ badge: 0, notifications: [], sounds: [] });
  }
});

describe('@parse/node-apn in a hurry', () => {
  const fifty = () => Array.from({ length: 50 }, () => server.tokens.iphone);

  it('gets 50 parallel pushes through as the first thing on a connection', async () => {
    const { sent, failed } = await withProvider(tokenOptions(server), (provider) => push(provider, alert(), fifty()));
    expect(failed).toEqual([]);
    expect(new Set(sent.map((report) => report['apns-id'])).size).toBe(50);
    const exchanges = await server.exchanges();
    expect(exchanges).toHaveLength(50);
    expect(new Set(exchanges.map(({ remote }) => remote)).size).toBe(1);
    expect((await server.screen('iphone')).notifications).toHaveLength(50);
  });

  it('meets the strict stream limit on a cold connection, and not on a warm one', async () => {
    await server.api('PUT', '/workspace', { apns: { strictStreams: true } });
    await withProvider(tokenOptions(server), async (provider) => {
      const cold = await push(provider, alert(), fifty());
      expect(cold.sent).toHaveLength(1);
      expect(cold.failed).toHaveLength(49);
      expect(cold.failed[0]?.error?.message).toContain('NGHTTP2_REFUSED_STREAM');
      const warm = await push(provider, alert(), fifty());
      expect(warm.failed).toEqual([]);
    });
    expect((await server.screen('iphone')).notifications).toHaveLength(51);
    await vi.waitFor(async () => {
      const failures = (await server.exchanges()).flatMap(({ failure }) => failure ?? []);
      expect(failures).toMatchObject([{ code: 'http2_requests_reset', received: expect.stringContaining('49') }]);
    });
  });
});

describe('@parse/node-apn with a provider token that is too old', () => {
  const setClock = (offsetMs: number) => server.api('PUT', '/workspace', { clock: { offsetMs } });

  it('makes new tokens as long as they are called expired, until Apple has seen too many of them', async () => {
    const expired = { type: 'code', code: 'ExpiredProviderToken' };
    await server.api('POST', '/faults', { channel: 'apns', times: null, action: expired });
    const { sent, failed } = await withProvider(tokenOptions(server), (provider) =>
      push(provider, alert(), server.tokens.iphone),
    );
    expect(sent).toEqual([]);
    expect(failed).toMatchObject([{ status: 429, response: { reason: 'TooManyProviderTokenUpdates' } }]);
    const exchanges = await server.exchanges();
    expect(exchanges.map(({ status }) => status)).toEqual([403, 403, 429, 429]);
    const tokens = exchanges.map(({ request }) => request?.headers.authorization);
    expect(new Set(tokens).size).toBe(3);
    expect((await server.screen('iphone')).notifications).toEqual([]);
  });

  it('makes a new token after the first refusal, and is accepted', async () => {
    // The token is made 10 s ago; the server is 3595 s ahead: 3605 s old for it, while a new one is 3595 s old.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 10_000 });
    const options = tokenOptions(server);
    await withProvider(options, async (provider) => {
      vi.useRealTimers();
      await setClock(3_595_000);
      const { sent, failed } = await push(provider, alert(), server.tokens.iphone);
      expect(failed).toEqual([]);
      expect(sent).toHaveLength(1);
    });
    expect((await server.exchanges()).map(({ status }) => status)).toEqual([403, 200]);
    expect(await server.onlyNotification('iphone')).toMatchObject({ title: 'Parcel' });
  });
});

describe('@parse/node-apn with the client certificate', () => {
  const send = (notification = alert()) =>
    withProvider(certificateOptions(server), (provider) => push(provider, notification, server.tokens.iphone));

  it('shows its notification on the iPhone', async () => {
    expect((await send(alert({ badge: 1, sound: 'default' }))).sent).toMatchObject([{ device: server.tokens.iphone }]);
    expect(await server.onlyNotification('iphone')).toMatchObject({ title: 'Parcel', sound: 'default', badge: 1 });
    const { request, summary } = await server.onlyExchange();
    expect(request?.headers.authorization).toBeUndefined();
    expect(summary.en).toBe('Shown on iPhone.');
  });

  it('has to name the topic, since the certificate is good for several', async () => {
    const { failed } = await send(alert({ topic: '' }));
    expect(failed).toMatchObject([{ status: 400, response: { reason: 'MissingTopic' } }]);
    expect((await server.screen('iphone')).notifications).toEqual([]);
  });

  it('is refused with a topic that the certificate does not name', async () => {
    const { failed } = await send(alert({ topic: 'com.example.other' }));
    expect(failed).toMatchObject([{ status: 400, response: { reason: 'TopicDisallowed' } }]);
    expect((await server.screen('iphone')).notifications).toEqual([]);
  });

  it('learns that a target is unregistered', async () => {
    await server.act('iphone', { action: 'unregister' });
    expect((await send()).failed).toMatchObject([{ status: 410, response: { reason: 'Unregistered' } }]);
  });
});

describe('@parse/node-apn without our CA', () => {
  it('does not get through, and the traffic says why', async () => {
    const { ca: _, ...options } = tokenOptions(server);
    const provider = new Provider(options);
    const { sent, failed } = await push(provider, alert(), server.tokens.iphone);
    // Its callback never comes after a failed connection.
    void provider.shutdown();
    expect(sent).toEqual([]);
    expect(failed).toHaveLength(1);
    await vi.waitFor(async () => {
      expect((await server.onlyExchange()).failure?.fix).toContain('NODE_EXTRA_CA_CERTS');
    });
  });
});

describe('@parse/node-apn through its proxy option', () => {
  it('reaches us under the name of Apple', async () => {
    const { apns, caFile } = server.credentials;
    const job: ProxyJob = {
      token: { key: apns.keyFile, keyId: apns.keyId, teamId: apns.teamId },
      proxy: { host: '127.0.0.1', port: Number(server.plain.port) },
      target: server.tokens.iphone,
    };
    // Behind a proxy the client gives its CA option to nobody, so the whole process has to trust ours.
    const env = { NODE_EXTRA_CA_CERTS: caFile };
    const { sent, failed } = await runScript<ProxyResult>('test/clients/children/node-apn-proxy.ts', job, env);
    expect(failed).toEqual([]);
    expect(sent).toMatchObject([{ device: server.tokens.iphone }]);
    expect(await server.onlyNotification('iphone')).toMatchObject({ title: 'Parcel' });
    const { request } = await server.onlyExchange();
    expect(request?.url).toBe(`https://api.push.apple.com/3/device/${server.tokens.iphone}`);
  });
});

describe('@parse/node-apn when Pushpit goes away', () => {
  it('does not hold up the end, and fails with a plain error afterwards', async () => {
    const other = await startTestServer();
    const provider = new Provider(tokenOptions(other));
    expect((await push(provider, alert(), other.tokens.iphone)).sent).toHaveLength(1);
    await other.close();
    const { failed } = await push(provider, alert(), other.tokens.iphone);
    expect(failed).toMatchObject([{ error: { message: expect.stringContaining('apn write failed') } }]);
    void provider.shutdown();
  });
});
