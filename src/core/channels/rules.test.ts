import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LocalText, Rule } from '../trace/types.ts';
import { createChannels } from './registry.ts';

/** Put together at run time: APNs' from reasons and remarks, Huawei's of bad tokens from what is bad. */
const COMPOSED = /^apns-|^huawei-bad-/;

/** Everything in a channel's folder that could use a rule, not the tables that only list them. */
function codeOf(id: string): string {
  const folder = new URL(`${id}/`, import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !/^(rules|code)|\.test\.ts$/.test(name))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
}

const sentencesOf = ({ text, fix }: Rule): readonly LocalText[] => [...Object.values(text), ...(fix ? [fix] : [])];

const placesOf = (sentence: string): ReadonlySet<string> =>
  new Set([...sentence.matchAll(/\{([a-zA-Z]\w*)\}/g)].map(([, name = '']) => name));

describe.each(createChannels().map(({ definition, rules }) => [definition.id, rules] as const))(
  'rules of %s',
  (id, rules) => {
    it('are there once, under the name of their channel', () => {
      const ids = rules.map((rule) => rule.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((one) => !new RegExp(`^${id}-[a-z0-9-]+$`).test(one))).toEqual([]);
    });

    it('have sources with addresses', () => {
      for (const rule of rules) {
        expect(rule.sources.length, rule.id).toBeGreaterThan(0);
        for (const { title, url } of rule.sources)
          if (title !== 'Specification') expect(url, `${rule.id}: ${title}`).toMatch(/^https:\/\//);
      }
    });

    it('are written in both languages, with the same places', () => {
      for (const rule of rules) {
        expect(Object.keys(rule.text), rule.id).not.toEqual([]);
        for (const { en, zh } of sentencesOf(rule)) {
          // A sentence may end with the vendor's or the sender's own words after a colon.
          expect(en, rule.id).toMatch(/[.!?]$|: \{.*\}$/);
          expect(zh, rule.id).toMatch(/\p{Script=Han}/u);
          expect(placesOf(zh), `${rule.id}: ${en}`).toEqual(placesOf(en));
        }
      }
    });

    it('are all used by the code', () => {
      const code = codeOf(id);
      const unused = rules.filter((rule) => !COMPOSED.test(rule.id) && !code.includes(`'${rule.id}'`));
      expect(unused.map((rule) => rule.id)).toEqual([]);
    });

    it('that stop say why, and what would help', () => {
      for (const { id: rule, text, fix, reason, stage } of rules) {
        if (text.stop === undefined) continue;
        expect(fix, rule).toBeDefined();
        const reasons = stage === 'device' ? ['device-suppressed', 'device-waiting'] : ['vendor-rejected'];
        expect(reasons, rule).toContain(reason);
      }
    });
  },
);

describe.each(createChannels().map(({ definition, rules, codes }) => [definition.id, rules, codes] as const))(
  'codes of %s',
  (_id, rules, codes) => {
    it('name rules that exist, and have sentences and sources', () => {
      const ids = new Set(rules.map((rule) => rule.id));
      for (const { code, rule, meaning, trigger, fix, sources } of codes) {
        if (rule !== null) expect(ids, code).toContain(rule);
        for (const { en, zh } of [meaning, trigger, fix]) expect([en, zh], code).not.toContain('');
        expect(sources.length, code).toBeGreaterThan(0);
      }
    });
  },
);
