import { describe, expect, it } from 'vitest';
import { createRuleRegistry } from '../../trace/registry.ts';
import { ruleOfReason } from './answer.ts';
import { apns } from './channel.ts';
import { REASON_STATUS, type Reason } from './refusal.ts';

describe('rules', () => {
  const registry = createRuleRegistry([apns.rules]);

  it('have sentences in both languages, sources with addresses, and a way out of every stop', () => {
    for (const rule of registry.all()) {
      expect(rule.id).toMatch(/^apns-/);
      for (const source of rule.sources) {
        if (source.title !== 'Specification') expect(source.url, rule.id).toMatch(/^https:\/\//);
      }
      if (rule.text.stop !== undefined) {
        expect(rule.fix, rule.id).toBeDefined();
        expect(rule.reason, rule.id).toBe(rule.stage === 'device' ? 'device-suppressed' : 'vendor-rejected');
      }
      for (const text of Object.values(rule.text)) expect(text.zh, rule.id).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

describe('codes', () => {
  it('cover every documented reason and the second spelling of one', () => {
    expect(apns.codes.map((code) => code.code).sort()).toEqual(Object.keys(REASON_STATUS).sort());
    expect(apns.codes).toHaveLength(43);
  });

  it('name rules that exist, and have sentences and sources', () => {
    const ids = new Set(apns.rules.map((rule) => rule.id));
    for (const code of apns.codes) {
      expect(ids, code.code).toContain(ruleOfReason(code.code as Reason));
      if (code.rule !== null) expect(ids).toContain(code.rule);
      for (const text of [code.meaning, code.trigger, code.fix]) expect([text.en, text.zh]).not.toContain('');
      expect(code.sources.length).toBeGreaterThan(0);
    }
  });
});

describe('definition', () => {
  it.each([
    ['/3/device/abc', true],
    ['/3/devices/abc', true],
    ['/4/device/abc', true],
    ['/1/apps/com.example.app/channels', true],
    ['/v3/message/regid', false],
    ['/v1/projects/x/messages:send', false],
    ['/33/device', false],
    ['/', false],
  ])('owns %s: %s', (path, expected) => expect(apns.definition.ownsPath(path)).toBe(expected));
});
