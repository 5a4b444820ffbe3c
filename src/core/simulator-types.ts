import type { Credentials } from './channels/credentials.ts';
import type {
  AcceptedPush,
  ChannelId,
  VendorCall,
  VendorCallback,
  VendorRequest,
  VendorResponse,
} from './channels/types.ts';
import type { AppSettings, PhoneConditions } from './device/phone-settings.ts';
import type {
  Device,
  Importance,
  KilledBy,
  Permission,
  Platform,
  Ringer,
  ShadeNotification,
  SystemFacts,
} from './device/types.ts';
import type { ResolvedFields } from './im/fields.ts';
import type {
  Account,
  Group,
  Message,
  MessageInput,
  OfflinePushSettings,
  ReceiveOption,
  SessionState,
} from './im/types.ts';
import type { RuleProfile } from './profile.ts';
import type { Result } from './result.ts';
import type { NextCall } from './simulator/authorization.ts';
import type { Situation } from './simulator/draft.ts';
import type { Fault, NewFault } from './simulator/fault-types.ts';
import type { WaitingPush } from './simulator/waiting-types.ts';
import type { Foresight } from './simulator/what-if.ts';
import type { LocalText, ReasonCode, TraceStep } from './trace/types.ts';

/** All that is saved: the user's world. Sound files lie beside it, by id. */
export interface Workspace {
  readonly accounts: readonly Account[];
  readonly groups: readonly Group[];
  readonly devices: readonly Device[];
  readonly profile: RuleProfile;
  readonly clock: ClockSetting;
  /** Misbehaviour of vendors that the user set up; absent = none. */
  readonly faults?: readonly Fault[];
}

/** The simulator's clock against the real one. `stoppedAt` set = time stands still there (ms). */
export interface ClockSetting {
  readonly offsetMs: number;
  readonly stoppedAt: number | null;
}

export type DeviceAction =
  | { readonly action: 'login'; readonly userId: string }
  | {
      readonly action:
        | 'logout'
        | 'kick'
        | 'launch'
        | 'foreground'
        | 'clear'
        | 'lock'
        | 'unlock'
        | 'online'
        | 'offline'
        | 'install'
        | 'uninstall'
        | 'unregister'
        /** The app registers with its vendor again: a new token, and the old one is dead. */
        | 'renewToken'
        /** The vendor lets the registration run out. */
        | 'expireToken'
        /** The user clears the app's data: registration and login of the app are gone. */
        | 'clearData'
        /** The user pushes the banner on the screen away; Android then shows none of the app for a minute. */
        | 'hideBanner'
        | 'reboot'
        /** The phone leaves Doze and its screen lights up. */
        | 'wakeUp';
    }
  /** `unread`: the count that the app reports with `doBackground`; absent = not reported. */
  | { readonly action: 'background'; readonly unread?: number | undefined }
  | { readonly action: 'kill'; readonly by: KilledBy }
  | { readonly action: 'tap'; readonly notificationId: string }
  | { readonly action: 'dismiss'; readonly notificationId: string }
  | { readonly action: 'removeSound'; readonly name: string }
  /** Android: the app creates a notification channel; what exists already keeps its sound and vibration. */
  | {
      readonly action: 'createChannel';
      readonly id: string;
      readonly name?: string | undefined;
      readonly importance?: Importance | undefined;
      /** `default`, the name or uri of a raw resource, or null for none; `default` when absent. */
      readonly sound?: string | null | undefined;
      readonly vibrate?: boolean | undefined;
    }
  /** Android: the user ranks a channel of the app in the phone's settings. */
  | { readonly action: 'rankChannel'; readonly id: string; readonly importance: Importance };

/** Fields of a device that may be set directly. */
export interface DevicePatch {
  readonly name?: string | undefined;
  readonly model?: string | undefined;
  readonly online?: boolean | undefined;
  readonly locked?: boolean | undefined;
  readonly permission?: Permission | undefined;
  readonly ringer?: Ringer | undefined;
  readonly conditions?: { readonly [K in keyof PhoneConditions]?: PhoneConditions[K] | undefined } | undefined;
  readonly settings?: { readonly [K in keyof AppSettings]?: AppSettings[K] | undefined } | undefined;
  /** null takes the registration away (no token uploaded). */
  readonly token?: string | null | undefined;
  readonly badge?: number | undefined;
  readonly system?: Partial<SystemFacts> | undefined;
  readonly backgroundMode?: boolean | undefined;
  /** Bound to the active registration (Xiaomi). */
  readonly aliases?: readonly string[] | undefined;
  readonly userAccounts?: readonly string[] | undefined;
  readonly topics?: readonly string[] | undefined;
  /** APNs: environment of the active registration. */
  readonly environment?: 'production' | 'sandbox' | undefined;
}

