import type { AcceptedPush } from '../types.ts';
import type { OppoNotification } from './notification.ts';
import type { ReceiptWish } from './receipt-post.ts';

/** A message as the server took it; shared by all its targets. */
export interface OppoMessage {
  readonly appId: string;
  readonly messageId: string;
  /** Same as the message id for a unicast. */
  readonly taskId: string;
  readonly notification: OppoNotification;
  /** Is the channel registered for the app? Then the phones have it. */
  readonly channelKnown: boolean;
  readonly isPublic: boolean;
  /** null: no address, or the targets are no registration ids. */
  readonly receipts: ReceiptWish | null;
  readonly verify: boolean;
}

/** One message on its way to one registration. */
export interface OppoPayload {
  readonly message: OppoMessage;
}

export type OppoPush = AcceptedPush<OppoPayload>;

/** The channel's own pushes carry nothing else; the simulator hands them back untouched. */
export const messageOf = (push: AcceptedPush): OppoMessage => (push.payload as OppoPayload).message;
