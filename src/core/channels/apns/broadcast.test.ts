import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReceiveResult } from '../types.ts';
import { apns } from './channel.ts';
import { LIMITS } from './definition.ts';
import { asState } from './memory.ts';
import { isReason, REASON_STATUS } from './refusal.ts';
import { BROADCAST_VECTORS, type BroadcastVector, withChannel } from './testing/broadcast-vectors.ts';
import { connect, reasonOf, stopOf, type TestConnection } from './testing/connection.ts';
import { certificateFacts, render, toVendorRequest } from './testing/render.ts';
import { APP, credentials, directory } from './testing/world.ts';
import { isUuid } from './text.ts';

const rules = new Map(apns.rules.map((rule) => [rule.id, rule]));
const headersOf = (result: ReceiveResult) => new Map(result.response.headers);

/** Runs the calls of a vector; the last result of each step. */
function play(vector: BroadcastVector, connection: TestConnection): void {
  const certificate = vector.certificate && certificateFacts(vector.certificate, connection.now);
  let channel = '';
  for (const [request, expected] of vector.steps) {
    const facts = { ...(request.host && { host: request.host }), ...(certificate && { certificate }) };
    const result = connection.push(withChannel(request, channel), facts);
    const { response } = result;
    for (const step of result.trace) expect(rules.get(step.rule)?.text[step.verdict], step.rule).toBeDefined();
    if ('goaway' in expected) {
      expect(reasonOf(result)).toBe(expected.goaway);
      expect(response.status).toBe(0);
      continue;
    }
    const refused = 'reason' in expected;
    expect([response.status, refused ? reasonOf(result) : null]).toEqual([
      expected.status,
      refused ? expected.reason : null,
    ]);
    if (!refused) expect(response.body).toBe((expected.body ?? '').replace('{channel}', channel));
    expect(headersOf(result).has('apns-id')).toBe(false);
    expect(isUuid(headersOf(result).get('apns-request-id') ?? '')).toBe(true);
    expect(result.trace.filter((step) => step.verdict === 'stop')).toHaveLength(refused ? 1 : 0);
    channel = headersOf(result).get('apns-channel-id') ?? channel;
  }
}

describe('vectors of broadcast channels', () => {
  it.each(BROADCAST_VECTORS.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
    play(vector, connect({ profile: vector.profile ?? {} }));
  });
});

const CONFIG = '{"message-storage-policy":1,"push-type":"LiveActivity"}';
const CHANNELS = `/1/apps/${APP}/channels`;

function makeChannel(connection: TestConnection): string {
  const made = connection.push({ path: CHANNELS, body: CONFIG, topic: null });
  return headersOf(made).get('apns-channel-id') ?? '';
}

const broadcast = (connection: TestConnection, channel: string, expiration: string, event = 'update') =>
  connection.push({
    path: `/4/broadcasts/apps/${APP}`,
    topic: null,
    headers: [
      ['apns-channel-id', channel],
      ['apns-push-type', 'liveactivity'],
      ['apns-expiration', expiration],
    ],
    body: JSON.stringify({ aps: { event, alert: { title: 'Goal', body: '1:0' } } }),
  });

const rulesOf = (result: ReceiveResult) => result.trace.map((step) => `${step.rule}:${step.verdict}`);

describe('a broadcast', () => {
  it('reaches no notification list, and says why', () => {
    const connection = connect();
    const channel = makeChannel(connection);
    const sent = broadcast(connection, channel, '0');
    expect(sent.effects.filter((effect) => effect.type === 'push')).toEqual([]);
    expect(rulesOf(sent).slice(-3)).toEqual([
      'apns-broadcast-accepted:pass',
      'apns-broadcast-not-kept:note',
      'apns-broadcast-phones:note',
    ]);
    expect(sent).toMatchObject({ target: channel, title: 'Goal' });
    expect(isUuid(headersOf(sent).get('apns-unique-id') ?? '')).toBe(true);
  });

  it('is kept until its expiration, for eight hours at most', () => {
    const connection = connect();
    const channel = makeChannel(connection);
    const keptUntil = (ahead: number) => {
      const sent = broadcast(connection, channel, String(Math.floor((connection.now + ahead) / 1000)));
      return sent.trace.find((step) => step.rule === 'apns-broadcast-kept')?.params?.until;
    };
    const at = (ahead: number) => new Date(connection.now + ahead).toISOString();
    expect(keptUntil(3_600_000)).toBe(at(3_600_000));
    expect(keptUntil(24 * 3_600_000)).toBe(at(8 * 3_600_000));
    expect(keptUntil(-1000)).toBeUndefined();
  });

  it('cannot start an activity', () => {
    const connection = connect();
    const channel = makeChannel(connection);
    expect(rulesOf(broadcast(connection, channel, '0', 'start'))).toContain('apns-broadcast-start:note');
    expect(rulesOf(broadcast(connection, channel, '0'))).not.toContain('apns-broadcast-start:note');
  });
});

