import PushNotifications from 'node-pushnotifications';
import { afterAll, beforeAll, beforeEach, expect, vi } from 'vitest';
import { startTestServer, type TestServer } from '../helpers/server.ts';
import { alert, push, type Reports, tokenOptions, withProvider } from './apns.ts';
import { clientCases, type Phone } from './matrix.ts';

const NOBODY = 'ab'.repeat(32);
/** For a token that is made `AGE_MS` ago the server's clock is an hour and 5 s further, for a new one 5 s less than that. */
const AGE_MS = 10_000;
const AHEAD_MS = 3_595_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const iphone: Phone = {
  shows: { title: 'Parcel', body: 'It is at your door' },
  shade: async () => (await server.screen('iphone')).notifications,
};

const statuses = async () => (await server.exchanges()).map(({ status }) => status);
const busyTwice = () =>
  server.api('POST', '/faults', { channel: 'apns', times: 2, action: { type: 'code', code: 'ServiceUnavailable' } });

/** What `make` makes is made with a clock that stands `AGE_MS` back. */
function madeEarlier<T>(make: () => T): T {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - AGE_MS });
  try {
    return make();
  } finally {
    vi.useRealTimers();
  }
}

/** The same with another team, to which the key does not belong. */
function strangerOptions() {
  const { apns } = server.credentials;
  return { ...tokenOptions(server), token: { key: apns.keyFile, keyId: apns.keyId, teamId: 'OTHERTEAM1' } };
}

async function refusedBy(status: number, rule: string): Promise<void> {
  const { checks, ...exchange } = await server.onlyExchange();
  expect(exchange).toMatchObject({ status, refused: true, deliveries: [] });
  expect(checks.filter(({ verdict }) => verdict === 'stop').map((check) => check.rule)).toEqual([rule]);
}

const node = (options = tokenOptions(server), over = {}, target = server.tokens.iphone): Promise<Reports> =>
  withProvider(options, (provider) => push(provider, alert(over), target));

clientCases('@parse/node-apn', iphone, {
  success: async () => expect(await node()).toMatchObject({ sent: [{ device: server.tokens.iphone }], failed: [] }),
  'wrong credentials': async () => {
    const { failed } = await node(strangerOptions());
    expect(failed).toMatchObject([{ status: 403, response: { reason: 'InvalidProviderToken' } }]);
    await refusedBy(403, 'apns-invalid-provider-token-team');
  },
  // It makes a new token after the refusal, by itself.
  'expired token': async () => {
    const options = tokenOptions(server);
    await server.api('PUT', '/workspace', { clock: { offsetMs: AHEAD_MS } });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - AGE_MS });
    await withProvider(options, async (provider) => {
      vi.useRealTimers();
      expect(await push(provider, alert(), server.tokens.iphone)).toMatchObject({ sent: [{}], failed: [] });
    });
    const [late, renewed] = await server.exchanges();
    expect([late?.status, renewed?.status]).toEqual([403, 200]);
    expect(late?.response?.body).toEqual({ reason: 'ExpiredProviderToken' });
    expect(renewed?.request?.headers.authorization).not.toBe(late?.request?.headers.authorization);
  },
  'bad target': async () => {
    const { failed } = await node(tokenOptions(server), {}, NOBODY);
    expect(failed).toMatchObject([{ status: 400, response: { reason: 'BadDeviceToken' } }]);
    expect(await server.onlyExchange()).toMatchObject({ status: 400, deliveries: [] });
  },
  'over-long text': async () => {
    const { failed } = await node(tokenOptions(server), { alert: 'x'.repeat(4096) });
    expect(failed).toMatchObject([{ status: 413, response: { reason: 'PayloadTooLarge' } }]);
    expect(await server.onlyExchange()).toMatchObject({ status: 413, deliveries: [] });
  },
  // It sends a push again by itself, three times at most.
  'server error, then again': async () => {
    await busyTwice();
    expect(await node()).toMatchObject({ sent: [{ device: server.tokens.iphone }], failed: [] });
    expect(await statuses()).toEqual([503, 503, 200]);
  },
});

const letter = { topic: 'com.example.app', pushType: 'alert', title: 'Parcel', body: 'It is at your door' };

/** One push through a client of its own; `make` says how that is made. */
async function parcel(over = {}, target = server.tokens.iphone, make = () => clientWith(tokenOptions(server))) {
  const client = make();
  try {
    return await client.send(target, { ...letter, ...over });
  } finally {
    client.apn.shutdown();
  }
}
const clientWith = (apn: ReturnType<typeof tokenOptions>) => new PushNotifications({ apn });
const sent = [{ method: 'apn', success: 1, failure: 0, message: [{ error: null }] }];
const failed = (errorMsg: string) => [{ method: 'apn', success: 0, failure: 1, message: [{ errorMsg }] }];

clientCases('node-pushnotifications', iphone, {
  success: async () => expect(await parcel()).toMatchObject(sent),
  'wrong credentials': async () => {
    const make = () => clientWith(strangerOptions());
    expect(await parcel({}, server.tokens.iphone, make)).toMatchObject(failed('InvalidProviderToken'));
    await refusedBy(403, 'apns-invalid-provider-token-team');
  },
  // What it is built on renews the token.
  'expired token': async () => {
    await server.api('PUT', '/workspace', { clock: { offsetMs: AHEAD_MS } });
    const make = () => madeEarlier(() => clientWith(tokenOptions(server)));
    expect(await parcel({}, server.tokens.iphone, make)).toMatchObject(sent);
    expect(await statuses()).toEqual([403, 200]);
  },
  'bad target': async () => {
    expect(await parcel({}, NOBODY)).toMatchObject(failed('BadDeviceToken'));
    expect(await server.onlyExchange()).toMatchObject({ status: 400, deliveries: [] });
  },
  'over-long text': async () => {
    expect(await parcel({ body: 'x'.repeat(4096) })).toMatchObject(failed('PayloadTooLarge'));
    expect(await server.onlyExchange()).toMatchObject({ status: 413, deliveries: [] });
  },
  'server error, then again': async () => {
    await busyTwice();
    expect(await parcel()).toMatchObject(sent);
    expect(await statuses()).toEqual([503, 503, 200]);
  },
});
