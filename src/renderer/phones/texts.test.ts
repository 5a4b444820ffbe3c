import { describe, expect, it } from 'vitest';
import { type PhoneTexts, phoneTexts } from './texts.ts';

const en = phoneTexts('en');
const zh = phoneTexts('zh');
const keys = Object.keys(en) as (keyof PhoneTexts)[];

describe('texts', () => {
  it('has the same keys in both languages', () => {
    expect(Object.keys(zh).sort()).toEqual([...keys].sort());
  });

  it.each(keys)('%s is written in both languages', (key) => {
    const inEnglish = en[key];
    const inChinese = zh[key];
    expect(typeof inChinese).toBe(typeof inEnglish);
    expect(String(inEnglish)).not.toMatch(/\p{sc=Han}/u);
    if (typeof inEnglish === 'string') expect(inEnglish.trim()).not.toBe('');
  });

  // The vendors' own word, and nothing but values, stand in both languages.
  it.each(keys.filter((key) => key !== 'token' && key !== 'system'))('%s has its Chinese text in Chinese', (key) => {
    expect(String(zh[key])).toMatch(/\p{sc=Han}/u);
  });

  it('counts in English', () => {
    expect(en.notifications(1)).toBe('1 notification');
    expect(en.notifications(2)).toBe('2 notifications');
  });

  it('names the badge only when there is one', () => {
    expect(en.openApp('Demo', 0)).toBe('Open Demo');
    expect(zh.openApp('Demo', 3)).toBe('打开 Demo，角标 3');
  });

  it('never shouts', () => {
    for (const key of keys) expect(`${String(en[key])}${String(zh[key])}`).not.toMatch(/[！]|[a-z]!(?![=])/u);
  });
});
