import { describe, expect, it } from 'vitest';
import type { RuleProfile } from '../../profile.ts';
import { testCredentials } from '../../testing/credentials.ts';
import { notesOf, stopOf, type VendorWorld } from '../../testing/vendor-world.ts';
import { identify } from './identify.ts';
import {
  accessToken,
  assertionOf,
  bearer,
  CLAIMS,
  D,
  FID,
  fcmWorld,
  GRANT,
  iidParts,
  JSON_TYPE,
  PROJECT,
  SEND,
  sendParts,
  T,
  tokenParts,
} from './testing/world.ts';

function worldWith(profile: Partial<RuleProfile['fcm']>): VendorWorld {
  const world = fcmWorld();
  world.profile = { ...world.profile, fcm: { ...world.profile.fcm, ...profile } };
  return world;
}

const codeOf = (world: VendorWorld, body: Parameters<typeof sendParts>[0]) =>
  identify(world.send(sendParts(body)).response.body);

const nameOf = (body: string): string => String((JSON.parse(body) as { name?: string }).name);

const notes = (world: VendorWorld, message: Readonly<Record<string, unknown>>): readonly string[] =>
  notesOf(world.send(sendParts({ token: T, ...message })));

const long = (length: number) => ({ token: T, data: { p: 'x'.repeat(length - 1) } });

describe('access tokens', () => {
  it('are issued for an hour, work, and are refused once the clock has passed it', () => {
    const world = fcmWorld();
    const answer = world.send(tokenParts({ grant_type: GRANT, assertion: assertionOf() }));
    const { access_token: token } = JSON.parse(answer.response.body) as { access_token: string };
    const send = () => world.send(sendParts({ token: T }, { headers: [bearer(token), JSON_TYPE] }));
    expect(send().response.status).toBe(200);
    world.now += 3_599_000;
    expect(send().response.status).toBe(200);
    world.now += 1000;
    expect(stopOf(send())).toBe('fcm-access-token-age');
  });

  it('outlive a reset of the simulator, as clients keep them for most of their hour', () => {
    expect(fcmWorld().send(sendParts({ token: T })).response.status).toBe(200);
  });

  it('may come in the query, and are refused with another ending or for an account that is gone', () => {
    const world = fcmWorld();
    const token = accessToken();
    expect(
      world.send({ path: `${SEND}?access_token=${token}`, body: '{"message":{"topic":"a"}}' }).response.status,
    ).toBe(200);
    expect(stopOf(world.send(sendParts({ token: T }, { headers: [bearer(`${token}x`)] })))).toBe('fcm-access-token');
    world.credentials = { ...testCredentials, fcm: { ...testCredentials.fcm, serviceAccounts: [] } };
    expect(stopOf(world.send(sendParts({ token: T })))).toBe('fcm-access-token');
  });

  it('of an account that was switched off stop working, and it gets no new ones', () => {
    const world = fcmWorld();
    const serviceAccounts = testCredentials.fcm.serviceAccounts.map((one) => ({ ...one, disabled: true }));
    world.credentials = { ...testCredentials, fcm: { ...testCredentials.fcm, serviceAccounts } };
    expect(stopOf(world.send(sendParts({ token: T })))).toBe('fcm-access-token');
    const { response } = world.send(tokenParts({ grant_type: GRANT, assertion: assertionOf() }));
    expect(response).toMatchObject({ status: 401, body: expect.stringContaining('"disabled_client"') });
  });

  it('without a scope that sends are issued with a note', () => {
    const scope = 'https://www.googleapis.com/auth/userinfo.email';
    const result = fcmWorld().send(tokenParts({ grant_type: GRANT, assertion: assertionOf({ ...CLAIMS, scope }) }));
    expect(result.response.status).toBe(200);
    expect(result.trace.at(-1)?.rule).toBe('fcm-scope-narrow');
  });
});

