import type { Switch } from './channels/kit/switches.ts';
import type { ChannelId, Gap, ResultCode } from './channels/types.ts';
import type { NotificationGroup } from './device/grouping.ts';
import type { AppSettings, PhoneConditions } from './device/phone-settings.ts';
import type {
  AppSound,
  BadgeChange,
  Importance,
  KilledBy,
  Permission,
  Platform,
  ProcessState,
  Ringer,
  SoundEvent,
  SystemFacts,
  TapAction,
} from './device/types.ts';
import type { MessageInput, OfflinePushSettings, ReceiveOption, SessionState } from './im/types.ts';
import type { RuleProfile } from './profile.ts';
import type { Fault } from './simulator/fault-types.ts';
import type { WaitKind } from './simulator/waiting-types.ts';
import type { ClockSetting, Delivery, Exchange } from './simulator-types.ts';
import type {
  Certainty,
  FieldName,
  Layer,
  LocalText,
  Overridden,
  ParamValue,
  ReasonCode,
  RuleSource,
  Stage,
  Verdict,
} from './trace/types.ts';

// What the HTTP API answers: plain JSON, times in ms since 1970 unless named otherwise.

export interface TraceStepView {
  readonly stage: Stage;
  readonly rule: string;
  readonly verdict: Verdict;
  /** The sentence in English. */
  readonly text: string;
  readonly texts: LocalText;
  readonly fix: LocalText | null;
  readonly sources: readonly RuleSource[];
  readonly certainty: Certainty;
  readonly field?: FieldName;
  readonly value?: ParamValue;
  readonly from?: Layer;
  readonly overridden?: readonly Overridden[];
  readonly params?: Readonly<Record<string, ParamValue>>;
}

export interface FieldView {
  readonly value: string | number | null;
  readonly from: Layer;
  readonly overridden: readonly Overridden[];
}

export interface HttpRequestView {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON or form fields where the body is one, else text. */
  readonly body: unknown;
  /** Exactly what was sent, as text. */
  readonly raw: string;
  readonly bytes: number;
  /** The vendor's limit for the body; null when it has none. */
  readonly limit: number | null;
}

export interface HttpResponseView {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly raw: string;
}

export interface NotificationView {
  readonly id: string;
  readonly deviceId: string;
  readonly channel: ChannelId;
  readonly app: string;
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly body: string | null;
  readonly sound: string | null;
  readonly vibrated: boolean;
  readonly badge: number | null;
  readonly ext: string | null;
  readonly at: number;
  readonly quiet: boolean;
  /** Whether it popped up over what was on the screen. */
  readonly headsUp: boolean;
  readonly replaceKey: string;
  readonly pushId: string;
  readonly exchangeId: string;
  readonly outcomeId: string | null;
  readonly tap: TapAction;
  /** How it stands on the lock screen. */
  readonly onLockScreen: 'full' | 'hidden' | 'none';
  /** Whether it has an icon in the status bar. */
  readonly statusBar: boolean;
  /** What keeps it out of sight or quiet until it ends; null = nothing. */
  readonly heldBack: 'dnd' | 'focus' | 'summary' | null;
  /** Address of a picture in the payload. */
  readonly image: string | null;
  /** What it is grouped by besides its app. */
  readonly groupKey: string | null;
  /** Android: name of the notification channel. */
  readonly channelName: string | null;
}

export interface OutcomeView {
  readonly id: string;
  readonly at: number;
  readonly userId: string;
  readonly deviceId: string | null;
  readonly channel: ChannelId | null;
  readonly delivered: boolean;
  readonly via: 'push' | 'online' | 'none';
  readonly reason: ReasonCode;
  readonly cause: string;
  /** The product's voice: one sentence, the reason first. */
  readonly summary: LocalText;
  readonly fields: Readonly<Record<FieldName, FieldView>>;
  readonly trace: readonly TraceStepView[];
  readonly request: HttpRequestView | null;
  readonly response: HttpResponseView | null;
  readonly notification: NotificationView | null;
  readonly exchangeId: string | null;
  readonly messageId: string;
  readonly message: MessageInput;
  readonly durationMs: number;
  readonly dryRun: boolean;
  /** The vendor request as a curl command line; null when there was none. */
  readonly curl: string | null;
}

