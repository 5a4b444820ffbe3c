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
/** That receipts of one URL are merged is documented; for how long and how many is a choice: as a batch send, at most. */
const GATHER = { windowMs: 1000, limit: 1000, key: '', items: { type: 'list', member: null } } as const;

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
    gather: GATHER,
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
