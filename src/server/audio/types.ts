import type { AppSound } from '../../core/device/types.ts';

/** How the samples are stored. `float` is accepted for reading; phones do not play it as a notification sound. */
export type Encoding = 'pcm' | 'float' | 'ulaw' | 'alaw' | 'ima4';

/** Where the samples lie and how to read them. */
export interface SampleLayout {
  readonly encoding: Encoding;
  readonly sampleRate: number;
  readonly channels: number;
  readonly bits: number;
  readonly littleEndian: boolean;
  /** 8-bit WAV samples are unsigned, those of AIFF and CAF are signed. */
  readonly unsigned8: boolean;
  readonly start: number;
  readonly size: number;
  /** Frames the file says are valid; null = count them. */
  readonly frames: number | null;
}

export interface AudioFacts {
  readonly container: AppSound['container'];
  /** One of the names that a phone's rules know, or `unknown`. */
  readonly codec: string;
  /** Seconds; 0 when it cannot be told. */
  readonly duration: number;
  /** null when the samples cannot be decoded here. */
  readonly layout: SampleLayout | null;
}

export interface Pcm {
  readonly sampleRate: number;
  readonly channels: number;
  /** Interleaved, 16 bit. */
  readonly samples: Int16Array;
}
