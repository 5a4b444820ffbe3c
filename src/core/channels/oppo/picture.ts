/** What a picture file is, as far as its first bytes say. Pixels. */
export interface PictureFacts {
  readonly format: 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
}

const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const uint16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const uint32 = (bytes: Uint8Array, at: number): number => uint16(bytes, at) * 0x1_0000 + uint16(bytes, at + 2);

/** Start-of-frame markers hold the size; C4, C8 and CC are other things. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegFacts(bytes: Uint8Array): PictureFacts | null {
  let at = 2;
  while (at + 8 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) return { format: 'jpeg', width: uint16(bytes, at + 7), height: uint16(bytes, at + 5) };
    at += 2 + Math.max(2, uint16(bytes, at + 2));
  }
  return null;
}

/** Reads format and size of a PNG (IHDR) or JPEG (SOF); null for anything else. */
export function pictureFacts(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length >= 24 && PNG_START.every((byte, index) => bytes[index] === byte))
    return { format: 'png', width: uint32(bytes, 16), height: uint32(bytes, 20) };
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegFacts(bytes) : null;
}
