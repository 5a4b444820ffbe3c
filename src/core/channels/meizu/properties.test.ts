import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPhones, checkTrace, rulesAround } from '../../testing/check-trace.ts';
import { makeVendorRequest, type RequestParts, type VendorWorld } from '../../testing/vendor-world.ts';
import { createMeizu } from './channel.ts';
import { codeRow } from './code-table.ts';
import { ENDPOINTS } from './endpoints.ts';
import { answerOf, makeWorld, signed, signedGet } from './testing/world.ts';

const rules = rulesAround(createMeizu());
const paths = [...ENDPOINTS.keys()];

const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    null,
    0,
    1,
    2,
    3,
    -1,
    72,
    73,
    1.5,
    true,
    false,
    '0',
    '1',
    'true',
    '24',
    '2026-11-01 10:00:00',
  ),
  fc.constantFrom<unknown>('http://127.0.0.1/cb', 'com.example.app.A', 'x:y', '#206CFF', 'order7', [], {}, ['a']),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ minLength: 999, maxLength: 1010 }),
);
const object = (names: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 4 })), scalar, {
        maxKeys: 6,
      }),
    },
    scalar,
  );
const message = fc.record(
  {
    noticeBarInfo: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          title: fc.constantFrom('T', '标'.repeat(33), ''),
          content: fc.constantFrom('C', 7),
          noticeMsgType: scalar,
          noticeBarType: scalar,
        }),
      },
      scalar,
    ),
    noticeExpandInfo: object(['noticeExpandType', 'noticeExpandContent', 'noticeExpandImgUrl']),
    clickTypeInfo: object(['clickType', 'url', 'activity', 'customAttribute', 'parameters', '__proto__']),
    pushTimeInfo: object(['offLine', 'validTime', 'pushTimeType', 'startTime']),
    advanceInfo: object([
      'suspend',
      'clearNoticeBar',
      'fixDisplay',
      'fixStartDisplayTime',
      'fixEndDisplayTime ',
      'notificationType',
      'notifyKey',
      'badge',
    ]),
    vipInfo: object(['subtitle', 'pullDownTop', 'timeTop', 'titleColor', 'backgroundImgUrl', 'constructor']),
    extra: object(['callback', 'callback.param', 'callback.type']),
    content: scalar,
    title: scalar,
  },
  { requiredKeys: [] },
);
const value = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '1',
    'true',
    'PID0001',
    'PID0001,PID0003,x-y',
    'a1',
    'zz',
    '20457',
    '20261101',
    'com.example.app',
  ),
  message.map((one) => JSON.stringify(one)),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const NAMES = [
  ...new Set([...ENDPOINTS.values()].flatMap(({ required }) => required)),
  'restrictedPackageNames',
  '__proto__',
  'sign2',
];
const fields = fc.dictionary(fc.constantFrom(...NAMES), value, { maxKeys: 10 });

const known = {
  pushIds: 'PID0001,PID0002',
  alias: 'a1',
  pushId: 'PID0001',
  pushType: 0,
  scope: 0,
  tagNames: '体育',
  tags: '体育',
  msgType: 0,
  subSwitch: 1,
  taskId: 20457,
  imgType: 0,
  imgUrl: 'https://example.com/a.png',
  startTime: '20261101',
  endTime: '20261101',
};

function checkAnswer(world: VendorWorld, request: RequestParts): void {
  const result = world.send(request);
  const stops = result.trace.filter((step) => step.verdict === 'stop');
  checkTrace(rules, result.trace);
  if (result.response.status === 404) {
    expect(result.response.body).toBe('');
    expect(stops.map(({ rule }) => rule)).toEqual(['meizu-path']);
    return;
  }
  expect(result.response.status).toBe(200);
  const body = answerOf(result);
  expect(typeof body.code).toBe('string');
  const listed = Object.entries(typeof body.value === 'object' && body.value !== null ? body.value : {});
  if (body.code === '200') {
    const pushed = result.effects.some(({ type }) => type === 'push' || type === 'schedule');
    expect(stops.length).toBe('msgId' in body && !pushed ? 1 : 0);
    if ('msgId' in body) for (const [key] of listed) expect(codeRow(`value.${key}`)?.rule).not.toBeNull();
  } else {
    expect(codeRow(String(body.code))).toBeDefined();
    expect(body.value).toBe('');
    expect(stops).toHaveLength(1);
    expect(result.effects.filter(({ type }) => type !== 'state')).toEqual([]);
  }
  for (const stop of stops) expect(rules.get(stop.rule)?.reason).toBe('vendor-rejected');
  checkPhones(rules, world);
  for (const callback of world.callbacks.splice(0)) expect(() => new URL(callback.url)).not.toThrow();
}

describe('whatever comes', () => {
  it('any bytes at any path get an answer in the vendor frame', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('GET', 'POST', 'PUT', ''),
        fc.oneof(fc.constantFrom(...paths), fc.string({ unit: 'binary' })),
        fc.uint8Array({ maxLength: 200 }),
        fc.option(fc.constantFrom('application/json', 'text/plain; charset=gbk', 'multipart/form-data'), { nil: '' }),
        (method, path, body, type) =>
          checkAnswer(makeWorld(), { method, path, body, headers: type === '' ? [] : [['content-type', type]] }),
      ),
      { numRuns: 200 },
    );
  });

  it('any signed parameters of any interface give a code of the table, one stop at most, and complete sentences', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fields,
        message,
        fc.record({
          passThrough: fc.boolean(),
          foldAfter: fc.constantFrom(0, 1),
          publicPerDay: fc.constantFrom(0, 3 as const),
          requestsPerSecond: fc.constantFrom(0, 2),
          collectAfter: fc.constantFrom(0, 1),
        }),
        (path, list, json, profile) => {
          const world = makeWorld();
          world.profile = { ...world.profile, meizu: { ...world.profile.meizu, ...profile } };
          world.process('foreground');
          const all = { messageJson: JSON.stringify(json), ...known, ...list };
          checkAnswer(world, signed(path, all));
          checkAnswer(world, signedGet(path, { ...known, messageJson: JSON.stringify(json) }));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is pure: the same request in the same world gives the same result', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), message, (path, json) => {
        const run = () => makeWorld().send(signed(path, { ...known, messageJson: JSON.stringify(json) }));
        expect(run()).toEqual(run());
      }),
      { numRuns: 60 },
    );
  });

  it('changes nothing of the memory it was given', () => {
    const world = makeWorld();
    const before = JSON.stringify(world.state);
    const request = makeVendorRequest('api-push.meizu.com', signed(paths[0] ?? '', { ...known, messageJson: '{}' }));
    const context = world.context;
    createMeizu().receive(request, context);
    expect(JSON.stringify(context.state)).toBe(before);
  });
});
