import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPhones, checkTrace, rulesAround } from '../../testing/check-trace.ts';
import { makeVendorRequest, type RequestParts, type VendorWorld } from '../../testing/vendor-world.ts';
import { createHuawei } from './channel.ts';
import { form as formPayload, liveView } from './testing/case.ts';
import { revoke, topic } from './testing/vectors.ts';
import {
  APP_ID,
  accessToken,
  alert,
  hps,
  huaweiWorld,
  jwt,
  notification,
  oauth,
  PROJECT,
  sendLegacy,
  sendV1,
  sendV3,
  setHuawei,
  T1,
} from './testing/world.ts';

const channel = createHuawei();
const rules = rulesAround(channel);
const codes = new Set(channel.codes.map(({ code }) => code));

/** Success, or exactly one registered rule that refuses with a code of the table. */
function checkExchange(world: VendorWorld, parts: RequestParts): void {
  const { response, trace, effects } = world.send(parts);
  const stops = trace.filter(({ verdict }) => verdict === 'stop');
  expect(stops.length).toBeLessThanOrEqual(1);
  checkTrace(rules, trace);
  if (response.body === '') {
    expect(codes).toContain(`HTTP ${response.status}`);
    expect(stops).toHaveLength(1);
    return;
  }
  const body = JSON.parse(response.body) as Readonly<Record<string, unknown>>;
  if (typeof body.code === 'string') {
    expect(codes).toContain(body.code);
    expect(body.requestId).toMatch(/^\d{24}$/);
    expect(stops).toHaveLength(['80000000', '80100000', '80100020'].includes(body.code) ? 0 : 1);
  } else expect(stops).toHaveLength(body.access_token === undefined ? 1 : 0);
  if (stops.length > 0) expect(effects.every(({ type }) => type === 'state')).toBe(true);
  checkPhones(rules, world);
  for (const callback of world.callbacks.splice(0)) expect(() => JSON.parse(callback.body)).not.toThrow();
}

const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    '0',
    '1',
    -1,
    0,
    1,
    2,
    3,
    100,
    1.5,
    true,
    false,
    'true',
    null,
    'HIGH',
    'IM',
    'ENABLE',
    T1,
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.double({ noNaN: true }),
);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.dictionary(fc.string({ maxLength: 6 }), scalar, { maxKeys: 3 }) },
);

/** Paths of every member of a JSON value. */
function pathsOf(json: unknown, at: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof json !== 'object' || json === null) return [at];
  return [at, ...Object.entries(json).flatMap(([key, one]) => pathsOf(one, [...at, key]))];
}

function replace(json: unknown, path: readonly string[], by: unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return by;
  if (Array.isArray(json)) return json.map((one, index) => (String(index) === head ? replace(one, rest, by) : one));
  const object = (typeof json === 'object' && json !== null ? json : {}) as Readonly<Record<string, unknown>>;
  return { ...object, [head]: replace(object[head], rest, by) };
}

const RICH = notification(
  {
    click_action: { type: 1, intent: '#Intent;S.a=b;end' },
    badge: { add_num: 1, set_num: 0, class: 'c' },
    buttons: [{ name: 'n', action_type: 1, intent_type: 0, intent: 'i', data: 'd' }],
    light_settings: { color: { alpha: 1 }, light_on_duration: '1s', light_off_duration: '1s' },
    vibrate_config: ['1'],
    inbox_content: ['l'],
    style: 3,
    notify_id: 3,
    tag: 'g',
    sound: '/raw/dudulu',
    default_sound: false,
    when: '2024-05-01T08:00:00Z',
    foreground_show: false,
  },
  { ttl: '60s', collapse_key: 0, category: 'IM', bi_tag: 'b', urgency: 'NORMAL', data: '{"ext":"e"}' },
);