describe('targets', () => {
  it('die with the app', () => {
    const world = fcmWorld();
    world.change({ app: { ...world.device().app, installed: false } });
    expect(codeOf(world, { token: T })).toBe('UNREGISTERED');
    expect(codeOf(world, { fid: FID })).toBe('UNREGISTERED');
  });

  it('of a condition get the message once each', () => {
    const world = fcmWorld();
    world.send(iidParts('/iid/v1:batchAdd', { to: '/topics/a', registration_tokens: [T] }));
    world.send(iidParts('/iid/v1:batchAdd', { to: '/topics/b', registration_tokens: [T] }));
    const result = world.send(sendParts({ condition: "'a' in topics || 'b' in topics", notification: { body: 'x' } }));
    expect(result.response.status).toBe(200);
    expect(world.pushes).toHaveLength(1);
    expect(world.send(sendParts({ condition: "'a' in topics && !('b' in topics)" })).effects).toEqual([]);
  });

  it('just unregistered are still taken once when the workspace says that deletion takes a while', () => {
    const world = worldWith({ lateUnregistered: true });
    const taken = world.send(sendParts({ token: D, notification: { body: 'x' } }));
    expect(taken.response.status).toBe(200);
    expect(taken.trace.at(-1)?.rule).toBe('fcm-late-unregistered');
    expect(world.pushes).toEqual([]);
    expect(codeOf(world, { token: D })).toBe('UNREGISTERED');
  });

  it('need a token beside a live activity', () => {
    const apns = { live_activity_token: 'ab' };
    expect(codeOf(fcmWorld(), { topic: 'a', apns })).toBe('INVALID_ARGUMENT/no-target');
    expect(codeOf(fcmWorld(), { token: T, apns })).toBeNull();
  });

  it.each(['token', 'topic', 'condition', 'fid'])('an empty %s is refused as a bad one', (name) => {
    const expected = { token: '', topic: '/topic', condition: '/condition', fid: undefined }[name];
    const code = codeOf(fcmWorld(), { [name]: '' });
    expect(code).toBe(expected === undefined ? 'UNREGISTERED' : `INVALID_ARGUMENT${expected}`);
  });
});

describe('topics of a registration', () => {
  it('are 2000 at most', () => {
    const world = fcmWorld();
    const topics = Array.from({ length: 2000 }, (_, index) => `t${index}`);
    world.change({ targets: world.device().targets.map((target) => ({ ...target, topics })) });
    const batch = world.send(iidParts('/iid/v1:batchAdd', { to: '/topics/new', registration_tokens: [T] }));
    expect(batch.response.body).toBe('{"results":[{"error":"TOO_MANY_TOPICS"}]}');
    const path = `/v1/projects/${PROJECT}/registrations/${FID}/topicSubscriptions?topic_name=new`;
    const single = world.send({ path, headers: [bearer()] });
    expect(identify(single.response.body)).toBe('RESOURCE_EXHAUSTED/topics');
    expect(identify(world.send(iidParts(`/iid/v1/${T}/rel/topics/new`, {})).response.body)).toBe('iid/TOO_MANY_TOPICS');
    expect(world.device().targets[0]?.topics).toHaveLength(2000);
  });

  it('are not listed without details', () => {
    const { response } = fcmWorld().send(iidParts(`/iid/info/${T}`));
    expect(JSON.parse(response.body)).not.toHaveProperty('rel');
  });

  it('can be managed with the server key as long as that lived', () => {
    const parts = iidParts(
      '/iid/v1:batchAdd',
      { to: '/topics/a', registration_tokens: [T] },
      {
        headers: [['authorization', 'key=AAAAtest:APA91b-server-key']],
      },
    );
    expect(fcmWorld().send(parts).response.status).toBe(401);
    expect(worldWith({ legacy: 'before' }).send(parts).response.body).toBe('{"results":[{}]}');
  });
});

