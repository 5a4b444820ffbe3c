import { CHINA_OFFSET_MS, chinaDayNumber } from '../kit/china.ts';

export const HOUR_MS = 3_600_000;

const TIME = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/;
const DAY = /^(\d{4})(\d{2})(\d{2})$/;

const pad = (value: number): string => String(value).padStart(2, '0');

/** `yyyyMMdd` as a number of the day; null when there is no such day. */
export function parseDay(text: string): number | null {
  const match = DAY.exec(text);
  if (match === null) return null;
  const ms = parseTime(`${match[1]}-${match[2]}-${match[3]} 00:00:00`);
  return ms === null ? null : chinaDayNumber(ms);
}

/** `yyyy-MM-dd HH:mm:ss` in China as ms; null when there is no such moment. */
export function parseTime(text: string): number | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return text === utcText(date) ? date.getTime() - CHINA_OFFSET_MS : null;
}

const utcText = (date: Date): string =>
  `${String(date.getUTCFullYear()).padStart(4, '0')}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())} ${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}`;

/** ms as `yyyy-MM-dd HH:mm:ss` in China. */
export const timeText = (ms: number): string => utcText(new Date(ms + CHINA_OFFSET_MS));
