import { describe, expect, it } from 'vitest';
import { barLevels, envelope } from './meter.ts';

describe('barLevels', () => {
  it('is empty for silence and full for full scale', () => {
    expect(barLevels(new Uint8Array(64))).toEqual([0, 0, 0, 0, 0]);
    expect(barLevels(new Uint8Array(64).fill(255))).toEqual([1, 1, 1, 1, 1]);
  });

  it('puts a low tone into the first bar and a high one into the last', () => {
    const low = new Uint8Array(64);
    low[0] = 255;
    expect(barLevels(low)).toEqual([1, 0, 0, 0, 0]);
    const high = new Uint8Array(64);
    high[30] = 51;
    expect(barLevels(high)).toEqual([0, 0, 0, 0, 0.2]);
  });

  it('reads each bin of the lower half in exactly one bar', () => {
    for (let bin = 0; bin < 32; bin += 1) {
      const one = new Uint8Array(64);
      one[bin] = 255;
      expect(barLevels(one).filter((level) => level > 0)).toHaveLength(1);
    }
  });
});

describe('envelope', () => {
  it('shows the course of the sound, the loudest slice at 1', () => {
    const samples = Float32Array.from([0, 0, 0.5, -0.5, 0.25, -0.25]);
    expect(envelope(samples, 3)).toEqual([0, 1, 0.5]);
  });

  it('looks at every sample, also where they do not divide evenly', () => {
    expect(envelope(Float32Array.from([0, 0, 0, 1]), 3)).toEqual([0, 1, 0]);
    expect(envelope(Float32Array.from([0.5]), 3)).toEqual([1, 0, 0]);
  });

  it('leaves silence silent', () => {
    expect(envelope(new Float32Array(10), 3)).toEqual([0, 0, 0]);
  });
});
