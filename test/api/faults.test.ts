import { describe, expect, it } from 'vitest';
import { createChannels } from '../../src/core/channels/registry.ts';
import type { Channel, ChannelId } from '../../src/core/channels/types.ts';
import { defaultWorkspace } from '../../src/core/default-workspace.ts';
import { testCredentials, testKeys } from '../../src/core/testing/credentials.ts';
import { makeCrypto } from '../../src/core/testing/crypto.ts';
import type { ChannelView, ExchangeView, FaultView, OutcomeView } from '../../src/core/views.ts';
import { parseWorkspace } from '../../src/server/storage/workspace-schema.ts';
import { createTestApi, message, push, requestOf, type TestApi } from './harness.ts';

const realApi = (): TestApi =>
  createTestApi({ channels: createChannels(), credentials: testCredentials, ports: { crypto: makeCrypto(testKeys) } });

function tokenOf(channel: ChannelId): string {
  const token = defaultWorkspace(0, [channel]).devices[0]?.targets[0]?.token;
  if (token === undefined) throw new Error(`no built-in phone for ${channel}`);
  return token;
}

/** Huawei's present interface; its IM side calls the one before, which says everything with 200. */
function sendToHuawei({ simulator }: TestApi): string {
  const [app] = testCredentials.huawei.apps;
  if (app === undefined) throw new Error('no app at Huawei');
  const post = (host: string, path: string, type: string, body: string, headers: [string, string][] = []) =>
    simulator.receive(
      'huawei',
      requestOf({
        channel: 'huawei',
        protocol: 'http/1.1',
        method: 'POST',
        host,
        path,
        headers: [['content-type', type], ...headers],
        body,
        trace: [],
      }),
      null,
    );
  const grant = `grant_type=client_credentials&client_id=${app.appId}&client_secret=${app.appSecret}`;
  const form = 'application/x-www-form-urlencoded';
  const login = post('oauth-login.cloud.huawei.com', '/oauth2/v3/token', form, grant).response;
  const { access_token: access } = JSON.parse(login.body) as { access_token: string };
  const notification = { title: 't', body: 'b', click_action: { type: 3 } };
  const message = { android: { notification }, token: [tokenOf('huawei')] };
  const path = `/v1/${app.appId}/messages:send`;
  const bearer: [string, string] = ['authorization', `Bearer ${access}`];
  const body = JSON.stringify({ validate_only: false, message });
  return post('push-api.cloud.huawei.com', path, 'application/json', body, [bearer]).exchangeId;
}

/** What a regular request of another sender gets, where the IM side's own says too little. */
const OTHER_SENDERS: Partial<Record<ChannelId, (api: TestApi) => string>> = { huawei: sendToHuawei };

/** What an IM message to the channel's phone gets while the fault with this code is set up. */
async function disturbed(api: TestApi, channel: ChannelId, code: string) {
  const fault = { id: 'f', channel, match: { target: tokenOf(channel) }, action: { type: 'code', code } };
  expect((await api.call('POST', '/faults', fault)).status).toBe(201);
  const sent = await api.call('POST', '/messages', message({ to: { c2c: `user-${channel}` } }));
  const outcome = sent.body.at('outcomes', 0) as OutcomeView;
  const exchangeId = OTHER_SENDERS[channel]?.(api) ?? outcome.exchangeId;
  const exchange = (await api.call('GET', `/exchanges/${exchangeId}`)).body.value as ExchangeView;
  expect((await api.call('DELETE', '/faults/f')).status).toBe(200);
  const stop = exchange.checks.find((step) => step.verdict === 'stop');
  return { outcome, exchange, stop };
}

const CHANNELS = createChannels().map((channel): [ChannelId, Channel] => [channel.definition.id, channel]);

describe.each(CHANNELS)('codes of %s', (id, channel) => {
  it('come from a fault, each with its status, and deliver nothing', async () => {
    const api = realApi();
    const { channels } = (await api.call('GET', '/channels')).body.value as { channels: ChannelView[] };
    const codes = channels.find((one) => one.id === id)?.codes ?? [];
    expect(codes.map((one) => one.code)).toEqual(channel.codes.map((one) => one.code));
    for (const { code, httpStatus } of codes.filter((one) => !one.success)) {
      const { outcome, exchange, stop } = await disturbed(api, id, code);
      expect(outcome, code).toMatchObject({ delivered: false, cause: 'scripted-fault', notification: null });
      expect(stop, code).toMatchObject({ rule: 'scripted-fault', text: expect.stringContaining(code) });
      // Some reasons of APNs are said by closing the connection; then there is no status.
      expect(exchange.status, code).toBe(outcome.response === null ? null : httpStatus);
      expect(exchange.deliveries, code).toEqual([]);
      // A code that reads as success would promise a delivery: its table has to mark it.
      const { response } = outcome;
      const accepted = response !== null && channel.readAnswer(response.status, response.raw).accepted;
      expect(accepted, `${code} reads as success`).toBe(false);
    }
  });

  it('are refused where they mean success, or do not exist', async () => {
    const { call } = realApi();
    const success = channel.codes.filter((one) => one.success === true).map((one) => one.code);
    for (const code of [...success, 'no-such-code']) {
      const refused = await call('POST', '/faults', { channel: id, action: { type: 'code', code } });
      expect(refused.status, code).toBe(422);
      expect(refused.body.at('error', 'code')).toBe('unknown_code');
      expect(refused.body.at('error', 'details', 'codes')).toEqual(
        channel.codes.filter((one) => one.success !== true).map((one) => one.code),
      );
    }
  });
});

