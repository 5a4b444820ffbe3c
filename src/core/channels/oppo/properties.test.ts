import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPhones, checkTrace, rulesAround } from '../../testing/check-trace.ts';
import { makeVendorRequest, type RequestParts, VendorWorld } from '../../testing/vendor-world.ts';
import { createOppo } from './channel.ts';
import { ENDPOINTS } from './endpoints.ts';
import { NOTIFICATION_FIELDS } from './notification.ts';
import { ALIAS, HOST, R1, R2, RX, signOf } from './testing/scene.ts';

const channel = createOppo();
const rules = rulesAround(channel);
const codes = new Set(channel.codes.map(({ code }) => Number(code)));
const paths = ['/server/v1/auth', ...ENDPOINTS.keys()];

/** Two phones, the app, and a token. */
function openWorld(): { world: VendorWorld; token: string } {
  const world = new VendorWorld(createOppo(), [R1, R2]);
  const timestamp = String(world.now);
  const sign = signOf('demo-key', timestamp, 'demo-master');
  const body = new URLSearchParams({ app_key: 'demo-key', timestamp, sign }).toString();
  const { response } = world.send({ path: '/server/v1/auth', headers: [FORM], body });
  return { world, token: JSON.parse(response.body).data.auth_token };
}

const FORM = ['content-type', 'application/x-www-form-urlencoded'] as const;

function checkRequest(world: VendorWorld, parts: RequestParts): void {
  const before = world.state;
  const { response, trace } = world.send(parts);
  const body = JSON.parse(response.body) as Record<string, unknown>;
  expect(codes).toContain(body.code);
  expect(response.status).toBe(body.code === 20 ? 404 : 200);
  const stops = trace.filter(({ verdict }) => verdict === 'stop');
  expect(stops).toHaveLength(body.code === 0 ? 0 : 1);
  if (body.code !== 0) {
    expect(Object.keys(body)).toEqual(['code', 'message']);
    expect(rules.get(stops[0]?.rule ?? '')?.reason).toBe('vendor-rejected');
    expect(world.state).toBe(before);
  }
  checkTrace(rules, trace);
  // Traces never grow with the request.
  for (const { params = {} } of trace)
    for (const value of Object.values(params)) expect(String(value).length).toBeLessThan(300);
  checkPhones(rules, world);
  for (const { url, body: posted } of world.callbacks.splice(0)) {
    expect(() => new URL(url)).not.toThrow();
    expect(JSON.parse(posted)).not.toHaveLength(0);
  }
}

const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    '0',
    '1',
    '2',
    '5',
    '-1',
    16,
    3,
    true,
    'true',
    null,
    [],
    {},
    '{}',
    '[]',
    '{"a":1}',
    1.5,
    1e21,
  ),
  fc.constantFrom<unknown>(
    R1,
    R2,
    RX,
    `${R1};bad`,
    ALIAS,
    'IM',
    'NEWS',
    'im',
    'http://127.0.0.1/',
    'https://e.com?x#y',
  ),
  fc.constantFrom<unknown>('{"or":["a"]}', '9007199254740993', '1793496600000', 'x'.repeat(60), '😀'.repeat(51)),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const NAMES = [
  ...NOTIFICATION_FIELDS,
  'clickActionType',
  'offLineTtl',
  '__proto__',
  'constructor',
  'toString',
] as const;
const notification = fc.array(fc.tuple(fc.constantFrom(...NAMES), scalar), { maxLength: 8 }).map((pairs) => ({
  title: 't',
  content: 'c',
  ...Object.fromEntries(pairs),
}));
const message = fc.record(
  {
    target_type: fc.oneof(fc.constantFrom<unknown>(2, 5, '2'), scalar),
    target_value: fc.oneof(fc.constantFrom<unknown>(R1, RX, ALIAS), scalar),
    verify_registration_id: scalar,
    notification: fc.oneof({ arbitrary: notification, weight: 9 }, { arbitrary: fc.jsonValue(), weight: 1 }),
  },
  { requiredKeys: [] },
);

describe('whatever comes', () => {
  it('any bytes, headers and paths get an answer of the table', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('GET', 'POST', 'PUT', ''),
        fc.oneof(fc.constantFrom(...paths), fc.string({ unit: 'binary' })),
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(
          '',
          FORM[1],
          'application/json',
          'multipart/form-data; boundary=b',
          'multipart/form-data;boundary="',
        ),
        fc.boolean(),
        (method, path, body, type, known) => {
          const { world, token } = openWorld();
          const headers = [['content-type', type] as const, ...(known ? [['auth_token', token] as const] : [])];
          checkRequest(world, { method, path, body, headers });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('any message, alone or in a batch', () => {
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 3 }),
        fc.constantFrom('any', 'old', 'new'),
        (messages, messageClasses) => {
          const { world, token } = openWorld();
          world.profile = { ...world.profile, oppo: { ...world.profile.oppo, messageClasses, badgeNumbers: true } };
          const send = (path: string, fields: Record<string, string>) =>
            checkRequest(world, {
              path: `/server/v1/message/notification/${path}`,
              headers: [FORM],
              body: new URLSearchParams({ auth_token: token, ...fields }).toString(),
            });
          send('unicast_batch', { messages: JSON.stringify(messages) });
          for (const one of messages) send('unicast', { message: JSON.stringify(one) });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('any stored body and any target of a broadcast', () => {
    fc.assert(
      fc.property(notification, scalar, scalar, (fields, type, value) => {
        const { world, token } = openWorld();
        const call = (path: string, given: object): RequestParts => ({
          path: `/server/v1/message/notification/${path}`,
          headers: [FORM],
          body: new URLSearchParams(
            Object.entries({ auth_token: token, ...given }).map(([name, one]): [string, string] => [name, String(one)]),
          ).toString(),
        });
        checkRequest(world, call('save_message_content', fields));
        const saved = call('save_message_content', { title: 't', content: 'c' });
        const message_id = JSON.parse(world.send(saved).response.body).data.message_id;
        checkRequest(world, call('broadcast', { message_id, target_type: type, target_value: value }));
      }),
      { numRuns: 200 },
    );
  });

  it('any JSON at the alias and tag interfaces', () => {
    const names = ['registration_id', 'alias', 'tags', 'name', 'desc', 'group', 'registrationId'];
    const body = fc.oneof(fc.dictionary(fc.constantFrom(...names), scalar), fc.jsonValue());
    const device = paths.filter((path) => path.includes('/device/'));
    fc.assert(
      fc.property(fc.constantFrom(...device), body, (path, json) => {
        const { world, token } = openWorld();
        checkRequest(world, { path, headers: [['auth_token', token]], body: JSON.stringify(json) });
      }),
      { numRuns: 200 },
    );
  });

  it('is pure: the same request in the same world gives the same result', () => {
    fc.assert(
      fc.property(message, (one) => {
        const run = () => {
          const { world, token } = openWorld();
          const body = new URLSearchParams({ auth_token: token, message: JSON.stringify(one) }).toString();
          const path = '/server/v1/message/notification/unicast';
          return channel.receive(makeVendorRequest(HOST, { path, headers: [FORM], body }), world.context);
        };
        expect(run()).toEqual(run());
      }),
      { numRuns: 50 },
    );
  });
});
