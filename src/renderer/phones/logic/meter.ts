/** Bars of the level meter. */
export const METER_BARS = 5;

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

/**
 * The course of a whole sound in `bars` steps, for the meter at rest: the strength of each slice, scaled so that the
 * strongest is 1. Silence stays 0.
 */
export function envelope(samples: Float32Array, bars: number): number[] {
  const slice = Math.max(1, Math.ceil(samples.length / bars));
  const levels = Array.from({ length: bars }, (_, bar) => strength(samples.subarray(bar * slice, (bar + 1) * slice)));
  const strongest = Math.max(...levels);
  return strongest === 0 ? levels : levels.map((level) => level / strongest);
}

/** Root mean square. */
function strength(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample ** 2;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}
