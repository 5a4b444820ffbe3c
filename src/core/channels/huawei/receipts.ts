import type { Device } from '../../device/types.ts';
import type { HuaweiReceiver } from '../credentials.ts';
import { decodeBase64, encodeBase64, encodeUtf8, hex } from '../kit/bytes.ts';
import type { AcceptedPush, DeviceEvent, ReceiptContext, VendorCallback } from '../types.ts';
import { type HuaweiMessage, payloadOf } from './payload.ts';
import { present } from './present.ts';

const TIMEOUT_MS = 5000;
/** Three more tries. */
const RETRIES_MS = [1000, 2000, 4000];
/** Items for one address are collected for up to a second; a body holds at most a hundred. */
const GATHER = { windowMs: 1000, limit: 100, items: { type: 'list', member: 'statuses' } } as const;

/** Numbers of the receipts by the rule that kept a message from the phone; 0 = it arrived. */
const BY_CAUSE: Readonly<Record<string, number>> = {
  'huawei-device-installed': 2,
  'huawei-device-registered': 5,
  'huawei-device-process': 27,
  'huawei-device-data-stopped': 27,
  'huawei-device-profile': 144,
  'huawei-device-quota': 102,
  'huawei-device-daily': 102,
  'huawei-device-absent': 10,
  'huawei-device-repeat': 15,
  'android-permission': 6,
  'android-channel-off': 6,
  'android-shade-full': 6,
};
const V3_QUOTA = 256;
const OVERWRITTEN = 15;
const INACTIVE = 10;

function statusOf(push: AcceptedPush, device: Device, now: number, { profile }: ReceiptContext): number {
  const { cause } = present(push, device, { now, profile });
  if (cause === null) return 0;
  const status = BY_CAUSE[cause] ?? 14;
  return status === 102 && payloadOf(push).message.generation === 'v3' ? V3_QUOTA : status;
}

/** The address that the message chose by `receipt_id`, else the app's own, else that of its project. */
function addressOf(message: HuaweiMessage, { credentials }: ReceiptContext): HuaweiReceiver | undefined {
  const { apps, projectReceipts = [] } = credentials.huawei;
  const app = apps.find(({ appId }) => appId === message.appId);
  const chosen = message.receiptId;
  if (chosen !== null) {
    const project = apps.filter(({ projectId }) => projectId === app?.projectId);
    return project.flatMap(({ receipts }) => receipts).find(({ id }) => id === chosen);
  }
  const ofProject = (id: string | null | undefined) => projectReceipts.find(({ projectId }) => projectId === id);
  return app?.receipts.find(({ id }) => id === null) ?? ofProject(app?.projectId) ?? ofProject(null);
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** New secrets of the console are base64, old ones are used as they are. */
function keyOf(secret: string): Uint8Array {
  const decoded = BASE64.test(secret) ? decodeBase64(secret) : null;
  return decoded ?? encodeUtf8(secret);
}

function uuid(bytes: Uint8Array): string {
  const text = hex(bytes);
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20, 32)].join('-');
}

/** `X-HUAWEI-CALLBACK-ID`: HMAC-SHA256 over time, nonce and user name, joined without separators. */
function signature(address: HuaweiReceiver, now: number, { ports }: ReceiptContext): VendorCallback['headers'] {
  const { userName, secret } = address;
  if (userName === null || secret === null) return [];
  const nonce = uuid(ports.ids.bytes(16));
  const value = encodeBase64(ports.crypto.hmacSha256(keyOf(secret), `${now}${nonce}${userName}`));
  return [['x-huawei-callback-id', `timestamp=${now}; nonce=${nonce}; value=${value}`]];
}

function entryOf(push: AcceptedPush, status: number, now: number): object {
  const { message } = payloadOf(push);
  const { biTag, requestId, appId, generation } = message;
  if (generation === 'v3') {
    const result = { result: status, timestamp: now };
    const form =
      message.pushType === 1 ? { formStatus: { formId: formIdOf(message), ...result } } : { deliveryStatus: result };
    return { token: push.token, ...form, pushType: message.pushType, appPackageName: push.app, biTag, requestId };
  }
  const base = { biTag, appid: appId, token: push.token, status, timestamp: now };
  return generation === 'legacy' ? base : { ...base, requestId };
}

/** A form update carries its form's id as data. */
const formIdOf = ({ data }: HuaweiMessage): number => Number(data ?? 0);

/** Bodies are apart by address, since each has a user and a secret of its own, and by the form of their items. */
function keyOfBody({ userName, secret }: HuaweiReceiver, generation: string, { ports }: ReceiptContext): string {
  // Keys travel with receipts, so the secret itself is not in them.
  const mark = secret === null ? null : ports.crypto.sha256Hex(secret);
  return JSON.stringify([userName, mark, generation]);
}

function receiptOf(
  push: AcceptedPush,
  status: number,
  now: number,
  context: ReceiptContext,
): readonly VendorCallback[] {
  const { message } = payloadOf(push);
  const address = addressOf(message, context);
  if (address === undefined) return [];
  return [
    {
      channel: 'huawei',
      url: address.url,
      headers: [['content-type', 'application/json'], ...signature(address, now, context)],
      body: JSON.stringify({ statuses: [entryOf(push, status, now)] }),
      timeoutMs: TIMEOUT_MS,
      retryDelaysMs: RETRIES_MS,
      accept: { type: 'member', name: 'code', value: '0' },
      gather: { ...GATHER, key: keyOfBody(address, message.generation, context) },
    },
  ];
}

/** One receipt when a message has met the phone, shown or not; none for taps and for messages whose life ended. */
export function receipts(
  push: AcceptedPush,
  event: DeviceEvent,
  device: Device,
  now: number,
  context: ReceiptContext,
): readonly VendorCallback[] {
  if (event !== 'arrived' || addressOf(payloadOf(push).message, context) === undefined) return [];
  return receiptOf(push, statusOf(push, device, now, context), now, context);
}

/** The phone has been away for so long that its registration counts as inactive. */
export const absenceReceipts = (push: AcceptedPush, now: number, context: ReceiptContext): readonly VendorCallback[] =>
  receiptOf(push, INACTIVE, now, context);

/** A newer message took the place of one that waited for an offline phone. */
export function droppedReceipts(push: AcceptedPush, now: number, context: ReceiptContext): readonly VendorCallback[] {
  const isOver = push.expiresAt === null || push.expiresAt <= now;
  return isOver ? [] : receiptOf(push, OVERWRITTEN, now, context);
}
