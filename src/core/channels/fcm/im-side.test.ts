import { describe, expect, it } from 'vitest';
import { testCredentials } from '../../testing/credentials.ts';
import { examplePush } from '../../testing/fixtures.ts';
import { asRequest, makePorts, makeSimulator, type TestBench } from '../../testing/simulator.ts';
import { WORLD_TIME } from '../../testing/vendor-world.ts';
import { createFcm } from './channel.ts';
import { fcmWorld, sendParts, T } from './testing/world.ts';

const channel = createFcm();
const to = { c2c: 'user-fcm' };
const only = <V>(list: readonly V[]): V => {
  const [first] = list;
  if (first === undefined || list.length !== 1) throw new Error(`one expected, found ${list.length}`);
  return first;
};
const bench = (): TestBench => makeSimulator([createFcm()]);

describe('an IM message to the Pixel', () => {
  it('has the default title and the system sound (vector 4)', () => {
    const outcome = only(bench().send({ to }));
    expect(outcome).toMatchObject({
      delivered: true,
      via: 'push',
      fields: { title: { value: 'a new message', from: 'default' }, body: { value: 'hi', from: 'default' } },
      notification: { title: 'a new message', body: 'hi', sound: 'default', ext: null },
    });
  });

  it('lists a global sound as lost (vector 23)', () => {
    const { simulator, send } = bench();
    simulator.setOfflinePushSettings('user-fcm', { enabled: true, c2cSound: 'dudulu.caf', groupSound: null });
    expect(only(send({ to }))).toMatchObject({
      fields: { sound: { from: 'default', overridden: [{ from: 'global', value: 'dudulu.caf' }] } },
      notification: { title: 'a new message', body: 'hi', sound: 'default' },
    });
  });

  it('carries what the specification’s example sets, with ext where apps read it', () => {
    const outcome = only(bench().send({ to, offlinePush: examplePush() }));
    const ext = outcome.fields.ext.value;
    expect(outcome.notification).toMatchObject({ title: "I'm title", body: "I'm description", sound: 'default', ext });
    expect(outcome.trace.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining([
        'im-access-token',
        'fcm-build-address',
        'fcm-build-ext',
        'fcm-build-life',
        'fcm-accepted',
      ]),
    );
  });

  it('is suppressed by a phone that forbids notifications (vector 42), and not sent to one in China (vector 40)', () => {
    const { simulator, send } = bench();
    simulator.patchDevice('pixel', { permission: 'denied' });
    expect(only(send({ to }))).toMatchObject({ delivered: false, reason: 'device-suppressed' });
    simulator.patchDevice('pixel', { permission: 'granted', system: { mainlandChina: true } });
    expect(only(send({ to }))).toMatchObject({ delivered: false, reason: 'requirement-not-met' });
  });

  it('fetches an access token once an hour, and a new one when the old is refused', () => {
    const { simulator, send, advance } = bench();
    const tokens = () => simulator.exchanges().filter(({ request }) => request?.path === '/token').length;
    send({ to });
    send({ to });
    expect(tokens()).toBe(1);
    advance(3_600_000);
    expect(only(send({ to })).delivered).toBe(true);
    expect(tokens()).toBe(2);
  });

  it('says which rule refused it', () => {
    const { simulator, send } = bench();
    simulator.act('pixel', { action: 'uninstall' });
    expect(only(send({ to }))).toMatchObject({ delivered: false, reason: 'vendor-rejected', cause: 'fcm-registered' });
    simulator.setCredentials({ ...testCredentials, fcm: { ...testCredentials.fcm, serviceAccounts: [] } });
    advanceHour(simulator);
    expect(only(send({ to }))).toMatchObject({
      delivered: false,
      reason: 'vendor-rejected',
      cause: 'fcm-assertion',
    });
  });

  it('is told by the app of the lost ones when more than a hundred waited', () => {
    const { simulator, events } = bench();
    simulator.act('pixel', { action: 'offline' });
    const device = simulator.device('pixel');
    const token = device?.targets[0]?.token ?? '';
    const call = sendParts({ token, data: { a: '1' } });
    const request = {
      ...asRequest({
        protocol: 'http/1.1',
        method: 'POST',
        host: 'fcm.googleapis.com',
        path: call.path,
        headers: freshBearer(simulator),
        body: String(call.body).replace(T, token),
      }),
    };
    for (let i = 0; i < 101; i += 1) simulator.receive('fcm', request, null);
    expect(simulator.storedFor('pixel')).toBe(1);
    simulator.act('pixel', { action: 'online' });
    const names = events.flatMap((event) => (event.type === 'app-callback' ? [event.name] : []));
    expect(names).toEqual(['onDeletedMessages']);
  });
});

function advanceHour(simulator: TestBench['simulator']): void {
  simulator.setClock({ offsetMs: 3_700_000 });
}

function freshBearer(simulator: TestBench['simulator']): readonly (readonly [string, string])[] {
  const authorization = channel.authorization;
  if (authorization === undefined) throw new Error('FCM wants an access token');
  const { ports } = makePorts(simulator.now());
  const now = simulator.now();
  const call = authorization.build({
    app: 'com.example.app',
    senderNow: now,
    ports,
    credentials: simulator.credentials(),
  });
  const { response } = simulator.receive('fcm', asRequest(call), null);
  const token = authorization.read(response.status, response.body, now);
  return [['authorization', `Bearer ${token?.value ?? ''}`]];
}

