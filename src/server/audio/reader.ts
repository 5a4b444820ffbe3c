export interface Chunk {
  readonly id: string;
  /** First byte of the chunk's content. */
  readonly start: number;
  readonly size: number;
}

export const tag = (bytes: Uint8Array, at: number): string =>
  Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');

export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Chunks of a RIFF or IFF file from `start`: 4 characters, 4 bytes length, padded to even. */
export function* chunks(bytes: Uint8Array, start: number, littleEndian: boolean): Generator<Chunk> {
  const data = view(bytes);
  for (let at = start; at + 8 <= bytes.length; ) {
    const size = data.getUint32(at + 4, littleEndian);
    yield { id: tag(bytes, at), start: at + 8, size: Math.min(size, bytes.length - at - 8) };
    at += 8 + size + (size % 2);
  }
}

/** Chunks of a Core Audio Format file: lengths have 8 bytes; -1 means "to the end of the file". */
export function* cafChunks(bytes: Uint8Array): Generator<Chunk> {
  const data = view(bytes);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const stated = data.getBigInt64(at + 4);
    const left = bytes.length - at - 12;
    const size = stated < 0n || stated > BigInt(left) ? left : Number(stated);
    yield { id: tag(bytes, at), start: at + 12, size };
    at += 12 + size;
  }
}

/** 80-bit IEEE extended number, as AIFF writes its sample rate. */
export function readExtended(data: DataView, at: number): number {
  const exponent = data.getUint16(at) & 0x7fff;
  const mantissa = data.getUint32(at + 2) * 2 ** 32 + data.getUint32(at + 6);
  return exponent === 0 && mantissa === 0 ? 0 : mantissa * 2 ** (exponent - 16383 - 63);
}
