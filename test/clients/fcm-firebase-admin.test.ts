import { type App, type Credential, cert, deleteApp, initializeApp } from 'firebase-admin/app';
import { getMessaging, type Message, type Messaging } from 'firebase-admin/messaging';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runScript } from '../helpers/run.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';
import type { EachJob, EachResult } from './children/fcm-each.ts';
import { pixelToken, RedirectAgent } from './fcm-agent.ts';

let server: TestServer;
let agent: RedirectAgent;
let messaging: Messaging;
let token: string;
const apps: App[] = [];

function appWith(credential: Credential, projectId?: string): Messaging {
  const options = { credential, httpAgent: agent, ...(projectId !== undefined && { projectId }) };
  const app = initializeApp(options, `app-${apps.length}`);
  apps.push(app);
  return getMessaging(app);
}

beforeAll(async () => {
  server = await startTestServer();
  agent = new RedirectAgent(server);
  messaging = appWith(cert(server.credentials.fcm.serviceAccountFile, agent));
  token = await pixelToken(server);
});
afterAll(async () => {
  for (const app of apps) await deleteApp(app);
  agent.destroy();
  await server.close();
});
beforeEach(() => server.reset());

const notification = { title: 'Order shipped', body: 'Parcel 42 left the depot' };

/** What the client throws. */
async function refusal(message: Message, through = messaging) {
  const error: unknown = await through.send(message).then(
    (id) => `accepted as ${id}`,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new Error(String(error));
  return { code: (error as Error & { code?: string }).code, message: error.message };
}

describe('firebase-admin, send', () => {
  it('shows its notification on the Pixel', async () => {
    const { projectId } = server.credentials.fcm;
    const name = await messaging.send({
      token,
      notification,
      data: { ext: 'order-42' },
      fcmOptions: { analyticsLabel: 'a1' },
      android: {
        priority: 'high',
        ttl: 90_500,
        collapseKey: 'k',
        notification: { tag: 'order', eventTimestamp: new Date() },
      },
    });
    expect(name).toMatch(new RegExp(`^projects/${projectId}/messages/0:\\d{16}%[0-9a-f]{16}$`));
    expect(await server.onlyNotification('pixel')).toMatchObject({
      ...notification,
      ext: 'order-42',
      sound: 'default',
    });
    const [exchange] = (await server.exchanges()).slice(-1);
    expect(exchange?.request?.headers).toMatchObject({ access_token_auth: 'true' });
    expect(JSON.stringify(exchange?.request?.body)).toContain('"ttl":"90.500000000s"');
  });

  it('delivers nothing in a dry run, and checks the registration all the same', async () => {
    expect(await messaging.send({ token, notification }, true)).toMatch(/\/messages\//);
    expect((await server.screen('pixel')).notifications).toEqual([]);
    await server.act('pixel', { action: 'unregister' });
    await expect(messaging.send({ token, notification }, true)).rejects.toThrow('Requested entity was not found.');
  });

  it('reaches the app with data, and a topic and condition once subscribed', async () => {
    await messaging.send({ token, data: { a: '1' } });
    expect((await server.screen('pixel')).notifications).toEqual([]);
    const joined = await messaging.subscribeToTopic([token, 'not-a-token'], 'news');
    expect(joined).toMatchObject({ successCount: 1, failureCount: 1 });
    expect(joined.errors[0]).toMatchObject({ index: 1, error: { code: 'messaging/invalid-registration-token' } });
    await messaging.send({ topic: 'news', notification });
    await messaging.send({ condition: "'news' in topics && !('sport' in topics)", notification });
    expect((await server.screen('pixel')).notifications).toHaveLength(2);
    expect(await messaging.unsubscribeFromTopic(token, '/topics/news')).toMatchObject({ successCount: 1 });
    await messaging.send({ topic: 'news', notification });
    expect((await server.screen('pixel')).notifications).toHaveLength(2);
  });

  it.each([
    [
      'messaging/invalid-argument',
      'The registration token is not a valid FCM registration token',
      { token: 'not-a-token' },
    ],
    [
      'messaging/registration-token-not-registered',
      'Requested entity was not found.',
      { token: `${'n'.repeat(22)}:APA91b${'x'.repeat(40)}` },
    ],
    [
      'messaging/invalid-argument',
      'Message is too large. The maximum is 4K (4096 bytes).',
      { topic: 'a', data: { p: 'x'.repeat(4506) } },
    ],
    ['messaging/invalid-argument', 'Request contains an invalid argument.', { condition: "'a' in topics &&" }],
    ['messaging/invalid-argument', 'Invalid data payload key: from', { topic: 'a', data: { from: 'x' } }],
  ])('reports %s: %s', async (code, message, target) => {
    expect(await refusal(target as Message)).toEqual({ code, message });
  });

  it('takes the answers for another project and a foreign credential as the real service leads it to', async () => {
    const credential = cert(server.credentials.fcm.serviceAccountFile, agent);
    expect(await refusal({ token }, appWith(credential, 'my-app-9999'))).toMatchObject({
      code: 'messaging/mismatched-credential',
      message: expect.stringContaining("Permission 'cloudmessaging.messages.create' denied"),
    });
    const custom = { getAccessToken: async () => ({ access_token: 'rubbish', expires_in: 3600 }) };
    expect(await refusal({ token }, appWith(custom, server.credentials.fcm.projectId))).toMatchObject({
      code: 'messaging/third-party-auth-error',
      message: expect.stringContaining('Request had invalid authentication credentials.'),
    });
  });

  it.each([
    ['SENDER_ID_MISMATCH', 'messaging/mismatched-credential'],
    ['QUOTA_EXCEEDED', 'messaging/message-rate-exceeded'],
    ['RESOURCE_EXHAUSTED', 'messaging/message-rate-exceeded'],
    ['THIRD_PARTY_AUTH_ERROR', 'messaging/third-party-auth-error'],
    ['UNSPECIFIED_ERROR', 'messaging/unknown-error'],
    ['502', 'messaging/unknown-error'],
  ])('is told of %s as %s', async (code, expected) => {
    await server.api('POST', '/faults', { channel: 'fcm', times: 1, action: { type: 'code', code } });
    expect(await refusal({ token })).toMatchObject({ code: expected });
  });

  it('sends many over HTTP/1.1 with the older transport', async () => {
    const older = appWith(cert(server.credentials.fcm.serviceAccountFile, agent));
    older.enableLegacyHttpTransport();
    const batch = await older.sendEach([{ token, notification }, { token: 'not-a-token' }]);
    expect(batch).toMatchObject({ successCount: 1, failureCount: 1 });
    expect(batch.responses[1]?.error?.code).toBe('messaging/invalid-argument');
  });
});

describe('over HTTP/2 with its malformed scheme', () => {
  const run = (job: Omit<EachJob, 'port' | 'ca'>) =>
    runScript<EachResult>(
      'test/clients/children/fcm-each.ts',
      { ...job, port: Number(server.tls.port), ca: server.credentials.ca.toString() },
      { NODE_EXTRA_CA_CERTS: server.credentials.caFile },
    );

  it('sendEach of one and of twelve, and node-pushnotifications, all get through', async () => {
    const result = await run({ serviceAccountFile: server.credentials.fcm.serviceAccountFile, token });
    expect(result.one).toEqual([null]);
    expect(result.twelve).toEqual([...Array.from({ length: 11 }, () => null), 'messaging/invalid-argument']);
    expect(result.pushNotifications).toMatchObject({ method: 'fcm', success: 1, failure: 1 });
    expect(result.pushNotifications.messages).toEqual([null, 'Requested entity was not found.']);
    const { notifications } = await server.screen('pixel');
    expect(notifications.map(({ title }) => title)).toContain('From node-pushnotifications');
    expect(notifications).toHaveLength(13);
  });
});