/** A good body of each JSON interface with one member changed to anything. */
const BODIES: readonly { readonly make: (world: VendorWorld) => RequestParts }[] = [
  { make: (world) => sendV1(world, RICH, { validate_only: false, review: [] }) },
  { make: (world) => sendV1(world, { condition: "'a' in topics", data: 'd', android: { urgency: 'HIGH' } }) },
  {
    make: (world) =>
      sendV3(world, alert({ badge: { addNum: 1 }, notifyId: 1, appMessageId: 'm' }), { options: { ttl: 5 } }),
  },
  { make: (world) => sendV3(world, formPayload(), { pushType: '1' }) },
  { make: (world) => sendV3(world, { extraData: 'x' }, { pushType: '6' }) },
  { make: (world) => sendV3(world, liveView(), { pushType: '7' }) },
  { make: (world) => topic(world, 'subscribe', { topic: 'a', tokenArray: [T1] }) },
  { make: (world) => topic(world, 'list', { token: T1 }) },
  { make: (world) => revoke(world, { notifyId: 1, token: ['N1'] }) },
];
const PATHS = [
  `/v1/${APP_ID}/messages:send`,
  `/v2/${PROJECT}/messages:send`,
  `/v3/${PROJECT}/messages%3Asend`,
  `/v1/${APP_ID}/messages:revoke`,
  `/v1/${APP_ID}/topic:subscribe`,
  '/pushsend.do?nsp_ctx=%7B',
  '/oauth2/v3/token',
  '/oauth2/v2/token',
];

const shared = huaweiWorld();
const SIGNED = { access: accessToken(shared), jwt: jwt(shared) };

describe('whatever comes', () => {
  it('any bytes at any path get an answer of the vendor', () => {
    const path = fc.oneof(fc.constantFrom(...PATHS), fc.string({ unit: 'binary' }));
    const authorization = fc.oneof(
      fc.constantFrom(`Bearer ${SIGNED.access}`, `bearer ${SIGNED.jwt}`, 'Bearer', ''),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    const method = fc.constantFrom('POST', 'POST', 'GET', 'PUT', '');
    fc.assert(
      fc.property(method, path, authorization, fc.uint8Array({ maxLength: 200 }), (verb, at, bearer, body) => {
        const headers: [string, string][] = [
          ['authorization', bearer],
          ['push-type', '0'],
        ];
        checkExchange(huaweiWorld(), { method: verb, path: at, headers, body });
      }),
      { numRuns: 300 },
    );
  });

  it.each(BODIES.map(({ make }, index) => ({ index, make })))('any change to a good body ($index)', ({ make }) => {
    const parts = make(shared);
    const body: unknown = JSON.parse(String(parts.body));
    const paths = pathsOf(body);
    fc.assert(
      fc.property(fc.constantFrom(...paths), value, fc.boolean(), (path, by, right) => {
        const world = huaweiWorld();
        setHuawei(world, { highDataRight: right, dataLocation: right ? 'elsewhere' : 'china' });
        if (right) world.process('foreground');
        checkExchange(world, { ...parts, body: JSON.stringify(replace(body, path, by)) });
      }),
      { numRuns: 150 },
    );
  });

  it('any fields of the old interface and of the token endpoint', () => {
    const names = ['access_token', 'nsp_svc', 'nsp_ts', 'device_token_list', 'expire_time', 'payload'];
    const oauthNames = ['grant_type', 'client_id', 'client_secret'];
    const payload: unknown = JSON.parse(hps({}, { customize: [{ ext: 'e' }], badgeAddNum: '1', badgeClass: 'c' }));
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('["T1"]', '{}', '3', '2030-01-01 00:00Z'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...names, ...oauthNames),
        text,
        fc.constantFrom(...pathsOf(payload)),
        value,
        (name, one, path, by) => {
          const fields = { [name]: one.toWellFormed() };
          checkExchange(huaweiWorld(), oauthNames.includes(name) ? oauth(fields) : sendLegacy(shared, fields));
          checkExchange(
            huaweiWorld(),
            sendLegacy(shared, { payload: JSON.stringify(replace(payload, path, by)).toWellFormed() }),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is pure: the same request in the same world gives the same result', () => {
    const request = makeVendorRequest('push-api.cloud.huawei.com', sendV1(shared, RICH));
    const run = () => {
      const world = huaweiWorld();
      return channel.receive(request, world.context);
    };
    expect(run()).toEqual(run());
  });
});
