/** The two languages in which every sentence of the product exists. */
export type Language = 'en' | 'zh';

/** One sentence in both languages. May hold `{name}` places that a trace step's params fill. */
export interface LocalText {
  readonly en: string;
  readonly zh: string;
}

/**
 * How sure we are of a rule. `stated`: its source says it. `measured`: seen on a real system.
 * `inferred`: follows from something stated. `unconfirmed`: no public text settles it; Pushpit chose.
 */
export type Certainty = 'stated' | 'measured' | 'inferred' | 'unconfirmed';

/** The stations of a push, in the order of Tencent's own trace. */
export const STAGES = ['commit', 'offline', 'channel', 'device', 'user'] as const;
export type Stage = (typeof STAGES)[number];

/** `pass` lets the push go on, `stop` ends it, `note` only tells, `skip` was never reached. */
export type Verdict = 'pass' | 'stop' | 'note' | 'skip';

/** Where a rule comes from. `url` is absent for the specification, which ships with the product's docs. */
export interface RuleSource {
  readonly title: string;
  /** Section or heading inside the document. */
  readonly section?: string;
  readonly url?: string;
  /** How it reads in each language, and in short; absent where title and section are proper names. */
  readonly texts?: { readonly title: LocalText; readonly section: LocalText; readonly label: LocalText };
}

/** A rule is data: what it says for each verdict, where that comes from and how certain it is. */
export interface Rule {
  /** Kebab-case English, unique in the registry; also the reason code of what the rule stops. */
  readonly id: string;
  readonly stage: Stage;
  /** Only the verdicts that the rule can give have a sentence. */
  readonly text: Partial<Record<Verdict, LocalText>>;
  /** What the user can do about a stop or a note. */
  readonly fix?: LocalText;
  readonly sources: readonly RuleSource[];
  readonly certainty: Certainty;
  /** The outcome's reason when this rule stops a push; the rule's own id when absent. */
  readonly reason?: ReasonCode;
}

export type ParamValue = string | number | boolean | null;
export type TraceParams = Readonly<Record<string, ParamValue>>;

/** Fields of a notification that the layers of settings compete for. */
export type FieldName = 'title' | 'body' | 'sound' | 'badge' | 'ext';

/** The layer of settings that gave a value. */
export type Layer = 'message.ios' | 'message.android' | 'message' | 'global' | 'default';

/** One decision, as it happened. Sentences are filled in only when somebody looks (see `explain.ts`). */
export interface TraceStep {
  readonly stage: Stage;
  readonly rule: string;
  readonly verdict: Verdict;
  readonly params?: TraceParams;
  readonly field?: FieldName;
  readonly value?: ParamValue;
  readonly from?: Layer;
  readonly overridden?: readonly Overridden[];
}

/** A value that lost, kept so that it can be shown struck through. */
export interface Overridden {
  readonly from: Layer;
  readonly value: ParamValue;
}

/**
 * Why an IM message was or was not shown as a notification. The codes of rules that stop a push at the
 * IM side are the rule ids; what a vendor or a phone refuses is grouped under one code each, and the
 * outcome's `cause` names the exact rule.
 */
export const REASON_CODES = [
  'delivered',
  'system-message',
  'not-a-member',
  'push-flag-off',
  'receive-opt',
  'global-switch-off',
  'no-text',
  'logged-out',
  'kicked',
  'never-logged-in',
  'expired',
  'instance-foreground',
  'instance-online',
  'no-token',
  'requirement-not-met',
  'vendor-unreachable',
  'vendor-rejected',
  'device-offline',
  'device-waiting',
  'device-suppressed',
  'device-revoked',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];
