import { CHINA_OFFSET_MS, DAY_MS } from '../kit/china.ts';

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
