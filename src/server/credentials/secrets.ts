import { generateKeyPairSync, randomBytes, randomInt, randomUUID } from 'node:crypto';

/** The names and secrets that a sender needs, as an installation keeps them. */
export interface Secrets {
  readonly apns: {
    readonly teamId: string;
    readonly keyId: string;
    readonly topic: string;
    readonly p12Password: string;
  };
  readonly xiaomi: {
    readonly appId: string;
    readonly appKey: string;
    readonly appSecret: string;
    readonly packageName: string;
  };
  readonly huawei: {
    /** Also the OAuth client id. */
    readonly appId: string;
    readonly appSecret: string;
    readonly projectId: string;
    readonly packageName: string;
    readonly serviceAccount: { readonly keyId: string; readonly subAccount: string };
  };
  readonly fcm: {
    readonly projectId: string;
    /** The sender id too. */
    readonly projectNumber: string;
    readonly clientEmail: string;
    readonly clientId: string;
    readonly privateKeyId: string;
    /** Key of the legacy interface. */
    readonly serverKey: string;
    readonly packageName: string;
  };
  readonly meizu: {
    readonly appId: string;
    readonly appKey: string;
    readonly appSecret: string;
    readonly packageName: string;
  };
  readonly oppo: {
    readonly appId: string;
    readonly appKey: string;
    readonly masterSecret: string;
    readonly packageName: string;
  };
  readonly vivo: {
    readonly appId: string;
    readonly appKey: string;
    readonly appSecret: string;
    readonly packageName: string;
  };
}

/** The first two vendors lie in a file of their own, which older versions of Pushpit read too. */
export type FirstSecrets = Pick<Secrets, 'apns' | 'xiaomi'>;
export type VendorSecrets = Omit<Secrets, 'apns' | 'xiaomi'>;

/** The app that the built-in workspace knows. */
export const APP_ID = 'com.example.app';

const UPPER_ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const DIGITS = '0123456789';
const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LOWER_ALPHANUMERIC = 'abcdefghijklmnopqrstuvwxyz0123456789';
const URL_SAFE = `${ALPHANUMERIC}_-`;

/** New secrets in the forms that the vendors use: SDKs check some of them before they send. */
export function makeSecrets(p12Password: string, ids: { teamId: string; keyId: string }): FirstSecrets {
  return {
    apns: { ...ids, topic: APP_ID, p12Password },
    xiaomi: {
      appId: `28823037615${text(DIGITS, 8)}`,
      appKey: `58${text(DIGITS, 11)}`,
      appSecret: randomBytes(16).toString('base64'),
      packageName: APP_ID,
    },
  };
}

/** The same for the other five vendors. */
export function makeVendorSecrets(): VendorSecrets {
  return {
    huawei: {
      appId: `1${text(DIGITS, 8)}`,
      appSecret: hex(32),
      projectId: `7${text(DIGITS, 17)}`,
      packageName: APP_ID,
      serviceAccount: { keyId: hex(16), subAccount: `1${text(DIGITS, 8)}` },
    },
    fcm: makeFcmSecrets(),
    meizu: { appId: `1${text(DIGITS, 5)}`, appKey: hex(16), appSecret: hex(16), packageName: APP_ID },
    oppo: { appId: text(ALPHANUMERIC, 24), appKey: hex(16), masterSecret: hex(16), packageName: APP_ID },
    vivo: { appId: `10${text(DIGITS, 7)}`, appKey: hex(16), appSecret: randomUUID(), packageName: APP_ID },
  };
}

/** A Firebase project with one service account, named as its console names them. */
function makeFcmSecrets(): Secrets['fcm'] {
  const projectId = `pushpit-${hex(3)}`;
  return {
    projectId,
    projectNumber: `4${text(DIGITS, 11)}`,
    clientEmail: `firebase-adminsdk-${text(LOWER_ALPHANUMERIC, 5)}@${projectId}.iam.gserviceaccount.com`,
    clientId: `1${text(DIGITS, 20)}`,
    privateKeyId: hex(20),
    serverKey: `AAAA${text(URL_SAFE, 7)}:APA91b${text(URL_SAFE, 134)}`,
    packageName: APP_ID,
  };
}

/** Team and key ids: ten upper-case letters and digits. */
export const makeAppleId = (): string => text(UPPER_ALPHANUMERIC, 10);

/** A P-256 key as Apple hands it out: PKCS#8 PEM. */
export function makeApnsKey(): string {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

function text(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
