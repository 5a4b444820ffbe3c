/** Bars of the level meter. */
export const METER_BARS = 5;
/** The quietest level that still shows, in dB below full scale. */
const FLOOR_DB = -60;

/**
 * Levels 0…1 for the bars, from an analyser's spectrum (`getByteFrequencyData`: 0…255 per bin). Bins are grouped by
 * octaves as the ear hears them; a bar is the loudest bin of its group. The top octaves, which notification tones do not
 * reach, are left out.
 */
export function barLevels(spectrum: ArrayLike<number>, bars: number = METER_BARS): number[] {
  const top = Math.max(2, Math.floor(spectrum.length / 2));
  const edge = (bar: number) => Math.floor(top ** (bar / bars));
  return Array.from({ length: bars }, (_, bar) => {
    const from = bar === 0 ? 0 : edge(bar);
    const to = Math.max(from + 1, edge(bar + 1));
    let loudest = 0;
    for (let bin = from; bin < to; bin += 1) loudest = Math.max(loudest, spectrum[bin] ?? 0);
    return loudest / 255;
  });
}

/** Loudness 0…1 of samples −1…1 on a decibel scale: silence and −60 dB are 0, full scale is 1. */
export function loudness(samples: ArrayLike<number>): number {
  if (samples.length === 0) return 0;
  let sum = 0;
  for (let at = 0; at < samples.length; at += 1) sum += (samples[at] ?? 0) ** 2;
  const db = 10 * Math.log10(sum / samples.length);
  return Number.isFinite(db) ? Math.min(1, Math.max(0, 1 - db / FLOOR_DB)) : 0;
}

/**
 * The shape of a whole sound in `bars` steps, for the meter at rest: loudness per slice, scaled so that the loudest slice
 * is 1. Silence stays 0.
 */
export function envelope(samples: ArrayLike<number>, bars: number): number[] {
  const slice = Math.max(1, Math.floor(samples.length / bars));
  const levels = Array.from({ length: bars }, (_, bar) => {
    const part = Array.prototype.slice.call(samples, bar * slice, (bar + 1) * slice) as number[];
    return loudness(part);
  });
  const loudest = Math.max(...levels);
  return loudest === 0 ? levels : levels.map((level) => level / loudest);
}
