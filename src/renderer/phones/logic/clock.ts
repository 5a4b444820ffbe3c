export type Language = 'en' | 'zh';
/** How a system writes time: both of these are the default of the system in that language. */
export type ClockStyle = 'ios' | 'miui';

const LOCALE: Readonly<Record<Language, string>> = { en: 'en-US', zh: 'zh-CN' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Formats are costly to make and there are few of them. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(LOCALE[language], options);
    formats.set(key, found);
  }
  return found;
}

function zone(timeZone: string | undefined): Intl.DateTimeFormatOptions {
  return timeZone === undefined ? {} : { timeZone };
}

/**
 * The big clock and the status bar, without am/pm. iOS in English counts to 12 with no leading zero, everything else
 * to 24 with two digits. `now` in ms; `timeZone` is the viewer's unless given.
 */
export function clockText(now: number, style: ClockStyle, language: Language, timeZone?: string): string {
  const twelve = style === 'ios' && language === 'en';
  const parts = format(language, {
    hour: twelve ? 'numeric' : '2-digit',
    minute: '2-digit',
    hourCycle: twelve ? 'h12' : 'h23',
    ...zone(timeZone),
  }).formatToParts(now);
  return parts.flatMap((part) => (part.type === 'hour' || part.type === 'minute' ? [part.value] : [])).join(':');
}

/** The line beside the clock: `Tuesday, September 9`, `9月9日 星期二`; MIUI short: `Tue, Sep 9`, `9月9日 周二`. */
export function dateText(now: number, style: ClockStyle, language: Language, timeZone?: string): string {
  const long = style === 'ios';
  const day = format(language, {
    month: long || language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...zone(timeZone),
  });
  const weekday = format(language, { weekday: long ? 'long' : 'short', ...zone(timeZone) });
  return language === 'zh' ? `${day.format(now)} ${weekday.format(now)}` : `${weekday.format(now)}, ${day.format(now)}`;
}

/**
 * The age at the right of a notification: now, minutes, hours, from a day on the date. A time in the future (the clock
 * was set back) counts as now.
 */
export function ageText(at: number, now: number, style: ClockStyle, language: Language, timeZone?: string): string {
  const age = Math.max(0, now - at);
  if (age < MINUTE) return nowWord(style, language);
  if (age < HOUR) return unit(Math.floor(age / MINUTE), 'minute', style, language);
  if (age < 24 * HOUR) return unit(Math.floor(age / HOUR), 'hour', style, language);
  return format(language, { month: 'short', day: 'numeric', ...zone(timeZone) }).format(at);
}

function nowWord(style: ClockStyle, language: Language): string {
  if (language === 'en') return style === 'ios' ? 'now' : 'Now';
  return style === 'ios' ? '现在' : '刚刚';
}

function unit(count: number, of: 'minute' | 'hour', style: ClockStyle, language: Language): string {
  if (language === 'zh') return `${count}${of === 'minute' ? '分钟' : '小时'}前`;
  const short = of === 'minute' ? 'm' : 'h';
  return style === 'ios' ? `${count}${short} ago` : `${count}${of === 'minute' ? ' min' : ' h'} ago`;
}