export interface ExchangeView {
  readonly id: string;
  readonly at: number;
  readonly channel: ChannelId | null;
  readonly outcomeId: string | null;
  /** Present on the requests of the self-test. */
  readonly selfTest?: true;
  readonly remote: string;
  readonly protocol: string | null;
  readonly target: string | null;
  readonly title: string | null;
  readonly status: number | null;
  /** `delivered`, `stored`, `refused`, … in one sentence. */
  readonly summary: LocalText;
  readonly delivered: boolean;
  /** A check stopped it or the connection failed, whatever the HTTP status: Xiaomi refuses with 200. */
  readonly refused: boolean;
  readonly request: HttpRequestView | null;
  readonly response: HttpResponseView | null;
  readonly checks: readonly TraceStepView[];
  readonly deliveries: readonly (Omit<Delivery, 'trace'> & { readonly trace: readonly TraceStepView[] })[];
  readonly failure: Exchange['failure'];
  readonly curl: string | null;
}

/** The exchange as a line of the traffic list: everything but bodies and traces. */
export type ExchangeLine = Omit<ExchangeView, 'request' | 'response' | 'checks' | 'deliveries' | 'curl'>;

export interface DeviceView {
  readonly id: string;
  readonly name: string;
  readonly channel: ChannelId;
  readonly platform: Platform;
  readonly model: string;
  /** The device whose phone this app lies on too; null = a phone of its own. */
  readonly phone: string | null;
  readonly system: SystemFacts;
  readonly online: boolean;
  readonly locked: boolean;
  readonly token: string | null;
  readonly app: {
    readonly name: string;
    readonly label: string;
    readonly installed: boolean;
    readonly process: ProcessState;
    readonly killedBy: KilledBy | null;
    /** Whether the app reported `doBackground`. */
    readonly backgroundReported?: boolean;
    readonly backgroundMode: boolean;
  };
  readonly session: { readonly state: SessionState; readonly userId: string | null };
  readonly permission: Permission;
  readonly ringer: Ringer;
  /** State of the phone as a whole: every condition that its system knows. */
  readonly conditions: Partial<PhoneConditions>;
  /** Switches of the app in the phone's settings: every one that its system knows. */
  readonly settings: Partial<AppSettings>;
  readonly badge: number;
  readonly environment: 'production' | 'sandbox' | null;
  readonly aliases: readonly string[];
  readonly userAccounts: readonly string[];
  readonly topics: readonly string[];
  readonly sounds: readonly AppSound[];
  /** Android: the app's notification channels; empty elsewhere. */
  readonly notificationChannels: readonly NotificationChannelView[];
  /** Pushes that the vendor keeps for it while it is offline. */
  readonly stored: number;
}

export interface NotificationChannelView {
  readonly id: string;
  readonly name: string;
  readonly importance: Importance;
  /** `default`, a raw resource's name or uri, or null for none. */
  readonly sound: string | null;
  readonly vibrate: boolean;
}

export interface ScreenView {
  readonly badge: number;
  /** What the icon shows of it: the number, a dot on systems that show none, or nothing when its user switched badges off. */
  readonly badgeStyle: 'number' | 'dot' | 'none';
  /** The number as the icon writes it, e.g. `99+`; null where there is none to write. */
  readonly badgeText: string | null;
  /** As in the shade, newest first. */
  readonly notifications: readonly NotificationView[];
  /** How they stand together in the shade, from top to bottom; what Do not disturb hides is left out. */
  readonly groups: readonly NotificationGroup[];
  /** The same for the lock screen, of what may stand there. */
  readonly lockScreen: readonly NotificationGroup[];
  /** The apps whose notifications stand there, this one first. */
  readonly apps: readonly { readonly name: string; readonly label: string }[];
  /** Android: whether the app has its small icon at the top of the screen. */
  readonly statusIcon: boolean;
  /** What was audible, newest first. */
  readonly sounds: readonly SoundEvent[];
  readonly badgeLog: readonly BadgeChange[];
}

