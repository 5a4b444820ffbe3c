import { describe, expect, it } from 'vitest';
import { type MeizuVector, PRINTED_FORM, signedLikePrinted, VECTORS, type VectorAnswer } from './testing/vectors.ts';
import { type Answer, answerOf, makeWorld, signatureFor } from './testing/world.ts';

function check(body: Answer, expected: VectorAnswer): void {
  const { keys, ...members } = expected;
  expect(body).toMatchObject(members);
  if (expected.value !== undefined) expect(body.value).toEqual(expected.value);
  if (keys) expect(Object.keys(body)).toEqual(keys);
  if (keys?.includes('msgId')) expect(body.msgId).toMatch(/^[0-9a-f]{32}$/);
  expect(body.redirect).toBe('');
}

function run({ steps, profile, shade }: MeizuVector): void {
  const world = makeWorld();
  world.profile = { ...world.profile, meizu: { ...world.profile.meizu, ...profile } };
  const earlier: Answer[] = [];
  for (const { request, answer } of steps) {
    const result = world.send(request(earlier));
    expect(result.response.status).toBe(200);
    expect(result.response.headers).toContainEqual(['content-type', 'application/json; charset=UTF-8']);
    const body = answerOf(result);
    check(body, answer);
    earlier.push(body);
  }
  if (shade === undefined) return;
  const [first] = world.device('phone-1').shade;
  expect(world.device('phone-1').shade).toHaveLength(shade.count);
  if (shade.title !== undefined) expect(first?.title).toBe(shade.title);
  if (shade.body !== undefined) expect(first?.body).toBe(shade.body);
}

describe('vectors of the server API', () => {
  it.each(VECTORS)('row $row', run);

  it('has a row for every number of the server part', () => {
    const numbers = new Set(VECTORS.map(({ row }) => Number.parseInt(row, 10)));
    expect([...numbers]).toEqual(Array.from({ length: 32 }, (_, index) => index + 1));
  });
});

describe('signature', () => {
  it.each([
    [
      { appId: '100999', msgType: '0', pushId: '862891030007404100999', subSwitch: '1' },
      '531732bc45324098978bf41c6954c09e',
      '5bd43df385bec6f236c6417d437741e7',
    ],
    [
      {
        pushIds: 'RA50c6348036344485d01776773577c64740465480a6b',
        appId: '10000',
        messageJson: '{"title":"title","content":"content","pushTimeInfo":{"offLine":1,"validTime":24}}',
        sign: 'does not count',
      },
      '<APP_SECRET>',
      'ac076ff25d9900015a681cb5172aa53b',
    ],
    [
      {
        appId: '123456',
        messageJson: '{"noticeBarInfo":{"title":"你好","content":"内容"}}',
        pushIds: 'PID0001,PID0002',
      },
      'secret0123456789abcdef',
      '9a584550a8459434bfe5b1ead8e1827d',
    ],
    [
      {
        appId: '123456',
        messageJson: '{"noticeBarInfo":{"title":"a+b & c","content":"😀 100%"}}',
        pushIds: 'PID0001',
      },
      'secret0123456789abcdef',
      'd523266fb78fd2557bb3fc25f0045348',
    ],
  ])('of %o', (fields, secret, expected) => {
    expect(signatureFor(fields, secret)).toBe(expected);
  });

  it('is what the document prints, byte for byte in the form', () => {
    expect(signedLikePrinted()).toBe(PRINTED_FORM);
  });
});
