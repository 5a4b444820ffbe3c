import type { VendorCallback } from '../types.ts';

export type ReceiptEvent = 'push_arrive' | 'regid_invalid' | 'user_daily_limit';

/** Where receipts of a message go, and in which generation's form. */
export interface ReceiptWish {
  readonly url: string;
  readonly param: string;
  readonly fields: 'current' | 'v1.9.3';
}

export interface ReceiptEntry {
  readonly messageId: string;
  readonly appId: string;
  readonly taskId: string;
  readonly registrationIds: readonly string[];
  /** ms. */
  readonly at: number;
  readonly event: ReceiptEvent;
}

const TIMEOUT_MS = 5000;

function entryBody(wish: ReceiptWish, entry: ReceiptEntry): object | null {
  const { messageId, appId, taskId, at, event } = entry;
  const registrationIds = entry.registrationIds.join(',');
  if (wish.fields === 'current')
    return { messageId, appId, taskId, registrationIds, eventTime: String(at), param: wish.param, eventType: event };
  return event === 'push_arrive' ? { messageId, taskId, registrationIds, param: wish.param, eventType: event } : null;
}

/** The POST for events of one address: a JSON array. null when the generation knows none of the events. One try. */
export function receiptPost(
  url: string,
  entries: readonly (readonly [ReceiptWish, ReceiptEntry])[],
): VendorCallback | null {
  const bodies = entries.flatMap(([wish, entry]) => entryBody(wish, entry) ?? []);
  if (bodies.length === 0) return null;
  return {
    channel: 'oppo',
    url,
    headers: [['content-type', 'application/json;charset=UTF-8']],
    body: JSON.stringify(bodies),
    timeoutMs: TIMEOUT_MS,
  };
}

/** Receipts that are due at the same time, merged into one body for each address. */
export function mergedPosts(entries: readonly (readonly [ReceiptWish, ReceiptEntry])[]): readonly VendorCallback[] {
  const byUrl = new Map<string, (readonly [ReceiptWish, ReceiptEntry])[]>();
  for (const one of entries) {
    const list = byUrl.get(one[0].url);
    if (list) list.push(one);
    else byUrl.set(one[0].url, [one]);
  }
  return [...byUrl].flatMap(([url, list]) => receiptPost(url, list) ?? []);
}
