import { describe, expect, it } from 'vitest';
import { FAILURES, type FailureCode } from './failure-texts.ts';
import { afterHandshake, describeBytes, failure } from './failures.ts';

const codes = Object.keys(FAILURES) as FailureCode[];
const HAN = /\p{Script=Han}/u;

describe('failures of connections', () => {
  it.each(codes)('%s has its sentence and what helps in both languages', (code) => {
    const { message, fix } = FAILURES[code];
    for (const text of [message, fix]) {
      expect(text.en).toMatch(/^[A-Z].*\.$/);
      expect(text.en).not.toMatch(HAN);
      expect(text.zh).toMatch(HAN);
      expect(text.zh).toMatch(/[。）]$/);
    }
    // What is typed, such as names of variables and options, is the same in both.
    const typed = (text: string) => text.match(/[A-Z]+_[A-Z_]+|--[a-z0-9-]+|:[a-z]{4,}|\/v?3\/[a-z/]+/g)?.sort() ?? [];
    expect(typed(fix.zh)).toEqual(typed(fix.en));
  });

  it('keeps the English for the API beside the texts', () => {
    const { texts, ...english } = failure('malformed_http', '"GET"', 'Invalid method.');
    expect(english).toEqual({
      code: 'malformed_http',
      message: 'The request breaks the rules of HTTP. Invalid method.',
      received: '"GET"',
      fix: texts.fix.en,
    });
    expect(texts.message).toEqual({ en: english.message, zh: '请求不符合 HTTP 规范。（Invalid method.）' });
    expect(texts.received).toEqual({ en: '"GET"', zh: '"GET"' });
  });

  it('describes bytes, and their absence', () => {
    expect(describeBytes(Uint8Array.of(0x41, 0, 0xff))).toEqual({ en: '"A\\x00\\xff"', zh: '"A\\x00\\xff"' });
    const long = describeBytes(new Uint8Array(65).fill(0x61));
    expect(long.en).toBe(`"${'a'.repeat(64)}"… (65 bytes)`);
    expect(long.zh).toBe(`"${'a'.repeat(64)}"…（共 65 字节）`);
    expect(afterHandshake(null)).toEqual({ en: 'a TLS handshake, then nothing', zh: 'TLS 握手，之后：没有任何内容' });
    expect(afterHandshake('push.test', Uint8Array.of(0x41))).toEqual({
      en: 'a TLS handshake, then "A" (server name push.test)',
      zh: 'TLS 握手，之后："A"（服务器名 push.test）',
    });
  });
});
