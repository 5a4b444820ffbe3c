import { describe, expect, it } from 'vitest';
import { byteCount, clockTime, duration, fullTime, jsonKind, offsetText, portOf, shortId } from './format.ts';

const NOON = Date.UTC(2026, 6, 26, 9, 2, 11, 42);

describe('formats', () => {
  it('counts UTF-8 bytes, not characters', () => {
    expect([byteCount(''), byteCount('abc'), byteCount('推送'), byteCount('😀')]).toEqual([0, 3, 6, 4]);
  });

  it('shows time of day with seconds in 24 hours', () => {
    expect(clockTime(NOON, 'Asia/Shanghai')).toBe('17:02:11');
    expect(clockTime(Date.UTC(2026, 0, 1, 0, 0, 5), 'UTC')).toBe('00:00:05');
  });

  it('names date, ms and zone on hover, in each language', () => {
    expect(fullTime(NOON, 'en', 'Asia/Shanghai')).toMatch(/26 Jul 2026.*17:02:11\.042.*GMT\+8/);
    expect(fullTime(NOON, 'zh', 'Asia/Shanghai')).toMatch(/2026年7月26日.*17:02:11\.042/);
  });

  it('gives each span its unit', () => {
    expect([0.4, 14, 999, 1000, 2340, 12_600, 300_000].map(duration)).toEqual([
      '0 ms',
      '14 ms',
      '999 ms',
      '1.0 s',
      '2.3 s',
      '13 s',
      '5 min',
    ]);
  });

  it('says how far the clock was moved, by the two largest units', () => {
    expect([0, 400, 1000, -30_000, 93_600_000, 90_061_000].map(offsetText)).toEqual([
      '0 s',
      '0 s',
      '+1 s',
      '−30 s',
      '+1 d 2 h',
      '+1 d 1 h',
    ]);
  });

  it('shortens only what gets shorter', () => {
    expect(shortId('0123456789abcde')).toBe('0123456789abcde');
    expect(shortId('0123456789abcdef')).toBe('01234567…abcdef');
  });

  it('takes the port out of an address', () => {
    expect(portOf('https://127.0.0.1:8443')).toBe('8443');
    expect(portOf('pushpit://app')).toBe('pushpit://app');
  });

  it('tells a JSON object from other JSON and from plain text', () => {
    expect(['{"a":1}', '[1]', '12', 'null', 'hello', ''].map(jsonKind)).toEqual([
      'object',
      'other',
      'other',
      'other',
      'none',
      'none',
    ]);
  });
});
