import type { ChannelId } from '../channels/types.ts';
import type { SessionState } from '../im/types.ts';
import type { TraceStep } from '../trace/types.ts';
import type { AppSettings, PhoneConditions } from './phone-settings.ts';

export type Platform = 'ios' | 'android';
export type ProcessState = 'foreground' | 'background' | 'killed';
/** `forceStop`: by the user in the phone's settings; until he opens it, Android keeps the app from everything. */
export type KilledBy = 'user' | 'system' | 'forceStop';
/** Notification permission of the app. `provisional` exists on iOS only. */
export type Permission = 'granted' | 'denied' | 'notDetermined' | 'provisional';
export type Ringer = 'normal' | 'vibrate' | 'silent';
export type ApnsEnvironment = 'production' | 'sandbox';

/** A sound file inside the app, with the facts the phone checks before it plays it. */
export interface AppSound {
  /** Name as a payload would give it: with extension on iOS (`dudulu.caf`), the raw resource's name on Android (`dudulu`). */
  readonly name: string;
  /** Id under which the host serves the audio (`GET /sounds/{id}`). */
  readonly soundId: string;
  readonly container: 'wav' | 'aiff' | 'caf' | 'mp3' | 'ogg' | 'm4a' | 'unknown';
  /** e.g. `pcm`, `ima4`, `ulaw`, `alaw`, `mp3`, `unknown`. */
  readonly codec: string;
  /** Seconds; 0 when unknown. */
  readonly duration: number;
}

/** One registration of an app with a vendor: the address that senders push to. */
export interface PushTarget {
  readonly token: string;
  /** Package name or bundle id. */
  readonly app: string;
  /** APNs: the full topic the token belongs to (bundle id plus suffix). Same as `app` elsewhere. */
  readonly topic: string;
  /** APNs only; `production` elsewhere. */
  readonly environment: ApnsEnvironment;
  readonly state: 'active' | 'unregistered' | 'expired';
  /** When `state` last changed, ms. */
  readonly since: number;
  /** Xiaomi: alias, user account, topics bound to the registration. */
  readonly aliases: readonly string[];
  readonly userAccounts: readonly string[];
  readonly topics: readonly string[];
}

/** System facts that the specification's requirement table asks for. `null` = the device does not say. */
export interface SystemFacts {
  /** `iOS`, `MIUI`, `EMUI`, `Android`, `Flyme`, `ColorOS`, `FuntouchOS`, … */
  readonly name: string;
  readonly version: string | null;
  /** Android version such as `13`; `null` on iOS or when not stated. */
  readonly android: string | null;
  readonly hmsVersion: number | null;
  readonly playServices: boolean | null;
  /** Whether the phone is used in mainland China. */
  readonly mainlandChina: boolean | null;
  /** OPPO, vivo: does this model and version support the vendor's push? */
  readonly modelSupported: boolean | null;
  /** Version of the vendor's client SDK inside the app, e.g. `3_6_12`. */
  readonly sdkVersion: string | null;
}

/** What stands in the notification shade. */
export interface ShadeNotification {
  readonly id: string;
  readonly deviceId: string;
  readonly channel: ChannelId;
  readonly app: string;
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly body: string | null;
  /** Sound that played on arrival: a file name, `default`, or null for none. */
  readonly sound: string | null;
  readonly vibrated: boolean;
  /** Number on the icon after arrival; null when this system shows none. */
  readonly badge: number | null;
  readonly ext: string | null;
  /** Same key = same place in the shade (APNs collapse id, Xiaomi notify id). */
  readonly replaceKey: string;
  /** Vendor's message id (apns-id, Xiaomi message id). */
  readonly pushId: string;
  readonly exchangeId: string;
  readonly outcomeId: string | null;
  /** Arrival, ms on the simulator's clock. */
  readonly at: number;
  /** Quiet delivery: listed, but no banner and no lit screen. */
  readonly quiet: boolean;
  /** Whether it pops up over what is on the screen; absent = unless it is quiet. */
  readonly headsUp?: boolean;
  /** What it counts for where the launcher counts; 1 when absent. */
  readonly count?: number;
  /** How it stands on the lock screen: in full, with its contents hidden, or not at all; absent = in full. */
  readonly onLockScreen?: 'full' | 'hidden' | 'none';
  /** Android: in the shade, but with no icon in the status bar (importance 1), or nowhere to be seen while Do not disturb hides it. */
  readonly statusBar?: boolean;
  /** Do not disturb, Focus or the scheduled summary keep it out of sight until they end. */
  readonly heldBack?: 'dnd' | 'focus' | 'summary';
  /** iOS: false while the user keeps the app out of Notification Centre: it is seen as a banner or on the lock screen, and then gone. */
  readonly listed?: boolean;
  /** Address of a picture that the payload names; fetched only when the user asks. */
  readonly image?: string;
  /** What it is grouped by besides its app (iOS `thread-id`, Android group); absent = the app alone. */
  readonly groupKey?: string;
  /** Android: name of the notification channel, as a long press shows it. */
  readonly channelName?: string;
  /** When the phone takes it out of the shade by itself, ms; absent = never. */
  readonly leavesAt?: number;
  /** What a tap would do, worked out at arrival so that it can be shown. */
  readonly tap: TapAction;
}

