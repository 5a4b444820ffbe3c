import { CHINA_OFFSET_MS, chinaDayNumber, DAY_MS } from '../kit/china.ts';

let last = { number: Number.NaN, text: '' };

/** Calendar day in China, `yyyy-MM-dd`. The last answer is kept, since days change rarely. */
export function chinaDay(ms: number): string {
  const number = chinaDayNumber(ms);
  if (number !== last.number) last = { number, text: new Date(number * DAY_MS).toISOString().slice(0, 10) };
  return last.text;
}

/** Minutes since midnight in China. */
const minutesOf = (ms: number): number => Math.floor(((((ms + CHINA_OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS) / 60_000);

/** `HH:mm` in China. */
export function chinaClock(ms: number): string {
  const minutes = minutesOf(ms);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** From 7:00 to 23:00 in China, when operational messages may be shown. */
export function isDay(ms: number): boolean {
  const minutes = minutesOf(ms);
  return minutes >= 7 * 60 && minutes < 23 * 60;
}