describe('quotas', () => {
  it('begin anew a minute after their first message, and count refused messages', () => {
    const world = worldWith({ messagesPerMinute: 2 });
    expect(codeOf(world, { token: 'bad' })).toBe('INVALID_ARGUMENT');
    expect(codeOf(world, { token: T })).toBeNull();
    world.now += 59_999;
    expect(codeOf(world, { token: T })).toBe('RESOURCE_EXHAUSTED');
    expect(codeOf(world, { token: 'bad' })).toBe('INVALID_ARGUMENT');
    world.now += 1;
    expect(codeOf(world, { token: T })).toBeNull();
  });

  it('cost nothing while they are off', () => {
    const world = fcmWorld();
    const { state } = world;
    world.send(sendParts({ token: T }));
    expect(world.state).toBe(state);
  });
});

describe('switches', () => {
  it('hold messages to the documented size', () => {
    expect(codeOf(fcmWorld(), long(4097))).toBeNull();
    expect(codeOf(worldWith({ payloadLimit: 'docs' }), long(4096))).toBeNull();
    expect(codeOf(worldWith({ payloadLimit: 'docs' }), long(4097))).toBe('INVALID_ARGUMENT/size');
    const topic = { topic: 'a', data: { p: 'x'.repeat(2048) } };
    expect(codeOf(worldWith({ payloadLimit: 'docs' }), topic)).toBe('INVALID_ARGUMENT/size');
  });

  it('answer 404 for unknown projects', () => {
    const parts = sendParts({ token: T }, { path: '/v1/projects/nobody/messages:send' });
    expect(worldWith({ unknownProject: 404 }).send(parts).response.status).toBe(404);
  });

  it('name the project by id, and dry runs as earlier', () => {
    const parts = sendParts({ token: T }, { path: '/v1/projects/123456789012/messages:send' });
    const { response } = worldWith({ projectInName: 'id' }).send(parts);
    expect(nameOf(response.body)).toMatch(/^projects\/push-sim-1234\/messages\/0:/);
    const dry = worldWith({ validateOnlyName: 'fake' }).send(
      sendParts(`{"validate_only":true,"message":{"token":"${T}"}}`),
    );
    expect(nameOf(dry.response.body)).toBe('projects/push-sim-1234/messages/fake_message_id');
  });

  it('give large messages the older answer', () => {
    const { response } = worldWith({ errorTexts: 'older' }).send(sendParts(long(5000)));
    expect(JSON.parse(response.body)).toEqual({
      error: { code: 400, message: 'Request contains an invalid argument.', status: 'INVALID_ARGUMENT' },
    });
  });
});

describe('the batch endpoint before 2024', () => {
  const part = (id: number, message: object, path = SEND): string =>
    `--b\r\nContent-Length: 9\r\nContent-Type: application/http\r\ncontent-id: ${id}\r\ncontent-transfer-encoding: binary\r\n\r\nPOST ${path} HTTP/1.1\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n${JSON.stringify({ message })}\r\n`;
  const batchOf = (parts: readonly string[]) => ({
    path: '/batch',
    headers: [bearer(), ['content-type', 'multipart/mixed; boundary=b'] as const],
    body: `${parts.join('')}--b--\r\n`,
  });

  it('answers each message by itself', () => {
    const world = worldWith({ batch: 'before' });
    const parts = [part(1, { token: T, notification: { body: 'x' } }), part(2, { token: D }), part(3, {}, '/v1/x')];
    const { response, trace } = world.send(batchOf(parts));
    expect(response.status).toBe(200);
    expect(response.headers[0]?.[1]).toMatch(/^multipart\/mixed; boundary=batch_/);
    const answers = response.body.split(/--batch_[0-9a-f]+/).slice(1, -1);
    expect(answers.map((answer) => /HTTP\/1\.1 (\d+)/.exec(answer)?.[1])).toEqual(['200', '404', '404']);
    expect(answers[0]).toContain('Content-ID: <response-1>');
    expect(answers[1]).toContain('"errorCode": "UNREGISTERED"');
    expect(world.device().shade).toHaveLength(1);
    expect(trace.map(({ rule }) => rule)).toEqual(['fcm-route', 'fcm-batch', 'fcm-batch-failed']);
  });

  it('takes 500 messages and no more', () => {
    const parts = Array.from({ length: 501 }, (_, index) => part(index, { topic: 'a' }));
    expect(worldWith({ batch: 'before' }).send(batchOf(parts)).response.status).toBe(400);
    expect(worldWith({ batch: 'before' }).send(batchOf(parts.slice(1))).response.status).toBe(200);
  });
});