export interface TapAction {
  readonly kind: 'open-app' | 'open-page' | 'open-web' | 'callback-only';
  readonly target: string | null;
  /** What the app's process receives: extras, userInfo, callback argument. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The method of the app that gets it, where the system calls one by name. */
  readonly method?: string;
  /** iOS: identifier of the action, which the app gets beside the data. */
  readonly action?: string;
}

/** One audible event on the phone. */
export interface SoundEvent {
  readonly id: string;
  readonly at: number;
  /** What was asked for: the payload's name, or null. */
  readonly requested: string | null;
  /** What is heard: a file name in the app, `default` (the system's tone), or null for silence. */
  readonly played: string | null;
  /** Id for `GET /sounds/{id}`; null when nothing is heard. */
  readonly soundId: string | null;
  readonly vibrated: boolean;
  readonly notificationId: string | null;
  /** Who had the last word on what is heard; absent in entries of older workspaces. */
  readonly decidedBy?: SoundLayer;
  /** The file that was asked for, and what the phone found; null when no file was asked for. */
  readonly file?: SoundFile | null;
}

/**
 * Who had the last word on what is heard: the `payload`; the notification `channel`; the `system` with its default
 * tone (nobody said otherwise, or the file is no good); the `ringer`; the `volume`; `dnd` (Do not disturb or Focus);
 * the user's `settings` of the app; a `limit` (alerts in too quick a succession); the message's `class` at its vendor.
 */
export const SOUND_LAYERS = [
  'payload',
  'channel',
  'system',
  'ringer',
  'volume',
  'dnd',
  'settings',
  'limit',
  'class',
] as const;
export type SoundLayer = (typeof SOUND_LAYERS)[number];

export interface SoundFile {
  /** As it was asked for. */
  readonly name: string;
  readonly exists: boolean;
  /** A container, codec and length that this system plays. */
  readonly playable: boolean;
}

/** One change of the number on the icon. */
export interface BadgeChange {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** `push` (the payload), `launcher` (the system counts), `app`, `user`. */
  readonly by: 'push' | 'launcher' | 'app' | 'user';
  /** How: an absolute number, something added to what stood there, or a count of what stands in the shade. */
  readonly how?: 'absolute' | 'increment' | 'count';
  /** What happened: a push arrived, the app was opened, notifications left the shade, somebody set it. */
  readonly on?: BadgeOccasion;
  /** The push behind it; null when there was none. */
  readonly pushId?: string | null;
}

export const BADGE_OCCASIONS = ['push', 'opened', 'shade', 'patch', 'uninstalled', 'settings'] as const;
export type BadgeOccasion = (typeof BADGE_OCCASIONS)[number];

/** Android's `IMPORTANCE_…`: 0 off, 1 min, 2 low, 3 default, 4 high. */
export type Importance = 0 | 1 | 2 | 3 | 4;

/** A notification channel of the app, as it was created. */
export interface AndroidChannel {
  /** As the phone's settings show it. */
  readonly name: string;
  /** `default`, a raw resource's name or uri, or null for none. */
  readonly sound: string | null;
  readonly vibrate: boolean;
  /** 3 when absent. */
  readonly importance?: Importance;
}

/** What Android keeps between pushes: channels are fixed at creation, Xiaomi remembers keys and its last alert. */
export interface AndroidMemory {
  readonly seenKeys: readonly string[];
  readonly lastAlertAt: number | null;
  /** When the app last rang or shook the phone, ms: Android lets it do so once a second. */
  readonly lastAudibleAt?: number;
  /** When the user last pushed a banner of the app away, ms. */
  readonly snoozedAt?: number;
  /** Moments of the app's latest updates of notifications that stood already, ms, newest first. */
  readonly updates?: readonly number[];
  readonly channels: Readonly<Record<string, AndroidChannel>>;
}

