import type { Device } from '../../device/types.ts';
import type { AcceptedPush, DeviceEvent, VendorCallback } from '../types.ts';
import { type Fate, fateOf } from './fate.ts';
import { payloadOf, type VivoPayload } from './payload.ts';
import { REASON, receiptPost } from './receipt-post.ts';

/** What a receipt may say of each fate, the worst last; nothing where the server has told it already. */
const REASONS: Readonly<Record<Fate, readonly number[]>> = {
  controlled: [],
  gone: [REASON.unregistered],
  off: [REASON.arrived, REASON.notDisplayed],
  held: [REASON.arrived, REASON.notDisplayedOther],
  displayed: [REASON.arrived],
};

const reasonsOf = ({ message }: VivoPayload, fate: Fate): readonly number[] =>
  message.live && fate === 'held' ? [REASON.liveNotDisplayed] : REASONS[fate];

/**
 * Receipts after something happened on the phone. By address: one per arrival, also when nothing is displayed; taps
 * are only in the statistics. By id also failures, if the workspace has them in an assumed form.
 */
export function receipts(push: AcceptedPush, event: DeviceEvent, device: Device): readonly VendorCallback[] {
  const payload = payloadOf(push);
  if (payload.message.receipts === null || event === 'tapped') return [];
  const fate = fateOf(push, device);
  const codes = event === 'expired' ? (fate === 'controlled' ? [] : [REASON.overdue]) : reasonsOf(payload, fate);
  // One receipt by id says the worst, one by address the only thing that it can say.
  const told = payload.message.receipts.form === 'id' ? codes.slice(-1) : codes;
  return told.flatMap((code) => receiptPost(payload, code) ?? []);
}
