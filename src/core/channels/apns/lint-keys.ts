import { isObject, type JsonObject } from '../kit/json.ts';
import type { Note } from './lint-note.ts';
import { shown } from './text.ts';

const APS_KEYS: readonly string[] = [
  'alert',
  'badge',
  'sound',
  'thread-id',
  'category',
  'content-available',
  'mutable-content',
  'target-content-id',
  'interruption-level',
  'relevance-score',
  'filter-criteria',
  'url-args',
  'content-changed',
  'timestamp',
  'event',
  'content-state',
  'stale-date',
  'dismissal-date',
  'attributes-type',
  'attributes',
  'input-push-token',
  'input-push-channel',
];

const ALERT_KEYS: readonly string[] = [
  'title',
  'subtitle',
  'body',
  'launch-image',
  'title-loc-key',
  'title-loc-args',
  'subtitle-loc-key',
  'subtitle-loc-args',
  'loc-key',
  'loc-args',
  'action-loc-key',
  'sound',
];

/** Keys of `aps` that do nothing at the top level; words that apps use for their own data are left out. */
const MISPLACED: ReadonlySet<string> = new Set([
  'alert',
  'badge',
  'sound',
  'content-available',
  'mutable-content',
  'interruption-level',
]);

/** Headers that people write into the body, where they do nothing. */
const AS_HEADER: ReadonlyMap<string, string> = new Map([
  ['collapse-id', 'apns-collapse-id'],
  ['apns-collapse-id', 'apns-collapse-id'],
  ['apns-priority', 'apns-priority'],
  ['apns-expiration', 'apns-expiration'],
  ['apns-push-type', 'apns-push-type'],
  ['apns-topic', 'apns-topic'],
  ['apns-id', 'apns-id'],
]);

const APS_SET: ReadonlySet<string> = new Set(APS_KEYS);
const ALERT_SET: ReadonlySet<string> = new Set(ALERT_KEYS);

/** Remarks on keys: spelled nearly right, at the wrong level, or headers inside the body. */
export function lintKeys(payload: JsonObject, note: Note): void {
  for (const key in payload) {
    if (key === 'aps') continue;
    const header = AS_HEADER.get(key);
    if (header !== undefined) note('header-in-body', { key, header });
    else if (MISPLACED.has(key)) note('key-outside-aps', { key });
    else if (key.length === 3 && key.toLowerCase() === 'aps') note('key-spelling', { key, meant: 'aps' });
  }
  const aps = payload.aps;
  if (!isObject(aps)) return;
  spelling(aps, APS_KEYS, APS_SET, note);
  if (isObject(aps.alert)) spelling(aps.alert, ALERT_KEYS, ALERT_SET, note);
}

function spelling(object: JsonObject, known: readonly string[], set: ReadonlySet<string>, note: Note): void {
  for (const key in object) {
    if (set.has(key)) continue;
    const header = AS_HEADER.get(key);
    if (header !== undefined) note('header-in-body', { key, header });
    else {
      const meant = nearest(key, known);
      if (meant !== null) note('key-spelling', { key: shown(key), meant });
    }
  }
}

const plain = (key: string): string => key.toLowerCase().replaceAll(/[-_ ]/g, '');

/** The known key that differs by case, hyphens or (in words of five letters and more) one or two slips. */
export function nearest(key: string, known: readonly string[]): string | null {
  if (key.length > 32) return null;
  const given = plain(key);
  const same = known.find((one) => plain(one) === given);
  if (same !== undefined) return same;
  if (given.length < 4) return null;
  const allowed = given.length >= 8 ? 2 : 1;
  return known.find((one) => slips(given, plain(one), allowed) <= allowed) ?? null;
}

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */
function slips(a: string, b: string, allowed: number): number {
  if (Math.abs(a.length - b.length) > allowed) return allowed + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
