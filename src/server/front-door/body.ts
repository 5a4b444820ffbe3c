const EMPTY: Buffer = Buffer.alloc(0);

/** Collects a request's body up to a limit. */
export class Body {
  private readonly limit: number;
  private chunks: Buffer[] = [];
  size = 0;
  tooLarge = false;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Takes a chunk; false once the limit was passed (what is beyond it is dropped). */
  add(chunk: Buffer): boolean {
    const room = this.limit - this.size;
    if (chunk.length > room) {
      this.tooLarge = true;
      if (room > 0) this.chunks.push(chunk.subarray(0, room));
      this.size = this.limit;
      return false;
    }
    this.chunks.push(chunk);
    this.size += chunk.length;
    return true;
  }

  /**
   * The bytes so far, always a copy: chunks are views of the socket's large read buffers, and a recorded
   * request would keep those alive.
   */
  take(): Buffer {
    const [first] = this.chunks;
    if (first === undefined) return EMPTY;
    return this.chunks.length === 1 ? Buffer.from(first) : Buffer.concat(this.chunks, this.size);
  }
}
