import { type JwtFault, parseJwt } from '../kit/jwt.ts';

/** A provider token taken apart; nothing in it is checked beyond its shape. */
export interface ProviderToken {
  readonly algorithm: string;
  readonly keyId: string;
  readonly teamId: string;
  /** Seconds since 1970, fractions cut. */
  readonly issuedAt: number;
  /** `base64url(header).base64url(claims)`, as signed. */
  readonly signed: string;
  readonly signature: Uint8Array;
}

/** The part of the token that is not as it must be. */
export type TokenFault = JwtFault | 'kid' | 'iss' | 'iat';

/**
 * Takes a JWT in compact form apart (RFC 7519). Padding is overlooked; `typ` and further claims do not matter.
 * `alg` is left to the caller, since a wrong one deserves its own sentence.
 */
export function parseProviderToken(jwt: string): ProviderToken | TokenFault {
  const token = parseJwt(jwt);
  if (typeof token === 'string') return token;
  const { alg, kid } = token.header as { readonly alg?: unknown; readonly kid?: unknown };
  const { iss, iat } = token.claims as { readonly iss?: unknown; readonly iat?: unknown };
  if (typeof kid !== 'string' || kid === '') return 'kid';
  if (typeof iss !== 'string' || iss === '') return 'iss';
  if (typeof iat !== 'number') return 'iat';
  return {
    algorithm: typeof alg === 'string' ? alg : '',
    keyId: kid,
    teamId: iss,
    issuedAt: Math.trunc(iat),
    signed: token.signed,
    signature: token.signature,
  };
}
