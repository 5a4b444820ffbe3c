import type { Ports } from '../../ports.ts';
import type { Credentials, FcmServiceAccount } from '../credentials.ts';
import { decodeBase64Url, decodeUtf8, encodeBase64Url, encodeUtf8 } from '../kit/bytes.ts';
import { parseJson } from '../kit/json.ts';

/** Seconds; Google's answer says one less. */
export const TOKEN_LIFE_SECONDS = 3600;
const PREFIX = 'ya29.c.';

export interface AccessGrant {
  readonly account: FcmServiceAccount;
  /** ms */
  readonly expiresAt: number;
  /** Do its scopes include sending? */
  readonly maySend: boolean;
}

type FcmCredentials = Credentials['fcm'];

/** What seals the tokens of an account; without it nobody else can make one up. */
function sealKey(account: FcmServiceAccount, { projects }: FcmCredentials): Uint8Array {
  const project = projects.find(({ projectId }) => projectId === account.projectId);
  return encodeUtf8(`${account.keyId} ${project?.serverKey ?? ''}`);
}

/**
 * An access token that carries its account, end and rights under a seal, so that it stays good across restarts and
 * resets of the simulator: firebase-admin keeps a token for most of its hour and does not renew it because of a 401.
 */
export function issueAccessToken(
  account: FcmServiceAccount,
  maySend: boolean,
  now: number,
  { crypto, ids }: Ports,
  credentials: FcmCredentials,
): string {
  const end = Math.floor(now / 1000) + TOKEN_LIFE_SECONDS;
  const facts = [account.keyId, end, maySend ? 1 : 0, encodeBase64Url(ids.bytes(6))];
  const body = encodeBase64Url(encodeUtf8(JSON.stringify(facts)));
  return `${PREFIX}${body}.${encodeBase64Url(crypto.hmacSha256(sealKey(account, credentials), body))}`;
}

/** The account and rights behind a token, whether or not it has expired; null for what this simulator did not issue. */
export function readAccessToken(token: string, { crypto }: Ports, credentials: FcmCredentials): AccessGrant | null {
  if (!token.startsWith(PREFIX)) return null;
  const [body, seal, ...rest] = token.slice(PREFIX.length).split('.', 3);
  if (!body || !seal || rest.length > 0) return null;
  const bytes = decodeBase64Url(body);
  const text = bytes === null ? null : decodeUtf8(bytes);
  const facts = text === null ? undefined : parseJson(text);
  if (!Array.isArray(facts)) return null;
  const [keyId, end, maySend] = facts as readonly unknown[];
  const account = credentials.serviceAccounts.find((one) => one.keyId === keyId);
  if (account === undefined || account.disabled || typeof end !== 'number') return null;
  if (encodeBase64Url(crypto.hmacSha256(sealKey(account, credentials), body)) !== seal) return null;
  return { account, expiresAt: end * 1000, maySend: maySend === 1 };
}
