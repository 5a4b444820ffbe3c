import { describe, expect, it } from 'vitest';
import { explainStep } from '../../trace/explain.ts';
import { createRuleRegistry } from '../../trace/registry.ts';
import { apns } from './channel.ts';
import { createReceive, REQUEST_ORDER } from './receive.ts';
import { connect, reasonOf, stopOf } from './testing/connection.ts';
import { certificateFacts, render, toVendorRequest } from './testing/render.ts';
import { VECTORS } from './testing/vectors.ts';
import { GONE_SINCE, TOKENS } from './testing/world.ts';

const registry = createRuleRegistry([apns.rules]);

describe('vectors', () => {
  it.each(VECTORS)('$name', (vector) => {
    const connection = connect({ profile: vector.profile ?? {} });
    const certificate = vector.certificate ? certificateFacts(vector.certificate, connection.now) : null;
    for (const [request, expected] of vector.steps) {
      const result = connection.push(request, { ...(vector.host && { host: vector.host }), certificate });
      if ('goaway' in expected) {
        expect(result.response).toMatchObject({ status: 0, body: '', goaway: { lastStreamId: 0 } });
        expect(reasonOf(result)).toBe(expected.goaway);
        continue;
      }
      expect(result.response.status, JSON.stringify(result.trace.at(-1))).toBe(expected.status);
      expect(reasonOf(result)).toBe('reason' in expected ? expected.reason : null);
      expect(result.effects.filter((effect) => effect.type === 'push')).toHaveLength(expected.status === 200 ? 1 : 0);
      for (const step of result.trace) {
        const { texts, fix } = explainStep(step, registry);
        for (const text of [texts.en, texts.zh, fix?.en ?? '', fix?.zh ?? '']) {
          expect(text, step.rule).not.toMatch(/\{[a-zA-Z]+\}/);
          expect(text).not.toBe(step.rule);
        }
      }
    }
  });
});

describe('answer', () => {
  const UUID = '7f3c1e2a-90b4-6d11-a2c3-5e0f9b8d7c61';
  const idOf = (headers: readonly (readonly [string, string])[]) => new Map(headers).get('apns-id');

  it('echoes a well-formed apns-id byte for byte, on refusals too', () => {
    expect(idOf(connect().push({ headers: [['apns-id', UUID]] }).response.headers)).toBe(UUID);
    const refused = connect().push({ headers: [['apns-id', UUID]], auth: { kind: 'none' } });
    expect(refused.response.status).toBe(403);
    expect(idOf(refused.response.headers)).toBe(UUID);
  });

  it('makes an upper-case UUID where the sender gave none or a bad one', () => {
    const form = /^[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}$/;
    const connection = connect();
    const first = idOf(connection.push({}).response.headers);
    const second = idOf(connection.push({}).response.headers);
    expect(first).toMatch(form);
    expect(second).toMatch(form);
    expect(second).not.toBe(first);
    expect(idOf(connection.push({ headers: [['apns-id', 'nope']] }).response.headers)).toMatch(form);
  });

  it('has neither body nor further headers on success', () => {
    const { response } = connect().push({});
    expect(response).toEqual({ status: 200, headers: [['apns-id', expect.any(String)]], body: '' });
  });

  it('adds apns-unique-id in the sandbox, on success only', () => {
    const names = (host: string | undefined, path: string) =>
      connect()
        .push({ path }, host === undefined ? {} : { host })
        .response.headers.map(([name]) => name);
    const sandbox = 'api.sandbox.push.apple.com';
    expect(names(sandbox, '/3/device/{sandbox}')).toEqual(['apns-id', 'apns-unique-id']);
    expect(names(sandbox, '/3/device/{zero}')).toEqual(['apns-id']);
    expect(names(undefined, '/3/device/{sandbox}')).toEqual(['apns-id', 'apns-unique-id']);
    expect(names(undefined, '/3/device/{ok}')).toEqual(['apns-id']);
  });

  it('says since when a dead token is dead, as an integer in ms', () => {
    expect(connect().push({ path: '/3/device/{gone}' }).response.body).toBe(
      `{"reason":"Unregistered","timestamp":${GONE_SINCE}}`,
    );
    expect(JSON.parse(connect().push({ path: '/3/device/{zero}' }).response.body)).toEqual({
      reason: 'BadDeviceToken',
    });
  });

  it('names token and title for the traffic list, of refused pushes too', () => {
    const taken = connect().push({});
    expect([taken.target, taken.title]).toEqual([TOKENS.ok, 'Lena']);
    const refused = connect().push({ auth: { kind: 'none' }, path: '/3/device/{zero}' });
    expect([refused.target, refused.title]).toEqual([TOKENS.zero, 'Lena']);
    expect(connect().push({ path: '/x' }).target).toBeNull();
  });

  it('finds a device token in any letter case', () => {
    const upper = connect().push({ path: `/3/device/${TOKENS.ok.toUpperCase()}` });
    expect(upper.response.status).toBe(200);
    expect(upper.effects).toContainEqual(
      expect.objectContaining({ push: expect.objectContaining({ token: TOKENS.ok }) }),
    );
  });

  it('drops HTTP/1.1 without a status', () => {
    const connection = connect();
    const request = toVendorRequest(render({}, connection.keys, connection.now));
    const result = connection.send({ ...request, connection: { ...request.connection, protocol: 'http/1.1' } });
    expect(result.response).toEqual({ status: 0, headers: [], body: '', drop: true });
    expect(result.trace).toEqual([
      { stage: 'channel', rule: 'apns-http2-only', verdict: 'stop', params: { received: 'http/1.1' } },
    ]);
  });

  it('refuses a body that was cut off at the socket whatever its start', () => {
    const connection = connect();
    const request = toVendorRequest(render({ body: null }, connection.keys, connection.now));
    expect(reasonOf(connection.send({ ...request, bodyTooLarge: true }))).toBe('PayloadTooLarge');
  });
});

