import type { Pcm } from './types.ts';

/** A WAV file with 16-bit samples. */
export function toWav(pcm: Pcm): Uint8Array {
  const size = pcm.samples.length * 2;
  const file = Buffer.alloc(44 + size);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(36 + size, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(pcm.channels, 22);
  file.writeUInt32LE(pcm.sampleRate, 24);
  file.writeUInt32LE(pcm.sampleRate * pcm.channels * 2, 28);
  file.writeUInt16LE(pcm.channels * 2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(size, 40);
  for (let i = 0; i < pcm.samples.length; i++) file.writeInt16LE(pcm.samples[i] ?? 0, 44 + i * 2);
  return file;
}

/** A Core Audio Format file with 16-bit big-endian samples. */
export function toCaf(pcm: Pcm): Uint8Array {
  const size = pcm.samples.length * 2;
  const file = Buffer.alloc(8 + 12 + 32 + 12 + 4 + size);
  file.write('caff', 0, 'latin1');
  file.writeUInt16BE(1, 4);
  file.write('desc', 8, 'latin1');
  file.writeBigInt64BE(32n, 12);
  file.writeDoubleBE(pcm.sampleRate, 20);
  file.write('lpcm', 28, 'latin1');
  file.writeUInt32BE(pcm.channels * 2, 36);
  file.writeUInt32BE(1, 40);
  file.writeUInt32BE(pcm.channels, 44);
  file.writeUInt32BE(16, 48);
  file.write('data', 52, 'latin1');
  file.writeBigInt64BE(BigInt(size + 4), 56);
  for (let i = 0; i < pcm.samples.length; i++) file.writeInt16BE(pcm.samples[i] ?? 0, 68 + i * 2);
  return file;
}
