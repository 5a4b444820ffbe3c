/** Session of an account or of one login instance (account on a device). */
export type SessionState = 'never' | 'loggedIn' | 'loggedOut' | 'kicked';

/** `TIMGroupReceiveMessageOpt`: how a member wants a group's messages. */
export type ReceiveOption = 'receiveAndNotify' | 'receiveNotNotify' | 'notReceive';

/** Global offline-push settings of one account (`TIMOfflinePushSettings`). `null` sound = system default. */
export interface OfflinePushSettings {
  readonly enabled: boolean;
  readonly c2cSound: string | null;
  readonly groupSound: string | null;
}

export interface Account {
  readonly userId: string;
  readonly nickName: string | null;
  /** Session of the account itself; while it is on devices, their sessions decide (see `accounts.ts`). */
  readonly session: SessionState;
  readonly settings: OfflinePushSettings;
  /** Receive option per group id; absent = receive and notify. */
  readonly receiveOptions: Readonly<Record<string, ReceiveOption>>;
}

export interface GroupMember {
  readonly userId: string;
  /** Name card inside the group (群名片). */
  readonly nameCard: string | null;
}

export interface Group {
  readonly groupId: string;
  readonly name: string;
  readonly members: readonly GroupMember[];
}

export type Element =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'voice'; readonly seconds?: number | undefined }
  | { readonly type: 'image' }
  | { readonly type: 'file'; readonly fileName?: string | undefined }
  | { readonly type: 'face'; readonly index?: number | undefined; readonly data?: string | undefined }
  | {
      readonly type: 'location';
      readonly desc?: string | undefined;
      readonly latitude?: number | undefined;
      readonly longitude?: number | undefined;
    }
  | { readonly type: 'video'; readonly seconds?: number | undefined }
  | {
      readonly type: 'custom';
      readonly data?: string | undefined;
      readonly desc?: string | undefined;
      readonly ext?: string | undefined;
      readonly sound?: string | undefined;
    };

/** `TIMMessageOfflinePushSettings.NotifyMode`: 0 = Normal, 1 = Custom (to be abandoned). */
export type NotifyMode = 0 | 1;

/** `TIMMessageOfflinePushSettings.AndroidSettings`. Absent, `null` and `""` all mean "not set". */
export interface AndroidPushSettings {
  readonly title?: string | null | undefined;
  readonly desc?: string | null | undefined;
  readonly sound?: string | null | undefined;
  readonly notifyMode?: NotifyMode | undefined;
}

/** `TIMMessageOfflinePushSettings.IOSSettings`. */
export interface IosPushSettings {
  readonly title?: string | null | undefined;
  readonly desc?: string | null | undefined;
  readonly sound?: string | null | undefined;
  /** Absent = `true`, as in a new object. */
  readonly badgeEnabled?: boolean | undefined;
}

/** `TIMMessageOfflinePushSettings`: what the sender sets on one message. */
export interface MessageOfflinePush {
  readonly enabled?: boolean | undefined;
  readonly title?: string | null | undefined;
  readonly descr?: string | null | undefined;
  /** UTF-8 text of the bytes; the limit counts bytes. */
  readonly ext?: string | null | undefined;
  readonly android?: AndroidPushSettings | null | undefined;
  readonly ios?: IosPushSettings | null | undefined;
}

/** `IOSSettings.NO_SOUND_NO_VIBRATION`. */
export const NO_SOUND_NO_VIBRATION = 'push.no_sound';

export type MessageTarget = { readonly c2c: string } | { readonly group: string };

/** A message as the sender's SDK hands it over. */
export interface MessageInput {
  readonly from: string;
  readonly to: MessageTarget;
  readonly kind: 'chat' | 'system';
  readonly elements: readonly Element[];
  readonly offlinePush?: MessageOfflinePush | null | undefined;
}

export interface Message extends MessageInput {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}
