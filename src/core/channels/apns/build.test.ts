import { describe, expect, it } from 'vitest';
import type { ResolvedField, ResolvedFields } from '../../im/fields.ts';
import { defaultProfile } from '../../profile.ts';
import { makeMessage, TEST_TIME } from '../../testing/fixtures.ts';
import type { BuildInput } from '../types.ts';
import { createApns } from './channel.ts';
import { connect } from './testing/connection.ts';
import { createKeys, credentials, phone, TOKENS } from './testing/world.ts';

const field = <T>(value: T): ResolvedField<T> => ({ value, from: 'default', overridden: [] });
const keys = createKeys();
const target = phone.targets[0];
if (target === undefined) throw new Error('no registration');

function input(
  fields: { title?: string | null; body?: string; sound?: string; ext?: string | null } = {},
  more: Partial<BuildInput> = {},
): BuildInput {
  const resolved: ResolvedFields = {
    title: field(fields.title ?? null),
    body: field(fields.body ?? 'Alice:hi'),
    sound: field(fields.sound ?? 'default'),
    badge: field(true),
    ext: field(fields.ext ?? null),
  };
  return {
    message: makeMessage(),
    device: phone,
    target,
    fields: resolved,
    badge: 1,
    now: TEST_TIME,
    senderNow: TEST_TIME,
    profile: defaultProfile,
    ports: keys.ports,
    credentials,
    ...more,
  } as BuildInput;
}

const build = (...args: Parameters<typeof input>) => createApns().build(input(...args));
const bodyOf = (...args: Parameters<typeof input>): unknown => JSON.parse(build(...args).body);

describe('payload', () => {
  it('is Tencent’s plainest one when nothing is customised', () => {
    expect(bodyOf()).toEqual({ aps: { alert: 'Alice:hi', badge: 1, sound: 'default' } });
  });

  it('has an alert object as soon as there is a title', () => {
    expect(bodyOf({ title: 'T' })).toEqual({
      aps: { alert: { title: 'T', body: 'Alice:hi' }, badge: 1, sound: 'default' },
    });
  });

  it('sends sounds as they are and leaves the key out for push.no_sound', () => {
    expect(bodyOf({ sound: '/path/to/sound/file' })).toMatchObject({ aps: { sound: '/path/to/sound/file' } });
    expect(bodyOf({ sound: 'push.no_sound' })).toEqual({ aps: { alert: 'Alice:hi', badge: 1 } });
  });

  it('leaves the badge out when it does not count', () => {
    expect(bodyOf({}, { badge: null })).toEqual({ aps: { alert: 'Alice:hi', sound: 'default' } });
  });

  it('has ext as a string beside aps', () => {
    expect(bodyOf({ ext: '{"level":15}' })).toMatchObject({ ext: '{"level":15}' });
  });
});

