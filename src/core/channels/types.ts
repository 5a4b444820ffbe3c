import type { Device, Presentation, PushTarget } from '../device/types.ts';
import type { ResolvedFields } from '../im/fields.ts';
import type { Message } from '../im/types.ts';
import type { Ports } from '../ports.ts';
import type { RuleProfile } from '../profile.ts';
import type { Certainty, LocalText, Rule, RuleSource, TraceStep } from '../trace/types.ts';
import type { Credentials } from './credentials.ts';

/** The seven channels of the specification. Only those in the registry can be sent to. */
export const CHANNEL_IDS = ['apns', 'xiaomi', 'huawei', 'fcm', 'meizu', 'oppo', 'vivo'] as const;
export type ChannelId = (typeof CHANNEL_IDS)[number];

// ── what arrives from a socket ───────────────────────────────────────────────────────────────

/** Facts of a TLS client certificate, as far as APNs looks at them. Times in ms. */
export interface ClientCertificate {
  /** UID of the subject (OID 0.9.2342.19200300.100.1.1). */
  readonly uid: string | null;
  readonly commonName: string | null;
  /** Topics of extension 1.2.840.113635.100.6.3.6, else just the UID. */
  readonly topics: readonly string[];
  readonly environments: readonly ('production' | 'sandbox')[];
  readonly notBefore: number;
  readonly notAfter: number;
  /** SHA-256 of the DER, lower-case hex. */
  readonly fingerprint: string;
}

export interface ConnectionFacts {
  /** Stable id while the connection lives. */
  readonly id: string;
  readonly protocol: 'http/2' | 'http/1.1';
  readonly tls: boolean;
  /** TLS server name, lower case; null when the client sent none. */
  readonly serverName: string | null;
  readonly remote: string;
  readonly clientCertificate: ClientCertificate | null;
}

/** A request as it reached a vendor endpoint. */
export interface VendorRequest {
  readonly method: string;
  /** Path with query, exactly as sent. */
  readonly path: string;
  /** `:authority`, else `Host`, lower case, without port; null when there is neither. */
  readonly host: string | null;
  /** Name/value pairs in order, names lower case, without pseudo headers; values as Latin-1 text, one char per byte. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** At most 1 MiB. */
  readonly body: Uint8Array;
  /** The body was longer than 1 MiB and was cut there. */
  readonly bodyTooLarge: boolean;
  readonly connection: ConnectionFacts;
  /** HTTP/2: `:scheme` as sent, where it breaks the rules and the vendor takes the request all the same. */
  readonly malformedScheme?: string;
}

/** What the endpoint answers. */
export interface VendorResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** UTF-8 text; empty = no body at all (HTTP/2: END_STREAM on HEADERS). */
  readonly body: string;
  /** HTTP/2: close the connection after (`status` 0: instead of) this answer. */
  readonly goaway?: { readonly debugData: string; readonly lastStreamId?: number };
  /** Drop the connection without an answer: `reset` with a TCP reset, else in good order. */
  readonly drop?: boolean | 'reset';
  /** Hold the answer back for this long. */
  readonly delayMs?: number;
}

// ── what a channel's endpoint knows and does ─────────────────────────────────────────────────

/** A push that the vendor took, on its way to one device. `payload` is the channel's own form. */
export interface AcceptedPush<Payload = unknown> {
  /** Vendor's message id. */
  readonly id: string;
  readonly channel: ChannelId;
  readonly deviceId: string;
  /** The registration that was addressed. */
  readonly token: string;
  readonly app: string;
  readonly payload: Payload;
  /** Text for lists; null when the push shows none. */
  readonly title: string | null;
  readonly body: string | null;
  /** ms; null = the vendor tries once and stores nothing. */
  readonly expiresAt: number | null;
  readonly acceptedAt: number;
}

/** A registration found by an endpoint. */
export interface FoundTarget {
  readonly device: Device;
  readonly target: PushTarget;
}

/** Finds registrations of one channel. */
export interface Directory {
  /** Exact match; APNs compares lower-case hex. */
  byToken(token: string): FoundTarget | undefined;
  /** All registrations of the channel, active or not. */
  all(): readonly FoundTarget[];
}

export interface ReceiveContext<State = unknown, Memory = unknown> {
  readonly now: number;
  /**
   * The simulated time at which a sender's own clock showed `at` (ms): senders live in real time, whatever the user did
   * to the simulator's clock. Times that a sender puts into requests go through this before they are compared with `now`.
   */
  readonly senderTime: (at: number) => number;
  readonly ports: Ports;
  readonly directory: Directory;
  /** Server-side memory of the vendor (jobs, ids, quotas). */
  readonly state: State;
  /** What the endpoint remembers of this connection; undefined at its first request. */
  readonly memory: Memory | undefined;
  readonly credentials: Credentials;
  readonly profile: RuleProfile;
}

