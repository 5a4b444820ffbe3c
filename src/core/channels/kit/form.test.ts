import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRequest } from '../xiaomi/testing/world.ts';
import { field, listField, readForm } from './form.ts';

const read = (body: string | Uint8Array, path = '/x', type?: string) =>
  readForm(makeRequest('POST', path, type === undefined ? { body } : { body, type }));

const bytes = (...values: (number | string)[]): Uint8Array =>
  Uint8Array.from(
    values.flatMap((value) => (typeof value === 'number' ? [value] : [...value].map((c) => c.charCodeAt(0)))),
  );

describe('readForm', () => {
  it('reads query and body together, the query first', () => {
    const form = read('a=2&b=3', '/x?a=1&c=');
    expect(form.values.get('a')).toEqual(['1', '2']);
    expect([field(form, 'a'), field(form, 'b'), field(form, 'c'), field(form, 'd')]).toEqual(['1', '3', '', '']);
  });

  it('joins repeated keys and comma lists, skips empty parts, keeps the first of repeats', () => {
    expect(listField(read('r=a,b&r=,b,c,'), 'r')).toEqual(['a', 'b', 'c']);
    expect(listField(read('t=a;$;b%2Cc'), 't', ';$;')).toEqual(['a', 'b,c']);
  });

  it('decodes once: plus is a space, percent codes are UTF-8', () => {
    const form = read('a=1+2%2B3&b=%E8%AE%A2&c=%2525&%E6%A0%87=x');
    expect(['a', 'b', 'c', '标'].map((name) => field(form, name))).toEqual(['1 2+3', '订', '%25', 'x']);
    expect(form.problems).toEqual([]);
  });

  it('takes raw UTF-8, in the body and in the path', () => {
    expect(field(read(new TextEncoder().encode('a=订单')), 'a')).toBe('订单');
    const latin = String.fromCharCode(...new TextEncoder().encode('订'));
    expect(field(read('', `/x?a=${latin}`), 'a')).toBe('订');
  });

  it('keeps a stray percent sign and lists it', () => {
    const form = read('a=100%&b=%4&c=%zz&d=%41');
    expect(['a', 'b', 'c', 'd'].map((name) => field(form, name))).toEqual(['100%', '%4', '%zz', 'A']);
    expect(form.problems.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['percent a', 'percent b', 'percent c']);
  });

  it('replaces what is not UTF-8 and lists it', () => {
    const form = read(bytes('a=', 0xb6, 0xa9, '&b=%FF'));
    expect(field(form, 'b')).toBe('\uFFFD');
    expect(form.problems).toEqual([
      { kind: 'encoding', name: 'a' },
      { kind: 'encoding', name: 'b' },
    ]);
  });

  it('reads nothing from JSON and multipart bodies, and says so', () => {
    for (const type of ['application/json', 'multipart/form-data; boundary=x']) {
      const form = read('a=1', '/x?b=2', type);
      expect([...form.values.keys()]).toEqual(['b']);
      expect(form.problems).toHaveLength(1);
    }
    expect(field(read('a=1', '/x', 'text/plain'), 'a')).toBe('1');
  });

  it('gives back what URLSearchParams wrote', () => {
    const pair = fc.tuple(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.uniqueArray(pair, { selector: ([name]) => name.toWellFormed() }), (pairs) => {
        const form = read(new URLSearchParams(pairs).toString());
        expect([...form.values]).toEqual(pairs.map(([name, value]) => [name.toWellFormed(), [value.toWellFormed()]]));
      }),
    );
  });
});
