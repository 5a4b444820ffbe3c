import type { Device } from '../../device/types.ts';
import type { AcceptedPush, DeviceEvent, VendorCallback } from '../types.ts';
import { fateOf } from './fate.ts';
import { payloadOf } from './payload.ts';

const DELIVERED = 1;
const CLICKED = 2;
const TIMEOUT_MS = 5000;

/** Which receipt an event gives; null = none. */
function typeOf(push: AcceptedPush, event: DeviceEvent, device: Device, now: number): 1 | 2 | null {
  if (event === 'tapped') return CLICKED;
  if (event === 'expired') return null;
  const fate = fateOf(push, device, now);
  return fate === 'displayed' || fate === 'hidden' ? DELIVERED : null;
}

/**
 * The POST after a message was delivered or clicked: a form with `cb`, JSON keyed by message id and type, and the
 * `access_token` of the console. Sent once; a repeat is not documented. Meizu collects for a second, so that one body
 * may hold many targets; here each target has a body of its own.
 */
export function receipts(
  push: AcceptedPush,
  event: DeviceEvent,
  device: Device,
  now: number,
): readonly VendorCallback[] {
  const { message, messageId, addressed, accessToken } = payloadOf(push);
  if (message.receipt === null) return [];
  const type = typeOf(push, event, device, now);
  if (type === null || (message.receipt.types & type) === 0) return [];
  const { url, param } = message.receipt;
  const cb = JSON.stringify({ [`${messageId}-${type}`]: { param, type, targets: [addressed] } });
  return [
    {
      channel: 'meizu',
      url,
      headers: [['content-type', 'application/x-www-form-urlencoded']],
      body: `cb=${encodeURIComponent(cb.toWellFormed())}&access_token=${encodeURIComponent(accessToken)}`,
      timeoutMs: TIMEOUT_MS,
    },
  ];
}
