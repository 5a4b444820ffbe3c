import { describe, expect, it } from 'vitest';
import { isApple } from '../app/keys.ts';
import { notification } from '../testing/fixtures.ts';
import { bodyShape, prettyValue, requestLine } from './http-text.ts';
import { keyed } from './keyed.ts';
import { simulatedNow } from './simulated-now.ts';
import { createUnseenBadge } from './unseen-badge.ts';

const request = {
  method: 'POST',
  url: 'https://api.push.apple.com/3/device/ab?x=1',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' },
  body: { a: '1' },
  raw: 'title=a%20b&payload=%7B%7D&title=c',
  bytes: 10,
  limit: null,
};

describe('HTTP as text', () => {
  it('splits the request line', () => {
    expect(requestLine(request)).toEqual({ method: 'POST', host: 'api.push.apple.com', path: '/3/device/ab?x=1' });
    expect(requestLine({ ...request, url: '/odd' })).toEqual({ method: 'POST', host: '', path: '/odd' });
  });

  it('keeps every form field, repeated ones too', () => {
    expect(bodyShape(request)).toEqual({
      kind: 'form',
      fields: [
        ['title', 'a b'],
        ['payload', '{}'],
        ['title', 'c'],
      ],
    });
  });

  it('indents JSON, leaves text alone and knows when there is nothing', () => {
    expect(bodyShape({ status: 200, headers: {}, body: { a: 1 }, raw: '{"a":1}' })).toEqual({
      kind: 'json',
      text: '{\n  "a": 1\n}',
    });
    expect(bodyShape({ status: 200, headers: {}, body: 'x', raw: 'x' })).toEqual({ kind: 'text', text: 'x' });
    expect(bodyShape({ status: 200, headers: {}, body: null, raw: '' })).toBeNull();
  });

  it('indents a field that holds JSON, and only that', () => {
    expect(prettyValue('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(prettyValue('{not json')).toBe('{not json');
    expect(prettyValue('12')).toBe('12');
  });
});

describe('the simulated clock', () => {
  it('runs on from where it was read, or stands', () => {
    expect(simulatedNow({ offsetMs: 0, stoppedAt: null, now: 1000 }, 50, 80)).toBe(1030);
    expect(simulatedNow({ offsetMs: 0, stoppedAt: 700, now: 700 }, 50, 80)).toBe(700);
  });
});

describe('small helpers', () => {
  it('give equal names different keys that stay when others change', () => {
    const keys = (names: readonly string[]) => keyed(names, (name) => name).map(({ key }) => key);
    expect(keys(['a', 'b', 'a'])).toEqual(['a#0', 'b#0', 'a#1']);
    expect(keys(['b', 'a', 'a'])).toEqual(['b#0', 'a#0', 'a#1']);
  });

  it('tell Apple keyboards', () => {
    expect(isApple('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe(true);
    expect(isApple('Mozilla/5.0 (X11; Linux x86_64)')).toBe(false);
  });

  it('count on the icon only what nobody saw', () => {
    const numbers: number[] = [];
    let hidden = true;
    const badge = createUnseenBadge({ setBadge: (count) => numbers.push(count) }, () => hidden);
    const arrival = { type: 'notification', notification } as const;
    badge.count([arrival, { type: 'reset' }, arrival]);
    badge.count([{ type: 'reset' }]);
    badge.count([arrival]);
    expect(numbers).toEqual([2, 3]);
    hidden = false;
    badge.clear();
    badge.clear();
    badge.count([arrival]);
    expect(numbers).toEqual([2, 3, 0]);
  });
});
