import { connect } from 'node:http2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadOf, type Target } from '../../bench/vendors.ts';
import type { ChannelId } from '../../src/core/channels/types.ts';
import { ask } from '../front-door/harness.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';

const HOUR = 3_600_000;

let server: TestServer;
let target: Target;
beforeAll(async () => {
  server = await startTestServer({ uiPort: 0 });
  const { ui = '', tls, plain } = server.pushpit.listeners;
  target = { ui, tls, plain, credsDir: server.credentials.directory };
});
beforeEach(() => server.reset());
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Signs in as the vendor's clients do, by the real clock, and gives a function that pushes with what it got. */
async function sender(vendor: ChannelId): Promise<() => Promise<Answer>> {
  const { url, http1, headers, body } = await loadOf(vendor, target);
  if (!http1) return () => overHttp2(url, headers, body);
  return async () => {
    const response = await fetch(url, { method: 'POST', headers, body });
    return { status: response.status, body: await response.text() };
  };
}

async function overHttp2(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Answer> {
  const { origin, pathname } = new URL(url);
  const session = connect(origin, { ca: server.credentials.ca });
  try {
    const { status, body: text } = await ask(session, { ':path': pathname, ...headers }, body);
    return { status, body: text };
  } finally {
    session.close();
  }
}

const moveClock = (offsetMs: number): Promise<unknown> => server.api('PUT', '/workspace', { clock: { offsetMs } });

/** Life of a token, and what the vendor says when it is over. */
const VENDORS: readonly (readonly [ChannelId, number, number, RegExp])[] = [
  ['apns', HOUR, 403, /"ExpiredProviderToken"/],
  ['huawei', HOUR, 200, /"code":"80200003"/],
  ['fcm', HOUR, 401, /"UNAUTHENTICATED"/],
  ['oppo', 24 * HOUR, 200, /"code":11\b/],
  ['vivo', 24 * HOUR, 200, /"result":10000\b/],
];

describe.each(VENDORS)('the token of a sender to %s', (vendor, life, status, said) => {
  it('is refused after its life on the simulated clock; a sender that renews it goes on', async () => {
    const push = await sender(vendor);
    const first = await push();
    expect(first).toMatchObject({ status: 200 });
    expect(first.body).not.toMatch(said);
    await moveClock(life - 60_000);
    expect((await push()).body).not.toMatch(said);
    await moveClock(life + 60_000);
    const late = await push();
    expect(late.status).toBe(status);
    expect(late.body).toMatch(said);
    const again = await (await sender(vendor))();
    expect(again.status).toBe(200);
    expect(again.body).not.toMatch(said);
    expect((await server.screen(PHONES[vendor])).notifications.length).toBeGreaterThan(0);
  });

  it('of the IM server is renewed in time', async () => {
    const send = async () => {
      const message = {
        from: 'alice',
        to: { c2c: `user-${vendor}` },
        kind: 'chat',
        elements: [{ type: 'text', text: 'hi' }],
      };
      const { outcomes } = await server.api<{ outcomes: { reason: string }[] }>('POST', '/messages', message);
      return outcomes.map(({ reason }) => reason);
    };
    expect(await send()).toEqual(['delivered']);
    await moveClock(life + 60_000);
    expect(await send()).toEqual(['delivered']);
    await moveClock(-10 * life);
    expect(await send()).toEqual(['delivered']);
  });
});

const PHONES: Readonly<Record<ChannelId, string>> = {
  apns: 'iphone',
  xiaomi: 'xiaomi',
  huawei: 'huawei',
  fcm: 'pixel',
  meizu: 'meizu',
  oppo: 'oppo',
  vivo: 'vivo',
};
