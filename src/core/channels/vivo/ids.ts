import type { Ports } from '../../ports.ts';
import { hex } from '../kit/bytes.ts';

const word = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0;

/** 18 digits, as published answers show them; the first is not 0. */
export function newTaskId({ ids }: Ports): string {
  const bytes = ids.bytes(8);
  const high = 100_000_000 + (word(bytes, 0) % 900_000_000);
  return `${high}${String(word(bytes, 4) % 1_000_000_000).padStart(9, '0')}`;
}

export const TASK_ID = /^[1-9]\d{17}$/;

/** An opaque token in the form of a UUID, as tokens have been seen. */
export function newToken({ ids }: Ports): string {
  const digits = hex(ids.bytes(16));
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`];
  return [...parts, digits.slice(20)].join('-');
}