describe('hosts', () => {
  it.each([
    ['oauth2.googleapis.com', SEND, 404],
    ['fcm.googleapis.com', '/token', 404],
    ['iid.googleapis.com', SEND, 404],
    ['127.0.0.1', SEND, 401],
    ['fcm.mtls.googleapis.com', SEND, 401],
    ['127.0.0.1', '/v1/projects/push-sim-1234/messages%3Asend', 401],
  ])('%s answers %s with %i', (host, path, status) => {
    expect(fcmWorld().send({ host, path }).response.status).toBe(status);
  });

  it('refuse bodies over 1 MiB', () => {
    const world = fcmWorld();
    const request = { ...sendParts({ token: T }), method: 'POST' };
    const result = world.channel.receive(
      {
        method: 'POST',
        path: request.path,
        host: 'fcm.googleapis.com',
        headers: request.headers ?? [],
        body: new Uint8Array(1_048_576),
        bodyTooLarge: true,
        connection: {
          id: 'c1',
          protocol: 'http/1.1',
          tls: true,
          serverName: null,
          remote: '127.0.0.1:1',
          clientCertificate: null,
        },
      },
      world.context,
    );
    expect(result.response).toMatchObject({ status: 413 });
    expect(identify(result.response.body)).toBe('413');
    expect(stopOf(result)).toBe('fcm-body-size');
  });
});

describe('notes', () => {
  it.each([
    ['fcm-size-documented', { data: { p: 'x'.repeat(4100) } }],
    ['fcm-data-key-prefix', { data: { googley: 'x' } }],
    ['fcm-data-collapse-key', { data: { collapse_key: 'x' } }],
    ['fcm-data-replaced', { data: { a: '1' }, android: { data: { b: '2' } } }],
    ['fcm-collapse-ignored', { notification: { body: 'x' }, android: { collapse_key: 'k' } }],
    ['fcm-nothing-to-show', {}],
    ['fcm-loc-key-unused', { notification: { title: 'x' }, android: { notification: { title_loc_key: 'k' } } }],
    ['fcm-image-address', { notification: { body: 'x', image: 'http://a/b.png' } }],
    ['fcm-color', { android: { notification: { color: 'red' } } }],
    ['fcm-light-settings', { android: { notification: { light_settings: { light_on_duration: '1s' } } } }],
    ['fcm-vibrate-short', { android: { notification: { vibrate_timings: '1s' } } }],
    ['fcm-count-negative', { android: { notification: { notification_count: '-1' } } }],
    ['fcm-analytics-label', { fcm_options: { analytics_label: 'a b' } }],
    ['fcm-webpush-link', { webpush: { fcm_options: { link: 'http://a' } } }],
    ['fcm-ttl-zero', { android: { ttl: '0.9s' } }],
    ['fcm-preview', { android_v2: { background_sync: {} } }],
  ])('%s', (rule, message) => {
    expect(notes(fcmWorld(), message)).toContain(rule);
    expect(notes(fcmWorld(), { notification: { title: 'a', body: 'b' } })).not.toContain(rule);
  });

  it('tell of topics without subscribers and of query parameters without effect', () => {
    const { trace } = fcmWorld().send(sendParts({ topic: 'a' }, { path: `${SEND}?fields=name&alt=proto` }));
    const rules = trace.map(({ rule }) => rule);
    expect(rules).toContain('fcm-no-subscriber');
    expect(trace.at(-1)).toMatchObject({ rule: 'fcm-query-idle', params: { received: 'fields, alt' } });
  });
});
