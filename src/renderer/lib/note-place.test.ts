import { describe, expect, it } from 'vitest';
import type { TraceStepView } from '../../core/views.ts';
import { keyLines, noteKey } from './note-place.ts';

const note = (rule: string, params: Readonly<Record<string, string>> = {}): TraceStepView => ({
  stage: 'channel',
  rule,
  verdict: 'note',
  text: '',
  texts: { en: '', zh: '' },
  fix: null,
  sources: [],
  certainty: 'stated',
  params,
});

describe('where a note belongs', () => {
  it('goes by the member that its params name', () => {
    expect(noteKey(note('apns-lint-key-spelling', { key: 'Badge' }), ['aps', 'Badge', 'badge'])).toBe('Badge');
  });

  it('goes by the rule’s name otherwise, the longest member first', () => {
    expect(noteKey(note('apns-lint-badge-type'), ['aps', 'badge'])).toBe('badge');
    expect(noteKey(note('xiaomi-notify-id-wide'), ['id', 'notify_id', 'title'])).toBe('notify_id');
    expect(noteKey(note('apns-lint-expiration-1970'), ['apns-topic', 'apns-expiration'])).toBe('apns-expiration');
    expect(noteKey(note('xiaomi-badge-ignored'), ['extra.badge'])).toBeNull();
  });

  it('goes by an identifier in its sentence at last, not by a plain word', () => {
    const says = (en: string) => ({ ...note('xiaomi-ttl-cut'), texts: { en, zh: '' } });
    expect(noteKey(says('The time_to_live is cut.'), ['title', 'time_to_live'])).toBe('time_to_live');
    expect(noteKey(says('Set extra.badge.'), ['extra.badge'])).toBe('extra.badge');
    expect(noteKey(says('The title is long.'), ['title'])).toBeNull();
  });

  it('belongs nowhere when nothing fits', () => {
    expect(noteKey(note('xiaomi-ttl-cut'), ['title', 'time_to_live'])).toBeNull();
  });

  it('finds the line of each member, the first of its name', () => {
    const lines = keyLines(JSON.stringify({ aps: { badge: '1' }, badge: 2, 'a"b': 1 }, null, 2));
    expect([...lines]).toEqual([
      ['aps', 2],
      ['badge', 3],
      ['a"b', 6],
    ]);
  });
});
