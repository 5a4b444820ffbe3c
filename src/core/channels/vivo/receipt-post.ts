import type { VendorCallback } from '../types.ts';
import { CONTROL_CODES } from './control.ts';
import type { VivoPayload, VivoPush } from './payload.ts';

const TIMEOUT_MS = 5000;

/** Reason codes of receipts by id, as an aggregator decodes them. */
export const REASON = {
  arrived: 0,
  notDisplayed: 104,
  notDisplayedOther: 1040,
  overdue: 2144,
  unregistered: 2183,
  /** Live cards: not sent on; not displayed. */
  liveNotSent: 301,
  liveNotDisplayed: 302,
} as const;

/**
 * The POST for one message: an object keyed by taskId. Receipts by address tell arrivals only; those by id also
 * failures, in a form that is assumed. Null when nobody asked.
 */
export function receiptPost({ taskId, message, addressed }: VivoPayload, code: number): VendorCallback | null {
  const { receipts } = message;
  if (receipts === null || (receipts.form === 'url' && code !== REASON.arrived)) return null;
  const entry = {
    param: receipts.param,
    targets: addressed,
    ...(receipts.form === 'id' ? { code: String(code) } : {}),
  };
  return {
    channel: 'vivo',
    url: receipts.url,
    headers: [['content-type', 'application/json;charset=UTF-8']],
    body: JSON.stringify({ [taskId]: entry }),
    timeoutMs: TIMEOUT_MS,
  };
}

/** The receipt of a message that is counted but not shown. */
export function controlReceipt({ payload }: VivoPush): readonly VendorCallback[] {
  const post = payload.control === null ? null : receiptPost(payload, CONTROL_CODES[payload.control]);
  return post ? [post] : [];
}