export interface NewDevice extends DevicePatch {
  readonly id?: string | undefined;
  readonly channel: ChannelId;
  readonly platform?: Platform | undefined;
  /** Bundle id or package of the app; default `com.example.app`. */
  readonly app?: string | undefined;
  readonly userId?: string | undefined;
  /** Puts the app onto the phone of this device; that phone's network, lock, ringer and conditions are then its own. */
  readonly onPhoneOf?: string | undefined;
}

export interface AccountPatch {
  readonly nickName?: string | null | undefined;
  readonly session?: SessionState | undefined;
  readonly receiveOptions?: Readonly<Record<string, ReceiveOption>> | undefined;
}

/** One request that reached a vendor endpoint, or a connection that failed before it could. */
export interface Exchange {
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly channel: ChannelId | null;
  /** The IM outcome that caused it; null for foreign clients. */
  readonly outcomeId: string | null;
  /** The mark that the self-test gave its request; absent on all others. */
  readonly selfTest?: string;
  readonly request: VendorRequest | null;
  /** null: the connection ended without an answer. */
  readonly response: VendorResponse | null;
  readonly target: string | null;
  readonly title: string | null;
  readonly trace: readonly TraceStep[];
  /** What each addressed phone made of it. Mutated only by the simulator (a stored push arrives later). */
  readonly deliveries: readonly Delivery[];
  /** Set when the connection failed: what came, which rule closed it, what would fix it. */
  readonly failure: {
    readonly code: string;
    readonly message: string;
    readonly received: string;
    readonly fix: string;
    /** The same three in the page's languages. */
    readonly texts: { readonly message: LocalText; readonly received: LocalText; readonly fix: LocalText };
  } | null;
  readonly remote: string;
}

export interface Delivery {
  readonly deviceId: string;
  readonly pushId: string;
  /** `stored`: the phone is offline and the vendor keeps it; `waiting`: it is online, but asleep or otherwise kept from it; `dropped`: it will never arrive. */
  readonly result: 'shown' | 'silent' | 'suppressed' | 'stored' | 'waiting' | 'dropped' | 'scheduled' | 'revoked';
  readonly cause: string | null;
  readonly notificationId: string | null;
  readonly trace: readonly TraceStep[];
}

/** One decision for one recipient device, pushed or not. */
export interface Outcome {
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly message: Message;
  readonly userId: string;
  readonly deviceId: string | null;
  readonly channel: ChannelId | null;
  /** A notification is (or was) shown on the phone because of this message. */
  readonly delivered: boolean;
  /** `push`: it went (or was tried) through the vendor; `online`: the running app got the message over its own connection. */
  readonly via: 'push' | 'online' | 'none';
  /** The app is connected, so the message reaches it even when the push does not. */
  readonly connected: boolean;
  /** `delivered` exactly when `delivered` is true. */
  readonly reason: ReasonCode;
  /** The rule that decided; finer than `reason`. */
  readonly cause: string;
  readonly fields: ResolvedFields;
  /** Absolute badge number that was (or would be) sent; null = none. */
  readonly badge: number | null;
  readonly trace: readonly TraceStep[];
  readonly call: VendorCall | null;
  readonly answer: {
    readonly status: number;
    readonly headers: readonly (readonly [string, string])[];
    readonly body: string;
  } | null;
  readonly exchangeId: string | null;
  readonly notification: ShadeNotification | null;
  /** ms from commit to the last step. */
  readonly durationMs: number;
  readonly dryRun: boolean;
}

/** What the vendor answered, or why it could not be asked. */
export type VendorAnswer =
  | { readonly status: number; readonly headers: readonly (readonly [string, string])[]; readonly body: string }
  | { readonly error: string };

/** Planned outcomes; for each the host asks `nextCall`, sends it, and closes with `completeOutcome`. */
export interface MessagePlan {
  readonly message: Message;
  readonly outcomes: readonly Outcome[];
}

export type SimulatorEvent =
  | { readonly type: 'exchange'; readonly exchange: Exchange }
  | { readonly type: 'outcome'; readonly outcome: Outcome }
  | { readonly type: 'notification'; readonly notification: ShadeNotification }
  /** A phone was added or changed; look it up with `device`, so that kept events do not hold old phones. */
  | { readonly type: 'device'; readonly deviceId: string }
  | { readonly type: 'device-removed'; readonly deviceId: string }
  | { readonly type: 'account'; readonly account: Account }
  | { readonly type: 'workspace' }
  /** Faults were set up, met a request, or are gone; all that there are now. */
  | { readonly type: 'faults'; readonly faults: readonly Fault[] }
  | { readonly type: 'reset' }
  | { readonly type: 'callback'; readonly callback: VendorCallback }
  /** App-process callbacks on a phone, e.g. `onNotificationMessageArrived`. */
  | {
      readonly type: 'app-callback';
      readonly deviceId: string;
      readonly name: string;
      readonly data: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'history-dropped'; readonly dropped: number };

