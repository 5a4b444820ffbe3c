/** What firebase-admin for Node sends as `:scheme`, and what takes its place: as long in every encoding, and well formed. */
export const MALFORMED_SCHEME = 'https:';
export const REPLACED_SCHEME = 'https.';
const MALFORMED = Buffer.from(MALFORMED_SCHEME, 'latin1');
const REPLACEMENT = Buffer.from(REPLACED_SCHEME, 'latin1');

/** The same two in the Huffman code of RFC 7541 appendix B: both take five bytes, padded with ones. */
const MALFORMED_HUFFMAN = Buffer.from('9d29ad173f', 'hex');
const REPLACEMENT_HUFFMAN = Buffer.from('9d29ad0bff', 'hex');

/** `:scheme` stands twice in the static table (RFC 7541 appendix A). */
const SCHEME_INDEXES: ReadonlySet<number> = new Set([6, 7]);
const SCHEME_NAME = Buffer.from(':scheme', 'latin1');
const SCHEME_NAME_HUFFMAN = Buffer.from('b8824e5a4b', 'hex');

/** Thrown inside this file only: the block ends in the middle of something, so it is left as it is. */
class Truncated extends Error {}

/**
 * Replaces the value `https:` of `:scheme` in a complete header block, in place. Only the structure is read: no
 * dynamic table is needed, since a value of the same length leaves the tables of both sides in step. Blocks that
 * cannot be walked are left alone; the HTTP/2 library refuses them.
 */
export function repairScheme(block: Buffer): boolean {
  try {
    return new Walk(block).run();
  } catch (error) {
    if (error instanceof Truncated) return false;
    throw error;
  }
}

class Walk {
  private readonly block: Buffer;
  private at = 0;

  constructor(block: Buffer) {
    this.block = block;
  }

  run(): boolean {
    let repaired = false;
    while (this.at < this.block.length) {
      const first = this.block[this.at] ?? 0;
      // RFC 7541 section 6: indexed field, literal to be indexed, table size, literal not to be indexed.
      if (first & 0x80) this.integer(7);
      else if (first & 0x40) repaired = this.literal(6) || repaired;
      else if (first & 0x20) this.integer(5);
      else repaired = this.literal(4) || repaired;
    }
    return repaired;
  }

  private literal(prefix: number): boolean {
    const index = this.integer(prefix);
    const isScheme = index === 0 ? this.isSchemeName(this.string()) : SCHEME_INDEXES.has(index);
    const value = this.string();
    return isScheme && this.repair(value);
  }

  private isSchemeName({ bytes, huffman }: Text): boolean {
    return bytes.equals(huffman ? SCHEME_NAME_HUFFMAN : SCHEME_NAME);
  }

  private repair({ bytes, huffman }: Text): boolean {
    if (!bytes.equals(huffman ? MALFORMED_HUFFMAN : MALFORMED)) return false;
    (huffman ? REPLACEMENT_HUFFMAN : REPLACEMENT).copy(bytes);
    return true;
  }

  /** RFC 7541 section 5.2. The bytes are a view of the block. */
  private string(): Text {
    const huffman = ((this.block[this.at] ?? 0) & 0x80) !== 0;
    const length = this.integer(7);
    const end = this.at + length;
    if (end > this.block.length) throw new Truncated();
    const bytes = this.block.subarray(this.at, end);
    this.at = end;
    return { bytes, huffman };
  }

  /** RFC 7541 section 5.1. */
  private integer(prefix: number): number {
    const mask = 2 ** prefix - 1;
    let value = this.byte() & mask;
    if (value < mask) return value;
    for (let shift = 0; ; shift += 7) {
      const next = this.byte();
      value += (next & 0x7f) * 2 ** shift;
      if ((next & 0x80) === 0) return value;
      if (shift > 28) throw new Truncated();
    }
  }

  private byte(): number {
    const byte = this.block[this.at];
    if (byte === undefined) throw new Truncated();
    this.at++;
    return byte;
  }
}

interface Text {
  readonly bytes: Buffer;
  readonly huffman: boolean;
}
