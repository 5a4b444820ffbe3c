/** China has one time zone and no summer time. */
export const CHINA_OFFSET_MS = 8 * 3_600_000;
export const DAY_MS = 86_400_000;

/** Number of the calendar day in China, by which its vendors count. */
export const chinaDayNumber = (ms: number): number => Math.floor((ms + CHINA_OFFSET_MS) / DAY_MS);

/** A number of the day as `yyyy-MM-dd`. */
export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

let last = { number: Number.NaN, text: '' };

/** Calendar day in China, `yyyy-MM-dd`. The last answer is kept, since days change rarely. */
export function chinaDate(ms: number): string {
  const number = chinaDayNumber(ms);
  if (number !== last.number) last = { number, text: dayText(number) };
  return last.text;
}

/** `yyyy-MM-dd HH:mm:ss` in China. */
export const chinaTime = (ms: number): string =>
  new Date(ms + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