export interface SequencedEvent {
  readonly seq: number;
  readonly at: number;
  readonly event: SimulatorEvent;
}

/** The only owner of state: commands in, events out. Nothing here does I/O or waits. */
export interface Simulator {
  /** Simulated now, ms. */
  now(): number;
  workspace(): Workspace;
  credentials(): Credentials;
  setCredentials(credentials: Credentials): void;
  /** Replaces all of it (start-up, reset). History is kept unless `clearHistory`. */
  load(workspace: Workspace, options?: { readonly clearHistory?: boolean }): void;

  // IM
  /** Decides for every recipient device. `dryRun`: nothing is recorded or counted, and the phone's answer is predicted through `receive` and `present`. */
  planMessage(input: MessageInput, options?: { readonly dryRun?: boolean }): Result<MessagePlan>;
  /** What would come of messages in situations that need not be real, seen from the workspace as it stands now. */
  foresight(): Foresight;
  /** How things stand for a message on a phone; a phone that is gone counts as none. */
  situation(message: Message, userId: string, deviceId: string | null): Situation;
  /**
   * The next request to send for an outcome, after `answer` to the one before (null = there was none yet). null = nothing
   * more to send: `completeOutcome` with the last answer. Vendors with access tokens want a request for one first.
   */
  nextCall(outcomeId: string, answer: VendorAnswer | null): NextCall | null;
  /** The vendor answered (or could not be reached); closes an outcome. */
  completeOutcome(outcomeId: string, answer: VendorAnswer): Result<Outcome>;

  // vendor side
  /** Runs the endpoint of `channel` and applies what follows. Never throws. */
  receive(
    channel: ChannelId,
    request: VendorRequest,
    outcomeId: string | null,
  ): { readonly response: VendorResponse; readonly exchangeId: string };
  /** A connection or request that never became a vendor request. */
  recordFailure(
    failure: NonNullable<Exchange['failure']>,
    facts: {
      readonly remote: string;
      readonly channel: ChannelId | null;
      readonly request: VendorRequest | null;
      readonly response: VendorResponse | null;
    },
  ): Exchange;
  /** Forget what endpoints remember of a connection. */
  connectionClosed(connectionId: string): void;
  /** Delivers what is due (scheduled sends, expiries). */
  tick(): void;
  /** When `tick` has something to do next, simulated ms; null = nothing waits. */
  nextDue(): number | null;
  /** How many pushes the vendor keeps for a phone that is offline. */
  storedFor(deviceId: string): number;
  /** Every push that is on its way to a phone and has not been shown, with what keeps it. */
  waitingFor(deviceId: string): readonly WaitingPush[];

  // accounts, devices, switches
  account(userId: string): Account | undefined;
  device(id: string): Device | undefined;
  /** The other apps on the phone of this device. */
  appsBeside(id: string): readonly Device[];
  putAccount(userId: string, patch: AccountPatch): Result<Account>;
  offlinePushSettings(userId: string): Result<OfflinePushSettings>;
  setOfflinePushSettings(userId: string, settings: Partial<OfflinePushSettings>): Result<OfflinePushSettings>;
  addDevice(device: NewDevice): Result<Device>;
  patchDevice(id: string, patch: DevicePatch): Result<Device>;
  removeDevice(id: string): Result<Device>;
  act(id: string, action: DeviceAction): Result<Device>;
  addSound(id: string, sound: import('./device/types.ts').AppSound): Result<Device>;
  setProfile(patch: DeepPartial<RuleProfile>): Result<RuleProfile>;
  setClock(setting: Partial<ClockSetting>): ClockSetting;
  putGroup(group: Group): Result<Group>;
  faults(): readonly Fault[];
  /** Failures: `already_exists`, `channel_not_available`, `unknown_code` (details name those that exist). */
  addFault(fault: NewFault): Result<Fault>;
  removeFault(id: string): Result<Fault>;

  // records
  exchanges(): readonly Exchange[];
  outcomes(): readonly Outcome[];
  exchange(id: string): Exchange | undefined;
  outcome(id: string): Outcome | undefined;
  /** Every notification shown since the last reset, newest first. */
  notifications(): readonly ShadeNotification[];
  dropped(): { readonly exchanges: number; readonly outcomes: number; readonly notifications: number };

  subscribe(listener: (event: SequencedEvent) => void): () => void;
  /** Events after `seq` that are still kept; undefined when some were dropped. */
  eventsSince(seq: number): readonly SequencedEvent[] | undefined;
}

export type DeepPartial<T> = { readonly [K in keyof T]?: (T[K] extends object ? DeepPartial<T[K]> : T[K]) | undefined };

export type { AcceptedPush };
