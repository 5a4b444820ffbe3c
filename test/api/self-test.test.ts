import { describe, expect, it, onTestFinished } from 'vitest';
import { createChannels } from '../../src/core/channels/registry.ts';
import type { SelfTestRow } from '../../src/server/self-test/run.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';

const WAYS = ['address', 'names', 'proxy', 'plain'];

async function start(): Promise<TestServer> {
  const server = await startTestServer();
  onTestFinished(() => server.close());
  return server;
}

const selfTest = async (server: TestServer): Promise<readonly SelfTestRow[]> =>
  (await server.api<{ results: readonly SelfTestRow[] }>('POST', '/self-test')).results;

describe('the self-test', () => {
  it('reaches a phone of every registered vendor in every way', async () => {
    const server = await start();
    const vendors = createChannels().map(({ definition }) => definition.id);
    const results = await selfTest(server);
    expect(results.map(({ vendor, way }) => `${vendor} ${way}`)).toEqual(
      vendors.flatMap((vendor) => WAYS.map((way) => `${vendor} ${way}`)),
    );
    for (const row of results) {
      expect(row, `${row.vendor} ${row.way}`).toMatchObject({ ok: true, status: 200, outcome: 'shown', error: null });
      expect(row.ms).toBeGreaterThan(0);
      expect(row.recipe, row.vendor).toContain('curl');
    }
    expect(JSON.stringify(results)).not.toContain(server.credentials.xiaomi.appSecret);
  });

  it('is marked in the history, and came the way that it says', async () => {
    const server = await start();
    const results = await selfTest(server);
    const exchanges = new Map((await server.exchanges()).map((one) => [one.id, one]));
    for (const { vendor, way, exchangeId } of results) {
      const exchange = exchanges.get(exchangeId ?? '');
      expect(exchange, `${vendor} ${way}`).toMatchObject({ channel: vendor, selfTest: true, outcomeId: null });
      expect(exchange?.checks.map(({ rule }) => rule)).toContain('self-test');
      const host = exchange?.request?.headers.host ?? exchange?.request?.url ?? '';
      expect(/127\.0\.0\.1|localhost/.test(host), `${vendor} ${way}: ${host}`).toBe(
        way === 'address' || way === 'plain',
      );
    }
  });

  it('tells why a push was not taken', async () => {
    const server = await start();
    await server.act('iphone', { action: 'unregister' });
    await server.patch('xiaomi', { online: false });
    const results = await selfTest(server);
    for (const row of results.filter(({ vendor }) => vendor === 'apns')) {
      expect(row).toMatchObject({ ok: false, status: null, exchangeId: null });
      expect(row.error).toContain('no phone of this vendor');
      expect(row.texts?.zh).toContain('没有该厂商');
    }
    expect(results.filter(({ vendor }) => vendor === 'xiaomi').map(({ outcome }) => outcome)).toEqual(
      WAYS.map(() => 'stored'),
    );
    await server.api('POST', '/faults', { channel: 'xiaomi', times: 4, action: { type: 'status', status: 502 } });
    await server.api('POST', '/faults', { channel: 'meizu', times: 4, action: { type: 'reset' } });
    const broken = await selfTest(server);
    for (const row of broken.filter(({ vendor }) => vendor === 'xiaomi')) {
      expect(row).toMatchObject({ ok: false, status: 502, outcome: null });
      expect(row.error).toContain('fault');
    }
    for (const row of broken.filter(({ vendor }) => vendor === 'meizu')) {
      expect(row).toMatchObject({ ok: false, status: null });
      expect(row.error).toMatch(/^No answer: /);
    }
  });
});
