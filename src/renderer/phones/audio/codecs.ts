// The sample codings that Apple allows for notification sounds, besides plain PCM. G.711: ITU-T Recommendation G.711;
// IMA: Recommended Practices for Enhancing Digital Audio Compatibility, in Apple's packets of 64 samples.

/** One µ-law byte as a sample −1…1. */
export function muLawSample(byte: number): number {
  const bits = ~byte & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + 0x84) << ((bits & 0x70) >> 4)) - 0x84;
  return ((bits & 0x80) === 0 ? magnitude : -magnitude) / 32768;
}

/** One A-law byte as a sample −1…1. */
export function aLawSample(byte: number): number {
  const bits = byte ^ 0x55;
  const segment = (bits & 0x70) >> 4;
  const low = (bits & 0x0f) << 4;
  const magnitude = segment === 0 ? low + 8 : (low + 0x108) << (segment - 1);
  return ((bits & 0x80) === 0 ? -magnitude : magnitude) / 32768;
}

const INDEX_STEP = [-1, -1, -1, -1, 2, 4, 6, 8] as const;
const LAST_STEP = 88;

/** The 89 quantiser steps, each about a tenth above the one before. */
const STEPS: readonly number[] = [
  7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97, 107, 118,
  130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724, 796, 876, 963, 1060,
  1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484,
  7132, 7845, 8630, 9493, 10442, 11487, 12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767,
];

export const IMA_PACKET_BYTES = 34;
export const IMA_PACKET_SAMPLES = 64;

/** One packet of one channel (2 bytes state, 32 bytes of nibbles, low nibble first) into `out` from `at`. */
export function imaPacket(packet: Uint8Array, out: Float32Array, at: number): void {
  const head = ((packet[0] ?? 0) << 8) | (packet[1] ?? 0);
  let predictor = (head & 0xff80) >= 0x8000 ? (head & 0xff80) - 0x10000 : head & 0xff80;
  let index = Math.min(head & 0x7f, LAST_STEP);
  for (let sample = 0; sample < IMA_PACKET_SAMPLES; sample += 1) {
    const byte = packet[2 + (sample >> 1)] ?? 0;
    const nibble = sample % 2 === 0 ? byte & 0x0f : byte >> 4;
    const step = STEPS[index] ?? 7;
    let change = step >> 3;
    if ((nibble & 4) !== 0) change += step;
    if ((nibble & 2) !== 0) change += step >> 1;
    if ((nibble & 1) !== 0) change += step >> 2;
    predictor += (nibble & 8) === 0 ? change : -change;
    predictor = Math.min(32767, Math.max(-32768, predictor));
    index = Math.min(LAST_STEP, Math.max(0, index + (INDEX_STEP[nibble & 7] ?? 0)));
    out[at + sample] = predictor / 32768;
  }
}
