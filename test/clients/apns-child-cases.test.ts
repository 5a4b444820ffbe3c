import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { projectNode } from '../../scripts/lib/paths.mjs';
import { type Conversation, converse } from '../helpers/conversation.ts';
import { environment } from '../helpers/run.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';
import type { ApnsAnswer, ApnsJob } from './children/apns-sender.ts';
import { clientCases, type Phone } from './matrix.ts';

const SENDER = join(import.meta.dirname, 'children/apns-sender.ts');
const CLI = join(import.meta.dirname, '../../src/cli/index.ts');
const NOBODY = 'ab'.repeat(32);
const TEXT = { title: 'Score', body: '3 : 2' };
const HOUR = 3_600_000;

let server: TestServer;
/** Each a process that keeps its client from case to case, as backends do. */
let apns2: Conversation;
let hapns: Conversation;

beforeAll(async () => {
  server = await startTestServer({ uiPort: 0 });
  // Host and port of apns2 are fixed, so `pushpit exec` starts it.
  const exec = [CLI, 'exec', '-q', '-d', server.pushpit.dataDir, '--', projectNode, SENDER, 'apns2'];
  apns2 = converse(projectNode, exec, environment());
  // hapns trusts what Node trusts, and Node reads that when it starts.
  const trust = environment({ NODE_EXTRA_CA_CERTS: server.credentials.caFile });
  hapns = converse(projectNode, [SENDER, 'hapns'], trust);
});
afterAll(async () => {
  await Promise.all([apns2.close(), hapns.close()]);
  await server.close();
});
beforeEach(() => server.reset());

const iphone: Phone = { shows: TEXT, shade: async () => (await server.screen('iphone')).notifications };

function jobOf(over: Partial<ApnsJob>, teamId = server.credentials.apns.teamId): ApnsJob {
  const { keyFile, keyId } = server.credentials.apns;
  const settings = { keyFile, keyId, teamId, baseUrl: `https://localhost:${server.tls.port}` };
  return { settings, anew: true, agoMs: 0, target: server.tokens.iphone, ...TEXT, ...over };
}

const statuses = async () => (await server.exchanges()).map(({ status }) => status);

async function refused(status: number, reason: string): Promise<void> {
  const exchange = await server.onlyExchange();
  expect(exchange).toMatchObject({ status, refused: true, deliveries: [], protocol: 'http/2' });
  expect(exchange.response?.body).toEqual({ reason });
}

/** The cases of a client that says `told` of a refusal. */
function casesThrough(conversation: () => Conversation, told: (reason: string) => NonNullable<ApnsAnswer>) {
  const send = (over: Partial<ApnsJob> = {}, teamId?: string) => conversation().ask<ApnsAnswer>(jobOf(over, teamId));
  return {
    success: async () => expect(await send()).toBeNull(),
    'wrong credentials': async () => {
      expect(await send({}, 'OTHERTEAM1')).toEqual(told('InvalidProviderToken'));
      await refused(403, 'InvalidProviderToken');
    },
    /** `anew`: the client never renews because of an answer, so that the sender has to be started again. */
    expired: async (anew: boolean) => {
      await server.api('PUT', '/workspace', { clock: { offsetMs: HOUR - 5000 } });
      expect(await send({ agoMs: 10_000 })).toEqual(told('ExpiredProviderToken'));
      await refused(403, 'ExpiredProviderToken');
      expect(await send({ anew })).toBeNull();
      expect(await statuses()).toEqual([403, 200]);
    },
    'bad target': async () => {
      expect(await send({ target: NOBODY })).toEqual(told('BadDeviceToken'));
      await refused(400, 'BadDeviceToken');
    },
    'over-long text': async () => {
      expect(await send({ body: 'x'.repeat(4096) })).toEqual(told('PayloadTooLarge'));
      await refused(413, 'PayloadTooLarge');
    },
    // Neither sends a push again by itself.
    'server error, then again': async () => {
      const action = { type: 'code', code: 'ServiceUnavailable' };
      await server.api('POST', '/faults', { channel: 'apns', times: 1, action });
      expect(await send()).toEqual(told('ServiceUnavailable'));
      expect(await send({ anew: false })).toBeNull();
      expect(await statuses()).toEqual([503, 200]);
    },
  };
}

const { expired, ...ofApns2 } = casesThrough(
  () => apns2,
  (reason) => ({ name: 'Error', reason }),
);
clientCases('apns2', iphone, { ...ofApns2, 'expired token': () => expired(false) });

const { expired: expiredInHapns, ...ofHapns } = casesThrough(
  () => hapns,
  (reason) => ({ name: `${reason}Error`, reason: null }),
);
clientCases('hapns', iphone, { ...ofHapns, 'expired token': () => expiredInHapns(true) });
