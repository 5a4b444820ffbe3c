import { describe, expect, it } from 'vitest';
import { barLevels, envelope, loudness } from './meter.ts';

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

describe('loudness', () => {
  it('is a decibel scale from −60 dB to full scale', () => {
    expect(loudness([])).toBe(0);
    expect(loudness([0, 0])).toBe(0);
    expect(loudness([1, -1])).toBe(1);
    expect(loudness([0.001, -0.001])).toBeCloseTo(0);
    expect(loudness([0.0316, -0.0316])).toBeCloseTo(0.5, 2);
  });
});

describe('envelope', () => {
  it('shows the course of the sound, the loudest slice at 1', () => {
    const samples = Float32Array.from([0, 0, 0.5, -0.5, 0.05, -0.05]);
    const [silent, loud, faint] = envelope(samples, 3);
    expect(silent).toBe(0);
    expect(loud).toBe(1);
    expect(faint).toBeGreaterThan(0.4);
    expect(faint).toBeLessThan(1);
  });

  it('leaves silence silent', () => {
    expect(envelope(new Float32Array(10), 3)).toEqual([0, 0, 0]);
  });
});
