import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, ELLIPSIS, type Measure } from './cut-text.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Latin 10 px, Chinese and emoji 20 px a grapheme. */
const measure: Measure = (text) =>
  Array.from(segmenter.segment(text), (part) => (/^[\p{ASCII}\u00c0-\u024f…]/u.test(part.segment) ? 10 : 20)).reduce(
    (sum, width) => sum + width,
    0,
  );

describe('one line', () => {
  it('leaves a text alone that fits exactly', () => {
    expect(cutText('abcde', 50, 1, measure)).toEqual({ text: 'abcde', cut: false, lines: ['abcde'] });
  });

  it('cuts one grapheme earlier than the width, for the ellipsis', () => {
    expect(cutText('abcdef', 50, 1, measure)).toEqual({ text: 'abcd…', cut: true, lines: ['abcd…'] });
  });

  it('leaves no blank before the ellipsis', () => {
    expect(cutText('abc defgh', 50, 1, measure).text).toBe('abc…');
  });

  it('makes one line of several', () => {
    expect(cutText('a\n b\r\nc', 100, 1, measure).text).toBe('a b c');
  });

  it('gives back an empty text as it is', () => {
    expect(cutText('', 50, 1, measure)).toEqual({ text: '', cut: false, lines: [''] });
  });
});

describe('several lines', () => {
  it('breaks Latin text between words only', () => {
    expect(cutText('aaa bbb ccc', 80, 3, measure).lines).toEqual(['aaa bbb', 'ccc']);
  });

  it('breaks a word that is longer than the line', () => {
    expect(cutText('abcdefgh', 50, 2, measure).lines).toEqual(['abcde', 'fgh']);
  });

  it('breaks Chinese between characters, but never before a full stop or after an opening mark', () => {
    expect(cutText('你好吗。再见', 60, 3, measure).lines).toEqual(['你好', '吗。再', '见']);
    expect(cutText('你好（吗）', 60, 3, measure).lines).toEqual(['你好', '（吗）']);
  });

  it('breaks between Chinese and Latin', () => {
    expect(cutText('新消息new', 80, 2, measure).lines).toEqual(['新消息', 'new']);
  });

  it('keeps line feeds of the sender and counts them as lines', () => {
    expect(cutText('a\n\nb\nc', 100, 4, measure)).toEqual({
      text: 'a\n\nb\nc',
      cut: false,
      lines: ['a', '', 'b', 'c'],
    });
    expect(cutText('a\nb\nc', 100, 2, measure)).toEqual({ text: 'a\nb…', cut: true, lines: ['a', 'b…'] });
  });

  it('fills the last line to its end before the ellipsis', () => {
    expect(cutText('aaa bbb ccc dddd', 70, 2, measure).lines).toEqual(['aaa bbb', 'ccc dd…']);
  });
});

describe('graphemes', () => {
  it('never splits a family, a flag or an accent', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(cutText(`a${family}${family}`, 40, 1, measure).text).toBe(`a${family}${ELLIPSIS}`);
    expect(cutText('🇨🇳🇩🇪🇫🇷', 50, 1, measure).text).toBe('🇨🇳🇩🇪…');
    expect(cutText('e\u0301e\u0301e\u0301', 20, 1, measure).text).toBe('e\u0301…');
  });
});

describe('for any text', () => {
  it('no line is wider than the width or one grapheme, and there are at most maxLines', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 30, max: 200 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, max) => {
          const result = cutText(text, width, max, measure);
          expect(result.lines.length).toBeLessThanOrEqual(max);
          for (const line of result.lines) {
            const one = Array.from(segmenter.segment(line)).length <= 1;
            expect(one || measure(line) <= width).toBe(true);
          }
        },
      ),
    );
  });

  it('what is left is a beginning of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const source = text.replace(/\s+/gu, ' ').trim();
        const { text: left, cut } = cutText(text, 100, 1, measure);
        expect(source.startsWith(cut ? left.slice(0, -1) : left)).toBe(true);
        expect(cut).toBe(left !== source);
      }),
    );
  });
});
