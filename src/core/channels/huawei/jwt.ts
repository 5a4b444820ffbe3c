import type { HuaweiServiceAccount } from '../credentials.ts';
import { member } from '../kit/json.ts';
import { type Jwt, parseJwt } from '../kit/jwt.ts';
import type { ReceiveContext } from '../types.ts';
import { seen } from './fields.ts';
import { type Refusal, refuse } from './refusal.ts';

const AUDIENCE = 'https://oauth-login.cloud.huawei.com/oauth2/v3/token';
const MAX_LIFE_S = 86_400;
const MAX_AHEAD_S = 300;

const wrong = (rule: Parameters<typeof refuse>[0], received: unknown, expected: string): Refusal =>
  refuse(rule, '80200001', { received: seen(received), expected });

function signerOf(jwt: Jwt, context: ReceiveContext): HuaweiServiceAccount | Refusal {
  const algorithm = member(jwt.header, 'alg');
  if (algorithm !== 'PS256') return wrong('huawei-jwt-algorithm', algorithm, 'PS256');
  const keyId = member(jwt.header, 'kid');
  const account = context.credentials.huawei.serviceAccounts.find((item) => item.keyId === keyId);
  if (account === undefined) return wrong('huawei-jwt-key', keyId, 'key_id');
  if (!context.ports.crypto.verify('PS256', account.keyId, jwt.signed, jwt.signature))
    return wrong('huawei-jwt-signature', account.keyId, 'RSASSA-PSS, SHA-256, salt 32');
  return account;
}

/** Times in claims have no fractions: up to this many ms later the token was made. */
const SECOND_CUT_OFF = 999;

function checkTimes({ claims }: Jwt, { now, senderTime }: Pick<ReceiveContext, 'now' | 'senderTime'>): Refusal | null {
  const iat = member(claims, 'iat');
  const exp = member(claims, 'exp');
  const seconds = Math.floor(now / 1000);
  if (!Number.isInteger(iat) || !Number.isInteger(exp) || Number(exp) <= Number(iat))
    return wrong('huawei-jwt-times', `iat ${seen(iat)}, exp ${seen(exp)}`, 'iat < exp');
  const life = Number(exp) - Number(iat);
  if (life > MAX_LIFE_S) return refuse('huawei-jwt-period', '80300036', { received: life, limit: MAX_LIFE_S });
  // Both come from the sender's clock; the life of the token is what lies between them.
  const made = Math.floor(senderTime(Number(iat) * 1000 + SECOND_CUT_OFF) / 1000);
  if (made + life <= seconds) return refuse('huawei-jwt-expired', '80200005', { received: Number(exp), now: seconds });
  if (made > seconds + MAX_AHEAD_S) return wrong('huawei-jwt-early', iat, `≤ ${seconds + MAX_AHEAD_S}`);
  return null;
}

/** A service account's JWT as bearer: whose it is, or why it is refused. Reference order of checks. */
export function checkJwt(value: string, context: ReceiveContext): HuaweiServiceAccount | Refusal {
  const jwt = parseJwt(value);
  if (typeof jwt === 'string') return wrong('huawei-jwt-form', jwt, 'header.claims.signature');
  const account = signerOf(jwt, context);
  if ('rule' in account) return account;
  const issuer = member(jwt.claims, 'iss');
  if (issuer !== account.subAccount) return wrong('huawei-jwt-issuer', issuer, account.subAccount);
  const audience = member(jwt.claims, 'aud');
  if (audience !== AUDIENCE) return wrong('huawei-jwt-audience', audience, AUDIENCE);
  return checkTimes(jwt, context) ?? account;
}