/** A receipt that the vendor posts to the sender. The host sends it, to loopback unless allowed. */
export interface VendorCallback {
  readonly channel: ChannelId;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  /** For one try. */
  readonly timeoutMs: number;
  /** Pauses before each further try while no answer was `accept`ed, real ms; absent = one try. */
  readonly retryDelaysMs?: readonly number[];
  /** Which answer ends the tries; any at all when absent. */
  readonly accept?: CallbackAcceptance;
  /** The vendor collects receipts for a while and posts them as one; absent = each goes out alone and at once. */
  readonly gather?: CallbackGathering;
}

/** How receipts of one channel for one URL become one POST, which is tried again as a whole. */
export interface CallbackGathering {
  /** From the first receipt until they leave together, real ms. */
  readonly windowMs: number;
  /** Items in one body; a full body leaves at once. */
  readonly limit: number;
  /** Only receipts with the same key share a body: those of one app, one secret, one form. */
  readonly key: string;
  readonly items: GatheredItems;
}

/** Where the items of a receipt's body are; what surrounds them, like the headers, is taken from the newest receipt. */
export type GatheredItems =
  /** A list in JSON: the body itself when `member` is null, else this member of it. */
  | { readonly type: 'list'; readonly member: string | null }
  /** A form whose `field` is a JSON object; members of the same name are one, and their lists `member` are joined. */
  | { readonly type: 'form'; readonly field: string; readonly member: string };

/** What a vendor takes for "received": a 2xx status, or a 2xx status with a member of the JSON body, e.g. `code` "0". */
export type CallbackAcceptance =
  | { readonly type: 'status' }
  | { readonly type: 'member'; readonly name: string; readonly value: string | number };

export type Effect =
  | { readonly type: 'push'; readonly push: AcceptedPush }
  | {
      readonly type: 'schedule';
      readonly jobId: string;
      readonly dueAt: number;
      readonly pushes: readonly AcceptedPush[];
    }
  | { readonly type: 'unschedule'; readonly jobId: string }
  /** Take shown notifications with this replace key off a device. */
  | { readonly type: 'revoke'; readonly deviceId: string; readonly replaceKey: string }
  /** Drop what still waits for offline phones under these vendor's message ids; what was delivered stays. */
  | { readonly type: 'withdraw'; readonly pushIds: readonly string[] }
  | { readonly type: 'callback'; readonly callback: VendorCallback }
  /** Changes what a registration is bound to (topics, aliases, accounts). */
  | {
      readonly type: 'target';
      readonly token: string;
      readonly patch: Partial<Pick<PushTarget, 'aliases' | 'userAccounts' | 'topics'>>;
    }
  /** Replaces the channel's server-side memory. */
  | { readonly type: 'state'; readonly state: unknown }
  /** Replaces what is remembered of the connection. */
  | { readonly type: 'memory'; readonly memory: unknown };

export interface ReceiveResult {
  readonly response: VendorResponse;
  readonly effects: readonly Effect[];
  /** Checks in the order they were made (stage `channel`), the failing one last, then linter notes. */
  readonly trace: readonly TraceStep[];
  /** What was addressed, for the traffic list: a token, `3 regids`, a topic. */
  readonly target: string | null;
  readonly title: string | null;
}

// ── what the IM side hands to a channel ──────────────────────────────────────────────────────

export interface BuildInput {
  readonly message: Message;
  readonly device: Device;
  readonly target: PushTarget;
  readonly fields: ResolvedFields;
  /** Absolute number for the icon; null = leave the badge key out. */
  readonly badge: number | null;
  /** Access token of the vendors that want one first; null with the others. */
  readonly accessToken: string | null;
  /** Simulated time, for what is decided. */
  readonly now: number;
  /** What the IM server's own clock shows, ms: senders live in real time. Times in requests come from it. */
  readonly senderNow: number;
  /** Editions and choices of the vendor that IM has to keep to. */
  readonly profile: RuleProfile;
  readonly ports: Ports;
  readonly credentials: Credentials;
}

/** What the IM side needs to fetch an access token. */
export interface AuthorizationInput {
  /** Package name of the app to send to. */
  readonly app: string;
  /** What the IM server's own clock shows, ms. */
  readonly senderNow: number;
  readonly ports: Ports;
  readonly credentials: Credentials;
}

/** A vendor's access token as the IM side keeps it; `expiresAt` in ms on the simulator's clock. */
export interface AccessToken {
  readonly value: string;
  readonly expiresAt: number;
}

/** How the IM side gets an access token from a vendor that wants one with every push. */
export interface Authorization {
  build(input: AuthorizationInput): VendorCall;
  /** The token in the vendor's answer; null when the vendor refused. */
  read(status: number, body: string, now: number): AccessToken | null;
  /** Does this answer to a push say that the token is no longer good? Then the IM side fetches a new one, once. */
  isRefusal(status: number, body: string): boolean;
}

/** A request for the host to send over a socket to the vendor's endpoint. */
export interface VendorCall {
  readonly channel: ChannelId;
  readonly protocol: 'http/2' | 'http/1.1';
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  /** How inferred placements were chosen (stage `channel`). */
  readonly trace: readonly TraceStep[];
}

