import type { AcceptedPush } from '../types.ts';

/** What a send addresses. */
export const TARGET_KINDS = [
  'regid',
  'alias',
  'user_account',
  'topic',
  'multi_topic',
  'all',
  'region',
  'miid',
  'gaid',
  'oaid',
] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

export type MessageClass = 'default' | 'public' | 'private';

/** Where and for which events Xiaomi posts receipts. `bits` 0 = none (an unknown bit was asked for). */
export interface ReceiptWish {
  readonly url: string;
  readonly param: string;
  readonly bits: number;
}

/** A message as the server took it: texts final, numbers parsed. Shared by all its targets. */
export interface XiaomiMessage {
  readonly appId: string;
  readonly passThrough: boolean;
  readonly title: string;
  readonly description: string;
  readonly content: string;
  /** -1…7; bits 1 sound, 2 vibration, 4 lights. */
  readonly notifyType: number;
  /** int32, as the phone uses it. */
  readonly notifyId: number;
  readonly timeToLive: number;
  readonly extra: Readonly<Record<string, string>>;
  readonly jobkey: string | null;
  readonly receipts: ReceiptWish | null;
  /** null while message classes are off. */
  readonly messageClass: MessageClass | null;
  /** `sound_url` of the channel as registered at Xiaomi; null when it has none. */
  readonly channelSound: string | null;
}

/** One message on its way to one registration. */
export interface XiaomiPayload {
  readonly messageId: string;
  readonly message: XiaomiMessage;
  readonly kind: TargetKind;
  /** What the sender named: a regid, an alias, an account; the topic for topic sends; null for broadcasts. */
  readonly addressed: string | null;
}

export type XiaomiPush = AcceptedPush<XiaomiPayload>;

/** The channel's own pushes carry nothing else; the simulator hands them back untouched. */
export const payloadOf = (push: AcceptedPush): XiaomiPayload => push.payload as XiaomiPayload;
