import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeGroup } from '../testing/fixtures.ts';
import { byteLength } from './bytes.ts';
import { contentOf, defaultBody, senderName } from './default-text.ts';
import type { Element } from './types.ts';

describe('byteLength', () => {
  it('counts UTF-8 bytes', () => {
    expect(['', 'a', 'é', '语', '😀', '\ud800', '\ud800a', '\udc00'].map(byteLength)).toEqual([0, 1, 2, 3, 4, 3, 4, 3]);
  });

  it('agrees with the encoder on every text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
        (a, b) => {
          const text = a + b;
          expect(byteLength(text)).toBe(new TextEncoder().encode(text).length);
        },
      ),
    );
  });
});

describe('default text', () => {
  it.each<[Element, string]>([
    [{ type: 'text', text: 'hi' }, 'hi'],
    [{ type: 'voice', seconds: 3 }, '[语音]'],
    [{ type: 'image' }, '[图片]'],
    [{ type: 'file', fileName: 'a.txt' }, '[文件]'],
    [{ type: 'face', index: 1 }, '[表情]'],
    [{ type: 'location', desc: 'Shenzhen' }, '[位置]'],
    [{ type: 'video' }, '[视频]'],
    [{ type: 'custom', data: 'x', desc: 'red packet' }, 'red packet'],
    [{ type: 'custom', data: 'x' }, ''],
  ])('of %o is %s', (element, text) => {
    expect(contentOf([element], true)).toBe(text);
  });

  it('joins the elements in order, without a custom element that does not count', () => {
    const elements: readonly Element[] = [
      { type: 'image' },
      { type: 'custom', desc: 'c' },
      { type: 'text', text: 't' },
    ];
    expect(contentOf(elements, true)).toBe('[图片]ct');
    expect(contentOf(elements, false)).toBe('[图片]t');
  });

  const alice = { userId: 'alice', nickName: 'Alice' };
  const nameless = { userId: 'alice', nickName: null };

  it('takes the name card before the nickname', () => {
    expect(senderName(alice, makeGroup('Ali'))).toBe('Ali');
    expect(senderName(alice, makeGroup(''))).toBe('Alice');
    expect(senderName(nameless, makeGroup())).toBe('');
  });

  it('has the sender on iOS only, and never a name without a content', () => {
    expect(defaultBody('hi', 'ios', alice, null)).toBe('Alice:hi');
    expect(defaultBody('hi', 'android', alice, makeGroup('Ali'))).toBe('hi');
    expect(defaultBody('hi', null, alice, null)).toBe('hi');
    expect(defaultBody('', 'ios', alice, makeGroup('Ali'))).toBe('');
    expect(defaultBody('hi', 'ios', nameless, { ...makeGroup(), name: '' })).toBe('(team):hi');
  });
});