describe('request', () => {
  it('goes to the host of the registration’s environment', () => {
    expect(build()).toMatchObject({
      channel: 'apns',
      protocol: 'http/2',
      method: 'POST',
      host: 'api.push.apple.com',
      path: `/3/device/${TOKENS.ok}`,
    });
    expect(build({}, { target: { ...target, environment: 'sandbox' } }).host).toBe('api.sandbox.push.apple.com');
  });

  it('asks for seven days, priority 10 and the type alert', () => {
    const headers = new Map(build().headers);
    expect(headers.get('apns-expiration')).toBe(String(TEST_TIME / 1000 + 7 * 86_400));
    expect(headers.get('apns-priority')).toBe('10');
    expect(headers.get('apns-push-type')).toBe('alert');
    expect(headers.get('apns-topic')).toBe('com.example.app');
    expect(headers.has('apns-collapse-id')).toBe(false);
    expect(headers.get('apns-id')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('passes its own endpoint, without remarks', () => {
    const call = build({ title: 'T', ext: '{}' });
    const connection = connect({ keys });
    const result = connection.send({
      method: call.method,
      path: call.path,
      host: call.host,
      headers: call.headers,
      body: new TextEncoder().encode(call.body),
      bodyTooLarge: false,
      connection: { id: 'c', protocol: 'http/2', tls: true, serverName: null, remote: 'im', clientCertificate: null },
    });
    expect(result.response.status).toBe(200);
    expect(result.trace.filter((step) => step.verdict !== 'pass')).toEqual([]);
  });
});

describe('provider token', () => {
  const token = (channel: ReturnType<typeof createApns>, more: Partial<BuildInput> = {}) =>
    new Map(channel.build(input({}, more)).headers).get('authorization');

  it('is signed once in 50 minutes', () => {
    const channel = createApns();
    const first = token(channel);
    expect(token(channel, { now: TEST_TIME + 50 * 60_000 - 1 })).toBe(first);
    expect(token(channel, { now: TEST_TIME + 50 * 60_000 })).not.toBe(first);
  });

  it('is signed anew when the clock went back or the key changed', () => {
    const channel = createApns();
    const first = token(channel);
    expect(token(channel, { now: TEST_TIME - 1 })).not.toBe(first);
    const other = { ...credentials, apns: { ...credentials.apns, imKeyId: 'SIMKEY0002' } };
    expect(token(channel, { credentials: other })).not.toBe(first);
  });

  it('is not shared between hosts', () => {
    const channel = createApns();
    const first = token(channel);
    expect(token(channel, { ports: createKeys().ports })).not.toBe(first);
  });

  it('is left out when the key is unknown, with a note', () => {
    for (const imKeyId of ['NOBODY0000', 'SIMKEY0001']) {
      const strange = { ...credentials, apns: { ...credentials.apns, imKeyId } };
      const { crypto } = keys.ports;
      const refusing = {
        ...crypto,
        sign: () => {
          throw new Error('no key');
        },
      };
      const call = createApns().build(input({}, { credentials: strange, ports: { ...keys.ports, crypto: refusing } }));
      expect(new Map(call.headers).has('authorization')).toBe(false);
      expect(call.trace).toContainEqual(expect.objectContaining({ rule: 'apns-build-no-key', verdict: 'note' }));
    }
  });
});

describe('answer', () => {
  const { readAnswer } = createApns();

  it('is taken at 200', () => {
    expect(readAnswer(200, '')).toMatchObject({ accepted: true, cause: null });
  });

  it.each([
    [400, '{"reason":"BadDeviceToken"}', 'apns-bad-device-token'],
    [410, '{"reason":"Unregistered","timestamp":1}', 'apns-unregistered'],
    [403, '{"reason":"BadEnvironmentKeyIdInToken"}', 'apns-bad-environment-key-in-token'],
    [403, '{"reason":"UnrelatedKeyIdInToken"}', 'apns-unrelated-key-id-in-token'],
    [403, '{"reason":"InvalidProviderToken"}', 'apns-invalid-provider-token'],
    [403, '{"reason":"Forbidden"}', 'apns-forbidden'],
    [400, '{"reason":"IdleTimeout"}', 'apns-idle-timeout'],
    [500, '{"reason":"InternalServerError"}', 'apns-internal-server-error'],
    [503, '{"reason":"ServiceUnavailable"}', 'apns-service-unavailable'],
    [503, '{"reason":"Shutdown"}', 'apns-shutdown'],
    [400, '{"reason":"Strange"}', 'apns-answer'],
    [400, '{"reason":"toString"}', 'apns-answer'],
    [502, '<html>', 'apns-answer'],
    [500, '', 'apns-answer'],
    [500, 'null', 'apns-answer'],
  ])('%i %s', (status, body, cause) => {
    const reading = readAnswer(status, body);
    expect(reading).toMatchObject({ accepted: false, cause });
    expect(reading.trace.at(-1)).toMatchObject({ verdict: 'stop' });
  });
});
