import { aLawSample, IMA_PACKET_BYTES, IMA_PACKET_SAMPLES, imaPacket, muLawSample } from './codecs.ts';

/** Decoded sound: samples −1…1 per channel. */
export interface Pcm {
  readonly sampleRate: number;
  readonly channels: readonly Float32Array<ArrayBuffer>[];
}

interface Coding {
  readonly sampleRate: number;
  readonly channels: number;
  readonly kind: 'int' | 'float' | 'ulaw' | 'alaw' | 'ima4';
  readonly bits: number;
  readonly littleEndian: boolean;
}

/**
 * Decodes CAF and AIFF/AIFF-C, the two containers iOS plays that browsers do not. Null for any other file, an unknown
 * coding or a broken structure: the caller then leaves it to the browser.
 */
export function decodeAppleAudio(bytes: Uint8Array): Pcm | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (tag(view, 0) === 'caff') return decodeCaf(view);
    if (tag(view, 0) === 'FORM' && (tag(view, 8) === 'AIFF' || tag(view, 8) === 'AIFC')) return decodeAiff(view);
  } catch (error) {
    // DataView throws RangeError past the end: the file is shorter than it says.
    if (error instanceof RangeError) return null;
    throw error;
  }
  return null;
}

function tag(view: DataView, at: number): string {
  if (at + 4 > view.byteLength) return '';
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

// Apple Core Audio Format Specification: 8 byte header, then chunks of type (4), size (8), content.
function decodeCaf(view: DataView): Pcm | null {
  let coding: Coding | null = null;
  for (let at = 8; at + 12 <= view.byteLength; ) {
    const size = Number(view.getBigInt64(at + 4));
    const start = at + 12;
    if (tag(view, at) === 'desc') coding = cafCoding(view, start);
    if (tag(view, at) === 'data') {
      // −1: up to the end of the file. The first four bytes are an edit count.
      const end = size === -1 ? view.byteLength : Math.min(view.byteLength, start + size);
      return coding === null ? null : decodeSamples(view, start + 4, end, coding);
    }
    if (size < 0) return null;
    at = start + size;
  }
  return null;
}

function cafCoding(view: DataView, at: number): Coding | null {
  const flags = view.getUint32(at + 12);
  const format = tag(view, at + 8);
  const kind = format === 'lpcm' ? ((flags & 1) === 0 ? 'int' : 'float') : lawOrIma(format);
  if (kind === null) return null;
  return {
    sampleRate: view.getFloat64(at),
    channels: view.getUint32(at + 24),
    kind,
    bits: view.getUint32(at + 28),
    littleEndian: (flags & 2) !== 0,
  };
}

function lawOrIma(format: string): 'ulaw' | 'alaw' | 'ima4' | null {
  const name = format.toLowerCase();
  return name === 'ulaw' || name === 'alaw' || name === 'ima4' ? name : null;
}

// Audio Interchange File Format: chunks of type (4), size (4), content padded to an even length.
function decodeAiff(view: DataView): Pcm | null {
  let coding: Coding | null = null;
  let sound: { start: number; end: number } | null = null;
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const size = view.getUint32(at + 4);
    const start = at + 8;
    if (tag(view, at) === 'COMM') coding = aiffCoding(view, start, size);
    if (tag(view, at) === 'SSND') {
      sound = { start: start + 8 + view.getUint32(start), end: Math.min(view.byteLength, start + size) };
    }
    at = start + size + (size % 2);
  }
  return coding === null || sound === null ? null : decodeSamples(view, sound.start, sound.end, coding);
}

function aiffCoding(view: DataView, at: number, size: number): Coding | null {
  const bits = view.getInt16(at + 6);
  const common = { sampleRate: extended(view, at + 8), channels: view.getInt16(at), bits };
  const compression = size >= 22 ? tag(view, at + 18) : 'NONE';
  if (compression === 'NONE' || compression === 'twos') return { ...common, kind: 'int', littleEndian: false };
  if (compression === 'sowt') return { ...common, kind: 'int', littleEndian: true };
  if (compression.toLowerCase() === 'fl32') return { ...common, kind: 'float', bits: 32, littleEndian: false };
  const kind = lawOrIma(compression);
  return kind === null ? null : { ...common, kind, littleEndian: false };
}

/** 80-bit floating point, as AIFF writes its sample rate. */
function extended(view: DataView, at: number): number {
  const exponent = (view.getUint16(at) & 0x7fff) - 16383;
  return view.getUint32(at + 2) * 2 ** (exponent - 31) + view.getUint32(at + 6) * 2 ** (exponent - 63);
}

function decodeSamples(view: DataView, start: number, end: number, coding: Coding): Pcm | null {
  const { channels: count, sampleRate } = coding;
  if (count < 1 || count > 8 || !(sampleRate >= 3000 && sampleRate <= 384_000)) return null;
  const channels = coding.kind === 'ima4' ? decodeIma(view, start, end, count) : decodePlain(view, start, end, coding);
  return channels === null || channels[0] === undefined || channels[0].length === 0 ? null : { sampleRate, channels };
}

function decodeIma(view: DataView, start: number, end: number, count: number): Float32Array<ArrayBuffer>[] {
  const packets = Math.floor((end - start) / (IMA_PACKET_BYTES * count));
  const channels = Array.from({ length: count }, () => new Float32Array(packets * IMA_PACKET_SAMPLES));
  for (let packet = 0; packet < packets; packet += 1) {
    for (const [channel, out] of channels.entries()) {
      const at = view.byteOffset + start + (packet * count + channel) * IMA_PACKET_BYTES;
      imaPacket(new Uint8Array(view.buffer, at, IMA_PACKET_BYTES), out, packet * IMA_PACKET_SAMPLES);
    }
  }
  return channels;
}

function decodePlain(view: DataView, start: number, end: number, coding: Coding): Float32Array<ArrayBuffer>[] | null {
  const law = coding.kind === 'ulaw' || coding.kind === 'alaw';
  const bytes = law ? 1 : Math.ceil(coding.bits / 8);
  const read = reader(view, coding, bytes);
  if (read === null) return null;
  const frames = Math.max(0, Math.floor((end - start) / (bytes * coding.channels)));
  return Array.from({ length: coding.channels }, (_, channel) =>
    Float32Array.from({ length: frames }, (_sample, frame) =>
      read(start + (frame * coding.channels + channel) * bytes),
    ),
  );
}

function reader(view: DataView, coding: Coding, bytes: number): ((at: number) => number) | null {
  const little = coding.littleEndian;
  if (coding.kind === 'ulaw') return (at) => muLawSample(view.getUint8(at));
  if (coding.kind === 'alaw') return (at) => aLawSample(view.getUint8(at));
  if (coding.kind === 'float') {
    if (bytes === 4) return (at) => view.getFloat32(at, little);
    return bytes === 8 ? (at) => view.getFloat64(at, little) : null;
  }
  if (bytes === 1) return (at) => view.getInt8(at) / 0x80;
  if (bytes === 2) return (at) => view.getInt16(at, little) / 0x8000;
  if (bytes === 3) {
    return (at) => {
      const [high, low] = little
        ? [view.getInt8(at + 2), view.getUint16(at, true)]
        : [view.getInt8(at), view.getUint16(at + 1)];
      return (high * 0x10000 + low) / 0x80_0000;
    };
  }
  return bytes === 4 ? (at) => view.getInt32(at, little) / 0x8000_0000 : null;
}
