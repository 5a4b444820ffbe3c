import { describe, expect, it } from 'vitest';
import { notesOf, type RequestParts } from '../../testing/vendor-world.ts';
import { answerOf, BY_PUSH_ID, encodePairs, MESSAGE, makeWorld, signatureFor } from './testing/world.ts';

const BASE = { appId: '123456', pushIds: 'PID0001', messageJson: MESSAGE };
const formOf = (fields: Readonly<Record<string, string>>): RequestParts => ({
  path: BY_PUSH_ID,
  body: encodePairs(Object.entries(fields)),
});

describe('hints about a wrong signature', () => {
  const spaced = '{"noticeBarInfo": {"title": "a b", "content": "c+d"}}';
  const compact = JSON.stringify(JSON.parse(spaced));
  const fields = { ...BASE, messageJson: spaced };
  const encoded = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, encodeURIComponent(value)]));
  const joined = Object.entries(fields)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`)
    .join('&');
  const { md5Hex } = makeWorld().ports.crypto;

  it.each<[string, string]>([
    ['meizu-sign-encoded', signatureFor(encoded)],
    ['meizu-sign-json', signatureFor({ ...fields, messageJson: compact })],
    ['meizu-sign-joined', md5Hex(`${joined}secret0123456789abcdef`)],
    ['meizu-sign-app-key', signatureFor(fields, 'a1b2c3d4e5f60718293a4b5c6d7e8f90')],
    ['meizu-sign-other-app', signatureFor(fields, 'other-secret')],
    ['meizu-sign-left-out', signatureFor({ appId: '123456', messageJson: spaced })],
    ['meizu-sign-case', signatureFor(fields).toUpperCase()],
  ])('%s', (hint, sign) => {
    const result = makeWorld().send(formOf({ ...fields, sign }));
    expect(answerOf(result).code).toBe('1006');
    expect(notesOf(result)).toEqual([hint]);
  });

  it('meizu-sign-plus: a raw plus arrives as a space', () => {
    const message = '{"noticeBarInfo":{"title":"a+b","content":"c"}}';
    const sign = signatureFor({ ...BASE, messageJson: message });
    const body = `appId=123456&pushIds=PID0001&messageJson=${message}&sign=${sign}`;
    const result = makeWorld().send({ path: BY_PUSH_ID, body });
    expect([answerOf(result).code, ...notesOf(result)]).toEqual(['1006', 'meizu-sign-plus']);
  });

  it('none when nothing fits', () => {
    expect(notesOf(makeWorld().send(formOf({ ...fields, sign: '0'.repeat(32) })))).toEqual([]);
    expect(notesOf(makeWorld().send(formOf({ ...fields, sign: 'short' })))).toEqual([]);
  });

  it('never shows a secret', () => {
    const result = makeWorld().send(formOf({ ...fields, sign: signatureFor(fields, 'other-secret') }));
    expect(JSON.stringify(result)).not.toContain('secret');
  });
});
