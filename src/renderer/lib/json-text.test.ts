import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonErrorAt, jsonTokens, lineOf, locateJson } from './json-text.ts';

const text = `{
  "to": { "c2c": "bob" },
  "elements": [
    { "type": "text" },
    { "type": "image" }
  ]
}`;
const at = (path: readonly (string | number)[]) => {
  const { from, to } = locateJson(text, path);
  return text.slice(from, to);
};

describe('places in JSON', () => {
  it('finds a property with its value', () => {
    expect(at(['to', 'c2c'])).toBe('"c2c": "bob"');
  });

  it('finds an array item and what is in it', () => {
    expect(at(['elements', 1])).toBe('{ "type": "image" }');
    expect(at(['elements', 1, 'type'])).toBe('"type": "image"');
  });

  it('stays at the nearest thing that exists', () => {
    expect(at(['to', 'group'])).toBe('"to": { "c2c": "bob" }');
    expect(at(['elements', 7])).toContain('"elements"');
    expect(lineOf(text, locateJson(text, []).from)).toBe(1);
  });

  it('points at the first error only', () => {
    expect(jsonErrorAt(text)).toBeNull();
    expect(lineOf('{\n  "a": 1,\n  b\n}', jsonErrorAt('{\n  "a": 1,\n  b\n}') ?? -1)).toBe(3);
  });

  it('colours keys apart from strings', () => {
    expect(jsonTokens('{"a":["b",1,null]}').map(({ kind }) => kind)).toEqual(['key', 'string', 'number', 'word']);
  });

  it('never throws and never leaves the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.oneof(fc.string(), fc.nat(4)), { maxLength: 3 }), (anything, path) => {
        const { from, to } = locateJson(anything, path);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(Math.max(anything.length, from + 1));
        for (const token of jsonTokens(anything)) expect(token.to).toBeLessThanOrEqual(anything.length);
      }),
      { numRuns: 200 },
    );
  });
});
