import { createRequire } from 'node:module';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openInstallation } from '../../src/server/credentials/installation.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';
import { pixelToken } from './fcm-agent.ts';

/** What node-gcm reports: the answer, or the HTTP status of a refusal. */
interface Answer {
  readonly multicast_id: number;
  readonly success: number;
  readonly failure: number;
  readonly results: readonly { readonly message_id?: string; readonly error?: string }[];
}

interface Gcm {
  Message: new (content: object) => object;
  Sender: new (
    key: string,
    options: object,
  ) => {
    send(
      message: object,
      to: object,
      options: object,
      done: (error: unknown, answer: Answer & { readonly message_id?: number }) => void,
    ): void;
  };
}

const gcm = createRequire(import.meta.url)('node-gcm') as Gcm;
let server: TestServer;
let token: string;
let key: string;

beforeAll(async () => {
  server = await startTestServer();
  token = await pixelToken(server);
  const { fcm } = (await openInstallation(server.pushpit.dataDir)).credentials;
  key = fcm.projects[0]?.serverKey ?? '';
});
afterAll(() => server.close());
beforeEach(() => server.reset());

function send(to: object, content: object = {}, serverKey = key): Promise<Answer & { message_id?: number }> {
  const sender = new gcm.Sender(serverKey, { uri: `${server.plain.origin}/fcm/send`, proxy: false });
  const message = new gcm.Message({
    notification: { title: 'Legacy', body: 'still here' },
    data: { n: 1 },
    ...content,
  });
  return new Promise((resolve, reject) => {
    sender.send(message, to, { retries: 0 }, (error, answer) => (error === null ? resolve(answer) : reject(error)));
  });
}

const era = (legacy: string) => server.api('PUT', '/workspace', { fcm: { legacy } });

describe('node-gcm', () => {
  it('gets 404 today', async () => {
    await expect(send({ to: token })).rejects.toBe(404);
  });

  it('is told DeprecatedApi as in September 2024', async () => {
    await era('closing');
    expect(await send({ to: token })).toMatchObject({ success: 0, failure: 1, results: [{ error: 'DeprecatedApi' }] });
  });

  it('shows its notification as long as the interface lived, and reports each target', async () => {
    await era('before');
    const targets = [token, `${token}x`, 'x'];
    const answer = await send({ registrationTokens: targets }, { priority: 'high', timeToLive: 60, collapseKey: 'k' });
    expect(answer).toMatchObject({ success: 1, failure: 2 });
    expect(answer.results.map(({ error }) => error)).toEqual([undefined, 'NotRegistered', 'InvalidRegistration']);
    expect(await server.onlyNotification('pixel')).toMatchObject({
      title: 'Legacy',
      body: 'still here',
      ext: '{"n":"1"}',
    });
  });

  it('reaches topics, and is refused with another key or a life that is too long', async () => {
    await era('before');
    expect(await send({ topic: '/topics/news' })).toHaveProperty('message_id');
    await expect(send({ to: token }, {}, 'wrong')).rejects.toBe(401);
    await expect(send({ to: token }, { timeToLive: 5_184_000 })).rejects.toBe(400);
  });
});
