import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GatheredItems } from '../../core/channels/types.ts';
import { itemsOf, withItems } from './gathered-body.ts';

const FORM: GatheredItems = { type: 'form', field: 'cb', member: 'targets' };
const LIST: GatheredItems = { type: 'list', member: null };
const MEMBER: GatheredItems = { type: 'list', member: 'statuses' };

/** Several bodies as one; what surrounds the items is the last one's. */
function joined(items: GatheredItems, ...bodies: readonly string[]): string | null {
  const all = bodies.map((body) => itemsOf(items, body));
  return all.includes(null)
    ? null
    : withItems(
        items,
        bodies.at(-1) ?? '',
        all.flatMap((one) => one ?? []),
      );
}

const form = (cb: unknown, rest = '&access_token=a%26b'): string =>
  `cb=${encodeURIComponent(typeof cb === 'string' ? cb : JSON.stringify(cb))}${rest}`;

describe('bodies of receipts', () => {
  it.each<[string, GatheredItems, readonly string[], string]>([
    ['lists', LIST, ['[1]', '[]', '["x",{}]'], '[1,"x",{}]'],
    ['lists in a member', MEMBER, ['{"v":1,"statuses":[1]}', '{"v":2,"statuses":[2]}'], '{"v":2,"statuses":[1,2]}'],
    [
      'members of the same name in a form',
      FORM,
      [
        form({ a: { p: 'x', targets: ['1'], q: 2 } }),
        form({ b: { targets: ['2'] }, a: { p: 'x', targets: ['3'], q: 2 } }),
      ],
      form({ a: { p: 'x', targets: ['1', '3'], q: 2 }, b: { targets: ['2'] } }),
    ],
  ])('%s', (_name, items, bodies, expected) => expect(joined(items, ...bodies)).toBe(expected));

  it.each<[string, GatheredItems, string]>([
    ['no JSON', LIST, '['],
    ['no list', LIST, '{}'],
    ['no object', MEMBER, '[]'],
    ['null', MEMBER, 'null'],
    ['a member that is no list', MEMBER, '{"statuses":{}}'],
    ['no such field', FORM, 'xcb=%7B%7D'],
    ['a field that is no text', FORM, 'cb=%ff'],
    ['a field that is no object', FORM, form('[]')],
    ['an entry that is no object', FORM, form({ a: 1 })],
    ['an entry without list', FORM, form({ a: { targets: '1' } })],
  ])('that are something else are not understood: %s', (_name, items, body) => {
    expect(itemsOf(items, body)).toBeNull();
  });

  it('come back unchanged when they are alone', () => {
    const entry = fc.record({
      param: fc.string({ unit: 'grapheme' }),
      targets: fc.array(fc.string(), { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.dictionary(fc.string(), entry), (members) => {
        const body = form(members);
        expect(joined(FORM, body)).toBe(body);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (list) => {
        const body = JSON.stringify(list);
        expect(joined(LIST, body)).toBe(body);
      }),
    );
  });
});
