import { describe, expect, it } from 'vitest';
import { PHONE_VECTORS } from '../testing/golden/android-vectors.ts';
import { PAYLOAD_ROWS } from '../testing/golden/payloads.ts';
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

describe('an Android phone', () => {
  it.each(PHONE_VECTORS.map((vector) => [vector.name, vector.source, vector] as const))(
    '%s (%s)',
    (_name, _source, vector) => {
      const phone = new GoldenPhone(vector.phone, vector.state);
      const seen = vector.events.map((event) => phone.happen(event)).findLast((one) => one !== null);
      const { rules = [], ...rest } = vector.seen ?? {};
      expect(seen).toMatchObject(rest);
      expect(seen?.rules).toEqual(expect.arrayContaining([...rules]));
      expect(phone.end()).toMatchObject(vector.end ?? {});
    },
  );
});

describe('what a message asks for', () => {
  it.each(PAYLOAD_ROWS.map((row) => [row.phone, row.name, row.source, row] as const))(
    '%s: %s (%s)',
    (id, _name, _source, row) => {
      const { rules = [], ...rest } = row.seen;
      const seen = new GoldenPhone(id, row.state).send(row.payload);
      expect(seen).toMatchObject(rest);
      expect(seen.rules).toEqual(expect.arrayContaining([...rules]));
    },
  );
});