/** How the IM side reads the vendor's answer to its own request. */
export interface AnswerReading {
  readonly accepted: boolean;
  /** Rule id of the refusal; null when accepted. */
  readonly cause: string | null;
  readonly trace: readonly TraceStep[];
}

export interface PresentContext {
  readonly now: number;
  readonly profile: RuleProfile;
}

/** The vendor's memory too: it may be the vendor that holds back. */
export interface WaitContext extends PresentContext {
  readonly state: unknown;
}

/** What a receipt may need besides the push: addresses and secrets of the sender, signatures, switches. */
export interface ReceiptContext {
  readonly ports: Ports;
  readonly credentials: Credentials;
  readonly profile: RuleProfile;
}

/** A result code of a vendor, as documented and as produced here. */
export interface ResultCode {
  readonly code: string;
  readonly httpStatus: number;
  readonly meaning: LocalText;
  readonly trigger: LocalText;
  readonly fix: LocalText;
  readonly sources: readonly RuleSource[];
  readonly certainty: Certainty;
  /** Rule that produces it; null = only scripted faults do. */
  readonly rule: string | null;
  /** The call was carried out: no scripted fault can give it. */
  readonly success?: true;
}

/** Where the emulation is known to differ. `unknown`: no public text says how the vendor does it. */
export interface Gap {
  readonly kind: 'simplified' | 'missing' | 'unknown';
  readonly text: LocalText;
}

export interface ChannelDefinition {
  readonly id: ChannelId;
  readonly name: LocalText;
  /** Host names of the vendor, lower case. First = the one the IM side calls. */
  readonly hosts: readonly string[];
  /** Does this path belong to the vendor when the host is only an address? */
  ownsPath(path: string): boolean;
  readonly limits: Readonly<Record<string, number>>;
  /** After so many days without the phone the vendor gives up its registrations; absent = never. */
  readonly registrationDays?: number;
  readonly gaps?: readonly Gap[];
  /** What a malformed HTTP request gets when the vendor defines an answer; the front door sends it. */
  readonly badRequest?: VendorResponse;
}

/** One vendor: the same form for each, registered in `registry.ts`. */
export interface Channel {
  readonly definition: ChannelDefinition;
  readonly rules: readonly Rule[];
  readonly codes: readonly ResultCode[];
  /** Fresh server-side memory. */
  initialState(): unknown;
  /** Vendor endpoint. Pure: never throws on any input. */
  receive(request: VendorRequest, context: ReceiveContext): ReceiveResult;
  /** IM side: the vendor request for one decision. */
  build(input: BuildInput): VendorCall;
  /** IM side: what the vendor's answer means. */
  readAnswer(status: number, body: string): AnswerReading;
  /** IM side: fetching an access token; absent = every request carries its own proof. */
  readonly authorization?: Authorization;
  /**
   * The answer with one of the channel's `codes`, in the vendor's form for this request: what a scripted fault gives,
   * whatever the request says. Never asked for codes that mean success.
   */
  answerWith(code: ResultCode, request: VendorRequest, context: ReceiveContext): VendorResponse;
  /**
   * Which undelivered pushes the vendor keeps for an offline device; `kept` is delivered in this order. It may hold a
   * push of the vendor's own, with an id of its own, in the place of what it threw away. `cause`: the rule that says
   * why, where neither a newer push nor a single attempt is the reason.
   */
  store(
    stored: readonly AcceptedPush[],
    push: AcceptedPush,
  ): { readonly kept: readonly AcceptedPush[]; readonly dropped: readonly AcceptedPush[]; readonly cause?: string };
  /**
   * Why a push does not reach a phone that is online now, though it may later: Doze, power saving, a process that may not
   * start. `store` decides which of those that wait are kept. null = nothing keeps it; absent = nothing ever does.
   */
  waits?(push: AcceptedPush, device: Device, context: WaitContext): TraceStep | null;
  /** When what the vendor itself holds back may go on, ms; null or absent = only the phone ends the wait. */
  retryAt?(push: AcceptedPush, device: Device, context: WaitContext): number | null;
  /** What the phone makes of an accepted push. */
  present(push: AcceptedPush, device: Device, context: PresentContext): Presentation;
  /** Receipts after something happened to a push on its device. */
  receipts(
    push: AcceptedPush,
    event: DeviceEvent,
    device: Device,
    now: number,
    context: ReceiptContext,
  ): readonly VendorCallback[];
  /** Receipts for a push that `store` threw out in favour of others; absent = the vendor tells nobody. */
  droppedReceipts?(push: AcceptedPush, now: number, context: ReceiptContext): readonly VendorCallback[];
  /**
   * The vendor's memory after something happened to a push on its device: delivery counters, quotas, queues.
   * Called with the device as it was when the event happened; absent = the vendor counts nothing.
   */
  observe?(state: unknown, push: AcceptedPush, event: DeviceEvent, device: Device, now: number): unknown;
}

export type DeviceEvent = 'arrived' | 'tapped' | 'expired';