describe('the request', () => {
  const world = fcmWorld();
  const device = world.device();
  const target = only(device.targets);
  const field = <V>(value: V) => ({ value, from: 'message' as const, overridden: [] });
  const input = (ext: string | null, title: string | null = 't') => ({
    message: { id: 'm', at: 0, from: 'alice', to: { c2c: 'b' }, kind: 'chat' as const, elements: [] },
    device,
    target,
    fields: { title: field(title), body: field('b'), sound: field('default'), badge: field(true), ext: field(ext) },
    badge: null,
    accessToken: 'tok',
    now: WORLD_TIME,
    senderNow: WORLD_TIME,
    profile: world.profile,
    ports: world.ports,
    credentials: testCredentials,
  });

  it('is HTTP v1 with title, body, ext, a week to live and high priority', () => {
    const call = channel.build(input('{"a":1}'));
    expect(call).toMatchObject({
      method: 'POST',
      host: 'fcm.googleapis.com',
      path: '/v1/projects/push-sim-1234/messages:send',
      headers: [
        ['authorization', 'Bearer tok'],
        ['content-type', 'application/json; charset=UTF-8'],
      ],
    });
    expect(call.body).toBe(
      JSON.stringify({
        message: {
          token: T,
          notification: { title: 't', body: 'b' },
          data: { ext: '{"a":1}' },
          android: { ttl: '604800s', priority: 'high' },
        },
      }),
    );
  });

  it('has no data without ext, no title without one, and says when no project has the package', () => {
    expect(JSON.parse(channel.build(input('', null)).body)).toEqual({
      message: { token: T, notification: { body: 'b' }, android: { ttl: '604800s', priority: 'high' } },
    });
    const stranger = channel.build({ ...input(null), target: { ...target, app: 'com.stranger' } });
    expect(stranger.trace.at(-1)).toMatchObject({ rule: 'fcm-build-no-project', params: { package: 'com.stranger' } });
  });

  it('for an access token says when there is no account to sign with', () => {
    const { ports } = makePorts(WORLD_TIME);
    const call = channel.authorization?.build({
      app: 'com.stranger',
      senderNow: WORLD_TIME,
      ports,
      credentials: testCredentials,
    });
    expect(call?.trace).toMatchObject([{ rule: 'fcm-build-no-account' }]);
    const unheld = testCredentials.fcm.serviceAccounts.map((one) => ({ ...one, keyId: 'not held' }));
    const credentials = { ...testCredentials, fcm: { ...testCredentials.fcm, serviceAccounts: unheld } };
    const other = channel.authorization?.build({ app: 'com.example.app', senderNow: WORLD_TIME, ports, credentials });
    expect(other?.body).toMatch(/&assertion=$/);
  });
});

describe('reading answers', () => {
  const error = (status: string, errorCode: string) => ({
    error: { code: 401, message: 'x', status, details: [{ '@type': 'google.firebase.fcm.v1.FcmError', errorCode }] },
  });

  it.each([
    [200, { name: 'projects/p/messages/0:1' }, true, null],
    [200, { names: 'x' }, false, 'fcm-answer-unreadable'],
    [404, 'gone', false, 'fcm-answer-unreadable'],
    [401, error('UNAUTHENTICATED', 'THIRD_PARTY_AUTH_ERROR'), false, 'fcm-answer-refused'],
    [400, { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' }, false, 'fcm-signature'],
  ])('%i %j', (status, body, accepted, cause) => {
    expect(channel.readAnswer(status, JSON.stringify(body))).toMatchObject({ accepted, cause });
  });

  it('tells a refused access token from a refused push', () => {
    const step = (body: object) => channel.readAnswer(400, JSON.stringify(body)).trace[0]?.rule;
    expect(step({ error: 'invalid_grant', error_description: 'Invalid JWT Signature.' })).toBe('fcm-token-refused');
    expect(step({ error: { code: 404, message: 'x', status: 'NOT_FOUND' } })).toBe('fcm-answer-refused');
  });

  it('knows when a new access token would help', () => {
    const { authorization } = channel;
    const refusal = JSON.stringify({ error: { code: 401, message: 'x', status: 'UNAUTHENTICATED' } });
    expect(authorization?.isRefusal(401, refusal)).toBe(true);
    expect(authorization?.isRefusal(403, refusal)).toBe(false);
    const apns = JSON.stringify(error('UNAUTHENTICATED', 'THIRD_PARTY_AUTH_ERROR'));
    expect(authorization?.isRefusal(401, apns)).toBe(false);
    expect(authorization?.read(200, '{"access_token":"t","expires_in":3599}', 1000)).toEqual({
      value: 't',
      expiresAt: 3_600_000,
    });
    for (const body of ['', '{}', '{"access_token":"t"}', '[]']) expect(authorization?.read(200, body, 0)).toBeNull();
  });
});
