import type { Visibility } from '../../device/android-lock.ts';
import type { AcceptedPush } from '../types.ts';

export type Generation = 'legacy' | 'v1' | 'v3';

/** How a notification is ranked; `unclassified` before July 2021 and while classes are switched off. */
export type MessageClass = 'service' | 'marketing' | 'unclassified';

export interface ClickAction {
  readonly kind: 'page' | 'web' | 'app';
  /** Intent, action, uri, or address; null for the app's start page. */
  readonly target: string | null;
}

/** `class` is asked for by v1 and the old interface only. */
export interface BadgeWish {
  readonly className: string | null;
  readonly needsClass: boolean;
  readonly add: number | null;
  readonly set: number | null;
  /** What happens when neither number is there. */
  readonly whenEmpty: number;
}

export interface HuaweiNotification {
  readonly title: string;
  readonly body: string;
  readonly click: ClickAction;
  /** What the app gets on a tap, besides the target. */
  readonly extras: Readonly<Record<string, unknown>>;
  /** What Tencent IM's apps read as `ext`, else the data of the message. */
  readonly ext: string | null;
  readonly channelId: string | null;
  readonly importance: 'LOW' | 'NORMAL' | 'HIGH';
  /** A raw resource; null = the system's sound. */
  readonly sound: string | null;
  readonly vibrate: boolean;
  readonly notifyId: number | null;
  readonly tag: string | null;
  /** v3: of two with the same id within 24 hours only the first counts. */
  readonly appMessageId: string | null;
  readonly badge: BadgeWish | null;
  readonly foregroundShow: boolean;
  /** ms; null = arrival. */
  readonly when: number | null;
  readonly profileId: string | null;
  /** Address of its picture. */
  readonly image: string | null;
  /** Notifications of one group fold into one line. */
  readonly group: string | null;
  readonly visibility: Visibility;
  /** After so many ms it leaves the shade; null = never. */
  readonly autoClear: number | null;
}

/** A message as the server took it; shared by all its targets. */
export interface HuaweiMessage {
  readonly generation: Generation;
  readonly requestId: string;
  readonly appId: string;
  /** v3: 0 alert, 1 form, 2 voice, 6 background, 7 live view, 10 call; 0 elsewhere. */
  readonly pushType: number;
  /** null: nothing is shown, the app gets `data`. */
  readonly notification: HuaweiNotification | null;
  readonly data: string | null;
  readonly messageClass: MessageClass;
  /** A data message with the right to start the process. */
  readonly startsProcess: boolean;
  /** -1 keep all, else the newest of each group. v1: 0 is the group of everything. */
  readonly collapseKey: number;
  readonly biTag: string;
  readonly receiptId: string | null;
}

/** One message on its way to one registration. `quota`: what keeps the phone from it; `absent`: it has been away for long. */
export interface HuaweiPayload {
  readonly message: HuaweiMessage;
  readonly quota: 'marketing' | 'daily' | 'absent' | null;
}

export type HuaweiPush = AcceptedPush<HuaweiPayload>;

/** The channel's own pushes carry nothing else; the simulator hands them back untouched. */
export const payloadOf = (push: AcceptedPush): HuaweiPayload => push.payload as HuaweiPayload;
