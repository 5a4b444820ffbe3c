import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPhones, checkTrace, rulesAround } from '../../testing/check-trace.ts';
import { createXiaomi } from './channel.ts';
import { ENDPOINTS } from './endpoints.ts';
import { VENDOR_ID } from './ids.ts';
import { makeRequest, PACKAGE, parseAnswer, R1, R2, World } from './testing/world.ts';

const rules = rulesAround(createXiaomi());
const paths = [...ENDPOINTS.keys()];

/** Values around the limits as well as nonsense. */
const value = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '1',
    '-1',
    '7',
    '99',
    R1,
    R2,
    `${R1},RX`,
    'al1',
    'acc1',
    'news',
    'UNION',
    '1001',
    '20261101',
  ),
  fc.constantFrom(
    '9223372036854775807',
    '9223372036854775808',
    '-5',
    '1e3',
    '[]',
    '[{"target":"R1","message":{}}]',
    '{',
  ),
  fc.constantFrom('http://127.0.0.1/', '246', '243', 'true', 'android.resource://com.example.app/raw/dudulu', '%41'),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ minLength: 1000, maxLength: 1030 }),
);
const NAMES = [
  'restricted_package_name',
  'registration_id',
  'alias',
  'aliases',
  'user_account',
  'topic',
  'topics',
  'topic_op',
  'title',
  'description',
  'payload',
  'pass_through',
  'notify_type',
  'notify_id',
  'time_to_live',
  'time_to_send',
  'messages',
  'job_id',
  'msg_id',
  'start_date',
  'end_date',
  'channel_id',
  'channel_name',
  'package_name',
  'extra.channel_id',
  'extra.callback',
  'extra.callback.type',
  'extra.jobkey',
  'extra.notify_effect',
  'extra.intent_uri',
  'extra.web_uri',
  'extra.sound_uri',
  'extra.hide',
  'extra.notify_foreground',
  'extra.only_send_once',
  'extra.model',
  'extra.message_count',
  'extra.__proto__',
  'extra.constructor',
  '__proto__',
];
const fields = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 8 })), value), {
  maxLength: 12,
});
const known: [string, string][] = [
  ['restricted_package_name', PACKAGE],
  ['title', 'T'],
  ['description', 'D'],
  ['registration_id', R1],
];

function checkAnswer(world: World, request: Parameters<World['receive']>[0]): void {
  const result = world.receive(request);
  const { body, data, status } = parseAnswer(result);
  expect(Number.isInteger(body.code)).toBe(true);
  expect(status === 200 || status === 404 || status === 405).toBe(true);
  if (data !== undefined) expect(typeof data === 'object' && data !== null && !Array.isArray(data)).toBe(true);
  if (body.trace_id !== undefined) expect(body.trace_id).toMatch(VENDOR_ID);
  const stops = result.trace.filter((step) => step.verdict === 'stop');
  expect(stops).toHaveLength(body.code === 0 ? 0 : 1);
  if (body.code !== 0) {
    expect(Object.keys(body)).toEqual(['result', 'reason', 'trace_id', 'code', 'description']);
    expect(rules.get(stops[0]?.rule ?? '')?.reason).toBe('vendor-rejected');
  }
  checkTrace(rules, result.trace);
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
        fc.option(fc.string({ unit: 'binary', maxLength: 30 })),
        (method, path, body, key) => checkAnswer(new World(), makeRequest(method, path, { body, key: key ?? 'key=S' })),
      ),
      { numRuns: 200 },
    );
  });

  it('any parameters of any interface give an integer code, a registered rule, and complete sentences', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), fields, fc.boolean(), fc.boolean(), (path, list, classes, inFront) => {
        const world = new World();
        world.profile = { ...world.profile, xiaomi: { ...world.profile.xiaomi, messageClasses: classes } };
        if (inFront) world.process('foreground');
        const body = new URLSearchParams([...list, ...known]).toString();
        checkAnswer(world, makeRequest('POST', path, { body }));
        checkAnswer(world, makeRequest('GET', `${path}?${body}`));
      }),
      { numRuns: 300 },
    );
  });

  it('is pure: the same request in the same world gives the same result', () => {
    fc.assert(
      fc.property(fields, (list) => {
        const run = () => {
          const body = new URLSearchParams([...list, ...known]).toString();
          return new World().receive(makeRequest('POST', '/v3/message/regid', { body }));
        };
        expect(run()).toEqual(run());
      }),
      { numRuns: 50 },
    );
  });
});
