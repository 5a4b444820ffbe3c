import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';

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
}

/** The app that the built-in workspace knows. */
export const APP_ID = 'com.example.app';

const UPPER_ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const DIGITS = '0123456789';

/** New secrets in the forms that the vendors use: SDKs check some of them before they send. */
export function makeSecrets(p12Password: string, ids: { teamId: string; keyId: string }): Secrets {
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

/** Team and key ids: ten upper-case letters and digits. */
export const makeAppleId = (): string => text(UPPER_ALPHANUMERIC, 10);

/** A P-256 key as Apple hands it out: PKCS#8 PEM. */
export function makeApnsKey(): string {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

function text(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
