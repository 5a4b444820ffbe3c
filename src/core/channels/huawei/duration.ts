import { TTL_MAX_S } from './definition.ts';

/** Seconds in `123`, `123s`, `1.5s`, `123S`; null for anything else. */
export function secondsOf(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)[sS]?$/.exec(text);
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** Life of a message in seconds; null when it is no duration or too long. */
export function lifeOf(text: string): number | null {
  const seconds = secondsOf(text);
  return seconds !== null && seconds <= TTL_MAX_S ? seconds : null;
}

/** Vibration and light steps: over 0 and at most 60 seconds. */
export const isStep = (text: string): boolean => {
  const seconds = secondsOf(text);
  return seconds !== null && seconds > 0 && seconds <= 60;
};

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;

/** ms of an RFC 3339 time in UTC; null when it is none. */
export function timeOf(text: string): number | null {
  if (!RFC3339.test(text)) return null;
  const ms = Date.parse(text.replace(/(\.\d{3})\d*Z$/, '$1Z'));
  return Number.isNaN(ms) ? null : ms;
}
