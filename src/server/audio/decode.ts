import { countFrames, FRAMES_PER_IMA_PACKET } from './probe.ts';
import { view } from './reader.ts';
import type { Pcm, SampleLayout } from './types.ts';

/** Decodes to 16-bit samples; the browser plays these as WAV whatever the file was. */
export function decode(bytes: Uint8Array, layout: SampleLayout): Pcm {
  const { sampleRate, channels } = layout;
  const samples = layout.encoding === 'ima4' ? decodeIma(bytes, layout) : decodeLinear(bytes, layout);
  return { sampleRate: Math.round(sampleRate), channels, samples };
}

function decodeLinear(bytes: Uint8Array, layout: SampleLayout): Int16Array {
  const data = view(bytes);
  const count = Math.min(layout.frames ?? Number.MAX_SAFE_INTEGER, countFrames(layout)) * layout.channels;
  const width = layout.encoding === 'ulaw' || layout.encoding === 'alaw' ? 1 : layout.bits / 8;
  const read = sampleReader(data, layout);
  const samples = new Int16Array(count);
  for (let i = 0; i < count; i++) samples[i] = read(layout.start + i * width);
  return samples;
}

const clamp = (value: number): number => Math.max(-32768, Math.min(32767, Math.round(value)));

function sampleReader(data: DataView, layout: SampleLayout): (at: number) => number {
  const little = layout.littleEndian;
  switch (layout.encoding) {
    case 'ulaw':
      return (at) => fromUlaw(data.getUint8(at));
    case 'alaw':
      return (at) => fromAlaw(data.getUint8(at));
    case 'float':
      return layout.bits === 64
        ? (at) => clamp(data.getFloat64(at, little) * 32767)
        : (at) => clamp(data.getFloat32(at, little) * 32767);
    default:
      return pcmReader(data, layout);
  }
}

function pcmReader(data: DataView, layout: SampleLayout): (at: number) => number {
  const little = layout.littleEndian;
  if (layout.bits === 8)
    return layout.unsigned8 ? (at) => (data.getUint8(at) - 128) << 8 : (at) => data.getInt8(at) << 8;
  if (layout.bits === 24) return (at) => (little ? data.getInt16(at + 1, true) : data.getInt16(at));
  if (layout.bits === 32) return (at) => data.getInt32(at, little) >> 16;
  return (at) => data.getInt16(at, little);
}

/** ITU-T G.711 µ-law. */
export function fromUlaw(byte: number): number {
  const u = ~byte & 0xff;
  const magnitude = (((u & 0x0f) << 3) + 0x84) << ((u & 0x70) >> 4);
  return (u & 0x80) !== 0 ? 0x84 - magnitude : magnitude - 0x84;
}

/** ITU-T G.711 A-law. */
export function fromAlaw(byte: number): number {
  const a = byte ^ 0x55;
  const segment = (a & 0x70) >> 4;
  const base = (a & 0x0f) << 4;
  const magnitude = segment === 0 ? base + 8 : (base + 0x108) << (segment - 1);
  return (a & 0x80) !== 0 ? magnitude : -magnitude;
}

const IMA_INDEX_STEPS = [-1, -1, -1, -1, 2, 4, 6, 8, -1, -1, -1, -1, 2, 4, 6, 8];
// The IMA step table grows by about a tenth each time; these are the standard's 89 integers.
const IMA_STEPS = [
  7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97, 107, 118,
  130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724, 796, 876, 963, 1060,
  1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484,
  7132, 7845, 8630, 9493, 10442, 11487, 12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767,
];

/** Apple's IMA4: packets of 34 bytes for each channel in turn, 64 samples each, predictor and step index in front. */
function decodeIma(bytes: Uint8Array, layout: SampleLayout): Int16Array {
  const data = view(bytes);
  const { channels } = layout;
  const packets = Math.floor(layout.size / (34 * channels));
  const samples = new Int16Array(packets * FRAMES_PER_IMA_PACKET * channels);
  for (let packet = 0; packet < packets; packet++) {
    for (let channel = 0; channel < channels; channel++) {
      const at = layout.start + (packet * channels + channel) * 34;
      decodeImaPacket(data, at, (index, value) => {
        samples[(packet * FRAMES_PER_IMA_PACKET + index) * channels + channel] = value;
      });
    }
  }
  return layout.frames === null ? samples : samples.subarray(0, layout.frames * channels);
}

function decodeImaPacket(data: DataView, at: number, put: (index: number, value: number) => void): void {
  const head = data.getInt16(at);
  let predictor = head & ~0x7f;
  let index = Math.min(88, head & 0x7f);
  for (let i = 0; i < FRAMES_PER_IMA_PACKET; i++) {
    const byte = data.getUint8(at + 2 + (i >> 1));
    const nibble = i % 2 === 0 ? byte & 0x0f : byte >> 4;
    const step = IMA_STEPS[index] ?? 7;
    let difference = step >> 3;
    if ((nibble & 4) !== 0) difference += step;
    if ((nibble & 2) !== 0) difference += step >> 1;
    if ((nibble & 1) !== 0) difference += step >> 2;
    predictor = clamp((nibble & 8) !== 0 ? predictor - difference : predictor + difference);
    index = Math.max(0, Math.min(88, index + (IMA_INDEX_STEPS[nibble] ?? 0)));
    put(i, predictor);
  }
}
