import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SentMessageView } from '../../src/core/views.ts';
import { environment, runProgram } from '../helpers/run.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const fault = (body: object) => server.api('POST', '/faults', body);

describe('a sender on a bad day of its vendor', () => {
  it('loses its connection to Xiaomi, and is answered late', async () => {
    const url = new URL('/v3/message/regid', server.plain).href;
    const curl = () => runProgram('curl', ['-sS', '-d', 'title=t', url], { env: environment() });
    await fault({ channel: 'xiaomi', times: 1, action: { type: 'reset' } });
    expect(await curl()).toMatchObject({ code: 56, stderr: expect.stringContaining('reset') });
    await fault({ channel: 'xiaomi', times: 1, action: { type: 'delay', ms: 150 } });
    const began = performance.now();
    expect(await curl()).toMatchObject({ code: 0, stdout: expect.stringContaining('21301') });
    expect(performance.now() - began).toBeGreaterThanOrEqual(150);
    const [reset] = await server.exchanges();
    expect(reset).toMatchObject({ status: null, refused: true, deliveries: [] });
    expect(reset?.summary.en).toContain('RST');
  });
});

describe('an IM message on a bad day of the vendor', () => {
  const send = async (userId: string) => {
    const message = { from: 'alice', to: { c2c: userId }, kind: 'chat', elements: [{ type: 'text', text: 'hi' }] };
    const { outcomes } = await server.api<SentMessageView>('POST', '/messages', message);
    return outcomes[0];
  };

  it.each(['apns', 'xiaomi', 'fcm'])(
    'says that the connection to %s was reset because of the fault',
    async (channel) => {
      const { devices } = await server.api<{ devices: { channel: string; token: string }[] }>('GET', '/devices');
      const target = devices.find((one) => one.channel === channel)?.token;
      await fault({ channel, match: { target }, action: { type: 'reset' } });
      const outcome = await send(`user-${channel}`);
      expect(outcome).toMatchObject({ delivered: false, reason: 'vendor-unreachable', cause: 'scripted-fault' });
      expect(outcome?.exchangeId).not.toBeNull();
    },
  );

  it('is unreachable through a GOAWAY, and served on the next connection', async () => {
    await fault({ channel: 'apns', times: 1, action: { type: 'code', code: 'Shutdown' } });
    const first = await send('user-apns');
    // Without a client certificate Node names the stream as seen, so the sender may not repeat it.
    expect(first).toMatchObject({ cause: 'scripted-fault', reason: 'vendor-unreachable' });
    expect(await send('user-apns')).toMatchObject({ delivered: true });
  });
});
