import type { Language } from '../../core/trace/types.ts';

const LOCALE: Readonly<Record<Language, string>> = { en: 'en-GB', zh: 'zh-CN' };

/** Bytes of a text in UTF-8. */
export function byteCount(text: string): number {
  return new TextEncoder().encode(text).length;
}

const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
const FULL: Intl.DateTimeFormatOptions = {
  ...TIME,
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  fractionalSecondDigits: 3,
  timeZoneName: 'shortOffset',
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes a hundred times as long as using it, and a flood of requests uses it for every line. */
function formatOf(kind: 'time' | 'full', locale: string, timeZone: string | undefined): Intl.DateTimeFormat {
  const key = `${kind} ${locale} ${timeZone ?? ''}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const options = kind === 'time' ? TIME : FULL;
  const made = new Intl.DateTimeFormat(locale, timeZone === undefined ? options : { ...options, timeZone });
  formats.set(key, made);
  return made;
}

/** Time of day with seconds, in the zone of the browser: `17:02:11`. */
export function clockTime(ms: number, timeZone?: string): string {
  return formatOf('time', LOCALE.en, timeZone).format(ms);
}

/** Date, time to the ms and zone, for a hover text: `26 Jul 2026, 17:02:11.042 GMT+8`. */
export function fullTime(ms: number, language: Language, timeZone?: string): string {
  return formatOf('full', LOCALE[language], timeZone).format(ms);
}

/** The zone's offset now: `GMT+8`. */
export function zoneName(ms: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'shortOffset' }).formatToParts(ms);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? 'UTC';
}

/** A span of time with the unit that fits: `14 ms`, `2.3 s`, `5 min`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
  return `${Math.round(ms / 60_000)} min`;
}

/** A signed span in the coarsest exact units: `+1 d 2 h`, `−30 s`; `0 s` for nothing. */
export function offsetText(ms: number): string {
  const total = Math.round(Math.abs(ms) / 1000);
  const units = [
    [Math.floor(total / 86_400), 'd'],
    [Math.floor(total / 3600) % 24, 'h'],
    [Math.floor(total / 60) % 60, 'min'],
    [total % 60, 's'],
  ] as const;
  const shown = units.filter(([amount]) => amount > 0).slice(0, 2);
  if (shown.length === 0) return '0 s';
  return (ms < 0 ? '−' : '+') + shown.map(([amount, unit]) => `${amount} ${unit}`).join(' ');
}

/** A long id cut in the middle so that both ends can be compared: `6b1f0c5a…2b3c4d`. */
export function shortId(id: string, head = 8, tail = 6): string {
  return id.length <= head + tail + 1 ? id : `${id.slice(0, head)}…${id.slice(-tail)}`;
}

/** The port of an address; the address itself when it names none. */
export function portOf(address: string): string {
  return URL.canParse(address) ? new URL(address).port || address : address;
}

/** Value for an `<input type="datetime-local">` with seconds, in the browser's zone. */
export function localDateTime(ms: number): string {
  const date = new Date(ms);
  return new Date(ms - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

/** Is the text a JSON object, some other JSON, or none? A hint beside the `ext` field. */
export function jsonKind(text: string): 'object' | 'other' | 'none' {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? 'object' : 'other';
  } catch {
    return 'none';
  }
}
