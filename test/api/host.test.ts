import { describe, expect, it } from 'vitest';
import { createTestApi, message, push, START } from './harness.ts';

describe('server', () => {
  it('says that it is up, where it listens and what time it has', async () => {
    const { call } = createTestApi();
    const { status, body } = await call('GET', '/health');
    expect(status).toBe(200);
    expect(body.value).toEqual({
      status: 'ok',
      version: '1.2.3',
      listeners: { tls: 'https://127.0.0.1:8443', plain: 'http://127.0.0.1:8180' },
      now: START,
    });
  });

  it('lists every rule with a sentence in both languages, a source and a certainty', async () => {
    const { call } = createTestApi();
    const { body } = await call('GET', '/rules');
    const rules = body.at('rules') as readonly { id: string; texts: object; sources: readonly unknown[] }[];
    expect(rules.map((rule) => rule.id)).toContain('global-switch-off');
    expect(rules.map((rule) => rule.id)).toContain('fake-known-token');
    for (const rule of rules) {
      expect(rule.sources.length, rule.id).toBeGreaterThan(0);
      expect(
        Object.values(rule.texts).every((text) => text.en !== '' && text.zh !== ''),
        rule.id,
      ).toBe(true);
    }
  });

  it("answers the specification's requirement table, all seven channels", async () => {
    const { call } = createTestApi();
    const { body } = await call('GET', '/requirements');
    const rows = body.at('requirements') as readonly { channel: string }[];
    expect(rows.map((row) => row.channel)).toEqual(['apns', 'xiaomi', 'huawei', 'fcm', 'meizu', 'oppo', 'vivo']);
  });

  it('shows secrets only to those who ask for them', async () => {
    const { call } = createTestApi();
    expect((await call('GET', '/connection')).body.at('lines', 0, 'code')).toBe('hidden');
    expect((await call('GET', '/connection?secrets=true')).body.at('lines', 0, 'code')).toBe('shown');
    expect((await call('GET', '/connection?secrets=yes')).status).toBe(400);
  });

  it('documents every path that it serves, with schemas for request and answer', async () => {
    const { call } = createTestApi();
    const { body } = await call('GET', '/openapi.json');
    const paths = body.at('paths') as Readonly<Record<string, object>>;
    expect(body.at('openapi')).toBe('3.1.0');
    expect(Object.keys(paths).sort()).toEqual(
      [
        '/accounts',
        '/accounts/{userId}',
        '/accounts/{userId}/offline-push-settings',
        '/channels',
        '/connection',
        '/connection/files/{name}',
        '/console',
        '/console/apns',
        '/console/fcm',
        '/console/huawei',
        '/console/meizu',
        '/console/oppo',
        '/console/vivo',
        '/console/xiaomi',
        '/credentials',
        '/credentials/{vendor}',
        '/credentials/{vendor}/{id}',
        '/device-settings',
        '/devices',
        '/devices/{id}',
        '/devices/{id}/actions',
        '/devices/{id}/registrations',
        '/devices/{id}/remedies',
        '/devices/{id}/screen',
        '/devices/{id}/sounds',
        '/devices/{id}/sounds/{name}',
        '/devices/{id}/waiting',
        '/events',
        '/exchanges',
        '/exchanges/{id}',
        '/faults',
        '/faults/{id}',
        '/groups',
        '/groups/{groupId}',
        '/health',
        '/matrix',
        '/matrix/cell',
        '/messages',
        '/notifications',
        '/outcomes',
        '/outcomes/{id}',
        '/outcomes/{id}/remedies',
        '/requirements',
        '/reset',
        '/rules',
        '/self-test',
        '/sounds/{id}',
        '/switches',
        '/workspace',
      ].sort(),
    );
    expect(body.at('paths', '/messages', 'post', 'requestBody', 'content', 'application/json', 'schema')).toEqual({
      $ref: '#/components/schemas/MessageInput',
    });
    expect(body.at('components', 'schemas', 'MessageInput', 'additionalProperties')).toBe(false);
    expect(body.at('components', 'schemas', 'Outcome', 'required')).toContain('trace');
  });
});

describe('workspace', () => {
  it('has the documented defaults', async () => {
    const { call } = createTestApi();
    const { body } = await call('GET', '/workspace');
    expect(body.at('globalOffMessageOn')).toBe('message');
    expect(body.at('clock')).toEqual({ offsetMs: 0, stoppedAt: null, now: START });
    expect(body.at('groups', 0, 'groupId')).toBe('demo-group');
  });

  it('takes any subset and leaves the rest', async () => {
    const { call } = createTestApi();
    const before = (await call('GET', '/workspace')).body;
    const { status, body } = await call('PUT', '/workspace', {
      globalOffMessageOn: 'global',
      apns: { strictStreams: true },
    });
    expect(status).toBe(200);
    expect(body.at('globalOffMessageOn')).toBe('global');
    expect(body.at('apns', 'strictStreams')).toBe(true);
    expect(body.at('apns', 'addressEnvironment')).toBe(before.at('apns', 'addressEnvironment'));
    expect(body.at('xiaomi')).toEqual(before.at('xiaomi'));
  });

  it('stops and moves the clock', async () => {
    const { call } = createTestApi();
    await call('PUT', '/workspace', { clock: { stoppedAt: 1_000_000 } });
    expect((await call('GET', '/health')).body.at('now')).toBe(1_000_000);
    await call('PUT', '/workspace', { clock: { stoppedAt: null, offsetMs: 5000 } });
    expect((await call('GET', '/health')).body.at('now')).toBe(START + 5000);
  });

  it.each([
    [{ globalOffMessageOn: 'both' }],
    [{ clock: { offsetMs: 1.5 } }],
    [{ clock: { stoppedAt: -1 } }],
    [{ xiaomi: { scheduleDays: 8 } }],
    [{ honor: {} }],
    [{ huawei: { requestsPerSecond: -1 } }],
  ])('refuses %j', async (patch) => {
    const { call } = createTestApi();
    expect((await call('PUT', '/workspace', patch)).status).toBe(400);
  });
});

describe('reset', () => {
  it('brings back the built-in workspace and empties the history', async () => {
    const { call, simulator } = createTestApi();
    await call('PATCH', '/devices/iphone', { name: 'Mine' });
    await call('POST', '/messages', message());
    const { status } = await call('POST', '/reset', { to: 'default' });
    expect(status).toBe(200);
    expect((await call('GET', '/devices/iphone')).body.at('name')).toBe('iPhone');
    expect(simulator.exchanges()).toEqual([]);
    expect((await call('GET', '/notifications')).body.at('notifications')).toEqual([]);
    expect((await call('GET', '/outcomes')).body.at('outcomes')).toEqual([]);
  });

  it('needs no body', async () => {
    const { raw, simulator } = createTestApi();
    push(simulator, 'nobody', 'x');
    expect((await raw('/reset', { method: 'POST' })).status).toBe(200);
    expect(simulator.exchanges()).toEqual([]);
  });

  it('can leave nothing but the sender', async () => {
    const { call } = createTestApi();
    await call('POST', '/reset', { to: 'empty' });
    expect((await call('GET', '/devices')).body.at('devices')).toEqual([]);
    expect((await call('GET', '/accounts')).body.at('accounts', 0, 'userId')).toBe('alice');
  });

  it('refuses another destination', async () => {
    const { call } = createTestApi();
    expect((await call('POST', '/reset', { to: 'factory' })).status).toBe(400);
  });
});
