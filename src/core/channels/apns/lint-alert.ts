import { isObject, type JsonObject } from '../kit/json.ts';
import { type Note, typeName, valueText } from './lint-note.ts';
import { readAlert } from './payload.ts';

const TEXTS = ['title', 'subtitle', 'body', 'launch-image', 'title-loc-key', 'subtitle-loc-key', 'loc-key'] as const;
const LISTS = ['title-loc-args', 'subtitle-loc-args', 'loc-args'] as const;
const APS_TEXTS = ['thread-id', 'category', 'target-content-id', 'filter-criteria'] as const;

/** Columns that a lock screen gives to one line and to the text; Apple publishes no numbers. */
export const LOCK_SCREEN = { title: 40, body: 160 } as const;

/** Remarks on `alert` and the other texts of `aps`. */
export function lintAlert(aps: JsonObject, note: Note): void {
  for (const key of APS_TEXTS) {
    const value = aps[key];
    if (value !== undefined && typeof value !== 'string')
      note('field-type', { key, expected: 'string', type: typeName(value) });
  }
  const alert = aps.alert;
  if (alert === undefined) return;
  if (isObject(alert)) lintFields(alert, note);
  else if (typeof alert !== 'string') {
    note('alert-type', { received: valueText(alert), type: typeName(alert) });
    return;
  }
  const texts = readAlert(alert);
  if (texts === null) {
    note('alert-empty');
    return;
  }
  const title = columns(texts.title);
  const body = columns(texts.body);
  if (title > LOCK_SCREEN.title) note('title-long', { columns: title, limit: LOCK_SCREEN.title });
  if (body > LOCK_SCREEN.body) note('body-long', { columns: body, limit: LOCK_SCREEN.body });
}

function lintFields(alert: JsonObject, note: Note): void {
  for (const key of TEXTS) {
    const value = alert[key];
    if (value !== undefined && typeof value !== 'string') {
      note('field-type', { key: `alert.${key}`, expected: 'string', type: typeName(value) });
    }
  }
  for (const key of LISTS) {
    const value = alert[key];
    if (value !== undefined && !(Array.isArray(value) && value.every((one) => typeof one === 'string'))) {
      note('field-type', { key: `alert.${key}`, expected: 'array of strings', type: typeName(value) });
    }
  }
}

/** Width of a text in Latin letters; Chinese, Japanese and Korean characters and emoji take two. */
export function columns(text: string | null): number {
  if (text === null) return 0;
  let width = 0;
  for (const char of text) width += isWide(char.codePointAt(0) ?? 0) ? 2 : 1;
  return width;
}

const isWide = (code: number): boolean => (code >= 0x1100 && code <= 0x115f) || code >= 0x2e80;