/** One thing that can be set of a phone or of the app in its settings; `on`: which systems know it, null = all. */
export type DeviceSwitchView = Switch & { readonly name: string; readonly on: Platform | null };

export interface DeviceSettingsView {
  readonly conditions: readonly DeviceSwitchView[];
  readonly settings: readonly DeviceSwitchView[];
}

/** A push that is kept from its phone. */
export interface WaitingView {
  readonly kind: WaitKind;
  readonly pushId: string;
  readonly title: string | null;
  readonly body: string | null;
  readonly acceptedAt: number;
  /** null = the vendor tries once. */
  readonly expiresAt: number | null;
  /** When it may next go on by itself; null = something on the phone has to change first. */
  readonly nextAt: number | null;
  readonly exchangeId: string;
  readonly outcomeId: string | null;
  /** What keeps it; null = its record is forgotten. */
  readonly step: TraceStepView | null;
}

export interface WaitingListView {
  readonly waiting: readonly WaitingView[];
  /** When Doze next lets the phone take what waits, ms; null = it is awake. */
  readonly nextWindow: number | null;
}

export interface AccountView {
  readonly userId: string;
  readonly nickName: string | null;
  readonly session: SessionState;
  readonly devices: readonly string[];
  readonly receiveOptions: Readonly<Record<string, ReceiveOption>>;
}

export interface GroupView {
  readonly groupId: string;
  readonly name: string;
  readonly members: readonly { readonly userId: string; readonly nameCard: string | null }[];
}

export interface WorkspaceView extends RuleProfile {
  readonly clock: ClockSetting & { readonly now: number };
  readonly groups: readonly GroupView[];
}

export interface HealthView {
  readonly status: 'ok';
  readonly version: string;
  readonly listeners: { readonly tls: string; readonly plain: string; readonly ui?: string };
  readonly now: number;
}

/** `POST /messages`. */
export interface SentMessageView {
  readonly message: MessageInput & {
    readonly id: string;
    readonly at: number;
    readonly sizes: { readonly title: number; readonly descr: number; readonly ext: number };
  };
  readonly outcomes: readonly OutcomeView[];
}

export interface RuleView {
  readonly id: string;
  readonly stage: Stage;
  readonly texts: Partial<Record<Verdict, LocalText>>;
  readonly fix: LocalText | null;
  readonly sources: readonly RuleSource[];
  readonly certainty: Certainty;
}

/** A vendor with all that does not change while the server runs. */
export interface ChannelView {
  readonly id: ChannelId;
  readonly name: LocalText;
  readonly hosts: readonly string[];
  readonly limits: Readonly<Record<string, number>>;
  /** Where the emulation is known to differ from the vendor. */
  readonly gaps: readonly Gap[];
  readonly codes: readonly ResultCodeView[];
}

export type ResultCodeView = Omit<ResultCode, 'success'> & { readonly success: boolean };

export type FaultView = Fault;

/** Server-sent events: `event:` is the type, `data:` this, `id:` the sequence number. */
export type ApiEvent =
  | { readonly type: 'exchange'; readonly exchange: ExchangeLine }
  | { readonly type: 'outcome'; readonly outcome: OutcomeView }
  | { readonly type: 'notification'; readonly notification: NotificationView }
  | { readonly type: 'device'; readonly device: DeviceView; readonly screen: ScreenView }
  | { readonly type: 'device-removed'; readonly deviceId: string }
  | { readonly type: 'account'; readonly account: AccountView; readonly settings: OfflinePushSettings }
  | { readonly type: 'workspace'; readonly workspace: WorkspaceView }
  /** All faults that there are now. */
  | { readonly type: 'faults'; readonly faults: readonly FaultView[] }
  | { readonly type: 'reset' }
  | {
      readonly type: 'app-callback';
      readonly deviceId: string;
      readonly name: string;
      readonly data: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'history-dropped'; readonly dropped: number }
  /** The client was too far behind: read everything again. */
  | { readonly type: 'resync' };
