import { Notification, type Provider } from '@parse/node-apn';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../helpers/server.ts';
import { APPLE_ID, tokenOptions, withProvider } from './apns.ts';

const APP = 'com.example.app';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

/** What node-apn reports of one call about a channel. */
interface ChannelReport {
  readonly bundleId: string;
  readonly status?: number;
  readonly response?: { readonly reason: string };
  readonly channels?: readonly string[];
  readonly 'apns-request-id'?: string;
  readonly 'apns-channel-id'?: string;
  readonly 'apns-unique-id'?: string;
  readonly 'message-storage-policy'?: number;
  readonly 'push-type'?: string;
}

interface ChannelReports {
  readonly sent: readonly ChannelReport[];
  readonly failed: readonly ChannelReport[];
}

const note = (over: Readonly<Record<string, unknown>> = {}): Notification =>
  Object.assign(new Notification(), { expiry: undefined, priority: undefined, ...over });

const config = (policy: number, type = 'LiveActivity') =>
  note({ rawPayload: { 'message-storage-policy': policy, 'push-type': type } });

const manage = async (
  provider: Provider,
  action: 'create' | 'read' | 'readAll' | 'delete',
  notification: Notification,
) => (await provider.manageChannels(notification, APP, action)) as unknown as ChannelReports;

const broadcast = async (provider: Provider, notification: Notification) =>
  (await provider.broadcast(notification, APP)) as unknown as ChannelReports;

const update = (channelId: string, expiry: number) =>
  note({
    channelId,
    expiry,
    pushType: 'liveactivity',
    rawPayload: { aps: { timestamp: 1_764_000_000, event: 'update', 'content-state': { score: 3 } } },
  });

/** node-apn calls the management on a connection of its own, whose address is set separately. */
const withChannels = <T>(use: (provider: Provider) => Promise<T>): Promise<T> => {
  const options = tokenOptions(server);
  const port = Number(server.tls.port);
  return withProvider({ ...options, manageChannelsAddress: 'localhost', manageChannelsPort: port }, use);
};

async function create(provider: Provider, policy: number): Promise<string> {
  const { sent, failed } = await manage(provider, 'create', config(policy));
  expect(failed).toEqual([]);
  return sent[0]?.['apns-channel-id'] ?? '';
}

describe('@parse/node-apn and broadcast channels', () => {
  it('creates, reads, lists and deletes a channel', async () => {
    await withChannels(async (provider) => {
      const channelId = await create(provider, 1);
      expect(channelId).toMatch(/^[A-Za-z0-9+/]{22}==$/);
      expect((await manage(provider, 'read', note({ channelId }))).sent).toEqual([
        {
          bundleId: APP,
          'apns-request-id': expect.stringMatching(APPLE_ID),
          'message-storage-policy': 1,
          'push-type': 'LiveActivity',
        },
      ]);
      expect((await manage(provider, 'readAll', note())).sent[0]?.channels).toEqual([channelId]);
      expect((await manage(provider, 'delete', note({ channelId }))).failed).toEqual([]);
      expect((await manage(provider, 'readAll', note())).sent[0]?.channels).toEqual([]);
    });
  });

  it('broadcasts, and the traffic list says what becomes of it', async () => {
    const requestId = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const channelId = await withChannels(async (provider) => {
      const id = await create(provider, 0);
      const { sent, failed } = await broadcast(provider, Object.assign(update(id, 0), { requestId }));
      expect(failed).toEqual([]);
      expect(sent[0]).toMatchObject({ 'apns-request-id': requestId, 'apns-unique-id': expect.any(String) });
      return id;
    });
    const exchange = (await server.exchanges()).at(-1);
    expect(exchange).toMatchObject({ channel: 'apns', status: 200, target: channelId, deliveries: [] });
    expect(exchange?.checks.filter(({ verdict }) => verdict === 'note').map(({ rule }) => rule)).toEqual([
      'apns-broadcast-not-kept',
      'apns-broadcast-phones',
    ]);
    expect((await server.screen('iphone')).notifications).toEqual([]);
  });

  it('is told why it was refused', async () => {
    await withChannels(async (provider) => {
      const channelId = await create(provider, 0);
      const reason = async (reports: Promise<ChannelReports>) => (await reports).failed[0]?.response?.reason;
      expect(await reason(broadcast(provider, update(channelId, 4_102_444_800)))).toBe('BadExpirationDate');
      expect(await reason(manage(provider, 'read', note()))).toBe('MissingChannelId');
      // What node-apn writes by itself is not how Apple spells it.
      expect(await reason(manage(provider, 'create', config(0, 'liveactivity')))).toBe('InvalidPushType');
    });
  });
});
