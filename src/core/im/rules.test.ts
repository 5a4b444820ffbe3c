import { describe, expect, it } from 'vitest';
import { createRuleRegistry } from '../trace/registry.ts';
import { REASON_CODES, type Rule } from '../trace/types.ts';
import { imRules } from './rules.ts';

const CHINESE = /\p{Script=Han}/u;
const sentencesOf = (rule: Rule) => [...Object.values(rule.text), ...(rule.fix === undefined ? [] : [rule.fix])];

describe('rules of the IM side', () => {
  it('form a registry', () => {
    expect(createRuleRegistry([imRules]).all()).toHaveLength(imRules.length);
  });

  it.each(imRules.map((rule) => [rule.id, rule] as const))(
    '%s is written in both languages and sourced',
    (_id, rule) => {
      for (const text of sentencesOf(rule)) {
        expect(text.en).toMatch(/^[“A-Z{].*\.$/s);
        // Values such as [语音] are quoted in Chinese; the rest of an English sentence is not.
        expect(text.en.replace(/“[^”]*”/g, '')).not.toMatch(CHINESE);
        expect(text.zh).toMatch(CHINESE);
        expect(text.zh).toMatch(/。$/);
        expect(text.en + text.zh).not.toMatch(/[!！]/);
      }
      for (const source of rule.sources) {
        expect(source.title).not.toBe('');
        if (source.title === 'Specification') expect(source.section).toMatch(/[A-Z]/);
        else expect(source.url).toMatch(/^https:\/\//);
      }
      expect(['stated', 'measured', 'inferred', 'unconfirmed']).toContain(rule.certainty);
    },
  );

  it.each(imRules.filter((rule) => rule.text.stop !== undefined).map((rule) => [rule.id, rule] as const))(
    '%s says what would fix it and has a reason code',
    (_id, rule) => {
      expect(rule.fix).toBeDefined();
      expect(REASON_CODES).toContain(rule.reason ?? rule.id);
    },
  );

  it('has a rule for each reason that the IM side decides', () => {
    const elsewhere = [
      'delivered',
      'vendor-unreachable',
      'vendor-rejected',
      'device-offline',
      'device-waiting',
      'device-suppressed',
      'device-revoked',
    ];
    const ids = imRules.map((rule) => rule.id);
    expect(ids).toEqual(expect.arrayContaining(REASON_CODES.filter((code) => !elsewhere.includes(code))));
  });

  it('cites the specification for what the specification says', () => {
    const said = [
      'system-message',
      'push-flag-off',
      'global-switch-off',
      'message-over-global',
      'logged-out',
      'kicked',
      'killed-by-user',
      'killed-by-system',
      'custom-sound-apns-only',
      'no-sound-no-vibration',
      'badge-counted',
      'notify-mode-deprecated',
      'requirement-system',
      'requirement-hms',
      'requirement-region',
      'requirement-model',
    ];
    for (const id of said) {
      const rule = imRules.find((one) => one.id === id);
      expect([id, rule?.certainty, rule?.sources.some((source) => source.title === 'Specification')]).toEqual([
        id,
        'stated',
        true,
      ]);
    }
  });
});
