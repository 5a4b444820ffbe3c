import { describe, expect, it } from 'vitest';
import { createOppo } from './channel.ts';

const channel = createOppo();

describe('result codes', () => {
  it('name rules that exist, with sources', () => {
    const ids = new Set(channel.rules.map(({ id }) => id));
    for (const { rule, sources } of channel.codes) {
      if (rule !== null) expect(ids).toContain(rule);
      expect(sources.length).toBeGreaterThan(0);
    }
  });
});

describe('rules', () => {
  it('are unique, sourced, and written in both languages with the same places', () => {
    const { rules } = channel;
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    const places = (value: string) => new Set([...value.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
    for (const rule of rules) {
      expect(rule.id).toMatch(/^oppo-[a-z-]+$/);
      expect(rule.sources.length).toBeGreaterThan(0);
      const texts = [...Object.values(rule.text), ...(rule.fix ? [rule.fix] : [])];
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) {
        expect(text.en).toMatch(/[.!?]$/);
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(places(text.zh)).toEqual(places(text.en));
      }
      if (rule.text.stop) expect(rule.fix, rule.id).toBeDefined();
    }
  });
});
