import type { VendorCallback } from '../types.ts';
import type { ReceiptWish } from './payload.ts';

/** The numbers of the receipts, which are also their bits in `extra.callback.type`. */
export const RECEIPT = {
  delivered: 1,
  clicked: 2,
  invalid: 16,
  switchedOff: 32,
  filtered: 64,
  overQuota: 128,
} as const;
export type ReceiptType = (typeof RECEIPT)[keyof typeof RECEIPT];

export interface ReceiptEntry {
  readonly type: ReceiptType;
  readonly targets: readonly string[];
  readonly now: number;
  readonly jobkey: string | null;
  readonly barStatus?: 'Enable' | 'Disable' | 'Unknown';
  readonly errorCode?: 1 | 2 | 3;
  /** `ack` and `quota` of receipt 128, as texts. */
  readonly extra?: Readonly<Record<string, string>>;
}

const TIMEOUT_MS = 5000;

/**
 * The POST for one event: a form with one field `data`, JSON keyed by message id. Null when the sender did not ask
 * for this type. No retry; the answer is ignored.
 */
export function receiptPost(wish: ReceiptWish | null, messageId: string, entry: ReceiptEntry): VendorCallback | null {
  if (wish === null || (wish.bits & entry.type) === 0) return null;
  const body = {
    param: wish.param,
    type: entry.type,
    targets: entry.targets.join(','),
    ...(entry.jobkey === null ? {} : { jobkey: entry.jobkey }),
    ...(entry.barStatus ? { barStatus: entry.barStatus } : {}),
    ...(entry.errorCode ? { errorCode: entry.errorCode } : {}),
    ...(entry.extra ? { extra: entry.extra } : {}),
    timestamp: entry.now,
  };
  return {
    channel: 'xiaomi',
    url: wish.url,
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: `data=${encodeURIComponent(JSON.stringify({ [messageId]: body }))}`,
    timeoutMs: TIMEOUT_MS,
  };
}
