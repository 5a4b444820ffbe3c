import type { Device } from '../../device/types.ts';
import type { AcceptedPush, DeviceEvent, ReceiptContext, VendorCallback } from '../types.ts';
import { fateOf } from './fate.ts';
import { payloadOf } from './payload.ts';

const DELIVERED = 1;
const CLICKED = 2;
const TIMEOUT_MS = 5000;
/** Meizu collects for a second. No limit is documented; a thousand is what one send may name. */
const GATHER = { windowMs: 1000, limit: 1000, items: { type: 'form', field: 'cb', member: 'targets' } } as const;

/** Which receipt an event gives; null = none. */
function typeOf(push: AcceptedPush, event: DeviceEvent, device: Device, now: number): 1 | 2 | null {
  if (event === 'tapped') return CLICKED;
  if (event === 'expired') return null;
  const fate = fateOf(push, device, now);
  return fate === 'displayed' || fate === 'hidden' ? DELIVERED : null;
}

/** The console hands this out with a receipt address; here it follows from the app, so that it stays the same. */
function accessTokenOf(appId: string, { ports, credentials }: ReceiptContext): string {
  const secret = credentials.meizu.apps.find((app) => app.appId === appId)?.appSecret ?? '';
  return ports.crypto.md5Hex(`receipts ${appId} ${secret}`);
}

/**
 * The POST after a message was delivered or clicked: a form with `cb`, JSON keyed by message id and type, and the
 * `access_token` of the console. Sent once; a repeat is not documented. What one app's messages give within a second goes
 * out in one body, deliveries and clicks apart.
 */
export function receipts(
  push: AcceptedPush,
  event: DeviceEvent,
  device: Device,
  now: number,
  context: ReceiptContext,
): readonly VendorCallback[] {
  const { message, messageId, addressed, appId } = payloadOf(push);
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
      body: `cb=${encodeURIComponent(cb.toWellFormed())}&access_token=${accessTokenOf(appId, context)}`,
      timeoutMs: TIMEOUT_MS,
      gather: { ...GATHER, key: `${appId} ${type}` },
    },
  ];
}