describe('faults over the API', () => {
  it('are listed in their order with what they have met, and are gone when used up or taken away', async () => {
    const { call } = realApi();
    const first = { channel: 'apns', times: 2, action: { type: 'status', status: 503, body: 'busy' } };
    const added = await call('POST', '/faults', first);
    expect(added.status).toBe(201);
    expect(added.body.value).toEqual({ id: 'fault-1', match: {}, used: 0, ...first });
    const second = { id: 'slow', channel: 'apns', match: { path: '/3/*' }, action: { type: 'delay', ms: 5 } };
    await call('POST', '/faults', second);
    const list = async () => ((await call('GET', '/faults')).body.at('faults') as FaultView[]).map((one) => one.id);
    expect(await list()).toEqual(['fault-1', 'slow']);
    const send = () => call('POST', '/messages', message({ to: { c2c: 'user-apns' } }));
    expect((await send()).body.at('outcomes', 0, 'response')).toMatchObject({ status: 503, raw: 'busy' });
    expect((await call('GET', '/faults')).body.at('faults', 0, 'used')).toBe(1);
    await send();
    expect(await list()).toEqual(['slow']);
    expect((await send()).body.at('outcomes', 0, 'delivered')).toBe(true);
    expect((await call('DELETE', '/faults/slow')).body.value).toMatchObject({ id: 'slow', used: 3 });
    const missing = await call('DELETE', '/faults/slow');
    expect(missing.status).toBe(404);
    expect(missing.body.at('error', 'message')).toContain('Faults: none');
  });

  it('go with a reset', async () => {
    const { call } = realApi();
    await call('POST', '/faults', { channel: 'apns', action: { type: 'reset' } });
    await call('POST', '/reset');
    expect((await call('GET', '/faults')).body.value).toEqual({ faults: [] });
  });

  it('are told to those who listen', async () => {
    const { call, simulator } = createTestApi();
    const told: unknown[] = [];
    simulator.subscribe(
      ({ event }) => void (event.type === 'faults' && told.push(event.faults.map((one) => one.used))),
    );
    await call('POST', '/faults', { channel: 'apns', times: 1, action: { type: 'reset' } });
    push(simulator, tokenOf('apns'), 't');
    expect(told).toEqual([[0], []]);
  });

  it.each<[string, unknown, string]>([
    ['no action', { channel: 'apns' }, '"action" is missing'],
    ['an unknown kind', { channel: 'apns', action: { type: 'explode' } }, 'Give one of "code"'],
    ['a field of another kind', { channel: 'apns', action: { type: 'reset', ms: 5 } }, 'Unknown field "action.ms"'],
    ['no time at all', { channel: 'apns', action: { type: 'delay', ms: 0 } }, 'at least 1'],
    ['a status that ends no exchange', { channel: 'apns', action: { type: 'status', status: 100 } }, 'at least 200'],
    ['a body with 204', { channel: 'apns', action: { type: 'status', status: 204, body: 'x' } }, 'Leave the body out'],
    [
      'headers that split',
      { channel: 'apns', action: { type: 'status', status: 500, headers: [['x', 'a\r\nb: c']] } },
      'printable',
    ],
    [
      'headers of the connection',
      { channel: 'apns', action: { type: 'status', status: 500, headers: [['content-length', '1']] } },
      'Leave headers of the connection',
    ],
    ['an unknown vendor', { channel: 'nokia', action: { type: 'reset' } }, '"channel" is "nokia"'],
    ['zero times', { channel: 'apns', times: 0, action: { type: 'reset' } }, 'at least 1'],
    ['a misspelt member', { channel: 'apns', time: 1, action: { type: 'reset' } }, 'Did you mean "times"?'],
  ])('are refused with a reason: %s', async (_what, body, reason) => {
    const { call } = realApi();
    const refused = await call('POST', '/faults', body);
    expect(refused.status).toBe(400);
    expect(refused.body.at('error', 'message')).toContain(reason);
    expect((await call('GET', '/faults')).body.value).toEqual({ faults: [] });
  });

  it('are refused twice under one id', async () => {
    const { call } = realApi();
    const fault = { id: 'one', channel: 'apns', action: { type: 'reset' } };
    expect((await call('POST', '/faults', fault)).status).toBe(201);
    expect((await call('POST', '/faults', fault)).status).toBe(409);
  });
});

describe('saved faults', () => {
  const base = { ...defaultWorkspace(0, ['apns']) };
  const fault = { id: 'f', channel: 'apns', match: { target: 't' }, times: 3, used: 1, action: { type: 'reset' } };

  it('are read back; an older file has none', () => {
    const saved: unknown = JSON.parse(JSON.stringify({ ...base, faults: [fault] }));
    expect(parseWorkspace(saved)).toMatchObject({ ok: true, workspace: { faults: [fault] } });
    const older = parseWorkspace(JSON.parse(JSON.stringify(base)));
    expect(older.ok && 'faults' in older.workspace).toBe(false);
  });

  it('that nobody could have saved name their place', () => {
    const damaged = JSON.parse(JSON.stringify({ ...base, faults: [{ ...fault, action: { type: 'x' } }] }));
    expect(parseWorkspace(damaged)).toMatchObject({ ok: false, why: expect.stringContaining('faults.0.action') });
  });
});
