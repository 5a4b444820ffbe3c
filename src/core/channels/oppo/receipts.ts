import type { Device } from '../../device/types.ts';
import type { AcceptedPush, DeviceEvent, VendorCallback } from '../types.ts';
import { messageOf } from './payload.ts';
import { receiptPost } from './receipt-post.ts';

const isAlive = (push: AcceptedPush, device: Device): boolean =>
  device.app.installed && device.targets.some(({ token, state }) => token === push.token && state === 'active');

/**
 * Receipts after something happened on the phone: `push_arrive` once its push service has the message, whether or not
 * anything is shown, and `regid_invalid` when the registration died meanwhile. There is none for a tap or an expiry.
 */
export function receipts(
  push: AcceptedPush,
  event: DeviceEvent,
  device: Device,
  now: number,
): readonly VendorCallback[] {
  const { receipts: wish, messageId, appId, taskId } = messageOf(push);
  if (wish === null || event !== 'arrived') return [];
  const entry = {
    messageId,
    appId,
    taskId,
    registrationIds: [push.token],
    at: now,
    event: isAlive(push, device) ? ('push_arrive' as const) : ('regid_invalid' as const),
  };
  const post = receiptPost(wish.url, [[wish, entry]]);
  return post === null ? [] : [post];
}