describe('channels', () => {
  it('have ids of their own, and are as many as an app may have', () => {
    const connection = connect();
    const first = makeChannel(connection);
    expect(makeChannel(connection)).not.toBe(first);
    const full = new Map(
      Array.from({ length: LIMITS.channels }, (_, index) => [`c${index}`, { id: `c${index}`, policy: 0 as const }]),
    );
    connection.state = { ...asState(connection.state), channels: new Map([[`production/${APP}`, full]]) };
    const refused = connection.push({ path: CHANNELS, body: CONFIG, topic: null });
    expect([refused.response.status, reasonOf(refused)]).toEqual([400, 'CannotCreateChannelConfig']);
    expect(stopOf(refused)).toBe('apns-cannot-create-channel-config');
    const sandbox = { host: 'api-manage-broadcast.sandbox.push.apple.com' };
    expect(connection.push({ path: CHANNELS, body: CONFIG, topic: null }, sandbox).response.status).toBe(201);
  });

  it('take up nothing once they are deleted', () => {
    const connection = connect();
    const channel = makeChannel(connection);
    expect(asState(connection.state).channels.size).toBe(1);
    const headers = [['apns-channel-id', channel]] as const;
    connection.push({ method: 'DELETE', path: CHANNELS, topic: null, headers, body: null });
    expect(asState(connection.state).channels.size).toBe(0);
  });

  it.each(['constructor', '__proto__'])('are not confused by an app or attribute named %s', (name) => {
    const connection = connect();
    const list = connection.push({ method: 'GET', path: `/1/apps/${name}/all-channels`, topic: null, body: null });
    expect(reasonOf(list)).toBe('TopicDisallowed');
    const made = connection.push({ path: CHANNELS, topic: null, body: CONFIG.replace('{', `{"${name}":1,`) });
    expect(reasonOf(made)).toBe('BadRequestParams');
    expect(connection.push({ method: name, path: CHANNELS, topic: null }).response.status).toBe(405);
  });

  it('refuse a body that was cut because it is too long', () => {
    const connection = connect();
    const long = connection.push({ path: CHANNELS, body: CONFIG, topic: null });
    expect(long.response.status).toBe(201);
    const wire = { path: CHANNELS, body: CONFIG, topic: null };
    const cut = connection.push(wire, {}, { bodyTooLarge: true });
    expect([cut.response.status, reasonOf(cut)]).toEqual([413, 'PayloadTooLarge']);
  });
});

it('gives back the id of the request byte for byte', () => {
  const id = '7F3C1e2a-90b4-6d11-a2c3-5e0f9b8d7c61';
  const call = { method: 'GET', path: `/1/apps/${APP}/all-channels`, topic: null, body: null };
  const result = connect().push({ ...call, headers: [['apns-request-id', id]] });
  expect(headersOf(result).get('apns-request-id')).toBe(id);
});

it('answers a scripted fault with the header of its own kind of request', () => {
  const connection = connect();
  const code = apns.codes.find((one) => one.code === 'InternalServerError');
  if (code === undefined) throw new Error('no such code');
  const names = ([`/1/apps/${APP}/channels`, `/4/broadcasts/apps/${APP}`, '/3/device/aa', '/1/appsx'] as const).map(
    (path) => {
      const request = toVendorRequest(render({ path }, connection.keys, connection.now));
      const { now, profile, state, memory } = connection;
      const senderTime = (at: number): number => at;
      const context = { now, senderTime, profile, state, memory, ports: connection.keys.ports, directory, credentials };
      const answer = apns.answerWith(code, request, context);
      expect(answer).toMatchObject({ status: 500, body: '{"reason":"InternalServerError"}' });
      return answer.headers[0]?.[0];
    },
  );
  expect(names).toEqual(['apns-request-id', 'apns-request-id', 'apns-id', 'apns-id']);
});

it('answers whatever comes with a documented status, and names a rule', () => {
  const connection = connect();
  const channel = makeChannel(connection);
  const path = fc.constantFrom(CHANNELS, `/1/apps/${APP}/all-channels`, `/4/broadcasts/apps/${APP}`);
  const value = fc.oneof(
    fc.constantFrom(channel, 'liveactivity', '0', '10', ''),
    fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)) }),
  );
  const names = ['apns-channel-id', 'apns-push-type', 'apns-expiration', 'apns-priority', 'apns-request-id'] as const;
  const request = fc.record({
    path: fc.oneof(
      { weight: 5, arbitrary: path },
      fc.string().map((text) => `/1/apps/${text}`),
    ),
    method: fc.oneof({ weight: 9, arbitrary: fc.constantFrom('GET', 'POST', 'DELETE') }, fc.string()),
    headers: fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 6 }),
    body: fc.oneof(fc.constantFrom(CONFIG, '{}', ''), fc.json(), fc.string()),
  });
  const seen = new Set<string>();
  fc.assert(
    fc.property(request, (one) => {
      const result = connection.push({ ...one, topic: null });
      const reason = reasonOf(result);
      seen.add(reason ?? String(result.response.status));
      const stops = result.trace.filter((step) => step.verdict === 'stop');
      expect(stops).toHaveLength(result.response.status < 300 ? 0 : 1);
      if (isReason(reason)) expect(result.response.status).toBe(REASON_STATUS[reason]);
      else expect(result.response.status).toBeLessThan(300);
      for (const step of result.trace) expect(rules.get(step.rule)?.text[step.verdict], step.rule).toBeDefined();
    }),
    { numRuns: 1500, seed: 17 },
  );
  for (const one of ['200', '201', 'BadPath', 'MethodNotAllowed', 'BadChannelId', 'MissingPushType'])
    expect(seen).toContain(one);
});
