import { notificationsAllowed } from '../../device/android.ts';
import type { Device } from '../../device/types.ts';
import type { AcceptedPush, DeviceEvent, VendorCallback } from '../types.ts';
import { fateOf } from './fate.ts';
import { payloadOf } from './payload.ts';
import { RECEIPT, type ReceiptEntry, receiptPost } from './receipt-post.ts';

function entryOf(push: AcceptedPush, event: DeviceEvent, device: Device, now: number): ReceiptEntry | null {
  const { message, addressed } = payloadOf(push);
  const base = { targets: [addressed ?? push.token], now, jobkey: message.jobkey };
  if (event === 'tapped') return { ...base, type: RECEIPT.clicked };
  if (event === 'expired') return null;
  const fate = fateOf(push, device);
  if (fate === 'lost') return null;
  if (fate !== 'acknowledged') return { ...base, targets: [push.token], type: RECEIPT.invalid, errorCode: 1 };
  return { ...base, type: RECEIPT.delivered, barStatus: notificationsAllowed(device) ? 'Enable' : 'Disable' };
}

/**
 * Receipts after something happened on the phone: 1 delivered (also when the user blocks notifications), 2 clicked,
 * 16 when the phone reports the registration or app as gone. None for an expired message or a lost pass-through one.
 */
export function receipts(
  push: AcceptedPush,
  event: DeviceEvent,
  device: Device,
  now: number,
): readonly VendorCallback[] {
  const { message, messageId } = payloadOf(push);
  const entry = message.receipts ? entryOf(push, event, device, now) : null;
  const post = entry ? receiptPost(message.receipts, messageId, entry) : null;
  return post ? [post] : [];
}
