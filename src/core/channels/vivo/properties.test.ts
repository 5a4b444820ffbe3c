import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPhones, checkTrace, rulesAround } from '../../testing/check-trace.ts';
import type { RequestParts, VendorWorld } from '../../testing/vendor-world.ts';
import { createVivo } from './channel.ts';
import { CODE_TABLE } from './code-table.ts';
import { ALIAS, login, message, PATHS, parseAnswer, R1, R2, RU, RX, setVivo, vivoWorld } from './testing/world.ts';

const rules = rulesAround(createVivo());
const CODES = new Set(CODE_TABLE.map(({ code }) => code));

const scalar = fc.oneof(
  fc.constantFrom<unknown>('', '0', '1', '4', -1, 0, 1, 2, 3, 4, 5, 59, 60, 604_801, null, true, false, 'true'),
  fc.constantFrom<unknown>(
    R1,
    R2,
    RU,
    RX,
    ALIAS,
    'IM',
    'MARKETING',
    'test',
    '测试',
    'http://127.0.0.1/r',
    '10004',
    10_004,
  ),
  fc.constantFrom<unknown>('intent://a/b#Intent;component=com.other/.A;end', '__proto__', 'constructor', 1e300, 0.5),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ minLength: 1020, maxLength: 1030 }),
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 5 }) },
  {
    weight: 2,
    arbitrary: fc.dictionary(
      fc.oneof(
        fc.constantFrom('callback', 'callback.id', 'callback.param', 'orTags', 'andTags', 'operation', 'showStartTime'),
        fc.string({ maxLength: 8 }),
      ),
      fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
      { maxKeys: 4 },
    ),
  },
);
const NAMES = [
  'appId appKey timestamp sign regId alias regIds aliases taskId taskIds requestId title content notifyType skipType',
  'skipContent networkType clientCustomMap extra classification category timeToLive notifyId pushMode profileId',
  'sendOnline foregroundShow addBadge timedDisplay auditReview marketing tagExpression liveMessage name oldName',
  'newName group type ids userType userIds tags',
]
  .join(' ')
  .split(' ');
const change = fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 8 })), value, { maxKeys: 6 });

function check(world: VendorWorld, parts: RequestParts): void {
  const result = world.send(parts);
  const { body, status } = parseAnswer(result);
  const code = status === 200 ? body.result : status;
  expect(CODES.has(Number(code)), String(code)).toBe(true);
  const stops = result.trace.filter(({ verdict }) => verdict === 'stop');
  expect(stops).toHaveLength(code === 0 ? 0 : 1);
  if (code !== 0) {
    expect(rules.get(stops[0]?.rule ?? '')?.reason).toBe('vendor-rejected');
    expect(result.effects.filter(({ type }) => type !== 'state')).toEqual([]);
    const rule = stops[0]?.rule ?? '';
    const several = SEVERAL[rule];
    if (several) expect(several).toContain(code);
    else expect(CODE_TABLE.find((row) => row.code === code)?.rule).toBe(GENERAL[rule] ?? rule);
  }
  checkTrace(rules, result.trace);
  checkPhones(rules, world);
  for (const callback of world.callbacks.splice(0)) expect(() => JSON.parse(callback.body)).not.toThrow();
}

/** Rules that several codes have in common. */
const SEVERAL: Readonly<Record<string, readonly number[]>> = {
  'vivo-test-device': [10302, 10303],
  'vivo-field-missing': [10352, 10055, 10057, 10054, 10060],
  'vivo-field-text': [10352, 10055, 10057, 10061, 10063, 10068],
  'vivo-skip-missing': [10061, 10063, 10068],
};

/** Rules that say more exactly why a code came than the one that its row of the table names. */
const GENERAL: Readonly<Record<string, string>> = {
  'vivo-body-encoding': 'vivo-body',
  'vivo-body-object': 'vivo-body',
  'vivo-body-size': 'vivo-body',
  'vivo-token-missing': 'vivo-token',
  'vivo-token-expired': 'vivo-token',
  'vivo-target-list': 'vivo-target-count',
  'vivo-extra-map': 'vivo-extra-keys',
  'vivo-regid-gone': 'vivo-regid',
  'vivo-alias-gone': 'vivo-alias',
};

describe('whatever comes', () => {
  it('any bytes at any path get an answer with a code of the table', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('GET', 'POST', 'PUT', ''),
        fc.oneof(fc.constantFrom(...PATHS), fc.string({ unit: 'binary' })),
        fc.uint8Array({ maxLength: 200 }),
        fc.option(fc.string({ unit: 'binary', maxLength: 40 })),
        (method, path, body, token) => {
          const world = vivoWorld();
          const headers: [string, string][] = [['authtoken', token ?? login(world)]];
          check(world, { method, path, body, headers });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('any fields of any interface give one code, its rule, and complete sentences', () => {
    const eras = fc.constantFrom('tolerant' as const, 'old' as const, 'mid' as const, 'new' as const);
    fc.assert(
      fc.property(
        fc.constantFrom(...PATHS),
        change,
        fc.record({ messageClasses: fc.boolean(), strictContent: fc.boolean(), era: eras }),
        fc.boolean(),
        (path, fields, switches, inFront) => {
          const world = vivoWorld();
          setVivo(world, { ...switches, idReceipts: 'assumed', urlReceipts: 'all', testDevices: 'all' });
          if (inFront) world.process('foreground');
          const headers: [string, string][] = [['authtoken', login(world)]];
          const body = JSON.stringify({ ...message(), ...fields });
          check(world, { path, headers, body });
          check(world, { path, headers, body });
          check(world, { path: `${path}?taskIds=${encodeURIComponent(body)}`, method: 'GET', headers });
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is pure: the same request in the same world gives the same result', () => {
    fc.assert(
      fc.property(change, (fields) => {
        const body = JSON.stringify({ ...message({ requestId: 'q' }), ...fields });
        const run = () => {
          const world = vivoWorld();
          return world.send({ path: '/message/send', headers: [['authtoken', login(world)]], body });
        };
        expect(run()).toEqual(run());
      }),
      { numRuns: 50 },
    );
  });

  it('never changes the memory it was given', () => {
    const world = vivoWorld();
    const headers: [string, string][] = [['authtoken', login(world)]];
    const before = structuredClone(world.state);
    const { context } = world;
    world.channel.receive(
      {
        ...{ method: 'POST', path: '/message/send', host: null, headers, bodyTooLarge: false },
        body: new TextEncoder().encode(JSON.stringify(message())),
        connection: {
          id: 'c',
          protocol: 'http/1.1',
          tls: false,
          serverName: null,
          remote: '127.0.0.1:1',
          clientCertificate: null,
        },
      },
      context,
    );
    expect(world.state).toEqual(before);
  });
});
