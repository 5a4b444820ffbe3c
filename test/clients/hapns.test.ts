import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runScript } from '../helpers/run.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';
import { APPLE_ID } from './apns.ts';
import type { HapnsJob, HapnsResult } from './children/hapns.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const payload = { alert: { title: 'Score', body: '3 : 2' }, badge: 4, sound: 'hualala.wav' };

/** hapns trusts what Node trusts, and Node reads that only when it starts: hence a process of its own. */
function send(pushes: HapnsJob['pushes']): Promise<readonly HapnsResult[]> {
  const { keyFile, keyId, teamId } = server.credentials.apns;
  const baseUrl = `https://localhost:${server.tls.port}`;
  const job: HapnsJob = { keyFile, keyId, teamId, baseUrl, pushes };
  return runScript('test/clients/children/hapns.ts', job, { NODE_EXTRA_CA_CERTS: server.credentials.caFile });
}

describe('hapns', () => {
  it('shows its notifications on the iPhone', async () => {
    const push = { topic: 'com.example.app', token: server.tokens.iphone, payload };
    const apnsId = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const [first, second] = await send([push, { ...push, apnsId }]);
    expect(first).toEqual({ apnsId: expect.stringMatching(APPLE_ID) });
    expect(second).toEqual({ apnsId });
    const screen = await server.screen('iphone');
    expect(screen.badge).toBe(4);
    expect(screen.sounds[0]).toMatchObject({ played: 'hualala.wav' });
    expect(screen.notifications).toMatchObject([
      { title: 'Score', body: '3 : 2', sound: 'hualala.wav', badge: 4, pushId: apnsId },
      { title: 'Score', pushId: first && 'apnsId' in first ? first.apnsId : '' },
    ]);
    const exchanges = await server.exchanges();
    expect(exchanges).toMatchObject([
      { protocol: 'http/2', summary: { en: 'Shown on iPhone.' }, deliveries: [{ result: 'shown' }] },
      { protocol: 'http/2', summary: { en: 'Shown on iPhone.' }, deliveries: [{ result: 'shown' }] },
    ]);
  });

  it('maps every refusal to its own error class', async () => {
    const token = server.tokens.iphone;
    const results = await send([
      { topic: 'com.example.other', token, payload },
      { topic: 'com.example.app', token: 'ef'.repeat(32), payload },
      { topic: 'com.example.app', token, payload: { alert: { title: 'x'.repeat(5000), body: '' } } },
    ]);
    const apnsId = expect.stringMatching(APPLE_ID);
    expect(results).toEqual([
      { error: 'TopicDisallowedError', status: 400, apnsId },
      { error: 'BadDeviceTokenError', status: 400, apnsId },
      { error: 'PayloadTooLargeError', status: 413, apnsId },
    ]);
    expect((await server.exchanges()).map(({ status, delivered }) => [status, delivered])).toEqual([
      [400, false],
      [400, false],
      [413, false],
    ]);
    expect((await server.screen('iphone')).notifications).toEqual([]);
  });

  it('learns that a target is unregistered', async () => {
    await server.act('iphone', { action: 'unregister' });
    const results = await send([{ topic: 'com.example.app', token: server.tokens.iphone, payload }]);
    expect(results).toMatchObject([{ error: 'UnregisteredError', status: 410 }]);
    expect(await server.onlyExchange()).toMatchObject({ status: 410, deliveries: [] });
    expect(await server.screen('iphone')).toMatchObject({ badge: 0, notifications: [] });
  });
});
