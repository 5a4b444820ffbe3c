import { describe, expect, it } from 'vitest';
import { headerRecord, parseBody, parseForm, textOf, utf8Length } from './body.ts';

describe('parseBody', () => {
  it.each([
    ['', null, null],
    ['{"a":1}', 'application/json; charset=utf-8', { a: 1 }],
    ['{"a":1}', null, { a: 1 }],
    ['  [1]', 'text/plain', [1]],
    ['"text"', 'application/vnd.api+json', 'text'],
    ['{broken', 'application/json', '{broken'],
    ['plain', 'text/plain', 'plain'],
    ['a=1&b=%E4%BD%A0+x', 'application/x-www-form-urlencoded;charset=UTF-8', { a: '1', b: '你 x' }],
  ])('%s as %s', (text, type, expected) => {
    expect(parseBody(text, type)).toEqual(expected);
  });
});

it('leaves JSON alone that is nested too deep to be written again', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect(parseBody(deep, 'application/json')).toBe(deep);
});

describe('parseForm', () => {
  it('keeps repetitions, empty values and what cannot be decoded', () => {
    expect(parseForm('a=1&a=2&b&c=&&d=%zz')).toEqual({ a: ['1', '2'], b: '', c: '', d: '%zz' });
  });

  it('knows no special names', () => {
    const fields = parseForm('__proto__=1&constructor=2');
    expect(Object.keys(fields)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  });
});

describe('text and headers', () => {
  it('joins repeated headers', () => {
    const pairs = [
      ['a', '1'],
      ['b', '2'],
      ['a', '3'],
    ] as const;
    expect(headerRecord(pairs)).toEqual({ a: '1, 3', b: '2' });
  });

  it('counts and decodes UTF-8', () => {
    expect(utf8Length('你a😀')).toBe(8);
    expect(textOf(Uint8Array.of(0xe4, 0xbd, 0xa0, 0xff))).toBe('你\ufffd');
  });
});