describe('order', () => {
  const everythingWrong = {
    path: '/3/device/xyz',
    headers: [
      ['apns-id', 'nope'],
      ['apns-expiration', 'abc'],
      ['apns-priority', '7'],
      ['apns-collapse-id', 'c'.repeat(65)],
      ['apns-push-type', 'foo'],
      ['apns-topic', 'twice'],
    ],
    topic: 'not ours',
    body: null,
  } as const;

  it('asks method, path, authentication, headers, body, token, in this order', () => {
    const reasons = [
      connect().push({ ...everythingWrong, method: 'GET', path: '/x', auth: { kind: 'none' } }),
      connect().push({ ...everythingWrong, path: '/x', auth: { kind: 'none' } }),
      connect().push({ ...everythingWrong, auth: { kind: 'none' } }),
      connect().push(everythingWrong),
    ].map(reasonOf);
    expect(reasons).toEqual(['MethodNotAllowed', 'BadPath', 'MissingProviderToken', 'DuplicateHeaders']);
  });

  it('takes the order of header and body checks as data', () => {
    const channel = { ...apns, receive: createReceive(['PayloadEmpty', ...REQUEST_ORDER]) };
    expect(reasonOf(connect({ channel }).push(everythingWrong))).toBe('PayloadEmpty');
    const reversed = { ...apns, receive: createReceive(REQUEST_ORDER.toReversed()) };
    expect(reasonOf(connect({ channel: reversed }).push({ ...everythingWrong, body: '{}' }))).toBe('TopicDisallowed');
  });

  it('lists the checks passed before the one that refused', () => {
    const { trace } = connect().push({ path: '/3/device/{other}' });
    const stop = trace.findIndex((step) => step.verdict === 'stop');
    expect(trace[stop]?.rule).toBe('apns-device-token-not-for-topic');
    expect(trace.slice(0, stop).map((step) => step.verdict)).toEqual(Array(stop).fill('pass'));
    expect(trace.slice(0, stop).map((step) => step.rule)).toContain('apns-bad-device-token');
    expect(trace.slice(stop + 1).map((step) => step.rule)).toEqual(['apns-lint-push-type-missing']);
  });
});

describe('limits per second', () => {
  it('counts per device token and second, and only when switched on', () => {
    const connection = connect({ profile: { requestsPerSecond: 2 } });
    const reason = (path?: string) => reasonOf(connection.push(path === undefined ? {} : { path }));
    expect([reason(), reason(), reason()]).toEqual([null, null, 'TooManyRequests']);
    expect(reason('/3/device/{sandbox}')).toBeNull();
    connection.now += 1000;
    expect(reason()).toBeNull();
    const free = connect();
    for (let i = 0; i < 20; i += 1) expect(free.push({}).response.status).toBe(200);
  });
});

describe('accepted push', () => {
  const pushOf = (headers: readonly (readonly [string, string])[]) => {
    const connection = connect();
    const effect = connection.push({ headers }).effects.find((one) => one.type === 'push');
    if (effect === undefined) throw new Error('no push');
    return { push: effect.push, now: connection.now };
  };
  const DAY = 86_400_000;

  it.each([
    ['absent', [], 30 * DAY],
    ['0', [['apns-expiration', '0']], null],
    ['an instant in 1970', [['apns-expiration', '300']], null],
    ['in an hour', [['apns-expiration', '1714554000']], 3_600_000],
    ['beyond the storage', [['apns-expiration', '9999999999']], 30 * DAY],
  ] as const)('expiration %s', (_, headers, expected) => {
    const { push, now } = pushOf(headers);
    expect(push.expiresAt === null ? null : push.expiresAt - now).toBe(expected);
  });

  it('keeps what the phone needs', () => {
    const { push, now } = pushOf([
      ['apns-collapse-id', 'Ã©'],
      ['apns-priority', '5'],
      ['apns-push-type', 'alert'],
    ]);
    expect(push).toMatchObject({
      channel: 'apns',
      deviceId: 'iphone',
      token: TOKENS.ok,
      app: 'com.example.app',
      title: 'Lena',
      body: 'The build is green again.',
      acceptedAt: now,
      payload: { topic: 'com.example.app', pushType: 'alert', priority: 5, collapseId: 'é' },
    });
  });

  it('treats a sandbox key reason as the workspace spells it', () => {
    const push = { auth: { kind: 'jwt', key: 'sandbox' } } as const;
    const facts = { host: 'api.push.apple.com' };
    expect(reasonOf(connect().push(push, facts))).toBe('BadEnvironmentKeyInToken');
    const documented = connect({ profile: { environmentKeyReason: 'BadEnvironmentKeyIdInToken' } });
    expect(reasonOf(documented.push(push, facts))).toBe('BadEnvironmentKeyIdInToken');
    expect(stopOf(documented.push(push, facts))).toBe('apns-bad-environment-key-in-token');
  });

  it('pins a bare address to one environment when the workspace says so', () => {
    const pinned = connect({ profile: { addressEnvironment: 'sandbox' } });
    expect(stopOf(pinned.push({}))).toBe('apns-bad-device-token-environment');
    expect(pinned.push({ path: '/3/device/{sandbox}' }).response.status).toBe(200);
  });
});
