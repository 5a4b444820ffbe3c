import type { AcceptedPush } from '../types.ts';

/** Why the vendor counts a message but does not have it shown, by the receipt's reason code. */
export type Control = 'night' | 'total' | 'frequency' | 'repeat' | 'absent';

/** Where receipts go. `form`: an object by taskId, or the same with a reason code. */
export interface ReceiptWish {
  readonly url: string;
  readonly param: string;
  readonly form: 'url' | 'id';
}

/** A message as the server took it; shared by all its targets. */
export interface VivoMessage {
  readonly appId: string;
  readonly title: string;
  readonly content: string;
  readonly notifyType: number;
  /** 1 app, 2 link, 3 custom, 4 page. */
  readonly skipType: number;
  readonly skipContent: string;
  readonly networkType: number;
  /** 0 operational, 1 system. */
  readonly classification: 0 | 1;
  readonly category: string | null;
  readonly custom: Readonly<Record<string, string>>;
  readonly notifyId: number | null;
  readonly profileId: string | null;
  readonly foregroundShow: boolean;
  readonly addBadge: boolean;
  readonly sendOnline: boolean;
  /** Only for test devices. */
  readonly test: boolean;
  /** ms. */
  readonly life: number;
  readonly receipts: ReceiptWish | null;
  /** Message classes were on when it was sent: reminder and totals follow the class. */
  readonly classed: boolean;
  /** Updates or ends a live card. */
  readonly live: boolean;
}

/** One message on its way to one registration. */
export interface VivoPayload {
  readonly taskId: string;
  readonly message: VivoMessage;
  /** What the sender named: a regId or alias; the regId for sends to many. */
  readonly addressed: string;
  readonly control: Control | null;
}

export type VivoPush = AcceptedPush<VivoPayload>;

/** The channel's own pushes carry nothing else; the simulator hands them back untouched. */
export const payloadOf = (push: AcceptedPush): VivoPayload => push.payload as VivoPayload;
