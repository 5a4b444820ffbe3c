import { cafChunks, chunks, readExtended, tag, view } from './reader.ts';
import type { AudioFacts, Encoding, SampleLayout } from './types.ts';

const UNKNOWN: AudioFacts = { container: 'unknown', codec: 'unknown', duration: 0, layout: null };

/** Container, codec and length of an audio file, from its own bytes; the name does not matter. Never throws. */
export function probe(bytes: Uint8Array): AudioFacts {
  try {
    return readContainer(bytes);
  } catch (error) {
    if (error instanceof RangeError) return UNKNOWN;
    throw error;
  }
}

function readContainer(bytes: Uint8Array): AudioFacts {
  if (bytes.length < 12) return UNKNOWN;
  const head = tag(bytes, 0);
  if (head === 'RIFF' && tag(bytes, 8) === 'WAVE') return readWav(bytes);
  if (head === 'FORM' && tag(bytes, 8).startsWith('AIF')) return readAiff(bytes);
  if (head === 'caff') return readCaf(bytes);
  if (head === 'OggS') return { ...UNKNOWN, container: 'ogg', codec: 'vorbis' };
  if (tag(bytes, 4) === 'ftyp') return { ...UNKNOWN, container: 'm4a', codec: 'aac' };
  const mp3 = head.startsWith('ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2);
  return mp3 ? { ...UNKNOWN, container: 'mp3', codec: 'mp3' } : UNKNOWN;
}

const BYTES_PER_IMA_PACKET = 34;
export const FRAMES_PER_IMA_PACKET = 64;

/** Cuts what a header promises to what the file holds. */
function facts(container: AudioFacts['container'], bytes: Uint8Array, stated: SampleLayout): AudioFacts {
  const size = Math.max(0, Math.min(stated.size, bytes.length - stated.start));
  const layout = { ...stated, size, frames: stated.frames !== null && stated.frames >= 0 ? stated.frames : null };
  if (!(layout.sampleRate > 0) || layout.channels <= 0 || layout.channels > 64) return { ...UNKNOWN, container };
  const frames = Math.min(layout.frames ?? Number.MAX_SAFE_INTEGER, countFrames(layout));
  const duration = Math.round((frames / layout.sampleRate) * 1000) / 1000;
  return { container, codec: layout.encoding, duration, layout: { ...layout, frames } };
}

export function countFrames(layout: SampleLayout): number {
  if (layout.encoding === 'ima4') {
    return Math.floor(layout.size / (BYTES_PER_IMA_PACKET * layout.channels)) * FRAMES_PER_IMA_PACKET;
  }
  const bytesPerSample = layout.encoding === 'ulaw' || layout.encoding === 'alaw' ? 1 : layout.bits / 8;
  return Math.floor(layout.size / (bytesPerSample * layout.channels));
}

const WAV_FORMATS: Readonly<Record<number, Encoding>> = { 1: 'pcm', 3: 'float', 6: 'alaw', 7: 'ulaw' };
const WAV_EXTENSIBLE = 0xfffe;

function readWav(bytes: Uint8Array): AudioFacts {
  const data = view(bytes);
  const all = [...chunks(bytes, 12, true)];
  const format = all.find((chunk) => chunk.id === 'fmt ');
  const samples = all.find((chunk) => chunk.id === 'data');
  if (format === undefined || samples === undefined) return { ...UNKNOWN, container: 'wav' };
  const stated = data.getUint16(format.start, true);
  const kind = stated === WAV_EXTENSIBLE ? data.getUint16(format.start + 24, true) : stated;
  const encoding = WAV_FORMATS[kind];
  if (encoding === undefined) return { ...UNKNOWN, container: 'wav' };
  return facts('wav', bytes, {
    encoding,
    channels: data.getUint16(format.start + 2, true),
    sampleRate: data.getUint32(format.start + 4, true),
    bits: data.getUint16(format.start + 14, true),
    littleEndian: true,
    unsigned8: true,
    start: samples.start,
    size: samples.size,
    frames: null,
  });
}

const AIFF_COMPRESSIONS: Readonly<Record<string, { encoding: Encoding; littleEndian: boolean }>> = {
  NONE: { encoding: 'pcm', littleEndian: false },
  twos: { encoding: 'pcm', littleEndian: false },
  sowt: { encoding: 'pcm', littleEndian: true },
  fl32: { encoding: 'float', littleEndian: false },
  FL32: { encoding: 'float', littleEndian: false },
  ulaw: { encoding: 'ulaw', littleEndian: false },
  ULAW: { encoding: 'ulaw', littleEndian: false },
  alaw: { encoding: 'alaw', littleEndian: false },
  ALAW: { encoding: 'alaw', littleEndian: false },
  ima4: { encoding: 'ima4', littleEndian: false },
};

function readAiff(bytes: Uint8Array): AudioFacts {
  const data = view(bytes);
  const all = [...chunks(bytes, 12, false)];
  const common = all.find((chunk) => chunk.id === 'COMM');
  const samples = all.find((chunk) => chunk.id === 'SSND');
  if (common === undefined || samples === undefined) return { ...UNKNOWN, container: 'aiff' };
  const compression = tag(bytes, 8) === 'AIFC' ? tag(bytes, common.start + 18) : 'NONE';
  const known = AIFF_COMPRESSIONS[compression];
  if (known === undefined) return { ...UNKNOWN, container: 'aiff' };
  const frames = data.getUint32(common.start + 2);
  return facts('aiff', bytes, {
    ...known,
    channels: data.getUint16(common.start),
    bits: data.getUint16(common.start + 6),
    sampleRate: readExtended(data, common.start + 8),
    unsigned8: false,
    // The sound data chunk begins with an offset and a block size.
    start: samples.start + 8 + data.getUint32(samples.start),
    size: Math.max(0, samples.size - 8),
    frames: known.encoding === 'ima4' ? frames * FRAMES_PER_IMA_PACKET : frames,
  });
}

const CAF_FORMATS: Readonly<Record<string, Encoding>> = { lpcm: 'pcm', ulaw: 'ulaw', alaw: 'alaw', ima4: 'ima4' };
const CAF_IS_FLOAT = 1;
const CAF_IS_LITTLE_ENDIAN = 2;

function readCaf(bytes: Uint8Array): AudioFacts {
  const data = view(bytes);
  const all = [...cafChunks(bytes)];
  const description = all.find((chunk) => chunk.id === 'desc');
  const samples = all.find((chunk) => chunk.id === 'data');
  if (description === undefined || samples === undefined) return { ...UNKNOWN, container: 'caf' };
  const format = CAF_FORMATS[tag(bytes, description.start + 8)];
  if (format === undefined) return { ...UNKNOWN, container: 'caf' };
  const flags = data.getUint32(description.start + 12);
  const packets = all.find((chunk) => chunk.id === 'pakt');
  return facts('caf', bytes, {
    encoding: format === 'pcm' && (flags & CAF_IS_FLOAT) !== 0 ? 'float' : format,
    sampleRate: data.getFloat64(description.start),
    channels: data.getUint32(description.start + 24),
    bits: data.getUint32(description.start + 28),
    littleEndian: (flags & CAF_IS_LITTLE_ENDIAN) !== 0,
    unsigned8: false,
    // The data chunk begins with an edit count.
    start: samples.start + 4,
    size: Math.max(0, samples.size - 4),
    frames: packets === undefined ? null : Number(data.getBigInt64(packets.start + 8)),
  });
}
