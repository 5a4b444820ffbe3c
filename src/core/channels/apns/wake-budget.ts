const HOUR = 3_600_000;

/**
 * A token bucket: `perHour` wakes when it is full, and as many come back in an hour, evenly. Counted in ms times
 * `perHour`, so that all numbers are whole. `wakes`: when the app was woken, ms, newest first; the bucket counts as
 * full before the oldest. Returns when the next wake is allowed, ms; null = now. 0 = no limit.
 */
export function nextWake(wakes: readonly number[], perHour: number, now: number): number | null {
  if (perHour === 0 || wakes.length < perHour) return null;
  const full = perHour * HOUR;
  let credit = full;
  let last = 0;
  for (let i = wakes.length - 1; i >= 0; i -= 1) {
    const at = wakes[i] ?? 0;
    credit = Math.max(0, Math.min(full, credit + Math.max(0, at - last) * perHour) - HOUR);
    last = at;
  }
  credit = Math.min(full, credit + Math.max(0, now - last) * perHour);
  return credit >= HOUR ? null : now + Math.ceil((HOUR - credit) / perHour);
}
