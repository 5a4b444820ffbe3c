import { describe, expect, it } from 'vitest';
import { MODELS } from './create.ts';
import { skinGaps } from './skin-gaps.ts';

describe('what cannot be known about the looks', () => {
  it.each(skinGaps.map(({ system, gaps }) => [system.en, gaps] as const))('%s: in both languages', (_, gaps) => {
    expect(gaps.length).toBeGreaterThan(0);
    for (const { text } of gaps) {
      expect(text.en).not.toMatch(/\p{sc=Han}/u);
      expect(text.zh).toMatch(/\p{sc=Han}/u);
    }
  });

  it('is told of the system of every built-in phone', () => {
    const told = skinGaps.map(({ system }) => system.en).join('; ');
    for (const { system } of Object.values(MODELS)) expect(told).toContain(system.name);
  });
});
