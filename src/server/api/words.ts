const CHINESE = new Map<string, string>();

/**
 * What a schema asks for, as the message of a zod check: `.regex(PATTERN, words('Give a whole number', '请填写整数'))`.
 * Without a full stop at the end. zod carries the English only; `inChinese` finds the other language again.
 */
export function words(en: string, zh: string): string {
  CHINESE.set(en, zh);
  return en;
}

/** The Chinese of what `words` was given; undefined for messages of zod's own. */
export const inChinese = (en: string): string | undefined => CHINESE.get(en);
