import type { ChannelId } from '../channels/types.ts';
import type { Ids } from '../ports.ts';
import type { Device, PushTarget } from './types.ts';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i] ?? 0, bytes[i + 1], bytes[i + 2]];
    text += BASE64.charAt(a >> 2) + BASE64.charAt(((a & 3) << 4) | ((b ?? 0) >> 4));
    text += b === undefined ? '=' : BASE64.charAt(((b & 15) << 2) | ((c ?? 0) >> 6));
    text += c === undefined ? '=' : BASE64.charAt(c & 63);
  }
  return text;
}

/** A registration in the form that the vendor hands out: APNs 64 hex digits, the others base64 text (Xiaomi: 44 characters). */
export function newToken(channel: ChannelId, ids: Ids): string {
  return channel === 'apns' ? hex(ids.bytes(32)) : base64(ids.bytes(32));
}

/** The registration that the app on this phone uses now; undefined when it never uploaded one. */
export function activeTarget(device: Device): PushTarget | undefined {
  return device.targets.find((target) => target.state === 'active' && target.topic === device.app.name);
}