export interface Device {
  readonly id: string;
  readonly name: string;
  readonly channel: ChannelId;
  readonly platform: Platform;
  readonly model: string;
  /** The device whose phone this app lies on too; absent = a phone of its own. */
  readonly phone?: string;
  readonly system: SystemFacts;
  readonly online: boolean;
  /** While it is offline: since when, ms; absent in older workspaces. */
  readonly offlineSince?: number;
  /** Package name or bundle id of the app under test, and its process. */
  readonly app: {
    readonly name: string;
    readonly label: string;
    readonly installed: boolean;
    readonly process: ProcessState;
    readonly killedBy: KilledBy | null;
    /** In the background: has the app told the IM server (`doBackground`)? Absent = no. */
    readonly backgroundReported?: boolean;
    /** iOS: the `remote-notification` background mode, i.e. may `content-available` wake it. */
    readonly backgroundMode: boolean;
  };
  readonly session: { readonly state: SessionState; readonly userId: string | null /** ms */; readonly since: number };
  readonly permission: Permission;
  readonly ringer: Ringer;
  /** iOS: when background pushes lately woke the app, ms, newest first: the system lets only a few. */
  readonly wakes?: readonly number[];
  /** What was set of `phoneConditions`; the rest is at its default. */
  readonly conditions?: Partial<PhoneConditions>;
  /** When `conditions.doze` was last set, ms; absent = never. */
  readonly dozeSince?: number;
  /** What the user set of `appSettings`; the rest is as the maker ships it. */
  readonly settings?: Partial<AppSettings>;
  readonly locked: boolean;
  /** Number on the app's icon. */
  readonly badge: number;
  /** IM server's badge counter for this login instance. */
  readonly badgeBase: number;
  readonly targets: readonly PushTarget[];
  readonly sounds: readonly AppSound[];
  /** Newest first. */
  readonly shade: readonly ShadeNotification[];
  /** Newest first, bounded. */
  readonly soundLog: readonly SoundEvent[];
  readonly badgeLog: readonly BadgeChange[];
  readonly android: AndroidMemory | null;
}

/** What a phone does with one push. Made by a channel's `present`, applied by `device/arrival.ts`. */
export interface Presentation {
  /** `shown`: a notification stands in the shade. `silent`: nothing is shown and nothing was meant to be (badge only, background push). `suppressed`: meant to be shown, but was not. */
  readonly result: 'shown' | 'silent' | 'suppressed';
  /** The rule that suppressed it. */
  readonly cause: string | null;
  readonly notification: Omit<ShadeNotification, 'id' | 'deviceId' | 'exchangeId' | 'outcomeId' | 'at'> | null;
  readonly sound: {
    readonly requested: string | null;
    readonly played: string | null;
    readonly soundId: string | null;
    readonly vibrated: boolean;
    readonly decidedBy?: SoundLayer;
    readonly file?: SoundFile | null;
  } | null;
  /** New number on the icon; undefined = unchanged. `'count'` = the launcher counts the shade. */
  readonly badge?: number | 'count';
  /** How the number came about, for the ledger; absent = `absolute`, or `count` where the launcher counts. */
  readonly badgeHow?: BadgeChange['how'];
  /** How many notifications of one app this system keeps in the shade; beyond it the oldest leave. Absent = no such limit. */
  readonly shadeLimit?: number;
  /** The notification's key is its own: it replaces nothing, and nobody has to look through the shade for it. */
  readonly unique?: boolean;
  /** Callbacks that the app's process gets now, e.g. `onNotificationMessageArrived`. */
  readonly callbacks: readonly { readonly name: string; readonly data: Readonly<Record<string, unknown>> }[];
  readonly android?: AndroidMemory;
  /** iOS: a background push got the app's process started or running. */
  readonly woke?: true;
  /** The phone keeps the message, and the app gets it when its process next starts. */
  readonly held?: true;
  /**
   * With `held`: the phone keeps the newest such message of an app only, until this moment, ms, or until the app comes
   * to the front; the end of the app's process is its end too.
   */
  readonly heldUntil?: number;
  readonly trace: readonly TraceStep[];
}
