import type { Ports } from '../../ports.ts';
import { hex } from '../kit/bytes.ts';

/** A message id: 32 hex digits, as the document prints one. */
export const messageId = ({ ids }: Ports): string => hex(ids.bytes(16));

/** A positive number below 2³¹ that depends on the text only. */
export function numberOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash & 0x7fff_ffff || 1;
}
