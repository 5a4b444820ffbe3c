import { randomFillSync } from 'node:crypto';
import type { Ids } from '../../core/ports.ts';

const POOL_BYTES = 8192;
const ID_BYTES = 10;

/**
 * Random identifiers from the system's generator. Bytes are drawn in blocks, because one call per
 * identifier costs more than everything else that is done with it.
 */
export function createIds(): Ids {
  const pool = Buffer.alloc(POOL_BYTES);
  let used = POOL_BYTES;

  function take(count: number): Buffer {
    if (used + count > POOL_BYTES) {
      randomFillSync(pool);
      used = 0;
    }
    used += count;
    return pool.subarray(used - count, used);
  }

  return {
    next: (prefix) => `${prefix}${take(ID_BYTES).toString('hex')}`,
    bytes(count) {
      if (count > POOL_BYTES) return new Uint8Array(randomFillSync(Buffer.alloc(count)));
      return new Uint8Array(take(count));
    },
  };
}
