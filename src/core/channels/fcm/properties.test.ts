import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPhones, checkTrace, rulesAround } from '../../testing/check-trace.ts';
import type { RequestParts, VendorWorld } from '../../testing/vendor-world.ts';
import { createFcm } from './channel.ts';
import { parseCondition } from './condition.ts';
import { identify } from './identify.ts';
import { readJsonText } from './json-text.ts';
import { VECTORS } from './testing/vectors.ts';
import {
  assertionOf,
  bearer,
  CLAIMS,
  D,
  F,
  FID,
  fcmWorld,
  iidParts,
  JSON_TYPE,
  SEND,
  T,
  tokenParts,
} from './testing/world.ts';

const channel = createFcm();
const rules = rulesAround(channel);
const codes = new Set(channel.codes.map(({ code }) => code));

function check(world: VendorWorld, parts: RequestParts): void {
  const { response, trace } = world.send(parts);
  const code = identify(response.body);
  if (code !== null && !response.body.startsWith('--batch_')) expect(codes, response.body).toContain(code);
  if (response.status >= 400) expect(code).not.toBeNull();
  const stops = trace.filter(({ verdict }) => verdict === 'stop');
  expect(stops.length).toBeLessThanOrEqual(1);
  if (response.status >= 400) expect(stops).toHaveLength(1);
  checkTrace(rules, trace);
  checkPhones(rules, world);
}

const olden = (world: VendorWorld): VendorWorld => {
  world.profile = { ...world.profile, fcm: { ...world.profile.fcm, legacy: 'before', batch: 'before' } };
  return world;
};

const paths = [...new Set(VECTORS.flatMap(({ exchanges }) => exchanges.map(({ request }) => request.path)))];
const scalar = fc.oneof(
  fc.constantFrom(null, true, false, 0, -1, 12, 1.5, '', 'true', '3s', '-1s', '1e3', 'HIGH', '#fff', T, D, F, FID),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const NAMES = [
  'token',
  'topic',
  'condition',
  'fid',
  'data',
  'notification',
  'android',
  'android_v2',
  'androidV2',
  'webpush',
  'apns',
  'fcm_options',
  'fcmOptions',
  'title',
  'body',
  'ttl',
  'priority',
  'collapse_key',
  'channelId',
  'vibrate_timings',
  'light_settings',
  'event_time',
  'notification_count',
  'headers',
  'payload',
  'TTL',
  'from',
  'restricted_package_name',
  'remote_notification',
  'background_sync',
  '__proto__',
  'constructor',
  '1',
] as const;
const tree = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 5 })), tie('value'), { maxKeys: 5 }),
  ),
})).value;

describe('whatever comes', () => {
  it('any bytes, headers and paths get an answer of the table', () => {
    const headers = fc.array(
      fc.tuple(
        fc.constantFrom('authorization', 'content-type', 'access_token_auth', 'x'),
        fc.oneof(
          fc.constantFrom(bearer()[1], 'true', 'application/json', 'multipart/mixed; boundary=b', 'key=AAAAother'),
          fc.string({ unit: 'binary', maxLength: 20 }),
        ),
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(
        fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', ''),
        fc.constantFrom(undefined, 'iid.googleapis.com', 'oauth2.googleapis.com', '127.0.0.1'),
        fc.oneof(fc.constantFrom(...paths), fc.string({ unit: 'binary' })),
        fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ maxLength: 200 })),
        headers,
        (method, host, path, body, list) =>
          check(olden(fcmWorld()), { method, path, body, headers: list, ...(host !== undefined && { host }) }),
      ),
      { numRuns: 300 },
    );
  });

  it('any message is taken or refused for one reason', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...NAMES), tree, { maxKeys: 6 }), fc.boolean(), (message, inFront) => {
        const world = fcmWorld();
        if (inFront) world.process('foreground');
        check(world, {
          path: SEND,
          headers: [bearer(), JSON_TYPE],
          body: JSON.stringify({ message: { token: T, ...message } }),
        });
      }),
      { numRuns: 400 },
    );
  });

  it('any body of the other interfaces is answered', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ maxLength: 20 }), tree, { maxKeys: 5 }), (body) => {
        const world = olden(fcmWorld());
        check(world, iidParts('/iid/v1:batchAdd', { to: '/topics/a', registration_tokens: [T], ...body }));
        check(world, iidParts('/iid/v1:batchImport', body));
        check(world, {
          path: '/fcm/send',
          headers: [['authorization', 'key=AAAAtest:APA91b-server-key']],
          body: JSON.stringify({ to: T, ...body }),
        });
        check(world, tokenParts({ grant_type: CLAIMS.aud, assertion: assertionOf(body) }));
      }),
      { numRuns: 150 },
    );
  });

  it('any claims are judged', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(CLAIMS), 'sub'), tree, { maxKeys: 4 }), (claims) => {
        const assertion = assertionOf({ ...CLAIMS, ...claims });
        check(fcmWorld(), tokenParts({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }));
      }),
      { numRuns: 60 },
    );
  });

  it('is pure: the same request in the same world gives the same result', () => {
    const run = () =>
      fcmWorld().send({ path: SEND, headers: [bearer(), JSON_TYPE], body: `{"message":{"token":"${T}"}}` });
    expect(run()).toEqual(run());
  });
});

describe('the readers', () => {
  it('read every JSON text as JSON.parse does, and refuse what it refuses', () => {
    const plain = (value: unknown): unknown => {
      if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
      return Array.isArray(value) ? value.map(plain) : value;
    };
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (text, cut) => {
        const read = readJsonText(text);
        expect('value' in read && plain(read.value)).toEqual(JSON.parse(text));
        const short = text.slice(0, cut % Math.max(1, text.length));
        let fails = false;
        try {
          JSON.parse(short);
        } catch {
          fails = true;
        }
        expect('message' in readJsonText(short)).toBe(fails);
      }),
    );
  });

  it('never throw on conditions, however deep', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("'a' in topics", '&&', '||', '!', '(', ')', ' ', 'x')), (parts) => {
        const condition = parseCondition(parts.join(' '));
        if (condition !== null && condition.topics.length <= 5) expect(typeof condition.matches(['a'])).toBe('boolean');
      }),
    );
    expect(parseCondition('('.repeat(100_000))).toBeNull();
    expect(parseCondition('!'.repeat(100_000))).toBeNull();
  });

  it.each([
    ["'a' in topics", ['a'], true],
    ["!('a' in topics)", ['a'], false],
    ["'a' in topics && ('b' in topics || 'c' in topics)", ['a', 'c'], true],
    ["'a' in topics || 'b' in topics && 'c' in topics", ['a'], false],
    ["'a' in topics && !'b' in topics", ['a'], true],
  ])('%s of %j is %s', (text, topics, expected) => {
    expect(parseCondition(text)?.matches(topics)).toBe(expected);
  });
});
