import { repairScheme } from './hpack-scheme.ts';

/** The connection preface and the head of a frame (RFC 9113 sections 3.4 and 4.1), in bytes. */
const PREFACE = 24;
const FRAME_HEAD = 9;
const HEADERS = 1;
const CONTINUATION = 9;
const END_HEADERS = 0x04;
const PADDED = 0x08;
const PRIORITY = 0x20;
/** Largest frame that we announce; a longer one is an error that the HTTP/2 library answers. */
const MAX_FRAME = 16_384;
/** Headers that are held back until their block is complete. */
const MAX_BLOCK = 262_144;
const NONE: Buffer = Buffer.alloc(0);

/**
 * Goes over the bytes of an HTTP/2 client and repairs `:scheme: https:`, which Google's servers take and others reset.
 * Only frames of header blocks are held back until the block is complete; everything else passes as it comes.
 * Whatever breaks the rules of framing passes too, from there on unread: the HTTP/2 library behind says what is wrong.
 */
export class SchemeFilter {
  /** Bytes of the preface or of a frame that only have to pass. */
  private passing = PREFACE;
  /** The beginning of a frame whose rest has not come. */
  private begun: Buffer = NONE;
  /** Frames of a header block that has not ended. */
  private block: Buffer[] = [];
  private blockBytes = 0;
  private unread = false;

  /** The bytes to hand on for a chunk that came, in order. */
  push(chunk: Buffer): readonly Buffer[] {
    const out: Buffer[] = [];
    let bytes = this.begun.length === 0 ? chunk : Buffer.concat([this.begun, chunk]);
    this.begun = NONE;
    while (bytes.length > 0) {
      if (this.unread || this.passing > 0) {
        const count = this.unread ? bytes.length : Math.min(this.passing, bytes.length);
        this.passing -= this.unread ? 0 : count;
        out.push(bytes.subarray(0, count));
        bytes = bytes.subarray(count);
      } else {
        const frame = this.frame(bytes, out);
        if (frame === null) {
          // A copy, since a view would keep the socket's whole read buffer alive.
          this.begun = Buffer.from(bytes);
          break;
        }
        bytes = bytes.subarray(frame);
      }
    }
    return out;
  }

  /** Looks at the frame at the beginning: how many bytes were dealt with, or null when more of it has to come. */
  private frame(bytes: Buffer, out: Buffer[]): number | null {
    if (bytes.length < FRAME_HEAD) return null;
    const length = bytes.readUIntBE(0, 3);
    const type = bytes[3];
    if (type !== HEADERS && type !== CONTINUATION) {
      // Inside a header block another frame is an error (section 6.10), which the library is to see.
      out.push(...this.release());
      this.passing = FRAME_HEAD + length;
      return 0;
    }
    if (length > MAX_FRAME || this.blockBytes + length > MAX_BLOCK) {
      out.push(...this.release());
      this.unread = true;
      return 0;
    }
    if (bytes.length < FRAME_HEAD + length) return null;
    const frame = Buffer.from(bytes.subarray(0, FRAME_HEAD + length));
    this.block.push(frame);
    this.blockBytes += frame.length;
    if (flagsOf(frame) & END_HEADERS) {
      const frames = this.release();
      repair(frames);
      out.push(...frames);
    }
    return frame.length;
  }

  private release(): readonly Buffer[] {
    const frames = this.block;
    this.block = [];
    this.blockBytes = 0;
    return frames;
  }
}

const flagsOf = (frame: Buffer): number => frame[4] ?? 0;

/** Repairs the block that lies in these frames, in place. */
function repair(frames: readonly Buffer[]): void {
  const fragments = frames.map(fragmentOf);
  const [first] = fragments;
  if (first !== undefined && fragments.length === 1) {
    repairScheme(first);
    return;
  }
  const whole = Buffer.concat(fragments);
  if (!repairScheme(whole)) return;
  let from = 0;
  for (const fragment of fragments) {
    whole.copy(fragment, 0, from, from + fragment.length);
    from += fragment.length;
  }
}

/** The part of the header block in a frame: a view without padding and priority (section 6.2). Empty when they do not fit. */
function fragmentOf(frame: Buffer): Buffer {
  const flags = frame[3] === HEADERS ? flagsOf(frame) : 0;
  const padded = (flags & PADDED) !== 0;
  const start = FRAME_HEAD + (padded ? 1 : 0) + (flags & PRIORITY ? 5 : 0);
  const end = frame.length - (padded ? (frame[FRAME_HEAD] ?? 0) : 0);
  return start <= end ? frame.subarray(start, end) : NONE;
}
