export interface ApnsKey {
  readonly keyId: string;
  readonly teamId: string;
  readonly environments: readonly ('production' | 'sandbox')[];
  /** null = team-scoped; else the topics of a topic-specific key. */
  readonly topics: readonly string[] | null;
}

export interface ApnsCredentials {
  /** Keys that verify; the host holds the key material under `keyId`. */
  readonly keys: readonly ApnsKey[];
  /** Bundle ids of each team. */
  readonly apps: readonly { readonly bundleId: string; readonly teamId: string }[];
  /** Fingerprints of client certificates that the user marked as revoked. */
  readonly revokedCertificates: readonly string[];
  /** Key that the IM side signs with. */
  readonly imKeyId: string;
}

export interface XiaomiApp {
  readonly appId: string;
  readonly packageNames: readonly string[];
  readonly appSecret: string;
  readonly blacklisted: boolean;
  /** Channel ids that exist at Xiaomi. */
  readonly channels: readonly { readonly id: string; readonly name: string; readonly kind: 'public' | 'private' }[];
  /** Reviewed templates of private messages; only asked for while message classes are on. Text with `{$name$}` places. */
  readonly templates?: readonly { readonly id: string; readonly title: string; readonly description: string }[];
}

export interface HuaweiApp {
  /** App id, which is the OAuth `client_id` too. */
  readonly appId: string;
  readonly appSecret: string;
  readonly projectId: string;
  readonly packageName: string;
  /** Where receipts go, as set up in the console: by `receipt_id`, or for the whole app (`id` null). */
  readonly receipts: readonly HuaweiReceiptAddress[];
  /** What the certificate form of IM's console holds besides; absent = a tap opens the app, and no badge is sent. */
  readonly certificate?: HuaweiCertificate;
}

export interface HuaweiCertificate {
  /** Full class name of the launcher activity, which makes IM send +1 for the icon; null = none. */
  readonly badgeClass: string | null;
  /** What a tap does; null = opens the app. */
  readonly click: { readonly kind: 'page' | 'web'; readonly target: string } | null;
}

/** Where receipts are posted to. */
export interface HuaweiReceiver {
  readonly url: string;
  /** Both set: each receipt carries a signature header. */
  readonly userName: string | null;
  readonly secret: string | null;
}

export interface HuaweiReceiptAddress extends HuaweiReceiver {
  readonly id: string | null;
}

/** An address for the apps of a project that have none of their own; `projectId` null = of every project. */
export interface HuaweiProjectReceipt extends HuaweiReceiver {
  readonly projectId: string | null;
}

/** A service account of a project: its JWTs are signed with the key that the host holds under `keyId`. */
export interface HuaweiServiceAccount {
  readonly keyId: string;
  readonly subAccount: string;
  readonly projectId: string;
}

export interface HuaweiCredentials {
  readonly apps: readonly HuaweiApp[];
  /** Absent = none. */
  readonly projectReceipts?: readonly HuaweiProjectReceipt[];
  readonly serviceAccounts: readonly HuaweiServiceAccount[];
}

export interface FcmProject {
  readonly projectId: string;
  /** Project number, which is the sender id too. */
  readonly projectNumber: string;
  readonly packageNames: readonly string[];
  /** Key of the legacy interface. */
  readonly serverKey: string;
}

/** A Google service account: assertions are signed with the RSA key that the host holds under `keyId`. */
export interface FcmServiceAccount {
  readonly keyId: string;
  readonly clientEmail: string;
  readonly projectId: string;
  /** Removed from the project by the user: its assertions are refused. */
  readonly disabled: boolean;
}

export interface FcmCredentials {
  readonly projects: readonly FcmProject[];
  readonly serviceAccounts: readonly FcmServiceAccount[];
}

export interface MeizuApp {
  readonly appId: string;
  readonly appKey: string;
  readonly appSecret: string;
  readonly packageName: string;
  readonly blacklisted: boolean;
}

export interface OppoApp {
  /** The app's id in message ids, 24 characters. */
  readonly appId: string;
  readonly appKey: string;
  readonly masterSecret: string;
  readonly packageName: string;
  readonly blacklisted: boolean;
  /** Message channels registered at OPPO; unregistered ones are treated as the default channel. */
  readonly channels: readonly { readonly id: string; readonly kind: 'public' | 'private' }[];
  /** Approved templates of private messages, with `${name}$` places; absent = any id is taken, with the texts as sent. */
  readonly templates?: readonly { readonly id: string; readonly title: string; readonly content: string }[];
}

export interface VivoApp {
  readonly appId: string;
  readonly appKey: string;
  readonly appSecret: string;
  readonly packageName: string;
  readonly blacklisted: boolean;
  /** Receipt addresses of the console, by `callback.id`. */
  readonly receipts: readonly { readonly id: string; readonly url: string }[];
}

/** Who may send, for each vendor. Signing keys are not here: the host holds them under the ids named. */
export interface Credentials {
  readonly apns: ApnsCredentials;
  readonly xiaomi: { readonly apps: readonly XiaomiApp[] };
  readonly huawei: HuaweiCredentials;
  readonly fcm: FcmCredentials;
  readonly meizu: { readonly apps: readonly MeizuApp[] };
  readonly oppo: { readonly apps: readonly OppoApp[] };
  readonly vivo: { readonly apps: readonly VivoApp[] };
}

/** Nobody may send. */
export const noCredentials: Credentials = {
  apns: { keys: [], apps: [], revokedCertificates: [], imKeyId: '' },
  xiaomi: { apps: [] },
  huawei: { apps: [], serviceAccounts: [] },
  fcm: { projects: [], serviceAccounts: [] },
  meizu: { apps: [] },
  oppo: { apps: [] },
  vivo: { apps: [] },
};
