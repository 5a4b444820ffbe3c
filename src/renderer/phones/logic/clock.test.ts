import { describe, expect, it } from 'vitest';
import { ageText, clockText, dateText } from './clock.ts';

// Tuesday, 9 September 2025.
const MORNING = Date.parse('2025-09-09T09:41:30Z');
const NIGHT = Date.parse('2025-09-09T00:05:00Z');
const EVENING = Date.parse('2025-09-09T21:41:00Z');

describe('clockText', () => {
  it.each([
    [MORNING, 'ios', 'en', '9:41'],
    [MORNING, 'ios', 'zh', '09:41'],
    [MORNING, 'miui', 'en', '09:41'],
    [EVENING, 'ios', 'en', '9:41'],
    [EVENING, 'miui', 'zh', '21:41'],
    [NIGHT, 'ios', 'en', '12:05'],
    [NIGHT, 'ios', 'zh', '00:05'],
    [NIGHT, 'miui', 'en', '00:05'],
  ] as const)('%s %s %s → %s', (now, style, language, text) => {
    expect(clockText(now, style, language, 'UTC')).toBe(text);
  });

  it('follows the time zone', () => {
    expect(clockText(MORNING, 'miui', 'zh', 'Asia/Shanghai')).toBe('17:41');
  });
});

describe('dateText', () => {
  it.each([
    ['ios', 'en', 'Tuesday, September 9'],
    ['ios', 'zh', '9月9日 星期二'],
    ['miui', 'en', 'Tue, Sep 9'],
    ['miui', 'zh', '9月9日 周二'],
  ] as const)('%s %s → %s', (style, language, text) => {
    expect(dateText(MORNING, style, language, 'UTC')).toBe(text);
  });

  it('is the next day where the day has begun', () => {
    expect(dateText(EVENING, 'ios', 'zh', 'Asia/Shanghai')).toBe('9月10日 星期三');
  });
});

describe('ageText', () => {
  it.each([
    [0, 'ios', 'en', 'now'],
    [59_999, 'ios', 'zh', '现在'],
    [0, 'miui', 'zh', '刚刚'],
    [0, 'miui', 'en', 'Now'],
    [60_000, 'ios', 'en', '1m ago'],
    [59 * 60_000, 'miui', 'en', '59 min ago'],
    [60 * 60_000, 'ios', 'en', '1h ago'],
    [23 * 3_600_000, 'ios', 'zh', '23小时前'],
    [24 * 3_600_000, 'ios', 'en', 'Sep 8'],
    [24 * 3_600_000, 'miui', 'zh', '9月8日'],
  ] as const)('%s ms %s %s → %s', (age, style, language, text) => {
    expect(ageText(MORNING - age, MORNING, style, language, 'UTC')).toBe(text);
  });

  it('calls the future now, when the clock was set back', () => {
    expect(ageText(MORNING + 3_600_000, MORNING, 'ios', 'en', 'UTC')).toBe('now');
  });
});
