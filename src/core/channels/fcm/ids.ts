import type { Platform } from '../../device/types.ts';
import type { Ports } from '../../ports.ts';
import { hex } from '../kit/bytes.ts';

/** Time in microseconds, 16 digits; the last three are random. */
function micros(now: number, random: number): string {
  const ms = String(Math.abs(Math.trunc(now)))
    .padStart(13, '0')
    .slice(-13);
  return `${ms}${String(random % 1000).padStart(3, '0')}`;
}

const pair = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** Id of a message to one registration: `0:<µs>%<16 hex digits>` on Android, the µs alone on iOS (captured). */
export function messageId(platform: Platform, now: number, ports: Ports): string {
  const bytes = ports.ids.bytes(10);
  const at = micros(now, pair(bytes, 8));
  return platform === 'ios' ? at : `0:${at}%${hex(bytes.subarray(0, 8))}`;
}

/** Id of a message to a topic or condition: digits only. Also the legacy interface's `multicast_id`. */
export function broadcastId(ports: Ports): string {
  const bytes = ports.ids.bytes(10);
  const first = 1 + (pair(bytes, 0) % 9);
  const rest = [2, 4, 6, 8].map((at) => String(pair(bytes, at) % 10_000).padStart(4, '0')).join('');
  return `${first}${String(pair(bytes, 0) % 100).padStart(2, '0')}${rest}`;
}
