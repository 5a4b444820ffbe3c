import { describe, expect, it } from 'vitest';
import { WORLD_TIME } from '../../testing/vendor-world.ts';
import { VENDOR_ID } from './ids.ts';
import { createVectors, type VectorAnswer, type VectorRequest } from './testing/vectors.ts';
import { makeRequest, PACKAGE, type ParsedAnswer, parseAnswer, R1, R2, SECRET, World } from './testing/world.ts';

const rows = createVectors({
  secret: SECRET,
  packageName: PACKAGE,
  r1: R1,
  r2: R2,
  alias: 'al1',
  topic: 'news',
  channelId: '1001',
  now: WORLD_TIME,
});

function run(world: World, request: VectorRequest, firstId: string): ParsedAnswer {
  const body = request.body.replace('{id}', firstId);
  const result = world.receive(makeRequest(request.method, request.path, { key: request.authorization, body }));
  expect(result.response.headers).toEqual([['content-type', 'application/json;charset=UTF-8']]);
  return parseAnswer(result);
}

function check(answer: ParsedAnswer, expected: VectorAnswer): void {
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status: expected.status, code: expected.code });
  expect(answer.body.result).toBe(expected.code === 0 ? 'ok' : 'error');
  expect(answer.body.trace_id).toMatch(VENDOR_ID);
  for (const name of ['description', 'reason', 'info'] as const)
    if (expected[name] !== undefined) expect(answer.body[name]).toBe(expected[name]);
  if (expected.keys) expect(answer.keys).toEqual(expected.keys);
  if (expected.idLetter) {
    expect(answer.data?.id).toMatch(VENDOR_ID);
    expect(String(answer.data?.id)[0]).toBe(expected.idLetter);
  }
  if (expected.badRegids !== undefined) expect(answer.data?.bad_regids ?? null).toBe(expected.badRegids);
}

describe('vectors of the server API', () => {
  it.each(rows)('row $row', ({ exchanges, shade }) => {
    const world = new World();
    let firstId = '';
    for (const { request, answer } of exchanges) {
      const got = run(world, request, firstId);
      check(got, answer);
      if (firstId === '') firstId = String(got.data?.id ?? '');
    }
    if (!shade) return;
    const device = world.device();
    expect(device.shade).toHaveLength(shade.count);
    if (shade.badge !== undefined) expect(device.badge).toBe(shade.badge);
    if (shade.replaceKeys) expect(device.shade.map((item) => item.replaceKey)).toEqual(shade.replaceKeys);
  });

  it('has a row for every number of the server part', () => {
    const numbers = new Set(rows.map(({ row }) => Number.parseInt(row, 10)));
    const expected = [...Array.from({ length: 28 }, (_, index) => index + 1), 35];
    expect([...numbers].sort((a, b) => a - b)).toEqual(expected);
  });
});
