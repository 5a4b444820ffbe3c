import PushNotifications from 'node-pushnotifications';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../helpers/server.ts';
import { tokenOptions } from './apns.ts';

let server: TestServer;
let client: PushNotifications;
beforeAll(async () => {
  server = await startTestServer();
  client = new PushNotifications({ apn: tokenOptions(server) });
});
afterAll(async () => {
  client.apn.shutdown();
  await server.close();
});
beforeEach(() => server.reset());

const letter = {
  topic: 'com.example.app',
  title: 'New letter',
  body: 'From Bob',
  badge: 2,
  sound: 'dudulu.caf',
  pushType: 'alert',
  custom: { ext: 'letter-7' },
};

describe('node-pushnotifications, method apn', () => {
  it('shows its notification on the iPhone', async () => {
    const { iphone } = server.tokens;
    const results = await client.send(iphone, letter);
    expect(results).toMatchObject([
      { method: 'apn', success: 1, failure: 0, message: [{ regId: iphone, error: null }] },
    ]);
    expect(await server.onlyNotification('iphone')).toMatchObject({
      title: 'New letter',
      body: 'From Bob',
      sound: 'dudulu.caf',
      badge: 2,
      ext: 'letter-7',
    });
    const screen = await server.screen('iphone');
    expect(screen).toMatchObject({ badge: 2, sounds: [{ played: 'dudulu.caf' }] });
    const { summary, deliveries, request } = await server.onlyExchange();
    expect(summary).toEqual({ en: 'Shown on iPhone.', zh: '已在 iPhone 上显示。' });
    expect(deliveries).toMatchObject([{ deviceId: 'iphone', result: 'shown' }]);
    // Its default: 28 days from now, in seconds.
    const days = (Number(request?.headers['apns-expiration']) - Date.now() / 1000) / 86_400;
    expect(days).toBeCloseTo(28, 2);
  });

  it('wakes the app without showing anything when it sends silently', async () => {
    await server.act('iphone', { action: 'launch' });
    await server.act('iphone', { action: 'background' });
    const data = { topic: letter.topic, silent: true, contentAvailable: true, pushType: 'background' };
    expect(await client.send(server.tokens.iphone, data)).toMatchObject([{ success: 1 }]);
    expect((await server.screen('iphone')).notifications).toEqual([]);
    expect(await server.onlyExchange()).toMatchObject({ deliveries: [{ result: 'silent' }], delivered: false });
  });

  it('is told of a refusal, with what was refused in the traffic', async () => {
    const results = await client.send(server.tokens.iphone, { ...letter, topic: 'com.example.other' });
    expect(results).toMatchObject([{ success: 0, failure: 1, message: [{ errorMsg: 'TopicDisallowed' }] }]);
    expect(results[0]?.message[0]?.error).toBeInstanceOf(Error);
    const exchange = await server.onlyExchange();
    expect(exchange).toMatchObject({ status: 400, deliveries: [] });
    expect(exchange.summary.en).toContain('com.example.other');
    expect((await server.screen('iphone')).notifications).toEqual([]);
  });

  it('is told which of its targets is unregistered', async () => {
    const other = 'cd'.repeat(32);
    await server.api('POST', '/devices', { id: 'old-iphone', channel: 'apns', token: other });
    await server.act('old-iphone', { action: 'unregister' });
    const results = await client.send([server.tokens.iphone, other], letter);
    expect(results).toMatchObject([{ success: 1, failure: 1 }]);
    expect(results[0]?.message).toMatchObject([
      { regId: server.tokens.iphone, error: null },
      { regId: other, errorMsg: 'Unregistered' },
    ]);
    expect(await server.onlyNotification('iphone')).toMatchObject({ title: 'New letter' });
    expect((await server.screen('old-iphone')).notifications).toEqual([]);
    expect((await server.exchanges()).map(({ status }) => status).sort()).toEqual([200, 410]);
  });
});
