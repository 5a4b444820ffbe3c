import { describe, expect, it } from 'vitest';
import { ANDROID_IDS, GoldenPhone, type Seen } from '../testing/golden/phones.ts';
import { STATE_ROWS } from '../testing/golden/states.ts';

/** What was seen, in the letters of the table. */
function lettersOf(seen: Seen): string {
  if (seen.result === 'silent') return 'a';
  if (seen.result === 'suppressed') return 'x';
  const letters: readonly (readonly [string, boolean])[] = [
    ['s', seen.sound !== null],
    ['v', seen.vibrated],
    ['h', seen.headsUp],
    ['q', seen.quiet],
    ['l', seen.lock === 'hidden'],
    ['n', seen.lock === 'none'],
  ];
  return `${letters.map(([letter, on]) => (on ? letter : '')).join('')}${seen.badge}`;
}

describe('a plain notification in every state of the phone', () => {
  for (const { name, source, state, expected } of STATE_ROWS) {
    it.each(ANDROID_IDS.map((id) => [id, expected[id]] as const))(`${name} (${source}): %s %s`, (id, letters) => {
      expect(lettersOf(new GoldenPhone(id, state).send())).toBe(letters);
    });
  }
});
